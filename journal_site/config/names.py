"""How the file is called that holds a journal's settings, and what people call it by mistake."""

from __future__ import annotations

from typing import Final

CONFIG_FILE: Final = "site.yaml"
MISNAMED: Final = ("site.yml", "Site.yaml", "SITE.yaml", "site.yaml.txt")
