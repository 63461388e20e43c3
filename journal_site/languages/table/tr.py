"""Turkish."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="gün",
    counted="gün",
    also="ve",
    date="tarih",
    round="tur",
    example="örnek",
    goals="hedef hedefler",
    short=False,
)

LABELS = Labels(language="tr", name="Turkish")
