"""The inline level: applies each pattern only where its sign occurs, and without recursion over the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import INLINE_PLACEHOLDER, INLINE_PLACEHOLDER_PREFIX, INLINE_PLACEHOLDER_RE, AtomicString

from lintas.prose.limits import MAX_DEPTH, TooComplex
from lintas.prose.patterns import patterns

if TYPE_CHECKING:
    from lintas.prose.converter import Converter

_NO_SIGNS = str.maketrans("", "", "*_")


class Inline(Treeprocessor):
    """Applies the inline patterns to the texts of a tree, without recursion over the tree."""

    def __init__(self, md: Converter) -> None:
        super().__init__(md)
        self.converter = md
        self.patterns = patterns(md)
        self.last = len(self.patterns) - 1
        self.stashed_nodes: dict[str, Element | str] = {}
        self.depth = 0

    def reset(self) -> None:
        """Forget what emphasis was left open; one body never reaches into the next."""
        self.patterns[self.last][0].reset()

    def run(self, root: Element) -> None:
        self.stashed_nodes.clear()
        self.depth = 0
        for element in list(root.iter()):
            text = element.text
            if text and not isinstance(text, AtomicString) and _interesting(text):
                element.text = self._handle(text, 0)
            tail = element.tail
            if tail and _interesting(tail):
                element.tail = self._handle(tail, 0)
        if self.stashed_nodes:
            self._expand(root)

    def _handle(self, data: str, index: int) -> str:
        """Replace what the patterns from `index` on match by placeholders."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise TooComplex("depth", data)
        for number in range(index, len(self.patterns)):
            pattern, sign = self.patterns[number]
            if sign == "emphasis":
                count = data.count("*") + data.count("_")
                if not count:
                    continue
                self.converter.session.budget.spend(count * count // 2, data)
            elif sign == "reference":
                if not self.converter.references or "[" not in data:
                    continue
            elif sign not in data:
                continue
            data = self._apply(pattern, data, number)
        self.depth -= 1
        return data

    def _apply(self, pattern: Any, data: str, number: int) -> str:
        budget = self.converter.session.budget
        start = 0
        while True:
            for match in pattern.compiled_re.finditer(data, start):
                node, begin, end = pattern.handleMatch(match, data)
                if begin is not None and end is not None:
                    break
            else:
                return data
            budget.spend(20 + (len(data) >> 8), data)
            if node is None:
                start = end
                continue
            if number == self.last and _distorts(node, data[begin:end]):
                pattern.reset()
                return data
            if not isinstance(node, str) and not isinstance(node.text, AtomicString):
                self._handle_node(node, number)
            key = f"{len(self.stashed_nodes):04d}"
            self.stashed_nodes[key] = node
            placeholder = INLINE_PLACEHOLDER % key
            data = data[:begin] + placeholder + data[end:]
            start = begin + len(placeholder)

    def _handle_node(self, node: Element, number: int) -> None:
        for element in node.iter():
            if element.text and _interesting(element.text):
                element.text = self._handle(element.text, number + 1)
            if element is not node and element.tail and _interesting(element.tail):
                element.tail = self._handle(element.tail, number)

    def _expand(self, root: Element) -> None:
        """Put the stashed nodes in the places of their placeholders."""
        todo = [root]
        while todo:
            element = todo.pop()
            text = element.text
            if text and INLINE_PLACEHOLDER_PREFIX in text and not isinstance(text, AtomicString):
                element.text, nodes = self._split(text)
                for position, node in enumerate(nodes):
                    element.insert(position, node)
            index = 0
            while index < len(element):
                child = element[index]
                if child.tail and INLINE_PLACEHOLDER_PREFIX in child.tail:
                    child.tail, nodes = self._split(child.tail)
                    for position, node in enumerate(nodes):
                        element.insert(index + 1 + position, node)
                index += 1
            todo.extend(element)

    def _split(self, data: str) -> tuple[str, list[Element]]:
        """The text before the first node, and the nodes with their tails."""
        pieces = INLINE_PLACEHOLDER_RE.split(data)
        before = pieces[0]
        nodes: list[Element] = []
        for key, text in zip(pieces[1::2], pieces[2::2], strict=True):
            node = self.stashed_nodes.get(key, "")
            if isinstance(node, str):
                text = node + text
                if nodes:
                    nodes[-1].tail = (nodes[-1].tail or "") + text
                else:
                    before += text
            else:
                node.tail = text
                nodes.append(node)
        return before, nodes


def _distorts(node: Any, matched: str) -> bool:
    """True when emphasis of uneven lengths was paired so that text would be lost, doubled or cut in a placeholder."""
    if isinstance(node, str):
        return False
    texts = [text for each in node.iter() for text in (each.text, each.tail) if text]
    if "".join(node.itertext()).translate(_NO_SIGNS) != matched.translate(_NO_SIGNS):
        return True
    return "\x02" in matched and any(_broken(text) for text in texts)


def _broken(text: str) -> bool:
    return text.count("\x02") != text.count("\x03") or text.find("\x02") > text.find("\x03")


def _interesting(text: str) -> bool:
    return "*" in text or "[" in text or "_" in text or "<" in text or "`" in text or "\\" in text or "  \n" in text
