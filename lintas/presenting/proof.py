"""What the report says of the build itself: origin, what was checked, and the commands that make it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lintas.relate import Site
from lintas.views.parts import FileItem
from lintas.views.report import Fact
from lintas.wording import Words

RECORD: Final = "laporan/laporan.json"
MACHINE: Final = "laporan/mesin.json"  # not among the checksums: another machine makes all else the same
SUMS: Final = "laporan/SHA256SUMS"
Told = Mapping[str, int]


def counted(site: Site, told: Told) -> dict[str, int]:
    """What was checked, by key of its name."""
    facts = [item.facts for item in site.datasets.values()]
    return {
        "checked_sources": site.proof.sources,
        "checked_releases": len(site.releases) + len(site.translations),
        "checked_tables": sum(len(each.tables) for each in facts),
        "checked_rows": sum(table.rows for each in facts for table in each.tables),
        "checked_rules": sum(len(item.dataset.rules) for item in site.datasets.values()),
        "checked_figures": sum(len(bound) for bound in site.bound.values()),
        "checked_pages": told.get("pages", 0),
        "checked_links": told.get("links", 0),
        "checked_anchors": told.get("anchors", 0),
        "checked_images": told.get("images", 0),
        "checked_files": told.get("files", 0),
        "checked_warnings": site.proof.warnings,
    }


def checks(site: Site, told: Told, words: Words) -> tuple[Fact, ...]:
    return tuple(Fact(words[key], words.form.number(str(value))) for key, value in counted(site, told).items())


def origin(site: Site, words: Words) -> tuple[Fact, ...]:
    """From what the site was made."""
    proof = site.proof
    state = {True: "sources_touched", False: "sources_clean", None: ""}[proof.touched]
    since = words["valid_since"].format(since=words.form.date_and_time(proof.since)) if proof.since else ""
    facts = (
        ("proof_commit", proof.commit or words["commit_unknown"], True),
        ("proof_state", words[state] if state else "", False),
        ("proof_version", f"Lintas {proof.version}" if proof.version else "", False),
        ("proof_lock", proof.lock, True),
        ("proof_address", site.settings.base_url, True),
        ("proof_valid", since, False),
    )
    return tuple(Fact(words[key], value, code) for key, value, code in facts if value)


def commands(site: Site) -> tuple[str, ...]:
    """Lines for a terminal that build the same tree and compare it."""
    proof = site.proof
    lines = [f"git checkout {proof.commit}"] if proof.commit else []
    now = f" --now {proof.since}" if proof.since else ""
    return (
        *lines,
        "python -m pip install --require-hashes -r requirements.lock",
        f"python build.py build --no-cache --base-url {site.settings.base_url}{now} --output ulang",
        f"curl -sS -o SHA256SUMS {site.settings.base_url}{SUMS}",
        "cd ulang && sha256sum --quiet -c ../SHA256SUMS",
        "cd .. && python build.py verify ulang",
    )


def files(site: Site, words: Words) -> tuple[FileItem, ...]:
    made = [FileItem("SHA-256", words["file_sums"], SUMS), FileItem("laporan.json", words["file_report"], RECORD)]
    return (*made, FileItem("mesin.json", words["file_machine"], MACHINE)) if site.proof.machine else tuple(made)


def record(site: Site, told: Told) -> dict[str, object]:
    """The same for machines. Keys stay; more may come."""
    proof = site.proof
    return {
        "komit": proof.commit or None,
        "sumber_diubah": proof.touched,
        "lintas": proof.version,
        "requirements_lock_sha256": proof.lock or None,
        "alamat": site.settings.base_url,
        "berlaku_sejak": proof.since or None,
        "diperiksa": {key.removeprefix("checked_"): value for key, value in counted(site, told).items()},
        "sidik": SUMS,
        "perintah": list(commands(site)),
    }
