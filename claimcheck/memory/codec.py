"""The nouns of the pipeline ↔ bytes: JSON, with each dataclass as the list of its fields, in their order.

Not pickle: a memory may have come with files from a stranger, and unpickling runs what it finds.  Here nothing is made
but the dataclass that is asked for, of values that have the types its fields declare.  A coder is built once for each
type, from its annotations, so that a new field of a noun needs no line here; bytes begin with a mark of all fields, so
that those of another version's noun are told apart from it.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_PLAIN = (str, int, float, bool, NoneType)
_FAULTS = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


def encode(value: object, kind: Any = None) -> bytes:
    """Return a noun, or a value of a type such as ``tuple[str, ...]``, as bytes; the same one gives the same bytes."""
    told: Any = kind or type(value)
    packed = _packer(told)(value)
    text = json.dumps([_mark(told), packed], ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def decode(kind: type[T], data: bytes) -> T:
    """Return the noun, or the value, of this kind that was encoded.

    Raises:
        ValueError: the bytes hold no such thing.
    """
    told: Any = kind
    try:
        mark, packed = json.loads(data.decode("utf-8", "surrogatepass"))
        if mark != _mark(told):
            raise ValueError("another version's")
        value: T = _unpacker(told)(packed)
    except _FAULTS as error:
        raise ValueError(f"no {kind}: {error}") from None
    return value


@cache
def _mark(kind: Any) -> str:
    """Return a short mark of a type and of all the fields below it."""
    return hashlib.sha256(_described(kind).encode()).hexdigest()[:12]


def _described(kind: Any) -> str:
    inner = ",".join(map(_described, get_args(kind)))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        inner = ",".join(f"{field.name}:{_described(hints[field.name])}" for field in fields(kind))
    return f"{getattr(kind, '__name__', kind)}[{inner}]"


@cache
def _packer(kind: Any) -> Callable[[Any], Any]:
    """Return the function that makes JSON values of a type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is bytes:
        return lambda value: value.decode("latin-1")
    if kind is float:
        return float  # an int where a float is declared is one
    if kind in _PLAIN or (isinstance(kind, type) and issubclass(kind, Enum)):
        return _as_is  # the values of our enums are strings, and so are they
    if kind in {date, datetime}:
        return lambda value: value.isoformat()
    if origin in {Union, UnionType}:
        inner = _packer(_only(arguments))
        return lambda value: None if value is None else inner(value)
    if origin is tuple and arguments[-1] is ...:
        each = _packer(arguments[0])
        return list if each is _as_is else lambda value: [each(item) for item in value]
    if origin is tuple:
        several = [_packer(argument) for argument in arguments]
        return lambda value: [pack(item) for pack, item in zip(several, value, strict=True)]
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        parts = [(field.name, _packer(hints[field.name])) for field in fields(kind)]
        return lambda value: [pack(getattr(value, name)) for name, pack in parts]
    raise TypeError(f"nothing here packs {kind}")


@cache
def _unpacker(kind: Any) -> Callable[[Any], Any]:
    """Return the function that makes a type of JSON values, and raises one of ``_FAULTS`` where they are not its."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in _PLAIN:
        return _checker(kind)
    if kind is bytes:
        return lambda value: value.encode("latin-1")
    if kind in {date, datetime}:
        read: Callable[[Any], Any] = kind.fromisoformat
        return read
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    if origin in {Union, UnionType}:
        inner = _unpacker(_only(arguments))
        return lambda value: None if value is None else inner(value)
    if origin is tuple and arguments[-1] is ...:
        each = _unpacker(arguments[0])
        return lambda value: tuple([each(item) for item in _list(value)])
    if origin is tuple:
        several = [_unpacker(argument) for argument in arguments]
        return lambda value: tuple([unpack(item) for unpack, item in zip(several, _list(value), strict=True)])
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        parts = [_unpacker(hints[field.name]) for field in fields(kind)]
        make: Any = kind
        return lambda value: make(*[unpack(item) for unpack, item in zip(parts, _list(value), strict=True)])
    raise TypeError(f"nothing here unpacks {kind}")


def _as_is(value: Any) -> Any:
    return value


def _checker(kind: type) -> Callable[[Any], Any]:
    # JSON writes a whole float as it is, and Python reads it back as a float: no number changes its type.
    def check(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{type(value).__name__} in the place of {kind.__name__}")
        return value

    return check


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise TypeError(f"{type(value).__name__} in the place of a list")
    return value


def _only(arguments: tuple[Any, ...]) -> Any:
    others = [argument for argument in arguments if argument is not NoneType]
    if len(others) != 1:
        raise TypeError(f"one type or none was expected, not {arguments}")
    return others[0]
