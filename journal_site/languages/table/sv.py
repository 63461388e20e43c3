"""Swedish."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="dag",
    days="dagar",
    counted="dag dagen",
    to="till",
    also="och",
    of="av",
    ordinals="a e",
    number="nr nummer",
    numbers="ett två tre fyra fem sex sju åtta nio tio",
    counting="första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde",
    unit="lektion",
    week="vecka veckor",
    date="datum den",
    round="omgång varv",
    skipped="hoppade överhoppad missad ingenting vilodag",
    example="exempel",
    goals="mål målsättning målsättningar",
    started="började startade påbörjade",
    tags="taggar etiketter ämnen",
    filler="dagbok loggbok",
)

LABELS = Labels(language="sv")
