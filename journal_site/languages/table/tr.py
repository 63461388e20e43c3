"""Turkish."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="gün",
    days="günler",
    counted="gün günü",
    also="ve",
    ordinals="inci ıncı uncu üncü nci ncı ncu ncü",
    number="no numara",
    numbers="bir iki üç dört beş altı yedi sekiz dokuz on",
    counting="birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu",
    unit="ders oturum",
    week="hafta haftalar",
    date="tarih",
    round="tur",
    skipped="atlandı atladım yapılmadı dinlenme",
    example="örnek şablon",
    goals="hedef hedefler hedeflerim amaç amaçlar",
    started="başladım başlangıç başladı",
    tags="etiketler konular",
    filler="günlük günlüğü",
    not_short="ara tem",
)

LABELS = Labels(language="tr")
