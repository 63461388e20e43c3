"""Hungarian."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="nap",
    days="napok",
    shared="nap",
    counted="nap",
    also="és",
    ordinals="i jei án én jén je a e ai ei",
    number="sz szám",
    numbers="egy kettő három négy öt hat hét nyolc kilenc tíz",
    counting="első második harmadik negyedik ötödik hatodik hetedik nyolcadik kilencedik tizedik",
    unit="lecke óra",
    week="hét hetek",
    date="dátum kelt",
    round="kör",
    skipped="kihagyva kihagytam szünet semmi",
    example="példa minta sablon",
    goals="cél célok céljaim",
    started="kezdtem elkezdtem kezdés kezdete",
    tags="címkék témák",
    filler="napló bejegyzés",
)

LABELS = Labels(language="hu")
