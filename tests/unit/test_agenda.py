"""The calendar: promises judged by dates, files that other programs read, and nothing told of what is held back."""

import csv
import io
import json
from datetime import date, datetime, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from lintas.model import Agenda, Catalogue, Dataset, DatasetVersion, PackageFacts, Perubahan, Ref, Settings, SiaranPers
from lintas.presenting import information
from lintas.presenting.agenda import kept, months, revision, when, years
from lintas.presenting.calendar_file import calendar
from lintas.relate import relate
from lintas.rendering import strings
from lintas.runs import OWN_THEME
from lintas.siaran import load_agenda
from tests import portals
from tests.properties.calendars import CANCELLED, MOVED, PATH, RELEASE

NOW = "2026-01-01T00:00:00Z"
WORDS = strings(OWN_THEME, "id")
KINDS = {"siaran": "Siaran pers", "data": "Data", "rapat": "Rapat", "lain": "Lain"}


def entry(**keys):
    return Agenda(**{"slug": "a", "title": "Agenda", "start": "2025-06-10", "announced": "2025-06-01", **keys})


def release(date="2025-06-10", **keys):
    return SiaranPers("content/siaran-pers/2025/s.md", "x", "s", "2025", "Siaran", date, **keys)


def judged(*entries, releases=(), updated="", versions=(), now=NOW):
    frozen = tuple(DatasetVersion("1", "f", "x", each) for each in versions)
    data = Dataset("datasets/d/datapackage.json", "d", "D", "x", updated=updated)
    catalogue = Catalogue(
        Settings("Portal"), releases, datasets=(data,), facts=(PackageFacts("d", versions=frozen),), agenda=entries
    )
    return relate(catalogue, now, "").value


def verdicts(*entries, **keys):
    return [janji.verdict for janji in judged(*entries, **keys).agenda]


@pytest.mark.parametrize(
    ("published", "verdict"),
    [("2025-06-05", "ditepati"), ("2025-06-10", "ditepati"), ("2025-06-11", "terlambat"), ("2025-05-01", "lewat")],
)
def test_a_release_keeps_its_promise_by_its_day(published, verdict):
    promised = entry(kind="siaran", release=Ref("s"))
    assert verdicts(promised, releases=(release(published),)) == [verdict]


def test_data_keep_a_promise_by_the_first_update_since_it_was_made():
    done = entry(kind="data", status="selesai", dataset=Ref("d"))
    assert verdicts(done, versions=("2025-05-01", "2025-06-09"), updated="2025-09-01") == ["ditepati"]
    assert verdicts(done, versions=("2025-05-01",), updated="2025-06-20") == ["terlambat"]
    assert verdicts(done, updated="2025-05-01") == [""]


def test_only_firm_promises_that_were_made_in_time_are_judged():
    assert verdicts(
        entry(slug="a", kind="siaran", status="tentatif"),
        entry(slug="b", kind="rapat", status="pasti"),
        entry(slug="c", kind="siaran", status="batal", reason="Sebab."),
        entry(slug="d", kind="siaran", announced="2025-06-11"),
        entry(slug="e", kind="siaran", start="2026-05-01"),
        entry(slug="f", kind="siaran"),
    ) == ["", "", "", "", "", "lewat"]


def test_a_promise_passes_at_the_end_of_its_day_in_jakarta():
    promised = entry(kind="siaran", start="2025-06-09", end="2025-06-10")
    assert verdicts(promised, now="2025-06-10T16:59:59Z") == [""]
    assert verdicts(promised, now="2025-06-10T17:00:00Z") == ["lewat"]


def test_promises_are_counted_in_a_sentence():
    late = entry(slug="b", kind="siaran", release=Ref("s"), start="2025-06-09")
    site = judged(entry(kind="siaran", release=Ref("s")), late, entry(slug="c", kind="data"), releases=(release(),))
    assert kept(site.agenda, WORDS) == (
        "1 dari 3 janji ditepati.", ("1 janji dipenuhi sesudah tanggalnya", "1 janji lewat tanpa hasil")
    )  # fmt: skip
    assert kept((), WORDS) == ("", ())


def test_times_are_told_with_their_zone():
    assert when(entry(start="2025-06-10T09:00:00+08:00", end="2025-06-10T12:00:00+08:00"), WORDS) == (
        "Selasa, 10 Juni 2025 pukul 09.00–12.00 WITA"
    )
    assert when(entry(end="2025-06-12"), WORDS) == "10–12 Juni 2025"
    assert when(entry(), WORDS) == "Selasa, 10 Juni 2025"


def test_what_is_to_come_stands_by_month_and_the_past_by_year():
    site = judged(entry(slug="c", start="2024-02-01"), entry(), entry(slug="b", start="2026-02-01"))
    assert [(group.title, len(group.items)) for group in months(site, WORDS)] == [("Februari 2026", 1)]
    assert [group.title for group in years(site, WORDS)] == ["2025", "2024"]


def test_the_file_gives_a_local_time_its_zone():
    lines = (
        "slug: a",
        "judul: A",
        "jenis: rapat",
        "mulai: 2025-06-10 09.00 WIT",
        "status: pasti",
        "diumumkan: 2025-06-01",
    )
    data = "- " + "\n  ".join(lines)
    outcome = load_agenda(data.encode(), PATH)
    assert outcome.diagnostics == ()
    assert outcome.value[0].start == "2025-06-10T09:00:00+09:00"


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=200)
DAY = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(TEXT, TEXT, TEXT, DAY, st.integers(0, 30), st.sampled_from(("tentatif", "pasti", "batal", "selesai")))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_what_is_read_back(title, place, told, start, days, status):
    given_entry = entry(
        title=title, place=place, description=told, start=str(start), end=str(start + timedelta(days)), status=status,
        reason="Sebab." if status == "batal" else "", announced="1999-12-01",
        changes=(Perubahan("1999-12-02", reason="Sebab."),),
    )  # fmt: skip
    data = calendar(judged(given_entry), "Jadwal", KINDS)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.replace(b"\r\n", b"").count(b"\n") == 0
    event = Calendar.from_ical(data).walk("VEVENT")[0]
    assert (str(event["summary"]), str(event["location"])) == (title, place)
    assert str(event["description"]) == f"{told} Sebab." if status == "batal" else told
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (start, start + timedelta(days + 1))
    assert event["status"] == {"tentatif": "TENTATIVE", "batal": "CANCELLED"}.get(status, "CONFIRMED")
    assert event["sequence"] == revision(given_entry) == 1 + (status == "batal")


def test_times_are_in_utc_and_names_stay():
    site = judged(entry(start="2025-06-10T09:00:00+08:00", end="2025-06-10T12:00:00+08:00"))
    event = Calendar.from_ical(calendar(site, "Jadwal", KINDS)).walk("VEVENT")[0]
    assert event.decoded("dtstart") == datetime.fromisoformat("2025-06-10T01:00:00+00:00")
    assert event["uid"] == "jadwal-a@example.go.id"
    assert event.decoded("dtstamp") == datetime.fromisoformat("2025-05-31T17:00:00+00:00")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("jadwal")
    hidden = portals.release("Rahasia Zanzibar", "2026-06-01", nomor="7/PU/2026")
    promised = {**RELEASE, "slug": "siaran-juni", "judul": "Siaran Juni", "mulai": "2026-06-01", "siaran": "zanzibar"}
    evil = portals.release("=1+1 | perintah", "2025-08-01", klasifikasi="serta-merta")
    made = portals.example() | {
        PATH: portals.dumped([RELEASE, CANCELLED, MOVED, promised]),
        portals.release_path("2026", "zanzibar"): hidden,
        portals.release_path("2025", "rumus"): evil,
    }
    portals.write(made, folder / "portal")
    result = portals.build(folder / "portal")
    assert result.ok, result.diagnostics
    return folder / "portal" / "_site"


def test_every_form_tells_the_same_entries(built):
    told = json.loads((built / "jadwal.json").read_text("utf-8"))["jadwal"]
    assert [each["slug"] for each in told] == ["siaran-april", "forum", "data-penduduk", "siaran-juni"]
    assert told[0]["penilaian"] == "ditepati"
    assert told[0]["hasil"] == "https://uji.go.id/siaran-pers/2025/rutin-1/"
    events = Calendar.from_ical((built / "jadwal.ics").read_bytes()).walk("VEVENT")
    assert sorted(str(event["summary"]) for event in events) == sorted(each["judul"] for each in told)
    feed = ElementTree.fromstring((built / "umpan/jadwal.xml").read_bytes())
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 4


def test_nothing_is_told_of_a_release_that_waits(built):
    for path in built.rglob("*"):
        assert "zanzibar" not in path.name
        if path.suffix in {".html", ".xml", ".json", ".csv", ".ics", ".txt"}:
            assert "zanzibar" not in path.read_text("utf-8").lower(), path


def test_the_list_of_public_information_names_everything_once(built):
    text = (built / "ppid/daftar.csv").read_bytes().decode()
    assert text.count("\r\n") == text.count("\n")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len({row["alamat"] for row in rows}) == len(rows)
    assert [row["informasi"] for row in rows if row["klasifikasi"] == "serta-merta"] == ["'=1+1 | perintah"]
    for row in rows:
        assert (built / row["alamat"].removeprefix("https://uji.go.id/") / "index.html").is_file()


@pytest.mark.parametrize("text", ["=1", "+62", "-1", "@x", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text):
    assert information.safe(text) == f"'{text}"


def test_a_portal_without_a_calendar_has_no_page(tmp_path):
    portals.write(portals.example(), tmp_path / "portal")
    assert portals.build(tmp_path / "portal").ok
    assert not (tmp_path / "portal/_site/jadwal").exists()
    assert (tmp_path / "portal/_site/ppid/index.html").is_file()


def test_many_releases_of_a_class_stand_on_pages_of_their_year(tmp_path):
    many = {
        portals.release_path("2025", f"banyak-{n}"): portals.release(f"Banyak {n}", "2025-05-05") for n in range(120)
    }
    portals.write(portals.example() | many, tmp_path / "portal")
    assert portals.build(tmp_path / "portal").ok
    site = tmp_path / "portal/_site/ppid"
    assert "berkala/2025/" in (site / "index.html").read_text("utf-8")
    assert (site / "berkala/2025/halaman/2/index.html").is_file()
    assert not (site / "berkala/2025/halaman/3").exists()
