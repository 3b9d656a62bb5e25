"""The view of the page that checks whether a text is genuine."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import FileItem


@dataclass(frozen=True, slots=True)
class CekKeaslian:
    """The tool and, for those who check by hand, its files. Without `key` nothing is signed."""

    count: str  # "12 siaran pers"
    signed: bool
    demonstration: bool = False
    key: str = ""  # public key, base64
    key_id: str = ""
    commands: tuple[str, ...] = ()  # that fetch the manifest and check its signature
    list_commands: tuple[str, ...] = ()  # the same for the list of a year
    file_commands: tuple[str, ...] = ()  # that compute the fingerprint of a file
    files: tuple[FileItem, ...] = ()
