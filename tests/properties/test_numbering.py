"""Laws of numbers: what a scheme writes it reads back, blanks change nothing, the next number is free."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lintas.numbering import PROFILES, Parts, next_number, parse, parse_as, render, squeeze, tokens

PROFILE = st.sampled_from(PROFILES)
SEQUENCE = st.integers(1, 9999)
DAY = st.dates(date(2010, 1, 1), date(2049, 12, 31))


def parts(pattern: str, sequence: int, day: date) -> Parts:
    """What the pattern can tell."""
    names = {token.name: token for token in tokens(pattern)}
    first = {name: next((w for w in token.words if "*" not in w), "") for name, token in names.items()}
    return Parts(
        sequence,
        day.month if "bulan" in names else 0,
        day.year if "tahun" in names else 0,
        first.get("unit", ""),
        first.get("klasifikasi", ""),
    )


@given(PROFILE, SEQUENCE, DAY)
def test_what_a_scheme_writes_it_reads_back(profile, sequence, day):
    for pattern in profile.patterns:
        told = parts(pattern, sequence, day)
        number = parse(render(pattern, told))
        assert number is not None
        assert (number.profile, number.parts, number.exact) == (profile.key, told, True)


@given(PROFILE, SEQUENCE, DAY, st.data())
def test_stray_blanks_change_nothing(profile, sequence, day, data):
    plain = render(profile.patterns[0], parts(profile.patterns[0], sequence, day))
    blanks = data.draw(st.lists(st.sampled_from(["", "", "", " ", "\u00a0", "  "]), min_size=len(plain)))
    spread = "".join(char + blank for char, blank in zip(plain, blanks, strict=False))
    one, other = parse(plain), parse(spread)
    assert one is not None
    assert other is not None
    assert (one.normal, one.parts, one.profile) == (other.normal, other.parts, other.profile)


@given(PROFILE, st.lists(SEQUENCE, max_size=8), DAY)
def test_the_next_number_is_free_and_of_its_scheme(profile, sequences, day):
    taken = [render(profile.patterns[0], parts(profile.patterns[0], each, day)) for each in sequences]
    number = parse_as(profile, next_number(profile, taken, day))
    assert number is not None
    assert number.parts.sequence == max(sequences, default=0) + 1
    assert number.normal not in {squeeze(text) for text in taken}


@given(st.text(max_size=150) | st.from_regex(r"[A-Z0-9./ -]{1,60}", fullmatch=True))
def test_any_text_is_read_without_raising(text):
    number = parse(text)
    assert number is None or number.normal == squeeze(text)
