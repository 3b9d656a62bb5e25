"""The engine's register of region codes and the dataset that publishes it are one list (decisions/0004)."""

import csv
from pathlib import Path

from lintas import wilayah

DATA = Path(__file__).parents[2] / "datasets" / "wilayah-administrasi" / "data"


def published(name: str) -> dict[str, str]:
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return {row["kode"]: row["nama"] for row in csv.DictReader(file)}


def test_provinces_and_regencies_agree():
    register = {region.code: region.name for region in wilayah.regions()}
    assert register == published("provinsi.csv") | published("kabkota.csv")


def test_districts_agree():
    regencies = [region for region in wilayah.regions() if region.level == "kabkota"]
    register = {child.code: child.name for regency in regencies for child in wilayah.children(regency.code)}
    assert register == published("kecamatan.csv")
