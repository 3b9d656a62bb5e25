"""Tables of all types with schemas, keys and dialects: mostly clean, some with odd cells, rows, headers or bytes."""

import csv
import io

from hypothesis import strategies as st

from tests.properties.typed_cells import CLEAN, DAMAGE, TRICKY, fields
from tests.unit.data_packages import ABOUT

ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
DIALECTS = st.sampled_from(
    [None, None, None, None, {"delimiter": ","}, {"delimiter": ";"}, {"csv": {"delimiter": "\t"}}, {"delimiter": ":"},
     {"header": False}, {"headerRows": [1]}, {"headerRows": [2]}, {"headerRows": [1, 2]}, {"commentChar": "#"},
     {"skipInitialSpace": True}, {"quoteChar": "'"}, {"escapeChar": "\\"}, {"doubleQuote": False},
     {"lineTerminator": "\n"}, {"headerCase": False}, {"skipBlankRows": True}, {"commentRows": [2]}]
)  # fmt: skip


@st.composite
def schemas(draw):
    described = draw(fields())
    names = [field["name"] for field in described]
    schema = {"fields": described}
    if draw(st.integers(0, 2)) == 1:
        schema["missingValues"] = draw(st.sampled_from([[""], ["", "-"], ["-"], [], ["", "1", "x"], ["", "NA"]]))
    if draw(st.integers(0, 4)) == 1:
        schema["primaryKey"] = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
    if draw(st.integers(0, 15)) == 1:
        schema["fieldsMatch"] = draw(st.sampled_from(["exact", "equal", "subset", "superset", "partial"]))
    return schema


def cells_of(field):
    clean = st.sampled_from(CLEAN.get((field["type"], field.get("format", "default")), TRICKY))
    return st.one_of(*[clean] * 9, st.just(""))


@st.composite
def rows_of(draw, schema, most=8):
    """Clean by type more often than not; some cells odd, some rows too long or too short."""
    found = draw(st.lists(st.tuples(*(cells_of(field) for field in schema["fields"])).map(list), max_size=most))
    for _ in range(draw(st.sampled_from([0] * 6 + [1, 1, 2])) if found else 0):
        row = draw(st.sampled_from(found))
        if row:
            row[draw(st.integers(0, len(row) - 1))] = draw(st.sampled_from(TRICKY))
    if found and draw(st.integers(0, 9)) == 1:
        found.insert(draw(st.integers(0, len(found))), draw(st.lists(st.sampled_from(TRICKY), max_size=3)))
    return found


@st.composite
def contents(draw, schema, dialect, rows):
    header = [field["name"] for field in schema["fields"]]
    if draw(st.integers(0, 12)) == 1:
        header = draw(st.sampled_from([[f" {name} " for name in header], header[::-1], header + header[:1],
                                       [name.upper() for name in header], [*header, ""], header[:-1]]))  # fmt: skip
    head = [] if dialect and dialect.get("header") is False else [header]
    target = io.StringIO()
    given = dialect or {}
    delimiter = given.get("delimiter") or given.get("csv", {}).get("delimiter") or draw(st.sampled_from(",,,,;\t|"))
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]))
    writer = csv.writer(target, delimiter=delimiter, lineterminator=draw(ENDS), quoting=quoting)
    writer.writerows([*head, *rows])
    data = target.getvalue().encode()
    data = b"\xef\xbb\xbf" + data if draw(st.integers(0, 9)) == 1 else data
    for _ in range(draw(st.sampled_from([0] * 7 + [1, 1, 2]))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.sampled_from(DAMAGE)) + data[at + draw(st.integers(0, 1)) :]
    return data or b"\n"


@st.composite
def packages(draw):
    """A table, sometimes one that it refers to, and the bytes of both."""
    schema = draw(schemas())
    dialect = draw(DIALECTS) if draw(st.integers(0, 2)) == 1 else None
    rows = draw(rows_of(schema))
    ending = draw(st.sampled_from(["csv"] * 9 + ["tsv"]))
    resource = {"name": "a", "path": f"data/a.{ending}", "schema": schema}
    if dialect:
        resource["dialect"] = dialect
    resources, files = [resource], {}
    if draw(st.integers(0, 2)) == 1:
        other, source = draw(sources(schema, rows))
        if other:
            resources.append(other)
            files["data/b.csv"] = draw(contents(other["schema"], None, source))
    files[resource["path"]] = draw(contents(schema, dialect, rows))
    for name, options in (("encoding", ["utf-8", "utf-8-sig", "ascii", "latin-1"]), ("rows", [0, 1, 2, len(rows)]),
                          ("bytes", [0, len(files[resource["path"]])])):  # fmt: skip
        if draw(st.integers(0, 20)) == 1:
            resource[name] = draw(st.sampled_from(options))
    return {**ABOUT, "resources": resources}, files


@st.composite
def sources(draw, schema, rows):
    """A foreign key of `schema`, to itself or to a second table that has most of its values."""
    names = [field["name"] for field in schema["fields"]]
    own = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
    described = draw(st.one_of(st.just([dict(f) for f in schema["fields"] if f["name"] in own]), fields()))
    others = draw(st.permutations(own if draw(st.booleans()) else names).map(lambda found: found[: len(own)]))
    if draw(st.integers(0, 3)) == 1:
        schema["foreignKeys"] = [{"fields": own, "reference": {"resource": "", "fields": list(others)}}]
        return None, []
    described = [{"name": field["name"], "type": field["type"]} | field for field in described]
    targets = [field["name"] for field in described][: len(own)]
    targets = own if set(own) <= {field["name"] for field in described} else targets
    schema["foreignKeys"] = [{"fields": own, "reference": {"resource": "b", "fields": targets}}]
    places = [names.index(name) for name in own]
    copied = [[row[place] for place in sorted(places)] for row in rows if len(row) == len(names)]
    extra = draw(rows_of({"fields": described}, 3))
    source = [*copied, *extra] if len(described) == len(own) else extra
    return {"name": "b", "path": "data/b.csv", "schema": {"fields": described}}, source
