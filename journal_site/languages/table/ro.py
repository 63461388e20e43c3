"""Romanian."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="ziua zi",
    days="zilele zile",
    shared="zi",
    counted="zi",
    to="până",
    also="și",
    of="din",
    ordinals="a lea",
    number="nr a",
    numbers="unu doi trei patru cinci șase șapte opt nouă zece",
    after="întâi/prima doua treia patra cincea șasea șaptea opta noua zecea",
    counting="prima doua treia patra cincea șasea șaptea opta noua zecea",
    unit="lecția sesiunea",
    week="săptămâna săptămână săptămânile săptămâni",
    date="data",
    round="runda",
    skipped="sărită sărit ratată nimic pauză",
    example="exemplu șablon",
    goals="obiectiv obiective scop scopuri",
    started="început începută start",
    tags="etichete subiecte teme",
    filler="jurnal",
)

LABELS = Labels(language="ro")
