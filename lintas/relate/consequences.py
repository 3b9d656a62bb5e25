"""Findings that only follow from an error elsewhere: "there is no such topic" where the list of topics is broken."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from pathlib import PurePosixPath
from urllib.parse import unquote

from lintas.diagnostics import Diagnostic
from lintas.model import Catalogue

_TOPICS = "content/topik.yaml"
_KINDS = {"TAU103": "instansi", "TAU104": "topik", "TAU105": "data", "TAU107": "media"}
_PLACES = {
    "instansi": "content/instansi/{key}.yaml",
    "halaman": "content/halaman/{key}.md",
    "media": "content/media/{key}",
    "data": "datasets/{key}/datapackage.json",
}


def follows(problem: Diagnostic, faulty: Collection[str], catalogue: Catalogue) -> bool:
    """Whether what `problem` misses is declared in one of the `faulty` files, whose error is reported there."""
    if not faulty or not problem.code.startswith(("TAU", "RUJ")):
        return False
    args = dict(problem.args)
    if problem.code.startswith("RUJ"):
        return _declared("data", args["dataset"], faulty, catalogue)
    if problem.code in ("TAU102", "TAU106"):
        kind, colon, key = args["target"].partition("#")[0].partition(":")
        if not colon:
            place = posixpath.normpath(posixpath.join(posixpath.dirname(problem.span.path), unquote(kind)))
            return _is_faulty(place, faulty)
        return _declared(kind, key, faulty, catalogue)
    return _declared(args.get("kind") or _KINDS.get(problem.code, ""), args.get("key", ""), faulty, catalogue)


def _declared(kind: str, key: str, faulty: Collection[str], catalogue: Catalogue) -> bool:
    if kind == "topik":
        return _TOPICS in faulty and not catalogue.topics
    if kind == "siaran":
        return any(path.startswith("content/siaran-pers/") and path.endswith(f"/{key}.md") for path in faulty)
    if kind == "kawasan":
        return not catalogue.members and any(path.startswith("datasets/") for path in faulty)
    return kind in _PLACES and _is_faulty(_PLACES[kind].replace("{key}", key), faulty)


def _is_faulty(path: str, faulty: Collection[str]) -> bool:
    """Whether the file or a folder on the way to it could not be taken as it is."""
    return path in faulty or any(str(parent) in faulty for parent in PurePosixPath(path).parents)
