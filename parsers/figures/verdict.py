"""What a rule says. In: nothing; out: the type that every rule of this package returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Verdict(Generic[T]):
    """A value, the name of the rule that gave it, and how sure it is: letters of text that would outweigh it."""

    value: T
    rule: str
    score: float = 0.0
