"""Resources of a descriptor: names, paths, schema. Effect: looks at files below the dataset folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lintas.datasets.contradictions import check_versions
from lintas.datasets.kinds import check_dialect, check_resource, check_schema
from lintas.datasets.paths import check_path, is_remote
from lintas.datasets.schemas import read_fields, read_foreign_keys, read_primary_key
from lintas.datasets.values import Findings, is_text, maps, member, misplaced, shape, text
from lintas.model import Field, Resource
from lintas.reader import Node, decode, read_json

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_TABLE_FORMATS = ("csv", "tsv")
_STANDARD_PROFILES = ("data-resource", "tabular-data-resource")
# Faults beside the table itself: cells can still be judged, so that one run reports everything.
_HARMLESS = frozenset(("DAT121", "DAT136", "DAT140", "DAT147", "DAT157", "DAT158", "WIL111", "WIL120"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A resource node with its schema node and the file the schema stands in."""

    node: Node
    name: str
    schema: Node | None
    findings: Findings
    fields: tuple[Field, ...]


def read_resources(findings: Findings, package: Node, root: Path, folder: str) -> tuple[Resource, ...]:
    """The resources that can be read as tables or files; broken ones are reported and left out."""
    nodes = tuple(maps(findings, package, "resources"))
    stated = member(package, "$schema") is not None
    drafts = tuple(_draft(findings, node, (root, folder), modern=stated or "$schema" in _keys(node)) for node in nodes)
    _repeated(findings, nodes)
    columns = {draft.name: draft.fields for draft in drafts if draft.name}
    found: list[Resource] = []
    for draft in drafts:
        resource = _resource(draft, columns, folder)
        findings.extend(draft.findings.found)
        broken = any(item.code not in _HARMLESS for item in draft.findings.found)
        if draft.name and not broken and all(other.name != draft.name for other in found):
            found.append(resource)
    return tuple(found)


def paths_of(package: Node) -> tuple[str, ...]:
    """Every file a descriptor mentions: data, schemas and dialects, relative to its folder."""
    found: list[str] = []
    resources = member(package, "resources")
    for node in resources.items if resources else ():
        for key in ("path", "schema", "dialect", "extrapaths"):
            value = member(node, key)
            if value is not None:
                found += [item.text for item in (value.items if value.kind == "list" else (value,)) if is_text(item)]
    return tuple(found)


def _draft(findings: Findings, node: Node, place: tuple[Path, str], *, modern: bool) -> Draft:
    root, folder = place
    own = Findings(findings.path)
    name = _name(own, node)
    check_resource(own, node)
    _location(own, node, root / folder)
    _dialect(own, node, root, folder)
    _profile(own, node)
    misplaced(own, node, "missingValues", "schema.missingValues")
    schema = member(node, "schema")
    inside = own
    if schema is not None and is_text(schema):
        schema, inside = _linked(own, schema, (root, folder), "schema")
    elif schema is not None and schema.kind != "map":
        own.add("DAT103", schema, key="schema", expected="{…}", got=shape(schema))
        schema = None
    before = len(inside.found)
    fields = _read_schema(inside, schema, modern=modern) if schema else ()
    if schema is not None and not fields and len(inside.found) == before:
        inside.add("DAT135", schema, resource=name)
    if inside is not own:
        own.extend(inside.found)
        inside.found.clear()
    return Draft(node, name, schema, own, fields)


def _read_schema(findings: Findings, schema: Node, *, modern: bool) -> tuple[Field, ...]:
    check_schema(findings, schema)
    if not modern and "$schema" not in _keys(schema):
        check_versions(findings, schema)
    return read_fields(findings, schema)


def _name(findings: Findings, node: Node) -> str:
    name = text(findings, node, "name")
    place = member(node, "name")
    if place is None or (is_text(place) and not name):
        findings.add("DAT104", place or node, key="resources[].name")
    elif name and not NAME.fullmatch(name):
        findings.add("DAT106", member(node, "name"), value=name, proposed=safe_name(name))
    return name


def safe_name(name: str) -> str:
    """A proposal for a name that may stand in an address."""
    return re.sub(r"[^a-z0-9._]+", "-", name.casefold()).strip("-._")[:50] or "data"


def _location(findings: Findings, node: Node, folder: Path) -> None:
    path, data = member(node, "path"), member(node, "data")
    if (path is None) == (data is None):
        findings.add("DAT108", path or node)
        return
    scheme = member(node, "scheme")
    if scheme is not None and is_text(scheme) and scheme.text != "file":
        findings.add("DAT112", scheme, value=f"{scheme.text}:")
    if path is None:
        findings.add("DAT147", data)
        return
    parts = path.items if path.kind == "list" else (path,)
    extra = member(node, "extrapaths")
    if len(parts) > 1 or extra is not None:
        findings.add("DAT148", extra or path)
    for part in (*parts, *(extra.items if extra is not None and extra.kind == "list" else ())):
        if is_text(part):
            check_path(findings, part, folder)
        else:
            findings.add("DAT103", part, key="path", expected='"…"', got=shape(part))
    if not parts:
        findings.add("DAT108", path)


def _profile(findings: Findings, node: Node) -> None:
    profile = member(node, "profile")
    if text(findings, node, "profile") not in ("", *_STANDARD_PROFILES):
        findings.add("DAT139", profile, value=_stated(node, "profile"))
    if member(node, "profiles") is not None:
        findings.add("DAT139", member(node, "profiles"), value="profiles")


def _dialect(findings: Findings, node: Node, root: Path, folder: str) -> None:
    """An object, or the name of a file that holds one."""
    dialect = member(node, "dialect")
    if dialect is not None and is_text(dialect):
        described, inside = _linked(findings, dialect, (root, folder), "dialect")
        if described is not None:
            check_dialect(inside, described)
            findings.extend(inside.found)
    elif dialect is not None and dialect.kind != "map":
        findings.add("DAT103", dialect, key="dialect", expected="{…}", got=shape(dialect))
    elif dialect is not None:
        check_dialect(findings, dialect)


def _linked(findings: Findings, node: Node, place: tuple[Path, str], key: str) -> tuple[Node | None, Findings]:
    """The object in the file that `node` names, with the findings that belong to that file."""
    root, folder = place
    if not check_path(findings, node, root / folder):
        return None, findings
    path = str(PurePosixPath(folder) / node.text)
    inside = Findings(path)
    decoded = decode((root / path).read_bytes(), path)
    inside.extend(decoded.diagnostics)
    parsed = read_json(decoded.value, path)
    inside.extend(parsed.diagnostics)
    if parsed.value.kind != "map":
        if not inside.found:
            inside.add("DAT103", parsed.value, key=key, expected="{…}", got=shape(parsed.value))
        findings.extend(inside.found)
        return None, findings
    return parsed.value, inside


def _repeated(findings: Findings, nodes: tuple[Node, ...]) -> None:
    for key, code in (("name", "DAT114"), ("path", "DAT117")):
        seen: dict[str, int] = {}
        for node in nodes:
            value = member(node, key)
            if value is None or not is_text(value):
                continue
            plain = value.text if key == "name" else str(PurePosixPath(value.text))
            if plain in seen:
                findings.add(code, value, value=value.text, line=seen[plain])
            seen.setdefault(plain, value.line)


def _resource(draft: Draft, columns: dict[str, tuple[Field, ...]], folder: str) -> Resource:
    node, findings = draft.node, draft.findings
    names = tuple(field.name for field in draft.fields)
    path = _first_path(node)
    kind = text(findings, node, "format") or (PurePosixPath(path).suffix[1:].lower() if path else "")
    declared = "tabular-data-resource" in _stated(node, "profile") or "table" in _stated(node, "type")
    tabular = draft.schema is not None or declared or kind in _TABLE_FORMATS
    if tabular and "schema" not in _keys(node):
        findings.add("DAT136", node, resource=draft.name)
    return Resource(
        name=draft.name,
        path=f"{folder}/{path}" if path and not is_remote(path) else path,
        title=text(findings, node, "title") or draft.name,
        description=text(findings, node, "description"),
        format=kind,
        media_type=text(findings, node, "mediatype"),
        tabular=tabular,
        fields=draft.fields,
        primary_key=read_primary_key(findings, draft.schema, names) if draft.schema else (),
        foreign_keys=read_foreign_keys(findings, draft.schema, draft.name, columns) if draft.schema else (),
        line=node.line,
    )


def _keys(node: Node) -> tuple[str, ...]:
    return tuple(key for key, _, _, _ in node.entries)


def _stated(node: Node, key: str) -> str:
    value = member(node, key)
    return value.text if value is not None and is_text(value) else ""


def _first_path(node: Node) -> str:
    path = member(node, "path")
    if path is None:
        return ""
    first = path.items[0] if path.kind == "list" and path.items else path
    return first.text if is_text(first) else ""
