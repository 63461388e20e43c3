"""Serve a built site as GitHub Pages does: on a free port, at the root or under a repository's path."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class _Requests(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, base: str, directory: str) -> None:
        self._base = base
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]  # socketserver's three, passed on

    def do_GET(self) -> None:
        if not self.path.startswith(self._base):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.path = "/" + self.path[len(self._base) :]
        super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (http.server's name)
        """Say nothing: a failed request fails the test, and that says enough."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002  (socketserver's)
        # A browser that goes on before a page is done closes the connection: that is no error.
        if not isinstance(sys.exception(), ConnectionError):
            raise  # noqa: PLE0704  (called while the exception is handled)


@contextmanager
def serve_folder(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve the folder and give its address, which ends in the base path."""
    requests = partial(_Requests, base=base, directory=str(folder))
    with _Server(("127.0.0.1", 0), requests) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()
            thread.join()
