from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from journal_site.model.outline import Slice
from journal_site.reading.body.read import read_slice
from journal_site.reading.code import script
from journal_site.reading.html.mermaid import Diagram, draw_mermaid


class Memory:
    """A cache of fragments."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self.kept.get(key)

    def put(self, key: str, fragment: str) -> None:
        self.kept[key] = fragment


def draw(source: str) -> Diagram:
    return draw_mermaid(source, 1, Memory())


def label(source: str) -> str:
    drawn = draw(source)
    assert not drawn.problem
    root = ET.fromstring(drawn.svg)  # noqa: S314 - our own
    assert root.get("role") == "img"
    return root.get("aria-label", "")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("graph TD\n  A[Start] --> B{Ok?}\n  B -->|yes| C(Done)", "Start → Ok?, Ok? → Done (yes)"),
        ("graph LR; A-->B; B-- so it is -->C;", "A → B, B → C (so it is)"),
        ("flowchart\n a ---> b ====> c -.-> d", "a → b, b → c, c → d"),
        ('flowchart LR\n a & b --> c["x; y"]', "a → x; y, b → x; y"),
        ("graph TD\n 開始 --> 処理{条件?}\n 処理 -->|はい| 終了", "開始 → 条件?, 条件? → 終了 (はい)"),
        ("sequenceDiagram\n autonumber\n Ann->>Bo: Hi\n Bo-->>Ann: Bye", "Ann → Bo (1. Hi), Bo → Ann (2. Bye)"),
        ("classDiagram\n Loaf <|-- Rye\n Loaf : +int age", "Loaf → Rye"),
        ("erDiagram\n BAKER ||--o{ LOAF : bakes", "BAKER → LOAF (bakes)"),
        ("stateDiagram-v2\n [*] --> Proof\n Proof --> [*]", "● → Proof, Proof → ●"),
        ('xychart-beta\n title "Rise"\n x-axis [one, two]\n bar [5, 6]', "one 5, two 6, Rise"),
        ("---\ntitle: Steps\n---\n%%{init: {'theme': 'dark'}}%%\n%% aside\ngraph LR\n A --> B", "Steps: A → B"),
        ("graph LR\n accTitle: Two\n accDescr: Letters\n A --> B", "Two. Letters"),
    ],
)
def test_what_is_drawn_is_said(source: str, said: str) -> None:
    assert label(source) == said


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("", "empty"),
        ("pie\n 'Rye' : 40", "'pie' is no kind"),
        ("graph TD\n", "nothing in it"),
        ("graph TD\n A --> [", "an arrow"),
        ("graph LR\n A --x B", "would be lost"),
        ("graph TD\n A --> B\n A@{ shape: cyl, label: 'Store' }", "would be lost"),
        ("stateDiagram-v2\n A --> B\n note right of B : resting", "resting"),
        ("sequenceDiagram\n A->>B: Hi\n create participant C", "create"),
        ("x" * 60_000, "longer than"),
    ],
)
def test_what_is_not_drawn_whole_is_not_drawn(source: str, why: str) -> None:
    drawn = draw(source)
    assert why in drawn.problem
    assert not drawn.svg


@pytest.mark.parametrize(
    "source",
    [
        'graph LR\n A["<img src=x onerror=alert(1)>"] --> B\n style A fill:url(https://evil.example/x),stroke:#f00',
        'graph LR\n A["</text><script>alert(1)</script>"] --> B\n linkStyle 0 stroke:red;}</style><script>x</script>',
        'graph LR\n A --> B\n click A "javascript:alert(1)"\n style B fill:#fff;background:url(//evil.example)',
        "sequenceDiagram\n A->>B: <iframe src=//evil.example></iframe>",
    ],
)
def test_nothing_active_and_nothing_from_elsewhere_is_in_a_drawing(source: str) -> None:
    drawn = draw(source)
    assert not drawn.problem
    root = ET.fromstring(drawn.svg)  # noqa: S314 - our own
    tags = {one.tag.rpartition("}")[2] for one in root.iter()}
    assert tags <= {
        "svg",
        "g",
        "defs",
        "marker",
        "polygon",
        "polyline",
        "path",
        "rect",
        "circle",
        "line",
        "text",
        "tspan",
    }
    for one in root.iter():
        for name, value in one.items():
            assert name not in ("style", "class", "href"), name
            assert not name.startswith("on")
            if name != "aria-label":
                assert "evil" not in value
                assert "url(" not in value or re.fullmatch(r"url\(#d[\w-]+\)", value)
    assert "googleapis" not in drawn.svg


def test_colours_are_the_page_s_own_and_letters_stay_legible_on_an_author_s() -> None:
    svg = draw(
        "graph LR\n A[Light]:::pale --> B[Dark]\n B --> C[Own]\n"
        " classDef pale fill:#fdd\n style B fill:#222\n style C color:#eee"
    ).svg
    fills = {text: fill for fill, text in re.findall(r'<text[^>]* fill="([^"]+)"[^>]*>([^<]+)', svg)}
    assert fills == {"Light": "#000", "Dark": "#fff", "Own": "currentColor"}
    assert "var(--surface,none)" in svg
    assert "var(--_" not in svg


def test_ids_are_a_drawing_s_own_even_where_it_stands_twice() -> None:
    fence = "```mermaid\ngraph LR\n  A --> B\n```\n"
    html = read_slice(Slice(kind="entry", text=f"{fence}\n{fence}", line=1), "a.md", "", "trusted", Memory()).html
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 4
    assert set(re.findall(r"url\(#([^)]+)\)", html)) <= set(ids)


def test_drawings_are_kept_by_content(monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Memory()
    sources = ("graph LR\n A --> B", "pie\n 'Rye' : 40")
    first = [draw_mermaid(source, 2, cache) for source in sources]
    monkeypatch.setattr(script, "_load", lambda _: pytest.fail("it was known"))
    assert [draw_mermaid(source, 2, cache) for source in sources] == first
    assert len(cache.kept) == 2


def test_a_drawing_does_not_depend_on_those_before_it() -> None:
    sources = [f"graph TD\n  A{n} --> B\n  A{n} --> C\n  C --> A{n}\n" for n in range(4)]
    forwards = [draw(source) for source in sources]
    script._load.cache_clear()
    assert [draw(source) for source in reversed(sources)] == forwards[::-1]


def test_a_failed_drawing_stays_code_with_a_notice_and_links_in_one_are_told() -> None:
    text = "```mermaid\ngantt\n```\n\n```mermaid\ngraph LR\n  A --> B\n  click A href\n```\n"
    reading = read_slice(Slice(kind="entry", text=text, line=1), "a.md", "", "trusted", Memory())
    assert [(one.code, one.location.line, one.severity) for one in reading.content.diagnostics] == [
        ("diagram-plain", 1, "notice"),
        ("html-left-out", 5, "notice"),
    ]
    assert reading.html.count("<svg") == 1
    assert "<code>gantt\n</code>" in reading.html


def test_without_npm_s_files_a_drawing_stays_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: object) -> None:
        raise script.EngineMissingError

    monkeypatch.setattr(script, "_load", missing)
    text = "```mermaid\ngraph LR\n  A --> B\n```\n"
    reading = read_slice(Slice(kind="entry", text=text, line=1), "a.md", "", "trusted", Memory())
    assert "not installed" in reading.content.diagnostics[0].message
    assert "A --&gt; B" in reading.html
