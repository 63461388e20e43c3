"""The tags that `language` may hold: ISO 639-1, common ISO 639-3 codes that have no shorter one, and regions."""

from __future__ import annotations

import re

from journal_site.expressions import expression

_TWO = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
    "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it "
    "iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt "
    "my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl "
    "sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo "
    "za zh zu"
)
_THREE = (
    "ain arn arz ast awa bal bar bem bho ceb chr ckb cmn csb dsb fil fur gsw haw hmn hsb ilo kab kok kri lad ltg "
    "lzh mai mni moh mos mus mwl nah nap nan nds new nso pag pam pap prs quc rap sah sat scn sco shi sma smj smn "
    "sms son srn szl tet tpi tzm vec wae war wuu yue zgh"
)
_CODES = frozenset(_TWO.split()) | frozenset(_THREE.split())
_TAG = expression(
    r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|[0-9]{3}))?((?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)", re.IGNORECASE
)

_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr",
    "spanish": "es", "español": "es",
    "portuguese": "pt", "português": "pt", "italian": "it", "italiano": "it", "russian": "ru", "русский": "ru",
    "chinese": "zh", "中文": "zh", "japanese": "ja", "日本語": "ja", "korean": "ko", "한국어": "ko", "arabic": "ar",
    "hebrew": "he", "dutch": "nl", "turkish": "tr", "polish": "pl", "ukrainian": "uk", "hindi": "hi", "persian": "fa",
    "cn": "zh", "jp": "ja", "kr": "ko", "gr": "el", "cz": "cs", "dk": "da", "ua": "uk",
}  # fmt: skip


def language_tag(text: str) -> str | None:
    """Return the tag in its usual case (`pt_br` is `pt-BR`), or None where it names no language."""
    match = _TAG.fullmatch(text.strip().replace("_", "-"))
    if not match or match[1].lower() not in _CODES:
        return None
    parts = [match[1].lower()]
    if match[2]:
        parts.append(match[2].title())
    if match[3]:
        parts.append(match[3].upper())
    return "-".join(parts) + match[4].lower()


def likely_tag(text: str) -> str | None:
    """Return the tag that somebody means who writes a language's name or a country's code."""
    return _NAMES.get(text.strip().lower())
