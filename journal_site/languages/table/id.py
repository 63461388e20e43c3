"""Indonesian."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="hari",
    to="sampai",
    also="dan",
    of="dari",
    date="tanggal",
    goals="tujuan",
    short=False,
)

LABELS = Labels(language="id", name="Indonesian")
