"""What time alone changes: a dataset becomes overdue, and a warm build says so as one from nothing does."""

from tests import portals

BEFORE, LAST, AFTER = "2026-02-03T16:59:59Z", "2026-02-03T17:00:00Z", "2026-05-01T00:00:00Z"


def page(output):
    return (output / "mutu" / "index.html").read_text("utf-8")


def test_an_update_that_stays_away_is_told_once_its_day_is_over(tmp_path):
    root, output, fresh = tmp_path / "portal", tmp_path / "_site", tmp_path / "baru"
    portals.write(portals.example(), root)
    assert portals.build(root, output=output, now=BEFORE).ok
    assert "terlambat" not in page(output).lower()
    assert "Lewat jadwal" not in page(output)
    assert portals.build(root, output=output, now="2026-01-01T00:00:00Z").drawn == 0
    assert portals.build(root, output=output, now=LAST).drawn > 0
    assert "Lewat jadwal" in page(output)
    assert portals.scratch(root, fresh, now=LAST).ok
    assert portals.differences(portals.tree(output), portals.tree(fresh)) == []
    assert portals.build(root, output=output, now=AFTER).drawn == 0
