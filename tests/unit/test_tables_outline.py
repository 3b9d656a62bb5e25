"""What is told of a whole column at once is what its cells say one by one."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from lintas.tables.prover.arrays import as_texts
from lintas.tables.prover.cells import missing_of, prove_column
from lintas.tables.prover.columns import Column, columns_of
from lintas.tables.prover.outline import WIDTH, Outline
from lintas.tables.prover.patterns import ranges_of
from lintas.tables.prover.plain import plainly
from lintas.tables.prover.structure import Doubt
from tests.properties.typed_cells import CLEAN, PATTERNS, TRICKY
from tests.unit.test_tables_prover import fields_of_many_kinds

MORE = (r"PN-\d{4}", r"^[A-Z]\d{2}-\d$", r"\d{2}\.\d{2}", "[a-c]{2}", "a[x]{3}", r"\d/\d", "a{0}b", "[A-z]1")
LIKE = (
    r"PN-\d{4}",
    r"\d{1,6}",
    r"\d{1,3}\.\d{2}",
    r"\d/\d",
    r"[A-F]\d{2}",
    r"\d{1,2}[./,]\d{2}",
    r"-?\d{1,2}",
    "[a-c]{1,3}",
)
ALIKE = st.sampled_from([re.compile(pattern, re.ASCII) for pattern in LIKE]).flatmap(
    lambda pattern: st.lists(st.from_regex(pattern, fullmatch=True), min_size=1, max_size=9)
)
ODD = st.lists(
    st.sampled_from(sorted({*TRICKY, *(text for texts in CLEAN.values() for text in texts)} - {"\0", "sNaN"}))
)
SHORT = st.lists(st.text(st.sampled_from("/.0159aé"), max_size=WIDTH + 2))
BLOCKS = st.lists(st.one_of(ALIKE, ODD, SHORT).filter(bool), min_size=1, max_size=4)


def outline_of(blocks):
    outline = Outline()
    for block in blocks:
        outline.add(as_texts(block))
    return outline


@settings(max_examples=400, deadline=None)
@given(blocks=BLOCKS)
def test_cells_come_back_and_are_counted(blocks):
    outline, cells = outline_of(blocks), [cell for block in blocks for cell in block]
    assert [cell for part in outline.parts() for cell in part.to_pylist()] == cells
    assert [outline.cell(row) for row in range(len(cells))] == cells
    assert outline.distinct() in (None, len(set(cells)))
    assert outline.exact or outline.distinct() is None


@settings(max_examples=400, deadline=None)
@given(blocks=BLOCKS)
def test_a_column_is_the_same_whether_numbered_or_not(blocks):
    cells = [cell for block in blocks for cell in block]
    numbered, column = (columns_of(len(cells), [[as_texts(block) for block in blocks]]).each[0] for _ in range(2))
    texts = numbered.texts.to_pylist()
    assert [texts[code] for code in numbered.codes] == cells
    assert sorted(texts) == sorted(set(cells))
    for gaps in ((), ("",), ("1", "", "no such text"), ("é", "/")):
        found = (sum(cell in gaps for cell in cells), len(set(cells) & set(gaps)))
        assert column.missing(gaps) == numbered.missing(gaps) == found
    assert column.distinct() == numbered.distinct() == len(set(cells))
    assert column.never_empty() is numbered.never_empty() is all(cells)
    assert [column.cell(row) for row in range(len(cells))] == cells


def readable(field):
    """Not with a pattern or a bound that the library itself cannot read."""
    try:
        field.create_cell_reader()("1")
    except (re.error, TypeError):
        return False
    return True


FIELDS = [field for field in fields_of_many_kinds() if readable(field)]


@settings(max_examples=500, deadline=None)
@given(field=st.sampled_from(FIELDS), blocks=st.lists(ALIKE, min_size=1, max_size=3) | BLOCKS)
def test_what_an_outline_proves_the_reader_of_the_library_takes(field, blocks):
    cells = {cell for block in blocks for cell in block}
    reader = field.create_cell_reader()
    clean = not any(reader(cell)[1] for cell in cells)
    assert clean or not plainly(field, missing_of(field), outline_of(blocks))
    assert clean is proved(field, blocks)


def proved(field, blocks):
    column = Column()
    for block in blocks:
        column.add(as_texts(block))
    try:
        prove_column(field, column)
    except Doubt:
        return False
    return True


def test_outlines_prove_what_is_common():
    """Otherwise they are of no use."""
    from frictionless import Field

    cases = (
        ({"type": "string", "constraints": {"pattern": r"PN-\d{4}", "maxLength": 9}}, ["PN-0001", "PN-9999"]),
        ({"type": "integer", "constraints": {"minimum": 0, "maximum": 1000}}, ["0", "12", "999"]),
        ({"type": "number", "constraints": {"minimum": 0}}, ["0.25", "12.50", "199.75"]),
        ({"type": "number", "decimalChar": ","}, ["0,5", "10,0"]),
        ({"type": "any"}, ["a", "bc"]),
    )
    for described, cells in cases:
        field = Field.from_descriptor({"name": "k", **described})
        assert plainly(field, missing_of(field), outline_of([cells])), described


def test_ranges_of_a_pattern_take_nothing_that_it_does_not():
    known = 0
    for pattern in (*PATTERNS, *MORE):
        ranges = ranges_of(pattern)
        if ranges:
            known += 1
            for place in (0, 1):
                text = "".join(chr(pair[place]) for pair in ranges)
                assert re.compile(f"^{pattern}$").match(text), (pattern, text)
    assert known > 8


def test_a_number_with_many_digits_may_be_rounded_up_to_its_bound():
    from frictionless import Field

    field = Field.from_descriptor(
        {"name": "k", "type": "number", "floatNumber": True, "constraints": {"exclusiveMaximum": 1e17}}
    )
    assert field.create_cell_reader()("9" * 17)[1]
    assert not plainly(field, missing_of(field), outline_of([["9" * 17, "1"]]))
