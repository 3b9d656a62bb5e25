"""Paging, shortened texts, telephone links and the titles of lists."""

import pytest

from lintas.model import Contact
from lintas.presenting import chrome, items
from lintas.wording import Words

WORDS = Words(
    "id", {"page_n_of": "halaman {n} dari {total}", "paging_previous": "Sebelumnya", "paging_next": "Berikutnya"}
)


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [(1, 2, "1 2"), (1, 9, "1 2 3 9"), (5, 9, "1 3 4 5 6 7 9"), (9, 9, "1 7 8 9"), (2, 3, "1 2 3")],
)
def test_paging_shows_near_neighbours_and_both_ends(page, pages, shown):
    made = items.paging("topik/x/", page, pages, WORDS)
    assert " ".join(link.text for link in made.pages) == shown
    assert [link.text for link in made.pages if link.current] == [str(page)]
    assert (made.previous is None, made.next is None) == (page == 1, page == pages)
    assert made.text == f"halaman {page} dari {pages}"


def test_addresses_of_paging_lead_to_pages():
    made = items.paging("topik/x/", 2, 3, WORDS)
    assert made.previous.path == "topik/x/"
    assert made.next.path == "topik/x/halaman/3/"
    assert items.paging("topik/x/", 1, 1, WORDS) is None


def test_slices_hold_everything_once_and_an_empty_list_has_one_page():
    assert items.slices(list("abcde"), 2) == [("a", "b"), ("c", "d"), ("e",)]
    assert items.slices(list("abcd"), 2) == [("a", "b"), ("c", "d")]
    assert items.slices([], 5) == [()]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("pendek", "pendek"),
        ("satu  dua\ntiga", "satu dua tiga"),
        ("kata " * 100, ("kata " * 39).strip() + "…"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_a_description_is_cut_between_words(text, short):
    assert chrome.shorten(text) == short
    assert len(chrome.shorten(text)) <= 200


def test_the_first_sentence_stands_for_a_description():
    assert items.first_sentence("Satu kalimat. Dua kalimat.") == "Satu kalimat."
    assert items.first_sentence("Tanpa titik") == "Tanpa titik"
    assert items.first_sentence("kata " * 100, 30) == "kata kata kata kata kata…"


@pytest.mark.parametrize(
    ("phone", "href"),
    [
        ("(021) 345-6789", "+62213456789"),
        ("+62 811 1234 5678", "+6281112345678"),
        ("021 3456789 ext. 12", ""),
        ("021 3456789 / 021 3456780", ""),
        ("112", ""),
    ],
)
def test_only_a_number_that_can_be_dialled_becomes_a_link(phone, href):
    assert chrome.contact(Contact(phone=phone)).phone_href == href


def test_a_licence_that_is_not_known_is_shown_as_it_is():
    assert chrome.licence("CC-BY-4.0").text == "CC BY 4.0"
    assert (chrome.licence("Lain-1.0").text, chrome.licence("Lain-1.0").url) == ("Lain-1.0", "")
