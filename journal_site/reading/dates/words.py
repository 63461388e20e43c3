"""The words by which people name days and dates, one row per language: a further language is a further row.

A table of our own, because Babel and dateparser were found not to serve: neither knows the words for the days of a
challenge (*Day 5*, *Tag 5*, *5일차*), how they are counted and skipped, or what a log calls its rounds; Babel loads
megabytes of locale data for twelve words each, and dateparser guesses a date in nearly every number.

Months and weekdays are written once, in full; a beginning of three or four letters that names only one of them is its
abbreviation (not in languages whose abbreviations are common words elsewhere), with and without accents.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class DateWords:
    """What one language contributes. Months may have further forms, after a slash."""

    day: str
    """Words before a day's number: `Day 5`."""
    months: str = ""
    weekdays: str = ""
    """Monday first."""
    counted: str = ""
    """Words that end a counted day: `1st day`, `5일차`. They need an ordinal, or mean one."""
    to: str = ""
    """Between the ends of a range."""
    also: str = ""
    """Between the members of a list."""
    of: str = ""
    """Inside a date: `5 de mayo`, `3rd of May`; and in `Day 5 of 100`."""
    ordinals: str = ""
    """What a number may end in: `1st`, `1er`."""
    numbers: str = ""
    """Number words, from one on."""
    counting: str = ""
    """Words that count, from the first on: `First day`. They make a day only where others confirm it."""
    unit: str = ""
    """What else is counted, with a date: `Session 3 - 14 March`."""
    date: str = ""
    """Labels of a date line."""
    round: str = ""
    skipped: str = ""
    """What a heading says of a day on which nothing was done."""
    example: str = ""
    """What a template's headings say."""
    goals: str = ""
    """Headings of the challenge's goals, and the word in a sentence that announces them."""
    started: str = ""
    """What a sentence that tells the challenge's start says."""
    tags: str = ""
    """Labels of a line of tags."""
    short: bool = True
    """Whether months and weekdays are abbreviated by their beginnings."""
    filler: str = ""
    """Words that may stand before a day or a date in its heading, without being its topic."""


# fmt: off
# ruff: noqa: E501 - a language is a row of a table, and as wide as it is
LANGUAGES: dict[str, DateWords] = {
    "en": DateWords(day="day days", months="january february march april may june july august september october november december",
        weekdays="monday tuesday wednesday thursday friday saturday sunday", counted="day", to="to till until thru through", also="and", of="of out the",
        ordinals="st nd rd th", numbers="one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
        counting="first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth", unit="session lecture lesson class entry meeting week part",
        date="date dated day", round="round", skipped="skipped skip missed nothing pause paused break off", example="example template sample placeholder",
        goals="goal goals objective objectives aim aims", started="started starting start began begin begun committed commit beginning", tags="tags topics tag topic keywords",
        filler="log journal entry update progress diary on for date today"),
    "de": DateWords(day="tag tage", months="januar/jänner februar/feber märz/mrz april mai juni juli august september oktober november dezember",
        weekdays="montag/mo dienstag/di mittwoch/mi donnerstag/do freitag/fr samstag/sonnabend/sa sonntag/so", counted="tag", to="bis", also="und", of="von der",
        date="datum tag", round="runde", skipped="ausgelassen ausgesetzt übersprungen nichts", example="beispiel vorlage muster",
        goals="ziel ziele", started="begonnen beginn gestartet start angefangen", tags="schlagwörter themen stichwörter thema", numbers="eins zwei drei vier fünf sechs sieben acht neun zehn", counting="erster zweiter dritter vierter fünfter sechster siebter achter neunter zehnter", unit="sitzung woche lektion", filler="eintrag tagebuch logbuch am vom"),
    "fr": DateWords(day="jour jours", months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        weekdays="lundi mardi mercredi jeudi vendredi samedi dimanche", counted="jour", to="à au jusqu", also="et", of="sur de du",
        ordinals="er ère re ème e è eme", date="date", round="manche tour", skipped="sauté manqué rien raté", example="exemple modèle gabarit",
        goals="objectif objectifs but buts", started="commencé débuté début démarré", tags="étiquettes mots-clés thèmes sujets", numbers="un deux trois quatre cinq six sept huit neuf dix", counting="premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième", unit="séance semaine cours", filler="le du journal séance"),
    "es": DateWords(day="día dia días dias", months="enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
        weekdays="lunes martes miércoles jueves viernes sábado domingo", counted="día dia", to="al a hasta", also="y e", of="de del",
        ordinals="º ª er o a", date="fecha día", round="ronda vuelta", skipped="saltado omitido nada perdido descanso", example="ejemplo plantilla",
        goals="objetivo objetivos meta metas", started="comencé empecé inicio comienzo empezado comenzado", tags="etiquetas temas", numbers="uno dos tres cuatro cinco seis siete ocho nueve diez", counting="primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo", unit="sesión semana clase", filler="el bitácora diario entrada"),
    "pt": DateWords(day="dia dias", months="janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        weekdays="segunda/segunda-feira terça/terça-feira quarta/quarta-feira quinta/quinta-feira sexta/sexta-feira sábado domingo", counted="dia", to="a até ao", also="e", of="de do",
        ordinals="º ª o a", date="data dia", round="rodada", skipped="pulado pulei faltei nada", example="exemplo modelo",
        goals="objetivo objetivos meta metas", started="comecei iniciei início começo", tags="etiquetas temas tópicos assuntos", numbers="um dois três quatro cinco seis sete oito nove dez", counting="primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo", unit="sessão semana aula", filler="o diário registro em"),
    "it": DateWords(day="giorno giorni", months="gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        weekdays="lunedì martedì mercoledì giovedì venerdì sabato domenica", counted="giorno", to="al a fino all", also="e", of="di del su",
        ordinals="º ° ª o", date="data giorno", round="giro turno", skipped="saltato niente perso", example="esempio modello",
        goals="obiettivo obiettivi scopo", started="iniziato cominciato inizio", tags="etichette argomenti temi", numbers="uno due tre quattro cinque sei sette otto nove dieci", counting="primo secondo terzo quarto quinto sesto settimo ottavo nono decimo", unit="sessione settimana lezione", filler="il dal diario"),
    "ru": DateWords(day="день дни", months="январь/января февраль/февраля март/марта апрель/апреля май/мая июнь/июня июль/июля август/августа сентябрь/сентября октябрь/октября ноябрь/ноября декабрь/декабря",
        weekdays="понедельник/пн вторник/вт среда/ср четверг/чт пятница/пт суббота/сб воскресенье/вс", counted="день", to="по до", also="и", of="из",
        ordinals="й ый ой ий го е", date="дата число", round="раунд круг", skipped="пропустил пропустила пропуск пропущен пропущено", example="пример шаблон",
        goals="цель цели задачи", started="начал начала начало старт начат", tags="теги темы тема метки", numbers="один два три четыре пять шесть семь восемь девять десять", counting="первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый", unit="сессия неделя занятие урок", filler="с от за"),
    "zh": DateWords(day="第", weekdays="星期一/周一/週一/礼拜一 星期二/周二/週二/礼拜二 星期三/周三/週三/礼拜三 星期四/周四/週四/礼拜四 星期五/周五/週五/礼拜五 星期六/周六/週六/礼拜六 星期日/周日/週日/星期天/周天",
        counted="天 日", to="至 到", also="和 与 、 及", date="日期 时间 時間", round="轮 輪 期", skipped="跳过 未学习 休息 缺席", example="示例 模板 范例",
        goals="目标 目標", started="开始 開始 始于", tags="标签 標籤 主题", filler="打卡 学习 日记 日志"),
    "ja": DateWords(day="第", weekdays="月曜日/月曜 火曜日/火曜 水曜日/水曜 木曜日/木曜 金曜日/金曜 土曜日/土曜 日曜日/日曜", counted="日目 回目 日", to="から まで", also="と 、",
        date="日付", round="周目", skipped="休み サボり なし", example="例 テンプレート", goals="目標 目的 ゴール", started="開始 始めた スタート", tags="タグ トピック", filler="日記 学習 記録"),
    "ko": DateWords(day="제", weekdays="월요일/월 화요일/화 수요일/수 목요일/목 금요일/금 토요일/토 일요일/일", counted="일차 일째 일자", to="부터 까지", also="및 와 과",
        date="날짜 일자", round="회차 라운드", skipped="쉼 건너뜀 휴식", example="예시 템플릿", goals="목표", started="시작 시작일", tags="태그 주제", filler="학습 일지"),
    "nl": DateWords(short=False, day="dag dagen", months="januari februari maart april mei juni juli augustus september oktober november december",
        weekdays="maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", to="tot", also="en", of="van", ordinals="e", date="datum", round="ronde", example="voorbeeld", goals="doel doelen"),
    "pl": DateWords(short=False, day="dzień dni", months="styczeń/stycznia luty/lutego marzec/marca kwiecień/kwietnia maj/maja czerwiec/czerwca lipiec/lipca sierpień/sierpnia wrzesień/września październik/października listopad/listopada grudzień/grudnia",
        weekdays="poniedziałek wtorek środa czwartek piątek sobota niedziela", to="do", also="i", of="z", date="data", round="runda", example="przykład", goals="cel cele"),
    "tr": DateWords(short=False, day="gün", months="ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        weekdays="pazartesi salı çarşamba perşembe cuma cumartesi pazar", counted="gün", also="ve", date="tarih", round="tur", example="örnek", goals="hedef hedefler"),
    "uk": DateWords(short=False, day="день дні", months="січень/січня лютий/лютого березень/березня квітень/квітня травень/травня червень/червня липень/липня серпень/серпня вересень/вересня жовтень/жовтня листопад/листопада грудень/грудня",
        weekdays="понеділок вівторок середа четвер п'ятниця субота неділя", counted="день", to="по до", also="і та", of="з", ordinals="й го", date="дата", round="раунд", skipped="пропустив пропустила", example="приклад", goals="мета цілі"),
    "vi": DateWords(day="ngày", date="ngày", goals="mục"),
    "id": DateWords(short=False, day="hari", months="januari februari maret april mei juni juli agustus september oktober november desember",
        weekdays="senin selasa rabu kamis jumat sabtu minggu", to="sampai", also="dan", of="dari", date="tanggal", goals="tujuan"),
}
# fmt: on

_SHORT = (3, 4)
_NO_ABBREVIATIONS = frozenset({"dice", "otto", "nove", "mart", "marc", "lune", "jeu"})
"""Beginnings that are words of their own."""


def fold(word: str) -> str:
    """Return the word in the form in which the tables below hold it: compatibility forms and case folded."""
    return unicodedata.normalize("NFKC", word).casefold()


def bare(word: str) -> str:
    """Return the word without its accents (but й stays й, and hangul stays whole)."""
    if word.isascii() or not word or word[0] > "\u024f":
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _words(field: str) -> frozenset[str]:
    found: set[str] = set()
    for language in LANGUAGES.values():
        found.update(fold(word) for word in getattr(language, field).split())
    return frozenset(found | {bare(word) for word in found})


def _named(field: str) -> dict[str, int]:
    """Return number by name and abbreviation, from 0; what is ambiguous in one language is no abbreviation there."""
    table: dict[str, int] = {}
    for language in LANGUAGES.values():
        rows = [[fold(form) for form in names.split("/")] for names in getattr(language, field).split()]
        short: dict[str, int | None] = {}
        for number, forms in enumerate(rows):
            for form in {f for name in forms for f in (name, bare(name))}:
                table.setdefault(form, number)
                for length in _SHORT if language.short else ():
                    known = short.setdefault(form[:length], number)
                    short[form[:length]] = number if known == number else None
        for form, value in short.items():
            if value is not None and form not in _NO_ABBREVIATIONS:
                table.setdefault(form, value)
    return table


DAY_WORDS = _words("day")
SHORT_DAY_WORDS = frozenset({"d", "j"})
"""Stand for a day only in `R2D5`, or where a sequence confirms them."""
COUNTED = _words("counted")
MONTHS = {name: number + 1 for name, number in _named("months").items()}
WEEKDAYS = _named("weekdays")
TO_WORDS = _words("to")
ALSO_WORDS = _words("also")
OF_WORDS = _words("of")
ORDINALS = _words("ordinals")
DATE_LABELS = _words("date")
ROUND_WORDS = _words("round") | {"r"}
SKIP_WORDS = _words("skipped")
EXAMPLE_WORDS = _words("example")
GOAL_WORDS = _words("goals")
START_WORDS = _words("started")
TAG_LABELS = _words("tags")
FILLER_WORDS = _words("filler")
DAY_FIRST_MONTHS = frozenset({"set", "out", "ago", "gen", "mag"})
"""Abbreviations that are words elsewhere (`Problem Set 5`): months only after their day's number."""

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
COUNTING_WORDS = {
    form: number
    for language in LANGUAGES.values()
    for number, word in enumerate(language.counting.split(), start=1)
    for form in (fold(word), bare(fold(word)))
}
UNIT_WORDS = _words("unit")
NUMBER_WORDS = (
    {
        fold(word): number
        for language in LANGUAGES.values()
        for number, word in enumerate(language.numbers.split(), start=1)
    }
    | {word: tens * 10 for tens, word in enumerate(_TENS, start=2)}
    | {"zero": 0, "hundred": 100}
)

CHINESE_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "十": 10, "百": 100}
