"""Ranks, totals, densities, the order of releases, and where links lead."""

from decimal import Decimal

import pytest

from lintas.model import (
    Catalogue,
    Dataset,
    Features,
    Field,
    Halaman,
    Heading,
    PackageFacts,
    Ref,
    Resource,
    Settings,
    SiaranPers,
    Source,
    TableFacts,
)
from lintas.relate import instant, next_change, relate, total, visible
from lintas.relate.figures import densities, figures

NOW = "2026-01-01T00:00:00Z"


def measured(rows, indicator="penduduk", slug="d", aggregate="jumlah"):
    """A dataset with one table of one measure, and its facts."""
    fields = (
        Field("kode", "Kode", "string"),
        Field("n", "Banyaknya", "number", indicator=indicator, aggregate=aggregate),
    )
    dataset = Dataset(
        f"datasets/{slug}/datapackage.json", slug, f"Data {slug}", "x", temporal_end="2024-12-31",
        resources=(Resource("t", "t.csv", "T", tabular=True, fields=fields),),
    )  # fmt: skip
    cells = tuple((code, (("n", text),)) for code, text in rows.items())
    return dataset, PackageFacts(slug, (TableFacts("t", 0, "", figures=cells),))


def ranks(rows):
    return {code: (found[0].rank, found[0].ranked) for code, found in figures([measured(rows)]).items()}


def test_equal_values_share_the_better_rank():
    found = ranks({"32.01": "5", "32.02": "7", "32.03": "5.0", "32.04": "1"})
    assert found == {"32.01": (2, 4), "32.02": (1, 4), "32.03": (2, 4), "32.04": (4, 4)}


def test_numbers_are_ranked_not_texts_and_levels_apart():
    found = ranks({"32": "9", "36": "10", "32.01": "2", "32.02": "NaN"})
    assert found == {"32": (2, 2), "36": (1, 2), "32.01": (1, 1), "32.02": (0, 0)}


def test_totals_need_every_member_and_a_measure_that_adds_up():
    known = figures([measured({"32.01": "5", "32.02": "7.5", "32.03": ""})])
    assert total(known, ("32.01", "32.02"), "penduduk") == Decimal("12.5")
    assert total(known, ("32.01", "32.03"), "penduduk") is None
    assert total(known, ("32.01", "32.99"), "penduduk") is None
    assert total(known, (), "penduduk") is None
    assert total(figures([measured({"32.01": "5"}, aggregate="")]), ("32.01",), "penduduk") is None


def test_densities_are_people_per_area_where_both_are_known():
    people = measured({"32.01": "100", "32.02": "300", "32.03": "50", "32.04": "7"}, slug="a")
    area = measured({"32.01": "10", "32.02": "100", "32.03": "0"}, "luas", "b")
    found = densities(figures([people, area]))
    assert {code: (Decimal(d.value), d.rank, d.ranked) for code, d in found.items()} == {
        "32.01": (Decimal(10), 1, 2),
        "32.02": (Decimal(3), 2, 2),
    }


def release(slug, published="2025-01-01", year="2025", **keys):
    return SiaranPers(f"content/siaran-pers/{year}/{slug}.md", slug, slug, year, slug, published, **keys)


def test_the_newest_release_stands_first_whatever_zone_it_was_written_in():
    written = [
        release("pagi", "2025-07-04T08:00:00+07:00"),
        release("timur", "2025-07-04T09:30:00+09:00"),
        release("hari", "2025-07-04"),
        release("kemarin", "2025-07-03T23:59:00+07:00"),
    ]
    assert [r.slug for r in visible(written, NOW)] == ["pagi", "timur", "hari", "kemarin"]
    same = [release("a"), release("b"), release("a", year="2024")]
    assert [r.path for r in visible(same, NOW)] == [r.path for r in visible(same[::-1], NOW)]


@pytest.mark.parametrize(
    ("published", "status", "shown"),
    [
        ("2026-01-01T07:00:00+07:00", "terbit", True),
        ("2026-01-01T07:00:01+07:00", "terbit", False),
        ("2026-01-01", "terbit", True),
        ("2026-01-02", "terbit", False),
        ("2020-01-01", "draf", False),
    ],
)
def test_a_release_is_in_sight_from_its_moment_on(published, status, shown):
    one = release("satu", published, status=status)
    assert bool(visible([one], NOW)) is shown
    waits = status == "terbit" and not shown
    assert next_change([one], NOW) == (instant(published) if waits else "")


def related(release_links=(), page_links=(), now=NOW):
    headings = (Heading(2, "latar", "Latar"),)
    one = release("satu", headings=headings, links=tuple(Ref(t, 5, 1) for t in release_links))
    page = Halaman("content/halaman/tentang.md", "x", "tentang", "Tentang", headings=headings,
                   links=tuple(Ref(t, 7, 2) for t in page_links))  # fmt: skip
    catalogue = Catalogue(
        Settings("Judul", features=Features(regions="terkait")),
        releases=(one, release("nanti", "2027-01-01", "2027", regions=(Ref("36"),))),
        pages=(page,),
        media=(Source("content/media/2025/foto ku.png", "media", "x", 1),),
        datasets=(measured({"32.75": "1"})[0],),
        facts=(measured({"32.75": "1"})[1],),
    )
    return relate(catalogue, now, "mesin")


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("siaran:satu", "siaran-pers/2025/satu/"),
        ("siaran:satu#latar", "siaran-pers/2025/satu/#latar"),
        ("halaman:tentang#latar", "tentang/#latar"),
        ("data:d", "data/d/"),
        ("wilayah:32.75", "wilayah/32.75/"),
        ("../../halaman/tentang.md", "tentang/"),
        ("../../media/2025/foto%20ku.png", "media/2025/foto ku.png"),
    ],
)
def test_a_link_leads_to_the_address_of_what_it_names(link, address):
    outcome = related(release_links=[link])
    assert outcome.diagnostics == ()
    assert outcome.value.targets["content/siaran-pers/2025/satu.md"] == (address,)


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("siaran:sato", "TAU101"),
        ("siaran:nanti", "KOR206"),
        ("siaran:satu#latr", "TAU102"),
        ("data:d#baris", "TAU102"),
        ("wilayah:11.01", "TAU112"),
        ("wilayah:36", "TAU112"),
        ("wilayah:32.00", "WIL104"),
        ("../media/tidak-ada.png", "TAU106"),
        ("../../../rahasia.md", "TAU106"),
    ],
)
def test_a_link_that_leads_nowhere_is_a_finding_where_it_stands(link, code):
    found = related(page_links=[link]).diagnostics
    assert [(d.code, d.span.path, d.span.line, d.span.column) for d in found] == [
        (code, "content/halaman/tentang.md", 7, 2)
    ]


def test_a_region_lists_the_releases_of_all_that_lies_in_it():
    made = release("satu", regions=(Ref("32.75.01"), Ref("32.16"), Ref("32")))
    catalogue = Catalogue(Settings("Judul"), releases=(made,))
    by_region = relate(catalogue, NOW, "mesin").value.by_region
    assert {code: [r.slug for r in group] for code, group in by_region.items()} == {
        "32": ["satu"], "32.16": ["satu"], "32.75": ["satu"],
    }  # fmt: skip
