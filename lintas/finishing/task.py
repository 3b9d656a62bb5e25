"""What a finisher is: it makes files from the whole of a site, beside the pages or out of the finished tree.

A publisher knows each of its files before one is drawn. A finisher knows only where its files will stand: a search
index names them by their content, checksums and an archive need every other file first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lintas.diagnostics import Diagnostic
from lintas.outputs import Output, Reading, Tools
from lintas.relate import Site
from lintas.writing import Entry


@dataclass(frozen=True, slots=True)
class Started:
    """What there is before pages are drawn."""

    site: Site
    outputs: tuple[Output, ...]
    reading: Reading
    theme: Path  # folder of the theme
    drawing: Callable[[], tuple[Site, Tools]]  # for a finisher that draws a page of its own


@dataclass(frozen=True, slots=True)
class Finished:
    """The tree with everything but what this finisher and those after it make."""

    tree: Path
    entries: Mapping[str, Entry]  # path → digests and size of every file


@dataclass(frozen=True, slots=True)
class Made:
    """Files as (path in the tree, content), and what there is to say; said again while the files stay as they are."""

    files: tuple[tuple[str, bytes], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def _nothing() -> None:
    """Nothing runs that could be stopped."""


@dataclass(frozen=True, slots=True)
class Task:
    """Work that has begun. `finish` waits for it; `cancel` is called instead when the build ends with a fault."""

    finish: Callable[[Finished], Made]
    cancel: Callable[[], None] = _nothing


@dataclass(frozen=True, slots=True)
class Finisher:
    """One kind of thing that is made from the whole.

    `owns` are paths, or folders ending in "/", which no publisher may use; () when the site does not have it.
    `digest` covers everything that the files are made from: same digest, same bytes. It is given the outputs planned
    and, by name, the identities of the finishers before it. `deferred` ones wait until a preview is over.
    """

    name: str
    owns: Callable[[Site], tuple[str, ...]]
    digest: Callable[[Site, Sequence[Output], Mapping[str, str]], str]
    begin: Callable[[Started], Task]
    deferred: bool = False


def owned(path: str, places: Sequence[str]) -> bool:
    """Whether `path` is one of these places or lies in one of these folders."""
    return any(path == place or (place.endswith("/") and path.startswith(place)) for place in places)
