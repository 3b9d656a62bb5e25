"""Fingerprints of texts in which the build writes figures, and the signature of the manifest (effect: reads the store
and the key files of the portal)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from lintas import authenticity, packing
from lintas.authenticity import signing
from lintas.cache import Store
from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.model import Bound, Catalogue, Settings, SiaranPers, Source, Tertanda
from lintas.packing import digest_of
from lintas.presenting import figures
from lintas.presenting.authenticity import manifest
from lintas.prose import plain_text
from lintas.relate import Site
from lintas.sources import read
from lintas.steps import body_key

PUBLIC, DEMONSTRATION = "content/keaslian/kunci.pub", "content/keaslian/demo.key"
_GIVEN = Span("")  # the key from the environment has no place in the portal


def finish_prints(catalogue: Catalogue, store: Store) -> Catalogue:
    """The catalogue with the fingerprints of those releases whose figures come from the data."""
    filled: dict[str, list[Bound]] = {}
    for each in catalogue.bound:
        filled.setdefault(each.path, []).append(each)
    wanted = {path for path, bound in filled.items() if any(each.filled for each in bound)}
    if not any(release.path in wanted for release in catalogue.releases):
        return catalogue

    def finished(release: SiaranPers) -> SiaranPers:
        if release.path not in wanted or release.status == "dicabut":
            return release
        html = store.body(body_key(release.path, release.digest)).decode()
        text = plain_text(figures.filled(html, tuple(filled[release.path])))
        return replace(release, fingerprint=authenticity.fingerprint(release.title, text))

    return replace(catalogue, releases=tuple(map(finished, catalogue.releases)))


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys of a portal as text: `secret` from the environment, the others from its files; "" for none."""

    secret: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    public: str = ""  # base64
    demonstration: str = ""  # a secret key that is none


def read_keys(root: Path, sources: tuple[Source, ...], given: Keys, settings: Settings) -> Outcome[Keys]:
    """The key files beside the given secret. ASL104 demonstration key in a real portal, ASL105 and 106 no keys."""
    if not settings.features.authenticity:
        return Outcome(Keys())
    texts = {
        source.path: read(str(root), source).decode("ascii", "replace") for source in sources if source.kind == "kunci"
    }
    public, demonstration = signing.last_line(texts.get(PUBLIC, "")), texts.get(DEMONSTRATION, "")
    found: list[Diagnostic] = []
    if PUBLIC in texts and not signing.is_public_key(public):
        found.append(fault("ASL105", Span(PUBLIC, 2)))
        public = ""
    if DEMONSTRATION in texts and not signing.public_of(demonstration):
        found.append(fault("ASL106", Span(DEMONSTRATION, 2)))
        demonstration = ""
    if demonstration and not settings.demonstration:
        found.append(fault("ASL104", Span(DEMONSTRATION)))
        demonstration = ""
    return Outcome(replace(given, public=public, demonstration=demonstration), tuple(found))


def sign(site: Site, keys: Keys, store: Store) -> Outcome[Tertanda]:
    """The signature of the manifest of `site`; without a secret key the public one alone. ASL101 to 103."""
    secret = keys.secret or keys.demonstration
    if not secret or not site.settings.features.authenticity:
        return Outcome(Tertanda(keys.public))
    data = manifest(site)
    digest = digest_of(hashlib.sha256(data).hexdigest(), secret, keys.password, keys.public)
    known = store.value("tanda")
    if isinstance(known, tuple) and known[0] == digest:
        return Outcome(packing.unpacker(Tertanda)(known[1]))
    place = _GIVEN if keys.secret else Span(DEMONSTRATION)
    made = signing.sign(data, secret, keys.password if keys.secret else "", place)
    signed = made.value
    if made.diagnostics:
        return Outcome(Tertanda(keys.public), made.diagnostics)
    if keys.secret and keys.public and signed.public_key != keys.public:
        own, public = signing.key_id(signed.public_key), signing.key_id(keys.public)
        return Outcome(Tertanda(keys.public), (fault("ASL103", Span(PUBLIC, 2), own=own, public=public),))
    signed = replace(signed, demonstration=signed.public_key == signing.public_of(keys.demonstration))
    store.put_value("tanda", (digest, packing.packer(Tertanda)(signed)))
    return Outcome(signed)
