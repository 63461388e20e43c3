"""A log of three days in each language, kept four ways: by its word for day, its dates, ISO dates, and as files."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

import pytest

from journal_site.languages.labels import label_names
from journal_site.model.outline import Slice
from journal_site.model.source import Source, SourceOptions
from journal_site.reading.dates.days import read_mark
from journal_site.reading.dates.periods import read_week
from journal_site.reading.outline.read import read_outline
from journal_site.writing.heading_form import HeadingSample
from journal_site.writing.heading_style import learn_heading, write_heading

OPTIONS = SourceOptions(today=dt.date(2025, 3, 1))
DATES = [dt.date(2024, 1, 5), dt.date(2024, 2, 6), dt.date(2024, 5, 7)]


class Log(NamedTuple):
    """How three days are headed in a language, how their dates are written, and what they are about."""

    days: tuple[str, str, str]
    dates: tuple[str, str, str]
    titles: tuple[str, str, str]
    text: str


LOGS = {
    "ar": Log(
        ("اليوم 1", "اليوم ٢", "اليوم الثالث"),
        ("5 يناير 2024", "الثلاثاء، ٦ فبراير ٢٠٢٤", "7 أيار 2024"),
        ("الحلقات", "المصفوفات", "الدوال"),
        "تعلمت اليوم 3 أشياء جديدة وكتبت برنامجًا صغيرًا.",
    ),
    "bn": Log(
        ("দিন ১", "দিন 2", "৩য় দিন"),
        ("৫ জানুয়ারি ২০২৪", "মঙ্গলবার, ৬ ফেব্রুয়ারি, ২০২৪", "7 মে 2024"),
        ("লুপ", "অ্যারে", "ফাংশন"),
        "আজ ২টি নতুন জিনিস শিখলাম।",
    ),
    "cs": Log(
        ("Den 1", "2. den", "Den třetí"),
        ("5. ledna 2024", "úterý 6. února 2024", "7. května 2024"),
        ("Smyčky", "Pole", "Funkce"),
        "Dnes jsem se naučil 5 nových věcí.",
    ),
    "da": Log(
        ("Dag 1", "2. dag", "Dag tre"),
        ("5. januar 2024", "tirsdag den 6. februar 2024", "Den 7. maj 2024"),
        ("Løkker", "Lister", "Funktioner"),
        "I dag lærte jeg 5 nye ting.",
    ),
    "de": Log(
        ("Tag 1", "2. Tag", "Tag drei"),
        ("5. Januar 2024", "Dienstag, 6. Februar 2024", "Den 7. Mai 2024"),
        ("Schleifen", "Felder", "Funktionen"),
        "Heute habe ich 5 neue Dinge gelernt.",
    ),
    "el": Log(
        ("Ημέρα 1", "ΜΕΡΑ 2", "3η μέρα"),
        ("5 Ιανουαρίου 2024", "Τρίτη 6 ΦΕΒΡΟΥΑΡΙΟΥ 2024", "7 Μάιος 2024"),
        ("Βρόχοι", "Πίνακες", "Συναρτήσεις"),
        "Σήμερα έμαθα 5 νέα πράγματα.",
    ),
    "en": Log(
        ("Day 1", "2nd day", "Day three"),
        ("5 January 2024", "Tuesday, February 6, 2024", "7th of May 2024"),
        ("Loops", "Arrays", "Functions"),
        "Today I learned 5 new things.",
    ),
    "es": Log(
        ("Día 1", "Dia 2", "Día tres"),
        ("5 de enero de 2024", "martes, 6 de febrero de 2024", "Día 7 de mayo de 2024"),
        ("Bucles", "Listas", "Funciones"),
        "Hoy aprendí 5 cosas nuevas.",
    ),
    "fa": Log(
        ("روز ۱", "روز 2", "روز سوم"),
        ("۱۵ دی ۱۴۰۲", "سه‌شنبه ۶ فوریه ۲۰۲۴", "1403/02/18"),
        ("حلقه‌ها", "آرایه‌ها", "توابع"),
        "امروز ۵ چیز تازه یاد گرفتم.",
    ),
    "fi": Log(
        ("Päivä 1", "2. päivä", "Päivä kolme"),
        ("5. tammikuuta 2024", "tiistaina 6. helmikuuta 2024", "7.5.2024"),
        ("Silmukat", "Taulukot", "Funktiot"),
        "Tänään opin 5 uutta asiaa.",
    ),
    "fr": Log(
        ("Jour 1", "2e jour", "Jour trois"),
        ("5 janvier 2024", "mardi 6 février 2024", "7 mai 2024"),
        ("Boucles", "Tableaux", "Fonctions"),
        "Aujourd'hui j'ai appris 5 choses.",
    ),
    "he": Log(
        ("יום 1", "יום ה-2", "היום השלישי"),
        ("5 בינואר 2024", "יום שלישי, 6 בפברואר 2024", "7 במאי 2024"),
        ("לולאות", "מערכים", "פונקציות"),
        "היום למדתי 5 דברים חדשים.",
    ),
    "hi": Log(
        ("दिन 1", "दिवस २", "तीसरा दिन"),
        ("5 जनवरी 2024", "मंगलवार, ६ फरवरी २०२४", "7 मई 2024"),
        ("लूप", "सूचियाँ", "फ़ंक्शन"),
        "आज 5 नई चीज़ें सीखीं।",
    ),
    "hu": Log(
        ("1. nap", "Nap 2", "Harmadik nap"),
        ("2024. január 5.", "2024. február 6-án, kedd", "2024. május 7., kedd"),
        ("Ciklusok", "Tömbök", "Függvények"),
        "Ma 5 új dolgot tanultam.",
    ),
    "id": Log(
        ("Hari ke-1", "Hari 2", "Hari ketiga"),
        ("5 Januari 2024", "Selasa, 6 Februari 2024", "7 Mei 2024"),
        ("Perulangan", "Larik", "Fungsi"),
        "Hari ini saya belajar 5 hal baru.",
    ),
    "it": Log(
        ("Giorno 1", "Giorno 2", "Giorno tre"),
        ("5 gennaio 2024", "martedì 6 febbraio 2024", "Giorno 7 maggio 2024"),
        ("Cicli", "Liste", "Funzioni"),
        "Oggi ho imparato 5 cose.",
    ),
    "ja": Log(
        ("1日目", "第2日", "三日目"),
        ("令和6年1月5日", "2024年2月6日(火)", "2024年5月7日"),
        ("ループ", "配列", "関数"),
        "今日は5つのことを学んだ。",
    ),
    "ko": Log(
        ("1일차", "2일째", "제3일"),
        ("2024년 1월 5일", "2024년 2월 6일 (화)", "2024년 5월 7일"),
        ("반복문", "배열", "함수"),
        "오늘 5가지를 배웠다.",
    ),
    "nb": Log(
        ("Dag 1", "2. dag", "Dag tre"),
        ("5. januar 2024", "tirsdag 6. februar 2024", "Den 7. mai 2024"),
        ("Løkker", "Lister", "Funksjoner"),
        "I dag lærte jeg 5 nye ting.",
    ),
    "nl": Log(
        ("Dag 1", "2e dag", "Dag drie"),
        ("5 januari 2024", "dinsdag 6 februari 2024", "7 mei 2024"),
        ("Lussen", "Lijsten", "Functies"),
        "Vandaag heb ik 5 dingen geleerd.",
    ),
    "pl": Log(
        ("Dzień 1", "2. dzień", "Dzień trzeci"),
        ("5 stycznia 2024", "wtorek, 6 lutego 2024 r.", "7 maja 2024"),
        ("Pętle", "Tablice", "Funkcje"),
        "Dziś nauczyłem się 5 rzeczy.",
    ),
    "pt": Log(
        ("Dia 1", "2º dia", "Dia três"),
        ("5 de janeiro de 2024", "terça-feira, 6 de fevereiro de 2024", "Dia 7 de maio de 2024"),
        ("Laços", "Listas", "Funções"),
        "Hoje aprendi 5 coisas.",
    ),
    "ro": Log(
        ("Ziua 1", "Ziua a 2-a", "Ziua a treia"),
        ("5 ianuarie 2024", "marți, 6 februarie 2024", "7 mai 2024"),
        ("Bucle", "Liste", "Funcții"),
        "Azi am învățat 5 lucruri.",
    ),
    "ru": Log(
        ("День 1", "2-й день", "День три"),
        ("5 января 2024", "вторник, 6 февраля 2024 г.", "7 мая 2024"),
        ("Циклы", "Списки", "Функции"),
        "Сегодня узнал 5 новых вещей.",
    ),
    "sv": Log(
        ("Dag 1", "2:a dagen", "Dag tre"),
        ("5 januari 2024", "tisdag 6 februari 2024", "Den 7 maj 2024"),
        ("Slingor", "Listor", "Funktioner"),
        "I dag lärde jag mig 5 nya saker.",
    ),
    "th": Log(
        ("วันที่ 1", "วันที่๒", "วันที่ สาม"),
        ("5 มกราคม 2567", "วันอังคารที่ 6 กุมภาพันธ์ พ.ศ. 2567", "วันที่ ๗ พฤษภาคม ๒๕๖๗"),
        ("ลูป", "อาร์เรย์", "ฟังก์ชัน"),
        "วันนี้เรียนรู้ 5 เรื่องใหม่",
    ),
    "tr": Log(
        ("1. Gün", "GÜN 2", "Gün üç"),
        ("5 Ocak 2024", "6 ŞUBAT 2024 Salı", "7 MAYIS 2024"),
        ("Döngüler", "Diziler", "İşlevler"),
        "Bugün 5 yeni şey öğrendim.",
    ),
    "uk": Log(
        ("День 1", "2-й день", "День третій"),
        ("5 січня 2024", "вівторок, 6 лютого 2024 р.", "7 травня 2024"),
        ("Цикли", "Списки", "Функції"),
        "Сьогодні я вивчив 5 речей.",
    ),
    "vi": Log(
        ("Ngày 1", "Nga\u0300y 2", "Ngày thứ ba"),
        ("Ngày 5 tháng 1 năm 2024", "Thứ Ba, 6 tháng 2 2024", "Ngày 7 tháng 5, 2024"),
        ("Vòng lặp", "Mảng", "Hàm"),
        "Hôm nay tôi học 5 điều mới.",
    ),
    "zh": Log(
        ("第1天", "第二天", "第 3 天"),
        ("2024年1月5日", "二〇二四年二月六日 星期二", "民國113年5月7日"),
        ("循环", "数组", "函数"),
        "今天学了5个新东西。",
    ),
}


def outlined(headings: list[str], text: str) -> list[Slice]:
    """Return the days of a README with these headings."""
    log = "# Log\n\n" + "\n".join(f"## {heading}\n\n{text}\n" for heading in headings)
    source = Source(path="README.md", folder="README.md", text=log, log=True)
    return [part for part in read_outline(source, OPTIONS).slices if part.days or any(c.dates for c in part.candidates)]


def filed(name: str, text: str) -> Slice:
    """Return the entry that a file is."""
    (part,) = read_outline(Source(path=f"entries/{name}.md", folder="entries", text=text), OPTIONS).slices
    return part


def told(parts: list[Slice]) -> list[tuple[tuple[int, ...], dt.date | None, str]]:
    dates = [next((one.dates for one in part.candidates if one.dates), (None,)) for part in parts]
    assert all(len(found) == 1 for found in dates)
    return [(part.days, found[0], part.title) for part, found in zip(parts, dates, strict=True)]


def test_each_language_has_its_log() -> None:
    assert sorted(LOGS) == label_names()


@pytest.mark.parametrize("code", LOGS)
def test_days_by_the_word_of_the_language(code: str) -> None:
    log = LOGS[code]
    headings = [f"{day}: {title}" for day, title in zip(log.days, log.titles, strict=True)]
    assert told(outlined(headings, log.text)) == [((n,), None, log.titles[n - 1]) for n in (1, 2, 3)]


@pytest.mark.parametrize("code", LOGS)
def test_dates_as_the_language_writes_them(code: str) -> None:
    log = LOGS[code]
    headings = [f"{date} – {title}" for date, title in zip(log.dates, log.titles, strict=True)]
    assert told(outlined(headings, log.text)) == [((), *pair) for pair in zip(DATES, log.titles, strict=True)]


@pytest.mark.parametrize("code", LOGS)
def test_days_with_iso_dates(code: str) -> None:
    log = LOGS[code]
    headings = [f"{day} ({date}): {t}" for day, date, t in zip(log.days, DATES, log.titles, strict=True)]
    assert told(outlined(headings, log.text)) == [((n,), DATES[n - 1], log.titles[n - 1]) for n in (1, 2, 3)]


@pytest.mark.parametrize("code", LOGS)
def test_files_named_by_the_day(code: str) -> None:
    log = LOGS[code]
    names = [re.sub(r"\d", str(number), log.days[0]) for number in (1, 2, 3)]
    parts = [
        filed(f"{name} - {title}", f"# {title}\n\n{date}\n\n{log.text}\n")
        for name, date, title in zip(names, log.dates, log.titles, strict=True)
    ]
    assert [(days, date) for days, date, _ in told(parts)] == [((n,), DATES[n - 1]) for n in (1, 2, 3)]
    assert [part.text.split("\n")[0] for part in parts] == [f"# {title}" for title in log.titles]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("วันที่ 2 – 6 มกราคม 2567", "วันที่ 3 – 7 มกราคม 2567"),
        ("दिन २ - ६ जनवरी २०२४", "दिन ३ - ७ जनवरी २०२४"),
        ("Ngày 2 – 6 tháng 1 năm 2024", "Ngày 3 – 7 tháng 1 năm 2024"),
        ("יום 2 – 6 בינואר 2024", "יום 3 – 7 בינואר 2024"),
        ("2日目 令和6年1月6日", "3日目 令和6年1月7日"),
        ("Hari ke-2 - Sabtu, 6 Januari 2024", "Hari ke-3 - Minggu, 7 Januari 2024"),
        ("ΗΜΕΡΑ 2 – 6 Ιανουαρίου 2024", "ΗΜΕΡΑ 3 – 7 Ιανουαρίου 2024"),
        ("روز ۲ – ۱۶ دی ۱۴۰۲", "روز ۳ – 2024-01-07"),
    ],
)
def test_the_next_day_is_written_as_the_language_writes_it(before: str, after: str) -> None:
    mark = read_mark(before)
    assert mark is not None
    sample = HeadingSample(f"## {before}", before, mark.days, dt.date(2024, 1, 6), mark.date_text)
    style = learn_heading([sample])
    assert style is not None
    assert write_heading(style, day=3, date=dt.date(2024, 1, 7), title="") == f"## {after}"


WEEKS = {
    "ar": "الأسبوع 3",
    "bn": "সপ্তাহ ৩",
    "cs": "3. týden",
    "da": "Uge 3",
    "de": "KW 3",
    "el": "3η Εβδομάδα",
    "en": "Week 3",
    "es": "Semana 3",
    "fa": "هفتهٔ ۳",
    "fi": "Viikko 3",
    "fr": "Semaine 3",
    "he": "שבוע 3",
    "hi": "सप्ताह ३",
    "hu": "3. hét",
    "id": "Minggu ke-3",
    "it": "Settimana 3",
    "ja": "3週目",
    "ko": "3주차",
    "nb": "Uke 3",
    "nl": "Week 3",
    "pl": "Tydzień 3",
    "pt": "Semana 3",
    "ro": "Săptămâna a 3-a",
    "ru": "Неделя 3",
    "sv": "Vecka 3",
    "th": "สัปดาห์ที่ 3",
    "tr": "3. Hafta",
    "uk": "Тиждень 3",
    "vi": "Tuần thứ 3",
    "zh": "第三周",
}


def test_each_language_has_its_week() -> None:
    assert sorted(WEEKS) == label_names()
    assert {code: read_week(heading) for code, heading in WEEKS.items()} == dict.fromkeys(WEEKS, 3)
    assert read_week("Minggu, 5 Januari 2025") is None
    assert read_week("Hét kis trükk 3") is None
