"""One Python-Markdown instance per process, stripped to what is needed and driven body by body."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import (
    BlockQuoteProcessor,
    CodeBlockProcessor,
    EmptyBlockProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ListIndentProcessor,
    SetextHeaderProcessor,
)
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import Registry

from lintas.prose import blocks, quotations
from lintas.prose.inline import Inline
from lintas.prose.session import Places, Session
from lintas.prose.writer import Writer

_PUNCTUATION = list("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")  # what a backslash makes literal, as in CommonMark


class Converter(Markdown):
    """`Markdown` with its own block dispatch, inline driver and writer; all state of a body lives in its `Session`."""

    def build_parser(self) -> Converter:
        self.ESCAPED_CHARS = list(_PUNCTUATION)
        self.session = Session(Places("", "", 1), "id")
        self.fences: list[tuple[str, str]] = []
        self.preprocessors = Registry()
        self.postprocessors = Registry()
        self.inlinePatterns = Registry()
        self.treeprocessors = Registry()
        self.references = {}
        self.parser: Any = blocks.Blocks(self)
        self.parser.processors = self._block_processors()
        self.inline = Inline(self)
        self.treeprocessors.register(self.inline, "inline", 20)
        # The library's patterns look for this one's expression by name.
        self.treeprocessors.register(UnescapeTreeprocessor(self), "unescape", 0)
        return self

    def _block_processors(self) -> tuple[Any, ...]:
        parser = self.parser
        return (
            EmptyBlockProcessor(parser),
            ListIndentProcessor(parser),
            CodeBlockProcessor(parser),
            blocks.FencedCode(parser),
            blocks.Tables(parser),
            HashHeaderProcessor(parser),
            SetextHeaderProcessor(parser),
            HRProcessor(parser),
            blocks.CarefulOrdered(parser),
            blocks.CarefulUnordered(parser),
            blocks.HtmlBlocks(parser),
            blocks.Definitions(parser),
            BlockQuoteProcessor(parser),
            blocks.References(parser),
            blocks.CautiousParagraph(parser),
        )

    def body(self, source: str, session: Session) -> str:
        """HTML of one body, not yet sanitised. Raises TooComplex; the instance must then be thrown away."""
        self.session = session
        self.references.clear()
        self.fences = []
        self.parser.depth = 0
        self.inline.reset()
        root = Element("div")
        self.parser.parseChunk(root, self._prepare(source))
        if quotations.present(source):
            quotations.attribute(root, session)
        self.inline.run(root)
        session.places.cursor = 0  # raw HTML was met before; now once more in the order of the document
        html = Writer(self).write(root)
        return html + self._notes() if session.definitions else html

    def _prepare(self, source: str) -> str:
        if "\r" in source:
            source = source.replace("\r\n", "\n").replace("\r", "\n")
        if "\t" in source:
            source = source.expandtabs(4)
        if "```" in source or "~~~" in source:
            lines, self.fences = blocks.take_fences(source.split("\n"), self._unclosed)
            self.fences = [(_code(text), whole) for text, whole in self.fences]
            source = "\n".join(lines)
        if " \n" in source:
            source = "\n".join(line if line.strip() else "" for line in source.split("\n"))
        return source + "\n\n"

    def _unclosed(self, line: str) -> None:
        self.session.report("SIA219", self.session.places.find(line))

    def _notes(self) -> str:
        """The list of footnotes; a note may refer to further notes."""
        session = self.session
        items: list[str] = []
        for label in session.noted:  # grows meanwhile
            surrogate = Element("div")
            self.parser.parseChunk(surrogate, session.definitions[label])
            self.inline.run(surrogate)
            items.append(Writer(self).write(surrogate))
        for label in session.definitions:
            if label not in session.notes:
                session.report("SIA215", session.places.find(f"[^{label}]:"), label=label)
        if not items:
            return ""
        english = session.language == "en"
        name = "Footnotes" if english else "Catatan kaki"
        back = "Back to reference" if english else "Kembali ke rujukan"
        out = [f'<section class="footnote" role="doc-endnotes" aria-label="{name}">\n<ol>\n']
        for number, (label, html) in enumerate(zip(session.noted, items, strict=True), start=1):
            times = session.notes[label][1]
            marks = "".join(_backlink(number, time, back) for time in range(1, times + 1))
            html = html.rstrip()
            html = html[:-4] + marks + "</p>" if html.endswith("</p>") else html + f"<p>{marks}</p>"
            out.append(f'<li id="fn-{number}">{html}</li>\n')
            session.ids.add(f"fn-{number}")
        return "".join(out) + "</ol>\n</section>\n"


def _backlink(number: int, time: int, words: str) -> str:
    anchor = f"fnref-{number}" + (f"-{time}" if time > 1 else "")
    label = f"{words} {number}" + (f"-{time}" if time > 1 else "")
    return f' <a href="#{anchor}" role="doc-backlink" aria-label="{label}">↩</a>'


def _code(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
