"""Quality: promises against updates, one day at a time, and requirements with what was counted."""

import pytest

from lintas.model import ColumnFacts, Contributor, Dataset, Field, Link, PackageFacts, Ref, Resource, TableFacts
from lintas.quality import Freshness, due_date, freshness, requirements
from lintas.relate.calendar import fresh, turning


def dataset(frequency="", updated="", **more):
    return Dataset("datasets/uji/datapackage.json", "uji", "Uji", "x", frequency=frequency, updated=updated, **more)


@pytest.mark.parametrize(
    ("frequency", "updated", "due"),
    [
        ("harian", "2024-02-28", "2024-02-29"),
        ("mingguan", "2024-12-30", "2025-01-06"),
        ("bulanan", "2025-01-31", "2025-02-28"),
        ("triwulanan", "2024-11-30", "2025-02-28"),
        ("semesteran", "2024-08-31", "2025-02-28"),
        ("tahunan", "2024-02-29", "2025-02-28"),
        ("tahunan", "9999-12-31", ""),
        ("insidental", "2024-01-01", ""),
        ("", "2024-01-01", ""),
        ("tahunan", "", ""),
    ],
)
def test_when_the_next_update_is_due(frequency, updated, due):
    assert due_date(dataset(frequency, updated)) == due


def test_a_dataset_is_late_when_its_last_day_is_over_in_jakarta():
    item = dataset("bulanan", "2025-01-31")
    assert turning(item) == "2025-02-28T17:00:00Z"
    assert fresh(item, "2025-02-28T16:59:59Z") == Freshness("tepat", "2025-02-28")
    assert fresh(item, "2025-02-28T17:00:00Z") == Freshness("terlambat", "2025-02-28")


def test_what_was_not_promised_cannot_be_late():
    assert freshness(dataset("insidental", "2000-01-01"), late=True).state == "insidental"
    assert freshness(dataset("", "2000-01-01"), late=False).state == "tanpa-janji"


def test_requirements_count_and_state():
    fields = (
        Field("kode", "Kode", "string", "Kode.", region_system="kemendagri"),
        Field("jiwa", "Jiwa", "integer"),
    )
    table = Resource("tabel", "data/tabel.csv", "Tabel", tabular=True, fields=fields)
    facts = PackageFacts(
        "uji", (TableFacts("tabel", 1, "x", 10, columns=(ColumnFacts("kode", 0, 10), ColumnFacts("jiwa", 2, 8))),)
    )
    item = dataset(
        "tahunan", "2024-01-01", resources=(table,), licences=(Link("CC-BY-4.0"),), institution=Ref("pusat"),
        contributors=(Contributor("A", "produsen-data"),),
    )  # fmt: skip
    found = {one.key: one for one in requirements(item, facts, Freshness("terlambat", "2025-01-01"))}
    assert (found["filled"].met, found["filled"].count, found["filled"].total) == (False, 2, 20)
    assert (found["described"].count, found["units"].count, found["keys"].met) == (1, 0, False)
    assert (found["linked"].met, found["licence"].met, found["owner"].met) == (True, True, True)
    assert (found["makers"].met, found["sources"].met, found["fresh"].met) == (False, False, False)


def test_a_dataset_without_tables_is_judged_by_its_metadata():
    keys = [one.key for one in requirements(dataset(), PackageFacts("uji"), Freshness("tanpa-janji"))]
    assert keys == ["licence", "sources", "makers", "owner", "period", "coverage", "version", "promise"]
