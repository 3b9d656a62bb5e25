"""Published releases against an earlier revision: nothing changes, moves or disappears in silence.

Effect: reads the files that changed, as they were and as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Koreksi, SiaranPers
from lintas.prose import plain_text
from lintas.relate import day, due, release_address
from lintas.revisions.comparison import Comparison
from lintas.revisions.passages import Passage, line_of, passages
from lintas.siaran import comparable, is_remark, load_release, told

_PLACE = re.compile(r"content/siaran-pers/[0-9]{4}/[^/]+\.md")
_SHOWN = 8  # changed passages of one release that are each reported
_BODY = "isi"
_CUT = 80  # characters; a quotation as long as this may have been cut


def check_releases(both: Comparison) -> Iterator[Diagnostic]:
    """Findings on every release that was in public at the earlier revision and is another one now, or gone."""
    present = {release.path: release for release in both.catalogue.releases}
    for path in both.past.changed:
        old = _then(both, path) if _PLACE.fullmatch(path) else None
        if old is None:
            continue
        before, html = old
        now = present.get(path) or _led_on(both, before)
        if now is not None:
            yield from _compare(both, (before, html), now)
        else:
            yield _gone(both, before)


def _then(both: Comparison, path: str) -> tuple[SiaranPers, str] | None:
    """The release and its HTML as they were, if it was in public."""
    data = both.past.read(path)
    found = load_release(data, path, "").value if data is not None else None
    if found is None or not found[0].published or found[0].status == "draf" or due(found[0]) > both.now:
        return None
    return found


def _led_on(both: Comparison, before: SiaranPers) -> SiaranPers | None:
    """The release that says that it had this address before."""
    address = f"{before.year}/{before.slug}"
    return next((r for r in both.catalogue.releases if address in (ref.text for ref in r.former)), None)


def _gone(both: Comparison, before: SiaranPers) -> Diagnostic:
    """The address leads nowhere: the release was moved without a word, or deleted."""
    known = frozenset(both.past.paths("content/siaran-pers"))
    fresh = [release for release in both.catalogue.releases if release.path not in known]
    numbers = {comparable(number.text) for number in before.numbers}
    for release in fresh:
        same = numbers & {comparable(number.text) for number in release.numbers}
        if same or release.title == before.title or release.slug == before.slug:
            old = f"{before.year}/{before.slug}"
            return fault("KOR303", Span(release.path), value=release_address(before), old=old)
    return fault("KOR302", Span(before.path), title=before.title)


def _compare(both: Comparison, then: tuple[SiaranPers, str], now: SiaranPers) -> Iterator[Diagnostic]:
    before, _ = then
    if now.status == "draf" or due(now) > both.now:
        yield fault("KOR307", Span(now.path), status=now.status if now.status == "draf" else "embargo")
        return
    if now.status == "dicabut":
        return
    kept, entries = [_bare(entry) for entry in before.corrections], [_bare(entry) for entry in now.corrections]
    missing = [entry for entry in kept if entry not in entries]
    if missing:
        yield fault("KOR305", Span(now.path), value=missing[0][0], old=missing[0][1])
        return
    fresh = [entry for entry in now.corrections if _bare(entry) not in kept]
    if before.status == "dicabut" and not fresh:
        yield fault("KOR305", Span(now.path), value=before.withdrawal.date, old=before.withdrawal.reason)
    elif before.status == "dicabut":
        return  # its words had not been in public any more
    elif fresh:
        yield from _told(both, then, now, fresh)
    else:
        yield from _silent(both, then, now)


def _bare(entry: Koreksi) -> tuple[str, ...]:
    """What an entry tells readers, without its place in the file."""
    return entry.date, entry.old, entry.new, entry.reason, entry.weight


def _told(
    both: Comparison, then: tuple[SiaranPers, str], now: SiaranPers, fresh: list[Koreksi]
) -> Iterator[Diagnostic]:
    """What new entries quote must have stood there, and they should tell of every change."""
    text = comparable(_whole(*then))
    wanted = text
    for entry in fresh:
        old = comparable(entry.old)
        if not is_remark(entry.old) and not told(old, wanted):
            yield fault("KOR306", Span(now.path, entry.line), value=entry.old)
        wanted = wanted.replace(old, comparable(entry.new))
    if any(is_remark(entry.old) or is_remark(entry.new) or len(entry.old) > _CUT for entry in fresh):
        return  # such entries name a place and do not quote all of it
    untold = passages(wanted, comparable(_whole(now, both.prose(now))))
    if untold:
        yield fault("KOR309", Span(now.path, fresh[-1].line), old=untold[0].old, new=untold[0].new, count=len(untold))


def _whole(release: SiaranPers, html: str) -> str:
    return "\n".join((*(text for _, text in _fields(release)), plain_text(html)))


def _silent(both: Comparison, then: tuple[SiaranPers, str], now: SiaranPers) -> Iterator[Diagnostic]:
    """A finding with a ready entry for every changed passage, of very many only the first."""
    before, html = then
    lost = {comparable(n.text) for n in before.numbers} - {comparable(n.text) for n in now.numbers}
    if lost:
        place = now.numbers[0] if now.numbers else None
        span = Span(now.path, place.line, place.column) if place else Span(now.path)
        yield _finding("KOR304", span, both.now, Passage(sorted(lost)[0], place.text if place else "[dihapus]", 0))
    found: list[tuple[str, Passage]] = []
    later = dict(_fields(now))
    for key, text in _fields(before):
        found += ((key, passage) for passage in _changes(key, text, later.get(key, "")))
    text = plain_text(both.prose(now))
    found += ((_BODY, passage) for passage in passages(plain_text(html), text))
    source = (both.past.root / now.path).read_text("utf-8-sig", "replace").splitlines()
    for key, passage in found[:_SHOWN]:
        line = _line(source, key, passage, text)
        yield _finding("KOR301", Span(now.path, line), both.now, passage)
    if len(found) > _SHOWN:
        yield fault("KOR308", Span(now.path), count=len(found) - _SHOWN)


def _changes(key: str, old: str, new: str) -> tuple[Passage, ...]:
    """What changed in a field; dates are told whole. A field that was empty may be filled."""
    if not old or comparable(old) == comparable(new):
        return ()
    if key.startswith("tanggal"):
        return (Passage(old, new or "[dihapus]", 0),)
    return passages(old, new)


def _fields(release: SiaranPers) -> Iterator[tuple[str, str]]:
    """What front matter says to readers, by key; lists are joined."""
    yield "judul", release.title
    yield "ringkasan", release.summary
    yield "tanggal", release.published
    yield "tanggal_peristiwa", " ".join(filter(None, (release.event_start, release.event_end)))
    yield "tempat", release.place
    yield "orang", "\n".join(f"{person.name} {person.role}" for person in release.people)
    yield "foto", "\n".join(photo.caption for photo in release.photos if photo.caption)


def _line(source: list[str], key: str, passage: Passage, text: str) -> int:
    """The line of a change: of the word in the body, or of the key in the front matter."""
    end = next((n for n, line in enumerate(source[1:], start=1) if line.rstrip() in ("---", "...")), 0)
    if key != _BODY:
        return next((n for n, line in enumerate(source[: end + 1], start=1) if line.startswith(f"{key}:")), 1)
    line = line_of(passage.word, text, source[end + 1 :])
    return end + 1 + line if line else min(end + 2, len(source))


def _finding(code: str, span: Span, now: str, passage: Passage) -> Diagnostic:
    """The finding with an entry to be pasted; its values are quoted as YAML wants them."""
    return fault(code, span, old=_quoted(passage.old), new=_quoted(passage.new), today=day(now))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
