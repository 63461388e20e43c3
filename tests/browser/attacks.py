# ruff: noqa: E501 - lists of strings and forms
"""What somebody may write so that a browser runs it, and every place of a journal where text enters.

Each string calls `hit()`. `STRINGS` leave no element open behind them, so many stand on one page; `UNCLOSED` may hide
what follows, so each has a page of its own.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

DATA = "data:text/html,<script>hit()</script>"
_XSL = "data:text/xsl,<xsl:stylesheet/>"
STRINGS = (
    *(
        f"<{tag} {event}=hit(){more}>"
        for tag, event, more in (
            ("img", "onerror", " src=x"), ("img", "onload", " src=data:image/gif;base64,R0lGODlhAQABAAAAACw="),
            ("img/", "onerror", " src=x"), ("IMG", "ONERROR", " SRC=x"), ("img\n", "onerror", " src=x"),
            ("img\t", "onerror", "\tsrc=x"), ("img\f", "onerror", " src=x"), ("img src=x", "onerror", " alt"),
            ("image", "onerror", " src=x"), ("input autofocus", "onfocus", ""), ("input type=image", "onerror", " src=x"),
            ("br", "onclick", ""), ("hr", "onpointerover", ""), ("link rel=stylesheet", "onerror", " href=x"),
            ("link rel=preload as=script", "onerror", " href=x"), ("body", "onload", ""), ("body", "onpageshow", ""),
            ("embed", "onload", " src=data:text/html,x"), ("source", "onerror", " src=x"), ("track", "onerror", " src=x"),
            ("base", "onload", f" href='{DATA}'"), ("bgsound", "onload", " src=x"), ("wbr", "oncontentvisibilityautostatechange", " style=content-visibility:auto"),
            ("html", "onmouseover", ""), ("frameset", "onload", ""), ("area", "onfocus", " href=x tabindex=1 autofocus"),
        )
    ),
    *(
        f"<{tag} {event}=hit(){more}>x</{tag.split()[0]}>"
        for tag, event, more in (
            ("svg", "onload", ""), ("svg", "onfocusin", " tabindex=0 autofocus"), ("details open", "ontoggle", ""),
            ("video autoplay", "onerror", " src=x"), ("audio", "onerror", " src=x"), ("audio", "onloadstart", " src=x"),
            ("object", "onerror", " data=x"), ("iframe", "onload", ""), ("iframe", "onload", " src=about:blank"),
            ("script", "onerror", " src=x"), ("style", "onload", ""), ("marquee", "onstart", ""), ("a", "onfocus", " href=# autofocus"),
            ("div", "onanimationstart", " style=animation:a"), ("p", "onpointerrawupdate", ""), ("select autofocus", "onfocus", ""),
            ("textarea autofocus", "onfocus", ""), ("button autofocus", "onfocus", ""), ("math", "onfocus", " tabindex=1 autofocus"),
            ("x", "onclick", ""), ("custom-element", "onfocus", " tabindex=1 autofocus"), ("form", "onformdata", ""),
            ("dialog open", "onfocus", " tabindex=1 autofocus"), ("summary", "onfocus", " tabindex=1 autofocus"),
            ("div popover", "onbeforetoggle", ""), ("meter", "onfocus", " tabindex=1 autofocus"), ("table", "background=x onfocus", " tabindex=1 autofocus"),
            ("div", "style=x:expression(hit()) onscrollend", ""), ("svg><animate", "onbegin", " attributeName=x dur=1s"),
        )
    ),
    "<script>hit()</script>", "<SCRIPT>hit()</SCRIPT>", "<script >hit()</script >", "<script\n>hit()</script\n>",
    "<script type=module>hit()</script>", "<script src=data:text/javascript,hit()></script>", "<scr<script>ipt>hit()</scr</script>ipt>",
    "<script/x>hit()</script>", "<script>/*</title>*/hit()</script>", "<svg><script>hit()</script></svg>",
    "<svg><script href=data:text/javascript,hit() /></svg>", "<svg><script xlink:href=data:text/javascript,hit() /></svg>",
    "<svg><a href=javascript:hit()><text y=9>x</text></a></svg>", "<svg><a xlink:href=javascript:hit()><text y=9>x</text></a></svg>",
    "<svg><animate attributeName=href values=javascript:hit() /><a id=x><text y=9>x</text></a></svg>",
    "<svg><set attributeName=onmouseover to=hit() /></svg>", "<svg><foreignObject><img src=x onerror=hit()></foreignObject></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=hit() />#x' /></svg>",
    "<svg><style><img src=x onerror=hit()></style></svg>", "<svg><desc><img src=x onerror=hit()></desc></svg>",
    "<svg><title><script>hit()</script></title></svg>", "<svg><image href=x onerror=hit() /></svg>",
    "<math><mtext><img src=x onerror=hit()></mtext></math>", "<math href=javascript:hit()>x</math>",
    "<math><maction actiontype=statusline xlink:href=javascript:hit()>x</maction></math>",
    "<math><annotation-xml encoding=text/html><img src=x onerror=hit()></annotation-xml></math>",
    "<math><mtext><table><mglyph><style><img src=x onerror=hit()></style></mglyph></table></mtext></math>",
    "<math><mi><svg><foreignObject><script>hit()</script></foreignObject></svg></mi></math>",
    "<a href=javascript:hit()>x</a>", "<a href='JaVaScRiPt:hit()'>x</a>", "<a href=' javascript:hit()'>x</a>",
    "<a href='java\tscript:hit()'>x</a>", "<a href='java&#10;script:hit()'>x</a>", "<a href='&#106;avascript:hit()'>x</a>",
    "<a href='javascript&colon;hit()'>x</a>", "<a href='&#x01;javascript:hit()'>x</a>", "<a href='vbscript:hit()'>x</a>",
    f"<a href='{DATA}'>x</a>", "<a href=javascript://%0ahit()>x</a>", "<a href='javascript:/*x*/hit()' target=_blank>x</a>",
    "<a ping=javascript:hit() href=#>x</a>", "<form action=javascript:hit()><button>x</button></form>",
    "<form><button formaction=javascript:hit()>x</button></form>", "<form><input type=submit formaction=javascript:hit()></form>",
    "<isindex action=javascript:hit()>", "<iframe src=javascript:hit()></iframe>", "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
    f"<iframe src='{DATA}'></iframe>", "<iframe src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\" onload=hit() />'></iframe>",
    f"<object data='{DATA}'></object>", "<object data=javascript:hit()></object>", f"<embed src='{DATA}'>", "<embed src=javascript:hit()>",
    "<meta http-equiv=refresh content='0;url=javascript:hit()'>", f"<meta http-equiv=refresh content='0;url={DATA}'>",
    "<base href=javascript:/hit()//>", "<link rel=import href=javascript:hit()>", "<link rel=stylesheet href=javascript:hit()>",
    "<style>@import 'javascript:hit()';</style>", "<div style='background:url(javascript:hit())'>x</div>",
    "<div style='-moz-binding:url(x#hit())'>x</div>", "<template><script>hit()</script></template>",
    "<template shadowrootmode=open><img src=x onerror=hit()></template>", "<noembed><img src=x onerror=hit()></noembed>",
    "<table><td background=javascript:hit()>x</td></table>", "<input value='\"><img src=x onerror=hit()>'>",
    '"><img src=x onerror=hit()>', "'><img src=x onerror=hit()>", '" onfocus=hit() autofocus x="', "' onfocus=hit() autofocus x='",
    '" onerror=hit() src=x ', "` onfocus=hit() autofocus", "</title><img src=x onerror=hit()>", "</script><script>hit()</script>",
    "</style><script>hit()</script>", "</textarea><script>hit()</script>", "--><script>hit()</script>", "--!><img src=x onerror=hit()>",
    "]]><script>hit()</script>", "</noscript><img src=x onerror=hit()>", "</p><script>hit()</script>", "</svg><script>hit()</script>",
    "javascript:hit()", "JAVASCRIPT:hit()", "java\tscript:hit()", "&#106;avascript:hit()", "vbscript:hit()", DATA,
    "data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='hit()'/>",
    "javascript:hit()//http://example.org", 'https://example.org/" onmouseover="hit()', "https://example.org/?<script>hit()</script>",
    "[x](javascript:hit())", "[x](<javascript:hit()>)", "[x](java&Tab;script:hit())", "![x](javascript:hit())", "<javascript:hit()>",
    "[x]: javascript:hit()\n\n[x]", '![x](x" onerror="hit())', "[x](x 'y\" onfocus=\"hit()')", f"[x]({DATA.replace('<', '%3C')})",
    "{{constructor.constructor('hit()')()}}", "${hit()}", "{% raw %}<script>hit()</script>{% endraw %}", "{{ '<script>hit()</script>' | safe }}",
    "&lt;script&gt;hit()&lt;/script&gt;", "&amp;lt;img src=x onerror=hit()&amp;gt;", "\\<script>hit()\\</script>", "\\u003cscript>hit()\\u003c/script>",
    "%3Cscript%3Ehit()%3C/script%3E", "+ADw-script+AD4-hit()+ADw-/script+AD4-", "\uff1cscript\uff1ehit()\uff1c/script\uff1e",
    "<\u200bscript>hit()</script>", "\ufeff<script>hit()</script>", "\u202e<script>hit()</script>", "<\u017fcript>hit()</\u017fcript>",
    "<img src=`x`onerror=hit()>", '<a href="x"onfocus=hit() autofocus>x</a>', "<img src=x:alert(1) onerror=eval(src)>".replace("alert(1)", "hit()"),
    "<x contenteditable onblur=hit()>x</x>", "<?xml-stylesheet href='javascript:hit()'?>", f"<?xml-stylesheet type='text/xsl' href='{_XSL}'?>",
    "<!ENTITY x '<script>hit()</script>'>", "<![CDATA[<script>hit()</script>]]>", "<!--[if gte IE 4]><script>hit()</script><![endif]-->",
    "<xml:namespace prefix=t><t:set attributeName=innerHTML to=hit() /></xml:namespace>", "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>hit()</h:script>",
    "\x1b]8;;javascript:hit()\x1b\\x\x1b]8;;\x1b\\", "$\\href{javascript:hit()}{x}$", '$\\class{x" onload="hit()}{x}$', "$\\text{<img src=x onerror=hit()>}$",
    "$\\url{javascript:hit()}$", '$\\includegraphics{x" onerror="hit()}$', '$\\style{x:y" onfocus="hit()}{x}$',
)  # fmt: skip
UNCLOSED = (
    "<script>hit()", "<img src=x onerror=hit()", "<svg onload=hit()//", "<svg><script>hit()", "<style><img src=x onerror=hit()>",
    "<textarea><img src=x onerror=hit()>", "<title><img src=x onerror=hit()>", "<!--><script>hit()</script>", "<!-- --!><img src=x onerror=hit()>",
    '<noscript><p title="</noscript><img src=x onerror=hit()>">', '<xmp><p title="</xmp><img src=x onerror=hit()>">',
    '<iframe><p title="</iframe><img src=x onerror=hit()>">', '<svg></p><style><a id="</style><img src=x onerror=hit()>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=hit()&gt;">',
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=hit()>", "<select><style></select><img src=x onerror=hit()>",
    "<plaintext><script>hit()</script>", "<a href='x' title='<img src=x onerror=hit()>", '<div id="\n\n"><script>hit()</script>',
    "<option><style></option></select><img src=x onerror=hit()></style>", "<table><caption><svg><title><table><style></title><img src=x onerror=hit()>",
    "```\n</code></pre><script>hit()</script>", "$$\n<script>hit()</script>", '~~~" onfocus="hit()\nx', "<pre\n\n<script>hit()</script>",
    "<details open ontoggle=hit()\n", "<![CDATA[<script>hit()</script>", "<?php <script>hit()</script>", "<![endif]--><script>hit()</script>",
)  # fmt: skip

SETTINGS = (
    "title: Attacked\nurl: https://example.org/\ncards: false\nsources:\n  - path: entries\n    html: sanitised\n"
)
BODIES: Mapping[str, str] = {
    "paragraph": "{0}", "inline": "It says {0} there.", "heading": "## {0}", "setext": "{1}\n---", "heading id": "## Part {{#{1}}}",
    "code": "`{1}`", "fence": "```\n{0}\n```", "fence language": "```{1}\nx\n```", "indented": "    {1}", "link text": "[{1}](x.md)",
    "link": "[x]({1})", "link in angles": "[x](<{1}>)", "link title": '[x](x.md "{1}")', "autolink": "<{1}>", "bare": "https://example.org/{1}",
    "definition": "[x{2}][y{2}]\n\n[y{2}]: <{1}> '{1}'", "alt": "![{1}](x.png)", "image": "![x]({1})", "image title": "![x](x.png '{1}')",
    "image far": "![x](https://example.org/{1})", "cell": "| {1} | b |\n| - | - |\n| c | {1} |", "quote": "> {0}", "alert": "> [!NOTE] {1}\n> {0}",
    "item": "- {0}", "task": "- [ ] {1}", "numbered": "1. {1}", "footnote": "It[^f{2}].\n\n[^f{2}]: {1}", "footnote name": "It[^{1}].\n\n[^{1}]: x",
    "wikilink": "[[{1}]]", "wikilink label": "[[x|{1}]]", "embed": "![[{1}]]", "hashtag": "#{1}", "math": "${1}$", "display": "$$\n{1}\n$$",
    "bracketed math": "\\({1}\\)", "mermaid": '```mermaid\nflowchart TD\n A["{1}"] --> B\n click A "{1}"\n```', "bold": "**{1}**",
    "strike": "~~{1}~~", "comment": "<!-- {1} -->", "block": "<div>{0}</div>", "attribute": '<div title="{1}">x</div>',
    "address": '<a href="{1}">x</a>', "source": '<img alt=x src="{1}">', "style": '<p style="{1}">x</p>', "details": "<details><summary>{1}</summary>\n\n{0}\n\n</details>",
    "list of definitions": "term {1}\n: {1}", "abbreviation": "*[HTML]: {1}\n\nHTML", "emoji": ":{1}:", "highlight": "=={1}==", "date line": "Date: {1}",
    "hugo figure": '{{{{< figure src="{1}" alt="{1}" caption="{1}" link="{1}" title="{1}" >}}}}', "hugo youtube": '{{{{< youtube "{1}" >}}}}',
    "hugo highlight": "{{{{< highlight {1} >}}}}\n{1}\n{{{{< /highlight >}}}}", "hugo others": '{{{{% notice {1} %}}}}{1}{{{{% /notice %}}}} {{{{< gist {1} >}}}} {{{{< tweet user="{1}" id="{1}" >}}}}',
    "hugo ref": '[x]({{{{< ref "{1}" >}}}})', "jekyll": '{{% include {1} %}} {{% highlight {1} %}}{1}{{% endhighlight %}} {{{{ "{1}" }}}} {{% link {1} %}} {{% gist {1} %}}',
    "kramdown": 'A paragraph.\n{{: .x onclick="{1}" style="{1}" title="{1}"}}', "obsidian": "> [!{1}]- {1}\n> %%{1}%% {1} ^{2}",
    "dataview": "key:: {1} and [inner:: {1}]", "logseq": "- {{{{embed {1}}}}} {{{{video {1}}}}} {{{{youtube {1}}}}} (({1})) #[[{1}]]\n  id:: {1}",
    "admonition": '!!! {1} "{1}"\n    {1}\n\n??? note "{1}"\n    {1}', "tabs": '=== "{1}"\n\n    {1}', "snippet": '--8<-- "{1}"',
    "attributes": '[x](x.md){{: title="{1}" onclick="{1}" }} ![x](x.png){{ onerror={1} }}', "toc": "[[_TOC_]] [TOC] {1}",
}  # fmt: skip
"""`{0}` may have lines of its own, `{1}` is on one line, `{2}` a number."""
FIELDS = (
    "title",
    "description",
    "tags",
    "aliases",
    "image",
    "slug",
    "mood",
    "lang",
    "cover",
    "updated",
    "author",
    "links",
)
TEXTS = ("title", "description", "author", "footer", "tagline", "repo", "subtitle")
FILES = {
    "svg": '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{0}</svg>',
    "html": "<!doctype html><title>x</title>{0}",
    "htm": "{0}",
    "xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><body>{0}</body></html>',
    "xht": '<html xmlns="http://www.w3.org/1999/xhtml"><body>{0}</body></html>',
    "xml": '<x xmlns:h="http://www.w3.org/1999/xhtml">{0}<h:script>hit()</h:script></x>',
    "rss": '<rss xmlns:h="http://www.w3.org/1999/xhtml">{0}<h:script>hit()</h:script></rss>',
    "mht": "MIME-Version: 1.0\nContent-Type: text/html\n\n{0}",
    "shtml": "{0}",
    "txt": "{0}",
    "json": '"{0}"',
    "csv": "a,{0}",
    "js": "hit()//{0}",
    "css": "{0}",
    "pdf": "%PDF-1.4\n{0}",
    "png": "{0}",
    "gif": "{0}",
    "xsl": "{0}",
    "svgz": "{0}",
    "noending": "{0}",
}
OUTPUTS = (
    "text/plain",
    "text/html",
    "image/svg+xml",
    "text/latex",
    "text/markdown",
    "application/javascript",
    "application/json",
)


def flat(text: str) -> str:
    """Return a string on one line."""
    return " ".join(text.split("\n"))


def chunks(strings: Iterable[str], size: int) -> Iterator[tuple[str, ...]]:
    """Yield closed strings so many at a time, and each unclosed one alone."""
    closed = [one for one in strings if one not in UNCLOSED]
    yield from itertools.batched(closed, size) if hasattr(itertools, "batched") else _batched(closed, size)
    yield from ((one,) for one in strings if one in UNCLOSED)


def _batched(strings: list[str], size: int) -> Iterator[tuple[str, ...]]:
    yield from (tuple(strings[start : start + size]) for start in range(0, len(strings), size))


def bodies(strings: tuple[str, ...], size: int) -> Iterator[tuple[str, str]]:
    """Yield a name and a text for each place in a body and chunk of strings."""
    for place, form in BODIES.items():
        for number, chunk in enumerate(chunks(strings, size)):
            parts = (form.format(one, flat(one), f"{number}x{at}") for at, one in enumerate(chunk))
            yield f"{place.replace(' ', '-')}-{number}", "\n\n".join(parts) + "\n"


def heads(strings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield an entry for each string, which is in all its fields."""
    for number, one in enumerate(strings):
        said = json.dumps(one)
        lines = [
            f"{field}: [{said}]" if field in {"tags", "aliases", "links"} else f"{field}: {said}" for field in FIELDS
        ]
        lines = [line for line in lines if not line.startswith(("slug", "updated", "lang", "image")) or number % 4 == 0]
        date = f"date: 20{10 + number // 300:02}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        yield f"head-{number}", "---\n" + "\n".join([date, *lines]) + "\n---\n\nA text.\n"


def notebook(one: str) -> str:
    """Return a notebook that has the string wherever one has text."""
    data: dict[str, object] = {kind: [one] for kind in OUTPUTS}
    shown = [
        {"output_type": "display_data", "metadata": {}, "data": {kind: text, "text/plain": "x"}}
        for kind, text in data.items()
    ]
    outputs = [
        *shown,
        {"output_type": "stream", "name": "stdout", "text": one},
        {"output_type": "error", "ename": one, "evalue": one, "traceback": [f"\x1b[31m{one}\x1b[0m"]},
        {"output_type": "display_data", "metadata": {}, "data": {"image/png": one}},
    ]
    code = {"cell_type": "code", "execution_count": 1, "metadata": {"tags": [one]}, "source": one, "outputs": outputs}
    text = {
        "cell_type": "markdown",
        "metadata": {},
        "source": f"# {one}\n\n{one}",
        "attachments": {one: {"image/png": one}},
    }
    raw = {"cell_type": "raw", "metadata": {"format": "text/html"}, "source": one}
    kernel = {
        "kernelspec": {"name": one, "display_name": one, "language": one},
        "language_info": {"name": one},
        "title": one,
    }
    return json.dumps({"cells": [text, code, raw], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


def file_name(one: str) -> str:
    """Return the string as a file's name."""
    return flat(one).replace("/", "\u2215").replace("\0", "")[:120]


def lay_out(
    root: Path, strings: tuple[str, ...], size: int, *, html: str = "sanitised", dialect: str = "", files: bool = True
) -> None:
    """Write a journal that has the strings in every place, but those of site.yaml; in texts alone without `files`."""
    write = _writer(root)
    spoken = f"    dialect: {dialect}\n" if dialect else ""
    write("site.yaml", SETTINGS.replace("sanitised", html) + spoken)
    for name, text in (*bodies(strings, size), *heads(strings)):
        write(f"entries/{name}.md", text)
    links: list[str] = []
    for number, one in enumerate(strings if files else ()):
        write(f"entries/nb-{number}.ipynb", notebook(one))
        for ending, form in FILES.items():
            name = f"file-{number}.{ending}".removesuffix(".noending")
            write(f"entries/{name}", form.format(one))
            links += [f"[x]({name}) ![x]({name}) <img alt=x src='{name}'>"]
        write(f"entries/{file_name(one)}.md", "A text.\n")
        write(f"entries/{file_name(one)}/{file_name(one)}.md", "A text in a folder.\n")
    for number, some in enumerate(_batched(links, 200)):
        write(
            f"entries/links-{number}.md",
            "\n\n".join(some) + "\n" + "\n".join(f"[n](nb-{one}.ipynb)" for one in range(len(strings))),
        )


def lay_out_texts(root: Path, chunk: tuple[str, ...]) -> None:
    """Write a journal that has the strings in the texts of site.yaml."""
    write = _writer(root)
    said = json.dumps(" ".join(map(flat, chunk)))
    topics = "".join(f"  {json.dumps(one)}:\n    keywords: [rye]\n" for one in chunk)
    write(
        "site.yaml",
        f"title: {said}\ndescription: {said}\nauthor: {said}\nchallenge:\n  name: {said}\n  days: 9\ntopics:\n{topics}",
    )
    write("entries/2026-03-01.md", "# Rye\n\nIt is rye.\n")


def log(strings: tuple[str, ...], size: int) -> str:
    """Return a log to import that has the strings in its days."""
    days = (
        f"## Day {day}: {flat(text.splitlines()[0])}\n\n{text}"
        for day, (_, text) in enumerate(bodies(strings, size), 1)
    )
    return "# A log\n\n" + "\n".join(days)


def _writer(root: Path) -> Callable[[str, str], None]:
    def write(path: str, text: str) -> None:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    return write
