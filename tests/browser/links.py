"""Follow every link of a built site on disk: files, anchors, pictures, stylesheets and their parts."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

URL_ATTRIBUTES = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
ORIGIN = "http://site.invalid"
CSS_URL = re.compile(r"""url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)""")
REFRESH_URL = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Broken:
    """One link that leads nowhere."""

    page: str
    line: int
    url: str
    reason: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.url}: {self.reason}"


@dataclass(kw_only=True)
class Document:
    """What the checker needs of one page."""

    path: str
    links: list[tuple[int, str]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)


def check_links(site: Path, *, base: str = "/", url: str | None = None) -> list[Broken]:
    """Return every broken link of the built site, which is published under `base` (and at `url`, where it says)."""
    built = _Built(site, base, url)
    return [
        Broken(page=document.path, line=line, url=link, reason=reason)
        for document in built.documents.values()
        for line, link in document.links
        if (reason := built.reason(link, document.path))
    ]


class _Built:
    """A built site: its files, and what its pages and stylesheets hold."""

    def __init__(self, site: Path, base: str, url: str | None) -> None:
        self._base, self._url = base, url
        # Names as they are spelt: a server tells `Page/` from `page/`, though a disk may not.
        self._files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        readable = sorted(name for name in self._files if name.endswith((".html", ".css")))
        self.documents = {name: _read_document(site, name) for name in readable}

    def reason(self, link: str, page: str) -> str | None:
        """Say why the link of that page leads nowhere, or None."""
        if self._url and link.startswith(self._url):
            link = self._base + link[len(self._url) :].lstrip("/")
        scheme = urlsplit(link).scheme
        if scheme in {"http", "https", "mailto", "data", "tel"} or link.startswith("//"):
            return None
        if scheme:
            return f"a {scheme} link"
        target = urlsplit(urljoin(ORIGIN + self._base + page, link))
        return self._target_reason(unquote(target.path), unquote(target.fragment))

    def _target_reason(self, path: str, fragment: str) -> str | None:
        if not path.startswith(self._base):
            return f"lies outside of {self._base}"
        name = path[len(self._base) :]
        if not name or name.endswith("/"):
            name += "index.html"
        if name not in self._files:
            return "no such file" + (" (a folder without its slash)" if f"{name}/index.html" in self._files else "")
        return _anchor_reason(fragment, self.documents.get(name))


def _anchor_reason(fragment: str, document: Document | None) -> str | None:
    # A text fragment (`#:~:text=…`) is found by the browser, whatever the page's ids are.
    fragment = fragment.partition(":~:")[0]
    if document is None or not fragment or fragment == "top" or fragment in document.anchors:
        return None
    return "no such anchor"


def _read_document(site: Path, path: str) -> Document:
    text = (site / path).read_text(encoding="utf-8")
    document = Document(path=path)
    if path.endswith(".css"):
        document.links = _css_links(text, 1)
    else:
        reader = _Reader(document)
        reader.feed(text)
        reader.close()
    return document


def _css_links(text: str, first_line: int) -> list[tuple[int, str]]:
    return [
        (first_line + text.count("\n", 0, match.start()), (match[1] or match[2]).strip())
        for match in CSS_URL.finditer(text)
    ]


class _Reader(HTMLParser):
    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value.strip() for name, value in attrs if value is not None}
        self._in_style = tag == "style"
        self._document.anchors.update(values[name] for name in ("id", "name") if name in values)
        for name in URL_ATTRIBUTES.get(tag, ()):
            if name in values:
                self._add(values[name])
        for candidate in values.get("srcset", "").split(", "):
            if candidate:
                self._add(candidate.split()[0])
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            for match in REFRESH_URL.finditer(values.get("content", "")):
                self._add(match[1])
        for _, link in _css_links(values.get("style", ""), 1):
            self._add(link)

    def handle_endtag(self, tag: str) -> None:
        if tag == "style":
            self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self._document.links += _css_links(data, self.getpos()[0])

    def _add(self, link: str) -> None:
        self._document.links.append((self.getpos()[0], link))
