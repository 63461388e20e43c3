"""A journal that has something of everything that an export must carry."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.site_test import SiteTest

SETTINGS = """title: Notes on bread & code
url: https://example.org/notes/
author: A. Baker
language: en
sources: [entries/, log.md]
"""
RYE = """---
title: Rye "flour"
date: 2026-03-01
tags: [Rye flour, baking]
minutes: 40
---
# Rye "flour"

See [the second day](wheat.md#oven) and [elsewhere](https://example.com/a?b=1&c=2)[^1].

![A loaf](img/loaf.png) ![Far](https://example.com/far.png)

- [ ] Bake it
- [x] Buy it

It says `<!-- kept -->`. <!-- not kept -->

$$x^2 + y^2$$

[^1]: From the first.
"""
WHEAT = """---
title: Wheat
date: 2026-03-02
tags: [baking]
updated: 2026-03-04
---
Back to [rye](rye.md)[^1].

Oven
----

It is **hot**, says {{< figure >}}.

[^1]: From the second.
"""
LOG = """# A log

## Day 1 (2026-02-01): Begin

Hello [there][1].

## Day 2-3 (2026-02-02 to 2026-02-03): Go on

More, [here][1].

[1]: https://example.com/first
"""


@pytest.fixture
def journal(tmp_path: Path) -> SiteTest:
    """Return two entry files with a picture, and a log."""
    journal = SiteTest(tmp_path / "journal", SETTINGS)
    journal.write("entries/rye.md", RYE)
    journal.write("entries/wheat.md", WHEAT)
    journal.write("log.md", LOG)
    picture = journal.root / "entries/img/loaf.png"
    picture.parent.mkdir()
    Image.new("RGB", (40, 30), "brown").save(picture)
    return journal
