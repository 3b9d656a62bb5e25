"""The descriptor as the library gets it: only resources that `datasets` found sound, nothing that leaves the folder."""

from __future__ import annotations

import copy
import json
import warnings
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from lintas.model import Dataset
from lintas.reader import decode

if TYPE_CHECKING:
    from frictionless import Error, Package

Json = dict[str, Any]
_TEXT_FORMATS = ("csv", "tsv")
_ARCHIVES = ("zip", "gz", "bz2", "xz")  # the library takes the compression from the file name


@dataclass(frozen=True, slots=True)
class Refusal:
    """The library's errors for a resource description, or the exception it raised instead."""

    errors: tuple[Error, ...]
    problem: str = ""


def read(root: Path, dataset: Dataset) -> tuple[Json, tuple[Json, ...]]:
    """The package without its resources, and the descriptors of the dataset's resources in order.

    Package properties other than `$schema` are judged by `lintas.datasets`, with places, at least as strictly.
    """
    raw = _parsed(root, dataset.path)
    wanted = {resource.name for resource in dataset.resources}
    kept: dict[str, Json] = {}
    described = raw.get("resources")
    for item in described if isinstance(described, list) else ():
        name = item.get("name") if isinstance(item, dict) else None
        if isinstance(name, str) and name in wanted and name not in kept:
            kept[name] = _sound(item, wanted)
    head = {"$schema": raw["$schema"]} if isinstance(raw.get("$schema"), str) else {}
    return head, tuple(kept[resource.name] for resource in dataset.resources if resource.name in kept)


def _parsed(root: Path, path: str) -> Json:
    """A JSON object, read as leniently as `datasets` reads it; empty where its faults have been reported there."""
    text = decode((root / path).read_bytes(), path).value
    try:
        raw = json.loads(text, parse_int=_integer)
    except (json.JSONDecodeError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) else {}


def _integer(digits: str) -> int | str:
    """Python refuses to convert thousands of digits; such a number is none that a descriptor can mean."""
    return int(digits) if len(digits) < 400 else digits


def _sound(item: Json, names: set[str]) -> Json:
    """Foreign keys to tables that were left out are dropped (their fault is reported there); UTF-8 is the default."""
    resource = copy.deepcopy(item)
    resource.pop("profiles", None)  # the library would fetch the first of them, from wherever it is
    schema = resource.get("schema")
    if isinstance(schema, dict) and isinstance(schema.get("foreignKeys"), list):
        schema["foreignKeys"] = [key for key in schema["foreignKeys"] if _target(key) in {"", *names}]
    if (is_plain_text(resource) or packing(resource)) and not resource.get("encoding"):
        resource["encoding"] = "utf-8"
    return resource


def _target(key: Any) -> str:
    reference = key.get("reference") if isinstance(key, dict) else None
    return str(reference.get("resource") or "") if isinstance(reference, dict) else ""


def is_plain_text(resource: Json) -> bool:
    """Whether the resource is one uncompressed CSV file, whose bytes can be looked at and whose lines can be named."""
    path = resource.get("path")
    if not isinstance(path, str) or resource.get("extrapaths") or resource.get("compression"):
        return False
    suffix = PurePosixPath(path).suffix[1:].lower()
    return suffix not in _ARCHIVES and str(resource.get("format") or suffix).lower() in _TEXT_FORMATS


def packing(resource: Json) -> str:
    """The compression of a CSV table, "" for none and for packed files that are no text."""
    path = resource.get("path")
    if not isinstance(path, str) or resource.get("extrapaths"):
        return ""
    suffixes = [suffix[1:].lower() for suffix in PurePosixPath(path).suffixes]
    kind = str(resource.get("compression") or (suffixes[-1] if suffixes else "")).lower()
    inner = str(resource.get("format") or (suffixes[-2] if len(suffixes) > 1 else "")).lower()
    return kind if kind in _ARCHIVES and inner in (*_TEXT_FORMATS, *_ARCHIVES) else ""


def schema_of(root: Path, folder: str, resource: Json) -> Json:
    """The Table Schema, read from its own file where the descriptor names one."""
    schema = resource.get("schema")
    if isinstance(schema, str):
        return _parsed(root, f"{folder}/{schema}")
    return schema if isinstance(schema, dict) else {}


def open_package(base: Path, head: Json, resources: tuple[Json, ...]) -> tuple[Package, dict[str, Refusal]]:
    """A package of all resources whose metadata the library accepts, and why it refuses the others, by name."""
    from frictionless import FrictionlessException, Package

    warnings.simplefilter("ignore")  # the library's words on old spellings, in English and on the error stream
    refused: dict[str, Refusal] = {}
    accepted = []
    for resource in resources:
        try:
            Package.from_descriptor({**head, "resources": [copy.deepcopy(resource)]}, basepath=str(base))
            accepted.append(copy.deepcopy(resource))
        except FrictionlessException as exception:
            refused[resource["name"]] = Refusal(tuple(exception.reasons or [exception.error]))
        except Exception as exception:  # the library reads some odd values without looking at their type
            refused[resource["name"]] = Refusal((), f"{type(exception).__name__}: {exception}")
    return Package.from_descriptor({**head, "resources": accepted}, basepath=str(base)), refused
