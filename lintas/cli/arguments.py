"""The words of the command line. They are a promise: only additions."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from lintas import __version__

WRONG_USE = 2
_JAKARTA = timezone(timedelta(hours=7))


class _Parser(argparse.ArgumentParser):
    """argparse with usage errors on one line and exit status 2."""

    def error(self, message: str) -> Any:
        self.exit(WRONG_USE, f"{self.format_usage()}{self.prog}: {message}\n")


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The arguments as a namespace. argparse takes no words after an option that stands among them; `new` does."""
    top = parser()
    args, rest = top.parse_known_args(arguments)
    if rest and args.command == "new" and not any(word.startswith("-") for word in rest):
        args.title += rest
    elif rest:
        top.error(f"unrecognized arguments: {' '.join(rest)}")
    return args


def parser() -> _Parser:
    """The whole command line. Common options may stand before or after the command."""
    top = _Parser(
        prog="build.py",
        description="Lintas membangun portal siaran pers dan data terbuka. Tanpa perintah: build.",
        parents=[_common(), _building()],
    )
    top.add_argument("--version", action="version", version=f"Lintas {__version__}")
    commands = top.add_subparsers(dest="command", metavar="PERINTAH")
    late = [_common(argparse.SUPPRESS)]
    whole = [_common(argparse.SUPPRESS), _building(argparse.SUPPRESS)]
    commands.add_parser("build", help="periksa semua, lalu bangun situs", parents=whole)
    check = commands.add_parser("check", help="periksa saja, tanpa membangun", parents=whole)
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="berkas atau folder yang dilaporkan")
    check.add_argument("--fix", action="store_true", help="perbaiki ejaan yang aman diperbaiki, lalu periksa")
    check.add_argument("--kamus", action="store_true", help="cari kata PATH yang tidak ada dalam kamus (saran)")
    check.add_argument("--since", default="", metavar="REV", help="bandingkan dengan revisi git, misalnya origin/main")
    serve = commands.add_parser("serve", help="tampilkan situs sambil menulis", parents=late)
    serve.add_argument("--port", type=_port, default=8000, metavar="N", help="nomor port (bawaan: 8000)")
    _writing(commands, late)
    due = commands.add_parser("due", help="kapan sesuatu terbit atau berubah dengan sendirinya", parents=whole)
    due.add_argument(
        "--since", type=moment, default=None, metavar="ISO", help="sejak kapan; misalnya terbitan terakhir"
    )
    verify = commands.add_parser("verify", help="periksa situs yang sudah jadi", parents=late)
    verify.add_argument("folder", type=Path, metavar="DIR", help="folder situs, misalnya _site")
    verify.add_argument("--base-url", type=_base_url, metavar="URL", default=argparse.SUPPRESS, help="alamat terbitnya")
    verify.add_argument("--jobs", type=_jobs, metavar="N", default=argparse.SUPPRESS, help="jumlah proses")
    explain = commands.add_parser("explain", help="jelaskan sebuah kode temuan", parents=late)
    explain.add_argument("code", metavar="CODE", help="misalnya TAB402")
    return top


def _writing(commands: Any, late: list[_Parser]) -> None:
    """The commands that write into the portal."""
    new = commands.add_parser("new", help="buat siaran, halaman, instansi, atau himpunan data baru", parents=late)
    new.add_argument("kind", choices=("siaran", "halaman", "instansi", "dataset"), help="apa yang dibuat")
    new.add_argument("title", nargs="*", metavar="JUDUL", help="judul atau nama; bagi dataset: berkas CSV atau XLSX")
    new.add_argument("--sheet", default="", metavar="NAMA", help="lembar buku kerja yang dipakai (dataset)")
    draft = commands.add_parser("import", help="ubah naskah menjadi siaran pers", parents=late)
    draft.add_argument("files", nargs="+", metavar="FILE", help="naskah .docx, .odt, .html, .txt, .md; - = masukan")
    draft.add_argument("--force", action="store_true", help="timpa berkas yang sudah ada")
    release = commands.add_parser("release-dataset", help="bekukan data sekarang sebagai versi", parents=late)
    release.add_argument("slug", metavar="SLUG", help="nama folder di bawah datasets/")
    release.add_argument("--to", type=_version, default=None, metavar="VERSI", help="versi baru, misalnya 1.1.0")
    release.add_argument("--note", default="", metavar="TEKS", help="catatan perubahan untuk pembaca")
    for command in (new, draft, release):
        command.add_argument("--now", type=moment, default=argparse.SUPPRESS, metavar="ISO", help="waktu acuan")


def _common(default: Any = None) -> _Parser:
    """Options of every command. With SUPPRESS a command leaves alone what was given before it."""
    options = _Parser(add_help=False)
    keep = default is argparse.SUPPRESS
    options.add_argument("--root", type=Path, metavar="DIR", default=default, help="folder portal")
    options.add_argument(
        "--format", choices=("text", "json", "github"), default=default if keep else "text", help="bentuk laporan"
    )
    options.add_argument("--lang", choices=("id", "en"), default=default if keep else "id", help="bahasa laporan")
    options.add_argument(
        "--quiet", action="store_true", default=default if keep else False, help="hanya temuan, tanpa berita lain"
    )
    return options


def _building(default: Any = None) -> _Parser:
    """Options of `build`."""
    options = _Parser(add_help=False)
    keep = default is argparse.SUPPRESS
    options.add_argument("--output", type=Path, metavar="DIR", default=default, help="folder hasil (bawaan: _site)")
    options.add_argument("--base-url", type=_base_url, metavar="URL", default=default, help="alamat portal")
    options.add_argument("--jobs", type=_jobs, metavar="N", default=default if keep else 0, help="jumlah proses")
    options.add_argument(
        "--no-cache", action="store_true", default=default if keep else False, help="kerjakan semua dari awal"
    )
    options.add_argument("--now", type=moment, metavar="ISO", default=default, help="waktu yang dianggap sekarang")
    return options


def moment(text: str) -> str:
    """A date or date-time as the engine's instant, "2025-07-03T17:00:00Z"; without a zone it is Jakarta's."""
    try:
        given = datetime.fromisoformat(text)
        zoned = given if given.tzinfo else given.replace(tzinfo=_JAKARTA)
        return zoned.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(f"bukan waktu ISO 8601: {text!r}") from None


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"bukan nomor port 1–65535: {text!r}")
    return int(text)


def _version(text: str) -> str:
    if not re.fullmatch(r"(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}(-[0-9A-Za-z.-]{1,40})?", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"bukan versi seperti 1.2.0: {text!r}")
    return text


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"bukan jumlah proses 1–256: {text!r}")
    return int(text)


def _base_url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#<>\"]+(/[^\s?#<>\"]*)?", text):
        raise argparse.ArgumentTypeError(f"bukan alamat http(s) tanpa ? dan #: {text!r}")
    return text
