"""What every kind of file is turned into before anything is understood: blocks of words, pictures, remarks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lintas.diagnostics import Diagnostic

_ESCAPED = re.compile(r"[\\`*_\[\]]")
_LINE_START = re.compile(r"^([#>+=~|]|-(?=[\s-]))", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one dress. `raw` words are Markdown already; `mark` is a footnote mark, which is no word."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    raw: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list, table, quotation, caption or picture.

    `source` is ready Markdown where the block is none of plain runs. `tight` says that no blank line stood before it.
    """

    kind: str  # text | heading | list | table | quote | code | caption | picture
    runs: tuple[Run, ...]
    level: int = 0
    source: str = ""
    tight: bool = False
    picture: int = -1

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        spoken = [run for run in self.runs if run.text.strip()]
        return bool(spoken) and all(run.bold for run in spoken)


@dataclass(frozen=True, slots=True)
class Picture:
    data: bytes
    suffix: str  # ".jpg"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One text as it came. `dated` and `title` are what a web page says of itself; `remarks` must be passed on."""

    blocks: tuple[Block, ...]
    pictures: tuple[Picture, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
    dropped: tuple[str, ...] = ()
    title: str = ""
    dated: str = ""  # ISO
    chat: bool = False  # it came out of a messenger, and `dated` is the day of the message
    notes: tuple[str, ...] = ()  # Markdown of footnotes, in order


def plain(text: str, *, tight: bool = False) -> Block:
    return Block("text", (Run(text),), tight=tight)


def cut_front(block: Block, count: int) -> Block:
    """The block without its first `count` characters of plain text."""
    runs = []
    for run in block.runs:
        if count and count >= len(run.text):
            count -= len(run.text)
            continue
        runs.append(replace(run, text=run.text[count:]))
        count = 0
    while runs and not runs[0].text.strip() and not runs[0].mark:
        runs.pop(0)
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
    return replace(block, runs=tuple(runs))


def cut_back(block: Block, count: int) -> Block:
    """The block without its last `count` characters of plain text."""
    mirrored = replace(block, runs=tuple(replace(run, text=run.text[::-1]) for run in reversed(block.runs)))
    cut = cut_front(mirrored, count)
    return replace(block, runs=tuple(replace(run, text=run.text[::-1]) for run in reversed(cut.runs)))


def split_lines(block: Block) -> list[Block]:
    """One block for each line of a block of runs."""
    lines: list[list[Run]] = [[]]
    for run in block.runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=part)] for part in rest]
    made = [replace(block, runs=tuple(line), tight=block.tight or place > 0) for place, line in enumerate(lines)]
    return [each for each in made if each.text.strip()]


def markdown(block: Block) -> str:
    """The block in Markdown that shows the very same words."""
    if block.source:
        return block.source
    text = inline(block.runs).strip()
    if block.kind == "heading":
        return f"{'#' * block.level} {' '.join(text.split())}"
    text = _NUMBERED.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", text))
    return text.replace("\n", "  \n")


def inline(runs: tuple[Run, ...]) -> str:
    """Runs side by side; what is alike is joined, and blanks stand outside of the marks."""
    joined: list[Run] = []
    for run in runs:
        same = joined and replace(joined[-1], text="") == replace(run, text="") and not run.mark
        if same:
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text or run.mark:
            joined.append(run)
    return "".join(map(_dressed, joined))


def _dressed(run: Run) -> str:
    if run.raw or run.mark:
        return run.text + run.mark
    words = run.text.strip()
    if not words:
        return run.text
    before, _, after = run.text.partition(words)
    text = escaped(words)
    if run.link:
        text = f"[{text}]({run.link})"
    mark = "*" * (2 * run.bold + run.italic)
    return f"{before}{mark}{text}{mark}{after}"


def escaped(text: str) -> str:
    """Plain text as Markdown; `&` and `<` as entities."""
    return _ESCAPED.sub(r"\\\g<0>", text).replace("&", "&amp;").replace("<", "&lt;")
