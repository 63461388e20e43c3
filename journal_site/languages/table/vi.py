"""Vietnamese."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="ngày",
    date="ngày",
    goals="mục",
)

LABELS = Labels(language="vi", name="Vietnamese")
