"""Run the preview: bind a port, watch the folders, serve until interrupted."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable

import uvicorn

from journal_site.engine.inputs import BuildRequest
from journal_site.errors import Diagnostic, Location, UsageError
from journal_site.serve.addresses import EVERYWHERE, allowed_hosts, check_bind, family_of, near_address, qr_rows
from journal_site.serve.preview import Preview
from journal_site.serve.problems import ReportedProblems, Show
from journal_site.serve.protocol import BoundedProtocol
from journal_site.serve.reloader import Reloader
from journal_site.serve.server import Events, make_app
from journal_site.serve.watcher import Watcher

DEFAULT_PORT = 8000
_TRIES = 100
_SLOW_S = 1.0
"""After how long a first reading that goes on is mentioned."""


def take_port(bind: str, port: int | None) -> tuple[socket.socket, str]:
    """Return a listening socket, and what to say of its port.

    Without a wish the next free port serves; a port that was asked for and is in use raises UsageError with the next.
    """
    if port is not None:
        taken = _try(bind, port)
        if taken is not None:
            return taken, ""
        free = next((other for other in range(port + 1, port + _TRIES) if _is_free(bind, other)), None)
        raise UsageError(
            Diagnostic(
                severity="error",
                code="port-in-use",
                message=f"port {port} of {bind} is in use",
                location=Location(path="--port"),
                hint=f"port {free} is free: journal serve --port {free}" if free else "choose another with --port",
            )
        )
    for wanted in range(DEFAULT_PORT, DEFAULT_PORT + _TRIES):
        taken = _try(bind, wanted)
        if taken is not None:
            return taken, "" if wanted == DEFAULT_PORT else f"port {DEFAULT_PORT} is in use, so this is port {wanted}"
    return take_port(bind, 0)


def _try(bind: str, port: int) -> socket.socket | None:
    taken = socket.socket(family_of(bind), socket.SOCK_STREAM)
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((bind, port))
        taken.listen(128)
    except OSError:
        taken.close()
        return None
    return taken


def _is_free(bind: str, port: int) -> bool:
    taken = _try(bind, port)
    if taken is not None:
        taken.close()
    return taken is not None


def run(  # noqa: PLR0913 - one parameter an option
    request: BuildRequest,
    *,
    bind: str,
    port: int | None,
    poll: bool,
    say: Callable[[str], None],
    show: Show,
    opened: Callable[[str], object] | None,
    draws: bool,
) -> None:
    """Serve until interrupted. Raises UsageError where the address or port cannot be had.

    `draws` tells that what is said can show a QR code.
    """
    check_bind(bind)
    listening, note = take_port(bind, port)
    address = listening.getsockname()
    if note:
        say(note)
    host = f"[{bind}]" if ":" in bind else bind
    preview = Preview(request)
    events = Events(preview)
    reported = ReportedProblems(show, say)
    soon = threading.Timer(_SLOW_S, say, [f"reading the journal: http://{host}:{address[1]}/ will show it"])
    soon.daemon = True

    def done() -> None:
        soon.cancel()
        reported.read(preview.problems or preview.warnings, whole=not preview.problems)
        if preview.reloads > 1:
            return
        url = f"http://{host}:{address[1]}{preview.base}"
        say(f"ready: {url}  (Ctrl-C ends it)")
        if bind in EVERYWHERE:
            _tell_near(request, near_address(bind), f":{address[1]}{preview.base}", say, draws=draws)
        if opened is not None:
            opened(url)

    def ending() -> None:
        preview.end()
        events.close()

    reloader = Reloader(preview, events.send, done)
    watcher = Watcher(request.root, request.output or request.root / "_site", reloader.changed, poll=poll)
    server = _Server(
        uvicorn.Config(
            make_app(preview, events, reported.meet, allowed_hosts(bind)),
            log_level="error",
            lifespan="off",
            http=BoundedProtocol,
            timeout_graceful_shutdown=1,
        )
    )
    server.before = events.bind
    server.after = ending
    if not watcher.start():
        say("the system cannot watch so many folders: looking for changes twice a second instead")
    soon.start()
    reloader.start()
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    soon.cancel()
    reloader.stop()
    watcher.stop()
    say("ended")


def _tell_near(request: BuildRequest, host: str, rest: str, say: Callable[[str], None], *, draws: bool) -> None:
    """Say at which address others see the preview, and what they see besides what is published."""
    shown = " and ".join(["drafts"] * request.drafts + ["entries of days to come"] * request.future)
    also = f", with {shown}" if shown else ""
    if not host:
        say(f"others in your network see it too{also}: no network was found")
        return
    say(f"others in your network see it{also}: http://{host}{rest}")
    if draws:
        say("\n".join(qr_rows(f"http://{host}{rest}")))


class _Server(uvicorn.Server):
    """Ends the tabs' streams when it ends, so that it need not wait for them."""

    before: Callable[[], None]
    after: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self.before()
        await super().startup(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.after()
        await super().shutdown(sockets)
