"""Every rule of docs/ejaan.md: what is wrong is found and, where safe, mended; what is right is left alone."""

import re
from pathlib import Path

import pytest

from lintas.proofreading import Terms, mend, proofread
from lintas.reporters import severity

GUIDE = Path(__file__).parents[2] / "docs" / "ejaan.md"
ROW = re.compile(r"^\| (EJA\d{3}) \| (galat|peringatan|saran)( ✓)? \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
ROWS = [match.groups() for match in ROW.finditer(GUIDE.read_text(encoding="utf-8"))]
LEVELS = {"galat": "error", "peringatan": "warning", "saran": "advice"}
TERMS = Terms(avoided=(("dinas terkait", "nama dinasnya"),))


def release(body, **keys):
    """A release of Friday, 4 July 2025."""
    given = {"judul": "Rapat Koordinasi di Bekasi", "tanggal": "2025-07-04", **keys}
    head = "".join(f"{key}: {value}\n" for key, value in given.items())
    people = "orang:\n  - nama: Kartika Adi Putranta\nperaturan:\n  - singkat: Perpres 12/2025\n"
    return f"---\n{head}{people}---\n\n{body}\n"


def text(example):
    return release("Isi.", judul=example.removeprefix("judul: ")) if example.startswith("judul: ") else release(example)


def codes(source, terms=TERMS):
    return [each.diagnostic.code for each in proofread(source, "naskah.md", terms)]


def test_the_guide_has_a_row_for_every_code():
    from lintas.reporters.catalogue import MESSAGES

    known = re.findall(r"^(EJA\d{3}):", (MESSAGES / "EJA.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted({"EJA901", *(row[0] for row in ROWS)}) == sorted(known)


@pytest.mark.parametrize(("code", "level", "safe", "rule", "wrong", "right"), ROWS, ids=[row[0] for row in ROWS])
def test_a_rule_of_the_guide(code, level, safe, rule, wrong, right):
    assert severity(code) == LEVELS[level]
    assert code in codes(text(wrong))
    assert [found for found in codes(text(right)) if severity(found) != "advice" or found == code] == []
    mended = mend(text(wrong), "naskah.md", TERMS)
    if safe:
        assert mended.text == text(right)
    else:
        assert code in codes(mended.text)
