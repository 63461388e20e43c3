"""Hebrew."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="יום היום",
    days="ימים",
    more_months={"מרס": 3},
    more_weekdays={"שבת": 5},
    prefix="ב",
    to="עד",
    also="ו",
    of="מתוך",
    number="ה מספר",
    numbers="אחד שניים שלוש ארבע חמש שש שבע שמונה תשע עשר",
    after="הראשון השני השלישי הרביעי החמישי השישי השביעי השמיני התשיעי העשירי",
    unit="שיעור מפגש",
    week="שבוע השבוע",
    date="תאריך",
    round="סבב סיבוב",
    skipped="דילוג מנוחה כלום",
    example="דוגמה תבנית",
    goals="מטרה מטרות יעד יעדים",
    started="התחלתי התחלה",
    tags="תגיות נושאים",
    filler="יומן",
)

LABELS = Labels(language="he")
