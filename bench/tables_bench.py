"""Time the check of one table: `tables.check` of Lintas beside frictionless alone, in one run and on the same file.

    python bench/tables_bench.py
    python bench/tables_bench.py --rows 1000000 --damage last all

Each measurement is a process of its own. The table has twelve columns: a primary key with a pattern, a region code with
a foreign key, an enumeration, dates, a year, integers and numbers with bounds, free text with gaps. It is clean (none),
has one damaged row in a hundred (some), a single fault at its very end (last), or a fault in every row (all).
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import random
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import measure  # noqa: E402
import words  # noqa: E402
from tables import descriptor  # noqa: E402

WORK = HERE / "_work" / "tables"
FOLDER = "datasets/pencatatan"
COLUMNS = {
    "nomor": "string",
    "kode": "string",
    "petak": "string",
    "tingkat": "string",
    "objek": "string",
    "tanggal": "date",
    "tahun": "year",
    "jumlah": "integer",
    "nilai": "number",
    "persen": "number",
    "sah": "boolean",
    "catatan": "string",
}
DAMAGE = ("none", "some", "last", "all")
LEVELS = ("rendah", "sedang", "tinggi")
RULES: dict[str, dict[str, object]] = {
    "nomor": {"required": True, "pattern": r"PN-\d{8}"},
    "kode": {"required": True, "pattern": r"\d{2}\.\d{2}"},
    "petak": {"pattern": r"[A-Z]\d{2}-\d{4}"},
    "tingkat": {"enum": list(LEVELS)},
    "objek": {"required": True, "maxLength": 60},
    "tanggal": {"minimum": "2015-01-01", "maximum": "2025-12-31"},
    "jumlah": {"minimum": 0, "maximum": 1000000},
    "nilai": {"minimum": 0},
    "persen": {"minimum": 0, "maximum": 100},
}


def package() -> dict[str, object]:
    """The descriptor: the table, and the regions that it refers to."""
    found = descriptor("pencatatan", "Pencatatan")
    fields = [
        {"name": name, "type": kind, "title": name.capitalize(), "description": f"Kolom {name}."}
        | ({"constraints": RULES[name]} if name in RULES else {})
        | ({"x-kode-wilayah": {"sistem": "kemendagri", "tingkat": "kabkota"}} if name == "kode" else {})
        | ({"x-satuan": "kejadian"} if kind in ("integer", "number") else {})
        for name, kind in COLUMNS.items()
    ]
    regions = [{"name": name, "type": "string", "title": name, "description": name} for name in ("kode", "nama")]
    key = {"fields": ["kode"], "reference": {"resource": "wilayah", "fields": ["kode"]}}
    table = {
        "name": "catatan",
        "path": "data/catatan.csv",
        "title": "Catatan",
        "format": "csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": ["nomor"], "foreignKeys": [key], "missingValues": [""]},
    }
    other = {
        "name": "wilayah",
        "path": "data/wilayah.csv",
        "title": "Wilayah",
        "format": "csv",
        "encoding": "utf-8",
        "schema": {"fields": regions, "primaryKey": ["kode"]},
    }
    return found | {"name": "pencatatan", "resources": [table, other]}


def write(root: Path, rows: int, damage: str) -> None:
    """`damage` is none, some (one row in a hundred), last (the last row only) or all (every row)."""
    from lintas import wilayah

    data = root / FOLDER / "data"
    data.mkdir(parents=True)
    text = json.dumps(package(), ensure_ascii=False, indent=2)
    (data.parent / "datapackage.json").write_text(text + "\n", encoding="utf-8")
    regions = [region for region in wilayah.regions() if "." in region.code and region.code < "90"]  # none was divided
    with (data / "wilayah.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([("kode", "nama"), *((r.code, r.name) for r in regions)])
    pick = random.Random(f"{rows}/{damage}")
    codes = [region.code for region in regions]
    first, step = {"none": (1, 1), "some": (100, 100), "last": (rows, 1), "all": (1, 1)}[damage]
    damaged = range(first, 0 if damage == "none" else rows + 1, step)
    with (data / "catatan.csv").open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(COLUMNS)
        for number in range(1, rows + 1):
            cells = row(pick, number, codes)
            if number in damaged:
                cells[pick.choice((1, 3, 5, 7, 8))] = pick.choice(("1.234,5", "tidak ada", "31/02/2024", "-1"))
            out.writerow(cells)


def row(pick: random.Random, number: int, codes: list[str]) -> list[object]:
    code = pick.choice(codes)
    day = datetime.date(2015, 1, 1) + datetime.timedelta(days=pick.randrange(3650))
    return [
        f"PN-{number:08d}",
        code,
        f"{pick.choice('ABCDEFGH')}{pick.randint(1, 40):02d}-{pick.randint(0, 9999):04d}",
        pick.choice(LEVELS),
        f"{pick.choice(words.OBJECTS)} {pick.randint(1, 40)}",
        day.isoformat(),
        day.year,
        pick.randrange(1_000_000),
        f"{pick.random() * 1000:.3f}",
        f"{pick.random() * 100:.1f}",
        pick.choice(("true", "false")),
        f"Catatan {pick.randint(1, 5000)}" if pick.random() < 0.4 else "",
    ]


def check_with_lintas(root: Path) -> int:
    """How many faults Lintas has to say, of which it shows at most a hundred of each kind."""
    from lintas import datasets, tables
    from lintas.model import Source

    names = ("datapackage.json", "data/catatan.csv", "data/wilayah.csv")
    sources = tuple(Source(f"{FOLDER}/{name}", "dataset", "", (root / FOLDER / name).stat().st_size) for name in names)
    dataset = datasets.load(root, FOLDER, sources).value
    if dataset is None:
        raise SystemExit("the descriptor of the bench is refused")
    return len(tables.check(root, dataset).diagnostics)


def check_with_library(root: Path) -> int:
    """How many faults frictionless finds; it stops where Lintas does."""
    from frictionless import Package

    from lintas.tables.tally import ENOUGH

    described = {"resources": package()["resources"]}
    report = Package.from_descriptor(described, basepath=str(root / FOLDER)).validate(limit_errors=ENOUGH)
    return sum(len(task.errors) for task in report.tasks)


def compare(rows: int, damage: str) -> None:
    """One line of the result: both checks of one table, in turn."""
    root = WORK / f"{rows}-{damage}"
    shutil.rmtree(root, ignore_errors=True)
    write(root, rows, damage)
    size = (root / FOLDER / "data/catatan.csv").stat().st_size / 1e6
    own, other = (
        measure.run((sys.executable, str(Path(__file__).resolve()), "--check", name, str(root)), root)
        for name in ("lintas", "frictionless")
    )
    costs = " | ".join(f"{c.wall:>7.2f} {c.cpu:>7.2f} {c.peak:>6.0f} {rows / c.cpu:>9,.0f}" for c in (own, other))
    print(f"{rows:>9,} {damage:>5} {size:>6.0f} MB | {costs} | {other.cpu / own.cpu:>5.1f}", flush=True)
    shutil.rmtree(root)


def profile(root: Path) -> None:
    """Where the time of `tables.check` goes, by function."""
    import cProfile
    import pstats

    with cProfile.Profile() as watch:
        check_with_lintas(root)
    pstats.Stats(watch).sort_stats("cumulative").print_stats("lintas.tables|import_module", 30)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--damage", nargs="+", choices=DAMAGE, default=["none", "some"])
    parser.add_argument("--profile", type=int, metavar="ROWS", help="profile the check of a clean table")
    parser.add_argument("--check", nargs=2, metavar=("WHO", "ROOT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.check:
        call = check_with_lintas if given.check[0] == "lintas" else check_with_library
        print(call(Path(given.check[1])))
        return
    if given.profile:
        shutil.rmtree(WORK / "profile", ignore_errors=True)
        write(WORK / "profile", given.profile, "none")
        profile(WORK / "profile")
        return
    heads = " | ".join(f"{'wall':>7} {'cpu':>7} {'MB':>6} {'rows/s':>9}" for _ in range(2))
    print(f"{'':>25} | {'Lintas':^32} | {'frictionless':^32} |")
    print(f"{'rows':>9} {'fault':>5} {'file':>9} | {heads} | ratio")
    for rows in given.rows:
        for damage in given.damage:
            compare(rows, damage)


if __name__ == "__main__":
    main()
