"""The manifest of releases with its lists and its signature, and the page that checks texts against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintas.authenticity.signing import MANIFEST, public_file
from lintas.outputs import Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import authenticity, chrome, items
from lintas.presenting.authenticity import FOLDER, PAGE
from lintas.relate import Site
from lintas.views.authenticity import CekKeaslian
from lintas.views.parts import FileItem
from lintas.wording import Words

NAME = "authenticity"
_KEY = "kunci.pub"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not site.settings.features.authenticity:
        return []
    planned: list[Output] = []
    whole: list[str] = []
    for group in authenticity.groups(site):
        digest = digest_of(*authenticity.identity(site, group))
        whole.append(f"{group.name} {digest}")
        planned.append(Output(f"{FOLDER}{group.name}.json", NAME, f"list {group.name}", digest))
        planned.append(Output(f"{FOLDER}{group.name}-bagian.json", NAME, f"clues {group.name}", digest))
    every = digest_of(site.settings.title, site.settings.base_url, *whole)
    planned += [
        Output(FOLDER + MANIFEST, NAME, "manifest", every),
        Output(f"{FOLDER}indeks.json", NAME, "index", every),
    ]
    signed, count = site.signed, len(site.releases)
    if signed.signature:
        planned.append(Output(f"{FOLDER}{MANIFEST}.minisig", NAME, "signature", digest_of(signed.signature)))
    if signed.public_key:
        planned.append(Output(FOLDER + _KEY, NAME, "key", digest_of(signed.public_key)))
    names = [group.partition(" ")[0] for group in whole]
    shown = (signed.public_key, bool(signed.signature), signed.demonstration, count, names)
    return [*planned, Output(page_path(PAGE), NAME, "page", digest_of(site.base, *shown))]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    kind, _, name = output.subject.partition(" ")
    if kind == "page":
        return _page(site, tools)
    if kind == "signature":
        return site.signed.signature.encode()
    if kind == "key":
        return public_file(site.signed.public_key).encode()
    if kind in ("manifest", "index"):
        return authenticity.manifest(site) if kind == "manifest" else authenticity.index(site)
    group = next(group for group in authenticity.groups(site) if group.name == name)
    return authenticity.listed(site, group) if kind == "list" else authenticity.clues(group)


def _page(site: Site, tools: Tools) -> bytes:
    words, signed = tools.renderer.strings, site.signed
    view = CekKeaslian(
        count=items.count(words, "n_releases", len(site.releases)) or words["no_releases"],
        signed=bool(signed.signature),
        demonstration=signed.demonstration,
        key=signed.public_key,
        key_id=authenticity.key_name(site),
        commands=tuple(authenticity.commands(site)),
        list_commands=tuple(authenticity.list_commands(site)),
        file_commands=("sha256sum siaran.pdf",),
        files=tuple(_files(site, words)),
    )
    lead = words["genuine_lead"]
    head = chrome.meta(site, words, words["genuine"], PAGE, description=lead, crumbs=chrome.crumbs(words))
    return tools.renderer.page(view, head, "cek-keaslian", page_path(PAGE))


def _files(site: Site, words: Words) -> Iterator[FileItem]:
    yield FileItem("JSON", words["genuine_manifest"], FOLDER + MANIFEST)
    if site.signed.signature:
        yield FileItem("minisig", words["genuine_signature"], f"{FOLDER}{MANIFEST}.minisig")
    if site.signed.public_key:
        yield FileItem("pub", words["genuine_key"], FOLDER + _KEY)
    for group in reversed(authenticity.groups(site)):
        yield FileItem("JSON", f"{words['genuine_files']} {group.name}", f"{FOLDER}{group.name}.json")


PUBLISHER = Publisher(NAME, _plan, _render)
