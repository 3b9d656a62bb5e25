"""Example pages of the theme: YAML in `theme/examples/` → views → HTML.

`situs.yaml` is the site of all examples. Every other file is one page: `template` names the template, `section` the
part of the site, `path` where it stands, `meta` the head and `view` the view. Keys are the fields of the view classes.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from lintas.views import FOOTER_TEMPLATE, HEADER_TEMPLATE, TEMPLATES
from lintas.views.chrome import Meta, Situs

THEME = Path(__file__).parents[2] / "theme"
EXAMPLES = tuple(sorted(path for path in (THEME / "examples").glob("*.yaml") if path.stem != "situs"))


def build(kind: Any, value: Any) -> Any:
    """`value` as read from YAML, as the annotated type `kind`. Raises TypeError where it does not fit."""
    if isinstance(kind, UnionType):
        members = [member for member in get_args(kind) if member is not type(None)]
        return None if value is None else build(members[0], value)
    if get_origin(kind) is tuple:
        arguments = get_args(kind)
        return tuple(build(arguments[0], item) for item in value)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        unknown = set(value) - {field.name for field in fields(kind)}
        if unknown:
            raise TypeError(f"{kind.__name__} has no {sorted(unknown)}")
        made = {key: build(hints[key], item) for key, item in value.items()}
        return kind(**{key: Markup(item) if key == "html" else item for key, item in made.items()})
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is not a {kind.__name__}")
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def environment() -> Environment:
    """Set as the engine sets it."""
    return Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def strings(language: str) -> SimpleNamespace:
    return SimpleNamespace(**read(THEME / "i18n" / f"{language}.yaml"))


def context(path: Path, jinja: Environment, language: str = "id") -> dict[str, Any]:
    """All that the template of one example is given, chrome rendered."""
    page = read(path)
    view_class = next(kind for kind, template in TEMPLATES.items() if template == page["template"])
    situs = build(Situs, read(THEME / "examples" / "situs.yaml"))
    way = "../" * page["path"].count("/") or "./"
    other = "en" if language == "id" else "id"
    lain = {"href": f"{way}{other}/", "lang": other, "same": True}
    chrome = {"situs": situs, "bagian": page["section"], "akar": way, "t": strings(language), "lain": lain}
    return {
        **chrome,
        "v": build(view_class, page["view"]),
        "meta": build(Meta, {"canonical_url": "https://contoh.example/" + page["path"], **page["meta"]}),
        "kepala": Markup(jinja.get_template(HEADER_TEMPLATE).render(chrome)),
        "kaki": Markup(jinja.get_template(FOOTER_TEMPLATE).render(chrome)),
    }


def render(path: Path, jinja: Environment, language: str = "id") -> str:
    return jinja.get_template(read(path)["template"]).render(context(path, jinja, language))
