"""site.yaml → `SiteConfig`: finding, loading and checking it."""

from journal_site.config.names import CONFIG_FILE
from journal_site.config.read import config_of, find_root, read_config, read_settings
from journal_site.config.settings import CspSettings, SiteConfig, SourceSpec, TopicSettings

__all__ = [
    "CONFIG_FILE",
    "CspSettings",
    "SiteConfig",
    "SourceSpec",
    "TopicSettings",
    "config_of",
    "find_root",
    "read_config",
    "read_settings",
]
