"""The language that a log is written in."""

from __future__ import annotations

import pytest

from journal_site.publishing.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"),
        ("# Day 1\n\nRead about `numpy` and the broadcasting of arrays.", "en"),
        ("# Day 1\n\nnumpy pandas matplotlib", "en"),
        ("## 第1天\n\n学习了线性回归，用 numpy 和 scikit-learn 实现。", "zh"),
        ("## 1日目\n\n線形回帰を学んだ。numpyで実装してみた。", "ja"),
        ("## 1일차\n\n선형 회귀를 공부했다. numpy로 구현했다.", "ko"),
        ("## День 1\n\nПрочитал главу о numpy.", "ru"),
        ("## Tag 1\n\nHeute habe ich die Schleifen gelernt und ein Spiel mit Python geschrieben.", "de"),
        ("## Jour 1\n\nJ'ai lu un chapitre sur les boucles et je fais des exercices avec Python.", "fr"),
        ("## Día 1\n\nHoy leí sobre los bucles y escribí un juego con Python para practicar.", "es"),
        ("## Dia 1\n\nHoje li sobre os laços e fiz um jogo com Python para não esquecer.", "pt"),
        ("## Giorno 1\n\nOggi ho letto dei cicli e ho scritto un gioco con Python per non dimenticare.", "it"),
        ("## День 1\n\nПрочитав розділ про numpy, і це було не так складно, як я думав.", "uk"),
        ("## اليوم 1\n\nقرأت فصلا عن الحلقات في بايثون.", "ar"),
        ("## روز ۱\n\nامروز یک فصل دربارهٔ حلقه‌ها خواندم و این را با numpy نوشتم.", "fa"),
        ("## יום 1\n\nקראתי פרק על לולאות.", "he"),
        ("## दिन 1\n\nआज लूप के बारे में पढ़ा।", "hi"),
        ("## দিন ১\n\nআজ লুপ সম্পর্কে পড়লাম।", "bn"),
        ("## วันที่ 1\n\nวันนี้อ่านเรื่องลูป", "th"),
        ("## Ημέρα 1\n\nΔιάβασα για τους βρόχους.", "el"),
        ("## Ngày 1\n\nHôm nay tôi đọc về vòng lặp và viết một trò chơi với Python để không quên.", "vi"),
        ("## Hari 1\n\nHari ini saya membaca tentang perulangan dan menulis permainan dengan Python.", "id"),
        ("## Gün 1\n\nBugün döngüler için bir bölüm okudum ve bu konuda Python ile bir oyun yazdım.", "tr"),
        ("## Dzień 1\n\nDziś przeczytałem o pętlach i napisałem grę w Pythonie, żeby nie zapomnieć.", "pl"),
        ("## Den 1\n\nDnes jsem četl o smyčkách a napsal jsem hru v Pythonu, abych to nezapomněl.", "cs"),
        ("## 1. nap\n\nMa a ciklusokról olvastam, és írtam egy játékot, hogy ne felejtsem el, ami fontos.", "hu"),
        ("## Päivä 1\n\nTänään luin silmukoista ja kirjoitin pelin, että en unohda, kun se on tärkeää.", "fi"),
        ("## Ziua 1\n\nAzi am citit despre bucle și am scris un joc în Python pentru ca să nu uit.", "ro"),
        ("## Dag 1\n\nVandaag heb ik over lussen gelezen en een spel geschreven om het niet te vergeten.", "nl"),
        ("## Dag 1\n\nI dag läste jag om slingor och skrev ett spel för att inte glömma det som är svårt.", "sv"),
        ("## Dag 1\n\nI dag læste jeg om løkker, og hvad de er til, men jeg har ikke været meget i gang af det.", "da"),
        ("## Dag 1\n\nI dag leste jeg om løkker, og hva de er til, men jeg har ikke vært mye i gang av det.", "nb"),
        ("The word 机器学习 is machine learning, and it is the only one of its kind in this long English text.", "en"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert guess_language(text) == language
