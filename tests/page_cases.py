"""Page cases: an HTML file and beside it a TOML file that says what must be read in it.

url = "https://..."            where the page is said to come from
charset = "shift_jis"          how the file is sent, if not as UTF-8; the file itself is kept as UTF-8
fetched = 2019-06-01T...Z      when, if not in 2026: chooses among a site's dated layouts
title, language, published     what must be read, where given
must_keep, must_drop           strings of the article; strings that are none of it
furniture                      strings that stay in the text, but in blocks marked as furniture
refused = "captcha"            instead: the reason why the page holds no article
"""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from parsers.types import Block, BlockKind, Capture, Release

CASES = Path(__file__).parent / "cases"
FETCHED = datetime(2026, 3, 1, 12, tzinfo=UTC)


def cases(folder: str) -> list[Path]:
    return sorted((CASES / folder).rglob("*.toml"))


def capture(case: Path) -> tuple[Capture, dict[str, Any]]:
    """The capture of a case's page, and what must be read in it."""
    told = tomllib.loads(case.read_text(encoding="utf-8"))
    charset = told.get("charset", "utf-8")
    body = case.with_suffix(".html").read_text(encoding="utf-8").encode(charset, "xmlcharrefreplace")
    return captured(body, told["url"], fetched=told.get("fetched", FETCHED)), told


def captured(
    body: bytes, url: str = "https://news.example.com/a", media_type: str = "text/html", fetched: datetime = FETCHED
) -> Capture:
    return Capture(url, url, fetched, 200, (), media_type, "", body, sha256(body).hexdigest())


def article(release: Release) -> str:
    """The text that counts as the article's: without the title's block and without furniture."""
    return "\n".join(block.text for block in release.blocks if block.kind not in (BlockKind.TITLE, BlockKind.FURNITURE))


def furniture(release: Release) -> list[Block]:
    return [block for block in release.blocks if block.kind is BlockKind.FURNITURE]
