"""XPath with a type: what comes out of each expression is known where it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from lxml.etree import XPath, _ElementUnicodeResult
from lxml.html import HtmlElement


def elements(path: str) -> Callable[[HtmlElement], list[HtmlElement]]:
    """For paths that select elements."""
    return cast("Callable[[HtmlElement], list[HtmlElement]]", XPath(path))


def strings(path: str) -> Callable[[HtmlElement], list[str]]:
    """For paths that select attributes or texts. They do not know their elements: half as dear as those that do."""
    return cast("Callable[[HtmlElement], list[str]]", XPath(path, smart_strings=False))


def texts(path: str) -> Callable[[HtmlElement], list[_ElementUnicodeResult]]:
    """For paths that select texts, of which each knows its element."""
    return cast("Callable[[HtmlElement], list[_ElementUnicodeResult]]", XPath(path))


def string(path: str) -> Callable[[HtmlElement], str]:
    """For `string(...)`."""
    return cast("Callable[[HtmlElement], str]", XPath(path))


def number(path: str) -> Callable[[HtmlElement], float]:
    """For `count(...)` and `boolean(...)`."""
    return cast("Callable[[HtmlElement], float]", XPath(path))
