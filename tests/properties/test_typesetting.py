"""Whatever a release says, it can be set: nothing in it is code, and every sign has a form on paper or is told."""

from __future__ import annotations

import io

import pypdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lintas.prose import convert
from lintas.rendering import strings
from lintas.runs import OWN_THEME
from lintas.typesetting import Entry, Letter, Letterhead
from lintas.typesetting.compiling import typeset

WORDS = tuple(sorted(strings(OWN_THEME, "id").items()))
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
PLAIN = st.text(st.sampled_from("abcXYZ 0123,.;:!?#$*_@\\/<>[]{}()=+-~`'\"^&%|"), max_size=60)
TAGS = (
    "p h2 h3 h6 ul ol li blockquote pre table tr td th figure figcaption dl dt dd div details summary em strong code "
    "sup sub mark q a br hr ruby rt span section caption tbody thead"
).split()
ATTRIBUTES = st.sampled_from(
    ("", ' colspan="3"', ' rowspan="2"', ' class="num"', ' href="https://uji.go.id/"', ' href="slot:0"', ' href="#x"',
     ' dir="rtl"', ' lang="ar"', ' start="9"', ' id="fn-1"', ' role="doc-noteref" href="#fn-1"')
)  # fmt: skip


def nested(inner):
    return st.tuples(st.sampled_from(TAGS), ATTRIBUTES, st.lists(inner, max_size=4)).map(
        lambda made: f"<{made[0]}{made[1]}>{''.join(made[2])}</{made[0]}>"
    )


FRAGMENT = st.recursive(
    (TEXT | PLAIN).map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")),
    nested,
    max_leaves=25,
)


def letter(html: str, **given) -> Letter:
    plain = {
        "path": "content/siaran-pers/2025/rapat.md", "title": "Rapat", "language": "id", "published": "2025-07-04",
        "address": "https://uji.go.id/siaran-pers/2025/rapat/", "head": Letterhead("Kementerian Uji"), "words": WORDS,
        "targets": ("https://uji.go.id/data/",), "html": html,
    }  # fmt: skip
    return Letter(**{**plain, **given})


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(FRAGMENT, max_size=5).map("".join))
def test_any_fragment_can_be_set(html):
    assert typeset(letter(html), {}).data.startswith(b"%PDF-1.7")


@settings(max_examples=150, deadline=None)
@given(TEXT, TEXT, PLAIN)
def test_any_text_of_the_front_matter_can_be_set(title, text, plain):
    made = letter(
        "<p>x</p>", title=title or "x", summary=text, numbers=(text, plain), dateline=text,
        notices=(Entry(plain, text),), regulations=(Entry(text, plain),), contacts=((text, plain),),
        head=Letterhead(title, text, (plain, text)),
    )  # fmt: skip
    assert typeset(made, {}).data


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("ab #$*_@\\=/[]{}()~`\"'+-|>\n"), max_size=200))
def test_any_body_can_be_set_and_its_letters_are_printed(body):
    html = convert(body, "content/siaran-pers/2025/rapat.md", 1).value.html
    data = typeset(letter(html + "<p>penutup</p>"), {}).data
    assert "penutup" in "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
