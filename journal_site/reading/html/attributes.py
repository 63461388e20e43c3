"""Which attributes of an author's tags stay, and as what: each that we write is one that an HTML checker accepts."""

from __future__ import annotations

import re

from journal_site.expressions import expression

_LENGTH = r"-?(?:\d+(?:\.\d+)?|\.\d+)(?:px|em|rem|ex|ch|%|pt|cm|mm|in|vw|vh)|0"
_COLOUR = (
    r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|rgba?\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*(?:,\s*[\d.]+\s*)?\)"
    r"|transparent|currentcolor|black|white|gr[ae]y|silver|maroon|red|purple|fuchsia|green|lime|olive|yellow|navy|blue|teal|aqua"
    r"|orange|pink|brown|crimson|gold|indigo|violet|tomato|coral|salmon|darkred|darkblue|darkgreen|darkorange|lightblue"
    r"|lightgreen|lightgr[ae]y|darkgr[ae]y|steelblue|royalblue|dodgerblue|skyblue|seagreen|firebrick|chocolate|orchid|plum"
)
_STYLES = {
    "text-align": "left|right|center|justify|start|end",
    "vertical-align": f"baseline|top|middle|bottom|sub|super|text-top|text-bottom|{_LENGTH}",
    "float": "left|right|none",
    "clear": "left|right|both|none",
    "color": _COLOUR,
    "background-color": _COLOUR,
    "font-weight": "normal|bold|bolder|lighter|[1-9]00",
    "font-style": "normal|italic|oblique",
    "font-size": f"x*-small|small|medium|large|x*-large|smaller|larger|{_LENGTH}",
    "font-family": r"monospace|serif|sans-serif|cursive",
    "text-decoration": "none|underline|overline|line-through",
    "white-space": "normal|nowrap|pre|pre-wrap|pre-line",
    "list-style-type": "none|disc|circle|square|decimal|lower-alpha|upper-alpha|lower-roman|upper-roman",
    "object-fit": "contain|cover|fill|none|scale-down",
    "display": "inline|block|inline-block",
    "border-collapse": "collapse|separate",
}
_SIZES = ("width", "height", "max-width", "max-height", "min-width")
_EDGES = ("margin", "padding", "border-radius")
_STYLE = {name: expression(values, re.IGNORECASE) for name, values in _STYLES.items()}
_STYLE |= {name: expression(f"auto|{_LENGTH}".replace("-?", ""), re.IGNORECASE) for name in _SIZES}
_STYLE |= {
    name: expression(rf"(?:auto|{_LENGTH})(?:\s+(?:auto|{_LENGTH})){{0,3}}".replace("-?", ""), re.IGNORECASE)
    for name in _EDGES
}
_STYLE |= {
    f"{name}-{side}": expression(f"auto|{_LENGTH}" if name == "margin" else _LENGTH.replace("-?", ""), re.IGNORECASE)
    for name in ("margin", "padding")
    for side in ("top", "right", "bottom", "left")
}
_STYLE["padding"] = expression(rf"(?:{_LENGTH})(?:\s+(?:{_LENGTH})){{0,3}}".replace("-?", ""), re.IGNORECASE)
_STYLE["border"] = expression(rf"none|0|\d+px\s+(?:solid|dashed|dotted|double)(?:\s+(?:{_COLOUR}))?", re.IGNORECASE)

_PIXELS = expression(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*", re.IGNORECASE)
_PERCENT = expression(r"\s*(\d{1,3})(?:\.\d+)?\s*%\s*")
_ID = expression(r"\S+")
_LANGUAGE = expression(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?")
_DATE = expression(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_TYPE = expression(r"""[a-z]+/[\w.+-]+(?:;\s*codecs=(?:"[\w., -]+"|'[\w., -]+'|[\w.-]+))?""", re.IGNORECASE)
_PRELOAD = expression("none|metadata|auto")
_FEATURE = r"\([a-z-]+(?::\s*[\w. /]+)?\)"
_MEDIA_QUERY = expression(rf"(?:(?:screen|print|all)\s+and\s+)?{_FEATURE}(?:\s+and\s+{_FEATURE})*")
_WHOLE = expression(r"-?\d{1,6}")
_SPAN = expression(r"[1-9]\d?")
_ALIGNED = frozenset(("center", "right", "justify"))
_FLOATS = frozenset(("img", "table"))

_OWN: dict[str, dict[str, re.Pattern[str] | None]] = {
    "a": {"href": None},
    "img": {"src": None, "alt": None},
    "ol": {"start": _WHOLE, "type": expression("[1aAiI]"), "reversed": None},
    "li": {"value": _WHOLE},
    "td": {"colspan": _SPAN, "rowspan": _SPAN},
    "th": {"colspan": _SPAN, "rowspan": _SPAN, "scope": expression("row|col")},
    "col": {"span": _SPAN},
    "colgroup": {"span": _SPAN},
    "details": {"open": None},
    "time": {"datetime": _DATE},
    "bdo": {"dir": expression("ltr|rtl")},
    "iframe": {"src": None, "allowfullscreen": None},
    "video": {"loop": None, "muted": None, "playsinline": None, "preload": _PRELOAD},
    "audio": {"loop": None, "muted": None, "preload": _PRELOAD},
    "source": {"type": _TYPE, "media": _MEDIA_QUERY},
    "track": {"kind": expression("subtitles|captions"), "srclang": _LANGUAGE, "label": expression(r".+")},
}
_SIZED = frozenset(("img", "iframe", "video"))


def clean_attributes(tag: str, written: dict[str, str], *, trusted: bool) -> dict[str, str]:
    """Return the attributes of an author's tag that stay; `name` is an id, and alignment is a class."""
    kept: dict[str, str] = {}
    for name, pattern in _OWN.get(tag, {}).items():
        value = written.get(name)
        if value is not None and (pattern is None or pattern.fullmatch(value.strip())):
            kept[name] = value.strip()
    _add_globals(kept, tag, written)
    if tag in _SIZED:
        _add_size(kept, written)
    classes = written.get("class", "").split() if trusted else []
    if place := _placement(tag, written.get("align", "").strip().lower()):
        classes.append(place)
    if classes:
        kept["class"] = " ".join(dict.fromkeys(classes))
    style = clean_style(written.get("style", "")) if trusted else ""
    if style or kept.get("style"):
        kept["style"] = ";".join(filter(None, (kept.get("style", ""), style)))
    return kept


def _add_globals(kept: dict[str, str], tag: str, written: dict[str, str]) -> None:
    name = written.get("id") or (written.get("name", "") if tag == "a" else "")
    if name and _ID.fullmatch(name):
        kept["id"] = name
    if title := written.get("title", "").strip():
        kept["title"] = title
    if written.get("dir", "").lower() in ("ltr", "rtl", "auto"):
        kept["dir"] = written["dir"].lower()
    if _LANGUAGE.fullmatch(written.get("lang", "")):
        kept["lang"] = written["lang"]


def _add_size(kept: dict[str, str], written: dict[str, str]) -> None:
    for name in ("width", "height"):
        value = written.get(name, "")
        if pixels := _PIXELS.fullmatch(value):
            kept[name] = pixels[1]
        elif name == "width" and (percent := _PERCENT.fullmatch(value)):
            kept["style"] = f"width:{percent[1]}%"


def _placement(tag: str, align: str) -> str:
    if tag in _FLOATS:
        return {"left": "float-left", "right": "float-right", "center": "center"}.get(align, "")
    return align if align in _ALIGNED else ""


def clean_style(style: str) -> str:
    """Return the declarations of a style attribute that are known and whose values are valid."""
    kept = []
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        pattern = _STYLE.get(name.strip().lower())
        value = value.strip().removesuffix("!important").strip()
        if pattern is not None and pattern.fullmatch(value):
            kept.append(f"{name.strip().lower()}:{value}")
    return ";".join(kept)
