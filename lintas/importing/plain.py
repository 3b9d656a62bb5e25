"""Plain text and Markdown → blocks: which lines belong together, which stand alone. Pure."""

from __future__ import annotations

import re

from lintas.importing.manuscript import Block, Run, plain

INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\ufe0e\ufe0f]")
SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000\u000b\u000c]+")
BULLET = re.compile(r"(?:[-•·*▪◦●○➢✓✔–➤→■]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
_MARK = re.compile(r"^[•·▪◦●○➢✓✔–➤→■*]\s+")
_LETTER = re.compile(r"^\(?([a-z])[.)]\s+")
_WRAPPED = 118  # characters; text with longer lines was not wrapped by hand
_STRONG = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,400}?)(?<=\S)\*(?![\w*])")
_SLANTED = re.compile(r"(?<![\w_])_(?=\S)([^_\n]{1,400}?)(?<=\S)_(?![\w_])")


def tidy(text: str) -> str:
    """White space folded and characters without width removed; never a word changed."""
    return SPACES.sub(" ", INVISIBLE.sub("", text)).strip()


def text_blocks(text: str, *, chat: bool = False) -> tuple[Block, ...]:
    """The paragraphs and lists of plain text. With `chat`, `*bold*` and `_slanted_` as messengers write them."""
    lines = [tidy(line) for line in text.split("\n")]
    wrapped = _is_wrapped(lines)
    groups: list[list[str]] = []
    tight: list[bool] = []
    fresh = True
    for line in lines:
        if not line:
            fresh = True
            continue
        if fresh or not _joins(groups[-1][-1], line, wrapped):
            groups.append([line])
            tight.append(not fresh)
        elif BULLET.match(line):
            groups[-1].append(line)
        else:
            groups[-1][-1] += " " + line
        fresh = False
    return tuple(_block(group, near, chat) for group, near in zip(groups, tight, strict=True))


def _is_wrapped(lines: list[str]) -> int:
    """The width at which lines were broken by hand; 0 where every line is a paragraph of its own."""
    lengths = sorted(len(line) for line in lines if line)
    if len(lengths) < 6 or lengths[-1] > _WRAPPED or lengths[-1] < 45:
        return 0
    long = [length for length in lengths if length > 0.75 * lengths[-1]]
    ends = sum(1 for line in lines if len(line) > 0.75 * lengths[-1] and not re.search(r"[.!?:;”\"*)]$", line))
    return lengths[-1] if ends * 2 > len(long) else 0


def _joins(before: str, line: str, wrapped: int) -> bool:
    """Whether a line goes on with what the one before it began."""
    if BULLET.match(line):
        return BULLET.match(before) is not None or before.endswith(":")
    if not wrapped:
        return False
    return len(before.rpartition("\n")[2]) > 0.62 * wrapped and not (before.endswith(":") and len(line.split()) < 6)


def _block(lines: list[str], tight: bool, chat: bool) -> Block:
    if len(lines) == 1 and not BULLET.match(lines[0]):
        return Block("text", _runs(lines[0], chat), tight=tight)
    items = [line for line in lines if BULLET.match(line)]
    if len(items) == 1 and len(lines) == 1 and not re.match(r"[-•·*▪◦●○➢✓✔➤→■]", lines[0]):
        return plain(lines[0], tight=tight)  # "1. Judul" alone is no list
    lead = [line for line in lines if not BULLET.match(line)]
    source = "\n".join(map(_item, items))
    if lead:
        source = f"{_escaped_line(lead[0])}\n\n{source}"
    return Block("list", (Run("\n".join([*lead, *items])),), source=source, tight=tight)


def _item(line: str) -> str:
    from lintas.importing.manuscript import escaped

    number = re.match(r"\(?(\d{1,2})[.)]\s+", line)
    if number:
        return f"{number[1]}. {escaped(line[number.end() :])}"
    letter = _LETTER.match(line)
    if letter:
        return f"- {escaped(line)}"
    return "- " + escaped(_MARK.sub("", line.removeprefix("- ")))


def _escaped_line(line: str) -> str:
    from lintas.importing.manuscript import markdown

    return markdown(plain(line))


def _runs(line: str, chat: bool) -> tuple[Run, ...]:
    if not chat:
        return (Run(line),)
    runs: list[Run] = []
    end = 0
    for match in sorted([*_STRONG.finditer(line), *_SLANTED.finditer(line)], key=lambda m: m.start()):
        if match.start() < end:
            continue
        runs += [Run(line[end : match.start()])] if match.start() > end else []
        strong = match[0][0] == "*"
        runs.append(Run(match[1], bold=strong, italic=not strong))
        end = match.end()
    return (*runs, Run(line[end:])) if line[end:] or not runs else tuple(runs)


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of Markdown, which stay as they were written; plain paragraphs can be cut like any other."""
    blocks: list[Block] = []
    for part in _parts(text):
        heading = re.match(r"(#{1,6})\s+(.*?)\s*#*$", part)
        if heading and "\n" not in part:
            blocks.append(Block("heading", _marked(heading[2]), len(heading[1])))
        elif (
            re.match(r"(?:[-*+]|\d+[.)])\s|\||```|~~~|>|    |\[\^|<|!\[|-{3,}|_{3,}|(?:\* ?){3,}\n", part + "\n")
            or "\n" in part
        ):
            kind = (
                "list"
                if BULLET.match(part)
                else "table"
                if part.startswith("|")
                else "quote"
                if part.startswith(">")
                else "text"
            )
            words = re.sub(r"[*_`#>|]+", "", part)
            blocks.append(Block(kind, (Run(words),), source=part))
        else:
            blocks.append(Block("text", _marked(part)))
    return tuple(blocks)


def _parts(text: str) -> list[str]:
    """What blank lines divide, code fences kept whole."""
    parts: list[list[str]] = [[]]
    fence = ""
    for line in text.split("\n"):
        mark = re.match(r"\s*(```+|~~~+)", line)
        if mark:
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        if not line.strip() and not fence:
            parts.append([])
        else:
            parts[-1].append(INVISIBLE.sub("", line).rstrip())
    return ["\n".join(part) for part in parts if part]


def _marked(line: str) -> tuple[Run, ...]:
    """Runs of one line of Markdown: what is bold or a link is known as such, the rest goes through unescaped."""
    runs: list[Run] = []
    end = 0
    for match in re.finditer(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", line):
        runs += [Run(line[end : match.start()], raw=True)] if match.start() > end else []
        runs.append(Run(match[1], bold=True))
        end = match.end()
    return (*runs, Run(line[end:], raw=True)) if line[end:] else tuple(runs)
