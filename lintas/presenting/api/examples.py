"""Code that works with this portal as it stands: its addresses, its columns, its codes as text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lintas.model import Resource
from lintas.outputs import Reading
from lintas.packages import file_name
from lintas.presenting.api import datasets, openapi, regions
from lintas.presenting.api.shared import ROOT
from lintas.relate import Himpunan, Site

_NAME = re.compile(r"[A-Za-z]\w*", re.ASCII)  # of a column that every language takes without quotes


@dataclass(frozen=True, slots=True)
class Ground:
    """What the examples stand on; "" and () where the portal has no such thing."""

    base: str
    year: str = ""
    region: str = ""
    table: str = ""  # path of a CSV
    codes: tuple[str, ...] = ()  # its columns with codes
    measure: str = ""  # a column of it with numbers
    part: str = ""  # path of a part of a large table


def ground(site: Site, reading: Reading) -> Ground:
    table = next(_tables(site, reading), None)
    shards = next(((s, each) for s, item in site.datasets.items() for each in item.facts.shards), None)
    part = datasets.parts_path(shards[0], shards[1].resource, shards[1].parts[-1].province) if shards else ""
    known = Ground(site.settings.base_url, max(site.by_year, default=""), _region(site), part=part)
    if table is None:
        return known
    item, resource = table
    return Ground(
        base=known.base,
        year=known.year,
        region=known.region,
        table=f"data/{item.dataset.slug}/{file_name(resource)}",
        codes=tuple(field.name for field in resource.fields if field.region_system),
        measure=[field.name for field in resource.fields if field.indicator][-1],
        part=part,
    )


def _region(site: Site) -> str:
    """A kabupaten or kota with figures, better one that releases speak of."""
    known = [code for code in site.regions if code in site.figures and "." in code]
    spoken = [code for code in known if code in site.by_region]
    return next(iter(spoken or known or site.regions), "")


def _tables(site: Site, reading: Reading) -> Iterator[tuple[Himpunan, Resource]]:
    """Tables with figures of regions whose file is a CSV that needs no setting: by commas, with its header."""
    for item in sorted(site.datasets.values(), key=lambda item: not _people(item)):
        sums = {table.resource: table for table in item.facts.tables}
        for resource in sorted(item.dataset.resources, key=lambda resource: -sums[resource.name].rows):
            names = [field.name for field in resource.fields]
            measured = any(field.indicator for field in resource.fields)
            coded = any(field.region_system for field in resource.fields)
            if not (measured and coded and resource.path.endswith(".csv") and all(map(_NAME.fullmatch, names))):
                continue
            first = reading.source(resource.path, sums[resource.name].sha256).split(b"\n", 1)[0]
            if first.decode("utf-8-sig", "replace").strip() == ",".join(names):
                yield item, resource


def _people(item: Himpunan) -> bool:
    return any(field.indicator == "penduduk" for resource in item.dataset.resources for field in resource.fields)


def curl(known: Ground) -> str:
    paths = [f"{ROOT}index.json"]
    paths += [f"{ROOT}siaran-pers/{known.year}/1.json"] if known.year else []
    paths += [regions.path(known.region)] if known.region else []
    lines = [f"curl -s {known.base}{path}" for path in paths]
    lines += [f"curl -sO {known.base}{known.table}"] if known.table else []
    return "\n".join(lines)


def python(known: Ground) -> str:
    lines = ["import json", "from urllib.request import urlopen", "", "import pandas as pd", ""]
    lines += [f'BASE = "{known.base}"', "", "", "def get(path):", "    with urlopen(BASE + path) as answer:",
              "        return json.load(answer)", "", ""]  # fmt: skip
    if known.region:
        lines += [f'wilayah = get("{regions.path(known.region)}")', 'for angka in wilayah["angka"]:',
                  '    print(angka["nama"], angka["nilai"], angka.get("satuan", ""))']  # fmt: skip
    else:
        lines += [f'print(get("{ROOT}index.json")["jumlah"])']
    if known.table:
        types = json.dumps(dict.fromkeys(known.codes, "str"))
        lines += ["", f'tabel = pd.read_csv(BASE + "{known.table}", dtype={types})',
                  f'print(tabel.nlargest(5, "{known.measure}"))']  # fmt: skip
    if known.part:
        lines += ["", f'bagian = get("{known.part}")',
                  'print(pd.DataFrame(bagian["baris"], columns=bagian["kolom"]).head())']  # fmt: skip
    return "\n".join(lines)


def r(known: Ground) -> str:
    lines = ["library(jsonlite)", "", f'base <- "{known.base}"']
    if known.region:
        lines += [f'wilayah <- fromJSON(paste0(base, "{regions.path(known.region)}"))',
                  'wilayah$angka[, c("nama", "nilai", "satuan")]']  # fmt: skip
    else:
        lines += [f'fromJSON(paste0(base, "{ROOT}index.json"))$jumlah']
    if known.table:
        types = ", ".join(f'{name} = "character"' for name in known.codes)
        lines += ["", "tabel <- read.csv(", f'  paste0(base, "{known.table}"),', f"  colClasses = c({types})", ")",
                  f"head(tabel[order(-tabel${known.measure}), ], 5)"]  # fmt: skip
    return "\n".join(lines)


def duckdb(known: Ground) -> str:
    if not known.table:
        return f"SELECT jumlah\nFROM read_json('{known.base}{ROOT}index.json');"
    types = ", ".join(f"'{name}': 'VARCHAR'" for name in known.codes)
    lines = ["SELECT *", "FROM read_csv(", f"  '{known.base}{known.table}',", f"  types = {{{types}}}", ")"]
    return "\n".join([*lines, f"ORDER BY {known.measure} DESC", "LIMIT 5;"])


def power_query(known: Ground) -> str:
    if not known.table:
        return f'let\n    Source = Json.Document(Web.Contents("{known.base}{ROOT}index.json"))\nin\n    Source'
    types = ", ".join(f'{{"{name}", type text}}' for name in known.codes)
    lines = [
        "let", "    Source = Csv.Document(", f'        Web.Contents("{known.base}{known.table}"),',
        '        [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]', "    ),",
        "    Headers = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),",
        "    Typed = Table.TransformColumnTypes(", "        Headers,",
        f'        {{{types}, {{"{known.measure}", type number}}}},', '        "en-US"', "    )", "in", "    Typed",
    ]  # fmt: skip
    return "\n".join(lines)


TOOLS = (
    ("curl", "curl", curl), ("python", "Python, pandas", python), ("r", "R", r), ("duckdb", "DuckDB", duckdb),
    ("excel", "Excel, Power Query", power_query),
)  # fmt: skip


def ingredients(site: Site) -> tuple[object, ...]:
    """What the examples depend on besides `site.base`."""
    tables = [(item.dataset.digest, item.facts.shards) for item in site.datasets.values()]
    return openapi.ways(site), max(site.by_year, default=""), _region(site), tables
