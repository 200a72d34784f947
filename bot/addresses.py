"""What an address in the settings must look like. It never opens one."""

import ipaddress
import re
from typing import Final
from urllib.parse import urlsplit

# Narrow on purpose: URL parsers disagree about the host of addresses such as http://127.0.0.1\\@elsewhere.
_LOOPBACK: Final = re.compile(
    r"http://(?P<host>localhost|[\d.]+|\[[\d:]+\])(:\d{1,5})?(/[\w.-]+)*/?", re.ASCII
)


def loopback_address(address: str) -> str:
    """`address` without a slash at its end, when it leads to this machine and nowhere else.

    Raises:
        ValueError: in words, when it leads elsewhere: whoever listens there would be sent the bot's token.
    """
    found = _LOOPBACK.fullmatch(address)
    if found is None or not _is_this_machine(found["host"]):
        raise ValueError("the token may only be sent to Discord or to this machine")
    return address.rstrip("/")


def web_address(address: str) -> str:
    """`address` as it is, when it is one of http or https with a host and without a name or password.

    Raises:
        ValueError: in words, which never repeat the address.
    """
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port  # a port that is not a number raises here
    except ValueError:
        host = None
    if not host or parts.scheme not in {"http", "https"} or re.search(r"\s", address):
        raise ValueError("this is not a web address")
    if "@" in parts.netloc:
        raise ValueError("a name or password does not belong in the address")
    return address


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
