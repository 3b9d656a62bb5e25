"""What a run remembers, what ends it early, and what it reports."""

import pytest

from lintas import pipeline, stages
from lintas.pipeline import Options
from lintas.runs import Validity
from tests import portals

SMALL = {
    "content/situs.yaml": b"judul: Portal Kecil\nfitur: {data_siaran: false, wilayah: tidak}\n",
    portals.release_path("2025", "satu"): portals.release("Kabar Satu", "2025-05-06"),
}


@pytest.fixture
def root(tmp_path):
    return portals.write({**SMALL, **portals.theme()}, tmp_path / "portal")


def test_an_unchanged_portal_is_not_even_read(root, monkeypatch):
    first = portals.build(root)

    def never(*_):
        raise AssertionError("stages ran")

    monkeypatch.setattr(stages, "build", never)
    again = portals.build(root)
    assert (again.ok, again.drawn, again.files, again.releases) == (True, 0, first.files, 1)


def test_warnings_are_told_again_when_nothing_has_changed(root):
    (root / "content/catatan.txt").write_text("x", encoding="utf-8")
    assert [d.code for d in portals.build(root).diagnostics] == ["KFG307"]
    assert [d.code for d in portals.build(root).diagnostics] == ["KFG307"]


@pytest.mark.parametrize(
    "change",
    [{"base_url": "https://lain.go.id/"}, {"cache": False}, {"now": "2025-01-01T00:00:00Z"}],
    ids=["address", "without cache", "earlier"],
)
def test_other_options_build_again(root, change):
    portals.build(root)
    assert portals.build(root, **change).drawn > 0


def test_an_address_given_from_outside_goes_before_the_settings(root):
    portals.build(root, base_url="https://lain.go.id/jalur")
    text = (root / "_site/sitemap-siaran-pers.xml").read_text(encoding="utf-8")
    assert "<loc>https://lain.go.id/jalur/siaran-pers/2025/satu/</loc>" in text


def test_findings_of_all_stages_come_together_in_order(root):
    portals.write({
        **SMALL, **portals.theme(),
        portals.release_path("2025", "a"): portals.release("A", "2025-02-30"),
        portals.release_path("2025", "b"): portals.release("B", "2025-01-01", "[x](siaran:c)", topik=["tidak-ada"]),
        "datasets/d/data/x.csv": b"a\n1\n",
    }, root)  # fmt: skip
    found = [(d.code, d.span.path) for d in portals.build(root).diagnostics]
    assert found == [
        ("KFG142", portals.release_path("2025", "a")), ("TAU104", portals.release_path("2025", "b")),
        ("TAU101", portals.release_path("2025", "b")), ("DAT100", "datasets/d/datapackage.json"),
    ]  # fmt: skip
    assert not (root / "_site").exists()


def test_check_concerns_a_file_through_what_is_related_too(root):
    """A slug twice is reported at the second file; whoever asks about the first must hear of it."""
    (root / "content/siaran-pers/2024").mkdir()
    (root / portals.release_path("2024", "satu")).write_bytes(portals.release("Kabar Satu", "2024-05-06"))
    options = Options(root, portals.NOW)
    first, second = portals.release_path("2024", "satu"), portals.release_path("2025", "satu")
    for path in (first, second, "content", "content/siaran-pers/"):
        assert [d.code for d in pipeline.check(options, (path,)).diagnostics] == ["TAU109"], path
    assert pipeline.check(options, ("content/halaman", "content/siaran-pers/20")).diagnostics == ()


def test_a_result_holds_from_the_last_release_until_the_next():
    held = Validity("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z")
    moments = ["2024-12-31T23:59:59Z", "2025-01-01T00:00:00Z", "2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z"]
    assert [held.covers(moment) for moment in moments] == [False, True, True, False]
    assert Validity("", "").covers("2099-01-01T00:00:00Z")
