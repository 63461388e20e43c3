"""At which addresses a preview is reached: of this machine, and of others near it, for which a QR code can be shown."""

from __future__ import annotations

import contextlib
import errno
import socket
from collections.abc import Iterator

from journal_site.errors import Diagnostic, Location, UsageError

EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - what users say when they mean it
_LOCAL = ("127.0.0.1", "localhost", "[::1]")
_ELSEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
"""Addresses of documentation's own (RFC 5737, RFC 3849): nothing is sent there, but a way to them begins at our own."""
_BLOCKS = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
"""Two modules, one above the other, by whether they are dark: light is drawn, as terminals are dark."""


def family_of(bind: str) -> socket.AddressFamily:
    """Return the family of an address that is bound."""
    return socket.AF_INET6 if ":" in bind else socket.AF_INET


def check_bind(bind: str) -> None:
    """Raise UsageError where an address is none of this machine's."""
    with socket.socket(family_of(bind), socket.SOCK_STREAM) as tried:
        try:
            tried.bind((bind, 0))
        except OSError as error:
            if not isinstance(error, socket.gaierror) and error.errno != errno.EADDRNOTAVAIL:
                return  # what else is wrong shows with the port
            raise UsageError(
                Diagnostic(
                    severity="error",
                    code="bind-unknown",
                    message=f"'{bind}' is no address of this machine",
                    location=Location(path="--bind"),
                    hint="127.0.0.1 is for this machine alone, 0.0.0.0 for all that reach it",
                )
            ) from None


def allowed_hosts(bind: str) -> list[str]:
    """Return the names that requests may be addressed to.

    A page elsewhere can lead its own name to this machine (DNS rebinding) and would read what only we may see. Who
    binds everywhere is reached by names that nobody here knows.
    """
    return ["*"] if bind in EVERYWHERE else [*_LOCAL, f"[{bind}]" if ":" in bind else bind]


def near_address(bind: str) -> str:
    """Return the address by which others in the network reach what is bound everywhere; nothing without a network."""
    family = family_of(bind)
    with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as asked:
        asked.connect((_ELSEWHERE[family], 9))
        host = str(asked.getsockname()[0])
        return f"[{host}]" if family == socket.AF_INET6 else host
    return ""


def qr_rows(text: str) -> Iterator[str]:
    """Give the rows of a text's QR code, two modules high each, with the quiet zone that it needs."""
    import segno  # noqa: PLC0415 - only a preview that others see shows one

    rows = [[bool(dark) for dark in row] for row in segno.make(text, micro=False).matrix_iter(border=2)]
    rows += [[False] * len(rows[0])] * (len(rows) % 2)
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        yield "".join(_BLOCKS[pair] for pair in zip(upper, lower, strict=True))
