"""What the search index of N releases costs: seconds of each part, memory of Pagefind, size of the index.

python bench/search_bench.py --releases 10000
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import corpus  # noqa: E402

from lintas import loading, pipeline, production  # noqa: E402
from lintas.cache import FOLDER, Store, engine_digest  # noqa: E402
from lintas.execute import Means  # noqa: E402
from lintas.presenting import found  # noqa: E402
from lintas.relate import relate  # noqa: E402
from lintas.runs import Options  # noqa: E402
from lintas.searching import Indexing, enriched, program  # noqa: E402
from lintas.workers import Crew  # noqa: E402

NOW = "2026-01-01T00:00:00Z"


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Print wall and processor seconds, those of child processes that have ended among them."""
    wall, cpu = time.perf_counter(), spent()
    yield
    print(f"{name:12} {time.perf_counter() - wall:7.2f} s wall  {spent() - cpu:7.2f} s cpu", flush=True)


def spent() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def measure(root: Path) -> None:
    options = Options(root=root, now=NOW)
    store, crew = Store.open(root / FOLDER / "cache.db", engine_digest()), Crew(1)
    loaded = loading.load(pipeline.discover(options, store), loading.Given(NOW), Means(root, store, crew))
    site = relate(loaded.value, NOW, engine_digest()).value
    reading = production.Files(root, options.theme, store)
    with timed("digest"):
        found.ingredients(site, {})
    with timed("records"):
        records = tuple(found.records(site, reading, {}))
    with timed("words"):
        records = enriched(records, found.groups(site))
    with timed("pagefind"):
        files = Indexing(program()).files(records)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{len(records)} records, {len(files)} files, {sum(len(data) for _, data in files) / 1e6:.1f} MB")
    print(f"Pagefind {peak:.0f} MB")
    for part in ("fragment/", "index/", "filter/", "pagefind", "wasm"):
        own = [len(data) for name, data in files if name.startswith(part)]
        print(f"{part:10} {len(own):6} files {sum(own) / 1e6:8.3f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    out = HERE / "_work" / f"search-{options.releases}"
    if not out.is_dir():
        corpus.build(out, options.releases, 0, options.seed)
    measure(out / "lintas")


if __name__ == "__main__":
    main()
