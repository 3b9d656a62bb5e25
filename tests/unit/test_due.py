"""`due`: whether something has come out by itself since a moment, and when the next thing will."""

import pytest

from lintas import cli
from tests import portals
from tests.portals import release, release_path


@pytest.fixture
def root(tmp_path):
    made = {
        "content/situs.yaml": portals.settings(instansi=""),
        release_path("2025", "satu"): release("Satu", "2025-07-04"),
        release_path("2026", "dua"): release("Dua", "2026-03-01", embargo="2026-03-02T10:00:00+07:00"),
        release_path("2026", "draf"): release("Draf", "2026-02-01", status="draf"),
    }
    return portals.write(made, tmp_path / "portal")


def due(root, capsys, now, *since):
    assert cli.main(["due", "--root", str(root), "--now", now, "--quiet", *since]) == 0
    return dict(line.split("=", 1) for line in capsys.readouterr().out.splitlines())


def test_what_waits_is_told_and_what_came_out_since(root, capsys):
    waiting = {"due": "false", "next": "2026-03-02T03:00:00Z"}
    assert due(root, capsys, "2026-01-01", "--since", "2025-12-31") == waiting
    assert due(root, capsys, "2026-03-02T02:59:59Z", "--since", "2025-12-31") == waiting
    end = "2026-03-04T03:00:00Z"  # two days later it is news no more, and the site map says so
    assert due(root, capsys, "2026-03-02T03:00:00Z", "--since", "2026-03-02T02:59:00Z") == {"due": "true", "next": end}
    assert due(root, capsys, "2026-03-02T03:20:00Z", "--since", "2026-03-02T03:05:00Z") == {"due": "false", "next": end}
    assert due(root, capsys, end, "--since", "2026-03-04T02:59:00Z") == {"due": "true", "next": ""}
    assert due(root, capsys, "2026-03-04T03:20:00Z", "--since", end) == {"due": "false", "next": ""}


def test_without_a_moment_everything_that_is_out_counts(root, capsys):
    assert due(root, capsys, "2026-01-01")["due"] == "true"


def test_an_overdue_dataset_changes_the_site_too(root, capsys):
    late = portals.area({"32.75": "210.5"})
    portals.write(
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("content/**/*") if path.is_file()}
        | {"content/topik.yaml": portals.topics(), "content/instansi/pusat.yaml": portals.institution("Pusat")} | late,
        root,
    )  # fmt: skip
    assert due(root, capsys, "2026-01-01", "--since", "2025-12-31")["next"] > "2026-01-01"
