"""Ukrainian."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="день",
    days="дні",
    more_weekdays={"пн": 0, "вт": 1, "ср": 2, "чт": 3, "пт": 4, "сб": 5, "нд": 6},
    counted="день",
    to="по до",
    also="і та й",
    of="з із",
    ordinals="й го ий ше ге тє те ме",
    number="№",
    numbers="один два три чотири п'ять шість сім вісім дев'ять десять",
    after="перший другий третій четвертий п'ятий шостий сьомий восьмий дев'ятий десятий",
    counting="перший другий третій четвертий п'ятий шостий сьомий восьмий дев'ятий десятий",
    unit="заняття урок лекція",
    year="р року",
    week="тиждень тижні",
    date="дата",
    round="раунд коло",
    skipped="пропустив пропустила пропуск пропущено",
    example="приклад шаблон",
    goals="мета цілі ціль",
    started="почав почала розпочав розпочала початок",
    tags="теги теми мітки",
    filler="щоденник запис за",
    not_short="бер",
)

LABELS = Labels(language="uk")
