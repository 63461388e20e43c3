"""site.yaml → `SiteConfig`: finding, loading and checking it."""

from journal_site.config.settings import (
    ChallengeSettings,
    CspSettings,
    SiteConfig,
    SourceSpec,
    StreakSettings,
    TopicSettings,
)

__all__ = [
    "ChallengeSettings",
    "CspSettings",
    "SiteConfig",
    "SourceSpec",
    "StreakSettings",
    "TopicSettings",
]
