"""Dutch."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="dag",
    days="dagen",
    to="tot",
    also="en",
    of="van",
    ordinals="e",
    date="datum",
    round="ronde",
    example="voorbeeld",
    goals="doel doelen",
    short=False,
)

LABELS = Labels(language="nl", name="Dutch")
