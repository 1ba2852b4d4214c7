"""Frozen values in, JSON values out, and back: how the nouns of `parsers.types` live in a column."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

Value = TypeVar("Value")


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast(type[Any], kind))


def to_json(value: object) -> Any:
    """A JSON value: decimals and moments as text, tuples as lists, what equals its default left out."""
    return _adapter(cast(Hashable, type(value))).dump_python(value, mode="json", exclude_defaults=True)


def from_json(kind: type[Value], data: Any) -> Value:
    """The value that `to_json` was given. Fields that came later take their defaults."""
    result: Value = _adapter(cast(Hashable, kind)).validate_python(data, strict=False)
    return result
