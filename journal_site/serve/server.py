"""The preview's web server: pages, events, and the script that keeps an open page up to date.

It answers only to this machine's names (or those that it is bound to), so that no page elsewhere can read a journal
through a name that it points here (DNS rebinding).
"""

from __future__ import annotations

import asyncio
import json
import mimetypes
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request  # noqa: TC002 - Starlette looks at its endpoints
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from journal_site.errors import Diagnostic, JournalError
from journal_site.serve.preview import Preview

_OWN = "/_journal/"
_SCRIPTS = {
    "client.js": Path(__file__).parent / "client.js",
    "idiomorph.js": Path(__file__).parent.parent / "_vendor" / "idiomorph.min.js",
}
_TAGS = b'<script src="/_journal/idiomorph.js" defer></script><script src="/_journal/client.js" defer></script></head>'
_ALIVE_S = 15
_PAUSE_S = 0.03
"""Between two `touched`: an editor writes a file in several steps, and the last one is what is to be seen."""
_LONGEST_WAIT_S = 0.3
"""How long a page waits for the first reading before it is told that it goes on."""


class Events:
    """Sends the browser's tabs what happens."""

    def __init__(self, preview: Preview) -> None:
        """Begin with no tab open."""
        self._preview = preview
        self._tabs: set[asyncio.Queue[str | None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._boot = secrets.token_hex(8)
        self._pausing: asyncio.TimerHandle | None = None
        self._touched = False

    def bind(self) -> None:
        """Take the running loop as the one that tabs are served from."""
        self._loop = asyncio.get_running_loop()

    def send(self, kind: str) -> None:
        """Send an event to every tab, from any thread; of many `touched`, the first at once and one more for others."""
        if self._loop is None or self._loop.is_closed():
            return
        if kind == "touched":
            self._loop.call_soon_threadsafe(self._touch)
        else:
            self._loop.call_soon_threadsafe(self._send, self._message(kind))

    def _touch(self) -> None:
        if self._pausing is not None:
            self._touched = True
            return
        self._send(self._message("touched"))
        assert self._loop is not None  # noqa: S101 - it is what called
        self._pausing = self._loop.call_later(_PAUSE_S, self._touch_again)

    def _touch_again(self) -> None:
        self._pausing = None
        if self._touched:
            self._touched = False
            self._touch()

    def close(self) -> None:
        """End every tab's stream."""
        for tab in self._tabs:
            tab.put_nowait(None)

    def _send(self, message: str) -> None:
        for tab in self._tabs:
            tab.put_nowait(message)

    def _message(self, kind: str) -> str:
        problems = [_record(one) for one in self._preview.problems if one.severity == "error"]
        state = {"kind": kind, "boot": self._boot, "reloads": self._preview.reloads, "problems": problems}
        return f"data: {json.dumps(state)}\n\n"

    async def stream(self, request: Request) -> Response:
        """Serve one tab: what is wrong now, then what happens."""
        if request.method == "HEAD":
            return Response(media_type="text/event-stream", headers={"Cache-Control": "no-store"})
        return StreamingResponse(self._events(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def _events(self) -> AsyncIterator[str]:
        tab: asyncio.Queue[str | None] = asyncio.Queue()
        self._tabs.add(tab)
        try:
            yield "retry: 500\n" + self._message("hello")
            while True:
                try:
                    message = await asyncio.wait_for(tab.get(), _ALIVE_S)
                except TimeoutError:
                    message = ": alive\n\n"
                if message is None:
                    return
                yield message
        finally:
            self._tabs.discard(tab)


def _record(problem: Diagnostic) -> dict[str, object]:
    place = problem.location
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "message": problem.message,
        "code": problem.code,
        "hint": problem.hint,
        "excerpt": problem.excerpt,
    }


def make_app(
    preview: Preview, events: Events, meet: Callable[[Sequence[Diagnostic]], None], hosts: list[str]
) -> Starlette:
    """Return the web application.

    `meet` is told what keeps a page from being made; `hosts` are the names that requests may be addressed to.
    """

    async def page(request: Request) -> Response:
        path = request.url.path
        timeout = _LONGEST_WAIT_S if "text/html" in request.headers.get("accept", "") else None
        if not await run_in_threadpool(preview.wait, timeout):
            return _stand_in("The journal is being read", 503, preview.reloads)
        if path == "/" and preview.base != "/":
            return RedirectResponse(preview.base, status_code=307)
        try:
            answer = await run_in_threadpool(preview.answer, path)
        except JournalError as error:
            meet(error.diagnostics)
            return _stand_in("The journal cannot be shown", 500, preview.reloads, error.diagnostics)
        if answer.status == 308:  # noqa: PLR2004 - HTTP's "permanent redirect", as GitHub Pages does for folders
            return RedirectResponse(f"{path}/", status_code=307)
        kind = mimetypes.guess_type(answer.path)[0] or "application/octet-stream"
        content = answer.content
        if kind == "text/html":
            content = content.replace(b"</head>", _TAGS, 1)
            kind = "text/html; charset=utf-8"
        return Response(content, answer.status, {"Cache-Control": "no-store"}, kind)

    async def script(request: Request) -> Response:
        place = _SCRIPTS.get(request.path_params["name"])
        text = place.read_bytes() if place is not None and place.exists() else b""
        return Response(text, 200 if place else 404, {"Cache-Control": "no-cache"}, "text/javascript")

    return Starlette(
        routes=[
            Route(f"{_OWN}events", events.stream),
            Route(f"{_OWN}{{name}}", script),
            Route("/{path:path}", page),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False)],
    )


def _stand_in(title: str, status: int, reloads: int, problems: Sequence[Diagnostic] = ()) -> Response:
    """Return a page that shows, by its script, what is wrong, and becomes the real one when that is over."""
    state = json.dumps({"reloads": reloads, "problems": [_record(one) for one in problems]}).replace("<", "\\u003c")
    text = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width">'
        f'<script type="application/json" id="journal-told">{state}</script></head>'
        f"<body><h1>{title}</h1></body></html>"
    )
    return HTMLResponse(text.encode().replace(b"</head>", _TAGS, 1), status, {"Cache-Control": "no-store"})
