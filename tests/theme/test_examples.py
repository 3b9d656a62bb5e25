"""Every template draws its example, keeps the content security policy and holds no words of its own."""

import re

import pytest

from lintas.views import FOOTER_TEMPLATE, HEADER_TEMPLATE, TEMPLATES
from tests.theme.examples import EXAMPLES, THEME, environment, read, render

ATTRIBUTE = re.compile(r'\s(?:style|on\w+)\s*=\s*"')
OUTSIDE = re.compile(r'<(?:link rel="(?:stylesheet|preload|icon)"|script|img)[^>]*(?:href|src)="(?:https?:)?//')
COMMENT_OR_TAG = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<script.*?</script>|<[^>]*>", re.DOTALL)
READABLE_ATTRIBUTE = re.compile(r'\s(?:aria-label|alt|title|placeholder|label)="([^"{]*[A-Za-z][^"{]*)"')


@pytest.fixture(scope="module")
def jinja():
    return environment()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_drawn_whole(path, language, jinja):
    html = render(path, jinja, language)
    assert html.count("<h1") == 1
    assert html.count("<main") == html.count('id="isi"') == 1
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert all(target in ids for target in re.findall(r'aria-labelledby="([^"]+)"', html))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_keeps_the_security_policy(path, jinja):
    html = render(path, jinja)
    assert "Content-Security-Policy" in html
    assert ATTRIBUTE.search(html) is None
    assert "<style" not in html
    assert OUTSIDE.search(html) is None


def test_every_template_has_an_example_and_every_view_a_template():
    assert sorted(read(path)["template"] for path in EXAMPLES) == sorted(TEMPLATES.values())
    wanted = {*TEMPLATES.values(), HEADER_TEMPLATE, FOOTER_TEMPLATE}
    assert all((THEME / "templates" / name).is_file() for name in wanted)


def _templates():
    return sorted((THEME / "templates").rglob("*.html"))


@pytest.mark.parametrize("path", _templates(), ids=lambda path: path.stem)
def test_a_template_trusts_nothing_and_holds_no_words(path):
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b", source)
    assert READABLE_ATTRIBUTE.findall(source) == []
    words = re.findall(r"[A-Za-z]{2,}", COMMENT_OR_TAG.sub(" ", source))
    assert [word for word in words if word not in ("SHA",)] == []
