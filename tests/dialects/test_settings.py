"""What a tool's settings say of its texts: values, addresses, files at the site's root, in place and imported alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialects.dialect_test import Built, DialectTest

GIF = "GIF89a\x01\x00\x01\x00\x00\x00\x00;"


def both(files: dict[str, str], place: Path, source: str = ".") -> tuple[Built, Built]:
    """Build some files in place, and imported."""
    test = DialectTest(place)
    test.write(files)
    return test.in_place(source), test.imported(source)


def test_values_of_jekyll_stand_themselves(tmp_path: Path) -> None:
    text = (
        "---\ntitle: A\n---\nBy {{ site.author.name | upcase }} of {{ site.author.name }}, `{{ site.author.name }}`, "
        "{% raw %}{{ site.author.name }}{% endraw %}, {{ site.nothing }} "
        "[b]({{ site.baseurl }}{% post_url 2026-01-02-b %})\n"
    )
    files = {"_config.yml": "author:\n  name: Ada\nbaseurl: /x\n", "_posts/2026-01-01-a.md": text}
    files["_posts/2026-01-02-b.md"] = "---\ntitle: B\n---\nx\n"
    for built in both(files, tmp_path):
        text = built.text("A")
        assert "By ADA of Ada, <code>{{ site.author.name }}</code>, {{ site.author.name }}, " in text
        assert "<code>{{ site.nothing }}</code>" in text
        assert "-b/" in text
        assert built.codes() == ["syntax-unknown"]


def test_parameters_of_hugo_stand_themselves(tmp_path: Path) -> None:
    text = '---\ntitle: A\nparams: {own: here}\n---\n{{< param city >}} {{% param "deep.word" %}} {{< param lost >}}\n'
    files = {"hugo.toml": '[params]\ncity = "Bern"\n[params.deep]\nword = "down"\n', "content/posts/a.md": text}
    for built in both(files, tmp_path):
        assert "<p>Bern down <code>{{&lt; param lost &gt;}}</code></p>" in built.text("A")
        assert built.codes() == ["syntax-unknown"]


@pytest.mark.parametrize(
    ("settings", "target"),
    [
        ("permalink: /blog/:year/:month/:day/\n", "/blog/2026/01/02/"),
        ("permalink: /:categories/:title.html\n", "/breads/rye.html"),
        ("defaults:\n- scope: {path: '', type: posts}\n  values: {permalink: '/w/:title/'}\n", "/w/rye/"),
        ("collections:\n  posts: {permalink: '/c/:slug'}\n", "/c/rye"),
        ("collections:\n  recipes: {output: true, permalink: '/r/:name/'}\n", "/r/loaf/"),
    ],
)
def test_patterns_of_addresses_in_jekyll(tmp_path: Path, settings: str, target: str) -> None:
    files = {
        "_config.yml": settings,
        "_posts/2026-01-01-a.md": f"---\ntitle: A\n---\n[there]({target})\n",
        "_posts/2026-01-02-rye.md": "---\ntitle: Rye\ncategories: [breads]\n---\nx\n",
        "_recipes/loaf.md": "---\ntitle: Loaf\n---\nx\n",
    }
    for built in both(files, tmp_path):
        assert built.codes() == []
        assert 'href="../' in built.text("A")


@pytest.mark.parametrize(
    "settings",
    [
        '[permalinks]\nposts = "/:year/:month/:slug/"\n',
        '[permalinks.page]\nposts = "/:year/:month/:title/"\n',
        '[permalinks]\nposts = "/:year/:month/:filename/"\n',
    ],
)
def test_patterns_of_addresses_in_hugo(tmp_path: Path, settings: str) -> None:
    files = {
        "hugo.toml": settings,
        "content/posts/a.md": "---\ntitle: A\n---\n[there](/2026/01/rye/)\n",
        "content/posts/rye.md": "---\ntitle: Rye\ndate: 2026-01-02\n---\nx\n",
    }
    for built in both(files, tmp_path):
        assert built.codes() == []
        assert 'href="../' in built.text("A")


@pytest.mark.parametrize(
    ("files", "source"),
    [
        ({"docs/mkdocs.yml": "", "docs/docs/blog/posts/2026-01-01-a.md": "{}", "docs/docs/img/p.gif": GIF}, "."),
        ({"mkdocs.yml": "", "docs/blog/posts/2026-01-01-a.md": "{}", "docs/img/p.gif": GIF}, "docs"),
        ({"web/hugo.toml": "", "web/content/posts/a.md": "{}", "web/static/img/p.gif": GIF}, "."),
        ({"web/_config.yml": "", "web/_posts/2026-01-01-a.md": "{}", "web/img/p.gif": GIF}, "."),
    ],
)
def test_files_at_the_root_of_the_tools_site_are_found(tmp_path: Path, files: dict[str, str], source: str) -> None:
    up = "../../../../../img/p.gif" if any("mkdocs" in name for name in files) else "/img/p.gif"
    text = f'---\ntitle: A\ndate: 2026-01-01\n---\n![p](/img/p.gif)\n\n<img src="{up}" alt="q">\n'
    written = {name: text if one == "{}" else one for name, one in files.items()}
    for built in both(written, tmp_path, source):
        assert built.codes() == []
        assert built.text("A").count("img/p.gif") == 2


def test_what_is_published_nowhere_is_named(tmp_path: Path) -> None:
    files = {
        "_posts/2026-01-01-a.md": "---\ntitle: A\n---\nx\n",
        "_layouts/post.html": "",
        "_posts/2026-01-02-b.html": "x",
    }
    built = both(files, tmp_path)[0]
    assert built.left_out() == {"_posts/2026-01-02-b.html": "not Markdown but HTML"}
