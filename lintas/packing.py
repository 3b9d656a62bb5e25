"""Frozen dataclasses to plain tuples and back, and tuples to sealed bytes.

The cache keeps ten thousand records that every build reads; a positional tuple through `marshal` and a constructor
takes half the time of `pickle` (decisions/0003). Packers are compiled once per class from its type hints, as the
standard library does for `__init__`. Understood field types: str, int, float, bool, None unions of these, tuples of
anything understood (homogeneous `tuple[X, ...]` or fixed), and other dataclasses.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")

_packers: dict[type, Callable[[Any], Any]] = {}
_unpackers: dict[type, Callable[[Any], Any]] = {}


def packer(cls: type[T]) -> Callable[[T], tuple[Any, ...]]:
    """A function that turns an instance of `cls` into nested tuples of plain values."""
    if cls not in _packers:
        _packers[cls] = _compile(cls, packer, "v.{name}", "({items},)")
    return _packers[cls]


def unpacker(cls: type[T]) -> Callable[[tuple[Any, ...]], T]:
    """The inverse of `packer(cls)`."""
    if cls not in _unpackers:
        _unpackers[cls] = _compile(cls, unpacker, "v[{index}]", "cls({items})")
    return _unpackers[cls]


def digest_of(*parts: object) -> str:
    """SHA-256 in hex over the texts of `parts`, separated so that ("a", "bc") and ("ab", "c") differ."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()


def seal(value: Any) -> bytes:
    """Bytes of a plain value with a checksum in front, so that a damaged file is noticed before it is parsed."""
    body = marshal.dumps(value)
    return hashlib.sha256(body).digest() + body


def unseal(data: bytes) -> Any:
    """The value sealed in `data`, or None when the bytes are damaged or not ours."""
    if len(data) < 33 or hashlib.sha256(data[32:]).digest() != data[:32]:
        return None
    return marshal.loads(data[32:])


def _compile(cls: type, maker: Callable[[type], Any], access: str, result: str) -> Callable[[Any], Any]:
    """A function of one argument `v`; `access` reads a field of it, `result` gathers the fields."""
    scope: dict[str, Any] = {"cls": cls}
    hints = get_type_hints(cls)
    items = ", ".join(
        _nested(hints[field.name], access.format(name=field.name, index=index), scope, maker)
        for index, field in enumerate(fields(cls))
    )
    made: Callable[[Any], Any] = eval(f"lambda v: {result.format(items=items)}", scope)
    return made


def _nested(hint: Any, value: str, scope: dict[str, Any], maker: Callable[[type], Any]) -> str:
    if isinstance(hint, type) and is_dataclass(hint):
        name = f"f_{hint.__name__}"
        scope[name] = maker(hint)
        return f"{name}({value})"
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint), value, scope, maker)
    return value


def _tuple(members: tuple[Any, ...], value: str, scope: dict[str, Any], maker: Callable[[type], Any]) -> str:
    if len(members) == 2 and members[1] is Ellipsis:
        inner = _nested(members[0], "i", scope, maker)
        return value if inner == "i" else f"tuple([{inner} for i in {value}])"
    parts = [_nested(member, f"{value}[{index}]", scope, maker) for index, member in enumerate(members)]
    plain = all(part == f"{value}[{index}]" for index, part in enumerate(parts))
    return value if plain else f"({', '.join(parts)},)"
