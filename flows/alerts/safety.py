"""Text of a page in, text that can do no harm in a message out.

Nothing that a page says may become a header, a control sequence, a text that reads backwards, or a link to elsewhere.
What is markup differs from one form to the next, so each template escapes it; this module does the rest.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

LONGEST_URL = 2048  # what browsers and mail programs carry
ELLIPSIS = "…"
LEAST_WORDS = 40  # before a link: an SMS of a bare address tells nothing

# Directions (U+202A-E, U+2066-9) and marks (U+200E-F, U+061C) can make "pay 100" read "001 yap"; U+FEFF, U+200B-D and
# U+2060-4 hide text. Joiners of emoji and Indic script go too: an alert has no use for them.
INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]")
APART = "\u200b"  # a zero-width space: it is put in where a service would act, and `clean` removes those of pages
MENTION = re.compile(r"@(?=\w)")
TAG = re.compile(r"<(?=[\w!/@#:])")
EMOJI = re.compile(r":(?=[a-z0-9_+-]{1,60}:)")  # :tada: in Slack, Discord, Mattermost, Rocket.Chat, Zulip
# Emphasis where signs have no escape, or where one would be shown: alike to the eye, and no markup.
TWINS = str.maketrans("*_~`|", "∗ˍ∼ˋ∣")
TAG_CHARACTERS = re.compile("[\U000e0000-\U000e0fff]")


def clean(text: str, longest: int = 500) -> str:
    """One line without control, bidirectional, invisible and broken characters, cut at a word to `longest`."""
    kept = TAG_CHARACTERS.sub("", INVISIBLE.sub("", text[: longest * 4]))
    spaced = "".join(" " if _is_blank(sign) else sign for sign in kept)
    return cut(" ".join(spaced.split()), longest)


def cut(text: str, longest: int) -> str:
    """The text, or its beginning up to the last whole word that fits. Scripts without blanks are cut anywhere."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    word, blank, _ = head.rpartition(" ")
    return (word if blank and len(word) > longest // 2 else head).rstrip(" ,;:") + ELLIPSIS


def inert(text: str) -> str:
    """Text without the mentions (@everyone), tags (<at>) and codes (:tada:) on which some chat would act."""
    return EMOJI.sub(f":{APART}", TAG.sub("‹", MENTION.sub(f"@{APART}", text)))


def fit(text: str, longest: int, link: str) -> str:
    """As many whole paragraphs as a service takes, then a link to the rest: a cut inside one could break markup. Where
    not even the first fits, its beginning and the link."""
    if len(text) <= longest:
        return text
    tail = f"… {link}" if link else ELLIPSIS
    kept: list[str] = []
    room = longest - len(tail)
    for paragraph in text.split("\n\n"):
        room -= len(paragraph) + 2
        if room < 0:
            break
        kept.append(paragraph)
    if kept:
        return "\n\n".join([*kept, tail])
    room = longest - len(link) - 1
    return f"{cut(text, room)} {link}" if link and room >= LEAST_WORDS else cut(text, longest)


def header(text: str, longest: int = 250) -> str:
    """A value for an e-mail or HTTP header.

    `=?` is taken apart: CPython before 3.13 decodes a crafted "=?utf-8?q?...=0D=0ABcc:..." into a header of its own
    (CVE-2024-6923).
    """
    return clean(text, longest).replace("=?", "= ?")


def safe_link(url: str) -> str:
    """The address if it is a plain web address, else ""."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    plain = parts.scheme in ("http", "https") and parts.hostname and not parts.username and len(url) <= LONGEST_URL
    odd = any(sign in '"<>\\^`{|}' or sign.isspace() or _is_blank(sign) for sign in url) or bool(INVISIBLE.search(url))
    return url if plain and not odd else ""


def _is_blank(sign: str) -> bool:
    """Control characters, line and paragraph separators, lone surrogates, private use."""
    return unicodedata.category(sign) in ("Cc", "Cs", "Co", "Zl", "Zp")
