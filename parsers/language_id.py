"""Which language a text is in: ISO 639-1.

The script decides where only one of our languages uses it (kana, hangul, Han without kana); then the most frequent
words of the languages that we have tables of. Only where these leave a doubt py3langid is asked: its model, which was
right on 205 of 205 pages, takes 100 MB of memory and a third of a second to load.
"""

from __future__ import annotations

import re
from collections import Counter

from parsers.boilerplate import WORDS

_SAMPLE = 800  # characters; more changes no answer and costs time
ENOUGH_WORDS = 12  # for the model: it guesses wildly at headlines
MIN_COMMON = 0.1  # share of a text's words; running text of a language has a third and more, headlines less
LEAD = 1.5  # times as many as the second language's
_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LETTERS = re.compile(r"[^\W0-9_]{1,40}")


def language_of(text: str, told: str = "") -> str:
    """The language of `text`. What the page was `told` to be in counts where the words leave a doubt."""
    sample = " ".join(text[: 5 * _SAMPLE].split())[:_SAMPLE]
    words = _LETTERS.findall(sample.casefold())
    if not words:
        return told or "en"
    by_sight = _by_script(sample, sum(map(len, words))) or _by_common_words(words) or told
    return by_sight or (_by_model(sample) if len(words) >= ENOUGH_WORDS else "en")


def _by_script(sample: str, letters: int) -> str:
    """A few foreign names do not make a text Japanese: each script must carry its share of the letters."""
    kana, hangul, han = (len(script.findall(sample)) for script in (_KANA, _HANGUL, _HAN))
    if hangul * 4 > letters:
        return "ko"
    if kana * 10 > letters:
        return "ja"
    return "zh" if han * 3 > letters else ""


def _by_common_words(words: list[str]) -> str:
    """The language whose frequent words lead clearly, or ""."""
    votes = Counter(language for word in words for language in _LANGUAGES_OF.get(word, ()))
    (best, most), (_, second) = [*votes.most_common(2), ("", 0), ("", 0)][:2]
    return best if most >= MIN_COMMON * len(words) and most >= LEAD * second else ""


def _by_model(sample: str) -> str:
    import py3langid  # here, as most processes never need it

    return str(py3langid.classify(sample)[0])


_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in WORDS.items():
    for _word in _words.common:
        _LANGUAGES_OF.setdefault(_word, []).append(_language)
