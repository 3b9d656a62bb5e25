"""Charts and maps declared in `views`: what cannot be drawn honestly is a fault at the place where it is declared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.datasets.values import Findings, choice, is_number, maps, member, shape, text, texts
from lintas.model import Divisor, Field, Resource, View
from lintas.reader import Node, near
from lintas.vocabulary import DIVISOR, VIEW

KINDS = ("batang", "garis", "titik", "peta")
ORDERS = ("turun", "naik", "asal")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_NUMERIC = ("integer", "number")
_NEEDED = ("nama", "judul", "jenis", "tabel", "x")


def read_views(findings: Findings, package: Node, resources: tuple[Resource, ...]) -> tuple[View, ...]:
    """The views that can be drawn, in the order of their declaration; faults of the others are reported."""
    nodes = tuple(maps(findings, package, "views"))
    if nodes:
        _credited(findings, package)
    declared = tuple(node.text for each in _nodes(package, "resources") if (node := member(each, "name")))
    names: set[str] = set()
    found = []
    for node in nodes:
        own = Findings(findings.path)
        view = _view(own, node, (resources, declared))
        if view is not None and view.name in names:
            own.add("GRA108", member(node, "nama"), name=view.name)
        elif view is not None and not own.found:
            names.add(view.name)
            found.append(view)
        findings.extend(own.found)
    return tuple(found)


def _nodes(package: Node, key: str) -> tuple[Node, ...]:
    value = member(package, key)
    return value.items if value is not None and value.kind == "list" else ()


def _credited(findings: Findings, package: Node) -> None:
    """A figure names its source and its date; both come from the metadata of the dataset."""
    missing = [] if _nodes(package, "contributors") or _nodes(package, "sources") else ["sources"]
    if member(package, "x-cakupan-waktu") is None and member(package, "x-diperbarui") is None:
        missing.append("x-cakupan-waktu")
    if missing:
        findings.add("GRA107", member(package, "views"), keys=", ".join(missing))


def _view(findings: Findings, node: Node, known: tuple[tuple[Resource, ...], tuple[str, ...]]) -> View | None:
    _unknown(findings, node, tuple(VIEW))
    missing = [key for key in _NEEDED if not text(findings, node, key)]
    if missing:
        findings.add("GRA101", node, keys=", ".join(missing))
        return None
    name = text(findings, node, "nama")
    if not _NAME.fullmatch(name):
        findings.add("GRA109", member(node, "nama"), value=name)
    kind = choice(findings, node, "jenis", KINDS)
    resource = _table(findings, node, known)
    if not kind or resource is None:
        return None
    fields = {field.name: field for field in resource.fields}
    names = _columns(findings, node, fields)
    view = View(
        name=name, title=text(findings, node, "judul"), kind=kind, table=resource.name,
        x=names["x"], y=names["y"], colour=names["warna"], unit=text(findings, node, "satuan"),
        order=choice(findings, node, "urut", ORDERS), limit=_limit(findings, node),
        where=tuple(_where(findings, node, fields)), divisor=_divisor(findings, node),
        columns=tuple(ref.text for ref in texts(findings, node, "kolom")),
        label=_naming(resource) if kind == "titik" else "", line=node.line, column=node.column,
    )  # fmt: skip
    if not findings.found:
        _meaning(findings, node, view, fields)
    return view


def _unknown(findings: Findings, node: Node, known: tuple[str, ...]) -> None:
    """The form is our own, so every key that is not in it is a slip."""
    for key, _, line, column in node.entries:
        if key not in known:
            place = Node("text", key, (), (), line, column, "str")
            findings.add("GRA102", place, key=key, hint=near(key, known), known=", ".join(known))


def _table(findings: Findings, node: Node, known: tuple[tuple[Resource, ...], tuple[str, ...]]) -> Resource | None:
    resources, declared = known
    name = text(findings, node, "tabel")
    tables = {resource.name: resource for resource in resources if resource.tabular}
    if name in tables:
        return tables[name]
    if name not in declared or any(resource.name == name for resource in resources):  # else its own fault is reported
        findings.add("GRA103", member(node, "tabel"), value=name, hint=near(name, tables), known=", ".join(tables))
    return None


def _columns(findings: Findings, node: Node, fields: dict[str, Field]) -> dict[str, str]:
    """The columns named by x, y and warna; those of `kolom` and `saring` are looked at too."""
    for ref in texts(findings, node, "kolom"):
        _known(findings, Node("text", ref.text, (), (), ref.line, ref.column, "str"), fields)
    named = {}
    for key in ("x", "y", "warna"):
        place = member(node, key)
        named[key] = text(findings, node, key)
        if place is not None and named[key]:
            _known(findings, place, fields)
    return named


def _known(findings: Findings, place: Node, fields: dict[str, Field]) -> None:
    if place.text not in fields:
        hint = near(place.text, fields)
        findings.add("GRA104", place, value=place.text, hint=hint, known=", ".join(fields))


def _limit(findings: Findings, node: Node) -> int:
    place = member(node, "batas")
    if place is None:
        return 0
    if is_number(place) and re.fullmatch(r"[1-9][0-9]{0,3}", place.text):
        return int(place.text)
    findings.add("GRA110", place, value=place.text or shape(place))
    return 0


def _where(findings: Findings, node: Node, fields: dict[str, Field]) -> Iterator[tuple[str, tuple[str, ...]]]:
    place = member(node, "saring")
    if place is None:
        return
    if place.kind != "map":
        findings.add("DAT103", place, key="saring", expected="{…}", got=shape(place))
        return
    for key, value, line, column in place.entries:
        _known(findings, Node("text", key, (), (), line, column, "str"), fields)
        items = value.items if value.kind == "list" else (value,)
        if any(item.kind != "text" for item in items):
            findings.add("DAT103", value, key=key, expected='"…"', got=shape(value))
        yield key, tuple(item.text for item in items)


def _divisor(findings: Findings, node: Node) -> tuple[Divisor, ...]:
    place = member(node, "dibagi")
    if place is None:
        return ()
    if place.kind != "map":
        findings.add("DAT103", place, key="dibagi", expected="{…}", got=shape(place))
        return ()
    _unknown(findings, place, tuple(DIVISOR))
    parts = [text(findings, place, key) for key in DIVISOR]
    missing = [key for key, part in zip(DIVISOR, parts, strict=True) if not part]
    if missing:
        findings.add("GRA101", place, keys=", ".join(missing))
        return ()
    return (Divisor(*parts),)


def _naming(resource: Resource) -> str:
    """The column that names a row: the first of Kemendagri codes, else the key where it is one column, else none."""
    coded = (field.name for field in resource.fields if field.region_system == "kemendagri")
    return next(coded, resource.primary_key[0] if len(resource.primary_key) == 1 else "")


def _meaning(findings: Findings, node: Node, view: View, fields: dict[str, Field]) -> None:
    """Whether the columns can carry what the kind of chart does with them, and whether the values have a unit."""
    across, up = fields[view.x], fields.get(view.y)
    placed = fields.get(view.label) if view.kind == "titik" else across
    coded = placed is not None and placed.region_system == "kemendagri"
    coded = coded and bool(set(_levels(placed)) & {"provinsi", "kabkota"})
    if (view.kind == "peta" or view.divisor) and not coded:
        findings.add("GRA106", member(node, "x"), column=view.x)
    by_class = view.kind == "peta" and not view.divisor
    for key, field in (("y", up), ("x", across if view.kind == "titik" else None)):
        if field is not None and field.type not in _NUMERIC and not (key == "y" and by_class):
            findings.add("GRA105", member(node, key), column=field.name, type=field.type)
    if view.kind in ("garis", "titik") and up is None:
        findings.add("GRA101", node, keys="y")
    if not view.unit and (up is None or not up.unit or view.divisor):
        findings.add("GRA111", node, name=view.name)


def _levels(field: Field | None) -> list[str]:
    return field.region_level.split(", ") if field and field.region_level else ["kabkota"]
