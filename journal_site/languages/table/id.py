"""Indonesian."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="hari",
    more_weekdays={"ahad": 6, "jum'at": 4},
    to="sampai hingga",
    also="dan",
    of="dari",
    number="ke nomor no",
    numbers="satu dua tiga empat lima enam tujuh delapan sembilan sepuluh",
    after="pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh",
    unit="sesi pelajaran",
    week="minggu pekan",
    date="tanggal tgl",
    round="putaran ronde",
    skipped="dilewati lewat libur istirahat",
    example="contoh templat",
    goals="tujuan sasaran",
    started="mulai dimulai memulai",
    tags="tanda topik",
    filler="catatan jurnal harian",
    not_short="des",
)

LABELS = Labels(language="id")
