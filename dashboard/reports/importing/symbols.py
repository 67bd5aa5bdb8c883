"""Arrows and marks of a printed direction of travel: every variant, also in a font of symbols."""

from __future__ import annotations

from dashboard.reports import wording

_UP = dict.fromkeys("↑▲⬆⇧🠅\uf0e9", wording.UP) | {"é": wording.UP}
_DOWN = dict.fromkeys("↓▼⬇⇩\uf0ea", wording.DOWN) | {"ê": wording.DOWN}
_LEVEL = dict.fromkeys("↔►⇔⬌→\uf0f3\uf0e8", wording.LEVEL) | {
    "ó": wording.LEVEL,
    "è": wording.LEVEL,
}
_GOOD = dict.fromkeys("✓✔☑\uf0fc", wording.GOOD) | {"ü": wording.GOOD}
_BAD = dict.fromkeys("✖✘✗✕☒\uf0fb", wording.BAD) | {"û": wording.BAD}
KNOWN = frozenset("↑↓↔▲▼►✓✔✖✘")
"""The signs that the dataset knows; dashboard.domain.checks.claims reads them."""
_ARROWS = _UP | _DOWN | _LEVEL
_MARKS = _GOOD | _BAD

PRIVATE = 0xF000
"""Word also writes such a letter as its code plus this, in Unicode's private use area."""
_WINGDINGS = {
    "à": "→", "á": "↑", "â": "↓", "è": "→", "é": "↑", "ê": "↓", "ð": "→", "ñ": "↑", "ò": "↓",
    "ó": "↔", "û": "✘", "ü": "✔", "ý": "☒", "þ": "☑", "l": "●", "n": "■",
}  # fmt: skip
_WINGDINGS_2 = {"O": "✘", "P": "✔", "Q": "☒", "R": "☑"}
_WINGDINGS_3 = {
    '"': "→", "#": "↑", "$": "↓", "g": "→", "h": "↑", "i": "↓", "n": "↔", "p": "▲", "q": "▼",
    "u": "►",
}  # fmt: skip
_WEBDINGS = {"4": "►", "5": "▲", "6": "▼", "a": "✔", "r": "✘"}
_SYMBOL = {"\xab": "↔", "\xad": "↑", "\xae": "→", "\xaf": "↓"}
FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}


def signs_in(text: str) -> tuple[str, str] | None:
    """The arrow and the mark of a cell, either may be empty; None where the cell has words.

    Letters count as signs only in a cell without words: Wingdings copied into plain text.
    """
    letters = [sign for sign in text if not sign.isspace()]
    if not letters or any(sign not in _ARROWS and sign not in _MARKS for sign in letters):
        return None
    arrows = [_as_printed(sign) for sign in letters if sign in _ARROWS]
    marks = [_as_printed(sign) for sign in letters if sign in _MARKS]
    if len(arrows) > 1 or len(marks) > 1:
        return None
    return (arrows or [""])[0], (marks or [""])[0]


def _as_printed(sign: str) -> str:
    """A sign as printed if the dataset knows it, else the one it means."""
    if sign in KNOWN:
        return sign
    return _ARROWS.get(sign) or _MARKS[sign]


def is_symbol_font(font: str) -> bool:
    """Whether a font shows letters as signs."""
    return font.casefold() in FONTS


def signs_of(text: str, font: str) -> str:
    """The signs that letters show in a font; other letters are unchanged."""
    signs = FONTS.get(font.casefold(), {})
    return "".join(signs.get(_letter(each), each) for each in text)


def _letter(sign: str) -> str:
    code = ord(sign) - PRIVATE
    return chr(code) if 0x20 <= code <= 0xFF else sign
