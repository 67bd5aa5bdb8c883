"""Whose report it is: the councils that its titles and rows name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dashboard.reports.importing.matching import plain
from dashboard.reports.importing.read import ReadTable

_COUNCIL = re.compile(
    # Council tax, homes and plans are no councils.
    r"\bcouncil\b(?! +(?:tax|houses?|housing|homes?|plans?|members?|meetings?|leaders?|services?"
    r"|owned|wide|strategy|priorit|objectives?|run|built|stock|buildings?|staff|tenan))",
    re.IGNORECASE,
)
_KIND_OF = re.compile(
    r"\b(?:(?:London|Royal|Metropolitan) )?(?:Borough|City|County|District|Council) of (?=\w)"
    r"(?!culture|sanctuary|learning)",
    re.IGNORECASE,
)
_METROPOLITAN = re.compile(
    r"\b(?:(?:metropolitan|royal) (?:borough|district)|MBC|MDC)\b(?! (?:of|council)\b)",
    re.IGNORECASE,
)
_BETWEEN = frozenset(("of", "and", "&", "upon", "on", "in", "the", "le", "la", "with"))
_BESIDE = frozenset(("with", "against", "than", "versus"))
"""Words before a council that a report is compared or shared with, and not of."""
_NAMED_WITH = "blackburn"
"""Blackburn with Darwen, whose own name has such a word."""
_KINDS = frozenset(
    ("borough", "city", "county", "district", "metropolitan", "town", "parish", "unitary", "royal")
)
_NO_NAMES = frozenset(
    (
        *("our", "your", "this", "full", "the", "a", "an", "and", "of", "for", "to", "in", "with"),
        *("cabinet", "committee", "executive", "scrutiny", "overview", "board", "member"),
        *("performance", "report", "reports", "exception", "appendix", "annex", "quarter"),
        *("quarterly", "annual", "agenda", "scorecard", "dashboard", "monitoring", "whole"),
        *("corporate", "efficient", "effective", "modern", "one", "listening", "digital"),
        *("better", "open", "strong", "stronger", "resilient", "sustainable", "connected"),
    )
)


def council_in(text: str) -> str:
    """The council that a text names, such as "Millbrook Borough Council"; empty for none.

    One that is only compared or shared with ("with Millbrook Council") is none.
    """
    for kind in _KIND_OF.finditer(text):
        name = _name_after(text[kind.end() :])
        if name and kind[0][0].isupper() and not _is_beside(text[: kind.start()].split()):
            return f"{kind[0]}{name}"
    for pattern in (_COUNCIL, _METROPOLITAN):
        for kind in pattern.finditer(text):
            if name := _name_before(text[: kind.start()].split()):
                return f"{name} {kind[0]}"
    return ""


def _name_after(text: str) -> str:
    """The name that a text begins with: "Bath and Wells" of "Bath and Wells Performance"."""
    words: list[str] = []
    for word in text.split():
        bare = word.rstrip(":;.()–-").removesuffix(",")
        between = bool(words) and bare.lower() in _BETWEEN
        named = re.fullmatch(r"[A-Z][\w’'-]*", bare) and bare.lower() not in _NO_NAMES
        if not (between or named):
            break
        ends = word not in (bare, f"{bare},")
        words.append(bare if ends else word)
        if ends:
            break
    while words and words[-1].lower() in _BETWEEN:
        words.pop()
    return " ".join(words).rstrip(",")


def _name_before(before: Sequence[str]) -> str:
    """The name that words end with, what kind of council it is among them; empty for none."""
    words: list[str] = []
    for index, word in reversed(list(enumerate(before))):
        if not (re.fullmatch(r"[A-Z][A-Za-z’'.-]*", word) or word.lower() in _BETWEEN):
            break
        if _is_beside(before[: index + 1]):
            break
        words.insert(0, word)
    while words and words[0].lower() in _NO_NAMES | _BETWEEN:
        words.pop(0)
    named = any(word.lower() not in _KINDS | _BETWEEN | _NO_NAMES for word in words)
    return " ".join(words) if named and not _is_beside(before[: -len(words)]) else ""


def _is_beside(before: Sequence[str]) -> bool:
    """Whether words end as before a council that the report is not of."""
    words = [word.lower() for word in before if word.lower() != "the"]
    return bool(words) and words[-1] in _BESIDE and _NAMED_WITH not in words[-2:]


def short_name(council: str) -> str:
    """A council's name in plain words, without what kind it is; empty where nothing else is."""
    words = [word for word in plain(council).split() if word not in _KINDS | {"council", "london"}]
    while words and words[0] in _BETWEEN:
        words.pop(0)
    return " ".join(words)


def is_named(council: str, text: str) -> bool:
    """Whether a text names the council, by its whole name or without what kind it is.

    One that is only compared or shared with is not named; "our" alone is not Our Council.
    """
    short = short_name(council)
    name = plain(council) if short in _NO_NAMES else short
    words = plain(text)
    places = re.finditer(rf"(?<!\S){re.escape(name)}(?!\S)", words)
    return bool(name) and any(not _is_beside(words[: at.start()].split()) for at in places)


def another_council(titles: Iterable[str], tables: Sequence[ReadTable], council: str) -> str:
    """The council whose report it is, if that is another than `council`; empty otherwise.

    A title that names ours makes it ours; without one, so does a row of ours beside others'.
    """
    said = list(titles)
    if not council or any(is_named(council, title) for title in said):
        return ""
    if named := next(filter(None, map(council_in, said)), ""):
        return named
    if any(figure.figure for table in tables for figure in table.figures):
        return ""
    return next((name for table in tables for name in table.other_councils), "")
