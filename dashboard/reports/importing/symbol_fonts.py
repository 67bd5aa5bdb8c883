"""What a letter means that Word sets in a font of symbols, where arrows and ticks have letters."""

from __future__ import annotations

PRIVATE = 0xF000
"""Word writes such a letter also as this plus its code, in the private area of Unicode."""
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


def is_symbol_font(font: str) -> bool:
    """Whether letters in a font are signs."""
    return font.casefold() in FONTS


def meant(text: str, font: str) -> str:
    """The signs of some letters in a font; what it has no sign for stays as it is."""
    signs = FONTS.get(font.casefold(), {})
    return "".join(signs.get(_letter(each), each) for each in text)


def _letter(sign: str) -> str:
    code = ord(sign) - PRIVATE
    return chr(code) if 0x20 <= code <= 0xFF else sign
