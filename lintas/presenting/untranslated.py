"""What the portal does not yet say in its other languages, group by group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lintas.model import Instansi, SiaranPers, Topik
from lintas.relate import Site, identity, lacking, release_address
from lintas.views.translations import UntranslatedGroup, UntranslatedItem
from lintas.wording import Words

PAGE = "mutu/terjemahan/"
_KEYS = 6  # texts of one thing that are named
_ITEMS = 20  # things of one group that are listed; of releases the newest


def ingredients(site: Site) -> tuple[object, ...]:
    """What the page is made from besides what every page is made from."""
    spoken = [
        *((topic.slug, topic.translations) for topic in site.topics.values()),
        *((institution.slug, institution.translations) for institution in site.institutions.values()),
    ]
    releases = [(len(found), identity(found[:_ITEMS])) for found in (_releases(site, each) for each in site.others)]
    waiting = [(page.slug, page.title) for other in site.others.values() for page in other.waiting]
    return [item.dataset.digest for item in site.datasets.values()], spoken, waiting, len(site.releases), releases


def groups(site: Site, words: Words) -> tuple[UntranslatedGroup, ...]:
    """`site` is that of the first language."""
    return tuple(group for language in site.others for group in _groups(site, language, words))


def _groups(site: Site, language: str, words: Words) -> Iterator[UntranslatedGroup]:
    datasets = [
        _item((item.dataset.title, f"data/{slug}/"), lacking(item.dataset, language), words)
        for slug, item in site.datasets.items()
    ]
    yield _group("datasets", [item for item in datasets if item.keys], len(datasets), words)
    waiting = {page.slug for page in site.others[language].waiting}
    pages = [UntranslatedItem(page.title, f"{page.slug}/") for page in site.pages if page.slug in waiting]
    yield _group("pages", pages, len(site.pages), words)
    for key, folder, named in (("topics", "topik", site.topics), ("institutions", "instansi", site.institutions)):
        found = list(_of(named.values(), folder, language, words))
        yield _group(key, [item for item in found if item.keys], len(found), words)
    shown = [UntranslatedItem(release.title, release_address(release)) for release in _releases(site, language)]
    yield _group("releases", shown, len(site.releases), words)


def _releases(site: Site, language: str) -> list[SiaranPers]:
    known = {slug for slug, group in site.translations.items() if any(r.language == language for r in group)}
    return [release for release in site.releases if release.slug not in known]


def _of(named: Iterable[Topik | Instansi], folder: str, language: str, words: Words) -> Iterator[UntranslatedItem]:
    """Each with the authored keys that are missing."""
    for each in named:
        texts = {key for given in each.translations if given.language == language for key, _ in given.texts}
        wanted = {"name": f"nama_{language}", **({"description": f"uraian_{language}"} if each.description else {})}
        missing = tuple(key for name, key in wanted.items() if name not in texts)
        yield _item((each.name, f"{folder}/{each.slug}/"), missing, words)


def _item(link: tuple[str, str], keys: tuple[str, ...], words: Words) -> UntranslatedItem:
    rest = len(keys) - _KEYS
    return UntranslatedItem(*link, keys[:_KEYS], words.counted("untranslated_more", rest) if rest > 0 else "")


def _group(key: str, items: Sequence[UntranslatedItem], total: int, words: Words) -> UntranslatedGroup:
    done, rest = total - len(items), len(items) - _ITEMS
    return UntranslatedGroup(
        id=f"terjemahan-{key}",
        title=words[f"untranslated_{key}"],
        text=words["untranslated_of"].format(n=words.form.number(done), total=words.form.number(total)),
        items=tuple(items[:_ITEMS]),
        more=words.counted("untranslated_more", rest) if rest > 0 else "",
    )
