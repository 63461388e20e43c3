"""Hindi."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="दिन दिवस",
    more_months={"फरवरी": 2, "सितम्बर": 9, "अक्तूबर": 10, "नवम्बर": 11, "दिसम्बर": 12},
    more_weekdays={"मंगल": 1, "बृहस्पतिवार": 3, "गुरूवार": 3, "इतवार": 6},
    counted="दिन दिवस",
    to="से तक",
    also="और व",
    of="का की के में",
    ordinals="वां वाँ वा वें ला रा था ठा",
    number="संख्या नंबर",
    numbers="एक दो तीन चार पांच छह सात आठ नौ दस",
    counting="पहला दूसरा तीसरा चौथा पांचवां छठा सातवां आठवां नौवां दसवां",
    unit="पाठ सत्र",
    week="सप्ताह हफ़्ता हफ्ता",
    date="तारीख दिनांक तिथि",
    round="दौर चक्र",
    skipped="छोड़ा अवकाश छुट्टी",
    example="उदाहरण नमूना",
    goals="लक्ष्य उद्देश्य",
    started="शुरू शुरुआत आरंभ",
    tags="टैग विषय",
    filler="डायरी",
)

LABELS = Labels(language="hi")
