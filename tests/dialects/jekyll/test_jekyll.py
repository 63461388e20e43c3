"""Jekyll's documented features: the pages that a small site of them gives, in place and imported alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialects.dialect_test import Built, DialectTest

SITE = {
    "_config.yml": "title: Ovens\nrepository: https://example.org/repo\ncollections:\n  guides:\n    output: true\n",
    "_posts/2026-02-01-malt.md": "---\ntitle: Malt\ntags: dark sweet\ncategories: baking\n---\n## Crumb\n\nx\n",
    "_posts/2026-02-02-rye.md": "---\ntitle: Rye\nauthor: Ada\ncategories: [slow, baking]\n---\n"
    "* TOC\n{:toc}\n\n"
    "{% highlight python linenos %}\nx = 1\n{% endhighlight %}\n\n"
    "[malt]({% post_url 2026-02-01-malt %}#crumb) [l]({% link _posts/2026-02-01-malt.md %}) "
    "[d](/baking/2026/02/01/malt.html) [b]({{ site.baseurl }}/baking/2026/02/01/malt.html) "
    "[f]({{ '/baking/2026/02/01/malt.html' | relative_url }}) [g]({% link _guides/knead.md %}) [k](/guides/knead/)\n\n"
    "{% raw %}{{ x }} and {% if %}{% endraw %}, {{ page.title | upcase }} by {{ page.author }}, {{ site.repository }}."
    "\n\n"
    "{: .note }\nA paragraph\nof two lines.\n\n> Quoted.\n{: .prompt-warning }\n\nAlone.\n{: .wide #alone}\n\n"
    '## Head {#custom}\n\n### Other\n{: #second .no_toc}\n\n[c](#custom) [s](#second) [a](#alone){:target="_blank"}\n\n'
    '{% comment %}Not for you{% endcomment %}{::comment}Nor this{:/comment}\n\nHTML[^1] ![p](/p.svg){: width="9"}\n\n'
    "*[HTML]: Hyper Text\n[^1]: A foot.\n\n{% gist parkr/931c1c8d465a04042403 %}\n\n"
    "```text\n{% raw %}{% include x %}{% endraw %}\n{: .note }\n```\n\n`{% link x %}`\n",
    "_guides/knead.md": "---\ntitle: Knead\n---\nFolded.\n",
    "_drafts/later.md": "---\ntitle: Later\n---\nNot yet.\n",
    "_includes/x.md": "{{ include.y }}\n",
    "p.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><path d='M0 0h4v4z'/></svg>",
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
def test_liquid_and_kramdown_are_what_they_mean(site: DialectTest, way: str) -> None:
    body = _built(site, way).body("Rye")
    for shown in (
        "<figcaption>python</figcaption>", "{{ x }} and {% if %}, RYE by Ada",
        '<div class="alert alert-note">', "<p>A paragraph\nof two lines.</p>", '<div class="alert alert-warning">',
        'id="alone"', '<h2 id="custom">Head</h2>', 'id="second">Other</h3>', '<abbr title="Hyper Text">HTML</abbr>',
        'href="https://gist.github.com/parkr/931c1c8d465a04042403"', "{% include x %}\n{: .note }",
        "<code>{% link x %}</code>",
    ):  # fmt: skip
        assert shown in body, shown
    for gone in ("TOC", "{:toc}", "{: width", "target=", "{: #second", "Not for you", "Nor this", "{% raw"):
        assert gone not in body, gone


def test_values_come_from_the_page_and_from_the_settings(site: DialectTest) -> None:
    built = site.in_place()
    assert "by Ada, https://example.org/repo." in built.body("Rye").replace("</a>", "").replace(
        '<a href="https://example.org/repo">', ""
    )
    assert "syntax-unknown" not in built.codes()


@WAYS
def test_links_find_what_they_mean(site: DialectTest, way: str) -> None:
    built = _built(site, way)
    malt = str(built.entries["Malt"]["id"])
    assert built.text("Rye").count(f"entries/{malt}/") == 6
    assert f"entries/{malt}/#crumb" in built.body("Rye")
    assert {"link-missing", "anchor-missing"}.isdisjoint(built.codes())


def test_tags_stand_between_spaces(site: DialectTest) -> None:
    assert site.in_place().topics_of("Malt") == ["baking", "dark", "sweet"]


def test_drafts_stay_at_home_unless_they_are_asked_for(site: DialectTest) -> None:
    assert set(site.in_place().entries) == {"Malt", "Rye", "Knead"}
    assert "Later" in site.in_place(drafts=True).entries
    assert set(site.imported().entries) == {"Malt", "Rye", "Knead"}


UNKNOWN = [
    ("{% include gallery.html id=1 %}\n", 1, "gallery"),
    ("{% if site.secret %}\nNot for you\n{% else %}nor you{% endif %}\n", 1, "you"),
    ("{% for post in site.posts %}\n{{ post.title }}\n{% endfor %}\n", 1, "post"),
    ("{% assign x = 1 %}\n\nText.\n", 1, "assign"),
    ("{% callout %}\nSome *words*.\n{% endcallout %}\n", 1, "callout"),
    ('<a href="{{ site.nothing }}/x">x</a>\n', 1, "site"),
]


@pytest.mark.parametrize(("text", "warnings", "gone"), UNKNOWN)
def test_each_unknown_tag_is_one_located_warning(tmp_path: Path, text: str, warnings: int, gone: str) -> None:
    site = DialectTest(tmp_path)
    site.write({"_config.yml": "", "_posts/2026-01-01-a.md": f"---\ntitle: A\n---\nBegin.\n\n{text}"})
    built = site.in_place()
    told = [one for one in built.report.diagnostics if one.code == "syntax-unknown"]
    assert [one.location.line for one in told] == [6] * warnings
    assert gone not in built.text("A")


def test_a_value_that_is_not_known_is_code_in_a_sentence_and_told(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    site.write({"_config.yml": "", "_posts/2026-01-01-a.md": "---\ntitle: A\n---\nAs {{ site.x }}, not $x_{{a}}$.\n"})
    built = site.in_place()
    assert "<code>{{ site.x }}</code>" in built.body("A")
    assert built.codes().count("syntax-unknown") == 1


@pytest.mark.parametrize(
    ("front", "address"),
    [
        ("permalink: /deep/down/", "/deep/down/"),
        ("permalink: /:year/:title", "/2026/b"),
        ("categories: a b", "/a/b/2026/01/02/b.html"),
        ("slug: c", "/2026/01/02/c/"),
        ("x: y", "/b/"),
    ],
)
def test_a_post_is_found_where_jekyll_publishes_it(tmp_path: Path, front: str, address: str) -> None:
    site = DialectTest(tmp_path)
    site.write({
        "_config.yml": "",
        "_posts/2026-01-01-a.md": f"---\ntitle: A\n---\n[b]({address})\n",
        "_posts/2026-01-02-b.md": f"---\ntitle: B\n{front}\n---\nx\n",
    })  # fmt: skip
    assert "link-missing" not in site.in_place().codes()
