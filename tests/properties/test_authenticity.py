"""The normal form of a text: what chats change is levelled, and no changed word, figure or order passes."""

import random
import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lintas.authenticity import fingerprint, normal_form, parts, sha256

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéÉñ"
DIGITS = "0123456789"
SIGNS = ".,;:!?%()&/+=$€°±"
WORDS = st.text(LETTERS, min_size=1, max_size=9)
FIGURES = st.from_regex(r"\A-?(?:Rp)?[0-9]{1,3}(?:\.[0-9]{3}){0,2}(?:,[0-9]{1,2})?%?\Z")
TOKENS = st.lists(st.one_of(WORDS, WORDS, FIGURES), min_size=2, max_size=30)
NOISE = "*_`~>-–—“”‘’\"'#•\u00a0\u200b\u00ad\u200e \n\t"
ANY = st.text(st.one_of(st.sampled_from(NOISE + LETTERS + DIGITS + SIGNS), st.characters()), max_size=120)


@given(ANY)
@settings(max_examples=600)
def test_a_normal_form_is_its_own_normal_form_and_one_line(text):
    form = normal_form(text)
    assert not re.search(r"[\n\r\t\u00a0\u200b\u00ad]|  |^ | $", form)
    if form.count("*") + form.count("_") < 8:  # nests of marks deeper than anybody writes are cut short
        assert normal_form(form) == form


@given(ANY)
@settings(max_examples=600)
def test_letters_digits_and_signs_are_neither_lost_nor_moved(text):
    """Of these nothing may vanish, appear or change place, whatever marks stand around."""
    kept = set(LETTERS + DIGITS + SIGNS) - {"é", "É", "ñ"}
    assume("…" not in text and not any(0xFB00 <= ord(sign) <= 0xFB06 for sign in text))
    assume(text.isascii() or all(ord(sign) < 0x300 or 0x2000 <= ord(sign) < 0x2070 for sign in text))
    assert [sign for sign in normal_form(text) if sign in kept] == [sign for sign in text if sign in kept]


@given(TOKENS, st.randoms(use_true_random=False))
def test_what_a_chat_changes_passes(tokens, chance):
    text = " ".join(tokens)
    assert normal_form(_sent(tokens, chance)) == normal_form(text)


def _sent(tokens, chance: random.Random) -> str:
    """As a chat or a mail may deliver it: other breaks and spaces, words in bold, signs that nobody sees."""
    sent = []
    for token in tokens:
        mark = chance.choice(["", "", "*", "_", "**", "`"])
        hidden = chance.choice(["", "", "\u200b", "\u200e", "\ufeff"])
        sent += [mark + token + mark + hidden, chance.choice([" ", "\n", "  ", "\u00a0", "\r\n", " \n\n"])]
    return "".join(sent)


@given(TOKENS, st.data())
@settings(max_examples=600)
def test_any_changed_letter_or_digit_is_seen(tokens, data):
    text = " ".join(tokens)
    place = data.draw(st.sampled_from([index for index, sign in enumerate(text) if sign in LETTERS + DIGITS]))
    other = data.draw(st.sampled_from(DIGITS + LETTERS).filter(lambda sign: sign != text[place]))
    changed = data.draw(st.sampled_from([other, "", text[place] + other]))
    assert normal_form(text[:place] + changed + text[place + 1 :]) != normal_form(text)


@given(TOKENS, st.data())
def test_a_changed_order_of_words_is_seen(tokens, data):
    first, second = data.draw(st.lists(st.integers(0, len(tokens) - 1), min_size=2, max_size=2, unique=True))
    swapped = list(tokens)
    swapped[first], swapped[second] = swapped[second], swapped[first]
    assume(swapped != tokens)
    assert normal_form(" ".join(swapped)) != normal_form(" ".join(tokens))


@given(FIGURES, st.sampled_from(["- ", "-", "> ", "−", "–"]), WORDS)
def test_a_sign_before_a_figure_counts_even_at_the_start_of_a_line(figure, sign, word):
    """No bullet and no mark of a quotation can hide a minus or a "more than"."""
    assume(not figure.startswith("-"))
    assert normal_form(f"{word}\n{sign}{figure}") != normal_form(f"{word}\n{figure}")
    assert normal_form(f"{word} {sign}{figure}") != normal_form(f"{word} {figure}")


@given(FIGURES, st.sampled_from([".", ",", "%", " ", "0", "-", "+"]), st.data())
def test_a_sign_in_a_figure_counts(figure, sign, data):
    place = data.draw(st.integers(1, len(figure)))
    changed = figure[:place] + sign + figure[place:]
    assume(changed.strip() != figure)
    assert normal_form(f"a {changed} b") != normal_form(f"a {figure} b")


@given(WORDS, st.lists(TOKENS, min_size=1, max_size=4))
def test_a_fingerprint_is_that_of_the_form_and_its_parts_stand_in_the_text(title, sentences):
    body = ". ".join(" ".join(tokens) for tokens in sentences) + "."
    made = fingerprint(title, body)
    assert made.text == sha256(normal_form(f"{title}\n{body}"))
    assert all(part in normal_form(body) for part in parts(normal_form(body)))
    assert len(made.parts) % 8 == 0
