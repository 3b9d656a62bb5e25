"""Write docs/kode.md, the reference of all diagnostic codes, from lintas/messages/.

python docs/diagnostics.py
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
FAMILIES = {
    "SIA": "Siaran pers, halaman, instansi, dan topik",
    "FOT": "Foto dan gambar",
    "PDF": "Siaran pers sebagai PDF",
    "KOR": "Koreksi, status, dan embargo siaran pers",
    "ASL": "Keaslian siaran pers",
    "REG": "Register nomor siaran pers",
    "JAD": "Jadwal",
    "EJA": "Ejaan dan bahasa",
    "ANG": "Angka yang terikat data",
    "DAT": "Dataset dan datapackage.json",
    "TAB": "Isi tabel",
    "WIL": "Kode wilayah",
    "PRI": "Data pribadi",
    "ATU": "Kecocokan angka",
    "RUJ": "Rujukan antarhimpunan data",
    "PET": "Peta dan batas wilayah",
    "GRA": "Grafik dan peta dari tabel",
    "VER": "Versi data",
    "TER": "Terjemahan",
    "SDI": "Rancangan himpunan data dan Satu Data Indonesia",
    "CAR": "Pencarian",
    "TAU": "Tautan dan rujukan",
    "TEM": "Tema",
    "LUA": "Berkas hasil",
    "KFG": "Pengaturan dan cara penulisan berkas",
    "NAS": "Naskah dan berkas baru",
    "LAY": "Pratinjau",
    "MES": "Mesin",
}
SEVERITIES = {"error": "kesalahan, situs tidak terbit", "warning": "peringatan", "advice": "saran"}
HEAD = """\
# Kode temuan

Berkas ini dibuat oleh `python docs/diagnostics.py` dari `lintas/messages/`. Penjelasan yang sama ditampilkan oleh
`python build.py explain KODE`. Kata dalam kurung kurawal diganti dengan keterangan dari berkas Anda.
"""


def entries() -> dict[str, dict[str, Any]]:
    """All messages by code, in the order of `FAMILIES`."""
    found: dict[str, dict[str, Any]] = {}
    for family in FAMILIES:
        path = HERE.parent / "lintas" / "messages" / f"{family}.yaml"
        if path.exists():
            found |= dict(sorted(yaml.safe_load(path.read_text(encoding="utf-8")).items()))
    return found


def plain(words: str) -> str:
    """`words` on one line, safe inside Markdown."""
    return re.sub(r"([\\`*\[\]<])", r"\\\1", " ".join(words.split()))


def reference() -> str:
    lines = [HEAD]
    family = ""
    for code, entry in entries().items():
        if code[:3] != family:
            family = code[:3]
            lines.append(f"## {family}: {FAMILIES[family]}\n")
        text = {part: plain(words) for part, words in entry["id"].items()}
        lines.append(f"### {code}\n\n*{SEVERITIES[entry['severity']]}*\n\n{text['message']}\n")
        lines.append(f"**Perbaikan:** {text['remedy']}\n\n{text['why']}\n")
    return "\n".join(lines)


def main() -> None:
    (HERE / "kode.md").write_text(reference(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
