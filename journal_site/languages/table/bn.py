"""Bengali."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="দিন দিবস",
    more_months={"জানুয়ারী": 1, "ফেব্রুয়ারী": 2, "অগাস্ট": 8},
    counted="দিন",
    to="থেকে পর্যন্ত",
    also="ও এবং",
    of="এর",
    ordinals="ম য় র্থ ষ্ঠ তম লা রা ঠা ই শে",
    number="নং নম্বর",
    numbers="এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ",
    counting="প্রথম দ্বিতীয় তৃতীয় চতুর্থ পঞ্চম ষষ্ঠ সপ্তম অষ্টম নবম দশম",
    unit="পাঠ অধ্যায়",
    week="সপ্তাহ",
    date="তারিখ",
    round="রাউন্ড",
    skipped="বাদ ছুটি বিরতি",
    example="উদাহরণ নমুনা",
    goals="লক্ষ্য উদ্দেশ্য",
    started="শুরু আরম্ভ",
    tags="ট্যাগ বিষয়",
    filler="ডায়েরি",
)

LABELS = Labels(language="bn")
