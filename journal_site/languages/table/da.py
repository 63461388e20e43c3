"""Danish."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="dag",
    days="dage",
    counted="dag dagen",
    to="til",
    also="og",
    of="af",
    number="nr nummer",
    numbers="et to tre fire fem seks syv otte ni ti",
    counting="første anden tredje fjerde femte sjette syvende ottende niende tiende",
    unit="lektion",
    week="uge uger",
    date="dato den",
    round="runde",
    skipped="sprunget oversprunget intet hviledag",
    example="eksempel skabelon",
    goals="mål målsætning målsætninger",
    started="begyndte startede påbegyndt",
    tags="emneord emner mærker",
    filler="dagbog logbog",
)

LABELS = Labels(language="da")
