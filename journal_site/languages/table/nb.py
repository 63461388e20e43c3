"""Norwegian."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="dag",
    days="dager",
    more_weekdays={"måndag": 0, "tysdag": 1, "laurdag": 5, "sundag": 6},
    counted="dag dagen",
    to="til",
    also="og",
    of="av",
    number="nr nummer",
    numbers="én/ett to tre fire fem seks sju åtte ni ti",
    counting="første andre tredje fjerde femte sjette sjuende åttende niende tiende",
    unit="leksjon",
    week="uke uker veke veker",
    date="dato den",
    round="runde",
    skipped="hoppet hoppa ingenting hviledag",
    example="eksempel",
    goals="mål målsetting målsettinger",
    started="begynte startet påbegynt",
    tags="emneord emner stikkord",
    filler="dagbok loggbok",
    not_short="des",
)

LABELS = Labels(language="nb")
