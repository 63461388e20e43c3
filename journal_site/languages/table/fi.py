"""Finnish."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="päivä",
    days="päivät",
    more_weekdays={
        "maanantai": 0,
        "tiistai": 1,
        "keskiviikko": 2,
        "torstai": 3,
        "perjantai": 4,
        "lauantai": 5,
        "sunnuntai": 6,
    },
    counted="päivä",
    to="asti",
    also="ja",
    number="nro numero",
    numbers="yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen",
    counting="ensimmäinen toinen kolmas neljäs viides kuudes seitsemäs kahdeksas yhdeksäs kymmenes",
    unit="oppitunti luento",
    week="viikko viikot",
    date="päivämäärä päiväys pvm",
    round="kierros",
    skipped="ohitettu väliin lepopäivä",
    example="esimerkki",
    goals="tavoite tavoitteet tavoitteeni",
    started="aloitin aloitettu aloitus alkoi",
    tags="avainsanat aiheet tunnisteet",
    filler="päiväkirja loki",
    not_short="elo loka kesä",
)

LABELS = Labels(language="fi")
