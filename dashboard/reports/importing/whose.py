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
_OF = re.compile(
    r"\b(?:(?:London|Royal|Metropolitan) )?(?:Borough|City|County|District|Council) of "
    r"(?P<name>[A-Z][\w’'-]*(?:,? (?:(?:upon|on|and|&|of|the) )*[A-Z][\w’'-]*)*)"
)
_BETWEEN = frozenset(("of", "and", "&", "upon", "on", "in", "the", "le", "la", "with"))
_KINDS = frozenset(
    ("borough", "city", "county", "district", "metropolitan", "town", "parish", "unitary", "royal")
)
_NO_NAMES = frozenset(
    (
        *("our", "this", "full", "the", "and", "of", "for", "to", "in", "with", "corporate"),
        *("cabinet", "committee", "executive", "scrutiny", "overview", "board", "member"),
        *("performance", "report", "reports", "exception", "appendix", "annex", "quarter"),
        *("quarterly", "annual", "agenda", "scorecard", "dashboard", "monitoring", "whole"),
    )
)


def council_in(text: str) -> str:
    """The council that a text names, such as "Millbrook Borough Council"; empty for none."""
    if found := _OF.search(text):
        return found[0]
    for council in _COUNCIL.finditer(text):
        words: list[str] = []
        for word in reversed(text[: council.start()].split()):
            if not (re.fullmatch(r"[A-Z][A-Za-z’'.-]*", word) or word.lower() in _BETWEEN):
                break
            words.insert(0, word)
        while words and words[0].lower() in _NO_NAMES | _BETWEEN:
            words.pop(0)
        if any(word.lower() not in _KINDS | _BETWEEN | _NO_NAMES for word in words):
            return " ".join((*words, council[0]))
    return ""


def short_name(council: str) -> str:
    """A council's name in plain words, without what kind it is; empty where nothing else is."""
    words = [word for word in plain(council).split() if word not in _KINDS | {"council", "london"}]
    while words and words[0] in _BETWEEN:
        words.pop(0)
    return " ".join(words)


def is_named(council: str, text: str) -> bool:
    """Whether a text names the council, by its whole name or without what kind it is."""
    name = short_name(council)
    return bool(name) and f" {name} " in f" {plain(text)} "


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
