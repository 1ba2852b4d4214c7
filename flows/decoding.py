"""Bodies out of their compression. In: the bytes on the wire, piece by piece. Out: the bytes meant, never too many.

A compressed kilobyte can hold a megabyte: the decoder is told how much is wanted and makes no more. A body that ends
before its end, or is not what its header says, is an error and never an answer.
"""

from __future__ import annotations

import zlib
from typing import Any

ACCEPTED = "gzip, deflate"  # what we ask for; the standard library reads both, and feeds gain little from others

_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"


class Undecodable(ValueError):
    """The body is not in the encoding that its header names, or was cut short."""


class Inflater:
    """One gzip or deflate body. `feed` gives at most `most` bytes of it; `finish` says whether that was all."""

    def __init__(self, encoding: str) -> None:
        self._gzip = encoding.endswith("gzip")
        self._stream: Any = zlib.decompressobj(_GZIP) if self._gzip else None

    def feed(self, data: bytes, most: int) -> bytes:
        out = b""
        while data and len(out) < most:
            if self._stream is None:
                self._stream = zlib.decompressobj(_deflate_window(data[0]))
            out += self._inflate(data, most - len(out))
            data = self._next_member()
        return out

    def finish(self) -> None:
        """Raises Undecodable if the body has not come to its end."""
        if self._stream is None or not self._stream.eof:
            raise Undecodable("compressed, and cut short")

    def _inflate(self, data: bytes, most: int) -> bytes:
        try:
            return bytes(self._stream.decompress(data, most))
        except zlib.error as error:
            raise Undecodable(f"not compressed as it says: {error}") from error

    def _next_member(self) -> bytes:
        """What follows a finished gzip member: another member (RFC 1952), or padding, which browsers ignore too."""
        rest: bytes = self._stream.unused_data
        if not (self._gzip and self._stream.eof and rest.startswith(_GZIP_MAGIC)):
            return b""
        self._stream = zlib.decompressobj(_GZIP)
        return rest


def inflater(encoding: str) -> Inflater | None:
    """The decoder for a Content-Encoding; None for a body as it is. Raises Undecodable for one we did not ask for."""
    if encoding in ("", "identity"):
        return None
    if encoding in ("gzip", "x-gzip", "deflate"):
        return Inflater(encoding)
    raise Undecodable(f"in an encoding that was not asked for: {encoding}")


def _deflate_window(first: int) -> int:
    """By RFC 9110 "deflate" is zlib's format, but some servers send the bare stream: the first byte tells."""
    return zlib.MAX_WBITS if first & 0x0F == 8 and first >> 4 <= 7 else -zlib.MAX_WBITS
