"""What an amount is for, as printed. In: a mention in its scene; out: "smart electric vehicles", or ""."""

from __future__ import annotations

import re

from parsers.figures.page import Page, Seen

NEAR = 12  # letters between an amount and the word that introduces what it is for
LONGEST = 70  # letters; a longer stretch is no name of a thing
END = re.compile(r"[,;:.()（），。；：、!?\n]|\s(?:and|with|by|from|over|which|that|as|und|mit|et|avec)\s|\s[0-9]")
EDGES = " \"'“”‘’-–—"


def read_target(page: Page, seen: Seen) -> str:
    """Return what stands behind the amount after a word like "in", "for", "to build", else the noun glued to it."""
    text = page.release.text
    start, limit = seen.mention.end, min(seen.scene.end, seen.mention.end + LONGEST)
    for hit, _, _ in seen.scene.said("target"):
        if start <= hit.start <= start + NEAR:
            end = END.search(text, hit.end, limit)
            return text[hit.end : end.start() if end else limit].strip(EDGES)
    if text[start : start + 1] in (" ", "-"):
        end = END.search(text, start + 1, limit)
        return text[start : end.start() if end else limit].strip(EDGES)
    return ""
