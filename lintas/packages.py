"""A dataset as it is published: descriptor with sizes and checksums, and one ZIP of the whole (effect: reads files)."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path, PurePosixPath
from typing import Any

from lintas.model import Dataset, PackageFacts, Resource

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_UNCOUNTED = (".bz2", ".gz", ".ods", ".parquet", ".xls", ".xlsx", ".xz", ".zip")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a ZIP can hold: same input, same bytes


def file_name(resource: Resource) -> str:
    """The name of a resource's own file in the published dataset: "kabkota.csv"."""
    return resource.name + PurePosixPath(resource.path).suffix.lower()


def descriptor(root: Path, dataset: Dataset, facts: PackageFacts, homepage: str) -> bytes:
    """The authored descriptor with published paths, bytes, hash and row counts; a schema kept in a file is put in.

    It names its profile (without one, readers take it for Data Package 1.0) and the page that tells of it.
    """
    folder = (root / dataset.path).parent
    package: dict[str, Any] = {"$schema": PROFILE, **json.loads((root / dataset.path).read_text("utf-8-sig"))}
    if homepage:
        package.setdefault("homepage", homepage)
    computed = {table.resource: table for table in facts.tables}
    authored = {resource.get("name"): resource for resource in package["resources"]}
    published = []
    for resource in dataset.resources:
        table = computed[resource.name]
        entry = sized(authored[resource.name], file_name(resource), table.bytes)
        entry["hash"] = f"sha256:{table.sha256}"
        if resource.tabular:
            entry["rows"] = table.rows
        if isinstance(entry.get("schema"), str):
            entry["schema"] = json.loads((folder / entry["schema"]).read_text("utf-8-sig"))
        published.append(entry)
    package["resources"] = published
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def sized(entry: dict[str, Any], path: str, count: int) -> dict[str, Any]:
    """The description of a file with its path and its size.

    Frictionless cannot count the bytes of packed and binary tables that it reads over HTTP: it would call such a
    resource invalid for every size that stands there. Their checksum is enough.
    """
    made = {**entry, "path": path, "bytes": count}
    if path.lower().endswith(_UNCOUNTED):
        del made["bytes"]
    return made


def archive(root: Path, dataset: Dataset, facts: PackageFacts, homepage: str) -> bytes:
    """A ZIP that is itself a Data Package: descriptor, data files, and the licence texts that lie in the folder."""
    members = {"datapackage.json": descriptor(root, dataset, facts, homepage)}
    members |= {file_name(resource): (root / resource.path).read_bytes() for resource in dataset.resources}
    folder = (root / dataset.path).parent
    licences = [path for path in sorted(folder.glob("LICENSE*")) if path.is_file() and not path.name.endswith("~")]
    members |= {path.name: path.read_bytes() for path in licences}  # without what editors leave behind
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, data in members.items():
            info = zipfile.ZipInfo(f"{dataset.slug}/{name}", _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            target.writestr(info, data)
    return packed.getvalue()
