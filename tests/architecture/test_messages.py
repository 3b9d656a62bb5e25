"""Messages: complete in both languages, one for every code, none that nothing emits."""

import string

import pytest

from tests.architecture.repository import emitted, files, messages

LANGUAGES = ("id", "en")
PARTS = ("message", "remedy", "why")


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_emitted_code_has_a_message():
    assert {code: name for code, name in emitted().items() if code not in messages()} == {}


def test_every_message_is_emitted():
    assert sorted(set(messages()) - set(emitted())) == []


@pytest.mark.parametrize("code", sorted(messages()))
def test_a_message_is_well_formed(code):
    entry = messages()[code]
    assert set(entry) == {"severity", *LANGUAGES}
    assert entry["severity"] in ("error", "warning", "advice")
    for language in LANGUAGES:
        assert set(entry[language]) == set(PARTS)
        for part in PARTS:
            text = entry[language][part]
            assert isinstance(text, str), (language, part)
            assert text.strip(), (language, part)
    for part in ("message", "remedy"):
        assert placeholders(entry["id"][part]) == placeholders(entry["en"][part]), part


def test_every_code_has_a_minimal_broken_example():
    examples = {name.split("/")[2].split("-")[0] for name in files() if name.startswith("tests/invalid/")}
    assert sorted(set(messages()) - examples) == []
    assert sorted(code for code in examples - set(messages()) if code.isupper()) == []
