"""Views → HTML: the Jinja environment, addresses, and the one place that trusts HTML (the only importer of jinja2).

A page is drawn with two pieces of chrome that depend on section and depth alone, so each is drawn once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from lintas.diagnostics import Span, fault
from lintas.reader import read_yaml
from lintas.views import FOOTER_TEMPLATE, HEADER_TEMPLATE, TEMPLATES

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from lintas.diagnostics import Diagnostic
    from lintas.views.chrome import Meta, Situs

_SLOT = re.compile(r'(?<==")slot:(\d+)(?=")')


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


def fill_slots(html: str, targets: tuple[str, ...], root: str) -> str:
    """Put real addresses into the link slots that `prose` left."""
    return _SLOT.sub(lambda match: root + targets[int(match[1])], html) if targets else html


@dataclass(slots=True)
class Renderer:
    """Draws pages of one theme in one language. State: compiled templates and drawn chrome."""

    theme: Path
    site: Situs
    strings: Mapping[str, str]  # the interface texts of the language
    base_path: str  # path of the base URL, e.g. "/portal/"; used by 404 alone
    compiled: Path | None = None  # folder in which compiled templates are kept between runs
    _environment: Environment | None = None
    _chrome: dict[tuple[str, str, str], Markup] = field(default_factory=dict)

    def page(self, view: object, meta: Meta, section: str, path: str) -> bytes:
        """The page at `path` as UTF-8. Raises `TemplateFault` for an error in a template."""
        root = self.base_path if path == "404.html" else root_from(path)
        name = TEMPLATES[type(view)]
        header, footer = self._piece(HEADER_TEMPLATE, section, root), self._piece(FOOTER_TEMPLATE, section, root)
        text = self._draw(name, v=view, meta=meta, akar=root, bagian=section, kepala=header, kaki=footer)
        return text.encode("utf-8", "replace")

    def _piece(self, name: str, section: str, root: str) -> Markup:
        key = (name, section, root)
        if key not in self._chrome:
            self._chrome[key] = trusted(self._draw(name, bagian=section, akar=root))
        return self._chrome[key]

    def _draw(self, name: str, **context: object) -> str:
        import jinja2

        try:
            return self.environment.get_template(name).render(context)
        except jinja2.TemplateSyntaxError as error:
            span = Span(f"theme/templates/{error.name or name}", error.lineno or 0)
            raise TemplateFault(fault("TEM101", span, reason=error.message or "")) from error
        except jinja2.TemplateNotFound as error:
            raise TemplateFault(
                fault("TEM102", Span(f"theme/templates/{name}"), missing=error.message or "")
            ) from error
        except jinja2.UndefinedError as error:
            raise TemplateFault(fault("TEM103", self._place(error, name), reason=error.message or "")) from error

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
            import jinja2

            kept = None
            if self.compiled is not None:
                self.compiled.mkdir(parents=True, exist_ok=True)
                kept = jinja2.FileSystemBytecodeCache(str(self.compiled))
            self._environment = jinja2.Environment(
                bytecode_cache=kept,
                loader=jinja2.FileSystemLoader(self.theme / "templates"),
                autoescape=True,
                undefined=jinja2.StrictUndefined,
                trim_blocks=True,
                lstrip_blocks=True,
                keep_trailing_newline=True,
                auto_reload=False,
                cache_size=-1,
            )
            # attributes are found at once; a dict would first fail as an attribute, some forty times on every page
            self._environment.globals = {"t": SimpleNamespace(**self.strings), "situs": self.site}
        return self._environment


def strings(theme: Path, language: str) -> dict[str, str]:
    """The interface texts `theme/i18n/<language>.yaml` as a flat mapping; what is wrong there is for `check` to say."""
    path = theme / "i18n" / f"{language}.yaml"
    node = read_yaml(path.read_text("utf-8"), path.name).value if path.is_file() else None
    return {key: value.text for key, value, _, _ in node.entries} if node else {}
