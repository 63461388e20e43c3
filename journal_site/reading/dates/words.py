"""The words by which people name days and dates, of all languages together. Written by `make languages`: do not edit.

They come from `journal_site/languages/table/` and, for months and weekdays, from CLDR. All are folded.
"""


DAY_WORDS = frozenset({
    'dag', 'dagen', 'day', 'days', 'dia', 'dias', 'dni', 'dzien', 'dzień', 'día', 'días', 'giorni', 'giorno', 'gun',
    'gün', 'hari', 'jour', 'jours', 'ngay', 'ngày', 'tag', 'tage', 'день', 'дни', 'дні', '第', '제',
})
"""Stand before a day's number: `Day 5`."""

PLURAL_DAY_WORDS = frozenset({
    'dagen', 'days', 'dias', 'días', 'giorni', 'jours', 'tage', 'дни',
})
"""Those that mean several days."""

SHORT_DAY_WORDS = frozenset({
    'd', 'j',
})
"""Stand for a day only in `R2D5`, or where a sequence confirms them."""

COUNTED = frozenset({
    'day', 'dia', 'día', 'giorno', 'gun', 'gün', 'jour', 'tag', 'день', '回目', '天', '日', '日目', '일자', '일째', '일차',
})
"""End a counted day: `1st day`, `5일차`."""

TO_WORDS = frozenset({
    'a', 'al', 'all', 'ao', 'ate', 'até', 'au', 'bis', 'do', 'fino', 'hasta', 'jusqu', 'sampai', 'through', 'thru',
    'till', 'to', 'tot', 'until', 'à', 'до', 'по', 'から', 'まで', '到', '至', '까지', '부터',
})
"""Stand between the ends of a range."""

ALSO_WORDS = frozenset({
    'and', 'dan', 'e', 'en', 'et', 'i', 'und', 've', 'y', 'и', 'та', 'і', '、', 'と', '与', '及', '和', '과', '및', '와',
})
"""Stand between the members of a list."""

OF_WORDS = frozenset({
    'dari', 'de', 'del', 'der', 'di', 'do', 'du', 'of', 'out', 'su', 'sur', 'the', 'van', 'von', 'z', 'з', 'из',
})
"""Stand inside a date, and in `Day 5 of 100`."""

ORDINALS = frozenset({
    'a', 'e', 'eme', 'er', 'ere', 'nd', 'o', 'rd', 're', 'st', 'th', '°', 'è', 'ème', 'ère', 'го', 'е', 'ий', 'й',
    'ой', 'ый',
})
"""What a number may end in."""

DATE_LABELS = frozenset({
    'data', 'date', 'dated', 'datum', 'day', 'dia', 'día', 'fecha', 'giorno', 'ngay', 'ngày', 'tag', 'tanggal',
    'tarih', 'дата', 'число', '日付', '日期', '时间', '時間', '날짜', '일자',
})
"""Labels of a date line."""

ROUND_WORDS = frozenset({
    'giro', 'manche', 'r', 'rodada', 'ronda', 'ronde', 'round', 'runda', 'runde', 'tour', 'tur', 'turno', 'vuelta',
    'круг', 'раунд', '周目', '期', '輪', '轮', '라운드', '회차',
})
"""Stand before a round's number."""

SKIP_WORDS = frozenset({
    'ausgelassen', 'ausgesetzt', 'break', 'descanso', 'faltei', 'manque', 'manqué', 'missed', 'nada', 'nichts',
    'niente', 'nothing', 'off', 'omitido', 'pause', 'paused', 'perdido', 'perso', 'pulado', 'pulei', 'rate', 'raté',
    'rien', 'saltado', 'saltato', 'saute', 'sauté', 'skip', 'skipped', 'ubersprungen', 'übersprungen', 'пропуск',
    'пропустив', 'пропустил', 'пропустила', 'пропущен', 'пропущено', 'なし', 'サボり', '休み', '休息', '未学习', '缺席', '跳过',
    '건너뜀', '쉼', '휴식',
})
"""Say that nothing was done."""

EXAMPLE_WORDS = frozenset({
    'beispiel', 'ejemplo', 'esempio', 'example', 'exemple', 'exemplo', 'gabarit', 'modele', 'modello', 'modelo',
    'modèle', 'muster', 'ornek', 'placeholder', 'plantilla', 'przykład', 'sample', 'template', 'voorbeeld', 'vorlage',
    'örnek', 'приклад', 'пример', 'шаблон', 'テンプレート', '例', '模板', '示例', '范例', '예시', '템플릿',
})
"""What a template's headings say."""

GOAL_WORDS = frozenset({
    'aim', 'aims', 'but', 'buts', 'cel', 'cele', 'doel', 'doelen', 'goal', 'goals', 'hedef', 'hedefler', 'meta',
    'metas', 'muc', 'mục', 'obiettivi', 'obiettivo', 'objectif', 'objectifs', 'objective', 'objectives', 'objetivo',
    'objetivos', 'scopo', 'tujuan', 'ziel', 'ziele', 'задачи', 'мета', 'цели', 'цель', 'цілі', 'ゴール', '目标', '目標',
    '目的', '목표',
})
"""Head or announce the goals."""

START_WORDS = frozenset({
    'angefangen', 'began', 'begin', 'beginn', 'beginning', 'begonnen', 'begun', 'comecei', 'comeco', 'comence',
    'comencé', 'comenzado', 'começo', 'comienzo', 'cominciato', 'commence', 'commencé', 'commit', 'committed',
    'debut', 'debute', 'demarre', 'début', 'débuté', 'démarré', 'empece', 'empecé', 'empezado', 'gestartet',
    'iniciei', 'inicio', 'iniziato', 'inizio', 'início', 'start', 'started', 'starting', 'начал', 'начала', 'начало',
    'начат', 'старт', 'スタート', '始めた', '始于', '开始', '開始', '시작', '시작일',
})
"""Tell the start."""

TAG_LABELS = frozenset({
    'argomenti', 'assuntos', 'etichette', 'etiquetas', 'etiquettes', 'keywords', 'mots-cles', 'mots-clés',
    'schlagworter', 'schlagwörter', 'stichworter', 'stichwörter', 'sujets', 'tag', 'tags', 'temas', 'temi', 'thema',
    'themen', 'themes', 'thèmes', 'topic', 'topicos', 'topics', 'tópicos', 'étiquettes', 'метки', 'теги', 'тема',
    'темы', 'タグ', 'トピック', '主题', '标签', '標籤', '주제', '태그',
})
"""Labels of a line of tags."""

FILLER_WORDS = frozenset({
    'am', 'bitacora', 'bitácora', 'dal', 'date', 'diario', 'diary', 'diário', 'du', 'eintrag', 'el', 'em', 'entrada',
    'entry', 'for', 'il', 'journal', 'le', 'log', 'logbuch', 'o', 'on', 'progress', 'registro', 'seance', 'séance',
    'tagebuch', 'today', 'update', 'vom', 'за', 'от', 'с', '学习', '学習', '打卡', '日志', '日記', '日记', '記録', '일지', '학습',
})
"""May stand before a day or a date without being its topic."""

UNIT_WORDS = frozenset({
    'aula', 'clase', 'class', 'cours', 'entry', 'lecture', 'lektion', 'lesson', 'lezione', 'meeting', 'part',
    'seance', 'semaine', 'semana', 'sesion', 'sesión', 'sessao', 'session', 'sessione', 'sessão', 'settimana',
    'sitzung', 'séance', 'week', 'woche', 'занятие', 'неделя', 'сессия', 'урок',
})
"""What else is counted, with a date."""

DAY_FIRST_MONTHS = frozenset({
    'ago', 'gen', 'mag', 'out', 'set',
})
"""Abbreviations that are words elsewhere (`Problem Set 5`): months only after their day's number."""

MONTHS: dict[str, int] = {
    'january': 1, 'february': 2, 'march': 3, 'april': 4, 'may': 5, 'june': 6, 'july': 7, 'august': 8, 'september': 9,
    'october': 10, 'november': 11, 'december': 12, 'jan': 1, 'janu': 1, 'feb': 2, 'febr': 2, 'mar': 3, 'apr': 4,
    'apri': 4, 'jun': 6, 'jul': 7, 'aug': 8, 'augu': 8, 'sep': 9, 'sept': 9, 'oct': 10, 'octo': 10, 'nov': 11, 'dec':
    12, 'dece': 12, 'januar': 1, 'jänner': 1, 'janner': 1, 'februar': 2, 'feber': 2, 'märz': 3, 'marz': 3, 'mrz': 3,
    'mai': 5, 'juni': 6, 'juli': 7, 'oktober': 10, 'dezember': 12, 'jän': 1, 'jänn': 1, 'jann': 1, 'febe': 2, 'mär':
    3, 'okt': 10, 'okto': 10, 'dez': 12, 'deze': 12, 'enero': 1, 'febrero': 2, 'marzo': 3, 'abril': 4, 'mayo': 5,
    'junio': 6, 'julio': 7, 'agosto': 8, 'septiembre': 9, 'setiembre': 9, 'octubre': 10, 'noviembre': 11, 'diciembre':
    12, 'ene': 1, 'ener': 1, 'abr': 4, 'abri': 4, 'ago': 8, 'agos': 8, 'set': 9, 'seti': 9, 'octu': 10, 'novi': 11,
    'dic': 12, 'dici': 12, 'janvier': 1, 'février': 2, 'fevrier': 2, 'mars': 3, 'avril': 4, 'juin': 6, 'juillet': 7,
    'août': 8, 'aout': 8, 'septembre': 9, 'octobre': 10, 'novembre': 11, 'décembre': 12, 'decembre': 12, 'janv': 1,
    'fév': 2, 'févr': 2, 'fev': 2, 'fevr': 2, 'avr': 4, 'avri': 4, 'juil': 7, 'aoû': 8, 'aou': 8, 'déc': 12, 'déce':
    12, 'januari': 1, 'februari': 2, 'maret': 3, 'mei': 5, 'agustus': 8, 'desember': 12, 'gennaio': 1, 'febbraio': 2,
    'aprile': 4, 'maggio': 5, 'giugno': 6, 'luglio': 7, 'settembre': 9, 'ottobre': 10, 'dicembre': 12, 'gen': 1,
    'genn': 1, 'febb': 2, 'mag': 5, 'magg': 5, 'giu': 6, 'giug': 6, 'lug': 7, 'lugl': 7, 'sett': 9, 'ott': 10,
    'maart': 3, 'augustus': 8, 'stycznia': 1, 'styczeń': 1, 'styczen': 1, 'lutego': 2, 'luty': 2, 'marca': 3,
    'marzec': 3, 'kwietnia': 4, 'kwiecień': 4, 'kwiecien': 4, 'maja': 5, 'maj': 5, 'czerwca': 6, 'czerwiec': 6,
    'lipca': 7, 'lipiec': 7, 'sierpnia': 8, 'sierpień': 8, 'sierpien': 8, 'września': 9, 'wrzesnia': 9, 'wrzesień': 9,
    'wrzesien': 9, 'października': 10, 'pazdziernika': 10, 'październik': 10, 'pazdziernik': 10, 'listopada': 11,
    'listopad': 11, 'grudnia': 12, 'grudzień': 12, 'grudzien': 12, 'janeiro': 1, 'fevereiro': 2, 'março': 3, 'marco':
    3, 'maio': 5, 'junho': 6, 'julho': 7, 'setembro': 9, 'outubro': 10, 'novembro': 11, 'dezembro': 12, 'jane': 1,
    'feve': 2, 'març': 3, 'junh': 6, 'julh': 7, 'sete': 9, 'out': 10, 'outu': 10, 'января': 1, 'январь': 1, 'февраля':
    2, 'февраль': 2, 'марта': 3, 'март': 3, 'апреля': 4, 'апрель': 4, 'мая': 5, 'май': 5, 'июня': 6, 'июнь': 6,
    'июля': 7, 'июль': 7, 'августа': 8, 'август': 8, 'сентября': 9, 'сентябрь': 9, 'октября': 10, 'октябрь': 10,
    'ноября': 11, 'ноябрь': 11, 'декабря': 12, 'декабрь': 12, 'янв': 1, 'янва': 1, 'фев': 2, 'февр': 2, 'мар': 3,
    'апр': 4, 'апре': 4, 'июн': 6, 'июл': 7, 'авг': 8, 'авгу': 8, 'сен': 9, 'сент': 9, 'окт': 10, 'октя': 10, 'ноя':
    11, 'нояб': 11, 'дек': 12, 'дека': 12, 'ocak': 1, 'şubat': 2, 'subat': 2, 'mart': 3, 'nisan': 4, 'mayıs': 5,
    'haziran': 6, 'temmuz': 7, 'ağustos': 8, 'agustos': 8, 'eylül': 9, 'eylul': 9, 'ekim': 10, 'kasım': 11, 'aralık':
    12, 'січня': 1, 'січень': 1, 'лютого': 2, 'лютий': 2, 'березня': 3, 'березень': 3, 'квітня': 4, 'квітень': 4,
    'травня': 5, 'травень': 5, 'червня': 6, 'червень': 6, 'липня': 7, 'липень': 7, 'серпня': 8, 'серпень': 8,
    'вересня': 9, 'вересень': 9, 'жовтня': 10, 'жовтень': 10, 'листопада': 11, 'листопад': 11, 'грудня': 12,
    'грудень': 12,
}
"""From 1, by name and abbreviation."""

WEEKDAYS: dict[str, int] = {
    'monday': 0, 'tuesday': 1, 'wednesday': 2, 'thursday': 3, 'friday': 4, 'saturday': 5, 'sunday': 6, 'mon': 0,
    'mond': 0, 'tue': 1, 'tues': 1, 'wed': 2, 'wedn': 2, 'thu': 3, 'thur': 3, 'fri': 4, 'frid': 4, 'sat': 5, 'satu':
    5, 'sun': 6, 'sund': 6, 'montag': 0, 'mo': 0, 'dienstag': 1, 'di': 1, 'mittwoch': 2, 'mi': 2, 'donnerstag': 3,
    'do': 3, 'freitag': 4, 'fr': 4, 'samstag': 5, 'sonnabend': 5, 'sa': 5, 'sonntag': 6, 'so': 6, 'mont': 0, 'die': 1,
    'dien': 1, 'mit': 2, 'mitt': 2, 'don': 3, 'donn': 3, 'fre': 4, 'frei': 4, 'sam': 5, 'sams': 5, 'lunes': 0,
    'martes': 1, 'miércoles': 2, 'miercoles': 2, 'jueves': 3, 'viernes': 4, 'sábado': 5, 'sabado': 5, 'domingo': 6,
    'lun': 0, 'mar': 1, 'mié': 2, 'miér': 2, 'mie': 2, 'mier': 2, 'jue': 3, 'juev': 3, 'vie': 4, 'vier': 4, 'sáb': 5,
    'sába': 5, 'sab': 5, 'saba': 5, 'dom': 6, 'domi': 6, 'lundi': 0, 'mardi': 1, 'mercredi': 2, 'jeudi': 3,
    'vendredi': 4, 'samedi': 5, 'dimanche': 6, 'lund': 0, 'mard': 1, 'mer': 2, 'merc': 2, 'jeud': 3, 'ven': 4, 'vend':
    4, 'same': 5, 'dim': 6, 'dima': 6, 'senin': 0, 'selasa': 1, 'rabu': 2, 'kamis': 3, 'jumat': 4, 'sabtu': 5,
    'minggu': 6, 'lunedì': 0, 'lunedi': 0, 'martedì': 1, 'martedi': 1, 'mercoledì': 2, 'mercoledi': 2, 'giovedì': 3,
    'giovedi': 3, 'venerdì': 4, 'venerdi': 4, 'sabato': 5, 'domenica': 6, 'gio': 3, 'giov': 3, 'vene': 4, 'dome': 6,
    '月曜日': 0, '月曜': 0, '火曜日': 1, '火曜': 1, '水曜日': 2, '水曜': 2, '木曜日': 3, '木曜': 3, '金曜日': 4, '金曜': 4, '土曜日': 5, '土曜': 5,
    '日曜日': 6, '日曜': 6, '월요일': 0, '월': 0, '화요일': 1, '화': 1, '수요일': 2, '수': 2, '목요일': 3, '목': 3, '금요일': 4, '금': 4,
    '토요일': 5, '토': 5, '일요일': 6, '일': 6, 'maandag': 0, 'dinsdag': 1, 'woensdag': 2, 'donderdag': 3, 'vrijdag': 4,
    'zaterdag': 5, 'zondag': 6, 'poniedziałek': 0, 'wtorek': 1, 'środa': 2, 'sroda': 2, 'czwartek': 3, 'piątek': 4,
    'piatek': 4, 'sobota': 5, 'niedziela': 6, 'segunda': 0, 'segunda-feira': 0, 'terça': 1, 'terca': 1, 'terça-feira':
    1, 'terca-feira': 1, 'quarta': 2, 'quarta-feira': 2, 'quinta': 3, 'quinta-feira': 3, 'sexta': 4, 'sexta-feira': 4,
    'seg': 0, 'segu': 0, 'ter': 1, 'terç': 1, 'terc': 1, 'qua': 2, 'quar': 2, 'qui': 3, 'quin': 3, 'sex': 4, 'sext':
    4, 'понедельник': 0, 'пн': 0, 'вторник': 1, 'вт': 1, 'среда': 2, 'ср': 2, 'четверг': 3, 'чт': 3, 'пятница': 4,
    'пт': 4, 'суббота': 5, 'сб': 5, 'воскресенье': 6, 'вс': 6, 'пон': 0, 'поне': 0, 'вто': 1, 'втор': 1, 'сре': 2,
    'сред': 2, 'чет': 3, 'четв': 3, 'пят': 4, 'пятн': 4, 'суб': 5, 'субб': 5, 'вос': 6, 'воск': 6, 'pazartesi': 0,
    'salı': 1, 'çarşamba': 2, 'carsamba': 2, 'perşembe': 3, 'persembe': 3, 'cuma': 4, 'cumartesi': 5, 'pazar': 6,
    'понеділок': 0, 'вівторок': 1, 'середа': 2, 'четвер': 3, 'пʼятниця': 4, "п'ятниця": 4, 'субота': 5, 'неділя': 6,
    '星期一': 0, '周一': 0, '週一': 0, '礼拜一': 0, '星期二': 1, '周二': 1, '週二': 1, '礼拜二': 1, '星期三': 2, '周三': 2, '週三': 2, '礼拜三': 2,
    '星期四': 3, '周四': 3, '週四': 3, '礼拜四': 3, '星期五': 4, '周五': 4, '週五': 4, '礼拜五': 4, '星期六': 5, '周六': 5, '週六': 5, '礼拜六': 5,
    '星期日': 6, '周日': 6, '週日': 6, '星期天': 6, '周天': 6,
}
"""From 0 for Monday, by name and abbreviation."""

COUNTING_WORDS: dict[str, int] = {
    'first': 1, 'second': 2, 'third': 3, 'fourth': 4, 'fifth': 5, 'sixth': 6, 'seventh': 7, 'eighth': 8, 'ninth': 9,
    'tenth': 10, 'eleventh': 11, 'twelfth': 12, 'thirteenth': 13, 'fourteenth': 14, 'fifteenth': 15, 'erster': 1,
    'zweiter': 2, 'dritter': 3, 'vierter': 4, 'fünfter': 5, 'funfter': 5, 'sechster': 6, 'siebter': 7, 'achter': 8,
    'neunter': 9, 'zehnter': 10, 'primer': 1, 'segundo': 2, 'tercer': 3, 'cuarto': 4, 'quinto': 5, 'sexto': 6,
    'séptimo': 7, 'septimo': 7, 'octavo': 8, 'noveno': 9, 'décimo': 10, 'decimo': 10, 'premier': 1, 'deuxième': 2,
    'deuxieme': 2, 'troisième': 3, 'troisieme': 3, 'quatrième': 4, 'quatrieme': 4, 'cinquième': 5, 'cinquieme': 5,
    'sixième': 6, 'sixieme': 6, 'septième': 7, 'septieme': 7, 'huitième': 8, 'huitieme': 8, 'neuvième': 9, 'neuvieme':
    9, 'dixième': 10, 'dixieme': 10, 'primo': 1, 'secondo': 2, 'terzo': 3, 'quarto': 4, 'sesto': 6, 'settimo': 7,
    'ottavo': 8, 'nono': 9, 'primeiro': 1, 'terceiro': 3, 'sétimo': 7, 'setimo': 7, 'oitavo': 8, 'первый': 1,
    'второй': 2, 'третий': 3, 'четвёртый': 4, 'пятый': 5, 'шестой': 6, 'седьмой': 7, 'восьмой': 8, 'девятый': 9,
    'десятый': 10,
}
"""What place a word gives: `First day`."""

NUMBER_WORDS: dict[str, int] = {
    'one': 1, 'two': 2, 'three': 3, 'four': 4, 'five': 5, 'six': 6, 'seven': 7, 'eight': 8, 'nine': 9, 'ten': 10,
    'eleven': 11, 'twelve': 12, 'thirteen': 13, 'fourteen': 14, 'fifteen': 15, 'sixteen': 16, 'seventeen': 17,
    'eighteen': 18, 'nineteen': 19, 'twenty': 20, 'eins': 1, 'zwei': 2, 'drei': 3, 'vier': 4, 'fünf': 5, 'sechs': 6,
    'sieben': 7, 'acht': 8, 'neun': 9, 'zehn': 10, 'uno': 1, 'dos': 2, 'tres': 3, 'cuatro': 4, 'cinco': 5, 'seis': 6,
    'siete': 7, 'ocho': 8, 'nueve': 9, 'diez': 10, 'un': 1, 'deux': 2, 'trois': 3, 'quatre': 4, 'cinq': 5, 'sept': 7,
    'huit': 8, 'neuf': 9, 'dix': 10, 'due': 2, 'tre': 3, 'quattro': 4, 'cinque': 5, 'sei': 6, 'sette': 7, 'otto': 8,
    'nove': 9, 'dieci': 10, 'um': 1, 'dois': 2, 'três': 3, 'quatro': 4, 'sete': 7, 'oito': 8, 'dez': 10, 'один': 1,
    'два': 2, 'три': 3, 'четыре': 4, 'пять': 5, 'шесть': 6, 'семь': 7, 'восемь': 8, 'девять': 9, 'десять': 10,
    'thirty': 30, 'forty': 40, 'fifty': 50, 'sixty': 60, 'seventy': 70, 'eighty': 80, 'ninety': 90, 'zero': 0,
    'hundred': 100,
}
"""The numbers that words mean."""

CHINESE_DIGITS: dict[str, int] = {
    '〇': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '零': 0, '两': 2, '十': 10, '百': 100,
}
"""The numbers that signs mean."""

SINGULARS: dict[str, str] = {
    'days': 'day', 'tage': 'tag', 'días': 'día', 'dias': 'dia', 'jours': 'jour', 'giorni': 'giorno', 'dagen': 'dag',
    'дни': 'день',
}
"""The word for one day by that for several."""

MONTH_NAMES: dict[str, tuple[tuple[str, ...], ...]] = {
    'en': (('january',), ('february',), ('march',), ('april',), ('may',), ('june',), ('july',), ('august',), ('september',), ('october',), ('november',), ('december',)),
    'de': (('januar', 'jänner'), ('februar', 'feber'), ('märz', 'mrz'), ('april',), ('mai',), ('juni',), ('juli',), ('august',), ('september',), ('oktober',), ('november',), ('dezember',)),
    'es': (('enero',), ('febrero',), ('marzo',), ('abril',), ('mayo',), ('junio',), ('julio',), ('agosto',), ('septiembre', 'setiembre'), ('octubre',), ('noviembre',), ('diciembre',)),
    'fr': (('janvier',), ('février',), ('mars',), ('avril',), ('mai',), ('juin',), ('juillet',), ('août',), ('septembre',), ('octobre',), ('novembre',), ('décembre',)),
    'id': (('januari',), ('februari',), ('maret',), ('april',), ('mei',), ('juni',), ('juli',), ('agustus',), ('september',), ('oktober',), ('november',), ('desember',)),
    'it': (('gennaio',), ('febbraio',), ('marzo',), ('aprile',), ('maggio',), ('giugno',), ('luglio',), ('agosto',), ('settembre',), ('ottobre',), ('novembre',), ('dicembre',)),
    'nl': (('januari',), ('februari',), ('maart',), ('april',), ('mei',), ('juni',), ('juli',), ('augustus',), ('september',), ('oktober',), ('november',), ('december',)),
    'pl': (('stycznia', 'styczeń'), ('lutego', 'luty'), ('marca', 'marzec'), ('kwietnia', 'kwiecień'), ('maja', 'maj'), ('czerwca', 'czerwiec'), ('lipca', 'lipiec'), ('sierpnia', 'sierpień'), ('września', 'wrzesień'), ('października', 'październik'), ('listopada', 'listopad'), ('grudnia', 'grudzień')),
    'pt': (('janeiro',), ('fevereiro',), ('março',), ('abril',), ('maio',), ('junho',), ('julho',), ('agosto',), ('setembro',), ('outubro',), ('novembro',), ('dezembro',)),
    'ru': (('января', 'январь'), ('февраля', 'февраль'), ('марта', 'март'), ('апреля', 'апрель'), ('мая', 'май'), ('июня', 'июнь'), ('июля', 'июль'), ('августа', 'август'), ('сентября', 'сентябрь'), ('октября', 'октябрь'), ('ноября', 'ноябрь'), ('декабря', 'декабрь')),
    'tr': (('ocak',), ('şubat',), ('mart',), ('nisan',), ('mayıs',), ('haziran',), ('temmuz',), ('ağustos',), ('eylül',), ('ekim',), ('kasım',), ('aralık',)),
    'uk': (('січня', 'січень'), ('лютого', 'лютий'), ('березня', 'березень'), ('квітня', 'квітень'), ('травня', 'травень'), ('червня', 'червень'), ('липня', 'липень'), ('серпня', 'серпень'), ('вересня', 'вересень'), ('жовтня', 'жовтень'), ('листопада', 'листопад'), ('грудня', 'грудень')),
}
"""The names of the months by language, each with its forms."""

WEEKDAY_NAMES: dict[str, tuple[tuple[str, ...], ...]] = {
    'en': (('monday',), ('tuesday',), ('wednesday',), ('thursday',), ('friday',), ('saturday',), ('sunday',)),
    'de': (('montag', 'mo'), ('dienstag', 'di'), ('mittwoch', 'mi'), ('donnerstag', 'do'), ('freitag', 'fr'), ('samstag', 'sonnabend', 'sa'), ('sonntag', 'so')),
    'es': (('lunes',), ('martes',), ('miércoles',), ('jueves',), ('viernes',), ('sábado',), ('domingo',)),
    'fr': (('lundi',), ('mardi',), ('mercredi',), ('jeudi',), ('vendredi',), ('samedi',), ('dimanche',)),
    'id': (('senin',), ('selasa',), ('rabu',), ('kamis',), ('jumat',), ('sabtu',), ('minggu',)),
    'it': (('lunedì',), ('martedì',), ('mercoledì',), ('giovedì',), ('venerdì',), ('sabato',), ('domenica',)),
    'ja': (('月曜日', '月曜'), ('火曜日', '火曜'), ('水曜日', '水曜'), ('木曜日', '木曜'), ('金曜日', '金曜'), ('土曜日', '土曜'), ('日曜日', '日曜')),
    'ko': (('월요일', '월'), ('화요일', '화'), ('수요일', '수'), ('목요일', '목'), ('금요일', '금'), ('토요일', '토'), ('일요일', '일')),
    'nl': (('maandag',), ('dinsdag',), ('woensdag',), ('donderdag',), ('vrijdag',), ('zaterdag',), ('zondag',)),
    'pl': (('poniedziałek',), ('wtorek',), ('środa',), ('czwartek',), ('piątek',), ('sobota',), ('niedziela',)),
    'pt': (('segunda', 'segunda-feira'), ('terça', 'terça-feira'), ('quarta', 'quarta-feira'), ('quinta', 'quinta-feira'), ('sexta', 'sexta-feira'), ('sábado',), ('domingo',)),
    'ru': (('понедельник', 'пн'), ('вторник', 'вт'), ('среда', 'ср'), ('четверг', 'чт'), ('пятница', 'пт'), ('суббота', 'сб'), ('воскресенье', 'вс')),
    'tr': (('pazartesi',), ('salı',), ('çarşamba',), ('perşembe',), ('cuma',), ('cumartesi',), ('pazar',)),
    'uk': (('понеділок',), ('вівторок',), ('середа',), ('четвер',), ('пʼятниця', "п'ятниця"), ('субота',), ('неділя',)),
    'zh': (('星期一', '周一', '週一', '礼拜一'), ('星期二', '周二', '週二', '礼拜二'), ('星期三', '周三', '週三', '礼拜三'), ('星期四', '周四', '週四', '礼拜四'), ('星期五', '周五', '週五', '礼拜五'), ('星期六', '周六', '週六', '礼拜六'), ('星期日', '周日', '週日', '星期天', '周天')),
}
"""The names of the weekdays, likewise."""

PARTICLES: dict[str, tuple[str, ...]] = {
    'en': ('of', 'out', 'the', 'st', 'nd', 'rd', 'th'), 'de': ('von', 'der'), 'es': ('de', 'del', 'o', 'a', 'er', 'o',
    'a'), 'fr': ('sur', 'de', 'du', 'er', 'ère', 're', 'ème', 'e', 'è', 'eme'), 'id': ('dari',), 'it': ('di', 'del',
    'su', 'o', '°', 'a', 'o'), 'ja': (), 'ko': (), 'nl': ('van', 'e'), 'pl': ('z',), 'pt': ('de', 'do', 'o', 'a', 'o',
    'a'), 'ru': ('из', 'й', 'ый', 'ой', 'ий', 'го', 'е'), 'tr': (), 'uk': ('з', 'й', 'го'), 'vi': (), 'zh': (),
}
"""What stands inside of dates, by language."""
