"""Write a journal of N entries of about 2 KB, the same text for each program; only the layout differs.

The same seed and day always give the same entry, whatever N is.
"""

import datetime as dt
import random
import shutil
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
FIRST_DATE = dt.date(1992, 3, 2)  # so early that ten thousand entries with gaps end before today
PICTURES = 10

TOPICS = (
    *("rust", "ownership", "lifetimes", "async", "sql", "indexes", "transactions", "postgres", "networking", "tcp"),
    *("http", "dns", "caching", "queues", "hashing", "sorting", "graphs", "trees", "geometry", "parsing", "compilers"),
    *("linkers", "memory", "paging", "scheduling", "filesystems", "git", "testing", "profiling", "security", "typing"),
    *("regex", "unicode", "calculus", "probability", "vectors", "matrices", "signals", "graphics", "latency"),
)
WEIGHTS = [1 / (rank + 3) for rank in range(len(TOPICS))]  # a few topics are common, most are rare
DID = ("read about", "rewrote", "measured", "drew", "stepped through", "broke and mended", "explained", "compared")
THINGS = (
    *("the page cache", "a small parser", "the retry loop", "the lock order", "my hash table", "the query planner"),
    *("the packet trace", "a worked example", "the event loop", "the index scan", "the borrow checker's message"),
)
BECAUSE = (
    *("the book leaves it as an exercise", "yesterday's guess was wrong", "the numbers did not add up"),
    *("I could not say it in one sentence", "a colleague asked and I had no answer", "the second run was slower"),
)
LEARNT = (
    *("copying costs more than comparing", "the common case is already in memory", "one pass is enough"),
    *("the order of the two writes matters", "most of the time goes into waiting", "the error was in the test"),
)
NAMES = ("buffer", "cursor", "depth", "offset", "pending", "root", "slot", "ticket", "value", "width")
SECTIONS = ("Reading", "Trying it", "What surprised me", "Numbers", "A detour", "Still unclear", "In one sentence")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One day of the corpus."""

    day: int
    date: dt.date
    topics: tuple[str, ...]
    title: str
    body: str

    @property
    def text(self) -> str:
        """The whole file, which journal and Hugo read alike."""
        topics = ", ".join(self.topics)
        return f'---\ntitle: "{self.title}"\ndate: {self.date}\nday: {self.day}\ntags: [{topics}]\n---\n\n{self.body}'


def make_entries(count: int, seed: int) -> list[Entry]:
    """Return the first `count` entries of the seed's journal."""
    entries, date = [], FIRST_DATE
    for day in range(1, count + 1):
        chance = random.Random(f"{seed}/{day}")
        date += dt.timedelta(days=chance.choices((1, 2, 4, 9), (90, 6, 3, 1))[0])
        topics = tuple(dict.fromkeys(chance.choices(TOPICS, WEIGHTS, k=chance.randint(3, 6))))[:4]
        title = f"Day {day}: {topics[0]} and {chance.choice(THINGS)}"
        entries.append(Entry(day=day, date=date, topics=topics, title=title, body=_body(chance, topics)))
    return entries


def write_corpus(count: int, folder: Path, layout: str, seed: int = 1) -> list[Path]:
    """Write the journal for the layout (`journal`, `journal-bare` or `hugo`) and return its entries' files."""
    entries_in = folder / ("content/posts" if layout == "hugo" else "entries")
    entries_in.mkdir(parents=True)
    if layout == "hugo":
        shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)
    else:
        (folder / "site.yaml").write_text(settings_of(layout), encoding="utf-8")
    pictures = folder / "static/img"
    pictures.mkdir(parents=True)
    for number in range(PICTURES):
        (pictures / f"plot-{number}.png").write_bytes(_picture(number))
    paths = []
    for entry in make_entries(count, seed):
        paths.append(entries_in / f"day-{entry.day:05d}.md")
        paths[-1].write_text(entry.text, encoding="utf-8")
    return paths


def settings_of(layout: str) -> str:
    """Return the site.yaml of a layout."""
    parts = "false" if layout == "journal-bare" else "true"
    keys = "".join(f"{key}: {parts}\n" for key in ("search", "cards", "things", "palette"))
    return f"title: A measured journal\nurl: https://learner.example/\n{keys}"


def _body(chance: random.Random, topics: tuple[str, ...]) -> str:
    first, second, third = chance.sample(SECTIONS, 3)
    parts = [_paragraph(chance), f"## {first}", _paragraph(chance), _list(chance), f"## {second}", _paragraph(chance)]
    for make, share in ((_code, 0.5), (_table, 0.1), (_image, 0.1), (_tasks, 0.1)):
        if chance.random() < share:
            parts.append(make(chance))
    parts += [f"## {third}", _paragraph(chance), "### Links", _links(chance, topics)]
    return "\n\n".join(parts) + "\n"


def _sentence(chance: random.Random) -> str:
    did, thing, because, learnt = (chance.choice(words) for words in (DID, THINGS, BECAUSE, LEARNT))
    return chance.choice(
        (
            f"I {did} {thing}, because {because}.",
            f"With `{chance.choice(NAMES)} = {chance.randrange(2, 900)}` one sees that **{learnt}**.",
            f"I had thought otherwise of {thing}, but *{learnt}*.",
            f"After {chance.randrange(2, 30)} tries with {thing} I know that {learnt}.",
        )
    )


def _paragraph(chance: random.Random) -> str:
    return "\n".join(_sentence(chance) for _ in range(chance.randint(3, 5)))


def _list(chance: random.Random) -> str:
    lines = []
    for _ in range(chance.randint(2, 3)):
        lines.append(f"- {chance.choice(DID).capitalize()} {chance.choice(THINGS)}")
        lines += [f"    - `{name}`: {chance.choice(BECAUSE)}" for name in chance.sample(NAMES, 2)]
    return "\n".join(lines)


def _code(chance: random.Random) -> str:
    name, given, out = chance.sample(NAMES, 3)
    lines = [
        f"def next_{name}({given}, limit={chance.randrange(9, 99)}):",
        f'    """Return the {name} after this one."""',
        f"    if {given} is None:",
        f'        raise ValueError("no {given}")',
        f"    {out} = []",
        f"    for step in range({chance.randrange(2, 40)}):",
        f"        {out}.append(({given} * {chance.random():.4f} + step) % limit)  # stays small",
        f"    return sorted({out})[-{chance.randrange(1, 5)}:]",
    ]
    return "```python\n" + "\n".join(lines) + "\n```"


def _table(chance: random.Random) -> str:
    rows = [f"| `{name}` | {chance.random():.3f} | {chance.randrange(1, 900)} ms |" for name in chance.sample(NAMES, 4)]
    return "\n".join(["| run | share | time |", "| --- | ---: | ---: |", *rows])


def _image(chance: random.Random) -> str:
    return f"![{chance.choice(NAMES)} over time](/img/plot-{chance.randrange(PICTURES)}.png)"


def _tasks(chance: random.Random) -> str:
    return "\n".join(f"- [{chance.choice(' x')}] {chance.choice(THINGS)} again" for _ in range(3))


def _links(chance: random.Random, topics: tuple[str, ...]) -> str:
    paper = f"{chance.randrange(15, 26)}{chance.randrange(1, 13):02d}.{chance.randrange(1000, 20000):05d}"
    project = f"someone-{chance.randrange(300)}/{topics[0]}-notes"
    found = [
        f"[A paper on {topics[0]}](https://arxiv.org/abs/{paper})",
        f"[{project}](https://github.com/{project})",
        f"[The notebook](https://github.com/{project}/blob/main/{chance.choice(NAMES)}.ipynb)",
        f"[A talk](https://talks{chance.randrange(40)}.example.org/{topics[-1]}-{chance.randrange(999)}/)",
        f"<https://manual.example.org/{topics[0]}/{chance.choice(NAMES)}.html>",
    ]
    return "\n".join(f"- {link}" for link in found[: chance.randint(4, 5)])


def _picture(number: int, size: int = 64) -> bytes:
    """Return a small grey PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes((number * 20 + x ^ y) % 256 for x in range(size)) for y in range(size))
    head = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
