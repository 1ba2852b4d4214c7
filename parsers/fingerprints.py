"""Text in, fingerprints out: what is the same, told by a few bytes."""

from __future__ import annotations

import hashlib
import unicodedata

FINGERPRINT_LETTERS = 20_000  # of a text; press releases differ long before that


def digest(text: str) -> str:
    """sha256 of the text, hexadecimal; a lone surrogate does no harm."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def text_digest(text: str) -> str:
    """The same for texts that differ in spacing, case, punctuation and width only."""
    folded = unicodedata.normalize("NFKC", text[:FINGERPRINT_LETTERS]).casefold()
    return digest("".join(letter for letter in folded if letter.isalnum()))
