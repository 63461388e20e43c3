"""Persian."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="روز",
    days="روزهای",
    more_months={"جون": 6, "جولای": 7, "آگوست": 8},
    more_weekdays={"سه شنبه": 1, "چهار شنبه": 2, "پنج شنبه": 3, "یک شنبه": 6, "دو شنبه": 0},
    solar="فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    to="تا",
    also="و",
    of="از سال",
    ordinals="ام م",
    number="شماره",
    numbers="یک دو سه چهار پنج شش هفت هشت نه ده",
    after="اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم",
    counting="اولین دومین سومین چهارمین پنجمین ششمین هفتمین هشتمین نهمین دهمین",
    unit="جلسه درس",
    week="هفته",
    date="تاریخ",
    round="دور",
    skipped="تعطیل استراحت هیچ",
    example="نمونه مثال الگو",
    goals="هدف اهداف هدفها",
    started="شروع آغاز",
    tags="برچسبها برچسب موضوعات",
    filler="دفترچه خاطرات",
)

LABELS = Labels(language="fa")
