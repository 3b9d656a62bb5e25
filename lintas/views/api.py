"""The page that explains the API."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import Link


@dataclass(frozen=True, slots=True)
class ApiDoor:
    """An address of the API: `template` with its parameters in braces, what stands there, and one that exists."""

    template: str
    text: str
    example: Link


@dataclass(frozen=True, slots=True)
class ApiExample:
    """Code to be copied into a program or tool, which `title` names."""

    id: str
    title: str
    code: str


@dataclass(frozen=True, slots=True)
class Api:
    doors: tuple[ApiDoor, ...]
    examples: tuple[ApiExample, ...]
    files: tuple[Link, ...] = ()  # other ways in for programs: catalogues, feeds
