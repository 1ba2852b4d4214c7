"""Bodies out of their compression. In: the bytes on the wire, piece by piece. Out: the bytes meant, never too many.

A compressed kilobyte can hold a megabyte: the decoder is told how much is wanted and makes no more. A body that ends
before its end, or is not what its header says, is an error and never an answer.
"""

from __future__ import annotations

import sys
import zlib
from typing import Any, Protocol

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ACCEPTED = "gzip, deflate, br, zstd"  # what we ask for: all that servers in use send

_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"
_ZSTD_WINDOW: dict[int, int] = {zstd.DecompressionParameter.window_log_max: 23}  # 8 MB, as senders may use (RFC 9659)


class Undecodable(ValueError):
    """The body is not in the encoding that its header names, or was cut short."""


class Decoder(Protocol):
    """One body. `feed` gives at most `most` bytes of it; `finish` raises Undecodable if that was not all.

    Once `most` is reached the rest is dropped: whoever asked has had enough.
    """

    def feed(self, data: bytes, most: int) -> bytes: ...

    def finish(self) -> None: ...


class Inflater:
    """A body in gzip or deflate."""

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
        _demand_end(self._stream is not None and self._stream.eof)

    def _inflate(self, data: bytes, most: int) -> bytes:
        try:
            return bytes(self._stream.decompress(data, most))
        except zlib.error as error:
            raise _not_as_said(error) from error

    def _next_member(self) -> bytes:
        """What follows a finished gzip member: another member (RFC 1952), or padding, which browsers ignore too."""
        rest: bytes = self._stream.unused_data
        if not (self._gzip and self._stream.eof and rest.startswith(_GZIP_MAGIC)):
            return b""
        self._stream = zlib.decompressobj(_GZIP)
        return rest


class Unbrotli:
    """A body in brotli (RFC 7932). Its library overshoots a limit by up to 32 kB, which are cut off here."""

    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    def feed(self, data: bytes, most: int) -> bytes:
        out = b""
        while not self._stream.is_finished() and len(out) < most:
            try:
                out += self._stream.process(data, output_buffer_limit=most - len(out))
            except brotli.error as error:
                raise _not_as_said(error) from error
            data = b""
            if self._stream.can_accept_more_data():
                break
        return out[:most]

    def finish(self) -> None:
        _demand_end(self._stream.is_finished())


class Unzstd:
    """A body in Zstandard (RFC 8878): frames one after another."""

    def __init__(self) -> None:
        self._stream = zstd.ZstdDecompressor(options=_ZSTD_WINDOW)

    def feed(self, data: bytes, most: int) -> bytes:
        out = b""
        while data and len(out) < most:
            if self._stream.eof:
                self._stream = zstd.ZstdDecompressor(options=_ZSTD_WINDOW)
            try:
                out += self._stream.decompress(data, most - len(out))
            except zstd.ZstdError as error:
                raise _not_as_said(error) from error
            data = self._stream.unused_data if self._stream.eof else b""
        return out

    def finish(self) -> None:
        _demand_end(self._stream.eof)


def inflater(encoding: str) -> Decoder | None:
    """The decoder for a Content-Encoding; None for a body as it is. Raises Undecodable for one we did not ask for."""
    if encoding in ("", "identity"):
        return None
    if encoding in ("gzip", "x-gzip", "deflate"):
        return Inflater(encoding)
    if encoding == "br":
        return Unbrotli()
    if encoding == "zstd":
        return Unzstd()
    raise Undecodable(f"in an encoding that was not asked for: {encoding}")


def _demand_end(reached: bool) -> None:
    if not reached:
        raise Undecodable("compressed, and cut short")


def _not_as_said(error: Exception) -> Undecodable:
    return Undecodable(f"not compressed as it says: {error}")


def _deflate_window(first: int) -> int:
    """By RFC 9110 "deflate" is zlib's format, but some servers send the bare stream: the first byte tells."""
    return zlib.MAX_WBITS if first & 0x0F == 8 and first >> 4 <= 7 else -zlib.MAX_WBITS
