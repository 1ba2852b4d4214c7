"""Addresses. In: what a feed, a page or a person wrote as a link. Out: an absolute http(s) address, or "" for none.

Nothing that this module lets through can be a script, a file, a mail address or a password.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urljoin, urlsplit, urlunsplit

MAX_URL = 2048  # characters; what browsers, proxies and sitemaps agree to carry

_DEFAULT_PORT = {"http": 80, "https": 443}
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\\<>\"\u2000-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_HOST = re.compile(r"[\w.\-]{1,253}|\[[0-9A-Fa-f:.%]{2,60}\]")
# An address with nothing to mend: most are, and are told at once.
_PLAIN = re.compile(r"https?://[a-z0-9.-]{1,253}(?::(?!80/|443/)[1-9][0-9]{0,4})?/[A-Za-z0-9/._~%+,;=-]{0,1700}")

# Query fields that only tell the publisher where a reader came from. Each is documented by the service that adds it;
# short ambiguous names ("ref", "source", "id") stay, since some sites choose the article by them.
_TRACKER = re.compile(
    r"utm_[a-z_]{1,30}|at_(?:medium|campaign|format|link_.{1,20}|ptr_name|bbc_team)|mtm_[a-z]{1,20}|pk_[a-z]{1,20}"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_[ce]id|_hs(?:enc|mi)"
    r"|mkt_tok|vero_id|oly_(?:anon|enc)_id|guccounter|guce_referrer(?:_sig)?|__twitter_impression|cmpid|ncid|spm|scm"
    r"|share_(?:token|source|medium|from)|wt_mc|s_cid|ref_src|ref_url|xtor|_ga|_gl|srsltid",
    re.IGNORECASE,
)

# Addresses that only lead to another: host, path, and the query fields that hold the real one.
_WRAPPERS = {
    ("www.google.com", "/url"): ("url", "q"),
    ("www.bing.com", "/news/apiclick.aspx"): ("url",),
    ("l.facebook.com", "/l.php"): ("u",),
}


def absolute_url(link: str, base: str = "") -> str:
    """`link` as an absolute http(s) address, seen from `base`; "" if it is none, or carries a password."""
    link = link.strip()
    if _PLAIN.fullmatch(link):
        return link
    if not link or len(link) > MAX_URL or _UNSAFE.search(link):
        return ""
    try:
        url = urljoin(base, link)
        parts = urlsplit(url)
        sound = parts.port != 0  # reading `port` is what checks it
    except ValueError:
        return ""
    web = parts.scheme in _DEFAULT_PORT and "@" not in parts.netloc and _HOST.fullmatch(_host_of(parts.netloc))
    return url if sound and web and len(url) <= MAX_URL else ""


def canonical_url(url: str) -> str:
    """The one address of a page: wrappers opened, trackers, fragment and default port taken off, host in lower case.

    In: an absolute address. Out: likewise; what is not http(s) comes back as it was. A fragment that a page's script
    takes for its path ("#!/news/1") stays.
    """
    if _PLAIN.fullmatch(url):
        return url
    try:
        parts = urlsplit(_unwrapped(url))
        netloc = _netloc(parts.scheme, parts.hostname or "", parts.port)
    except ValueError:
        return url
    if parts.scheme not in _DEFAULT_PORT:
        return url
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit((parts.scheme, netloc, parts.path or "/", _without_trackers(parts.query), fragment))


def site_of(url: str) -> str:
    """The host without "www."; "" where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _host_of(netloc: str) -> str:
    return netloc[: netloc.find("]") + 1] if netloc.startswith("[") else netloc.partition(":")[0]


def _netloc(scheme: str, host: str, port: int | None) -> str:
    host = f"[{host}]" if ":" in host else host
    return host if port in (None, _DEFAULT_PORT.get(scheme)) else f"{host}:{port}"


def _unwrapped(url: str) -> str:
    parts = urlsplit(url)
    names = _WRAPPERS.get((parts.hostname or "", parts.path))
    if names is None:
        return url
    query = dict(parse_qsl(parts.query))
    return next((inner for name in names if (inner := absolute_url(query.get(name, "")))), url)


def _without_trackers(query: str) -> str:
    """The query less its trackers; untouched, byte for byte, where it has none."""
    if not any(_TRACKER.fullmatch(field.partition("=")[0]) for field in query.split("&")):
        return query
    return "&".join(field for field in query.split("&") if not _TRACKER.fullmatch(field.partition("=")[0]))
