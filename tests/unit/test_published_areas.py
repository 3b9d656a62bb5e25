"""The dataset of metropolitan areas says of each area what it says of its members."""

import csv
from pathlib import Path

from lintas.relate.site import CERTAINTIES

FOLDER = Path(__file__).parents[2] / "datasets" / "kawasan-metropolitan" / "data"


def rows(name):
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_an_area_is_as_certain_as_its_least_certain_member():
    lowest: dict[str, str] = {}
    for member in rows("anggota.csv"):
        area, stated = member["kawasan"], member["keyakinan"]
        lowest[area] = min(lowest.get(area, stated), stated, key=CERTAINTIES.index)
    assert {area["kawasan"]: area["keyakinan"] for area in rows("kawasan.csv")} == lowest
