"""Scores of datasets with their reasons, as views."""

from __future__ import annotations

from lintas.presenting import items
from lintas.quality import Requirement, requirements
from lintas.relate import Himpunan, Site
from lintas.views.insight import Common, LateGroup, Mark, Score, ScoredDataset
from lintas.views.parts import Link
from lintas.wording import Words

KEYS = (
    "schema", "filled", "described", "units", "keys", "linked", "licence", "sources", "makers", "owner", "period",
    "coverage", "version", "promise", "fresh",
)  # fmt: skip


def met(site: Site, item: Himpunan) -> tuple[Requirement, ...]:
    return requirements(item.dataset, item.facts, site.freshness[item.dataset.slug])


def score(site: Site, item: Himpunan, words: Words) -> Score:
    """What is not met comes first: that is what somebody can act on."""
    found = sorted(met(site, item), key=lambda requirement: requirement.met)
    fresh = site.freshness[item.dataset.slug]
    fulfilled = sum(requirement.met for requirement in found)
    return Score(
        text=words["score_of"].format(n=words.form.number(fulfilled), total=words.form.number(len(found))),
        met=fulfilled,
        of=len(found),
        marks=tuple(_mark(requirement, words) for requirement in found),
        freshness=_told(fresh.state, fresh.due, words),
        late=fresh.state == "terlambat",
        due=items.date_text(fresh.due, words),
    )


def _told(state: str, due: str, words: Words) -> str:
    return words[f"fresh_{state.replace('-', '_')}"].format(date=words.form.long_date(due))


def _mark(requirement: Requirement, words: Words) -> Mark:
    text = requirement.text
    if requirement.key == "fresh":
        text = words.form.long_date(text)
    elif requirement.key == "promise":
        text = words.get(f"frequency_{text}", text)
    reason = words[f"mark_{requirement.key}_{'yes' if requirement.met else 'no'}"].format(
        n=words.form.number(requirement.count), total=words.form.number(requirement.total), text=text
    )
    state = words["mark_met" if requirement.met else "mark_unmet"]
    return Mark(words[f"mark_{requirement.key}"], requirement.met, reason, state)


def scored(site: Site, item: Himpunan, words: Words) -> ScoredDataset:
    made = score(site, item, words)
    return ScoredDataset(
        title=item.dataset.title,
        path=f"data/{item.dataset.slug}/",
        institution=items.institution_link(site, item.dataset.institution.text),
        score=made,
        missing=tuple(f"{mark.title}: {mark.reason}" for mark in made.marks if not mark.met),
    )


def common(site: Site, words: Words) -> tuple[Common, ...]:
    """How many datasets meet each requirement, of those to which it applies."""
    every = [requirement for item in site.datasets.values() for requirement in met(site, item)]
    made = []
    for key in KEYS:
        own = [requirement.met for requirement in every if requirement.key == key]
        if own:
            text = words["n_of_total"].format(n=words.form.number(sum(own)), total=words.form.number(len(own)))
            made.append(Common(words[f"mark_{key}"], text, 100 * sum(own) // len(own)))
    return tuple(made)


def overdue(site: Site, words: Words) -> tuple[LateGroup, ...]:
    """Overdue datasets under the institutions that own them, the longest overdue first."""
    groups: dict[str, list[tuple[str, Link]]] = {}
    for slug, fresh in site.freshness.items():
        if fresh.state == "terlambat" and slug in site.datasets:
            data = site.datasets[slug].dataset
            note = words["due_on"].format(date=words.form.long_date(fresh.due))
            groups.setdefault(data.institution.text, []).append((fresh.due, Link(data.title, f"data/{slug}/", note)))
    made = []
    for owner, links in groups.items():
        known = site.institutions.get(owner)
        name, path = (known.name, f"instansi/{owner}/") if known else (words["no_owner"], "")
        ordered = sorted(links, key=lambda pair: (pair[0], pair[1].text))
        made.append(LateGroup(name, path, tuple(link for _, link in ordered)))
    return tuple(sorted(made, key=lambda group: group.institution.casefold()))
