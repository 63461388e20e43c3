"""Thai."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="วันที่ วัน",
    more_weekdays={
        "จันทร์": 0,
        "อังคาร": 1,
        "พุธ": 2,
        "พฤหัสบดี": 3,
        "ศุกร์": 4,
        "เสาร์": 5,
        "อาทิตย์": 6,
        "วันจันทร์ที่": 0,
        "วันอังคารที่": 1,
        "วันพุธที่": 2,
        "วันพฤหัสบดีที่": 3,
        "วันศุกร์ที่": 4,
        "วันเสาร์ที่": 5,
        "วันอาทิตย์ที่": 6,
    },
    to="ถึง",
    also="และ",
    of="ของ ปี จาก พ ศ ค",
    number="ที่",
    numbers="หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ",
    unit="บทที่ ครั้งที่",
    week="สัปดาห์ที่ สัปดาห์",
    date="วันที่",
    round="รอบ รอบที่",
    skipped="หยุด พัก ข้าม",
    example="ตัวอย่าง แม่แบบ",
    goals="เป้าหมาย",
    started="เริ่ม เริ่มต้น",
    tags="แท็ก หัวข้อ",
    filler="บันทึก",
)

LABELS = Labels(language="th")
