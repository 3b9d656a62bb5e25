"""The command line: arguments in, exit status out.

Only this folder knows the clock, the environment, the working directory and the streams. Exit status: 0 clean,
1 faults in the content, 2 wrong use or a bug.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lintas.cli import given
from lintas.cli.arguments import WRONG_USE, parse
from lintas.cli.words import WORDS

if TYPE_CHECKING:
    from lintas.diagnostics import Diagnostic, Outcome
    from lintas.runs import Made, Result

CLEAN, FAULTS = 0, 1
_OWN_ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Never lets an exception out: an unexpected one is reported as MES001."""
    gc.disable()  # a run allocates, reports and ends; collecting its long-lived values only costs time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = parse(arguments)
    try:
        return _run(args)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our report went away
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        return WRONG_USE
    except Exception as error:
        return _bug(args, error)


def _run(args: argparse.Namespace) -> int:
    if args.command == "explain":
        return _explain(args)
    if args.command == "verify":
        return _verify(args)
    root = (args.root or _OWN_ROOT).resolve()
    if not root.is_dir():
        return _wrong(args, "no_root", path=args.root)
    if args.command == "check":
        return _check(args, root)
    if args.command == "due":
        return _due(args, root)
    if args.command == "serve":
        return _serve(args, root)
    if args.command == "release-dataset":
        return _release(args, root)
    if args.command in ("new", "import"):
        return _create(args, root)
    return _build(args, root)


def _build(args: argparse.Namespace, root: Path) -> int:
    from lintas import pipeline

    options = given.options(args, root)
    with _progress(args):
        result = pipeline.build(options)
    _report(args, root, result.diagnostics)
    if result.ok:
        shown = os.path.relpath(options.target)
        _say(args, "built", output=shown if not shown.startswith("..") else options.target, **_figures(result))
        return CLEAN
    _say(args, "kept")
    return FAULTS


def _verify(args: argparse.Namespace) -> int:
    """A finished tree, which need not be of this portal or machine."""
    from lintas.reporters import has_errors
    from lintas.verify import tree

    folder = Path(os.path.abspath(args.folder))
    base_url = f"{args.base_url.rstrip('/')}/" if args.base_url else ""
    with _progress(args):
        outcome = tree.verify(folder, base_url, args.jobs)
    _report(args, folder, outcome.diagnostics)
    seen = outcome.value
    if has_errors(outcome.diagnostics):
        return FAULTS
    _say(args, "verified", megabytes=-(-seen.bytes // 1_000_000), **tree.figures(seen))
    _say(args, "verified_sums" if seen.sums else "verified_no_sums", sums=seen.sums)
    _say(args, "verified_limit")
    return CLEAN


def _check(args: argparse.Namespace, root: Path) -> int:
    from lintas import pipeline

    paths = []
    for path in args.paths:
        places = (Path(os.path.abspath(place)) for place in (path.absolute(), root / path) if os.path.lexists(place))
        place = next((place for place in places if place.is_relative_to(root)), None)
        if place is None:
            return _wrong(args, "no_path", path=path)
        inside = place.relative_to(root).as_posix()
        paths += [inside] if inside != "." else []
    if args.kamus and not paths:
        return _wrong(args, "kamus_where")
    if args.fix:
        from lintas.cli.fixing import fix

        if not fix(args, root, paths, lambda found: _report(args, root, found)):
            return FAULTS
    result = pipeline.check(replace(given.options(args, root), since=args.since), paths)
    _report(args, root, (*result.diagnostics, *_consulted(args, root, paths)))
    if result.ok:
        _say(args, "clean", **_figures(result))
    if paths and all(path.startswith("datasets/") for path in paths):
        _next(args, root, paths[0].split("/")[1], result.diagnostics)
    return CLEAN if result.ok else FAULTS


def _consulted(args: argparse.Namespace, root: Path, paths: Sequence[str]) -> Sequence[Diagnostic]:
    """Words that the dictionary does not know: never a reason to fail."""
    if not args.kamus:
        return ()
    from lintas import consulting

    return consulting.consult(root, paths)


def _next(args: argparse.Namespace, root: Path, slug: str, found: Sequence[Diagnostic]) -> None:
    """The next thing to do for a dataset: mend, then describe, then freeze, then build."""
    from lintas.reporters import has_errors

    faulty = next((d for d in found if has_errors([d])), None)
    codes = {d.code for d in found}
    frozen = any((root / "datasets" / slug / "versi").glob("*/rilis.json"))
    if faulty:
        _say(args, "next_mend", code=faulty.code, path=f"{faulty.span.path}:{faulty.span.line or 1}")
    elif "DAT137" in codes:
        _say(args, "next_write", code="DAT137")
    elif not frozen or "VER206" in codes:
        _say(args, "next_release", slug=slug)
    elif "SDI201" in codes:
        _say(args, "next_write", code="SDI201")
    else:
        _say(args, "next_build")


def _due(args: argparse.Namespace, root: Path) -> int:
    """Whether something has changed by itself since a moment, and when it next will: lines for `GITHUB_OUTPUT`."""
    from lintas import pipeline

    outcome = pipeline.due(given.options(args, root))
    _report(args, root, outcome.diagnostics)
    span = outcome.value
    if span is None:
        return FAULTS
    print(f"due={'true' if span.since > (args.since or '') else 'false'}\nnext={span.until}")
    _say(args, "due_next" if span.until else "due_never", moment=span.until)
    return CLEAN


def _serve(args: argparse.Namespace, root: Path) -> int:
    from lintas import serve

    outcome = serve.serve(lambda: replace(given.options(args, root), preview=True), args.port, args.lang)
    _report(args, root, outcome.diagnostics)
    return WRONG_USE if outcome.diagnostics else CLEAN


def _create(args: argparse.Namespace, root: Path) -> int:
    from lintas import scaffold

    if args.command == "import":
        from lintas.cli.importing import import_files

        good = import_files(args, root, given.now(args), lambda found: _report(args, root, found))
        return CLEAN if good else FAULTS
    if args.command == "new" and args.kind == "dataset":
        outcome = scaffold.new_dataset(root, Path(" ".join(args.title)), args.sheet, given.now(args))
    else:
        outcome = scaffold.new(root, args.kind, " ".join(args.title), given.now(args))
    return _made(args, root, outcome)


def _release(args: argparse.Namespace, root: Path) -> int:
    from lintas import releasing
    from lintas.importing import today

    wish = releasing.Wish(args.to or "", args.note, today(given.now(args)))
    return _made(args, root, releasing.release(root, args.slug, wish))


def _made(args: argparse.Namespace, root: Path, outcome: Outcome[Made | None]) -> int:
    """Tell of a file or folder that was begun: what was understood, what was found, where it is."""
    made = outcome.value
    if made is not None and not args.quiet:
        wide = max((len(label) for label, _ in made.rows), default=0)
        print("".join(f"{label:<{wide}}  {value}\n" for label, value in made.rows), end="", file=sys.stderr)
    _report(args, root, outcome.diagnostics)
    if made is None:
        return FAULTS
    _say(args, "made", path=made.path)
    return CLEAN


def _explain(args: argparse.Namespace) -> int:
    from lintas import reporters

    text = reporters.explain(args.code.upper(), args.lang)
    if text is None:
        return _wrong(args, "no_code", code=args.code)
    print(text)
    return CLEAN


def _figures(result: Result) -> dict[str, int]:
    return {
        "files": result.files, "drawn": result.drawn, "releases": result.releases, "datasets": result.datasets
    }  # fmt: skip


def _report(args: argparse.Namespace, root: Path, diagnostics: Sequence[Diagnostic]) -> None:
    if diagnostics:
        from lintas import reporters

        reporters.report(diagnostics, args.format, args.lang, root)


def _say(args: argparse.Namespace, word: str, **facts: object) -> None:
    """A line of news on stderr; never in the way of a machine that reads the report."""
    if not args.quiet:
        print(WORDS[args.lang][word].format(**facts), file=sys.stderr)


def _wrong(args: argparse.Namespace, word: str, **facts: object) -> int:
    print(f"build.py: {WORDS[args.lang][word].format(**facts)}", file=sys.stderr)
    return WRONG_USE


@contextlib.contextmanager
def _progress(args: argparse.Namespace) -> Iterator[None]:
    """A spinner while a person is looking."""
    if args.quiet or args.format != "text" or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(WORDS[args.lang]["working"]):
        yield


def _bug(args: argparse.Namespace, error: Exception) -> int:
    """Report a bug of the engine; the trace goes to a file so that the report stays readable."""
    from lintas.diagnostics import Span, fault

    with tempfile.NamedTemporaryFile("w", prefix="lintas-", suffix=".txt", delete=False, encoding="utf-8") as file:
        traceback.print_exception(error, file=file)
    finding = fault("MES001", Span(""), kind=type(error).__name__, reason=error, trace=file.name)
    with contextlib.suppress(Exception):
        _report(args, _OWN_ROOT, (finding,))
        return WRONG_USE
    traceback.print_exception(error)
    return WRONG_USE
