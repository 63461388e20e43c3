"""Dutch."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="dag",
    days="dagen",
    counted="dag",
    to="tot t/m",
    also="en",
    of="van",
    ordinals="e de ste",
    number="nr nummer",
    numbers="één twee drie vier vijf zes zeven acht negen tien",
    counting="eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
    unit="sessie",
    week="week weken",
    date="datum",
    round="ronde",
    skipped="overgeslagen gemist niets rustdag",
    example="voorbeeld sjabloon",
    goals="doel doelen doelstelling doelstellingen",
    started="begonnen gestart begin",
    tags="trefwoorden onderwerpen",
    filler="dagboek logboek op",
)

LABELS = Labels(language="nl")
