"""Where we may connect. In: an address that a feed, a page or a redirect names. Out: it, parsed; or Refused.

Two gates. `checked` reads the address once, with the HTTP client's own parser, before anything is sent.
`guarded_socket` sees the number really connected to, after every name, redirect and second DNS answer had its say.
"""

from __future__ import annotations

import errno
import re
import socket
from collections.abc import Callable, Collection
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

from yarl import URL

from flows.errors import Refused
from parsers.addresses import MAX_URL
from parsers.plain import line

Network = IPv4Network | IPv6Network

_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.){0,10}[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.?")
_NUMERIC = re.compile(r"(?:0x[0-9a-f]{0,40}|[0-9]{1,40})\.?")

# What `is_global` lets through although nobody publishes news there: 6to4 relays (RFC 7526), IETF protocol assignments
# (RFC 6890), documentation (RFC 9637), segment routing (RFC 9602), and IPv6 forms that carry an IPv4 address and that
# no one routes any more: IPv4-compatible (RFC 4291), 6to4 (RFC 3056), Teredo (RFC 4380).
_NEVER = tuple(
    ip_network(text)
    for text in ("192.88.99.0/24", "192.0.0.0/24", "3fff::/20", "5f00::/16", "::/96", "2002::/16", "2001::/32")
)
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: how a host without IPv4 reaches the IPv4 address in the last 32 bits


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address belongs to the public internet, whatever it is wrapped in."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address in _NAT64:
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
        if address.is_site_local:
            return False
    special = address.is_multicast or address.is_reserved or any(address in network for network in _NEVER)
    return address.is_global and not special


def checked(url: str, ports: Collection[int], trusted: Collection[str]) -> URL:
    """The address, parsed. `trusted` are "host:port" pairs that are let through as they stand.

    Raises Refused for anything but http(s), for a user name, an odd port, a host that is no name, a number that is not
    public, an address of more than 2,048 characters, and letters on which parsers disagree.
    """
    if len(url) > MAX_URL or _UNSAFE.search(url):
        raise Refused(line(url, 200), "an address with blanks, backslashes or controls, or over 2,048 characters")
    try:
        parsed = URL(url)
        host, port = parsed.raw_host or "", parsed.port
    except ValueError as error:
        raise Refused(line(url, 200), f"not an address: {line(str(error), 100)}") from error
    if parsed.scheme not in ("http", "https") or not host:
        raise Refused(url, "only http and https addresses are fetched")
    if parsed.user is not None or parsed.password is not None:
        raise Refused(f"{parsed.scheme}://{host}/", "an address with a user name or password")
    if f"{host}:{port}" not in trusted:
        if not _is_host(host):
            raise Refused(line(url, 200), "its host is neither a name nor an address")
        if port not in ports:
            raise Refused(
                url,
                f"port {port} is not one where news is published; OUTLAY_TRUST_HOSTS={host}:{port} allows it",
            )
    return parsed


@lru_cache(maxsize=4096)
def _is_host(host: str) -> bool:
    """A host must be a name, or an address written in full. Short, hexadecimal and octal numbers are tricks."""
    if _NAME.fullmatch(host) and not _NUMERIC.fullmatch(host.rstrip(".").rpartition(".")[2]):
        return True
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def guarded_socket(allowed: Collection[Network]) -> Callable[[Any], socket.socket]:
    """A socket factory that makes a socket only for a public address, or for one of the `allowed` networks.

    It raises PermissionError, which the client reports as the cause of its failed connection.
    """

    @lru_cache(maxsize=4096)
    def may_connect(number: str) -> bool:
        try:
            address = ip_address(number)
        except ValueError:
            return False
        return is_public(address) or any(address in network for network in allowed)

    def make(addr_info: Any) -> socket.socket:
        family, kind, protocol, _, sockaddr = addr_info
        if not may_connect(sockaddr[0]):
            raise PermissionError(errno.EACCES, f"{sockaddr[0]} is not a public address")
        return socket.socket(family, kind, protocol)

    return make
