"""Laws of the converter: total, deterministic, without memory, and safe, for any text made of Markdown's signs."""

import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from lintas import prose
from lintas.prose.rawhtml import TAGS

PIECES = (
    "[", "]", "(", ")", "!", "<", ">", "*", "**", "_", "__", "`", "``", "```\n", "~~~\n", "\\", "#", "## ", "\n",
    "\n\n", "    ", "  \n", "- ", "1. ", "> ", "|", "|-|\n", "[^a]", "[^a]: ", "[a]: b\n", '"', "'", "--", "<div>",
    "</div>", "<b", '<a href="x">', '<img src=y alt="z">', "</a>", "<!--", "-->", "&lt;", "&#x3c;", "&", "a", "kata ",
    "siaran:x", "javascript:x", "https://a.id", "@", "=", "===\n", "---\n", "<script>", "</script>", "<svg onload=x>",
    "\x02", "\x03", "klzzwxh:0000", "\x02kode:0\x03", "slot:0", '="slot:9"', "\t", "\r\n", "é", ":", "\u202e",
    " onerror=x", "style=x",
)  # fmt: skip
BODIES = st.lists(st.sampled_from(PIECES), max_size=120).map("".join)
ADDRESS = re.compile(r"https?://|mailto:|tel:|slot:\d+\Z|#")


class Reader(HTMLParser):
    def __init__(self, slots):
        super().__init__()
        self.slots = slots
        self.ids = []

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS | {"section"}
        for name, value in attrs:
            assert not name.startswith("on")
            assert name not in ("style", "srcset", "formaction", "background")
            if name == "id":
                self.ids.append(value)
            if name in ("href", "src"):
                assert ADDRESS.match(value), value
                assert not value.startswith("slot:") or int(value[5:]) < self.slots


@settings(max_examples=300, deadline=None)
@given(BODIES)
def test_any_text_gives_safe_html(body):
    value = prose.convert(body, "a.md", 1).value
    reader = Reader(len(value.links))
    reader.feed(value.html)
    assert len(reader.ids) == len(set(reader.ids))
    assert not re.search("[\x00-\x08\x0b-\x1f]|klzzwxh:(?!0000)", value.html)
    assert [heading.id for heading in value.headings if heading.id not in reader.ids] == []
    assert all(int(number) < len(value.links) for number in re.findall(r'="slot:(\d+)"', value.html))


@settings(max_examples=100, deadline=None)
@given(BODIES, BODIES)
def test_no_body_changes_the_next(first, second):
    alone = prose.convert(second, "a.md", 1)
    prose.convert(first, "b.md", 7)
    assert prose.convert(second, "a.md", 1) == alone


@settings(max_examples=200, deadline=None)
@given(BODIES, st.integers(1, 50))
def test_places_move_with_the_first_line(body, first_line):
    here, there = prose.convert(body, "a.md", 1), prose.convert(body, "a.md", first_line)
    assert here.value.html == there.value.html
    assert [d.span.line + first_line - 1 for d in here.diagnostics] == [d.span.line for d in there.diagnostics]
    lines = body.count("\n") + body.count("\r") + 1
    assert all(1 <= d.span.line <= lines for d in here.diagnostics)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=300))
def test_any_unicode_text_is_converted(body):
    prose.convert(body, "a.md", 1)
