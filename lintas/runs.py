"""What a run is told, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from lintas.diagnostics import Diagnostic

OWN_THEME = Path(__file__).parent.parent / "theme"


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is told. `now` is a UTC instant as `relate.instant` writes it; `jobs` 0 = one per processor."""

    root: Path
    now: str
    output: Path | None = None
    base_url: str = ""
    jobs: int = 0
    cache: bool = True
    once: bool = False  # no build follows that could use a second tree, as on a machine of CI
    preview: bool = False  # what is made from the whole site, such as the search index, waits
    commit: str = ""  # of the repository, "" = not known
    machine: tuple[tuple[str, str], ...] = ()  # facts of the machine for the report of the build: name, value
    since: str = ""  # a revision of the repository that `check` compares with
    secret: str = field(default="", repr=False)  # the key that signs the manifest of releases, and its password
    password: str = field(default="", repr=False)

    @property
    def target(self) -> Path:
        return self.output or self.root / "_site"

    @property
    def theme(self) -> Path:
        """The portal's own theme; a portal without one wears the engine's."""
        own = self.root / "theme"
        return own if own.is_dir() else OWN_THEME


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found and did. `drawn` of `files` were made anew; both 0 when nothing was promoted."""

    diagnostics: tuple[Diagnostic, ...]
    files: int = 0
    drawn: int = 0
    releases: int = 0
    datasets: int = 0
    tree: str = ""  # name of the tree that stands afterwards

    @property
    def ok(self) -> bool:
        if not self.diagnostics:
            return True
        from lintas.reporters import has_errors  # reads the messages, which a clean run does not need

        return not has_errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read out of a text for one key. `confidence`: tinggi, sedang, rendah, or "" where there is no value."""

    field: str
    label: str
    value: str
    confidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """What a command has begun, relative to the root, and what it understood on the way, as (label, value).

    `understood` is the same with more to say; `also` are further files that were written.
    """

    path: str
    rows: tuple[tuple[str, str], ...] = ()
    understood: tuple[Understood, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Validity:
    """For how long a result holds by itself: from the last release that came due until the next ("" = for good)."""

    since: str
    until: str

    def covers(self, now: str) -> bool:
        return self.since <= now and (not self.until or now < self.until)
