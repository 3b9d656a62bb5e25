"""`x-aturan` of a descriptor: rules of agreement that the figures keep, read strictly."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from lintas.datasets.values import Findings, choice, maps, member, one_or_more, text, unknown_keys
from lintas.model import Aturan, Resource
from lintas.reader import Node, near

KINDS = ("jumlah-kolom", "jumlah-wilayah", "jumlah-baris", "persen", "sama")
KEYS = ("jenis", "nama", "tabel", "kolom", "seluruh", "kode", "induk", "nilai", "per", "kunci", "dengan", "toleransi")
_OTHER = ("dataset", "tabel", "kolom", "kunci")
_NEEDED = {
    "jumlah-kolom": ("kolom", "seluruh"),
    "jumlah-wilayah": ("kolom", "induk"),
    "jumlah-baris": ("kolom", "nilai"),
    "persen": ("kolom",),
    "sama": ("kolom", "kunci", "dengan"),
}


def read_rules(findings: Findings, package: Node, resources: tuple[Resource, ...]) -> tuple[Aturan, ...]:
    """The rules that can be applied; a rule with a fault is reported and left out."""
    tables = {resource.name: resource for resource in resources if resource.tabular}
    found = []
    for node in maps(findings, package, "x-aturan"):
        before = len(findings.found)
        rule = _rule(findings, node, tables)
        if len(findings.found) == before:
            found.append(rule)
    return tuple(found)


def _rule(findings: Findings, node: Node, tables: dict[str, Resource]) -> Aturan:
    unknown_keys(findings, node, KEYS)
    kind = choice(findings, node, "jenis", KINDS)
    missing = [key for key in ("jenis", "tabel", *_NEEDED.get(kind, ())) if member(node, key) is None]
    if missing:
        findings.add("ATU101", node, keys=", ".join(missing), kind=kind or "–")
    other = member(node, "dengan")
    if other is not None:
        unknown_keys(findings, other, _OTHER)
    rule = Aturan(
        kind=kind,
        resource=text(findings, node, "tabel"),
        columns=_names(findings, node, "kolom"),
        label=text(findings, node, "nama"),
        total=text(findings, node, "seluruh"),
        code=text(findings, node, "kode") or "kode",
        values=_names(findings, node, "nilai"),
        group=_names(findings, node, "per"),
        keys=_names(findings, node, "kunci"),
        other_dataset=text(findings, other, "dataset"),
        other_resource=text(findings, other, "tabel") if other else text(findings, node, "induk"),
        other_columns=_names(findings, other, "kolom") if other else (),
        other_keys=_names(findings, other, "kunci") if other else (),
        tolerance=_tolerance(findings, node),
        line=node.line,
        column=node.column,
    )
    _known(findings, node, rule, tables)
    return rule


def _names(findings: Findings, node: Node | None, key: str) -> tuple[str, ...]:
    return tuple(ref.text for ref in one_or_more(findings, node, key))


def _tolerance(findings: Findings, node: Node) -> str:
    value = member(node, "toleransi")
    if value is None:
        return "0"
    if value.kind == "text" and is_decimal(value.text) and Decimal(value.text) >= 0:
        return value.text
    findings.add("ATU104", value, key="toleransi", value=value.text)
    return "0"


def is_decimal(value: str) -> bool:
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False


def _known(findings: Findings, node: Node, rule: Aturan, tables: dict[str, Resource]) -> None:
    """Tables and columns that the rule names are there, and numbers are numbers."""
    table = _table(findings, node, rule.resource, tables)
    if table is not None:
        wanted = [*rule.columns, *rule.group, *rule.keys, rule.total]
        _columns(findings, node, table, [*wanted, rule.code] if rule.kind == "jumlah-wilayah" else wanted)
        _numeric(findings, node, table, (*rule.columns, rule.total))
    if rule.kind == "jumlah-wilayah" and rule.other_resource:
        above = _table(findings, node, rule.other_resource, tables)
        if above is not None:
            _columns(findings, node, above, [*rule.columns, rule.code])
    if rule.kind == "sama" and not rule.other_dataset and rule.other_resource:
        other = _table(findings, node, rule.other_resource, tables)
        if other is not None:
            _columns(findings, node, other, [*(rule.other_columns or rule.columns), *(rule.other_keys or rule.keys)])
    _paired(findings, node, rule)


def _paired(findings: Findings, node: Node, rule: Aturan) -> None:
    """Lists that go together are of one length; stated values are numbers."""
    for value in rule.values:
        if not is_decimal(value):
            findings.add("ATU104", member(node, "nilai"), key="nilai", value=value)
    if rule.values and len(rule.values) != len(rule.columns):
        findings.add("ATU105", node, first="nilai", here=len(rule.values), second="kolom", there=len(rule.columns))
    if rule.other_columns and len(rule.other_columns) != len(rule.columns):
        findings.add("ATU105", node, first="dengan.kolom", here=len(rule.other_columns), second="kolom",
                     there=len(rule.columns))  # fmt: skip
    if rule.other_keys and len(rule.other_keys) != len(rule.keys):
        findings.add("ATU105", node, first="dengan.kunci", here=len(rule.other_keys), second="kunci",
                     there=len(rule.keys))  # fmt: skip


def _table(findings: Findings, node: Node, name: str, tables: dict[str, Resource]) -> Resource | None:
    if name and name not in tables:
        findings.add("ATU102", node, value=name, hint=near(name, tuple(tables)))
    return tables.get(name)


def _columns(findings: Findings, node: Node, table: Resource, names: list[str]) -> None:
    known = [field.name for field in table.fields]
    for name in dict.fromkeys(names):
        if name and name not in known:
            findings.add("ATU103", node, field=name, resource=table.name, hint=near(name, known))


def _numeric(findings: Findings, node: Node, table: Resource, names: tuple[str, ...]) -> None:
    for field in table.fields:
        if field.name in names and field.type not in ("integer", "number"):
            findings.add("ATU106", node, field=field.name, type=field.type)
