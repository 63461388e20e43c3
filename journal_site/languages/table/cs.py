"""Czech."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="den",
    days="dny",
    shared="den",
    counted="den",
    to="až",
    of="z ze",
    number="č číslo",
    numbers="jedna dva tři čtyři pět šest sedm osm devět deset",
    after="první druhý třetí čtvrtý pátý šestý sedmý osmý devátý desátý",
    counting="první druhý třetí čtvrtý pátý šestý sedmý osmý devátý desátý",
    unit="lekce sezení",
    week="týden týdny",
    date="datum dne",
    round="kolo",
    skipped="vynecháno vynechal vynechala přeskočeno pauza",
    example="příklad šablona",
    goals="cíl cíle",
    started="začal začala zahájení zahájeno",
    tags="štítky témata",
    filler="deník zápis",
    not_short="led dub pro",
)

LABELS = Labels(language="cs")
