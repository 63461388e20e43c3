"""Vietnamese."""

from journal_site.languages.date_words import DateWords
from journal_site.languages.labels import Labels

DATES = DateWords(
    day="ngày",
    month="tháng",
    to="đến tới",
    also="và",
    of="năm của",
    number="thứ số",
    numbers="một hai ba bốn năm sáu bảy tám chín mười",
    after="thứ_nhất/đầu_tiên thứ_hai thứ_ba thứ_tư thứ_năm thứ_sáu thứ_bảy thứ_tám thứ_chín thứ_mười",
    unit="buổi bài",
    week="tuần",
    date="ngày",
    round="vòng",
    skipped="nghỉ",
    example="mẫu",
    goals="mục_tiêu mục_đích",
    started="bắt_đầu",
    tags="thẻ nhãn",
    filler="nhật ký",
)

LABELS = Labels(language="vi")
