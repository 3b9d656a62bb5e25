"""What charts say in each language: how values are written, and the words of axes, legends, tables and sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from lintas import formatting
from lintas.formatting import Formatter


@dataclass(frozen=True, slots=True)
class Tongue:
    language: str
    form: Formatter
    words: Mapping[str, str]
    nouns: Mapping[str, str]  # what regions of a level are called, many of them

    def __getitem__(self, key: str) -> str:
        return self.words[key]


INDONESIAN = Tongue("id", formatting.of("id"), MappingProxyType({
    "most": "Terbanyak", "fewest": "paling sedikit",
    "largest": "Terbesar", "smallest": "terkecil",
    "highest": "Tertinggi", "lowest": "terendah",
    "all_equal": "Semua bernilai {value}",
    "same_for": "{value} (sama pada {n} dari {all})",
    "each": "masing-masing ",
    "top_of": "{n} teratas dari {all}. {told}",
    "together": "{told}; {names} bersama-sama mencakup {share} dari {whole}.",
    "unchanged": "Dari {first} sampai {last} tetap {value}.",
    "changed": "Dari {first} sampai {last} {way}{rate}, dari {before} menjadi {after}; "
               "tertinggi pada {top} ({high}).",
    "up": "naik", "down": "turun",
    "all_of": "{whole}, semuanya {group}.",
    "grouped": "{whole} dalam {n} {noun}: {each}.",
    "dots_equal": "{start}, semuanya {value}.",
    "dots": "{start}: tertinggi {top} ({high}), terendah {bottom} ({low})",
    "rank": "korelasi peringkat Spearman",
    "unrelated": "Nilai itu hampir tidak berhubungan dengan {name}",
    "related": "Makin besar {name}, nilai itu {how} makin {way}",
    "loosely": "sedikit cenderung", "mostly": "cenderung", "upwards": "tinggi", "downwards": "rendah",
    "logarithmic": "{title}, skala logaritmik",
    "no_value": "tidak ada nilai",
    "source": "Sumber: {source}",
    "region": "Wilayah", "region_code": "Kode wilayah",
    "groups": "kelompok", "dots_noun": "titik", "regions": "wilayah",
    "million": " juta", "billion": " miliar",
    "yes": "ya", "no": "tidak",
}), MappingProxyType({"provinsi": "provinsi", "kabkota": "kabupaten/kota", "kecamatan": "kecamatan"}))  # fmt: skip

ENGLISH = Tongue("en", formatting.of("en"), MappingProxyType({
    "most": "Most:", "fewest": "fewest:",
    "largest": "Largest:", "smallest": "smallest:",
    "highest": "Highest:", "lowest": "lowest:",
    "all_equal": "All have {value}",
    "same_for": "{value} (the same for {n} of {all})",
    "each": "each ",
    "top_of": "The first {n} of {all}. {told}",
    "together": "{told}; {names} together make up {share} of {whole}.",
    "unchanged": "From {first} to {last} unchanged at {value}.",
    "changed": "From {first} to {last} {way}{rate}, from {before} to {after}; highest in {top} ({high}).",
    "up": "up", "down": "down",
    "all_of": "{whole}, all of them {group}.",
    "grouped": "{whole} in {n} {noun}: {each}.",
    "dots_equal": "{start}, all of them {value}.",
    "dots": "{start}: highest {top} ({high}), lowest {bottom} ({low})",
    "rank": "Spearman rank correlation",
    "unrelated": "The value is hardly related to {name}",
    "related": "The larger the {name}, the {way} the value {how}",
    "loosely": "tends slightly to be", "mostly": "tends to be", "upwards": "higher", "downwards": "lower",
    "logarithmic": "{title}, logarithmic scale",
    "no_value": "no value",
    "source": "Source: {source}",
    "region": "Region", "region_code": "Region code",
    "groups": "groups", "dots_noun": "dots", "regions": "regions",
    "million": " million", "billion": " billion",
    "yes": "yes", "no": "no",
}), MappingProxyType({"provinsi": "provinces", "kabkota": "regencies/cities", "kecamatan": "districts"}))  # fmt: skip


def spoken(value: Any, tongue_: Tongue) -> Any:
    """A specification whose axes write large numbers in another language than the first."""
    if tongue_ is INDONESIAN:
        return value
    if isinstance(value, dict):
        return {key: spoken(each, tongue_) for key, each in value.items()}
    if isinstance(value, list):
        return [spoken(each, tongue_) for each in value]
    for key in ("million", "billion"):
        if value == INDONESIAN[key]:
            return tongue_[key]
        if isinstance(value, str):
            value = value.replace(f"'{INDONESIAN[key]}'", f"'{tongue_[key]}'")
    return value


def tongue(language: str) -> Tongue:
    return ENGLISH if language == "en" else INDONESIAN
