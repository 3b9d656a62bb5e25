"""One minimal broken portal for each code: what is found, where, and that nothing is published.

A case is a folder `tests/invalid/<CODE>-<slug>/` with the portal in `input/` and the findings in `expected.json`: code,
path, line and column of each (0 = unknown), in the order of the report. What git or some systems cannot hold is made
from `prepare.json` before the run: `texts` and `symlinks` (path → text, path → target), `sizes` (path → bytes),
`modes` (path → octal), `pipes` (paths), `hex` (path → bytes as digits), `archives` (path → entries of a ZIP: name →
text in Latin-1 and how often), `repeats` (path → text and how often it is added to the file), `theme` (true:
the engine's own theme is copied in first), `edits` (path → pairs of a text that stands there and what replaces it).
"""

import contextlib
import json
import os
import shutil
import socket
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest

from lintas import cli, consulting, pipeline, releasing, scaffold, serve, verify
from lintas.diagnostics import Diagnostic, in_order
from lintas.finishing import search
from lintas.model import Catalogue, Settings
from lintas.outputs import Output, Publisher
from lintas.plan import plan
from lintas.relate import relate
from lintas.releasing import Wish
from lintas.reporters import has_errors, text_report
from lintas.runs import OWN_THEME
from lintas.tables import judge
from lintas.tables.prover import prove
from lintas.verify import tree
from tests import repositories
from tests.unprivileged import permissions_bind

CASES = sorted(path.parent for path in (Path(__file__).parent / "invalid").glob("*/expected.json"))
NOW = "2026-01-01T00:00:00Z"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_broken_portal_is_reported_and_not_published(case, tmp_path):
    root = tmp_path / "portal"
    shutil.copytree(case / "input", root)
    options = pipeline.Options(root=root, now=NOW, output=tmp_path / "_site", jobs=1)
    bind = prepare(case, root)
    if bind:  # nobody may not read root's Python: what the run will import must be there already
        pipeline.check(replace(options, root=shutil.copytree(case / "input", tmp_path / "rehearsal")))
    with permissions_bind(tmp_path) if bind else contextlib.nullcontext():
        found = findings(case, options)
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    places = [{"code": d.code, "path": d.span.path, "line": d.span.line, "column": d.span.column} for d in found]
    assert places == expected, text_report(found)
    assert case.name.split("-")[0] in {d.code for d in found}
    built = not (case / "command.json").exists()
    assert (tmp_path / "_site").exists() is (built and not has_errors(found))


@pytest.mark.parametrize("case", [case for case in CASES if case.name.startswith("GRA2")], ids=lambda path: path.name)
def test_check_finds_what_cannot_be_drawn_where_build_finds_it(case, tmp_path):
    root = shutil.copytree(case / "input", tmp_path / "portal")
    prepare(case, root)
    options = pipeline.Options(root=root, now=NOW, output=tmp_path / "_site", jobs=1)
    checked = [pipeline.check(options, paths).diagnostics for paths in ((), ("datasets/data-uji",), ())]
    alone = [[d for d in found if not d.code.startswith("SDI")] for found in checked]  # advice comes for one dataset
    assert alone == [list(pipeline.build(options).diagnostics)] * 3


def findings(case: Path, options: pipeline.Options) -> tuple[Diagnostic, ...]:
    """What `command.json` of the case finds (a name of `COMMANDS` and its arguments); without one, the build."""
    file = case / "command.json"
    if not file.exists():
        return pipeline.build(options).diagnostics
    command, *words = json.loads(file.read_text(encoding="utf-8"))
    return in_order(COMMANDS[command](options, *words))


def build_into(options: pipeline.Options, folder: str) -> tuple[Diagnostic, ...]:
    return pipeline.build(replace(options, output=options.root / folder)).diagnostics


def build_in_haste(options: pipeline.Options) -> tuple[Diagnostic, ...]:
    """A tenth of a second for each table."""
    with mock.patch.object(judge, "_SECONDS", 0.1), mock.patch.object(prove, "_SECONDS", 0.1):
        return pipeline.build(options).diagnostics


def serve_on_a_taken_port(options: pipeline.Options) -> tuple[Diagnostic, ...]:
    with socket.socket() as taken:
        taken.bind((serve.HOST, 0))
        taken.listen()
        return serve.serve(lambda: options, taken.getsockname()[1], "id").diagnostics


def edit_meanwhile(options: pipeline.Options, path: str) -> tuple[Diagnostic, ...]:
    """A file is saved again between the look at the folder and the reading."""
    discover = pipeline.discover

    def discover_and_edit(*args):
        found = discover(*args)
        (options.root / path).write_text("judul: Judul baru\n", encoding="utf-8")
        return found

    with mock.patch("lintas.pipeline.discover", discover_and_edit):
        return pipeline.build(options).diagnostics


def verify_a_crowded_map(options: pipeline.Options) -> tuple[Diagnostic, ...]:
    """One address more than a site map may hold."""
    file = options.root / "sitemap.xml"
    entry = "<url><loc>https://uji.go.id/</loc></url>\n"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(entry, entry * 50_001), encoding="utf-8")
    return tree.verify(options.root, "", 1).diagnostics


def let_words_out(options: pipeline.Options, words: str) -> tuple[Diagnostic, ...]:
    """A publisher with a bug writes words of a text that is held back."""
    with mock.patch("lintas.publishers.llms._plain", lambda text: f"{text} {words}"):
        return pipeline.build(options).diagnostics


def meet_a_bug(options: pipeline.Options) -> tuple[Diagnostic, ...]:
    shown: list[Diagnostic] = []
    with (
        mock.patch("lintas.pipeline.check", side_effect=RuntimeError("contoh")),
        mock.patch("lintas.cli._report", lambda _args, _root, found: shown.extend(found)),
    ):
        assert cli.main(["check", "--root", str(options.root)]) == 2
    trace = Path(dict(shown[0].args)["trace"])
    assert "RuntimeError: contoh" in trace.read_text(encoding="utf-8")
    trace.unlink()
    return tuple(shown)


def plan_an_output(options: pipeline.Options, path: str) -> tuple[Diagnostic, ...]:
    publisher = Publisher("contoh", lambda _site, _planned: [Output(path, "contoh", "", "")], lambda *_: b"")
    return plan(relate(Catalogue(Settings("Portal")), options.now, "").value, [publisher]).diagnostics


def since(options: pipeline.Options, edits: dict[str, object] | None = None, revision: str = "HEAD"):
    """What `check --since` finds after these edits of the portal that was committed before them."""
    repositories.commit(options.root)
    repositories.edit(options.root, edits or {})
    return pipeline.check(replace(options, since=revision)).diagnostics


def since_in_a_shallow_clone(options: pipeline.Options):
    first = repositories.commit(options.root)
    repositories.commit(options.root)
    clone = repositories.shallow(options.root, options.root.parent / "dangkal")
    return pipeline.check(replace(options, root=clone, since=first)).diagnostics


def since_with_a_damaged_index(options: pipeline.Options):
    repositories.commit(options.root)
    repositories.damage(options.root)
    return pipeline.check(replace(options, since="HEAD")).diagnostics


def without_git(options: pipeline.Options):
    with mock.patch("shutil.which", return_value=None):
        return pipeline.check(replace(options, since="HEAD")).diagnostics


def since_outside(options: pipeline.Options, revision: str):
    """No repository above the portal either, whatever the place in which tests run."""
    with mock.patch.dict(os.environ, {"GIT_CEILING_DIRECTORIES": str(options.root.parent.resolve())}):
        return pipeline.check(replace(options, since=revision)).diagnostics


def consulted(options: pipeline.Options, path: str, folder: str, library: bool = True):
    """What `check --kamus` adds, with the dictionary in a folder of the portal."""
    missing = {} if library else {"spylls.hunspell": None}
    with (
        mock.patch.dict(os.environ, {"DICPATH": str(options.root / folder)}),
        mock.patch.dict(sys.modules, missing),
    ):
        return consulting.consult(options.root, [path])


def build_with_pagefind(options: pipeline.Options, path: str):
    """Build where the program that makes the search index is another one, or none."""
    with mock.patch.object(search, "program", return_value=path):
        return build_into(options, "_lain")


COMMANDS = {
    "pagefind": build_with_pagefind,
    "kamus": consulted,
    "since": since,
    "since-revision": lambda options, revision: since(options, None, revision),
    "since-outside": since_outside,
    "since-shallow": since_in_a_shallow_clone,
    "since-damaged": since_with_a_damaged_index,
    "without-git": without_git,
    "check": lambda options, path: pipeline.check(options, [path]).diagnostics,
    "new-dataset": lambda options, file, sheet="": (
        scaffold.new_dataset(options.root, options.root / file, sheet, NOW).diagnostics
    ),
    "release-dataset": lambda options, slug, version="": (
        releasing.release(options.root, slug, Wish(version, "", NOW[:10])).diagnostics
    ),
    "new": lambda options, *words: scaffold.new(options.root, *words, NOW).diagnostics,
    "import": lambda options, file: scaffold.import_draft(options.root, options.root / file, NOW).diagnostics,
    "signed": lambda options, secret, password="": (
        pipeline.build(replace(options, secret=secret, password=password)).diagnostics
    ),
    "serve": serve_on_a_taken_port,
    "build": build_into,
    "haste": build_in_haste,
    "plan": plan_an_output,
    "verify": lambda options, folder=".": tree.verify(options.root / folder, "", 1).diagnostics,
    "leak": let_words_out,
    "verify-crowded": verify_a_crowded_map,
    "limits": lambda _options, path, size: tuple(verify.limits({path: size})),
    "edit": edit_meanwhile,
    "bug": meet_a_bug,
}


def edit(file: Path, pairs: list[list[str]]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8", newline="\n")


def prepare_bytes(wishes: dict, root: Path) -> None:
    for path, digits in wishes.get("hex", {}).items():
        (root / path).write_bytes(bytes.fromhex(digits))
    for path, entries in wishes.get("archives", {}).items():
        with zipfile.ZipFile(root / path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, (text, times) in entries.items():
                archive.writestr(name, text.encode("latin-1") * times)


def prepare(case: Path, root: Path) -> bool:
    """Make what a repository cannot hold; whether file modes must bind. Skips where a system cannot hold the case."""
    file = case / "prepare.json"
    wishes = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    if wishes and sys.platform == "win32":
        pytest.skip("this system cannot hold the case")
    if wishes.get("theme"):
        shutil.copytree(OWN_THEME, root / "theme")
    for path, pairs in wishes.get("edits", {}).items():
        edit(root / path, pairs)
    for path, text in wishes.get("texts", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    for path, (text, times) in wishes.get("repeats", {}).items():
        with (root / path).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(text * times)
    for path, target in wishes.get("symlinks", {}).items():
        (root / path).symlink_to(target)
    for path, size in wishes.get("sizes", {}).items():
        with (root / path).open("wb") as stream:
            stream.truncate(size)
    for path in wishes.get("pipes", []):
        os.mkfifo(root / path)
    prepare_bytes(wishes, root)
    for path, mode in wishes.get("modes", {}).items():
        (root / path).chmod(int(mode, 8))
    return "modes" in wishes
