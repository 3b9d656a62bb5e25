"""Write a made-up corpus: N releases and D datasets as a Lintas portal, and the same releases as a Hugo site.

Release i depends on the seed and i alone, so the first 1,000 of a corpus of 10,000 are the corpus of 1,000.

    python bench/corpus.py --releases 1000 --datasets 20 --out bench/_work/1000
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import tables
import words

HERE = Path(__file__).resolve().parent
FIRST_DAY = datetime.date(2019, 1, 2)
DAYS = 2500


@dataclass(frozen=True, slots=True)
class Release:
    """One made-up press release; `regions` and `topics` are keys, `body` is Markdown of about 350 words."""

    slug: str
    date: datetime.date
    number: str
    title: str
    summary: str
    place: str
    institutions: tuple[str, ...]
    regions: tuple[str, ...]
    topics: tuple[str, ...]
    body: str


def slugify(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


def sentence(pick: random.Random) -> str:
    parts = [pick.choice(words.SUBJECTS), pick.choice(words.VERBS), pick.choice(words.OBJECTS)]
    if pick.random() < 0.5:
        parts.append("serta " + pick.choice(words.OBJECTS))
    if pick.random() < 0.75:
        parts.append(pick.choice(words.CIRCUMSTANCES))
    if pick.random() < 0.15:
        parts.append(f"dengan capaian {pick.randrange(40, 99)},{pick.randrange(10)} persen")
    text = " ".join(parts) + "."
    return f"{pick.choice(words.OPENERS)} {text}" if pick.random() < 0.35 else capital(text)


def paragraph(pick: random.Random) -> str:
    return " ".join(sentence(pick) for _ in range(pick.randint(2, 3)))


def table(pick: random.Random) -> str:
    rows = [
        f"| {code} | {name} | {pick.randrange(10, 9999)} | {pick.randrange(100)},{pick.randrange(10)} |"
        for code, name in sorted(pick.sample(words.REGIONS, pick.randint(4, 7)))
    ]
    return "\n".join(["| Kode | Wilayah | Jumlah | Persen |", "|------|---------|-------:|-------:|", *rows])


def body(pick: random.Random, place: str, date: datetime.date) -> str:
    day = f"{words.DAYS[date.weekday()]}, {date.day} {words.MONTHS[date.month - 1]} {date.year}"
    items = "\n".join(f"- {capital(pick.choice(words.VERBS))} {pick.choice(words.OBJECTS)};" for _ in range(4))
    quote = f"> {sentence(pick)} {sentence(pick)}\n>\n> {capital(pick.choice(words.ROLES))}"
    parts = [
        f"**{place}** ({day}) – {paragraph(pick)}",
        paragraph(pick),
        f"## {capital(pick.choice(words.OBJECTS))}",
        paragraph(pick),
        quote,
        paragraph(pick),
        f"## {capital(pick.choice(words.OBJECTS))}",
        "Langkah yang disepakati adalah sebagai berikut:",
        items,
        *([table(pick)] if pick.random() < 0.15 else []),
        paragraph(pick),
        paragraph(pick) + " Keterangan lebih lanjut tersedia di [portal contoh](https://contoh.example/data/).",
    ]
    return "\n\n".join(parts) + "\n"


def release(index: int, seed: int) -> Release:
    """Release number `index` of the corpus made with `seed`."""
    pick = random.Random(f"{seed}/{index}")
    date = FIRST_DAY + datetime.timedelta(days=pick.randrange(DAYS))
    regions = sorted(pick.sample(words.REGIONS, pick.choice((1, 1, 1, 2, 3))))
    place = regions[0][1]
    action = f"{pick.choice(words.VERBS)} {pick.choice(words.OBJECTS)}"
    title = f"{capital(pick.choice(words.SUBJECTS))} {action} di {place}"
    return Release(
        slug=f"{slugify(title)[:70].rstrip('-')}-{index:05d}",
        date=date,
        number=f"{index + 1}/SP/CONTOH/{date.month}/{date.year}",
        title=title,
        summary=f"{capital(pick.choice(words.SUBJECTS))} {action} {pick.choice(words.CIRCUMSTANCES)}.",
        place=place,
        institutions=tuple(sorted({pick.choice(words.INSTITUTIONS)[0] for _ in range(2)})),
        regions=tuple(code for code, _ in regions),
        topics=tuple(sorted({slugify(pick.choice(words.TOPICS)) for _ in range(3)})),
        body=body(pick, place, date),
    )


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def front_matter(values: dict[str, object]) -> str:
    """YAML front matter; JSON values are YAML values, and both generators read them."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def for_lintas(item: Release) -> str:
    return front_matter(
        {
            "judul": item.title,
            "nomor": item.number,
            "tanggal": item.date.isoformat(),
            "tempat": item.place,
            "ringkasan": item.summary,
            "instansi": item.institutions,
            "wilayah": item.regions,
            "topik": item.topics,
            "klasifikasi": "berkala",
        }
    )


def for_hugo(item: Release) -> str:
    return front_matter(
        {
            "title": item.title,
            "date": item.date.isoformat(),
            "slug": item.slug,
            "nomor": item.number,
            "tempat": item.place,
            "summary": item.summary,
            "instansi": item.institutions,
            "wilayah": item.regions,
            "topik": item.topics,
        }
    )


SETTINGS = """\
judul: Portal Contoh
semboyan: Isi buatan untuk mengukur kecepatan
instansi: kemenko-contoh
base_url: https://contoh.example/
demonstrasi: true
isi_per_halaman: 20
fitur:
  pencarian: false
  xlsx: false
  parquet: false
  json: false
  zip: false
  peta: false
  foto: false
  kartu: tidak
  pdf: tidak
  wilayah: terkait
"""


def portal(root: Path) -> None:
    """Everything of a Lintas portal but its releases and datasets; it wears the theme of the engine."""
    write(root / "content/situs.yaml", SETTINGS)
    topics = [f"- slug: {slugify(name)}\n  nama: {capital(name)}\n  uraian: Topik {name}.\n" for name in words.TOPICS]
    write(root / "content/topik.yaml", "".join(topics))
    for slug, name, kind in words.INSTITUTIONS:
        text = f"nama: {name}\njenis: {kind}\nuraian: Instansi buatan untuk pengukuran.\n"
        write(root / f"content/instansi/{slug}.yaml", text)


def build(out: Path, releases: int, datasets: int, seed: int) -> None:
    """Write OUT/lintas and OUT/hugo, replacing what was there."""
    shutil.rmtree(out, ignore_errors=True)
    portal(out / "lintas")
    shutil.copytree(HERE / "hugo", out / "hugo")
    regions = {code: {"nama": name} for code, name in words.REGIONS}
    write(out / "hugo/data/wilayah.json", json.dumps(regions, ensure_ascii=False, sort_keys=True))
    for year in range(FIRST_DAY.year, (FIRST_DAY + datetime.timedelta(days=DAYS)).year + 1):
        write(out / f"hugo/content/siaran-pers/{year}/_index.md", front_matter({"title": f"Siaran pers {year}"}))
    for index in range(releases):
        item = release(index, seed)
        place = f"content/siaran-pers/{item.date.year}/{item.slug}.md"
        write(out / "lintas" / place, for_lintas(item) + item.body)
        write(out / "hugo" / place, for_hugo(item) + item.body)
    for index in range(datasets):
        tables.dataset(out / "lintas/datasets", index, seed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--datasets", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    build(options.out, options.releases, options.datasets, options.seed)
    print(f"{options.releases} releases and {options.datasets} datasets in {options.out}")


if __name__ == "__main__":
    main()
