"""What is made from the whole site: made once, kept while nothing changed, left for later in a preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from lintas import finishing, pipeline
from lintas.finishing import Finisher, Made, Task, checksums
from lintas.finishing.task import Finished, Started
from lintas.outputs import Output
from lintas.packing import digest_of
from lintas.relate import Site
from lintas.runs import Options, Result
from tests import portals

NOW = "2026-11-25T00:00:00Z"
PAGE = "content/halaman/tentang.md"


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    small = {
        "content/situs.yaml": b"judul: Portal Kecil\nfitur: {data_siaran: false, wilayah: tidak, luring: tidak}\n",
        PAGE: b"---\njudul: Tentang\n---\nSatu kalimat.\n",
    }
    return portals.write({**small, **portals.theme()}, tmp_path / "portal")


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A finisher that writes how many files the tree has, in place of all but the checksums; how often it ran."""
    log: list[str] = []

    def digest(site: Site, outputs: Sequence[Output], _: Mapping[str, str]) -> str:
        return digest_of(*(f"{output.path} {output.digest}" for output in outputs))

    def begin(started: Started) -> Task:
        log.append("begin")

        def finish(finished: Finished) -> Made:
            log.append("end")
            return Made((("hitung/berkas.txt", f"{len(finished.entries)}\n".encode()),))

        return Task(finish, lambda: log.append("cancel"))

    own = Finisher("count", lambda site: ("hitung/",), digest, begin, deferred=True)
    whole, both = finishing.foresee, (own, checksums.FINISHER)
    monkeypatch.setattr(finishing, "foresee", lambda *given, **more: whole(*given, **more, finishers=both))
    monkeypatch.setattr(finishing, "collisions", lambda site, outputs: _collisions(site, outputs, (own,)))
    return log


_collisions = finishing.collisions


def _build(portal: Path, **more: bool) -> Result:
    return pipeline.build(Options(portal, NOW, jobs=1, **more))


def test_made_once_and_kept_while_nothing_changed(portal: Path, counted: list[str]) -> None:
    first = _build(portal)
    assert first.ok
    text = (portal / "_site/hitung/berkas.txt").read_text()
    assert int(text) == first.files - 2  # its own file and the checksums
    page = portal / PAGE
    page.write_text(page.read_text() + "\nSatu kalimat lagi.\n")
    assert _build(portal).ok
    assert counted == ["begin", "end"] * 2
    (portal / PAGE).touch()
    assert _build(portal).ok
    assert counted == ["begin", "end"] * 2
    (portal / "_site/hitung/berkas.txt").write_text("lain")
    assert _build(portal).ok
    assert (portal / "_site/hitung/berkas.txt").read_text() == text  # it has not seen what was made after it


def test_a_preview_leaves_it_as_it_was(portal: Path, counted: list[str]) -> None:
    assert _build(portal, preview=True).ok
    assert not (portal / "_site/hitung").exists()
    assert _build(portal).ok
    page = portal / PAGE
    page.write_text(page.read_text() + "\nSatu kalimat lagi.\n")
    assert _build(portal, preview=True).ok
    assert (portal / "_site/hitung/berkas.txt").exists()
    assert counted == ["begin", "end"]
    assert _build(portal).ok
    assert counted == ["begin", "end"] * 2
