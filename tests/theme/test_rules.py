"""Rules of the theme: tokens alone hold literal values, the languages say the same things, files stay small."""

import re
import struct

import pytest

from tests.theme.examples import THEME, read, strings

STYLES = sorted((THEME / "css").glob("*.css"))
TOKENS = "10-tokens.css"
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch|color)\(")
SIZE = re.compile(r"(?<![\w.-])\d*\.?\d+(?:rem|px|pt)\b")
GAP = re.compile(r"\{\w+\}")


def _rules(path):
    """The style sheet without comments and without the conditions of at-rules, which cannot use tokens."""
    source = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"@(?:media|container|supports)[^{]*\{", "{", source)


@pytest.mark.parametrize("path", [path for path in STYLES if path.name != TOKENS], ids=lambda path: path.name)
def test_only_tokens_hold_literal_colours_and_sizes(path):
    declarations = "\n".join(re.findall(r":\s*([^;{}]+);", _rules(path)))
    assert COLOUR.findall(declarations) + SIZE.findall(declarations) == []


def test_every_token_used_is_defined_and_every_token_defined_is_used():
    sources = "\n".join(_rules(path) for path in STYLES)
    defined = set(re.findall(r"^\s*(--[\w-]+):", sources, flags=re.MULTILINE))
    used = set(re.findall(r"var\((--[\w-]+)", sources))
    assert used == defined


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_rule_stands_in_a_layer(path):
    outside = re.sub(r"@font-face\s*\{[^}]*\}|@layer [^;{]*;", "", _rules(path)).strip()
    assert outside == "" or re.match(r"@layer (reset|tokens|base|layout|components|utilities) \{", outside)


def test_the_languages_have_the_same_strings_with_the_same_gaps():
    indonesian, english = read(THEME / "i18n" / "id.yaml"), read(THEME / "i18n" / "en.yaml")
    assert list(indonesian) == list(english)
    for key, text in indonesian.items():
        for form in english[key].split("|"):  # of one, of many
            assert sorted(GAP.findall(text)) == sorted(GAP.findall(form)), key
    assert [key for key, text in indonesian.items() if "|" in text] == []
    assert [key for key, text in english.items() if text.count("|") > 1] == []


SPOKEN = re.compile(
    r"""(?:textContent|innerText|ariaLabel|ariaDescription|title|placeholder|alt)\s*=\s*(?:"[^"]*[A-Za-z]{2}"""
    r"""|`[^`$]*[A-Za-z]{2})|setAttribute\("(?:aria-label|title|placeholder|alt)",\s*["`][^"`$]*[A-Za-z]{2}"""
    r"""|["`][A-Z][a-z]+ [a-z]{2,}[^"`]*["`]"""
)


@pytest.mark.parametrize("path", sorted((THEME / "js").glob("*.mjs")), ids=lambda path: path.stem)
def test_a_module_holds_no_words_that_are_read(path):
    """What readers see or hear comes from the template, in the language of the page."""
    source = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert SPOKEN.findall(source) == []


def test_every_string_a_template_asks_for_exists():
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (THEME / "templates").rglob("*.html"))
    known = vars(strings("id"))
    assert sorted({key for key in re.findall(r"\bt\.(\w+)", sources) if key not in known}) == []


def test_every_module_a_template_starts_exists_and_is_small():
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (THEME / "templates").rglob("*.html"))
    modules = set(re.findall(r'data-module="([\w-]+)"', sources))
    scripts = {path.stem: path.read_text(encoding="utf-8") for path in (THEME / "js").glob("*.mjs")}
    parts = {name for text in scripts.values() for name in re.findall(r'(?:from |import\()"\./([\w-]+)\.mjs"', text)}
    assert modules | parts | {"main"} == scripts.keys()
    assert all(len(path.read_text(encoding="utf-8").splitlines()) <= 150 for path in (THEME / "js").glob("*.mjs"))


def _luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [part / 255 for part in struct.unpack("BBB", bytes.fromhex(digits))]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _values(dark):
    source = (THEME / "css" / TOKENS).read_text(encoding="utf-8")
    plain, _, rest = source.partition("(prefers-color-scheme: dark)")
    night = rest.partition("@media (prefers-contrast")[0]
    return dict(re.findall(r"(--[\w-]+):\s*([^;]+);", plain + (night if dark else "")))


def _resolve(values, name):
    value = values[name]
    return _resolve(values, value[4:-1]) if value.startswith("var(") else value


PAIRS = [
    ("--text", "--page", 7),
    ("--text", "--tint", 7),
    ("--text-soft", "--page", 4.5),
    ("--text-soft", "--tint", 4.5),
    ("--text-soft", "--raised", 4.5),
    ("--link", "--page", 4.5),
    ("--link", "--tint", 4.5),
    ("--accent", "--page", 4.5),
    ("--accent", "--tint", 4.5),
    ("--on-accent-soft", "--accent-soft", 4.5),
    ("--panel-text", "--panel", 7),
    ("--panel-soft", "--panel", 4.5),
    ("--panel-accent", "--panel", 4.5),
    ("--focus", "--page", 3),
    ("--line-control", "--page", 3),
    ("--line-control", "--tint", 3),
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: "on".join(pair[:2]))
def test_colours_stand_off_from_their_ground(pair, dark):
    values = _values(dark)
    assert _contrast(_resolve(values, pair[0]), _resolve(values, pair[1])) >= pair[2]
