"""The article in the data from which scripts draw a page: `__NEXT_DATA__`, `window.__INITIAL_STATE__` and their like.

In: the tree of a page with its scripts, and the page's title. Out: the article's text, a line a paragraph, or "". Read
only where the page shows hardly any prose itself, and after JSON-LD, which says what is what. Bounded in size, depth
and number of values.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from parsers.article import plain_parts
from parsers.furniture import key
from parsers.markup import as_page
from parsers.xpath import strings

SHOWN = 600  # characters of paragraphs; a page that shows more is not drawn by scripts
MAX_JSON = 4_000_000  # characters of one script
MAX_DEPTH = 24  # a page's own properties nest about ten deep
MAX_VALUES = 50_000
LEAST = 200  # characters; a shorter text is a teaser's

_PARAGRAPHS = strings("/html/body/descendant::p/descendant::text()")
_SCRIPTS = strings("/descendant::script[not(@src) and not(@type='application/ld+json')]/text()")
_ASSIGNED = re.compile(
    r"""\s{0,20}(?:(?:var|let|const)\s{1,5})?(?:window|self)?[.\["']{0,2}[\w$]{2,60}["'\]]{0,2}\s{0,5}=\s{0,5}(?={)"""
)
_BODIES = (
    "articleBody", "article_body", "bodyHtml", "body_html", "bodyHTML", "contentHtml", "content_html", "body",
    "content", "content_elements", "paragraphs", "blocks", "html", "text",
)  # fmt: skip
_PIECES = ("text", "content", "html", "value", "children", "data", "content_elements")
_TITLES = ("headline", "title", "name", "headlines")


def read_embedded(tree: HtmlElement, title: str) -> str:
    """The text of the object that bears the page's title, else the longest; "" where the page shows its own."""
    if sum(map(len, _PARAGRAPHS(tree))) > SHOWN:
        return ""
    found = [each for script in _SCRIPTS(tree) for data in _data(script) for each in _articles(data)]
    _, text = max(found, key=lambda each: (_same(each[0], title), len(each[1])), default=("", ""))
    return text


def _data(script: str) -> Iterator[Any]:
    """The JSON of a script: all of it, or what it assigns to a name."""
    start = _ASSIGNED.match(script)
    if len(script) > MAX_JSON or not (start or script.lstrip().startswith("{")):
        return
    try:
        yield json.JSONDecoder(strict=False).raw_decode(script[start.end() :] if start else script.lstrip())[0]
    except (ValueError, RecursionError):
        return


def _articles(data: Any) -> Iterator[tuple[str, str]]:
    """Title and text of every object that has both; breadth first, so that the page's own comes before its teasers."""
    level, seen = [data], 0
    for _ in range(MAX_DEPTH):
        for value in level:
            if isinstance(value, dict) and (text := _body(value)):
                yield _title(value), text
        level = [inner for value in level for inner in _inner(value)][: max(MAX_VALUES - seen, 0)]
        seen += len(level)


def _inner(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [each for each in inner if isinstance(each, dict | list)]


def _title(value: dict[str, Any]) -> str:
    told = next((value[name] for name in _TITLES if name in value), "")
    if isinstance(told, dict):
        told = next((each for each in told.values() if isinstance(each, str) and each), "")
    return told if isinstance(told, str) else ""


def _body(value: dict[str, Any]) -> str:
    """The text under the first name that holds an article's worth of it; only objects with a title have one."""
    if not _title(value):
        return ""
    bodies = ("\n".join(_paragraphs(value[name])) for name in _BODIES if name in value)
    return next((body for body in bodies if len(body) >= LEAST), "")


def _paragraphs(value: Any, depth: int = 0) -> Iterator[str]:
    """Paragraphs of a text, of HTML, or of an editor's blocks, whose children are the runs of one paragraph."""
    if isinstance(value, str):
        yield from (text for text, _ in plain_parts(as_page(value))) if "<" in value else value.splitlines()
    elif isinstance(value, list) and depth < MAX_DEPTH:
        for each in value:
            yield from _paragraphs(each, depth + 1)
    elif isinstance(value, dict) and depth < MAX_DEPTH:
        inner = next((value[name] for name in _PIECES if isinstance(value.get(name), str | list | dict)), "")
        pieces = _paragraphs(inner, depth + 1)
        yield from ["".join(pieces)] if _are_runs(inner) else pieces


def _are_runs(children: Any) -> bool:
    """Whether they are the runs of one paragraph, `{"text": ...}` with marks, and not typed blocks."""
    runs = children if isinstance(children, list) else []
    return bool(runs) and all(
        isinstance(run, dict) and isinstance(run.get("text"), str) and run.get("type", "text") in ("text", "span")
        for run in runs
    )


def _same(told: str, title: str) -> bool:
    a, b = key(told), key(title)
    return len(a) > 7 and bool(b) and (a.startswith(b) or b.startswith(a))
