"""Ukrainian."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="день дні",
    more_weekdays={"п'ятниця": 4},
    counted="день",
    to="по до",
    also="і та",
    of="з",
    ordinals="й го",
    date="дата",
    round="раунд",
    skipped="пропустив пропустила",
    example="приклад",
    goals="мета цілі",
    short=False,
)

LABELS = Labels(language="uk", name="Ukrainian")
