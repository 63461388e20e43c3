"""site.yaml → `SiteConfig`: finding, loading and checking it."""

from journal_site.config.names import CONFIG_FILE
from journal_site.config.read import find_root, read_config
from journal_site.config.settings import (
    ChallengeSettings,
    CspSettings,
    SiteConfig,
    SourceSpec,
    StreakSettings,
    TopicSettings,
)

__all__ = [
    "CONFIG_FILE",
    "ChallengeSettings",
    "CspSettings",
    "SiteConfig",
    "SourceSpec",
    "StreakSettings",
    "TopicSettings",
    "find_root",
    "read_config",
]
