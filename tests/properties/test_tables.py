"""Laws of tables: the verdict is that of frictionless error for error, places lie in the file, and nothing raises."""

import copy
import csv
import io
import json
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lintas import tables, wilayah
from lintas.reporters import text_report
from lintas.tables.kinds import code_of
from lintas.tables.places import cell_start, locate
from tests.unit.data_packages import ABOUT, FOLDER, load, table

CALM = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
TYPES = ("string", "integer", "number", "date", "year", "boolean", "any")
TRICKY = (
    "", " ", "-", "1", "01", " 12", "1_000", "+5", "1e5", "NaN", "INF", "٣", "1,5", "1.5", "99999999999999999999",
    "2025-07-04", "2025-02-29", "0000", "2024", "true", "ya", "a,b", 'a"b', "a\nb", "x\r\ny", "é", "32.75", "11.1",
)  # fmt: skip
CELLS = st.sampled_from(TRICKY)
OWN = "TAB5"  # guards of this portal, beside the library


def constraints(kind):
    rules = {"required": st.booleans(), "unique": st.booleans()}
    if kind == "string":
        rules |= {"pattern": st.sampled_from([r"\d+", "[a-z]*", r"\d\d(\.\d\d)?"]), "maxLength": st.integers(0, 4)}
    if kind in ("integer", "number"):
        rules |= {"minimum": st.integers(-5, 5), "maximum": st.integers(5, 50)}
    return st.fixed_dictionaries({}, optional=rules)


@st.composite
def schemas(draw):
    kinds = draw(st.lists(st.sampled_from(TYPES), min_size=1, max_size=4))
    fields = [{"name": f"k{n}", "type": kind, "constraints": draw(constraints(kind))} for n, kind in enumerate(kinds)]
    schema = {"missingValues": draw(st.sampled_from([[""], ["", "-"], []]))}
    if draw(st.booleans()):
        schema["primaryKey"] = [field["name"] for field in fields[: draw(st.integers(1, len(fields)))]]
    return fields, schema


@st.composite
def contents(draw, width):
    header = [f"k{number}" for number in range(width)]
    if draw(st.integers(0, 9)) == 0:
        header = draw(st.lists(st.sampled_from(["k0", "k1", "K0", "", "lain"]), min_size=1, max_size=5))
    length = st.just(width) if draw(st.booleans()) else st.integers(0, width + 1)
    rows = draw(st.lists(length.flatmap(lambda size: st.lists(CELLS, min_size=size, max_size=size)), max_size=12))
    target = io.StringIO()
    csv.writer(target, lineterminator=draw(st.sampled_from(["\n", "\r\n"]))).writerows([header, *rows])
    return target.getvalue()


def judged(root, package):
    """What frictionless alone finds: how many errors of each of our codes."""
    from frictionless import Package

    resource = {**package["resources"][0], "encoding": "utf-8"}
    report = Package.from_descriptor({"resources": [resource]}, basepath=str(root / FOLDER)).validate()
    return Counter(code_of(error.type, error.note) for task in report.tasks for error in task.errors)


@CALM
@given(data=st.data())
def test_the_verdict_is_that_of_the_library_error_for_error(tmp_path, data):
    fields, schema = data.draw(schemas())
    text = data.draw(contents(len(fields)))
    package = {**ABOUT, "resources": [table(fields, **schema)]}
    outcome = load(tmp_path, package, {"data/tabel.csv": text})
    assert outcome.diagnostics == ()
    found = tables.check(tmp_path, outcome.value).diagnostics
    assert Counter(one.code for one in found if not one.code.startswith(OWN)) == judged(tmp_path, package)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for one in found:
        assert 0 <= one.span.line <= len(lines)
        assert 0 <= one.span.column <= len(lines[one.span.line - 1]) + 1
    assert text_report(found) or not found


@given(rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_a_cell_is_found_in_the_text_of_its_record(rows):
    for row in rows:
        target = io.StringIO()
        csv.writer(target, lineterminator="\n").writerow(row)
        text = target.getvalue()
        for number, cell in enumerate(row, start=1):
            rest = text[cell_start(text, number, ",", '"') :]
            assert (next(csv.reader(io.StringIO(rest))) or [""])[0] == cell


@given(text=st.text("a1,; é\n\r", max_size=60), wanted=st.frozensets(st.integers(1, 12)))
def test_without_quotation_marks_every_line_is_a_record(text, wanted):
    read, skipped = (
        locate(io.StringIO(text, newline=""), csv.excel, wanted, quoted=quoted) for quoted in (True, False)
    )
    assert read == skipped


BASE = {
    **ABOUT,
    "version": "1.0.0",
    "x-cakupan-waktu": {"mulai": "2024-01-01"},
    "x-cakupan-wilayah": ["32.75"],
    "resources": [
        {
            **table(
                (
                    {
                        "name": "kode",
                        "type": "string",
                        "constraints": {"pattern": "x", "enum": ["a"], "required": True},
                        "x-kode-wilayah": {"sistem": "kemendagri", "tingkat": ["kabkota"]},
                    },
                    {"name": "nilai", "type": "number", "constraints": {"minimum": 0}, "decimalChar": ","},
                ),
                primaryKey=["kode"],
                foreignKeys=[{"fields": ["kode"], "reference": {"resource": "", "fields": ["kode"]}}],
                missingValues=["", "-"],
            ),
            "dialect": {"delimiter": ",", "csv": {"quoteChar": '"'}},
            "encoding": "utf-8",
            "hash": "md5:0",
            "profile": "tabular-data-resource",
        }
    ],
}
JUNK = st.sampled_from(
    [
        *(None, True, 0, -1, 1.5, "", "x", "../x", "http://x", "utf-16", "base64", "(", "(a+)+", "zip", "xlsx"),
        *([], [[]], [None], ["x", "x"], {}, {"x": 1}, [{}], [{"name": "x"}]),
    ]
)


def places(value, path=()):
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, (*path, key))


PLACES = [path for path in places(BASE) if path]


@CALM
@given(changes=st.lists(st.tuples(st.sampled_from(PLACES), JUNK), min_size=1, max_size=3))
def test_no_descriptor_raises(tmp_path, changes):
    package = copy.deepcopy(BASE)
    for path, junk in changes:
        holder = package
        try:
            for key in path[:-1]:
                holder = holder[key]
            holder[path[-1]] = copy.deepcopy(junk)
        except (KeyError, IndexError, TypeError):
            continue
    outcome = load(tmp_path, json.dumps(package), {"data/tabel.csv": 'kode,nilai\n32.75,"1,5"\n11.1,x\n'})
    found = list(outcome.diagnostics)
    if outcome.value:
        found += tables.check(tmp_path, outcome.value).diagnostics
    assert text_report(found) or not found


CODES = st.sampled_from([region.code for region in wilayah.regions()])


@given(code=CODES)
def test_a_code_read_as_a_number_comes_back(code):
    region = wilayah.find(code)
    ruined = str(float(code))
    if ruined != code:
        assert wilayah.repair(ruined, region.name) == code
        assert wilayah.describe(ruined, region.name)[0] in ("WIL101", "WIL102")


@given(code=CODES)
def test_a_code_of_the_register_is_right_with_its_own_name(code):
    region = wilayah.find(code)
    assert wilayah.describe(code, region.name) is None
    assert wilayah.describe(code, region.name.upper()) is None
    assert wilayah.repair(code.replace(".", ""), region.name) == ("" if "." not in code else code)


@given(text=st.text(max_size=20), name=st.text(max_size=20))
def test_any_text_can_be_judged(text, name):
    verdict = wilayah.describe(text, name)
    proposed = wilayah.repair(text, name)
    assert verdict is None or verdict[0].startswith("WIL")
    assert not proposed or wilayah.describe(proposed) is None


def test_every_region_bears_its_name():
    assert [region.code for region in wilayah.regions() if region not in wilayah.named(region.name)] == []
