"""Polish."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="dzień dni",
    to="do",
    also="i",
    of="z",
    date="data",
    round="runda",
    example="przykład",
    goals="cel cele",
    short=False,
)

LABELS = Labels(language="pl", name="Polish")
