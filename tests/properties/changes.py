"""Small changes of a portal, of which the edits are made."""

from __future__ import annotations

import json
from typing import Any

from tests import portals
from tests.portals import Portal


def changed(portal: Portal, path: str, old: str, new: str) -> Portal:
    """Replace text in one file; a portal in which it no longer stands is left as it is."""
    return portal if path not in portal else portal | {path: portal[path].replace(old.encode(), new.encode())}


def without(portal: Portal, *paths: str) -> Portal:
    return {path: data for path, data in portal.items() if not any(path.startswith(gone) for gone in paths)}


def moved(portal: Portal, old: str, new: str) -> Portal:
    return portal if old not in portal else without(portal, old) | {new: portal[old]}


def described(portal: Portal, slug: str, **keys: Any) -> Portal:
    """Set keys of a dataset's descriptor (`x_topik` stands for `x-topik`)."""
    path = f"datasets/{slug}/datapackage.json"
    if path not in portal:
        return portal
    package = json.loads(portal[path]) | {key.replace("x_", "x-"): value for key, value in keys.items()}
    return portal | {path: portals.dumped(package)}


def undivided(portal: Portal) -> Portal:
    """Without the charts of penduduk, one of which is divided by luas."""
    return described(portal, "penduduk", views=[])


def put(portal: Portal, path: str, data: bytes) -> Portal:
    return portal | {path: data}
