"""Every error type of the library, and the code it has here. One table; an unknown type becomes TAB999, never lost."""

from __future__ import annotations

UNKNOWN = "TAB999"

# Left out on purpose: "metadata-error" and other base types, which the library uses where it has no exact type.
CODES = {
    # reading
    "error": "TAB100",
    "source-error": "TAB101",
    "scheme-error": "TAB103",
    "format-error": "TAB107",  # the library lacks a reader for it, or the reader its package
    "encoding-error": "TAB105",
    "compression-error": "TAB106",
    "hash-count": "TAB108",
    "byte-count": "TAB109",
    "field-count": "TAB110",
    "row-count": "TAB111",
    # description; faults of the package itself are found, with their places, by lintas.datasets
    "resource-error": "TAB113",
    "schema-error": "TAB114",
    "field-error": "TAB115",
    "dialect-error": "TAB116",
    "control-error": "TAB117",
    # header
    "unmatched-header": "TAB202",
    "extra-label": "TAB203",
    "missing-label": "TAB204",
    "blank-label": "TAB205",
    "duplicate-label": "TAB206",
    "incorrect-label": "TAB207",
    # rows
    "blank-row": "TAB301",
    "primary-key": "TAB302",
    "foreign-key": "TAB303",
    "extra-cell": "TAB304",
    "missing-cell": "TAB305",
    "unique-error": "TAB306",
    # cells
    "type-error": "TAB401",
    "constraint-error": UNKNOWN,  # every constraint has its own code below
}

# A finer code where the remedy differs by type or by constraint.
TYPE_CODES = {
    "integer": "TAB402",
    "number": "TAB403",
    "date": "TAB404",
    "datetime": "TAB404",
    "time": "TAB404",
    "year": "TAB404",
    "yearmonth": "TAB404",
    "boolean": "TAB405",
}
CONSTRAINT_CODES = {
    "required": "TAB411",
    "pattern": "TAB412",
    "enum": "TAB413",
    "minimum": "TAB414",
    "maximum": "TAB414",
    "exclusiveMinimum": "TAB414",
    "exclusiveMaximum": "TAB414",
    "minLength": "TAB415",
    "maxLength": "TAB415",
}

# Notes by which the library tells apart what it gives one type.
EMPTY_SOURCE = "the source is empty"
NULL_KEY = 'cells composing the primary keys are all "None"'
MISSING_EXTRA = 'Please install "frictionless['


def code_of(kind: str, note: str) -> str:
    """The code for an error type, refined by the note where one type covers several faults."""
    if kind == "source-error" and note == EMPTY_SOURCE:
        return "TAB102"
    if kind == "primary-key" and note == NULL_KEY:
        return "TAB307"
    if kind == "type-error":
        return TYPE_CODES.get(note.removeprefix('type is "').partition("/")[0], CODES[kind])
    if kind == "constraint-error":
        return CONSTRAINT_CODES.get(note.removeprefix('constraint "').partition('"')[0], UNKNOWN)
    if kind == "error" and MISSING_EXTRA in note:
        return "TAB107"
    return CODES.get(kind, UNKNOWN)
