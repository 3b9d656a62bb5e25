"""A release as a message for WhatsApp: 300 to 600 characters that can be pasted into any chat."""

from __future__ import annotations

from lintas.model import SiaranPers
from lintas.presenting.chrome import folder, shorten
from lintas.relate import Site, release_address
from lintas.wording import Words

LEAST, MOST = 300, 600  # characters
_TITLE, _SHORT_TITLE = 200, 100  # characters of the title; the short one where the address is very long
_ROOM = 60  # fewer characters than this are not worth a beginning of the lead
_SIGNS = str.maketrans({"*": None, "_": " ", "~": " ", "`": None, "\n": " "})  # what WhatsApp reads as a mark


def message(site: Site, release: SiaranPers, words: Words) -> str:
    """Title in bold, place and date, number, the lead as far as it fits, and the address, which is always whole.

    Words are never cut; a title that has to be shortened ends in an ellipsis. It stays below `LEAST` only where the
    text itself is that short, and goes above `MOST` only for an address of several hundred characters.
    """
    head, tail, room = "", "", 0
    for limit in (_TITLE, _SHORT_TITLE):
        head = f"*{shorten(release.title.translate(_SIGNS), limit)}*\n{_about(site, release, words)}"
        tail = f"{words['whatsapp_more']} {site.settings.base_url}{folder(words)}{release_address(release)}"
        room = MOST - len(head) - len(tail) - 4  # two empty lines
        if room >= _ROOM:
            break
    lead = _lead(release, room - MOST + LEAST, room)
    return "\n\n".join([head, lead, tail] if lead and room >= _ROOM else [head, tail])


def _about(site: Site, release: SiaranPers, words: Words) -> str:
    """ "Siaran pers Kemenko Polkam, Bekasi, 4 Juli 2025" and the numbers; what became of a release comes first."""
    owner = next((site.institutions[ref.text] for ref in release.institutions if ref.text in site.institutions), None)
    issuer = f"{words['release']} {owner.short_name or owner.name}" if owner else words["release"]
    place = (release.place,) if release.place else ()
    lines = [", ".join((issuer, *place, words.form.long_date(release.published)))]
    if release.numbers:
        lines.append(f"{words['number']} {'; '.join(number.text for number in release.numbers[:2])}")
    if release.status in ("ralat", "diganti"):
        lines.insert(0, words[f"label_{release.status}"].upper())
    return "\n".join(line.translate(_SIGNS) for line in lines)


def _lead(release: SiaranPers, least: int, most: int) -> str:
    """The summary; one of less than `least` characters is followed by the beginning of the text, if that says more."""
    summary, start = release.summary.translate(_SIGNS), release.excerpt.translate(_SIGNS)
    lead = summary or start
    if len(lead) < least and start[:40] != lead[:40]:
        lead = f"{summary} {start}"
    return _whole_sentences(lead, least, most)


def _whole_sentences(text: str, least: int, most: int) -> str:
    """At most `most` characters, to the end of a sentence if that leaves `least`, else to the end of a word."""
    end = text.rfind(". ", 0, most)
    return text[: end + 1] if len(text) > most and end + 1 >= max(least, 1) else shorten(text, most)
