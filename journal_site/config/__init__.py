"""site.yaml → `SiteConfig`: finding, loading and checking it."""

from journal_site.config.names import CONFIG_FILE
from journal_site.config.read import find_root, read_config
from journal_site.config.settings import CspSettings, SiteConfig, SourceSpec, TopicSettings

__all__ = [
    "CONFIG_FILE",
    "CspSettings",
    "SiteConfig",
    "SourceSpec",
    "TopicSettings",
    "find_root",
    "read_config",
]
