"""What the cache holds comes back as it was; damaged bytes come back as nothing."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintas import packing
from lintas.diagnostics import Diagnostic
from lintas.model import Catalogue, SiaranPers


@dataclass(frozen=True, slots=True)
class Inner:
    name: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Outer:
    one: Inner
    many: tuple[Inner, ...] = ()
    pairs: tuple[tuple[str, Inner], ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    flag: bool = False


INNER = st.builds(Inner, st.text(), st.integers())


@given(
    st.builds(
        Outer,
        INNER,
        st.lists(INNER).map(tuple),
        st.lists(st.tuples(st.text(), INNER)).map(tuple),
        st.lists(st.lists(st.none() | st.text()).map(tuple)).map(tuple),
        st.booleans(),
    )
)
def test_what_is_packed_comes_back(value):
    plain = packing.unseal(packing.seal(packing.packer(Outer)(value)))
    assert packing.unpacker(Outer)(plain) == value


@given(st.from_type(SiaranPers))
def test_a_release_comes_back(value):
    assert packing.unpacker(SiaranPers)(packing.packer(SiaranPers)(value)) == value


@pytest.mark.parametrize("cls", [Catalogue, Diagnostic])
def test_every_class_of_the_cache_can_be_packed(cls):
    assert packing.packer(cls)
    assert packing.unpacker(cls)


@given(st.data())
def test_damaged_bytes_are_noticed(data):
    sealed = bytearray(packing.seal(("teks", 1, (None, "lain"))))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    assert packing.unseal(bytes(sealed)) is None
    assert packing.unseal(bytes(sealed[:place])) is None


def test_parts_of_a_digest_do_not_run_together():
    assert packing.digest_of("a", "bc") != packing.digest_of("ab", "c")
    assert packing.digest_of("a", "b") != packing.digest_of("b", "a")
    assert packing.digest_of("a") == packing.digest_of("a")
