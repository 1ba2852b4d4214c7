"""How urgent a message is to those who get it. A watch says it; each channel shows it as well as it can."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Severity(StrEnum):
    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """Higher is more urgent."""
        return list(Severity).index(self)


def highest(found: Iterable[Severity]) -> Severity:
    """The most urgent of several; of none NORMAL."""
    return max(found, key=lambda item: item.rank, default=Severity.NORMAL)
