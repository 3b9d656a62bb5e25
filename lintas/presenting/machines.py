"""Where a reader, or a program that reads the head of a page, finds the catalogue and a dataset told to machines."""

from __future__ import annotations

from lintas.model import Resource
from lintas.packages import file_name
from lintas.relate import Himpunan
from lintas.views.chrome import Feed
from lintas.views.parts import FileItem, Link
from lintas.wording import Words

JSON_LD, TURTLE = "application/ld+json", "text/turtle"
CSVW = "-metadata.json"  # after the name of a CSV: where readers of CSV on the Web look for its description
_TABLES = (".csv", ".tsv")


def described(item: Himpunan) -> tuple[Resource, ...]:
    """The tables that have such a description beside them."""
    return tuple(r for r in item.dataset.resources if r.fields and file_name(r).endswith(_TABLES))


def dataset_files(item: Himpunan, words: Words) -> tuple[FileItem, ...]:
    folder = f"data/{item.dataset.slug}/"
    title = item.dataset.title
    whole = (("DCAT (JSON-LD)", "dcat.jsonld"), ("DCAT (Turtle)", "dcat.ttl"), ("Croissant", "croissant.json"))
    tables = described(item)
    named = tuple((r.title, f"CSVW {r.name}" if len(tables) > 1 else "CSVW", file_name(r) + CSVW) for r in tables)
    return tuple(
        FileItem(kind, words["download_described"].format(title=about), folder + name)
        for about, kind, name in (*((title, *each) for each in whole), *named)
    )


def dataset_links(item: Himpunan, words: Words) -> tuple[Feed, ...]:
    """For the head of the page of a dataset."""
    folder, title = f"data/{item.dataset.slug}/", words["dataset_dcat"]
    return (Feed(title, f"{folder}dcat.jsonld", JSON_LD), Feed(title, f"{folder}dcat.ttl", TURTLE))


def catalogue_files(words: Words) -> tuple[FileItem, ...]:
    name = words["catalogue_dcat"]
    return (
        FileItem("DCAT (JSON-LD)", name, "katalog.jsonld"),
        FileItem("DCAT (Turtle)", name, "katalog.ttl"),
        FileItem("data.json", words["catalogue_pod"], "data.json"),
    )


def links_of(address: str, words: Words) -> tuple[Feed, ...]:
    """For the head of the home page and of the catalogue; other pages have none."""
    if address not in ("", "data/"):
        return ()
    name = words["catalogue_dcat"]
    return (Feed(name, "katalog.jsonld", JSON_LD), Feed(name, "katalog.ttl", TURTLE))


def footer_links(words: Words) -> tuple[Link, ...]:
    return (Link(words["catalogue_dcat"], "katalog.jsonld"), Link(words["catalogue_pod"], "data.json"))
