"""Text in, fingerprints out: what is the same, told by a few bytes."""

from __future__ import annotations

import hashlib
import unicodedata
from zlib import crc32

SHINGLE = 12  # letters and digits in a row that make a piece: two or three words
SKETCH = 8  # smallest pieces that stand for a text
ALIKE = 0.75  # of the pieces in common: two prints of one press release, with other datelines and endings

FINGERPRINT_LETTERS = 20_000  # of a text; press releases differ long before that


def digest(text: str) -> str:
    """sha256 of the text, hexadecimal; a lone surrogate does no harm."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def text_digest(text: str) -> str:
    """The same for texts that differ in spacing, case, punctuation and width only."""
    return digest(_folded(text))


def sketch(text: str) -> tuple[int, ...]:
    """A few numbers that texts with nearly the same wording share: the smallest fingerprints of their pieces."""
    return tuple(sorted(_pieces(text))[:SKETCH])


def near_copies(one: str, other: str) -> bool:
    """Whether one text is a print of the other: nearly the same wording, whatever stands before and after it."""
    left, right = _pieces(one), _pieces(other)
    return bool(left and right) and len(left & right) >= ALIKE * min(len(left), len(right))


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text[:FINGERPRINT_LETTERS]).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def _pieces(text: str) -> frozenset[int]:
    folded = _folded(text).encode("utf-8", "replace")
    return frozenset(crc32(folded[at : at + SHINGLE]) for at in range(max(len(folded) - SHINGLE, 0)))
