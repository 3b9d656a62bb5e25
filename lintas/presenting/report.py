"""Waivers and rules in words, for the page of a dataset and for the report of the build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lintas.model import Aturan, Dataset, Pengecualian
from lintas.presenting import items
from lintas.relate import Site, release_address
from lintas.views.parts import Link
from lintas.views.report import KeptRules, RuleItem, WaiverItem
from lintas.wording import Words

_FINDINGS = {  # what a code is about
    "PRI101": "waived_number", "PRI102": "waived_number", "PRI103": "waived_number",
    "PRI104": "waived_contact", "PRI105": "waived_contact",
    "PRI111": "waived_attachment", "PRI112": "waived_attachment", "PRI113": "waived_attachment",
    "PRI114": "waived_attachment", "PRI115": "waived_attachment",
    "PRI121": "waived_number", "PRI122": "waived_number", "PRI123": "waived_number",
    "PRI124": "waived_contact", "PRI125": "waived_contact", "PRI126": "waived_contact",
    "PRI127": "waived_column", "PRI128": "waived_cells", "PRI129": "waived_name",
    "REG101": "waived_double",
}  # fmt: skip


def dataset_waivers(dataset: Dataset, words: Words, place: Link | None = None) -> tuple[WaiverItem, ...]:
    return tuple(_waiver(waiver, words, place) for waiver in dataset.waivers)


def _waiver(waiver: Pengecualian, words: Words, place: Link | None) -> WaiverItem:
    scopes = [("waiver_column", waiver.column), ("waiver_file", waiver.file)]
    return WaiverItem(
        code=waiver.code,
        finding=words[_FINDINGS.get(waiver.code, "waived_number")],
        reason=waiver.reason,
        role=waiver.role,
        date=items.date_text(waiver.date, words),
        scope=", ".join(words[word].format(name=name) for word, name in scopes if name),
        place=place,
    )


def rules(dataset: Dataset, words: Words) -> tuple[RuleItem, ...]:
    """The rules of a dataset. They hold, or the build would have been refused."""
    titles = {resource.name: resource.title for resource in dataset.resources}
    return tuple(_rule(rule, titles, words) for rule in dataset.rules)


def _rule(rule: Aturan, titles: Mapping[str, str], words: Words) -> RuleItem:
    kind = words[f"rule_{rule.kind.replace('-', '_')}"]
    exact = not rule.tolerance.strip("0.")
    tolerance = "" if exact else words["rule_tolerance"].format(n=words.form.number(rule.tolerance))
    return RuleItem(rule.label or kind, kind, titles.get(rule.resource, rule.resource), tolerance)


def waivers(site: Site, words: Words) -> Iterator[WaiverItem]:
    """All waivers of what is published: datasets, releases, pages."""
    for slug, item in site.datasets.items():
        yield from dataset_waivers(item.dataset, words, Link(item.dataset.title, f"data/{slug}/"))
    for release in site.releases:
        for waiver in release.waivers:
            yield _waiver(waiver, words, Link(release.title, release_address(release)))
    for page in site.pages:
        for waiver in page.waivers:
            yield _waiver(waiver, words, Link(page.title, f"{page.slug}/"))


def kept(site: Site, words: Words) -> tuple[KeptRules, ...]:
    return tuple(
        KeptRules(item.dataset.title, f"data/{slug}/", rules(item.dataset, words))
        for slug, item in site.datasets.items()
        if item.dataset.rules
    )
