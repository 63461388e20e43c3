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
        ("The word 机器学习 is machine learning, and it is the only one of its kind in this long English text.", "en"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert guess_language(text) == language
