"""Views → HTML: the Jinja environment, addresses, and the one place that trusts HTML (the only importer of jinja2).

A page is drawn with two pieces of chrome that depend on section and depth alone, so each is drawn once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from lintas import foreign
from lintas.diagnostics import Outcome, Span, fault
from lintas.foreign import FIRST
from lintas.reader import decode, read_yaml
from lintas.views import FOOTER_TEMPLATE, HEADER_TEMPLATE, TEMPLATES
from lintas.views.chrome import Alternate
from lintas.views.texts import TEXTS
from lintas.wording import Words

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from lintas.diagnostics import Diagnostic
    from lintas.views.chrome import Meta, Situs

_SLOT = re.compile(r'(?:(?<= href=")|(?<= src="))slot:(\d+)(?=")')


_SWITCH = "slot:bahasa"  # where the header leads to the same page in another language
_OF_HTML = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")


class TemplateFault(Exception):
    """A template could not be drawn; carries the finding for the report."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def root_from(path: str) -> str:
    """The relative way from a page's folder to the site root: "data/x/index.html" → "../../", "index.html" → "./"."""
    return "../" * path.count("/") or "./"


def trusted(html: str) -> Markup:
    """HTML from `prose.convert`, marked as safe. Nothing else may be passed here."""
    from markupsafe import Markup

    return Markup(html)


def data_block(value: object) -> Markup:
    """JSON for a `<script>` that is data: no sign in it can end the element or begin another (HTML 4.12.1.3)."""
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in _OF_HTML:
        if sign in text:
            text = text.replace(sign, escape)
    return Markup(text)


def fill_slots(html: str, targets: tuple[str, ...], root: str) -> str:
    """Put real addresses into the link slots that `prose` left."""

    def address(slot: re.Match[str]) -> str:
        number = int(slot[1])
        return root + targets[number] if number < len(targets) else slot[0]  # words that only look like a slot stay

    return _SLOT.sub(address, html) if targets else html


@dataclass(frozen=True, slots=True)
class Tongues:
    """In which languages the portal speaks, and which pages there are in those that are not the first."""

    base_url: str = ""
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)  # language → addresses as in the first language

    def folder(self, language: str) -> str:
        return "" if language == FIRST else f"{language}/"

    def other(self, language: str) -> str:
        """The language to which the header leads; "" for a portal that has one."""
        return next((each for each in (FIRST, *self.known) if each != language), "")

    def other_address(self, path: str, language: str) -> str:
        """The same page in the other language, or its home page."""
        other, address = self.other(language), path.removesuffix("index.html")
        if not other:
            return ""
        there = other == FIRST or address in self.known[other]
        return self.folder(other) + (address if there and path != "404.html" else "")

    def alternates(self, path: str) -> tuple[Alternate, ...]:
        """All languages of a page that exists in several."""
        address = path.removesuffix("index.html")
        others = [language for language, known in self.known.items() if address in known]
        if not others:
            return ()
        all_of_them = [(each, self.base_url + self.folder(each) + address) for each in (FIRST, *others)]
        return tuple(Alternate(*each) for each in (*all_of_them, ("x-default", self.base_url + address)))


@dataclass(slots=True)
class Renderer:
    """Draws pages of one theme in one language. State: compiled templates and drawn chrome."""

    theme: Path
    site: Situs
    strings: Words
    base_path: str  # path of the base URL, e.g. "/portal/"; used by 404 alone
    tongues: Tongues = Tongues()
    compiled: Path | None = None  # folder in which compiled templates are kept between runs
    _environment: Environment | None = None
    _chrome: dict[tuple[str, str, str, bool], Markup] = field(default_factory=dict)

    def page(self, view: object, meta: Meta, section: str, path: str) -> bytes:
        """The page at `path` as UTF-8. Raises `TemplateFault` for an error in a template."""
        tongues, language = self.tongues, self.strings.lang
        root = self.root(path)
        name = TEMPLATES[type(view)]
        twins = tongues.alternates(path)
        meta = replace(meta, alternates=twins if meta.canonical_url else ())
        header = self._piece(HEADER_TEMPLATE, section, root, bool(twins))
        header = trusted(header.replace(_SWITCH, root + tongues.other_address(path, language)))
        footer = self._piece(FOOTER_TEMPLATE, section, root)
        text = self._draw(name, v=view, meta=meta, akar=root, bagian=section, kepala=header, kaki=footer)
        if language != FIRST:
            known = tongues.known.get(language, frozenset())
            text = foreign.resolve(foreign.relink(text, root, (tongues.folder(language), known), FIRST), FIRST)
        return text.encode("utf-8", "replace")

    def root(self, path: str) -> str:
        """The way from the page that stands at `path` in the first language, and drawn in this one, to the root."""
        return self.base_path if path == "404.html" else root_from(self.tongues.folder(self.strings.lang) + path)

    def _piece(self, name: str, section: str, root: str, twin: bool = False) -> Markup:
        key = (name, section, root, twin)
        if key not in self._chrome:
            other = self.tongues.other(self.strings.lang)
            lain = {"href": _SWITCH, "lang": other, "same": twin or self.strings.lang != FIRST} if other else None
            self._chrome[key] = trusted(self._draw(name, bagian=section, akar=root, lain=lain))
        return self._chrome[key]

    def _draw(self, name: str, **context: object) -> str:
        import jinja2

        environment = self.environment
        try:
            return environment.get_template(name).render(context)
        except jinja2.TemplateSyntaxError as error:
            span = Span(f"theme/templates/{error.name or name}", error.lineno or 0)
            raise TemplateFault(fault("TEM101", span, reason=error.message or "")) from error
        except jinja2.TemplateNotFound as error:
            raise TemplateFault(
                fault("TEM102", Span(f"theme/templates/{name}"), missing=error.message or "")
            ) from error
        except jinja2.UndefinedError as error:
            raise TemplateFault(fault("TEM103", self._place(error, name), reason=error.message or "")) from error
        except Exception as error:  # what a template does with values: 1/0, text + number, itself included in itself
            reason = f"{type(error).__name__}: {error}"
            raise TemplateFault(fault("TEM106", self._place(error, name), reason=reason)) from error

    def _place(self, error: BaseException, name: str) -> Span:
        """The innermost template line of a run-time error."""
        place, trace = Span(f"theme/templates/{name}"), error.__traceback__
        folder = str(self.theme / "templates")
        while trace is not None:
            file = trace.tb_frame.f_code.co_filename
            if file.startswith(folder):
                place = Span(f"theme/templates/{Path(file).relative_to(folder).as_posix()}", trace.tb_lineno)
            trace = trace.tb_next
        return place

    @property
    def environment(self) -> Environment:
        if self._environment is None:
            self._environment = _environment(self.theme, self.compiled)
            # attributes are found at once; a dict would first fail as an attribute, some forty times on every page
            self._environment.globals = {"t": SimpleNamespace(**self.strings), "situs": self.site}
        return self._environment


def _environment(theme: Path, compiled: Path | None = None) -> Environment:
    import jinja2

    kept = None
    if compiled is not None:
        compiled.mkdir(parents=True, exist_ok=True)
        kept = jinja2.FileSystemBytecodeCache(str(compiled))
    return jinja2.Environment(
        bytecode_cache=kept,
        loader=jinja2.FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )


def strings(theme: Path, language: str) -> Words:
    """The interface texts `theme/i18n/<language>.yaml`, flat; `theme_faults` says what is wrong there."""
    path = theme / "i18n" / f"{language}.yaml"
    node = read_yaml(path.read_text("utf-8"), path.name).value if path.is_file() else None
    return Words(language, {key: value.text for key, value, _, _ in node.entries} if node else {})


def theme_faults(theme: Path, language: str = "id") -> tuple[Diagnostic, ...]:
    """What is wrong with a theme before any page is drawn: files and texts that are missing, and broken templates."""
    folder = theme / "templates"
    there = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*.html"))}
    needed = (HEADER_TEMPLATE, FOOTER_TEMPLATE, *TEMPLATES.values())
    found = [_missing(f"templates/{name}", "") for name in needed if name not in there]
    wanted: dict[str, Span] = {}
    environment = _environment(theme)
    for name, file in there.items():
        text = decode(file.read_bytes(), f"theme/templates/{name}")
        uses = _uses(environment, name, text.value)
        found += (*text.diagnostics, *uses.diagnostics)
        found += (_missing(f"templates/{other}", name) for other in uses.value[0] if other not in there)
        wanted = {**uses.value[1], **wanted}
    return tuple(found + _text_faults(theme, language, wanted))


def _missing(path: str, caller: str) -> Diagnostic:
    return fault("TEM102", Span(f"theme/templates/{caller}" if caller else f"theme/{path}"), missing=path)


def _uses(environment: Environment, name: str, text: str) -> Outcome[tuple[list[str], dict[str, Span]]]:
    """The templates and the texts that a template uses, and what keeps it from being compiled."""
    from jinja2 import TemplateSyntaxError, meta, nodes

    path = f"theme/templates/{name}"
    try:
        tree = environment.parse(text, name)
        reads = [node for node in tree.find_all(nodes.Getattr) if isinstance(node.node, nodes.Name)]
        texts = {node.attr: Span(path, node.lineno) for node in reads if node.node.name == "t"}  # type: ignore[attr-defined]
        others = sorted({other for other in meta.find_referenced_templates(tree) if other})
        environment.compile(tree, name, raw=True)
    except TemplateSyntaxError as error:
        return Outcome(([], {}), (fault("TEM101", Span(path, error.lineno or 0), reason=error.message or ""),))
    except RecursionError as error:
        return Outcome(([], {}), (fault("TEM101", Span(path), reason=error),))
    return Outcome((others, texts))


def _text_faults(theme: Path, language: str, wanted: Mapping[str, Span]) -> list[Diagnostic]:
    """Texts that the engine or a template uses and that are missing, or that cannot be filled with their values."""
    name = f"i18n/{language}.yaml"
    path = f"theme/{name}"
    if not (theme / name).is_file():
        return [_missing(name, "")]
    text = decode((theme / name).read_bytes(), path)
    node = read_yaml(text.value, path)
    found = [*text.diagnostics, *node.diagnostics]
    if node.value.tag == "error":
        return found
    known = {key: value for key, value, _, _ in node.value.entries if value.kind == "text"}
    for key in sorted({*TEXTS, *wanted} - known.keys()):
        related = (wanted[key],) if key in wanted else ()
        found.append(fault("TEM104", Span(path), related=related, key=key, language=language))
    for key, gaps in TEXTS.items():
        if key in known and not _fits(known[key].text, gaps):
            here = Span(path, known[key].line, known[key].column)
            found.append(fault("TEM105", here, key=key, gaps=" ".join(f"{{{gap}}}" for gap in gaps)))
    return found


def _fits(text: str, gaps: Iterable[str]) -> bool:
    """Whether `str.format` can fill the text with these gaps; a text without gaps is used as it is."""
    values = dict.fromkeys(gaps, "")
    try:
        return not values or bool(text.format(**values) or True)
    except (AttributeError, IndexError, KeyError, ValueError):
        return False
