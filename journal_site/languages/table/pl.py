"""Polish."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="dzień",
    days="dni",
    more_weekdays={"pon": 0, "czw": 3, "niedz": 6},
    counted="dzień",
    to="do",
    also="i oraz",
    of="z",
    number="nr numer",
    numbers="jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć",
    after="pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty dziesiąty",
    counting="pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty dziesiąty",
    unit="sesja lekcja",
    year="r roku",
    week="tydzień tygodnie",
    date="data dnia",
    round="runda",
    skipped="pominięty pominięte opuszczony przerwa",
    example="przykład szablon",
    goals="cel cele",
    started="zacząłem zaczęłam rozpocząłem rozpoczęłam rozpoczęcie",
    tags="tagi tematy etykiety",
    filler="dziennik wpis w",
    not_short="sie maj",
)

LABELS = Labels(language="pl")
