"""Hugo's documented features: the pages that a small site of them gives, in place and imported alike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.dialects.dialect_test import Built, DialectTest

if TYPE_CHECKING:
    from collections.abc import Callable

SITE = {
    "hugo.toml": '[params]\nstarter = "levain"\n[taxonomies]\ntag = "tags"\ngrain = "grains"\n',
    "content/_index.md": "---\ntitle: Home\n---\n",
    "content/posts/_index.md": "---\ntitle: Posts\ndate: 2026-01-01\n---\nAll about ovens.\n",
    "content/posts/rye/index.md": "+++\ntitle = 'Rye'\ndate = 2026-02-02\ngrains = ['rye']\nsubtitle = 'dark'\n+++\n"
    '{{< figure src="loaf.svg" alt="A loaf" caption="Baked *long*" >}}\nJust below.\n\n'
    '{{< highlight go "linenos=table,hl_lines=2" >}}\nfunc bake() {}\n// {{</* figure */>}}\n{{< /highlight >}}\n\n'
    '[malt]({{< ref "malt.md#crumb" >}}) [same]({{% relref "/posts/malt" %}}) [up](../malt/) [old](/2025/malt/)\n\n'
    "{{< youtube abc123 >}} {{< vimeo 55073825 >}} {{< gist spf13 7896402 >}}\n\n"
    '{{< x user="SanDiegoZoo" id="1453110110599868418" >}}\n{{< instagram CxOWiQNP2MO >}}\n\n'
    '{{< details summary="See *more*" open=true >}}\nHidden **words**.\n\n{{< details >}}inner{{< /details >}}\n'
    '{{< /details >}}\n\n{{< qr text="https://example.org/q" />}}\n\n'
    'It is {{< param "subtitle" >}}, with {{% param "starter" %}}.\n\n'
    '{{% notice tip "Well" %}}\n- one\n- two\n{{% /notice %}}\n\n'
    "## Crumb {#own .wide}\n\nA paragraph.\n{.lead #para}\n\n[to](#own) [too](#para)\n",
    "content/posts/rye/loaf.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'></svg>",
    "content/posts/malt.md": '{"title": "Malt", "date": "2026-02-01", "aliases": ["/2025/malt/"]}\n\n## Crumb\n\n'
    "Written `{{< ref x >}}` and {{</* youtube id */>}}.\n\n```\n{{< figure src=x >}}\n{{%/* param y */%}}\n```\n",
    "content/posts/wheat.md": '---\ntitle: Wheat\ndate: 2026-02-03\nslug: white\n---\n[one]({{< ref "wheat" >}}) '
    "[two](/posts/white/)\n",
    "archetypes/default.md": "---\ndate: '{{ .Date }}'\n---\n",
}  # fmt: skip

WAYS = pytest.mark.parametrize("way", ["in place", "imported"])


def _built(site: DialectTest, way: str) -> Built:
    return site.in_place() if way == "in place" else site.imported()


@pytest.fixture
def site(tmp_path: Path) -> DialectTest:
    test = DialectTest(tmp_path)
    test.write(SITE)
    return test


@WAYS
def test_shortcodes_are_what_they_mean(site: DialectTest, way: str) -> None:
    built = _built(site, way)
    body = built.body("Rye")
    for shown in (
        'alt="A loaf"', "<figcaption>Baked <em>long</em></figcaption></figure>", "<p>Just below.",
        "<figcaption>go</figcaption>", "bake", "{{&lt; figure &gt;}}",
        'href="https://www.youtube.com/watch?v=abc123"', 'href="https://vimeo.com/55073825"',
        'href="https://gist.github.com/spf13/7896402"', 'href="https://x.com/SanDiegoZoo/status/1453110110599868418"',
        'href="https://www.instagram.com/p/CxOWiQNP2MO/"',
        '<details class="alert alert-other" open><summary class="alert-title">See <em>more</em></summary>',
        "Hidden <strong>words</strong>", "<p>inner</p>", 'href="https://example.org/q"',
        '<div class="alert alert-tip">\n<p class="alert-title">Well</p>\n<ul>', '<h2 id="own">Crumb</h2>', 'id="para"',
    ):  # fmt: skip
        assert shown in body, shown
    assert "{{&lt; highlight" not in body
    assert "iframe" not in body
    assert not {"syntax-unknown", "anchor-missing"} & {*built.codes()}


def test_parameters_come_from_the_page_and_from_the_settings(site: DialectTest) -> None:
    built = site.in_place()
    assert "It is dark, with levain." in built.body("Rye")
    assert built.topics_of("Rye") == ["rye"]


@WAYS
def test_links_find_what_they_mean(site: DialectTest, way: str) -> None:
    built = _built(site, way)
    malt = str(built.entries["Malt"]["id"])
    assert built.text("Rye").count(f"entries/{malt}/") == 5
    assert f"entries/{malt}/#crumb" in built.body("Rye")
    assert "link-missing" not in built.codes()


@WAYS
def test_code_stays_as_it_is_written(site: DialectTest, way: str) -> None:
    body = _built(site, way).body("Malt")
    assert "<code>{{&lt; ref x &gt;}}</code>" in body
    assert "and {{&lt; youtube id &gt;}}." in body
    assert "{{&lt; figure src=x &gt;}}\n{{% param y %}}" in body


def test_a_section_has_an_introduction_and_no_entry(site: DialectTest) -> None:
    built = site.in_place()
    assert set(built.entries) == {"Rye", "Malt", "Wheat"}
    assert "All about ovens." in (built.root / "_site/introduction/index.html").read_text(encoding="utf-8")
    assert "content/_index.md" in built.left_out()


UNKNOWN: list[tuple[str, int, Callable[[str], bool]]] = [
    ("Before.\n\n{{< mystery a=b >}}\n\nAfter.\n", 1, lambda body: "mystery" not in body),
    ("It is {{< mystery >}} here.\n", 1, lambda body: "<code>{{&lt; mystery &gt;}}</code>" in body),
    ("{{% aside %}}\nSome *words*.\n{{% /aside %}}\n", 1, lambda body: "<em>words</em>" in body and "{{" not in body),
    ("{{< members >}}\nNot for you.\n{{< /members >}}\n", 1, lambda body: "Not for you" not in body),
    ("{{< comment >}}\nNot for you.\n{{< /comment >}}\n", 0, lambda body: "Not for you" not in body),
    ("{{< one >}}\n{{< two >}}\n", 2, lambda body: "{{" not in body),
    ('<div>\n{{< mystery >}} <a href="{{< mystery >}}">x</a>\n</div>\n', 2, lambda body: "`" not in body),
]


@pytest.mark.parametrize(("text", "warnings", "fits"), UNKNOWN)
def test_each_unknown_shortcode_is_one_located_warning(
    tmp_path: Path, text: str, warnings: int, fits: Callable[[str], bool]
) -> None:
    site = DialectTest(tmp_path)
    site.write({"hugo.yaml": "", "content/posts/a.md": f"---\ntitle: A\ndate: 2026-01-01\n---\n{text}\n\nMore.\n"})
    built = site.in_place()
    told = [one for one in built.report.diagnostics if one.code == "syntax-unknown"]
    assert len(told) == warnings
    lines = f"----\n\n\n\n{text}".split("\n")
    assert all("{{" in lines[one.location.line - 1][one.location.column - 1 :][:2] for one in told)
    assert fits(built.body("A"))


@pytest.mark.parametrize("folder", ["posts", "post", "blog"])
def test_a_content_folder_without_settings_is_hugo_s(tmp_path: Path, folder: str) -> None:
    site = DialectTest(tmp_path)
    site.write({
        f"content/{folder}/f/index.md": '---\ntitle: F\ndate: 2026-01-01\n---\n[r]({{< relref "s.md" >}})\n',
        f"content/{folder}/s.md": "---\ntitle: S\ndate: 2026-01-02\n---\n{{< vimeo 1 >}}\n",
    })  # fmt: skip
    built = site.in_place("content")
    assert built.report.dialects == ((".", "Hugo"),)
    assert not built.codes()


def test_what_a_tool_s_folders_hold_does_not_stop_a_build(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    site.write({
        "archetypes/posts.md": "---\ndate: '{{ .Date }}'\n---\n",
        "archetypes/default.md": "+++\ndate = '{{ .Date }}'\n+++\n",
        "content/notes/a.md": "---\ntitle: A\ndate: 2026-01-01\n---\nx\n",
        "content/notes/security.md": "---\ntitle: Locks\ndate: 2026-01-02\n---\nx\n",
        "themes/x/exampleSite/content/post/z.md": "---\ntitle: Z\ndate: 2020-01-01\n---\n",
        "public/index.md": "# Made\n",
    })  # fmt: skip
    built = site.in_place()
    assert set(built.entries) == {"A", "Locks"}
    assert {path.partition("/")[0] for path in built.left_out()} == {"archetypes", "themes", "public"}
