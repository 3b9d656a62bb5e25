"""Metadata of a package: identity, dates, licences, people, and the extensions of this portal (`x-…`)."""

from __future__ import annotations

import datetime
import re

from lintas.datasets.resources import NAME, safe_name
from lintas.datasets.rules import read_rules
from lintas.datasets.statistics import read_blocks
from lintas.datasets.translations import read_translations
from lintas.datasets.values import (
    Findings,
    choice,
    is_text,
    maps,
    member,
    misplaced,
    one_or_more,
    shape,
    text,
    texts,
    unknown_keys,
)  # fmt: skip
from lintas.datasets.views import read_views
from lintas.datasets.waivers import read_waivers
from lintas.diagnostics import Span, fault
from lintas.model import Contributor, Dataset, Link, Ref, Resource
from lintas.reader import Node
from lintas.wilayah import describe

FREQUENCIES = ("harian", "mingguan", "bulanan", "triwulanan", "semesteran", "tahunan", "insidental")
CLASSIFICATIONS = ("berkala", "serta-merta", "setiap-saat")
ROLES = ("kode-wilayah", "batas-wilayah", "kawasan")
KNOWN = (
    "$schema", "name", "id", "profile", "title", "description", "homepage", "version", "created", "licenses",
    "sources", "contributors", "keywords", "image", "resources", "x-instansi", "x-topik", "x-cakupan-waktu",
    "x-cakupan-wilayah", "x-frekuensi", "x-diperbarui", "x-klasifikasi", "x-catatan", "x-peran", "x-aturan",
    "x-pengecualian", "views", "x-mskeg", "x-pengalihan", "x-terjemahan",
)  # fmt: skip
_EXPECTED = ("title", "description", "licenses", "sources", "contributors")
_SEMVER = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?", re.ASCII)
_PROFILES = ("data-package", "tabular-data-package")
_WEB = re.compile(r"https?://(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+(?::[0-9]{1,5})?(?:[/?#][^\s\"'<>\\]*)?", re.IGNORECASE)
_FILE = re.compile(r"[\w.-]+(?:/[\w.-]+)*")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def read_package(
    findings: Findings, package: Node, identity: tuple[str, str], resources: tuple[Resource, ...]
) -> Dataset:
    """The dataset as described. `identity` is its folder and its digest."""
    folder, digest = identity
    slug = folder.rpartition("/")[2]
    _check(findings, package, slug)
    start, end = _period(findings, package)
    views = read_views(findings, package, resources)
    return Dataset(
        path=findings.path,
        slug=slug,
        title=text(findings, package, "title") or slug,
        digest=digest,
        description=text(findings, package, "description"),
        version=_version(findings, package),
        created=_date(findings, package, "created"),
        updated=_date(findings, package, "x-diperbarui"),
        licences=_licences(findings, package),
        sources=_sources(findings, package),
        contributors=_contributors(findings, package),
        keywords=tuple(word.text for word in texts(findings, package, "keywords")),
        institution=_ref(findings, package, "x-instansi"),
        topics=texts(findings, package, "x-topik"),
        temporal_start=start,
        temporal_end=end,
        spatial=_spatial(findings, package),
        frequency=choice(findings, package, "x-frekuensi", FREQUENCIES),
        classification=choice(findings, package, "x-klasifikasi", CLASSIFICATIONS) or "setiap-saat",
        notes=tuple(note.text for note in one_or_more(findings, package, "x-catatan")),
        role=choice(findings, package, "x-peran", ROLES),
        resources=resources,
        rules=read_rules(findings, package, resources),
        waivers=read_waivers(findings, package, resources),
        views=views,
        statistics=read_blocks(findings, package, "mskeg"),
        former=_former(findings, package, slug),
        translations=read_translations(findings, package, resources, views),
    )


def _check(findings: Findings, package: Node, slug: str) -> None:
    """Faults of properties that are not kept."""
    _name(findings, package, slug)
    _complete(findings, package)
    unknown_keys(findings, package, KNOWN)
    profile = member(package, "profile")
    if profile is not None and is_text(profile) and profile.text not in _PROFILES:
        findings.add("DAT139", profile, value=profile.text)
    elif profile is not None and profile.text == _PROFILES[1]:
        _all_tabular(findings, package)
    for key in ("homepage", "image", "id", "$schema", "profile"):
        text(findings, package, key)
    misplaced(findings, package, "missingValues", "schema.missingValues")


def _all_tabular(findings: Findings, package: Node) -> None:
    for node in maps(Findings(findings.path), package, "resources"):
        profile = member(node, "profile")
        if profile is None or profile.text != "tabular-data-resource":
            findings.add("DAT143", profile or node)


def _name(findings: Findings, package: Node, slug: str) -> None:
    name = text(findings, package, "name")
    place = member(package, "name")
    if place is None or (is_text(place) and not name):
        findings.add("DAT104", place or package, key="name")
    elif not name:
        return
    elif not NAME.fullmatch(name):
        findings.add("DAT106", place, value=name, proposed=safe_name(name))
    elif name != slug:
        findings.add("DAT105", place, value=name, folder=slug)


def _complete(findings: Findings, package: Node) -> None:
    missing = [key for key in _EXPECTED if member(package, key) is None]
    if missing:
        findings.add("DAT137", package, keys=", ".join(missing))


def _ref(findings: Findings, package: Node, key: str) -> Ref:
    place = member(package, key)
    value = text(findings, package, key)
    return Ref(value, place.line, place.column) if place is not None and value else Ref("")


def _former(findings: Findings, package: Node, slug: str) -> tuple[Ref, ...]:
    """Slugs that it had before, with or without `data/` and slashes around."""
    found = []
    for ref in texts(findings, package, "x-pengalihan"):
        name = ref.text.strip("/").rpartition("/")[2]
        if NAME.fullmatch(name) and name != slug:
            found.append(Ref(name, ref.line, ref.column))
        else:
            findings.found.append(fault("DAT160", Span(findings.path, ref.line, ref.column), value=ref.text))
    return tuple(found)


def _version(findings: Findings, package: Node) -> str:
    version = text(findings, package, "version")
    if version and not _SEMVER.fullmatch(version):
        findings.add("DAT118", member(package, "version"), value=version)
    return version


def _date(findings: Findings, node: Node | None, key: str) -> str:
    """An ISO date, or for `created` also a date-time with seconds."""
    value = text(findings, node, key)
    if not value:
        return ""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            datetime.date.fromisoformat(value)
        elif key == "created" and re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", value, re.ASCII):
            datetime.datetime.fromisoformat(value)
        else:
            raise ValueError
    except ValueError:
        findings.add("DAT120", member(node, key), key=key, value=value)
        return ""
    return value


def _period(findings: Findings, package: Node) -> tuple[str, str]:
    cover = member(package, "x-cakupan-waktu")
    if cover is None:
        return "", ""
    if cover.kind != "map":
        findings.add("DAT103", cover, key="x-cakupan-waktu", expected="{…}", got=shape(cover))
        return "", ""
    start, end = _date(findings, cover, "mulai"), _date(findings, cover, "selesai")
    if start and end and start > end:
        findings.add("DAT133", cover, start=start, end=end)
    return start, end


def _licences(findings: Findings, package: Node) -> tuple[Link, ...]:
    found = []
    for node in maps(findings, package, "licenses"):
        name, path = text(findings, node, "name"), _url(findings, node)
        title = text(findings, node, "title")
        if not name and member(node, "path") is None:
            findings.add("DAT138", node)
        found.append(Link(name or title, path))
    return tuple(found)


def _sources(findings: Findings, package: Node) -> tuple[Link, ...]:
    found = []
    for node in maps(findings, package, "sources"):
        _mail(findings, node)
        path = _url(findings, node)
        found.append(Link(text(findings, node, "title") or path, path))
    return tuple(found)


def _contributors(findings: Findings, package: Node) -> tuple[Contributor, ...]:
    found = []
    for node in maps(findings, package, "contributors"):
        _mail(findings, node)
        roles = texts(findings, node, "roles")
        role = text(findings, node, "role") or (roles[0].text if roles else "")
        given = f"{text(findings, node, 'givenName')} {text(findings, node, 'familyName')}".strip()
        title = text(findings, node, "title") or given
        found.append(Contributor(title, role, text(findings, node, "x-instansi"), _url(findings, node)))
    return tuple(found)


def _url(findings: Findings, node: Node) -> str:
    """The web address under `path`; "" for a file beside the descriptor, which is not published under its own name."""
    value = text(findings, node, "path")
    if not value or _WEB.fullmatch(value):
        return value
    if _FILE.fullmatch(value):
        return ""
    findings.add("DAT145", member(node, "path"), key="path", value=value)
    return ""


def _mail(findings: Findings, node: Node) -> None:
    address = text(findings, node, "email")
    if address and not _MAIL.fullmatch(address):
        findings.add("DAT141", member(node, "email"), value=address)


def _spatial(findings: Findings, package: Node) -> tuple[Ref, ...]:
    found = one_or_more(findings, package, "x-cakupan-wilayah")
    for place in found:
        verdict = None if place.text == "ID" else describe(place.text)
        if verdict:
            code, args = verdict
            spot = Node("text", place.text, (), (), place.line, place.column, "str")
            findings.add(code, spot, **args)
    return found
