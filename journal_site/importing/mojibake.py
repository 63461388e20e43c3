"""Repair text that was decoded with the wrong encoding once (`ðŸ¥³` was 🥳), where its bytes prove it; never code."""

from __future__ import annotations

from difflib import SequenceMatcher

from journal_site.errors import Diagnostic, Location
from journal_site.expressions import expression
from journal_site.reading.outline.lines import scan_lines

_SUSPICIOUS = expression(r"[\u00c2-\u00f4\u0152\u0153\u0160\u0161\u0178\u017d\u017e][\u0080-\u00bf\u0152-\u2122]")
"""How two bytes of UTF-8 look once they were taken for Windows-1252 or Latin-1."""
_INDENTED = ("    ", "\t")
_ITEM = expression(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_CODE = expression(r"((`+)(?!`).*?(?<!`)\2(?!`))")


def repair(text: str, path: str) -> tuple[str, list[Diagnostic]]:
    """Return the text with its mojibake repaired, line by line, and a notice for each line that was."""
    if not _SUSPICIOUS.search(text):
        return text, []
    from ftfy import TextFixerConfig, fix_encoding  # noqa: PLC0415 - few texts need it, and it takes 60 ms

    config = TextFixerConfig(restore_byte_a0=True, replace_lossy_sequences=False, decode_inconsistent_utf8=True)
    hidden = scan_lines(text).hidden
    lines = text.split("\n")
    said: list[Diagnostic] = []
    in_list = False
    for number, line in enumerate(lines):
        if line.strip() and not line.startswith(_INDENTED):
            in_list = bool(_ITEM.match(line))
        if hidden[number] or (line.startswith(_INDENTED) and not in_list) or not _SUSPICIOUS.search(line):
            continue
        parts = _CODE.split(line)
        prose, code = parts[::3], parts[1::3]
        fixed = "".join(a + b for a, b in zip([fix_encoding(part, config) for part in prose], [*code, ""], strict=True))
        if fixed != line and "\n" not in fixed:
            lines[number] = fixed
            said.append(_notice(line, fixed, path, number + 1))
    return "\n".join(lines), said


def _notice(line: str, fixed: str, path: str, number: int) -> Diagnostic:
    matcher = SequenceMatcher(None, line, fixed, autojunk=False)
    changed = [(line[a:b], fixed[c:d], a) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
    pairs = dict.fromkeys(f"'{old}' was '{new}'" for old, new, _ in changed)
    return Diagnostic(
        severity="notice",
        code="mojibake",
        message=f"wrongly decoded once, and repaired: {', '.join(list(pairs)[:3])}",
        location=Location(path=path, line=number, column=changed[0][2] + 1),
    )
