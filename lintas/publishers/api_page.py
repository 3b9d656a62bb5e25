"""The page that explains the API, with examples to be copied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, machines
from lintas.presenting.api import examples, openapi
from lintas.presenting.api.openapi import Way
from lintas.presenting.api.shared import ROOT
from lintas.relate import Site
from lintas.views.api import Api, ApiDoor, ApiExample
from lintas.views.parts import Link
from lintas.wording import Words

NAME = "api_page"
PAGE = "api/"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    return [Output(page_path(PAGE), NAME, "", digest_of(site.base, *examples.ingredients(site)))]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    ground = examples.ground(site, tools.reading)
    feeds = (Link(words["feed_releases"], "umpan/siaran-pers.xml"), Link(words["feed_data"], "umpan/data.xml"))
    view = Api(
        doors=(
            ApiDoor(f"{ROOT}openapi.json", words["api_openapi"], Link("openapi.json", f"{ROOT}openapi.json")),
            *(_door(way, words) for way in openapi.ways(site)),
        ),
        examples=tuple(ApiExample(key, title, made(ground)) for key, title, made in examples.TOOLS),
        files=(*machines.footer_links(words), *feeds),
    )
    head = chrome.meta(site, words, words["api"], PAGE, description=words["api_lead"], crumbs=chrome.crumbs(words))
    return tools.renderer.page(view, head, "data", output.path)


def _door(way: Way, words: Words) -> ApiDoor:
    path = way.template.format(**dict(zip(re.findall(r"\{(\w+)\}", way.template), way.examples, strict=True)))
    return ApiDoor(way.template, words[f"api_of_{way.record.lower()}"], Link(path.rpartition("api/v1/")[2], path))


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
