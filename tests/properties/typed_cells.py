"""Cells and fields for tables of all types: what a type takes, and what looks as if it did."""

from hypothesis import strategies as st

TRICKY = (
    "", " ", "-", "--", "1", "01", "+1", " 1", "1 ", "12", " 12", "1_000", "_1", "1__0", "+5", "-5", "-0", "0", "00",
    "1e5",
    "1E5", "1.", ".5", "1.0", "1.00", "0x10", "NaN", "nan", "sNaN", "INF", "Infinity", "-inf", "٣", "１２", "²", "1,5",
    "1.5",
    "1.234,5", "1,234.5", "1.2.3,4", "9223372036854775807", "9223372036854775808", "99999999999999999999", "1" * 60,
    "Rp1000",
    "95%", "-5%", "1\n", "\n1", "1\t", "1\u00a0", "1\u2003", "\u2212\u0031", "2025-07-04", "2025-7-4", "2025-02-29",
    "2024-02-29",
    "0000-01-01", "0001-01-01", "２０２５-07-04", "2025-07-04\n", "04/07/2025", "4/7/2025", "0000", "2024", "-001",
    "+202", " 202",
    "20_4", "２０２４", "20241", "2024-1", "2024-13", "2024-00", "true", "True", "TRUE", "tRUE", "false", "ya", "tidak",
    "a,b",
    'a"b', '"', '""', "a\nb", "a\n\nb", "x\r\ny", "\r", "é", "e\u0301", "\ufeff", "\ufeffa", "\x00", "\x0b", "\x1c",
    "\x85", "\u2028",
    "32.75", "11.1", "11.01", "NA", "x", "#x", "a;b", "a\tb", "a|b", "a'b", "'a'", "\\", "a\\,b", "None", "null",
    "ab", "abc",
    "2025-07-04T10:00:00", "2025-07-04 10:00:00", "2025-07-04T10:00:00Z", "2025-07-04T10:00:00+07:00",
    "2025-07-04T24:00:00",
    "2025-02-29T10:00:00", "2025-07-04T10:00", "10:00:00", "10:00", "24:00:00", "1:0:0", "P1D", "1,2", "[1]", "{}",
    "POINT (1 2)",
    "a@b.id", "https://a.id", "a b", "😀", "😀😀",
)  # fmt: skip

DAMAGE = (b'"', b'""', b"\n", b"\r", b"\r\n", b"\n\n", b"\0", b"\xef\xbb\xbf", b",", b";", b"\t", b" ", b"'", b"\\",
    b"#",
          b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xc2\x85", b"\xe2\x80\xa8", b"\x0b", b"1", b"-", b".", b"a", b'"a"',
          b'\n"', b'"\n')  # fmt: skip

_INTEGERS = ("1", "2", "3", "10", "-4", "0", "007", "123456789", "99", "100", "12")
_NUMBERS = (*_INTEGERS, "1.5", "-0.25", "3.0", "100.125", "0.1", "1.50", "12345678901234567890.5")
_MOMENTS = (
    "2025-07-04T10:00:00",
    "2024-02-29T23:59:59Z",
    "2025-01-01 00:00:00",
    "2025-07-04T10:00:00+07:00",
    "2025-07-04T10:00:00-00:00",
)
CLEAN = {
    ("string", "default"): (
        "a", "b", "c", "ab", "abc", "12", "1", "01", "x y", "é", "11.01", "32.75", "a,b", 'a"b', "a\nb", "-"),
    ("any", "default"): ("a", "1", "b", "-", "c d"),
    ("integer", "default"): _INTEGERS,
    ("number", "default"): _NUMBERS,
    ("boolean", "default"): ("true", "false", "1", "0", "True"),
    ("date", "default"): ("2025-07-04", "2024-02-29", "2025-7-4", "1999-12-31", "0001-01-01"),
    ("date", "any"): ("2025-07-04", "June 5 2020", "05/06/2020"),
    ("date", "%d/%m/%Y"): ("04/07/2025", "5/6/2020", "29/02/2024"),
    ("year", "default"): ("2024", "2025", "1999", "0000", "2020"),
    ("yearmonth", "default"): ("2025-07", "2025-7", "1999-12"),
    ("time", "default"): ("10:00:00", "23:59:59", "10:00:00Z"),
    ("datetime", "default"): _MOMENTS,
    ("datetime", "any"): _MOMENTS,
    ("string", "email"): ("a@b.id", "x.y@contoh.go.id"),
    ("string", "uri"): ("https://a.id", "https://contoh.go.id/x?y=1"),
    ("string", "uuid"): ("95ecc380-afe9-11e4-9b6c-751b66dd541e",),
    ("string", "binary"): ("YQ==", "YWI="),
    ("geopoint", "default"): ("1,2", "106.8,-6.2"),
    ("array", "default"): ("[1]", "[]"),
    ("object", "default"): ("{}", '{"a": 1}'),
    ("duration", "default"): ("P1D", "PT2H"),
    ("list", "default"): ("a,b", "c"),
}  # fmt: skip

PATTERNS = (
    r"\d+", "[a-z]*", r"\d\d(\.\d\d)?", "a|b", "^[a-z]$", r"^\d{2}\.\d{2}$", "(a|b|ab)+", r"[0-9]{1,2}",
    "[A-Za-z0-9 ]+", "a?b?c?",
    r"\w+", ".*", "[^x]*", r"(?i)A.*", r"[0-9.]+", "a++", "a{,2}", "a{1,2}", r"\d|", "|a", r"(\d{2})?a*", "a$",
    "x y|a", "é+", "",
)  # fmt: skip


def _rules(kind):
    rules = {"required": st.booleans(), "unique": st.booleans()}
    if kind == "string":
        rules |= {"pattern": st.sampled_from(PATTERNS), "minLength": st.integers(0, 2), "maxLength": st.integers(0, 5)}
        rules["enum"] = st.lists(
            st.sampled_from(("a", "b", "c", "1", "01", "-", "é")), min_size=1, max_size=5, unique=True
        )
    if kind in ("integer", "number"):
        bounds = st.sampled_from([-5, 0, 1, 3, 100, "1", "10", 2**70]) | st.sampled_from([0.1, 1.5, "1.5", "0.1"])
        rules |= dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), bounds)
        rules["enum"] = st.just([1, 2, "3", 10, "1.5"])
    if kind in ("date", "year", "datetime", "yearmonth"):
        bounds = {"date": "2020-01-01", "year": "2000", "datetime": "2020-01-01T00:00:00", "yearmonth": "2000-01"}
        rules |= {"minimum": st.just(bounds[kind]), "maximum": st.just(bounds[kind].replace("20", "29", 1))}
    if kind == "boolean":
        rules["enum"] = st.just(["true"])
    return st.fixed_dictionaries({}, optional=rules)


def _options(kind):
    if kind == "number":
        return {
            "decimalChar": st.sampled_from([",", ".", "_"]),
            "groupChar": st.sampled_from([".", ",", " ", "", "'"]),
            "bareNumber": st.booleans(),
            "floatNumber": st.booleans(),
        }
    if kind == "integer":
        return {"bareNumber": st.booleans()}
    return (
        {"trueValues": st.just(["ya", "true", "1"]), "falseValues": st.just(["tidak", "0"])}
        if kind == "boolean"
        else {}
    )


@st.composite
def field(draw, name):
    common = ["string", "integer", "number", "date", "year", "boolean"]
    kind, form = draw(st.sampled_from([(kind, "default") for kind in common * 8] + sorted(CLEAN)))
    described = {"name": name, "type": kind}
    if form != "default":
        described["format"] = form
    if draw(st.integers(0, 3)) == 1:
        described |= draw(st.fixed_dictionaries({}, optional=_options(kind)))
    if draw(st.integers(0, 3)) == 1:
        rules = draw(_rules(kind))
        described["constraints"] = {name: rules[name] for name in sorted(rules)[: draw(st.integers(1, 3))]}
    if draw(st.integers(0, 7)) == 1:
        described["missingValues"] = draw(st.sampled_from([[""], ["1"], ["", "a"], [], ["-", "0"]]))
    return described


@st.composite
def fields(draw):
    count = draw(st.integers(1, 4))
    return [draw(field(f"k{number}")) for number in range(count)]
