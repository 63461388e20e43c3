"""The words by which people name days and dates, of all languages together. Written by `make languages`: do not edit.

They come from `journal_site/languages/table/` and, for months and weekdays, from CLDR. All are folded.
"""


DAY_WORDS = frozenset({
    'dag', 'dagar', 'dage', 'dagen', 'dager', 'day', 'days', 'den', 'dia', 'dias', 'dni', 'dny', 'dzien', 'dzień',
    'día', 'días', 'giorni', 'giorno', 'gun', 'gunler', 'gün', 'günler', 'hari', 'jour', 'jours', 'nap', 'napok',
    'ngay', 'ngày', 'paiva', 'paivat', 'päivä', 'päivät', 'tag', 'tage', 'zi', 'zile', 'zilele', 'ziua', 'ημέρα',
    'ημέρεσ', 'ημερα', 'ημερεσ', 'μέρα', 'μέρεσ', 'μερα', 'μερεσ', 'день', 'дни', 'дні', 'היום', 'יום', 'ימים', 'أیام',
    'الأیام', 'الایام', 'الیوم', 'ایام', 'روز', 'روزهای', 'یوم', 'दिन', 'दिवस', 'দিন', 'দিবস', 'วัน', 'วันที่', '第',
    '제',
})
"""Stand before a day's number: `Day 5`."""

PLURAL_DAY_WORDS = frozenset({
    'dagar', 'dage', 'dagen', 'dager', 'days', 'dias', 'dni', 'dny', 'días', 'giorni', 'gunler', 'günler', 'jours',
    'napok', 'paivat', 'päivät', 'tage', 'zile', 'zilele', 'ημέρεσ', 'ημερεσ', 'μέρεσ', 'μερεσ', 'дни', 'дні', 'ימים',
    'أیام', 'الأیام', 'الایام', 'ایام', 'روزهای',
})
"""Those that mean several days."""

SHARED_DAY_WORDS = frozenset({
    'den', 'nap', 'zi',
})
"""Those that are everyday words of another language: behind their number stands no word."""

SHORT_DAY_WORDS = frozenset({
    'd', 'j',
})
"""Stand for a day only in `R2D5`, or where a sequence confirms them."""

COUNTED = frozenset({
    'dag', 'dagen', 'day', 'den', 'dia', 'dzien', 'dzień', 'día', 'giorno', 'gunu', 'gün', 'günü', 'jour', 'nap',
    'paiva', 'päivä', 'tag', 'zi', 'ημέρα', 'ημερα', 'μέρα', 'μερα', 'день', 'दिन', 'दिवस', 'দিন', '回目', '天', '日',
    '日目', '일자', '일째', '일차',
})
"""End a counted day: `1st day`, `5일차`."""

TO_WORDS = frozenset({
    'a', 'al', 'all', 'ao', 'asti', 'ate', 'até', 'au', 'až', 'bis', 'do', 'fino', 'hasta', 'hingga', 'jusqu', 'pana',
    'până', 'sampai', 't/m', 'through', 'thru', 'til', 'till', 'to', 'tot', 'tới', 'until', 'à', 'đến', 'έωσ', 'εωσ',
    'μέχρι', 'μεχρι', 'ωσ', 'до', 'по', 'עד', 'إلی', 'الی', 'تا', 'حتی', 'तक', 'से', 'থেকে', 'পর্যন্ত', 'ถึง', 'から',
    'まで', '到', '至', '까지', '부터',
})
"""Stand between the ends of a range."""

ALSO_WORDS = frozenset({
    'and', 'dan', 'e', 'en', 'et', 'i', 'ja', 'och', 'og', 'oraz', 'und', 've', 'và', 'y', 'és', 'și', 'και', 'и', 'й',
    'та', 'і', 'ו', 'و', 'और', 'व', 'এবং', 'ও', 'และ', '、', 'と', '与', '及', '和', '과', '및', '와',
})
"""Stand between the members of a list."""

OF_WORDS = frozenset({
    'af', 'av', 'của', 'dari', 'de', 'del', 'der', 'di', 'din', 'do', 'du', 'năm', 'of', 'out', 'su', 'sur', 'the',
    'van', 'von', 'z', 'ze', 'απο', 'από', 'του', 'з', 'из', 'із', 'מתוך', 'از', 'سال', 'سنه', 'عام', 'من', 'का', 'की',
    'के', 'में', 'এর', 'ของ', 'ค', 'จาก', 'ปี', 'พ', 'ศ',
})
"""Stand inside a date, and in `Day 5 of 100`."""

ORDINALS = frozenset({
    'a', 'ai', 'de', 'e', 'ei', 'eme', 'er', 'ere', 'i', 'inci', 'je', 'jei', 'jén', 'lea', 'nci', 'ncu', 'ncü', 'ncı',
    'nd', 'o', 'rd', 're', 'st', 'ste', 'th', 'uncu', '°', 'án', 'è', 'ème', 'ère', 'én', 'üncü', 'ıncı', 'ή', 'η',
    'οσ', 'ου', 'ге', 'го', 'е', 'ий', 'й', 'ме', 'ой', 'те', 'тє', 'ше', 'ый', 'ام', 'م', 'ठा', 'था', 'रा', 'ला',
    'वा', 'वाँ', 'वां', 'वें', 'ই', 'ঠা', 'তম', 'ম', 'য়', 'রা', 'র্থ', 'লা', 'শে', 'ষ্ঠ',
})
"""What a number may end in."""

DATE_LABELS = frozenset({
    'data', 'date', 'dated', 'dato', 'datum', 'day', 'den', 'dia', 'dne', 'dnia', 'dátum', 'día', 'fecha', 'giorno',
    'kelt', 'ngay', 'ngày', 'paivamaara', 'paivays', 'pvm', 'päivämäärä', 'päiväys', 'tag', 'tanggal', 'tarih', 'tgl',
    'ημερομηνία', 'ημερομηνια', 'дата', 'число', 'תאריך', 'التاریخ', 'تاریخ', 'तारीख', 'तिथि', 'दिनांक', 'তারিখ',
    'วันที่', '日付', '日期', '时间', '時間', '날짜', '일자',
})
"""Labels of a date line."""

ROUND_WORDS = frozenset({
    'giro', 'kierros', 'kolo', 'kör', 'manche', 'omgang', 'omgång', 'putaran', 'r', 'rodada', 'ronda', 'ronde',
    'round', 'runda', 'runde', 'tour', 'tur', 'turno', 'varv', 'vong', 'vuelta', 'vòng', 'γυροσ', 'γύροσ', 'коло',
    'круг', 'раунд', 'סבב', 'סיבוב', 'الجوله', 'جوله', 'دور', 'चक्र', 'दौर', 'রাউন্ড', 'รอบ', 'รอบที่', '周目', '期', '輪',
    '轮', '라운드', '회차',
})
"""Stand before a round's number."""

SKIP_WORDS = frozenset({
    'atladim', 'atladım', 'atlandi', 'atlandı', 'ausgelassen', 'ausgesetzt', 'break', 'descanso', 'dilewati',
    'dinlenme', 'faltei', 'gemist', 'hoppa', 'hoppade', 'hoppet', 'hviledag', 'ingenting', 'intet', 'istirahat',
    'kihagytam', 'kihagyva', 'lepopaiva', 'lepopäivä', 'lewat', 'libur', 'manque', 'manqué', 'missad', 'missed',
    'nada', 'nghi', 'nghỉ', 'nichts', 'niente', 'niets', 'nimic', 'nothing', 'off', 'ohitettu', 'omitido',
    'opuszczony', 'overgeslagen', 'overhoppad', 'oversprunget', 'pause', 'paused', 'pauza', 'pauză', 'perdido',
    'perso', 'pominiete', 'pominiety', 'pominięte', 'pominięty', 'preskoceno', 'przerwa', 'pulado', 'pulei',
    'přeskočeno', 'ratata', 'ratată', 'rate', 'raté', 'rien', 'rustdag', 'saltado', 'saltato', 'sarit', 'sarita',
    'saute', 'sauté', 'semmi', 'skip', 'skipped', 'sprunget', 'szunet', 'szünet', 'sărit', 'sărită', 'ubersprungen',
    'valiin', 'vilodag', 'vynechal', 'vynechala', 'vynechano', 'vynecháno', 'väliin', 'yapilmadi', 'yapılmadı',
    'överhoppad', 'übersprungen', 'διάλειμμα', 'διαλειμμα', 'παραλείφθηκε', 'παραλειφθηκε', 'τίποτα', 'τιποτα',
    'пропуск', 'пропустив', 'пропустил', 'пропустила', 'пропущен', 'пропущено', 'דילוג', 'כלום', 'מנוחה', 'استراحت',
    'تخطی', 'تعطیل', 'راحه', 'لاشیء', 'هیچ', 'अवकाश', 'छुट्टी', 'छोड़ा', 'ছুটি', 'বাদ', 'বিরতি', 'ข้าม', 'พัก', 'หยุด',
    'なし', 'サボり', '休み', '休息', '未学习', '缺席', '跳过', '건너뜀', '쉼', '휴식',
})
"""Say that nothing was done."""

EXAMPLE_WORDS = frozenset({
    'beispiel', 'contoh', 'ejemplo', 'eksempel', 'esempio', 'esimerkki', 'example', 'exempel', 'exemple', 'exemplo',
    'exemplu', 'gabarit', 'minta', 'modele', 'modello', 'modelo', 'modèle', 'muster', 'mẫu', 'ornek', 'pelda',
    'placeholder', 'plantilla', 'priklad', 'przyklad', 'przykład', 'példa', 'příklad', 'sablon', 'sablona', 'sample',
    'sjabloon', 'skabelon', 'szablon', 'templat', 'template', 'voorbeeld', 'vorlage', 'örnek', 'şablon', 'šablona',
    'șablon', 'παράδειγμα', 'παραδειγμα', 'προτυπο', 'πρότυπο', 'приклад', 'пример', 'шаблон', 'דוגמה', 'תבנית',
    'الگو', 'قالب', 'مثال', 'نموذج', 'نمونه', 'उदाहरण', 'नमूना', 'উদাহরণ', 'নমুনা', 'ตัวอย่าง', 'แม่แบบ', 'テンプレート',
    '例', '模板', '示例', '范例', '예시', '템플릿',
})
"""What a template's headings say."""

GOAL_WORDS = frozenset({
    'aim', 'aims', 'amac', 'amaclar', 'amaç', 'amaçlar', 'but', 'buts', 'cel', 'cele', 'celjaim', 'celok', 'cile',
    'cél', 'céljaim', 'célok', 'cíl', 'cíle', 'doel', 'doelen', 'doelstelling', 'doelstellingen', 'goal', 'goals',
    'hedef', 'hedefler', 'hedeflerim', 'malsattning', 'malsattningar', 'malsetting', 'malsettinger', 'malsætning',
    'malsætninger', 'meta', 'metas', 'muc dich', 'muc tieu', 'mål', 'målsetting', 'målsettinger', 'målsättning',
    'målsättningar', 'målsætning', 'målsætninger', 'mục tiêu', 'mục đích', 'obiectiv', 'obiective', 'obiettivi',
    'obiettivo', 'objectif', 'objectifs', 'objective', 'objectives', 'objetivo', 'objetivos', 'sasaran', 'scop',
    'scopo', 'scopuri', 'tavoite', 'tavoitteeni', 'tavoitteet', 'tujuan', 'ziel', 'ziele', 'στοχοι', 'στοχοσ',
    'στόχοι', 'στόχοσ', 'задачи', 'мета', 'цели', 'цель', 'ціль', 'цілі', 'יעד', 'יעדים', 'מטרה', 'מטרות', 'أهداف',
    'أهدافی', 'الأهداف', 'الاهداف', 'الهدف', 'اهداف', 'اهدافی', 'هدف', 'هدفها', 'उद्देश्य', 'लक्ष्य', 'উদ্দেশ্য',
    'লক্ষ্য', 'เป้าหมาย', 'ゴール', '目标', '目標', '目的', '목표',
})
"""Head or announce the goals."""

START_WORDS = frozenset({
    'alkoi', 'aloitettu', 'aloitin', 'aloitus', 'angefangen', 'basladi', 'basladim', 'baslangic', 'bat dau', 'başladı',
    'başladım', 'başlangıç', 'began', 'begin', 'beginn', 'beginning', 'begonnen', 'begun', 'begyndte', 'begynte',
    'borjade', 'började', 'bắt đầu', 'comecei', 'comeco', 'comence', 'comencé', 'comenzado', 'começo', 'comienzo',
    'cominciato', 'commence', 'commencé', 'commit', 'committed', 'debut', 'debute', 'demarre', 'dimulai', 'début',
    'débuté', 'démarré', 'elkezdtem', 'empece', 'empecé', 'empezado', 'gestart', 'gestartet', 'inceput', 'inceputa',
    'iniciei', 'inicio', 'iniziato', 'inizio', 'início', 'kezdes', 'kezdete', 'kezdtem', 'kezdés', 'memulai', 'mulai',
    'pabegyndt', 'pabegynt', 'paborjade', 'påbegyndt', 'påbegynt', 'påbörjade', 'rozpoczalem', 'rozpoczecie',
    'rozpoczelam', 'rozpocząłem', 'rozpoczęcie', 'rozpoczęłam', 'start', 'startade', 'started', 'startede', 'startet',
    'starting', 'zacal', 'zacala', 'zaczalem', 'zaczelam', 'zacząłem', 'zaczęłam', 'zahajeni', 'zahajeno', 'zahájeno',
    'zahájení', 'začal', 'začala', 'început', 'începută', 'άρχισα', 'έναρξη', 'αρχισα', 'εναρξη', 'ξεκίνησα',
    'ξεκινησα', 'начал', 'начала', 'начало', 'начат', 'почав', 'почала', 'початок', 'розпочав', 'розпочала', 'старт',
    'התחלה', 'התחלתי', 'آغاز', 'اغاز', 'البدایه', 'بدأ', 'بدأت', 'بدا', 'بدات', 'بدایه', 'شروع', 'आरंभ', 'शुरुआत',
    'शुरू', 'আরম্ভ', 'শুরু', 'เริ่ม', 'เริ่มต้น', 'スタート', '始めた', '始于', '开始', '開始', '시작', '시작일',
})
"""Tell the start."""

TAG_LABELS = frozenset({
    'aiheet', 'amnen', 'argomenti', 'assuntos', 'avainsanat', 'cimkek', 'címkék', 'emneord', 'emner', 'etichete',
    'etichette', 'etiketler', 'etiketter', 'etiquetas', 'etiquettes', 'etykiety', 'keywords', 'konular', 'mots-cles',
    'mots-clés', 'mærker', 'nhan', 'nhãn', 'onderwerpen', 'schlagworter', 'schlagwörter', 'stichworter', 'stichwörter',
    'stikkord', 'stitky', 'subiecte', 'sujets', 'tag', 'taggar', 'tagi', 'tags', 'tanda', 'temak', 'temas', 'temata',
    'tematy', 'teme', 'temi', 'thema', 'themen', 'themes', 'thèmes', 'thẻ', 'topic', 'topicos', 'topics', 'topik',
    'trefwoorden', 'tunnisteet', 'témata', 'témák', 'tópicos', 'ämnen', 'étiquettes', 'štítky', 'ετικέτεσ', 'ετικετεσ',
    'θέματα', 'θεματα', 'метки', 'мітки', 'теги', 'тема', 'теми', 'темы', 'נושאים', 'תגיות', 'المواضیع', 'الوسوم',
    'برچسب', 'برچسبها', 'مواضیع', 'موضوعات', 'وسوم', 'टैग', 'विषय', 'ট্যাগ', 'বিষয়', 'หัวข้อ', 'แท็ก', 'タグ', 'トピック',
    '主题', '标签', '標籤', '주제', '태그',
})
"""Labels of a line of tags."""

FILLER_WORDS = frozenset({
    'am', 'bejegyzes', 'bejegyzés', 'bitacora', 'bitácora', 'catatan', 'dagboek', 'dagbog', 'dagbok', 'dal', 'date',
    'denik', 'deník', 'diario', 'diary', 'diário', 'du', 'dziennik', 'eintrag', 'el', 'em', 'entrada', 'entry', 'for',
    'gunlugu', 'gunluk', 'günlük', 'günlüğü', 'harian', 'il', 'journal', 'jurnal', 'ký', 'le', 'log', 'logboek',
    'logbog', 'logbuch', 'loggbok', 'loki', 'naplo', 'napló', 'nhat', 'nhật', 'o', 'on', 'op', 'paivakirja',
    'progress', 'päiväkirja', 'registro', 'seance', 'séance', 'tagebuch', 'today', 'update', 'vom', 'w', 'wpis',
    'zapis', 'zápis', 'ημερολογιο', 'ημερολόγιο', 'στισ', 'την', 'за', 'запис', 'от', 'с', 'щоденник', 'יומן',
    'خاطرات', 'دفترچه', 'سجل', 'فی', 'یومیات', 'डायरी', 'ডায়েরি', 'บันทึก', '学习', '学習', '打卡', '日志', '日記', '日记', '記録',
    '일지', '학습',
})
"""May stand before a day or a date without being its topic."""

NUMBER_SIGNS = frozenset({
    'a', 'cislo', 'ke', 'n', 'no', 'nomor', 'nr', 'nro', 'num', 'numara', 'number', 'numer', 'numero', 'nummer', 'sz',
    'szam', 'szám', 'số', 'thứ', 'č', 'číslo', 'αρ', 'ה', 'מספר', 'رقم', 'شماره', 'नंबर', 'संख्या', 'নং', 'নম্বর',
    'ที่',
})
"""Stand between the word for day and its number."""

MONTH_WORDS = frozenset({
    'thang', 'tháng',
})
"""Stand before a month's number."""

YEAR_WORDS = frozenset({
    'r', 'roku', 'г', 'года', 'р', 'року',
})
"""Stand behind a year."""

WEEK_WORDS = frozenset({
    'hafta', 'haftalar', 'hetek', 'hét', 'kw', 'minggu', 'pekan', 'saptamana', 'saptamani', 'saptamanile', 'semaine',
    'semaines', 'semana', 'semanas', 'settimana', 'settimane', 'săptămâna', 'săptămâni', 'săptămânile', 'săptămână',
    'tuan', 'tuần', 'tyden', 'tydny', 'tydzien', 'tydzień', 'tygodnie', 'týden', 'týdny', 'uge', 'uger', 'uke', 'uker',
    'vecka', 'veckor', 'veke', 'veker', 'viikko', 'viikot', 'vka', 'week', 'weeks', 'weken', 'wk', 'woche', 'wochen',
    'βδομάδα', 'βδομαδα', 'εβδομάδα', 'εβδομάδεσ', 'εβδομαδα', 'εβδομαδεσ', 'недели', 'неделя', 'тиждень', 'тижні',
    'השבוע', 'שבוע', 'أسبوع', 'اسبوع', 'الأسبوع', 'الاسبوع', 'هفته', 'सप्ताह', 'हफ़्ता', 'हफ्ता', 'সপ্তাহ', 'สัปดาห์',
    'สัปดาห์ที่', '周', '星期', '週', '週目', '주', '주차',
})
"""Stand before a week's number."""

DAY_FIRST_MONTHS = frozenset({
    'ago', 'gen', 'mag', 'out', 'set',
})
"""Abbreviations that are words elsewhere (`Problem Set 5`): months only after their day's number."""

UNIT_WORDS = frozenset({
    'aula', 'buoi', 'buổi', 'bài', 'clase', 'class', 'cours', 'ders', 'entry', 'hafta', 'haftalar', 'hetek', 'hét',
    'kw', 'lecke', 'lectia', 'lecture', 'lecția', 'lekce', 'lekcja', 'leksjon', 'lektion', 'lesson', 'lezione',
    'luento', 'meeting', 'oppitunti', 'oturum', 'part', 'pekan', 'pelajaran', 'saptamana', 'saptamani', 'saptamanile',
    'seance', 'semaine', 'semaines', 'semana', 'semanas', 'sesi', 'sesion', 'sesiunea', 'sesión', 'sesja', 'sessao',
    'sessie', 'session', 'sessione', 'sessão', 'settimana', 'settimane', 'sezeni', 'sezení', 'sitzung', 'séance',
    'săptămâna', 'săptămâni', 'săptămânile', 'săptămână', 'tuan', 'tuần', 'tyden', 'tydny', 'tydzien', 'tydzień',
    'tygodnie', 'týden', 'týdny', 'uge', 'uger', 'uke', 'uker', 'vecka', 'veckor', 'veke', 'veker', 'viikko', 'viikot',
    'vka', 'week', 'weeks', 'weken', 'wk', 'woche', 'wochen', 'óra', 'βδομάδα', 'βδομαδα', 'εβδομάδα', 'εβδομάδεσ',
    'εβδομαδα', 'εβδομαδεσ', 'μάθημα', 'μαθημα', 'συνεδρία', 'συνεδρια', 'занятие', 'заняття', 'лекція', 'недели',
    'неделя', 'сессия', 'тиждень', 'тижні', 'урок', 'השבוע', 'מפגש', 'שבוע', 'שיעור', 'أسبوع', 'اسبوع', 'الأسبوع',
    'الاسبوع', 'الجلسه', 'الدرس', 'جلسه', 'درس', 'هفته', 'पाठ', 'सत्र', 'सप्ताह', 'हफ़्ता', 'हफ्ता', 'অধ্যায়', 'পাঠ',
    'সপ্তাহ', 'ครั้งที่', 'บทที่', 'สัปดาห์', 'สัปดาห์ที่', '周', '星期', '週', '週目', '주', '주차',
})
"""What else is counted, with a date: no weekday, as its number may be the date's."""

MONTHS: dict[str, int] = {
    'january': 1, 'february': 2, 'march': 3, 'april': 4, 'may': 5, 'june': 6, 'july': 7, 'august': 8, 'september': 9,
    'october': 10, 'november': 11, 'december': 12, 'jan': 1, 'janu': 1, 'feb': 2, 'febr': 2, 'mar': 3, 'apr': 4,
    'apri': 4, 'jun': 6, 'jul': 7, 'aug': 8, 'augu': 8, 'sep': 9, 'sept': 9, 'oct': 10, 'octo': 10, 'nov': 11,
    'dec': 12, 'dece': 12, 'ینایر': 1, 'جانفی': 1, 'کانون الثانی': 1, 'فبرایر': 2, 'فیفری': 2, 'شباط': 2, 'مارس': 3,
    'آذار': 3, 'اذار': 3, 'أبریل': 4, 'ابریل': 4, 'أفریل': 4, 'افریل': 4, 'نیسان': 4, 'مایو': 5, 'مای': 5, 'أیار': 5,
    'ایار': 5, 'یونیو': 6, 'جوان': 6, 'حزیران': 6, 'یولیو': 7, 'جویلیه': 7, 'تموز': 7, 'أغسطس': 8, 'اغسطس': 8,
    'أوت': 8, 'اوت': 8, 'آب': 8, 'اب': 8, 'سبتمبر': 9, 'أیلول': 9, 'ایلول': 9, 'أکتوبر': 10, 'اکتوبر': 10,
    'تشرین الأول': 10, 'تشرین الاول': 10, 'نوفمبر': 11, 'تشرین الثانی': 11, 'دیسمبر': 12, 'کانون الأول': 12,
    'کانون الاول': 12, 'জানুয়ারি': 1, 'জানুয়ারী': 1, 'ফেব্রুয়ারি': 2, 'ফেব্রুয়ারী': 2, 'মার্চ': 3, 'এপ্রিল': 4,
    'মে': 5, 'জুন': 6, 'জুলাই': 7, 'আগস্ট': 8, 'অগাস্ট': 8, 'সেপ্টেম্বর': 9, 'অক্টোবর': 10, 'নভেম্বর': 11,
    'ডিসেম্বর': 12, 'ledna': 1, 'leden': 1, 'února': 2, 'unora': 2, 'únor': 2, 'unor': 2, 'března': 3, 'brezna': 3,
    'březen': 3, 'brezen': 3, 'dubna': 4, 'duben': 4, 'května': 5, 'kvetna': 5, 'květen': 5, 'kveten': 5, 'června': 6,
    'cervna': 6, 'červen': 6, 'cerven': 6, 'července': 7, 'cervence': 7, 'červenec': 7, 'cervenec': 7, 'srpna': 8,
    'srpen': 8, 'září': 9, 'zari': 9, 'října': 10, 'rijna': 10, 'říjen': 10, 'rijen': 10, 'listopadu': 11,
    'listopad': 11, 'prosince': 12, 'prosinec': 12, 'januar': 1, 'februar': 2, 'marts': 3, 'maj': 5, 'juni': 6,
    'juli': 7, 'oktober': 10, 'jänner': 1, 'janner': 1, 'feber': 2, 'märz': 3, 'marz': 3, 'mrz': 3, 'mai': 5,
    'dezember': 12, 'jän': 1, 'jänn': 1, 'jann': 1, 'febe': 2, 'mär': 3, 'okt': 10, 'okto': 10, 'dez': 12, 'deze': 12,
    'ιανουαρίου': 1, 'ιανουαριου': 1, 'ιανουάριοσ': 1, 'ιανουαριοσ': 1, 'φεβρουαρίου': 2, 'φεβρουαριου': 2,
    'φεβρουάριοσ': 2, 'φεβρουαριοσ': 2, 'μαρτίου': 3, 'μαρτιου': 3, 'μάρτιοσ': 3, 'μαρτιοσ': 3, 'απριλίου': 4,
    'απριλιου': 4, 'απρίλιοσ': 4, 'απριλιοσ': 4, 'μαΐου': 5, 'μαιου': 5, 'μάιοσ': 5, 'μαιοσ': 5, 'ιουνίου': 6,
    'ιουνιου': 6, 'ιούνιοσ': 6, 'ιουνιοσ': 6, 'ιουλίου': 7, 'ιουλιου': 7, 'ιούλιοσ': 7, 'ιουλιοσ': 7, 'αυγούστου': 8,
    'αυγουστου': 8, 'αύγουστοσ': 8, 'αυγουστοσ': 8, 'σεπτεμβρίου': 9, 'σεπτεμβριου': 9, 'σεπτέμβριοσ': 9,
    'σεπτεμβριοσ': 9, 'οκτωβρίου': 10, 'οκτωβριου': 10, 'οκτώβριοσ': 10, 'οκτωβριοσ': 10, 'νοεμβρίου': 11,
    'νοεμβριου': 11, 'νοέμβριοσ': 11, 'νοεμβριοσ': 11, 'δεκεμβρίου': 12, 'δεκεμβριου': 12, 'δεκέμβριοσ': 12,
    'δεκεμβριοσ': 12, 'enero': 1, 'febrero': 2, 'marzo': 3, 'abril': 4, 'mayo': 5, 'junio': 6, 'julio': 7, 'agosto': 8,
    'septiembre': 9, 'setiembre': 9, 'octubre': 10, 'noviembre': 11, 'diciembre': 12, 'ene': 1, 'ener': 1, 'abr': 4,
    'abri': 4, 'ago': 8, 'agos': 8, 'set': 9, 'seti': 9, 'octu': 10, 'novi': 11, 'dic': 12, 'dici': 12, 'ژانویه': 1,
    'فوریه': 2, 'آوریل': 4, 'اوریل': 4, 'مه': 5, 'ژوئن': 6, 'ژوين': 6, 'جون': 6, 'ژوئیه': 7, 'ژويیه': 7, 'جولای': 7,
    'آگوست': 8, 'اگوست': 8, 'سپتامبر': 9, 'اکتبر': 10, 'نوامبر': 11, 'دسامبر': 12, 'tammikuuta': 1, 'tammikuu': 1,
    'helmikuuta': 2, 'helmikuu': 2, 'maaliskuuta': 3, 'maaliskuu': 3, 'huhtikuuta': 4, 'huhtikuu': 4, 'toukokuuta': 5,
    'toukokuu': 5, 'kesäkuuta': 6, 'kesakuuta': 6, 'kesäkuu': 6, 'kesakuu': 6, 'heinäkuuta': 7, 'heinakuuta': 7,
    'heinäkuu': 7, 'heinakuu': 7, 'elokuuta': 8, 'elokuu': 8, 'syyskuuta': 9, 'syyskuu': 9, 'lokakuuta': 10,
    'lokakuu': 10, 'marraskuuta': 11, 'marraskuu': 11, 'joulukuuta': 12, 'joulukuu': 12, 'janvier': 1, 'février': 2,
    'fevrier': 2, 'mars': 3, 'avril': 4, 'juin': 6, 'juillet': 7, 'août': 8, 'aout': 8, 'septembre': 9, 'octobre': 10,
    'novembre': 11, 'décembre': 12, 'decembre': 12, 'janv': 1, 'fév': 2, 'févr': 2, 'fev': 2, 'fevr': 2, 'avr': 4,
    'avri': 4, 'juil': 7, 'aoû': 8, 'aou': 8, 'déc': 12, 'déce': 12, 'ינואר': 1, 'בינואר': 1, 'פברואר': 2,
    'בפברואר': 2, 'מרץ': 3, 'מרס': 3, 'במרץ': 3, 'במרס': 3, 'אפריל': 4, 'באפריל': 4, 'מאי': 5, 'במאי': 5, 'יוני': 6,
    'ביוני': 6, 'יולי': 7, 'ביולי': 7, 'אוגוסט': 8, 'באוגוסט': 8, 'ספטמבר': 9, 'בספטמבר': 9, 'אוקטובר': 10,
    'באוקטובר': 10, 'נובמבר': 11, 'בנובמבר': 11, 'דצמבר': 12, 'בדצמבר': 12, 'जनवरी': 1, 'फ़रवरी': 2, 'फरवरी': 2,
    'मार्च': 3, 'अप्रैल': 4, 'मई': 5, 'जून': 6, 'जुलाई': 7, 'अगस्त': 8, 'सितंबर': 9, 'सितम्बर': 9, 'अक्टूबर': 10,
    'अक्तूबर': 10, 'नवंबर': 11, 'नवम्बर': 11, 'दिसंबर': 12, 'दिसम्बर': 12, 'január': 1, 'február': 2, 'március': 3,
    'marcius': 3, 'április': 4, 'aprilis': 4, 'május': 5, 'majus': 5, 'június': 6, 'junius': 6, 'július': 7,
    'julius': 7, 'augusztus': 8, 'szeptember': 9, 'október': 10, 'januari': 1, 'februari': 2, 'maret': 3, 'mei': 5,
    'agustus': 8, 'desember': 12, 'gennaio': 1, 'febbraio': 2, 'aprile': 4, 'maggio': 5, 'giugno': 6, 'luglio': 7,
    'settembre': 9, 'ottobre': 10, 'dicembre': 12, 'gen': 1, 'genn': 1, 'febb': 2, 'mag': 5, 'magg': 5, 'giu': 6,
    'giug': 6, 'lug': 7, 'lugl': 7, 'sett': 9, 'ott': 10, 'maart': 3, 'augustus': 8, 'stycznia': 1, 'styczeń': 1,
    'styczen': 1, 'lutego': 2, 'luty': 2, 'marca': 3, 'marzec': 3, 'kwietnia': 4, 'kwiecień': 4, 'kwiecien': 4,
    'maja': 5, 'czerwca': 6, 'czerwiec': 6, 'lipca': 7, 'lipiec': 7, 'sierpnia': 8, 'sierpień': 8, 'sierpien': 8,
    'września': 9, 'wrzesnia': 9, 'wrzesień': 9, 'wrzesien': 9, 'października': 10, 'pazdziernika': 10,
    'październik': 10, 'pazdziernik': 10, 'listopada': 11, 'grudnia': 12, 'grudzień': 12, 'grudzien': 12, 'janeiro': 1,
    'fevereiro': 2, 'março': 3, 'marco': 3, 'maio': 5, 'junho': 6, 'julho': 7, 'setembro': 9, 'outubro': 10,
    'novembro': 11, 'dezembro': 12, 'jane': 1, 'feve': 2, 'març': 3, 'junh': 6, 'julh': 7, 'sete': 9, 'out': 10,
    'outu': 10, 'ianuarie': 1, 'februarie': 2, 'martie': 3, 'aprilie': 4, 'iunie': 6, 'iulie': 7, 'septembrie': 9,
    'octombrie': 10, 'noiembrie': 11, 'decembrie': 12, 'января': 1, 'январь': 1, 'февраля': 2, 'февраль': 2,
    'марта': 3, 'март': 3, 'апреля': 4, 'апрель': 4, 'мая': 5, 'май': 5, 'июня': 6, 'июнь': 6, 'июля': 7, 'июль': 7,
    'августа': 8, 'август': 8, 'сентября': 9, 'сентябрь': 9, 'октября': 10, 'октябрь': 10, 'ноября': 11, 'ноябрь': 11,
    'декабря': 12, 'декабрь': 12, 'янв': 1, 'янва': 1, 'фев': 2, 'февр': 2, 'мар': 3, 'апр': 4, 'апре': 4, 'июн': 6,
    'июл': 7, 'авг': 8, 'авгу': 8, 'сен': 9, 'сент': 9, 'окт': 10, 'октя': 10, 'ноя': 11, 'нояб': 11, 'дек': 12,
    'дека': 12, 'augusti': 8, 'มกราคม': 1, 'กุมภาพันธ์': 2, 'มีนาคม': 3, 'เมษายน': 4, 'พฤษภาคม': 5, 'มิถุนายน': 6,
    'กรกฎาคม': 7, 'สิงหาคม': 8, 'กันยายน': 9, 'ตุลาคม': 10, 'พฤศจิกายน': 11, 'ธันวาคม': 12, 'ocak': 1, 'şubat': 2,
    'subat': 2, 'mart': 3, 'nisan': 4, 'mayıs': 5, 'mayis': 5, 'haziran': 6, 'temmuz': 7, 'ağustos': 8, 'agustos': 8,
    'eylül': 9, 'eylul': 9, 'ekim': 10, 'kasım': 11, 'kasim': 11, 'aralık': 12, 'aralik': 12, 'січня': 1, 'січень': 1,
    'лютого': 2, 'лютий': 2, 'березня': 3, 'березень': 3, 'квітня': 4, 'квітень': 4, 'травня': 5, 'травень': 5,
    'червня': 6, 'червень': 6, 'липня': 7, 'липень': 7, 'серпня': 8, 'серпень': 8, 'вересня': 9, 'вересень': 9,
    'жовтня': 10, 'жовтень': 10, 'листопада': 11, 'листопад': 11, 'грудня': 12, 'грудень': 12, 'tháng 1': 1,
    'thang 1': 1, 'tháng 2': 2, 'thang 2': 2, 'tháng 3': 3, 'thang 3': 3, 'tháng 4': 4, 'thang 4': 4, 'tháng 5': 5,
    'thang 5': 5, 'tháng 6': 6, 'thang 6': 6, 'tháng 7': 7, 'thang 7': 7, 'tháng 8': 8, 'thang 8': 8, 'tháng 9': 9,
    'thang 9': 9, 'tháng 10': 10, 'thang 10': 10, 'tháng 11': 11, 'thang 11': 11, 'tháng 12': 12, 'thang 12': 12,
}
"""From 1, by name and abbreviation."""

LONG_MONTHS = frozenset({
    'abril', 'agosto', 'aout', 'april', 'aprile', 'august', 'avril', 'december', 'decembre', 'dezember', 'dezembro',
    'dicembre', 'diciembre', 'enero', 'febbraio', 'feber', 'febrero', 'februar', 'february', 'fevereiro', 'fevrier',
    'gennaio', 'giugno', 'janeiro', 'janner', 'januar', 'january', 'janvier', 'juillet', 'juin', 'julho', 'juli',
    'julio', 'july', 'june', 'junho', 'juni', 'junio', 'luglio', 'maggio', 'mai', 'maio', 'march', 'marco', 'mars',
    'marz', 'marzo', 'may', 'mayo', 'mrz', 'november', 'novembre', 'novembro', 'noviembre', 'october', 'octobre',
    'octubre', 'oktober', 'ottobre', 'outubro', 'september', 'septembre', 'septiembre', 'setembro', 'setiembre',
    'settembre', 'август', 'августа', 'апрель', 'апреля', 'декабрь', 'декабря', 'июль', 'июля', 'июнь', 'июня', 'май',
    'март', 'марта', 'мая', 'ноябрь', 'ноября', 'октябрь', 'октября', 'сентябрь', 'сентября', 'февраль', 'февраля',
    'январь', 'января',
})
"""Those of which a slip is understood."""

SHORT_MONTHS: dict[str, int] = {
    'জানু': 1, 'ফেব': 2, 'এপ্রি': 4, 'জুল': 7, 'আগ': 8, 'সেপ': 9, 'সেপ্ট': 9, 'অক্টো': 10, 'নভে': 11, 'ডিসে': 12,
    'úno': 2, 'bře': 3, 'kvě': 5, 'čvn': 6, 'čvc': 7, 'srp': 8, 'zář': 9, 'říj': 10, 'lis': 11, 'ιαν': 1, 'φεβ': 2,
    'μαρ': 3, 'μάρ': 3, 'απρ': 4, 'μαΐ': 5, 'μάι': 5, 'ιουν': 6, 'ιούν': 6, 'ιουλ': 7, 'ιούλ': 7, 'αυγ': 8, 'αύγ': 8,
    'σεπ': 9, 'οκτ': 10, 'νοε': 11, 'νοέ': 11, 'δεκ': 12, 'tammi': 1, 'helmi': 2, 'maalis': 3, 'huhti': 4, 'touko': 5,
    'heinä': 7, 'syys': 9, 'marras': 11, 'joulu': 12, 'ינו ׳': 1, 'פבר ׳': 2, 'אפר ׳': 4, 'אוג ׳': 8, 'ספט ׳': 9,
    'אוק ׳': 10, 'נוב ׳': 11, 'דצמ ׳': 12, 'जन ॰': 1, 'फ़र ॰': 2, 'जुल ॰': 7, 'अग ॰': 8, 'सित ॰': 9, 'अक्टू ॰': 10,
    'नव ॰': 11, 'दिस ॰': 12, 'márc': 3, 'ápr': 4, 'máj': 5, 'jún': 6, 'júl': 7, 'szept': 9, 'agu': 8, 'mrt': 3,
    'sty': 1, 'lut': 2, 'kwi': 4, 'cze': 6, 'lip': 7, 'wrz': 9, 'paź': 10, 'gru': 12, 'ian': 1, 'iun': 6, 'iul': 7,
    'ม . ค .': 1, 'ก . พ .': 2, 'มี . ค .': 3, 'เม . ย .': 4, 'พ . ค .': 5, 'มิ . ย .': 6, 'ก . ค .': 7, 'ส . ค .': 8,
    'ก . ย .': 9, 'ต . ค .': 10, 'พ . ย .': 11, 'ธ . ค .': 12, 'oca': 1, 'şub': 2, 'nis': 4, 'haz': 6, 'ağu': 8,
    'eyl': 9, 'eki': 10, 'kas': 11, 'січ': 1, 'лют': 2, 'квіт': 4, 'трав': 5, 'черв': 6, 'лип': 7, 'серп': 8, 'вер': 9,
    'жовт': 10, 'лист': 11, 'груд': 12,
}
"""By abbreviations that are read only behind a day."""

SOLAR_MONTHS: dict[str, int] = {
    'فروردین': 1, 'اردیبهشت': 2, 'خرداد': 3, 'تیر': 4, 'مرداد': 5, 'شهریور': 6, 'مهر': 7, 'آبان': 8, 'آذر': 9,
    'دی': 10, 'بهمن': 11, 'اسفند': 12,
}
"""Of the Solar Hijri calendar, from 1."""

WEEKDAYS: dict[str, int] = {
    'monday': 0, 'tuesday': 1, 'wednesday': 2, 'thursday': 3, 'friday': 4, 'saturday': 5, 'sunday': 6, 'mon': 0,
    'mond': 0, 'tue': 1, 'tues': 1, 'wed': 2, 'wedn': 2, 'thu': 3, 'thur': 3, 'fri': 4, 'frid': 4, 'sat': 5, 'satu': 5,
    'sun': 6, 'sund': 6, 'الاثنین': 0, 'الإثنین': 0, 'الثلاثاء': 1, 'الأربعاء': 2, 'الاربعاء': 2, 'الخمیس': 3,
    'الجمعه': 4, 'السبت': 5, 'الأحد': 6, 'الاحد': 6, 'সোমবার': 0, 'মঙ্গলবার': 1, 'বুধবার': 2, 'বৃহস্পতিবার': 3,
    'শুক্রবার': 4, 'শনিবার': 5, 'রবিবার': 6, 'pondělí': 0, 'pondeli': 0, 'úterý': 1, 'utery': 1, 'středa': 2,
    'streda': 2, 'čtvrtek': 3, 'ctvrtek': 3, 'pátek': 4, 'patek': 4, 'sobota': 5, 'neděle': 6, 'nedele': 6,
    'mandag': 0, 'tirsdag': 1, 'onsdag': 2, 'torsdag': 3, 'fredag': 4, 'lørdag': 5, 'lordag': 5, 'søndag': 6,
    'sondag': 6, 'montag': 0, 'mo': 0, 'dienstag': 1, 'di': 1, 'mittwoch': 2, 'mi': 2, 'donnerstag': 3, 'do': 3,
    'freitag': 4, 'fr': 4, 'samstag': 5, 'sonnabend': 5, 'sa': 5, 'sonntag': 6, 'so': 6, 'mont': 0, 'die': 1,
    'dien': 1, 'mit': 2, 'mitt': 2, 'don': 3, 'donn': 3, 'fre': 4, 'frei': 4, 'sam': 5, 'sams': 5, 'δευτέρα': 0,
    'δευτερα': 0, 'τρίτη': 1, 'τριτη': 1, 'τετάρτη': 2, 'τεταρτη': 2, 'πέμπτη': 3, 'πεμπτη': 3, 'παρασκευή': 4,
    'παρασκευη': 4, 'σάββατο': 5, 'σαββατο': 5, 'κυριακή': 6, 'κυριακη': 6, 'lunes': 0, 'martes': 1, 'miércoles': 2,
    'miercoles': 2, 'jueves': 3, 'viernes': 4, 'sábado': 5, 'sabado': 5, 'domingo': 6, 'lun': 0, 'mar': 1, 'mié': 2,
    'miér': 2, 'mie': 2, 'mier': 2, 'jue': 3, 'juev': 3, 'vie': 4, 'vier': 4, 'sáb': 5, 'sába': 5, 'sab': 5, 'saba': 5,
    'dom': 6, 'domi': 6, 'دوشنبه': 0, 'دو شنبه': 0, 'سهشنبه': 1, 'سه شنبه': 1, 'چهارشنبه': 2, 'چهار شنبه': 2,
    'پنجشنبه': 3, 'پنج شنبه': 3, 'جمعه': 4, 'شنبه': 5, 'یکشنبه': 6, 'یک شنبه': 6, 'maanantaina': 0, 'maanantai': 0,
    'tiistaina': 1, 'tiistai': 1, 'keskiviikkona': 2, 'keskiviikko': 2, 'torstaina': 3, 'torstai': 3, 'perjantaina': 4,
    'perjantai': 4, 'lauantaina': 5, 'lauantai': 5, 'sunnuntaina': 6, 'sunnuntai': 6, 'lundi': 0, 'mardi': 1,
    'mercredi': 2, 'jeudi': 3, 'vendredi': 4, 'samedi': 5, 'dimanche': 6, 'lund': 0, 'mard': 1, 'mer': 2, 'merc': 2,
    'jeud': 3, 'ven': 4, 'vend': 4, 'same': 5, 'dim': 6, 'dima': 6, 'יום שני': 0, 'יום שלישי': 1, 'יום רביעי': 2,
    'יום חמישי': 3, 'יום שישי': 4, 'יום שבת': 5, 'שבת': 5, 'יום ראשון': 6, 'सोमवार': 0, 'मंगलवार': 1, 'मंगल': 1,
    'बुधवार': 2, 'गुरुवार': 3, 'बृहस्पतिवार': 3, 'गुरूवार': 3, 'शुक्रवार': 4, 'शनिवार': 5, 'रविवार': 6, 'इतवार': 6,
    'hétfő': 0, 'hetfo': 0, 'kedd': 1, 'szerda': 2, 'csütörtök': 3, 'csutortok': 3, 'péntek': 4, 'pentek': 4,
    'szombat': 5, 'vasárnap': 6, 'vasarnap': 6, 'senin': 0, 'selasa': 1, 'rabu': 2, 'kamis': 3, 'jumat': 4,
    "jum'at": 4, 'sabtu': 5, 'minggu': 6, 'ahad': 6, 'lunedì': 0, 'lunedi': 0, 'martedì': 1, 'martedi': 1,
    'mercoledì': 2, 'mercoledi': 2, 'giovedì': 3, 'giovedi': 3, 'venerdì': 4, 'venerdi': 4, 'sabato': 5, 'domenica': 6,
    'gio': 3, 'giov': 3, 'vene': 4, 'dome': 6, '月曜日': 0, '月曜': 0, '火曜日': 1, '火曜': 1, '水曜日': 2, '水曜': 2, '木曜日': 3,
    '木曜': 3, '金曜日': 4, '金曜': 4, '土曜日': 5, '土曜': 5, '日曜日': 6, '日曜': 6, '월요일': 0, '월': 0, '화요일': 1, '화': 1, '수요일': 2,
    '수': 2, '목요일': 3, '목': 3, '금요일': 4, '금': 4, '토요일': 5, '토': 5, '일요일': 6, '일': 6, 'måndag': 0, 'tysdag': 1,
    'laurdag': 5, 'sundag': 6, 'maandag': 0, 'dinsdag': 1, 'woensdag': 2, 'donderdag': 3, 'vrijdag': 4, 'zaterdag': 5,
    'zondag': 6, 'poniedziałek': 0, 'poniedzialek': 0, 'pon': 0, 'wtorek': 1, 'środa': 2, 'sroda': 2, 'czwartek': 3,
    'czw': 3, 'piątek': 4, 'piatek': 4, 'niedziela': 6, 'niedz': 6, 'segunda': 0, 'segunda-feira': 0, 'terça': 1,
    'terca': 1, 'terça-feira': 1, 'terca-feira': 1, 'quarta': 2, 'quarta-feira': 2, 'quinta': 3, 'quinta-feira': 3,
    'sexta': 4, 'sexta-feira': 4, 'seg': 0, 'segu': 0, 'ter': 1, 'terç': 1, 'terc': 1, 'qua': 2, 'quar': 2, 'qui': 3,
    'quin': 3, 'sex': 4, 'sext': 4, 'luni': 0, 'marți': 1, 'marti': 1, 'miercuri': 2, 'joi': 3, 'vineri': 4,
    'sâmbătă': 5, 'sambata': 5, 'duminică': 6, 'duminica': 6, 'понедельник': 0, 'пн': 0, 'вторник': 1, 'вт': 1,
    'среда': 2, 'ср': 2, 'четверг': 3, 'чт': 3, 'пятница': 4, 'пт': 4, 'суббота': 5, 'сб': 5, 'воскресенье': 6,
    'вс': 6, 'пон': 0, 'поне': 0, 'вто': 1, 'втор': 1, 'сре': 2, 'сред': 2, 'чет': 3, 'четв': 3, 'пят': 4, 'пятн': 4,
    'суб': 5, 'субб': 5, 'вос': 6, 'воск': 6, 'tisdag': 1, 'lördag': 5, 'söndag': 6, 'วันจันทร์': 0, 'จันทร์': 0,
    'วันจันทร์ที่': 0, 'วันอังคาร': 1, 'อังคาร': 1, 'วันอังคารที่': 1, 'วันพุธ': 2, 'พุธ': 2, 'วันพุธที่': 2,
    'วันพฤหัสบดี': 3, 'พฤหัสบดี': 3, 'วันพฤหัสบดีที่': 3, 'วันศุกร์': 4, 'ศุกร์': 4, 'วันศุกร์ที่': 4, 'วันเสาร์': 5,
    'เสาร์': 5, 'วันเสาร์ที่': 5, 'วันอาทิตย์': 6, 'อาทิตย์': 6, 'วันอาทิตย์ที่': 6, 'pazartesi': 0, 'salı': 1,
    'sali': 1, 'çarşamba': 2, 'carsamba': 2, 'perşembe': 3, 'persembe': 3, 'cuma': 4, 'cumartesi': 5, 'pazar': 6,
    'понеділок': 0, 'вівторок': 1, 'середа': 2, 'четвер': 3, "п'ятниця": 4, 'субота': 5, 'неділя': 6, 'нд': 6,
    'thứ hai': 0, 'thu hai': 0, 'thứ ba': 1, 'thu ba': 1, 'thứ tư': 2, 'thu tu': 2, 'thứ năm': 3, 'thu nam': 3,
    'thứ sáu': 4, 'thu sau': 4, 'thứ bảy': 5, 'thu bay': 5, 'chủ nhật': 6, 'chu nhat': 6, '星期一': 0, '周一': 0, '週一': 0,
    '礼拜一': 0, '星期二': 1, '周二': 1, '週二': 1, '礼拜二': 1, '星期三': 2, '周三': 2, '週三': 2, '礼拜三': 2, '星期四': 3, '周四': 3, '週四': 3,
    '礼拜四': 3, '星期五': 4, '周五': 4, '週五': 4, '礼拜五': 4, '星期六': 5, '周六': 5, '週六': 5, '礼拜六': 5, '星期日': 6, '周日': 6, '週日': 6,
    '星期天': 6, '周天': 6,
}
"""From 0 for Monday, by name and abbreviation."""

COUNTING_WORDS: dict[str, int] = {
    'first': 1, 'second': 2, 'third': 3, 'fourth': 4, 'fifth': 5, 'sixth': 6, 'seventh': 7, 'eighth': 8, 'ninth': 9,
    'tenth': 10, 'eleventh': 11, 'twelfth': 12, 'thirteenth': 13, 'fourteenth': 14, 'fifteenth': 15, 'প্রথম': 1,
    'দ্বিতীয়': 2, 'তৃতীয়': 3, 'চতুর্থ': 4, 'পঞ্চম': 5, 'ষষ্ঠ': 6, 'সপ্তম': 7, 'অষ্টম': 8, 'নবম': 9, 'দশম': 10,
    'první': 1, 'prvni': 1, 'druhý': 2, 'druhy': 2, 'třetí': 3, 'treti': 3, 'čtvrtý': 4, 'ctvrty': 4, 'pátý': 5,
    'paty': 5, 'šestý': 6, 'sesty': 6, 'sedmý': 7, 'sedmy': 7, 'osmý': 8, 'osmy': 8, 'devátý': 9, 'devaty': 9,
    'desátý': 10, 'desaty': 10, 'første': 1, 'forste': 1, 'anden': 2, 'tredje': 3, 'fjerde': 4, 'femte': 5,
    'sjette': 6, 'syvende': 7, 'ottende': 8, 'niende': 9, 'tiende': 10, 'erster': 1, 'zweiter': 2, 'dritter': 3,
    'vierter': 4, 'fünfter': 5, 'funfter': 5, 'sechster': 6, 'siebter': 7, 'achter': 8, 'neunter': 9, 'zehnter': 10,
    'πρώτη': 1, 'πρωτη': 1, 'δεύτερη': 2, 'δευτερη': 2, 'τρίτη': 3, 'τριτη': 3, 'τέταρτη': 4, 'τεταρτη': 4,
    'πέμπτη': 5, 'πεμπτη': 5, 'έκτη': 6, 'εκτη': 6, 'έβδομη': 7, 'εβδομη': 7, 'όγδοη': 8, 'ογδοη': 8, 'ένατη': 9,
    'ενατη': 9, 'δέκατη': 10, 'δεκατη': 10, 'primer': 1, 'segundo': 2, 'tercer': 3, 'cuarto': 4, 'quinto': 5,
    'sexto': 6, 'séptimo': 7, 'septimo': 7, 'octavo': 8, 'noveno': 9, 'décimo': 10, 'decimo': 10, 'اولین': 1,
    'دومین': 2, 'سومین': 3, 'چهارمین': 4, 'پنجمین': 5, 'ششمین': 6, 'هفتمین': 7, 'هشتمین': 8, 'نهمین': 9, 'دهمین': 10,
    'ensimmäinen': 1, 'ensimmainen': 1, 'toinen': 2, 'kolmas': 3, 'neljäs': 4, 'neljas': 4, 'viides': 5, 'kuudes': 6,
    'seitsemäs': 7, 'seitsemas': 7, 'kahdeksas': 8, 'yhdeksäs': 9, 'yhdeksas': 9, 'kymmenes': 10, 'premier': 1,
    'deuxième': 2, 'deuxieme': 2, 'troisième': 3, 'troisieme': 3, 'quatrième': 4, 'quatrieme': 4, 'cinquième': 5,
    'cinquieme': 5, 'sixième': 6, 'sixieme': 6, 'septième': 7, 'septieme': 7, 'huitième': 8, 'huitieme': 8,
    'neuvième': 9, 'neuvieme': 9, 'dixième': 10, 'dixieme': 10, 'पहला': 1, 'दूसरा': 2, 'तीसरा': 3, 'चौथा': 4,
    'पांचवां': 5, 'छठा': 6, 'सातवां': 7, 'आठवां': 8, 'नौवां': 9, 'दसवां': 10, 'első': 1, 'elso': 1, 'második': 2,
    'masodik': 2, 'harmadik': 3, 'negyedik': 4, 'ötödik': 5, 'otodik': 5, 'hatodik': 6, 'hetedik': 7, 'nyolcadik': 8,
    'kilencedik': 9, 'tizedik': 10, 'primo': 1, 'secondo': 2, 'terzo': 3, 'quarto': 4, 'sesto': 6, 'settimo': 7,
    'ottavo': 8, 'nono': 9, 'andre': 2, 'sjuende': 7, 'åttende': 8, 'attende': 8, 'eerste': 1, 'tweede': 2, 'derde': 3,
    'vierde': 4, 'vijfde': 5, 'zesde': 6, 'zevende': 7, 'achtste': 8, 'negende': 9, 'pierwszy': 1, 'drugi': 2,
    'trzeci': 3, 'czwarty': 4, 'piąty': 5, 'piaty': 5, 'szósty': 6, 'szosty': 6, 'siódmy': 7, 'siodmy': 7, 'ósmy': 8,
    'dziewiąty': 9, 'dziewiaty': 9, 'dziesiąty': 10, 'dziesiaty': 10, 'primeiro': 1, 'terceiro': 3, 'sétimo': 7,
    'setimo': 7, 'oitavo': 8, 'prima': 1, 'doua': 2, 'treia': 3, 'patra': 4, 'cincea': 5, 'șasea': 6, 'sasea': 6,
    'șaptea': 7, 'saptea': 7, 'opta': 8, 'noua': 9, 'zecea': 10, 'первый': 1, 'второй': 2, 'третий': 3, 'четвёртый': 4,
    'пятый': 5, 'шестой': 6, 'седьмой': 7, 'восьмой': 8, 'девятый': 9, 'десятый': 10, 'första': 1, 'forsta': 1,
    'andra': 2, 'fjärde': 4, 'fjarde': 4, 'sjätte': 6, 'sjatte': 6, 'sjunde': 7, 'åttonde': 8, 'attonde': 8,
    'nionde': 9, 'tionde': 10, 'birinci': 1, 'ikinci': 2, 'üçüncü': 3, 'ucuncu': 3, 'dördüncü': 4, 'dorduncu': 4,
    'beşinci': 5, 'besinci': 5, 'altıncı': 6, 'altinci': 6, 'yedinci': 7, 'sekizinci': 8, 'dokuzuncu': 9, 'onuncu': 10,
    'перший': 1, 'другий': 2, 'третій': 3, 'четвертий': 4, "п'ятий": 5, 'шостий': 6, 'сьомий': 7, 'восьмий': 8,
    "дев'ятий": 9, 'десятий': 10,
}
"""What place a word gives: `First day`."""

NUMBER_WORDS: dict[str, int] = {
    'one': 1, 'two': 2, 'three': 3, 'four': 4, 'five': 5, 'six': 6, 'seven': 7, 'eight': 8, 'nine': 9, 'ten': 10,
    'eleven': 11, 'twelve': 12, 'thirteen': 13, 'fourteen': 14, 'fifteen': 15, 'sixteen': 16, 'seventeen': 17,
    'eighteen': 18, 'nineteen': 19, 'twenty': 20, 'واحد': 1, 'اثنان': 2, 'ثلاثه': 3, 'أربعه': 4, 'اربعه': 4, 'خمسه': 5,
    'سته': 6, 'سبعه': 7, 'ثمانیه': 8, 'تسعه': 9, 'عشره': 10, 'الأول': 1, 'الاول': 1, 'الثانی': 2, 'الثالث': 3,
    'الرابع': 4, 'الخامس': 5, 'السادس': 6, 'السابع': 7, 'الثامن': 8, 'التاسع': 9, 'العاشر': 10, 'এক': 1, 'দুই': 2,
    'তিন': 3, 'চার': 4, 'পাঁচ': 5, 'ছয়': 6, 'সাত': 7, 'আট': 8, 'নয়': 9, 'দশ': 10, 'jedna': 1, 'dva': 2, 'tři': 3,
    'čtyři': 4, 'ctyri': 4, 'pět': 5, 'šest': 6, 'sest': 6, 'sedm': 7, 'osm': 8, 'devět': 9, 'devet': 9, 'deset': 10,
    'první': 1, 'prvni': 1, 'druhý': 2, 'druhy': 2, 'třetí': 3, 'treti': 3, 'čtvrtý': 4, 'ctvrty': 4, 'pátý': 5,
    'paty': 5, 'šestý': 6, 'sesty': 6, 'sedmý': 7, 'sedmy': 7, 'osmý': 8, 'osmy': 8, 'devátý': 9, 'devaty': 9,
    'desátý': 10, 'desaty': 10, 'et': 1, 'to': 2, 'tre': 3, 'fire': 4, 'fem': 5, 'seks': 6, 'syv': 7, 'otte': 8,
    'ni': 9, 'ti': 10, 'eins': 1, 'zwei': 2, 'drei': 3, 'vier': 4, 'fünf': 5, 'funf': 5, 'sechs': 6, 'sieben': 7,
    'acht': 8, 'neun': 9, 'zehn': 10, 'ένα': 1, 'ενα': 1, 'δύο': 2, 'δυο': 2, 'τρία': 3, 'τρια': 3, 'τέσσερα': 4,
    'τεσσερα': 4, 'πέντε': 5, 'πεντε': 5, 'έξι': 6, 'εξι': 6, 'επτά': 7, 'επτα': 7, 'οκτώ': 8, 'οκτω': 8, 'εννέα': 9,
    'εννεα': 9, 'δέκα': 10, 'δεκα': 10, 'πρώτη': 1, 'πρωτη': 1, 'δεύτερη': 2, 'δευτερη': 2, 'τρίτη': 3, 'τριτη': 3,
    'τέταρτη': 4, 'τεταρτη': 4, 'πέμπτη': 5, 'πεμπτη': 5, 'έκτη': 6, 'εκτη': 6, 'έβδομη': 7, 'εβδομη': 7, 'όγδοη': 8,
    'ογδοη': 8, 'ένατη': 9, 'ενατη': 9, 'δέκατη': 10, 'δεκατη': 10, 'uno': 1, 'dos': 2, 'tres': 3, 'cuatro': 4,
    'cinco': 5, 'seis': 6, 'siete': 7, 'ocho': 8, 'nueve': 9, 'diez': 10, 'یک': 1, 'دو': 2, 'سه': 3, 'چهار': 4,
    'پنج': 5, 'شش': 6, 'هفت': 7, 'هشت': 8, 'نه': 9, 'ده': 10, 'اول': 1, 'دوم': 2, 'سوم': 3, 'چهارم': 4, 'پنجم': 5,
    'ششم': 6, 'هفتم': 7, 'هشتم': 8, 'نهم': 9, 'دهم': 10, 'yksi': 1, 'kaksi': 2, 'kolme': 3, 'neljä': 4, 'nelja': 4,
    'viisi': 5, 'kuusi': 6, 'seitsemän': 7, 'seitseman': 7, 'kahdeksan': 8, 'yhdeksän': 9, 'yhdeksan': 9,
    'kymmenen': 10, 'un': 1, 'deux': 2, 'trois': 3, 'quatre': 4, 'cinq': 5, 'sept': 7, 'huit': 8, 'neuf': 9, 'dix': 10,
    'אחד': 1, 'שניים': 2, 'שלוש': 3, 'ארבע': 4, 'חמש': 5, 'שש': 6, 'שבע': 7, 'שמונה': 8, 'תשע': 9, 'עשר': 10,
    'הראשון': 1, 'השני': 2, 'השלישי': 3, 'הרביעי': 4, 'החמישי': 5, 'השישי': 6, 'השביעי': 7, 'השמיני': 8, 'התשיעי': 9,
    'העשירי': 10, 'एक': 1, 'दो': 2, 'तीन': 3, 'चार': 4, 'पांच': 5, 'छह': 6, 'सात': 7, 'आठ': 8, 'नौ': 9, 'दस': 10,
    'egy': 1, 'kettő': 2, 'ketto': 2, 'három': 3, 'harom': 3, 'négy': 4, 'negy': 4, 'öt': 5, 'hat': 6, 'hét': 7,
    'nyolc': 8, 'kilenc': 9, 'tíz': 10, 'satu': 1, 'dua': 2, 'tiga': 3, 'empat': 4, 'lima': 5, 'enam': 6, 'tujuh': 7,
    'delapan': 8, 'sembilan': 9, 'sepuluh': 10, 'pertama': 1, 'kedua': 2, 'ketiga': 3, 'keempat': 4, 'kelima': 5,
    'keenam': 6, 'ketujuh': 7, 'kedelapan': 8, 'kesembilan': 9, 'kesepuluh': 10, 'due': 2, 'quattro': 4, 'cinque': 5,
    'sei': 6, 'sette': 7, 'otto': 8, 'nove': 9, 'dieci': 10, 'én': 1, 'ett': 1, 'sju': 7, 'åtte': 8, 'atte': 8,
    'één': 1, 'twee': 2, 'drie': 3, 'vijf': 5, 'zes': 6, 'zeven': 7, 'negen': 9, 'tien': 10, 'jeden': 1, 'dwa': 2,
    'trzy': 3, 'cztery': 4, 'pięć': 5, 'piec': 5, 'sześć': 6, 'szesc': 6, 'siedem': 7, 'osiem': 8, 'dziewięć': 9,
    'dziewiec': 9, 'dziesięć': 10, 'dziesiec': 10, 'pierwszy': 1, 'drugi': 2, 'trzeci': 3, 'czwarty': 4, 'piąty': 5,
    'piaty': 5, 'szósty': 6, 'szosty': 6, 'siódmy': 7, 'siodmy': 7, 'ósmy': 8, 'dziewiąty': 9, 'dziewiaty': 9,
    'dziesiąty': 10, 'dziesiaty': 10, 'um': 1, 'dois': 2, 'três': 3, 'quatro': 4, 'sete': 7, 'oito': 8, 'dez': 10,
    'unu': 1, 'doi': 2, 'trei': 3, 'patru': 4, 'cinci': 5, 'șase': 6, 'sase': 6, 'șapte': 7, 'sapte': 7, 'opt': 8,
    'nouă': 9, 'noua': 9, 'zece': 10, 'întâi': 1, 'intai': 1, 'prima': 1, 'doua': 2, 'treia': 3, 'patra': 4,
    'cincea': 5, 'șasea': 6, 'sasea': 6, 'șaptea': 7, 'saptea': 7, 'opta': 8, 'zecea': 10, 'один': 1, 'два': 2,
    'три': 3, 'четыре': 4, 'пять': 5, 'шесть': 6, 'семь': 7, 'восемь': 8, 'девять': 9, 'десять': 10, 'två': 2,
    'fyra': 4, 'sex': 6, 'åtta': 8, 'atta': 8, 'nio': 9, 'tio': 10, 'หนึ่ง': 1, 'สอง': 2, 'สาม': 3, 'สี่': 4, 'ห้า': 5,
    'หก': 6, 'เจ็ด': 7, 'แปด': 8, 'เก้า': 9, 'สิบ': 10, 'bir': 1, 'iki': 2, 'üç': 3, 'dört': 4, 'dort': 4, 'beş': 5,
    'altı': 6, 'alti': 6, 'yedi': 7, 'sekiz': 8, 'dokuz': 9, 'on': 10, 'чотири': 4, "п'ять": 5, 'шість': 6, 'сім': 7,
    'вісім': 8, "дев'ять": 9, 'перший': 1, 'другий': 2, 'третій': 3, 'четвертий': 4, "п'ятий": 5, 'шостий': 6,
    'сьомий': 7, 'восьмий': 8, "дев'ятий": 9, 'десятий': 10, 'một': 1, 'hai': 2, 'ba': 3, 'bốn': 4, 'năm': 5, 'sáu': 6,
    'bảy': 7, 'tám': 8, 'chín': 9, 'chin': 9, 'mười': 10, 'muoi': 10, 'thứ nhất': 1, 'thu nhat': 1, 'đầu tiên': 1,
    'dau tien': 1, 'thứ hai': 2, 'thu hai': 2, 'thứ ba': 3, 'thu ba': 3, 'thứ tư': 4, 'thu tu': 4, 'thứ năm': 5,
    'thu nam': 5, 'thứ sáu': 6, 'thu sau': 6, 'thứ bảy': 7, 'thu bay': 7, 'thứ tám': 8, 'thu tam': 8, 'thứ chín': 9,
    'thu chin': 9, 'thứ mười': 10, 'thu muoi': 10, 'thirty': 30, 'forty': 40, 'fifty': 50, 'sixty': 60, 'seventy': 70,
    'eighty': 80, 'ninety': 90, 'zero': 0, 'hundred': 100,
}
"""The numbers that words mean."""

NUMBER_LANGUAGES: dict[str, int] = {
    'one': 1, 'two': 1, 'three': 1, 'four': 1, 'five': 1, 'six': 1025, 'seven': 1, 'eight': 1, 'nine': 1, 'ten': 1,
    'eleven': 1, 'twelve': 1, 'thirteen': 1, 'fourteen': 1, 'fifteen': 1, 'sixteen': 1, 'seventeen': 1, 'eighteen': 1,
    'nineteen': 1, 'twenty': 1, 'واحد': 2, 'اثنان': 2, 'ثلاثه': 2, 'أربعه': 2, 'اربعه': 2, 'خمسه': 2, 'سته': 2,
    'سبعه': 2, 'ثمانیه': 2, 'تسعه': 2, 'عشره': 2, 'الأول': 2, 'الاول': 2, 'الثانی': 2, 'الثالث': 2, 'الرابع': 2,
    'الخامس': 2, 'السادس': 2, 'السابع': 2, 'الثامن': 2, 'التاسع': 2, 'العاشر': 2, 'এক': 4, 'দুই': 4, 'তিন': 4,
    'চার': 4, 'পাঁচ': 4, 'ছয়': 4, 'সাত': 4, 'আট': 4, 'নয়': 4, 'দশ': 4, 'jedna': 8, 'dva': 8, 'tři': 8, 'čtyři': 8,
    'ctyri': 8, 'pět': 8, 'šest': 8, 'sest': 8, 'sedm': 8, 'osm': 8, 'devět': 8, 'devet': 8, 'deset': 8, 'první': 8,
    'prvni': 8, 'druhý': 8, 'druhy': 8, 'třetí': 8, 'treti': 8, 'čtvrtý': 8, 'ctvrty': 8, 'pátý': 8, 'paty': 8,
    'šestý': 8, 'sesty': 8, 'sedmý': 8, 'sedmy': 8, 'osmý': 8, 'osmy': 1048584, 'devátý': 8, 'devaty': 8, 'desátý': 8,
    'desaty': 8, 'et': 16, 'to': 262160, 'tre': 17072144, 'fire': 262160, 'fem': 17039376, 'seks': 262160, 'syv': 16,
    'otte': 16, 'ni': 262160, 'ti': 262160, 'eins': 32, 'zwei': 32, 'drei': 32, 'vier': 524320, 'fünf': 32, 'funf': 32,
    'sechs': 32, 'sieben': 32, 'acht': 524320, 'neun': 32, 'zehn': 32, 'ένα': 64, 'ενα': 64, 'δύο': 64, 'δυο': 64,
    'τρία': 64, 'τρια': 64, 'τέσσερα': 64, 'τεσσερα': 64, 'πέντε': 64, 'πεντε': 64, 'έξι': 64, 'εξι': 64, 'επτά': 64,
    'επτα': 64, 'οκτώ': 64, 'οκτω': 64, 'εννέα': 64, 'εννεα': 64, 'δέκα': 64, 'δεκα': 64, 'πρώτη': 64, 'πρωτη': 64,
    'δεύτερη': 64, 'δευτερη': 64, 'τρίτη': 64, 'τριτη': 64, 'τέταρτη': 64, 'τεταρτη': 64, 'πέμπτη': 64, 'πεμπτη': 64,
    'έκτη': 64, 'εκτη': 64, 'έβδομη': 64, 'εβδομη': 64, 'όγδοη': 64, 'ογδοη': 64, 'ένατη': 64, 'ενατη': 64,
    'δέκατη': 64, 'δεκατη': 64, 'uno': 32896, 'dos': 128, 'tres': 2097280, 'cuatro': 128, 'cinco': 2097280,
    'seis': 2097280, 'siete': 128, 'ocho': 128, 'nueve': 128, 'diez': 128, 'یک': 256, 'دو': 256, 'سه': 256,
    'چهار': 256, 'پنج': 256, 'شش': 256, 'هفت': 256, 'هشت': 256, 'نه': 256, 'ده': 256, 'اول': 256, 'دوم': 256,
    'سوم': 256, 'چهارم': 256, 'پنجم': 256, 'ششم': 256, 'هفتم': 256, 'هشتم': 256, 'نهم': 256, 'دهم': 256, 'yksi': 512,
    'kaksi': 512, 'kolme': 512, 'neljä': 512, 'nelja': 512, 'viisi': 512, 'kuusi': 512, 'seitsemän': 512,
    'seitseman': 512, 'kahdeksan': 512, 'yhdeksän': 512, 'yhdeksan': 512, 'kymmenen': 512, 'un': 1024, 'deux': 1024,
    'trois': 1024, 'quatre': 1024, 'cinq': 1024, 'sept': 1024, 'huit': 1024, 'neuf': 1024, 'dix': 1024, 'אחד': 2048,
    'שניים': 2048, 'שלוש': 2048, 'ארבע': 2048, 'חמש': 2048, 'שש': 2048, 'שבע': 2048, 'שמונה': 2048, 'תשע': 2048,
    'עשר': 2048, 'הראשון': 2048, 'השני': 2048, 'השלישי': 2048, 'הרביעי': 2048, 'החמישי': 2048, 'השישי': 2048,
    'השביעי': 2048, 'השמיני': 2048, 'התשיעי': 2048, 'העשירי': 2048, 'एक': 4096, 'दो': 4096, 'तीन': 4096, 'चार': 4096,
    'पांच': 4096, 'छह': 4096, 'सात': 4096, 'आठ': 4096, 'नौ': 4096, 'दस': 4096, 'egy': 8192, 'kettő': 8192,
    'ketto': 8192, 'három': 8192, 'harom': 8192, 'négy': 8192, 'negy': 8192, 'öt': 8192, 'hat': 8192, 'hét': 8192,
    'nyolc': 8192, 'kilenc': 8192, 'tíz': 8192, 'satu': 16384, 'dua': 16384, 'tiga': 16384, 'empat': 16384,
    'lima': 16384, 'enam': 16384, 'tujuh': 16384, 'delapan': 16384, 'sembilan': 16384, 'sepuluh': 16384,
    'pertama': 16384, 'kedua': 16384, 'ketiga': 16384, 'keempat': 16384, 'kelima': 16384, 'keenam': 16384,
    'ketujuh': 16384, 'kedelapan': 16384, 'kesembilan': 16384, 'kesepuluh': 16384, 'due': 32768, 'quattro': 32768,
    'cinque': 32768, 'sei': 32768, 'sette': 32768, 'otto': 32768, 'nove': 2129920, 'dieci': 32768, 'én': 262144,
    'ett': 17039360, 'sju': 17039360, 'åtte': 262144, 'atte': 262144, 'één': 524288, 'twee': 524288, 'drie': 524288,
    'vijf': 524288, 'zes': 524288, 'zeven': 524288, 'negen': 524288, 'tien': 524288, 'jeden': 1048576, 'dwa': 1048576,
    'trzy': 1048576, 'cztery': 1048576, 'pięć': 1048576, 'piec': 1048576, 'sześć': 1048576, 'szesc': 1048576,
    'siedem': 1048576, 'osiem': 1048576, 'dziewięć': 1048576, 'dziewiec': 1048576, 'dziesięć': 1048576,
    'dziesiec': 1048576, 'pierwszy': 1048576, 'drugi': 1048576, 'trzeci': 1048576, 'czwarty': 1048576,
    'piąty': 1048576, 'piaty': 1048576, 'szósty': 1048576, 'szosty': 1048576, 'siódmy': 1048576, 'siodmy': 1048576,
    'ósmy': 1048576, 'dziewiąty': 1048576, 'dziewiaty': 1048576, 'dziesiąty': 1048576, 'dziesiaty': 1048576,
    'um': 2097152, 'dois': 2097152, 'três': 2097152, 'quatro': 2097152, 'sete': 2097152, 'oito': 2097152,
    'dez': 2097152, 'unu': 4194304, 'doi': 4194304, 'trei': 4194304, 'patru': 4194304, 'cinci': 4194304,
    'șase': 4194304, 'sase': 4194304, 'șapte': 4194304, 'sapte': 4194304, 'opt': 4194304, 'nouă': 4194304,
    'noua': 4194304, 'zece': 4194304, 'întâi': 4194304, 'intai': 4194304, 'prima': 4194304, 'doua': 4194304,
    'treia': 4194304, 'patra': 4194304, 'cincea': 4194304, 'șasea': 4194304, 'sasea': 4194304, 'șaptea': 4194304,
    'saptea': 4194304, 'opta': 4194304, 'zecea': 4194304, 'один': 142606336, 'два': 142606336, 'три': 142606336,
    'четыре': 8388608, 'пять': 8388608, 'шесть': 8388608, 'семь': 8388608, 'восемь': 8388608, 'девять': 8388608,
    'десять': 142606336, 'två': 16777216, 'fyra': 16777216, 'sex': 16777216, 'åtta': 16777216, 'atta': 16777216,
    'nio': 16777216, 'tio': 16777216, 'หนึ่ง': 33554432, 'สอง': 33554432, 'สาม': 33554432, 'สี่': 33554432,
    'ห้า': 33554432, 'หก': 33554432, 'เจ็ด': 33554432, 'แปด': 33554432, 'เก้า': 33554432, 'สิบ': 33554432,
    'bir': 67108864, 'iki': 67108864, 'üç': 67108864, 'dört': 67108864, 'dort': 67108864, 'beş': 67108864,
    'altı': 67108864, 'alti': 67108864, 'yedi': 67108864, 'sekiz': 67108864, 'dokuz': 67108864, 'on': 67108864,
    'чотири': 134217728, "п'ять": 134217728, 'шість': 134217728, 'сім': 134217728, 'вісім': 134217728,
    "дев'ять": 134217728, 'перший': 134217728, 'другий': 134217728, 'третій': 134217728, 'четвертий': 134217728,
    "п'ятий": 134217728, 'шостий': 134217728, 'сьомий': 134217728, 'восьмий': 134217728, "дев'ятий": 134217728,
    'десятий': 134217728, 'một': 268435456, 'hai': 268435456, 'ba': 268435456, 'bốn': 268435456, 'năm': 268435456,
    'sáu': 268435456, 'bảy': 268435456, 'tám': 268435456, 'chín': 268435456, 'chin': 268435456, 'mười': 268435456,
    'muoi': 268435456, 'thứ nhất': 268435456, 'thu nhat': 268435456, 'đầu tiên': 268435456, 'dau tien': 268435456,
    'thứ hai': 268435456, 'thu hai': 268435456, 'thứ ba': 268435456, 'thu ba': 268435456, 'thứ tư': 268435456,
    'thu tu': 268435456, 'thứ năm': 268435456, 'thu nam': 268435456, 'thứ sáu': 268435456, 'thu sau': 268435456,
    'thứ bảy': 268435456, 'thu bay': 268435456, 'thứ tám': 268435456, 'thu tam': 268435456, 'thứ chín': 268435456,
    'thu chin': 268435456, 'thứ mười': 268435456, 'thu muoi': 268435456, 'thirty': 1, 'forty': 1, 'fifty': 1,
    'sixty': 1, 'seventy': 1, 'eighty': 1, 'ninety': 1, 'zero': 1, 'hundred': 1,
}
"""In which languages: a bit for each."""

DAY_LANGUAGES: dict[str, int] = {
    'day': 1, 'days': 1, 'الیوم': 2, 'یوم': 2, 'الأیام': 2, 'الایام': 2, 'أیام': 2, 'ایام': 2, 'দিন': 4, 'দিবস': 4,
    'den': 8, 'dny': 8, 'dag': 17563664, 'dage': 16, 'tag': 32, 'tage': 32, 'ημέρα': 64, 'ημερα': 64, 'μέρα': 64,
    'μερα': 64, 'ημέρεσ': 64, 'ημερεσ': 64, 'μέρεσ': 64, 'μερεσ': 64, 'día': 128, 'dia': 2097280, 'días': 128,
    'dias': 2097280, 'روز': 256, 'روزهای': 256, 'päivä': 512, 'paiva': 512, 'päivät': 512, 'paivat': 512, 'jour': 1024,
    'jours': 1024, 'יום': 2048, 'היום': 2048, 'ימים': 2048, 'दिन': 4096, 'दिवस': 4096, 'nap': 8192, 'napok': 8192,
    'hari': 16384, 'giorno': 32768, 'giorni': 32768, '第': 536936448, '제': 131072, 'dager': 262144, 'dagen': 524288,
    'dzień': 1048576, 'dzien': 1048576, 'dni': 1048576, 'ziua': 4194304, 'zi': 4194304, 'zilele': 4194304,
    'zile': 4194304, 'день': 142606336, 'дни': 8388608, 'dagar': 16777216, 'วันที่': 33554432, 'วัน': 33554432,
    'gün': 67108864, 'gun': 67108864, 'günler': 67108864, 'gunler': 67108864, 'дні': 134217728, 'ngày': 268435456,
    'ngay': 268435456,
}
"""In which languages a word means a day."""

MONTH_FIRST_WORDS = frozenset({
    'amikor', 'and', 'are', 'as', 'az', 'azt', 'csak', 'dated', 'day', 'days', 'dátum', 'egy', 'ezt', 'have', 'hogy',
    'in', 'it', 'kelt', 'ma', 'meg', 'mert', 'már', 'még', 'nap', 'napok', 'nem', 'of', 'that', 'the', 'this', 'vagy',
    'volt', 'was', 'with', 'és', '日付', '日期', '时间', '時間', '날짜', '일자',
})
"""Of languages that put the month before the day."""

DAY_FIRST_WORDS = frozenset({
    'aby', 'ada', 'adalah', 'af', 'akan', 'ale', 'am', 'ama', 'at', 'att', 'au', 'auch', 'auf', 'av', 'avec', 'azi',
    'belajar', 'ben', 'bir', 'bisa', 'bu', 'bugün', 'care', 'che', 'cho', 'co', 'com', 'come', 'como', 'con', 'cu',
    'các', 'có', 'că', 'của', 'da', 'dag', 'dagar', 'dage', 'dagen', 'dager', 'daha', 'dan', 'dans', 'dar', 'dari',
    'das', 'dat', 'data', 'dato', 'del', 'della', 'den', 'dengan', 'der', 'des', 'det', 'deze', 'değil', 'di', 'dia',
    'dias', 'die', 'din', 'dne', 'dnes', 'dni', 'dnia', 'dny', 'do', 'du', 'dzien', 'dzień', 'dziś', 'día', 'días',
    'een', 'ei', 'ein', 'eine', 'el', 'em', 'en', 'er', 'es', 'est', 'este', 'et', 'ett', 'että', 'fecha', 'fra',
    'från', 'för', 'für', 'gibi', 'giorni', 'giorno', 'gli', 'gun', 'gunler', 'gün', 'günler', 'har', 'hari', 'heb',
    'het', 'ho', 'hoy', 'hva', 'hvad', 'hôm', 'học', 'ich', 'idag', 'ik', 'ikke', 'il', 'ile', 'im', 'ini', 'inte',
    'ist', 'itu', 'için', 'ja', 'jag', 'jak', 'je', 'jeg', 'jest', 'joka', 'jos', 'jour', 'jours', 'jsem', 'juga',
    'już', 'kadar', 'když', 'ke', 'không', 'které', 'kun', 'la', 'las', 'le', 'les', 'lidt', 'litt', 'lo', 'los', 'là',
    'maar', 'mai', 'mais', 'med', 'meget', 'men', 'met', 'minä', 'mit', 'mitä', 'mutta', 'mye', 'myös', 'más', 'một',
    'na', 'naar', 'nay', 'ne', 'nebo', 'nel', 'ngay', 'ngày', 'những', 'nicht', 'nie', 'niet', 'niin', 'no', 'non',
    'nu', 'này', 'não', 'när', 'och', 'också', 'od', 'og', 'også', 'olan', 'olarak', 'olen', 'oli', 'om', 'ook', 'op',
    'oraz', 'os', 'pada', 'paiva', 'paivamaara', 'paivat', 'paivays', 'para', 'pas', 'pe', 'pentru', 'per', 'plus',
    'po', 'por', 'pour', 'pro', 'przez', 'pvm', 'päivä', 'päivämäärä', 'päivät', 'päiväys', 'på', 'que', 'sau', 'saya',
    'se', 'sekä', 'si', 'się', 'som', 'sono', 'sonra', 'sudah', 'sunt', 'sur', 'să', 'tag', 'tage', 'tai', 'tak',
    'také', 'tanggal', 'tarih', 'te', 'tgl', 'tidak', 'til', 'till', 'trong', 'tänään', 'tôi', 'um', 'uma', 'un',
    'una', 'und', 'une', 'untuk', 'už', 'vain', 'vandaag', 'var', 've', 'von', 'voor', 'và', 'været', 'vært', 'về',
    'với', 'wie', 'yang', 'zi', 'zijn', 'zile', 'zilele', 'ziua', 'zu', 'är', 'çok', 'în', 'đã', 'được', 'để', 'że',
    'že', 'și', 'ημέρα', 'ημέρεσ', 'ημερα', 'ημερεσ', 'ημερομηνία', 'ημερομηνια', 'μέρα', 'μέρεσ', 'μερα', 'μερεσ',
    'або', 'але', 'був', 'від', 'дата', 'день', 'для', 'дни', 'дні', 'до', 'його', 'на', 'не', 'про', 'сьогодні', 'та',
    'це', 'число', 'ще', 'що', 'як', 'היום', 'יום', 'ימים', 'תאריך', 'آن', 'أن', 'أیام', 'إلی', 'از', 'است', 'الأیام',
    'الایام', 'التاریخ', 'التی', 'الذی', 'الیوم', 'امروز', 'ایام', 'این', 'با', 'بر', 'برای', 'بعد', 'به', 'تا',
    'تاریخ', 'تعلمت', 'خود', 'در', 'را', 'روز', 'روزهای', 'شد', 'علی', 'عن', 'فی', 'قد', 'لا', 'لم', 'ما', 'مع', 'من',
    'هذا', 'هذه', 'هم', 'چیز', 'کان', 'کما', 'که', 'یوم', 'یک', 'तारीख', 'तिथि', 'दिन', 'दिनांक', 'दिवस', 'তারিখ',
    'দিন', 'দিবস', 'วัน', 'วันที่',
})
"""Of languages that put the day before the month."""

CHINESE_DIGITS: dict[str, int] = {
    '〇': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '零': 0, '两': 2, '十': 10, '百': 100,
}
"""The numbers that signs mean."""

PHRASES: dict[str, tuple[tuple[str, ...], ...]] = {
    'chu': (('nhat',),),
    'chủ': (('nhật',),),
    'dau': (('tien',),),
    'thu': (('ba',), ('bay',), ('chin',), ('hai',), ('muoi',), ('nam',), ('nhat',), ('sau',), ('tam',), ('tu',)),
    'thứ': (('ba',), ('bảy',), ('chín',), ('hai',), ('mười',), ('nhất',), ('năm',), ('sáu',), ('tám',), ('tư',)),
    'đầu': (('tiên',),),
    'אוג': (('׳',),),
    'אוק': (('׳',),),
    'אפר': (('׳',),),
    'דצמ': (('׳',),),
    'יום': (('חמישי',), ('ראשון',), ('רביעי',), ('שבת',), ('שישי',), ('שלישי',), ('שני',)),
    'ינו': (('׳',),),
    'נוב': (('׳',),),
    'ספט': (('׳',),),
    'פבר': (('׳',),),
    'تشرین': (('الأول',), ('الاول',), ('الثانی',)),
    'دو': (('شنبه',),),
    'سه': (('شنبه',),),
    'پنج': (('شنبه',),),
    'چهار': (('شنبه',),),
    'کانون': (('الأول',), ('الاول',), ('الثانی',)),
    'یک': (('شنبه',),),
    'अक्टू': (('॰',),),
    'अग': (('॰',),),
    'जन': (('॰',),),
    'जुल': (('॰',),),
    'दिस': (('॰',),),
    'नव': (('॰',),),
    'फ़र': (('॰',),),
    'सित': (('॰',),),
    'ก': (('.', 'ค', '.'), ('.', 'พ', '.'), ('.', 'ย', '.')),
    'ต': (('.', 'ค', '.'),),
    'ธ': (('.', 'ค', '.'),),
    'พ': (('.', 'ค', '.'), ('.', 'ย', '.')),
    'ม': (('.', 'ค', '.'),),
    'มิ': (('.', 'ย', '.'),),
    'มี': (('.', 'ค', '.'),),
    'ส': (('.', 'ค', '.'),),
    'เม': (('.', 'ย', '.'),),
}
"""The names of several words, by their first; the longest first."""

SINGULARS: dict[str, str] = {
    'days': 'day', 'الأیام': 'الیوم', 'أیام': 'یوم', 'dny': 'den', 'dage': 'dag', 'tage': 'tag', 'ημέρεσ': 'ημέρα',
    'μέρεσ': 'μέρα', 'días': 'día', 'dias': 'dia', 'روزهای': 'روز', 'päivät': 'päivä', 'jours': 'jour', 'ימים': 'יום',
    'napok': 'nap', 'giorni': 'giorno', 'dager': 'dag', 'dagen': 'dag', 'dni': 'dzień', 'zilele': 'ziua', 'zile': 'zi',
    'дни': 'день', 'dagar': 'dag', 'günler': 'gün', 'дні': 'день',
}
"""The word for one day by that for several."""

MONTH_NAMES: dict[str, tuple[tuple[str, ...], ...]] = {
    'en': (('january',), ('february',), ('march',), ('april',), ('may',), ('june',), ('july',), ('august',), ('september',), ('october',), ('november',), ('december',)),
    'ar': (('يناير', 'جانفي', 'كانون الثاني'), ('فبراير', 'فيفري', 'شباط'), ('مارس', 'آذار'), ('أبريل', 'أفريل', 'نيسان'), ('مايو', 'ماي', 'أيار'), ('يونيو', 'جوان', 'حزيران'), ('يوليو', 'جويلية', 'تموز'), ('أغسطس', 'أوت', 'آب'), ('سبتمبر', 'أيلول'), ('أكتوبر', 'تشرين الأول'), ('نوفمبر', 'تشرين الثاني'), ('ديسمبر', 'كانون الأول')),
    'bn': (('জানুয়ারি', 'জানুয়ারী'), ('ফেব্রুয়ারি', 'ফেব্রুয়ারী'), ('মার্চ',), ('এপ্রিল',), ('মে',), ('জুন',), ('জুলাই',), ('আগস্ট', 'অগাস্ট'), ('সেপ্টেম্বর',), ('অক্টোবর',), ('নভেম্বর',), ('ডিসেম্বর',)),
    'cs': (('ledna', 'leden'), ('února', 'únor'), ('března', 'březen'), ('dubna', 'duben'), ('května', 'květen'), ('června', 'červen'), ('července', 'červenec'), ('srpna', 'srpen'), ('září',), ('října', 'říjen'), ('listopadu', 'listopad'), ('prosince', 'prosinec')),
    'da': (('januar',), ('februar',), ('marts',), ('april',), ('maj',), ('juni',), ('juli',), ('august',), ('september',), ('oktober',), ('november',), ('december',)),
    'de': (('januar', 'jänner'), ('februar', 'feber'), ('märz', 'mrz'), ('april',), ('mai',), ('juni',), ('juli',), ('august',), ('september',), ('oktober',), ('november',), ('dezember',)),
    'el': (('ιανουαρίου', 'ιανουάριος'), ('φεβρουαρίου', 'φεβρουάριος'), ('μαρτίου', 'μάρτιος'), ('απριλίου', 'απρίλιος'), ('μαΐου', 'μάιος'), ('ιουνίου', 'ιούνιος'), ('ιουλίου', 'ιούλιος'), ('αυγούστου', 'αύγουστος'), ('σεπτεμβρίου', 'σεπτέμβριος'), ('οκτωβρίου', 'οκτώβριος'), ('νοεμβρίου', 'νοέμβριος'), ('δεκεμβρίου', 'δεκέμβριος')),
    'es': (('enero',), ('febrero',), ('marzo',), ('abril',), ('mayo',), ('junio',), ('julio',), ('agosto',), ('septiembre', 'setiembre'), ('octubre',), ('noviembre',), ('diciembre',)),
    'fa': (('ژانویه',), ('فوریه',), ('مارس',), ('آوریل',), ('مه',), ('ژوئن', 'جون'), ('ژوئیه', 'جولای'), ('اوت', 'آگوست'), ('سپتامبر',), ('اکتبر',), ('نوامبر',), ('دسامبر',)),
    'fi': (('tammikuuta', 'tammikuu'), ('helmikuuta', 'helmikuu'), ('maaliskuuta', 'maaliskuu'), ('huhtikuuta', 'huhtikuu'), ('toukokuuta', 'toukokuu'), ('kesäkuuta', 'kesäkuu'), ('heinäkuuta', 'heinäkuu'), ('elokuuta', 'elokuu'), ('syyskuuta', 'syyskuu'), ('lokakuuta', 'lokakuu'), ('marraskuuta', 'marraskuu'), ('joulukuuta', 'joulukuu')),
    'fr': (('janvier',), ('février',), ('mars',), ('avril',), ('mai',), ('juin',), ('juillet',), ('août',), ('septembre',), ('octobre',), ('novembre',), ('décembre',)),
    'he': (('ינואר', 'בינואר'), ('פברואר', 'בפברואר'), ('מרץ', 'מרס', 'במרץ', 'במרס'), ('אפריל', 'באפריל'), ('מאי', 'במאי'), ('יוני', 'ביוני'), ('יולי', 'ביולי'), ('אוגוסט', 'באוגוסט'), ('ספטמבר', 'בספטמבר'), ('אוקטובר', 'באוקטובר'), ('נובמבר', 'בנובמבר'), ('דצמבר', 'בדצמבר')),
    'hi': (('जनवरी',), ('फ़रवरी', 'फरवरी'), ('मार्च',), ('अप्रैल',), ('मई',), ('जून',), ('जुलाई',), ('अगस्त',), ('सितंबर', 'सितम्बर'), ('अक्टूबर', 'अक्तूबर'), ('नवंबर', 'नवम्बर'), ('दिसंबर', 'दिसम्बर')),
    'hu': (('január',), ('február',), ('március',), ('április',), ('május',), ('június',), ('július',), ('augusztus',), ('szeptember',), ('október',), ('november',), ('december',)),
    'id': (('januari',), ('februari',), ('maret',), ('april',), ('mei',), ('juni',), ('juli',), ('agustus',), ('september',), ('oktober',), ('november',), ('desember',)),
    'it': (('gennaio',), ('febbraio',), ('marzo',), ('aprile',), ('maggio',), ('giugno',), ('luglio',), ('agosto',), ('settembre',), ('ottobre',), ('novembre',), ('dicembre',)),
    'nb': (('januar',), ('februar',), ('mars',), ('april',), ('mai',), ('juni',), ('juli',), ('august',), ('september',), ('oktober',), ('november',), ('desember',)),
    'nl': (('januari',), ('februari',), ('maart',), ('april',), ('mei',), ('juni',), ('juli',), ('augustus',), ('september',), ('oktober',), ('november',), ('december',)),
    'pl': (('stycznia', 'styczeń'), ('lutego', 'luty'), ('marca', 'marzec'), ('kwietnia', 'kwiecień'), ('maja', 'maj'), ('czerwca', 'czerwiec'), ('lipca', 'lipiec'), ('sierpnia', 'sierpień'), ('września', 'wrzesień'), ('października', 'październik'), ('listopada', 'listopad'), ('grudnia', 'grudzień')),
    'pt': (('janeiro',), ('fevereiro',), ('março',), ('abril',), ('maio',), ('junho',), ('julho',), ('agosto',), ('setembro',), ('outubro',), ('novembro',), ('dezembro',)),
    'ro': (('ianuarie',), ('februarie',), ('martie',), ('aprilie',), ('mai',), ('iunie',), ('iulie',), ('august',), ('septembrie',), ('octombrie',), ('noiembrie',), ('decembrie',)),
    'ru': (('января', 'январь'), ('февраля', 'февраль'), ('марта', 'март'), ('апреля', 'апрель'), ('мая', 'май'), ('июня', 'июнь'), ('июля', 'июль'), ('августа', 'август'), ('сентября', 'сентябрь'), ('октября', 'октябрь'), ('ноября', 'ноябрь'), ('декабря', 'декабрь')),
    'sv': (('januari',), ('februari',), ('mars',), ('april',), ('maj',), ('juni',), ('juli',), ('augusti',), ('september',), ('oktober',), ('november',), ('december',)),
    'th': (('มกราคม',), ('กุมภาพันธ์',), ('มีนาคม',), ('เมษายน',), ('พฤษภาคม',), ('มิถุนายน',), ('กรกฎาคม',), ('สิงหาคม',), ('กันยายน',), ('ตุลาคม',), ('พฤศจิกายน',), ('ธันวาคม',)),
    'tr': (('ocak',), ('şubat',), ('mart',), ('nisan',), ('mayıs',), ('haziran',), ('temmuz',), ('ağustos',), ('eylül',), ('ekim',), ('kasım',), ('aralık',)),
    'uk': (('січня', 'січень'), ('лютого', 'лютий'), ('березня', 'березень'), ('квітня', 'квітень'), ('травня', 'травень'), ('червня', 'червень'), ('липня', 'липень'), ('серпня', 'серпень'), ('вересня', 'вересень'), ('жовтня', 'жовтень'), ('листопада', 'листопад'), ('грудня', 'грудень')),
    'vi': (('tháng 1',), ('tháng 2',), ('tháng 3',), ('tháng 4',), ('tháng 5',), ('tháng 6',), ('tháng 7',), ('tháng 8',), ('tháng 9',), ('tháng 10',), ('tháng 11',), ('tháng 12',)),
}
"""The names of the months by language, each with its forms."""

WEEKDAY_NAMES: dict[str, tuple[tuple[str, ...], ...]] = {
    'en': (('monday',), ('tuesday',), ('wednesday',), ('thursday',), ('friday',), ('saturday',), ('sunday',)),
    'ar': (('الاثنين', 'الإثنين'), ('الثلاثاء',), ('الأربعاء',), ('الخميس',), ('الجمعة',), ('السبت',), ('الأحد',)),
    'bn': (('সোমবার',), ('মঙ্গলবার',), ('বুধবার',), ('বৃহস্পতিবার',), ('শুক্রবার',), ('শনিবার',), ('রবিবার',)),
    'cs': (('pondělí',), ('úterý',), ('středa',), ('čtvrtek',), ('pátek',), ('sobota',), ('neděle',)),
    'da': (('mandag',), ('tirsdag',), ('onsdag',), ('torsdag',), ('fredag',), ('lørdag',), ('søndag',)),
    'de': (('montag', 'mo'), ('dienstag', 'di'), ('mittwoch', 'mi'), ('donnerstag', 'do'), ('freitag', 'fr'), ('samstag', 'sonnabend', 'sa'), ('sonntag', 'so')),
    'el': (('δευτέρα',), ('τρίτη',), ('τετάρτη',), ('πέμπτη',), ('παρασκευή',), ('σάββατο',), ('κυριακή',)),
    'es': (('lunes',), ('martes',), ('miércoles',), ('jueves',), ('viernes',), ('sábado',), ('domingo',)),
    'fa': (('دوشنبه', 'دو شنبه'), ('سه\u200cشنبه', 'سه شنبه'), ('چهارشنبه', 'چهار شنبه'), ('پنجشنبه', 'پنج شنبه'), ('جمعه',), ('شنبه',), ('یکشنبه', 'یک شنبه')),
    'fi': (('maanantaina', 'maanantai'), ('tiistaina', 'tiistai'), ('keskiviikkona', 'keskiviikko'), ('torstaina', 'torstai'), ('perjantaina', 'perjantai'), ('lauantaina', 'lauantai'), ('sunnuntaina', 'sunnuntai')),
    'fr': (('lundi',), ('mardi',), ('mercredi',), ('jeudi',), ('vendredi',), ('samedi',), ('dimanche',)),
    'he': (('יום שני',), ('יום שלישי',), ('יום רביעי',), ('יום חמישי',), ('יום שישי',), ('יום שבת', 'שבת'), ('יום ראשון',)),
    'hi': (('सोमवार',), ('मंगलवार', 'मंगल'), ('बुधवार',), ('गुरुवार', 'बृहस्पतिवार', 'गुरूवार'), ('शुक्रवार',), ('शनिवार',), ('रविवार', 'इतवार')),
    'hu': (('hétfő',), ('kedd',), ('szerda',), ('csütörtök',), ('péntek',), ('szombat',), ('vasárnap',)),
    'id': (('senin',), ('selasa',), ('rabu',), ('kamis',), ('jumat', "jum'at"), ('sabtu',), ('minggu', 'ahad')),
    'it': (('lunedì',), ('martedì',), ('mercoledì',), ('giovedì',), ('venerdì',), ('sabato',), ('domenica',)),
    'ja': (('月曜日', '月曜'), ('火曜日', '火曜'), ('水曜日', '水曜'), ('木曜日', '木曜'), ('金曜日', '金曜'), ('土曜日', '土曜'), ('日曜日', '日曜')),
    'ko': (('월요일', '월'), ('화요일', '화'), ('수요일', '수'), ('목요일', '목'), ('금요일', '금'), ('토요일', '토'), ('일요일', '일')),
    'nb': (('mandag', 'måndag'), ('tirsdag', 'tysdag'), ('onsdag',), ('torsdag',), ('fredag',), ('lørdag', 'laurdag'), ('søndag', 'sundag')),
    'nl': (('maandag',), ('dinsdag',), ('woensdag',), ('donderdag',), ('vrijdag',), ('zaterdag',), ('zondag',)),
    'pl': (('poniedziałek', 'pon'), ('wtorek',), ('środa',), ('czwartek', 'czw'), ('piątek',), ('sobota',), ('niedziela', 'niedz')),
    'pt': (('segunda', 'segunda-feira'), ('terça', 'terça-feira'), ('quarta', 'quarta-feira'), ('quinta', 'quinta-feira'), ('sexta', 'sexta-feira'), ('sábado',), ('domingo',)),
    'ro': (('luni',), ('marți',), ('miercuri',), ('joi',), ('vineri',), ('sâmbătă',), ('duminică',)),
    'ru': (('понедельник', 'пн'), ('вторник', 'вт'), ('среда', 'ср'), ('четверг', 'чт'), ('пятница', 'пт'), ('суббота', 'сб'), ('воскресенье', 'вс')),
    'sv': (('måndag',), ('tisdag',), ('onsdag',), ('torsdag',), ('fredag',), ('lördag',), ('söndag',)),
    'th': (('วันจันทร์', 'จันทร์', 'วันจันทร์ที่'), ('วันอังคาร', 'อังคาร', 'วันอังคารที่'), ('วันพุธ', 'พุธ', 'วันพุธที่'), ('วันพฤหัสบดี', 'พฤหัสบดี', 'วันพฤหัสบดีที่'), ('วันศุกร์', 'ศุกร์', 'วันศุกร์ที่'), ('วันเสาร์', 'เสาร์', 'วันเสาร์ที่'), ('วันอาทิตย์', 'อาทิตย์', 'วันอาทิตย์ที่')),
    'tr': (('pazartesi',), ('salı',), ('çarşamba',), ('perşembe',), ('cuma',), ('cumartesi',), ('pazar',)),
    'uk': (('понеділок', 'пн'), ('вівторок', 'вт'), ('середа', 'ср'), ('четвер', 'чт'), ('пʼятниця', 'пт'), ('субота', 'сб'), ('неділя', 'нд')),
    'vi': (('thứ hai',), ('thứ ba',), ('thứ tư',), ('thứ năm',), ('thứ sáu',), ('thứ bảy',), ('chủ nhật',)),
    'zh': (('星期一', '周一', '週一', '礼拜一'), ('星期二', '周二', '週二', '礼拜二'), ('星期三', '周三', '週三', '礼拜三'), ('星期四', '周四', '週四', '礼拜四'), ('星期五', '周五', '週五', '礼拜五'), ('星期六', '周六', '週六', '礼拜六'), ('星期日', '周日', '週日', '星期天', '周天')),
}
"""The names of the weekdays, likewise."""

PARTICLES: dict[str, tuple[str, ...]] = {
    'en': ('of', 'out', 'the', 'st', 'nd', 'rd', 'th'), 'ar': ('من', 'سنه', 'عام'),
    'bn': ('এর', 'ম', 'য়', 'র্থ', 'ষ্ঠ', 'তম', 'লা', 'রা', 'ঠা', 'ই', 'শে'), 'cs': ('z', 'ze'), 'da': ('af',),
    'de': ('von', 'der'), 'el': ('του', 'από', 'η', 'οσ', 'ου', 'ή'), 'es': ('de', 'del', 'o', 'a', 'er', 'o', 'a'),
    'fa': ('از', 'سال', 'ام', 'م'), 'fi': (), 'fr': ('sur', 'de', 'du', 'er', 'ère', 're', 'ème', 'e', 'è', 'eme'),
    'he': ('מתוך',), 'hi': ('का', 'की', 'के', 'में', 'वां', 'वाँ', 'वा', 'वें', 'ला', 'रा', 'था', 'ठा'),
    'hu': ('i', 'jei', 'án', 'én', 'jén', 'je', 'a', 'e', 'ai', 'ei'), 'id': ('dari',),
    'it': ('di', 'del', 'su', 'o', '°', 'a', 'o'), 'ja': (), 'ko': (), 'nb': ('av',), 'nl': ('van', 'e', 'de', 'ste'),
    'pl': ('z',), 'pt': ('de', 'do', 'o', 'a', 'o', 'a'), 'ro': ('din', 'a', 'lea'),
    'ru': ('из', 'й', 'ый', 'ой', 'ий', 'го', 'е'), 'sv': ('av', 'a', 'e'), 'th': ('ของ', 'ปี', 'จาก', 'พ', 'ศ', 'ค'),
    'tr': ('inci', 'ıncı', 'uncu', 'üncü', 'nci', 'ncı', 'ncu', 'ncü'),
    'uk': ('з', 'із', 'й', 'го', 'ий', 'ше', 'ге', 'тє', 'те', 'ме'), 'vi': ('năm', 'của'), 'zh': (),
}
"""What stands inside of dates, by language."""
