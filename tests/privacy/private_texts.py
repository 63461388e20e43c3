"""What some tool's words call private, and what only looks so: one text each, with the place where its word stands.

In each text SECRET stands for a word that no page may hold, PUBLIC for one that a page must hold.
"""

from __future__ import annotations

import json

# --- heads that keep a text at home ----------------------------------------------------------------------------------

_HEADS = (
    "draft: true", "draft:", "draft: maybe", "Draft: yes", "is_draft: true", "isDraft: true", "drafft: true",
    "private: true", "Private: 1", "privat: ja", "is-private: on", "public: false", "publik: nein", "not_public: true",
    "publish: false", "publish: later", "published: no", "published:", "no_publish: true", "unpublished: true",
    "hidden: true", "hiden: true", "visible: false", "listed: false", "unlisted: true", "unlisted: ''",
    "visibility: private", "visibility: friends", "visibility:", "access: members", "access: [me, you]",
    "secret: yes", "confidential: true", "share: false", "share: [mail]", "no_share: true", "dg-publish: false",
    "DG-Publish: off", "password: open sesame", "password:", "status: private", "status: hidden", "status: Draft",
    "status: [seedling, draft]", "status: not yet published", "post_status: pending", "state: draft", "state: secret",
    "stage: draft", "_build: {list: never}", "build:\n  render: never", "_hidden: yes", "hide: true", "headless: true",
    "params:\n  private: true", "extra: {draft: true}", "permalink: false", "render: false", "enabled: no",
    "publishDate: 2027-01-01", "publishDate: soon", "publish_date: 2026-03-11", "embargo: 2026-12-24",
    "expiryDate: 2026-03-01", "expires: 2026-03-10", "unpublishDate: tomorrow", "tags: [rye, draft]",
    "eleventyExcludeFromCollections: true", "draft: {{ .Draft }}",
)  # fmt: skip
_OTHER_HEADS = {
    "toml": "+++\nprivate = true\n+++\nSECRET words.\n",
    "toml-table": "+++\n[params]\nstatus = 'draft'\n+++\nSECRET words.\n",
    "toml-date": "+++\nexpiryDate = 2026-01-01\n+++\nSECRET words.\n",
    "json": '{\n  "title": "SECRET",\n  "draft": true\n}\n\nSECRET words.\n',
    "json-line": '{"private": true}\nSECRET words.\n',
    "hexo": '---\ntitle: "SECRET"\npublished: false\n---\nSECRET words.\n',
    "pelican": "Title: SECRET\nStatus: hidden\nDate: 2026-03-01\n\nSECRET words.\n",
    "one-line": "Private: yes\n\nSECRET words.\n",
    "unknown-key-between": "Mood: good\nDraft: true\nTitle: SECRET\n\nSECRET words.\n",
    "nikola": "<!--\n.. title: SECRET\n.. status: private\n-->\nSECRET words.\n",
    "nikola-tags": "<!--\n.. title: SECRET\n.. tags: rye, private\n-->\nSECRET words.\n",
    "logseq": "public:: false\n\n- SECRET words\n",
    "logseq-private": "title:: SECRET\nprivate:: true\n\n- SECRET words\n",
    "logseq-first-block": "- private:: true\n- SECRET words\n",
    "dataview": "# SECRET\n\nSECRET words.\n\nprivate:: true\n",
    "fence-of-a-language": "---yaml\ntitle: SECRET\ndraft: true\n---\nSECRET words.\n",
    "hexo-json": '"title": "SECRET",\n"published": false\n;;;\n\nSECRET words.\n',
    "nikola-lines": ".. title: SECRET\n.. status: draft\n\nSECRET words.\n",
    "notion": "# SECRET\n\nStatus: Draft\nOwner: Somebody\n\nSECRET words.\n",
    "org-keyword": "#+TITLE: SECRET\n#+DRAFT: t\n\nSECRET words.\n",
    "tag-line": "# SECRET\n\n#rye #private\n\nSECRET words.\n",
    "dataview-inline": "# SECRET\n\nSECRET words [publish:: false].\n",
}

# --- parts of a text that stay at home -------------------------------------------------------------------------------

_PARTS = {
    "inline": "PUBLIC a %%SECRET%% b PUBLIC.\n",
    "spaces": "PUBLIC %% SECRET words %% PUBLIC.\n",
    "glued": "PUBLICly%%SECRET%%said PUBLIC.\n",
    "block": "PUBLIC\n\n%%\nSECRET\n\nSECRET too\n%%\n\nPUBLIC\n",
    "block-at-the-end-of-a-line": "PUBLIC %%\nSECRET\n\nSECRET\n%%\n\nPUBLIC\n",
    "heading": "# PUBLIC %%SECRET%%\n\n## %%SECRET%%\n\n### PUBLIC\n",
    "over-headings": "PUBLIC\n\n%%\n## SECRET\n\nSECRET\n%%\n\nPUBLIC\n",
    "list": "- PUBLIC %%SECRET%%\n- %%SECRET%%\n  - PUBLIC\n- [ ] %%SECRET%%\n- [x] PUBLIC %% SECRET %%\n",
    "list-lines": "- PUBLIC\n  %%\n  SECRET\n  %%\n  PUBLIC\n",
    "table": "| PUBLIC | b |\n| --- | --- |\n| %%SECRET%% | PUBLIC |\n| PUBLIC | `x` %%SECRET `y`%% |\n",
    "quote": "> PUBLIC\n> %%SECRET%%\n> PUBLIC\n",
    "callout": "> [!note] PUBLIC\n> %%\n> SECRET\n> %%\n> PUBLIC\n",
    "footnote": "PUBLIC[^1]\n\n[^1]: PUBLIC %%SECRET%%\n\n    %%SECRET%% PUBLIC\n",
    "footnote-inline": "PUBLIC ^[%%SECRET%% PUBLIC]\n",
    "link": "[PUBLIC %%SECRET%%](https://example.org/) PUBLIC\n",
    "link-inside": "PUBLIC %%[SECRET](https://SECRET.example/) ![SECRET](SECRET.png) #SECRET%%\n",
    "tags": "PUBLIC\n\n%%\nTags: SECRET\n#SECRET\n%%\n",
    "percent-within": "PUBLIC %%SECRET is 100%% sure, SECRET%% PUBLIC\n",
    "code-within": "PUBLIC %%SECRET `x %% y` SECRET%% PUBLIC\n",
    "tick-within": "PUBLIC %%don't SECRET ` this%% `PUBLIC`\n",
    "tick-before": "- PUBLIC ` tick\n- %%SECRET%% PUBLIC ` tick\n",
    "fence-within": "PUBLIC\n\n%%\n```\nSECRET\n```\nSECRET\n%%\n\nPUBLIC\n",
    "open-fence-within": "PUBLIC\n\n%%\n```\nSECRET\n%%\n\nPUBLIC %%SECRET%%\n",
    "open-fence-before": "> ```\n> PUBLIC\n\nPUBLIC %%SECRET%%\n\n```py\nPUBLIC\n```\n",
    "beside-code": "```\n%%time\nPUBLIC\n```\n%%SECRET%% PUBLIC\n```\n%%bash\n```\n",
    "beside-magic": "Use %%time for PUBLIC. %%SECRET%% PUBLIC\n",
    "liquid": "PUBLIC {% comment %}SECRET{% endcomment %} PUBLIC\n\n{%- comment -%}\nSECRET\n{%- endcomment -%}\n",
    "liquid-inline": "PUBLIC {% # SECRET %} PUBLIC\n",
    "jinja": "PUBLIC {# SECRET #} {#SECRET#} {#\nSECRET\n#} PUBLIC\n",
    "hugo": "PUBLIC {{/* SECRET */}} {{- /* SECRET */ -}} PUBLIC\n",
    "hugo-shortcode": "PUBLIC {{< comment >}}SECRET{{< /comment >}} {{% comment %}}\nSECRET\n{{% /comment %}} PUBLIC\n",
    "handlebars": "PUBLIC {{!-- SECRET --}} {{! SECRET }} PUBLIC\n",
    "mdx": "PUBLIC\n\n{/* SECRET\nSECRET */}\n\nPUBLIC\n",
    "kramdown": "PUBLIC\n\n{::comment}\nSECRET\n{:/comment}\n\nPUBLIC {::comment}SECRET{:/} PUBLIC\n",
    "critic": "PUBLIC {>>SECRET<<} PUBLIC\n",
    "templater": "PUBLIC <%# SECRET %> PUBLIC\n",
    "org": "PUBLIC\n\n#+BEGIN_COMMENT\nSECRET\n#+END_COMMENT\n\nPUBLIC\n",
    "quarto-block": "PUBLIC\n\n::: {.content-hidden}\nSECRET\n\nSECRET\n:::\n\nPUBLIC\n",
    "quarto-span": "PUBLIC [SECRET]{.hidden} PUBLIC\n",
    "quarto-pdf": 'PUBLIC\n\n::: {.content-visible when-format="pdf"}\nSECRET\n:::\n\nPUBLIC\n',
    "myst": "PUBLIC\n\n```{note}\nPUBLIC\n```\n\n% SECRET words\n\nPUBLIC\n",
    "latex": "PUBLIC\n\n\\begin{comment}\nSECRET\n\\end{comment}\n\nPUBLIC\n",
    "wordpress": "PUBLIC [private]SECRET[/private] PUBLIC\n",
    "ghost": "PUBLIC\n\n<!--members-only-->\n\nSECRET\n",
    "chunk": "PUBLIC\n\n```{r, include=FALSE}\nSECRET <- 1\n```\n\nPUBLIC\n",
    "chunk-cell": "PUBLIC\n\n```{python}\n#| echo: false\nSECRET = 1\n```\n\nPUBLIC\n",
    "orphan-note": "PUBLIC %%SECRET[^1]%%\n\n[^1]: SECRET note\n\nPUBLIC\n",
    "item-definition": "- PUBLIC\n- [//]: # (SECRET)\n- PUBLIC\n",
    "html": "PUBLIC <!-- SECRET --> PUBLIC\n\n<!--\nSECRET\n\nTags: SECRET\n-->\n\nPUBLIC\n",
    "html-tags": "PUBLIC\n\n<!-- Tags: SECRET -->\n<!-- #SECRET -->\n\nPUBLIC\n",
    "html-heading": "# PUBLIC <!-- SECRET -->\n\nPUBLIC\n\n## PUBLIC <!-- SECRET --> PUBLIC\n",
    "html-table": "| PUBLIC | <!-- SECRET --> |\n| --- | --- |\n| PUBLIC | PUBLIC<!-- SECRET --> |\n",
    "html-items": "- PUBLIC <!-- SECRET -->\n- [ ] PUBLIC <!--SECRET-->\n<!-- SECRET -->\n- PUBLIC\n",
    "html-question": "Is PUBLIC so? <!-- Or SECRET? -->\n\n<!-- Why SECRET? -->\n\n<!-- https://SECRET.example -->\n",
    "definition": "PUBLIC\n\n[//]: # (SECRET)\n\n[comment]: <> (SECRET words)\n\nPUBLIC\n",
    "logseq-block": "- PUBLIC\n- SECRET plans\n  private:: true\n  - SECRET too\n- PUBLIC\n",
    "logseq-block-tabs": "- PUBLIC\n\t- SECRET\n\t  public:: false\n\t\t- SECRET\n\t- PUBLIC\n",
    "dataview-item": "- PUBLIC\n- [ ] SECRET [private:: true]\n- PUBLIC\n",
}

# --- texts that are public -------------------------------------------------------------------------------------------

_OPEN_HEADS = (
    "draft: false", "Draft: 'no'", "private: false", "public: true", "published: true", "published: 2026-03-01",
    "publish: yes", "visibility: public", "access: everyone", "unlisted: off", "hidden: 0", "share: true",
    "dg-publish: true", "password: false", "no_share: false", "is_draft: n", "status: done", "status: seedling",
    "status: in progress", "state: evergreen", "stage: growing", "status: published", "status:", "shape: round",
    "craft: pottery", "publisher: A house", "listen: https://example.org/a.mp3", "hide: [navigation]", "type: article",
    "kind: entry", "layout: post", "scope: beginners", "build: passing", "publishDate: 2026-03-01",
    "expiryDate: 2027-01-01", "expires: never", "params:\n  private: false", "cover: {hidden: true}",
    "tags: [rye, privacy]", "notes: keep", "author: Nobody",
)  # fmt: skip
_OPEN_TEXTS = {
    "percent": "100%% sure and 50%% off, PUBLIC.\n",
    "percent-comma": "Up 20%%, down 30%%: PUBLIC.\n",
    "format": "It prints `%d%%`; %d%% and %s%% too, PUBLIC.\n",
    "magic": "%%time tells how long PUBLIC takes, and %%timeit how long on average.\n",
    "magic-paragraphs": "Use %%bash for PUBLIC.\n\nAnd %%html for more.\n",
    "single": "One %% alone, PUBLIC.\n",
    "code-span": "In Obsidian `%%PUBLIC%%` is a comment.\n",
    "code-fence": "```md\n%%PUBLIC%%\n\n{# PUBLIC #}\n{% comment %}PUBLIC{% endcomment %}\n```\n",
    "code-indented": "Like this:\n\n    %%PUBLIC%%\n",
    "code-in-list": "- Like this:\n\n      %%PUBLIC%%\n",
    "code-html": "<code>%%PUBLIC%%</code> and <pre>\n%%PUBLIC%%\n</pre>\n",
    "id": "## Head {#custom}\n\nPUBLIC {#if} and {#each}.\n",
    "shortcode-shown": "Write {{</* highlight go */>}} for code, PUBLIC.\n",
    "unclosed": "{% comment %} is never closed, PUBLIC.\n",
    "unclosed-hugo": "{{/* is never closed, PUBLIC.\n",
    "colon": "private: members cannot be seen, PUBLIC.\n\npublic: they can.\n",
    "colon-code": "```cpp\nprivate:\n  int PUBLIC;\n```\n",
    "sentence": "Status: PUBLIC and done.\n",
    "property-code": "Write `private:: true` for PUBLIC.\n",
    "property-fence": "```\nprivate:: true\n```\nPUBLIC\n",
    "property-prose": "It is said so:\npublic:: false is how Logseq says it, PUBLIC.\n",
    "property-open": "- PUBLIC\n  public:: true\n  status:: doing\n",
    "below-heading": "# PUBLIC\n\nPassword: how do I choose one?\n\nStatus: done\n",
    "hashtag": "The keyword #private is PUBLIC.\n",
    "quarto": '::: {.callout-note}\nPUBLIC\n:::\n\n::: {.content-visible when-format="html"}\nPUBLIC\n:::\n',
    "chunk": "```{r, echo=TRUE}\nPUBLIC <- 1\n```\n",
    "percent-line": "Growth:\n\n% PUBLIC of it\n",
    "task-state": "- [ ] PUBLIC [status:: pending] [due:: 2026-03-01]\n",
}


def _cell(
    kind: str, source: str, *, tags: tuple[str, ...] = (), out: str = "", **metadata: object
) -> dict[str, object]:
    cell: dict[str, object] = {"cell_type": kind, "metadata": {"tags": tags, **metadata}, "source": source}
    output = {"output_type": "stream", "name": "stdout", "text": out}
    return cell | ({"execution_count": 1, "outputs": [output] * bool(out)} if kind == "code" else {})


def _notebook(*cells: dict[str, object], **metadata: object) -> str:
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


_PUBLIC_CELL = _cell("markdown", "# PUBLIC")
_NOTEBOOKS = {
    "cell": _notebook(_PUBLIC_CELL, _cell("code", "key = 'SECRET'", tags=("remove-cell",), out="SECRET")),
    "input": _notebook(_PUBLIC_CELL, _cell("code", "key = 'SECRET'", tags=("remove_input",), out="PUBLIC")),
    "output": _notebook(_PUBLIC_CELL, _cell("code", "PUBLIC", tags=("remove-output",), out="SECRET")),
    "markdown": _notebook(_PUBLIC_CELL, _cell("markdown", "SECRET", tags=("private",))),
    "comment": _notebook(_PUBLIC_CELL, _cell("markdown", "PUBLIC %%SECRET%% <!-- SECRET -->")),
    "quarto": _notebook(_PUBLIC_CELL, _cell("code", "#| include: false\nSECRET", out="SECRET")),
    "quarto-echo": _notebook(_PUBLIC_CELL, _cell("code", "#| echo: false\nSECRET", out="PUBLIC")),
    "nbdev": _notebook(_PUBLIC_CELL, _cell("code", "#|hide\nSECRET")),
    "nbsphinx": _notebook(_PUBLIC_CELL, _cell("code", "SECRET", nbsphinx="hidden")),
}
_WHOLE_NOTEBOOKS = {
    "metadata": _notebook(_cell("markdown", "# SECRET"), draft=True),
    "nikola": _notebook(_cell("markdown", "# SECRET"), nikola={"status": "private"}),
    "raw": _notebook(_cell("raw", "---\ndraft: true\n---"), _cell("markdown", "# SECRET")),
}

WITHHELD = {
    **{f"entries/head-{at}.md": f"---\n{head}\n---\n# SECRET\n\nSECRET words.\n" for at, head in enumerate(_HEADS)},
    **{f"entries/other-{name}.md": text for name, text in _OTHER_HEADS.items()},
    "entries/private/diary.md": "SECRET\n",
    "entries/section/_index.md": "---\ntitle: SECRET\ndraft: true\ncascade:\n  draft: true\n---\nSECRET\n",
    "entries/section/inner.md": "SECRET\n",
    "entries/notes/Drafts/later.md": "SECRET\n",
    **{f"entries/whole-{name}.ipynb": text for name, text in _WHOLE_NOTEBOOKS.items()},
    "entries/private/figures.ipynb": _notebook(_cell("markdown", "# SECRET")),
}
"""Files of which no word is published."""
HEADS = {f"entries/head-{at}.md": head for at, head in enumerate(_HEADS)}
PARTLY = {
    **{f"entries/part-{name}.md": text for name, text in _PARTS.items()},
    **{f"entries/cells-{name}.ipynb": text for name, text in _NOTEBOOKS.items()},
}
"""Files of which some words are published and others are not."""
PUBLIC = {
    **{f"entries/open-{at}.md": f"---\n{head}\n---\nPUBLIC words.\n" for at, head in enumerate(_OPEN_HEADS)},
    **{f"entries/text-{name}.md": text for name, text in _OPEN_TEXTS.items()},
}
"""Files of which all words are published."""
