"""Which indicator, portfolio or area of a dataset a printed name means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

Row = Mapping[str, str]
_SAME = (
    (re.compile(r"\bpercentage\b|\bper cent\b|\bpercent\b"), "%"),
    (re.compile(r"\bnumber\b|\bno\b\.?"), "no"),
    (re.compile(r"&"), "and"),
)


def plain(name: str) -> str:
    """A name without what differs by chance: case, spaces, signs, "percentage" for "%"."""
    text = name.casefold()
    for pattern, same in _SAME:
        text = pattern.sub(f" {same} ", text)
    return " ".join(re.findall(r"[\w%£]+", text))


def identifier(name: str, taken: Iterable[str]) -> str:
    """A stable id for a new name: its words, cut at a whole one, and a number if it is taken."""
    words: list[str] = []
    for word in re.findall(r"[a-z0-9]+", name.lower().replace("%", " percent ")):
        if len("-".join([*words, word])) > LONGEST:
            break
        words.append(word)
    base = "-".join(words) or "indicator"
    used = set(taken)
    numbered = (f"{base}-{number}" for number in range(2, 1000))
    return next(each for each in (base, *numbered) if each not in used)


LONGEST = 60


def known_indicator(name: str, indicators: Sequence[Row], mapped: Mapping[str, str]) -> str | None:
    """The id that a mapping gives, else of the indicator with that name or definition."""
    if chosen := mapped.get(plain(name)):
        return chosen
    wanted = plain(name)
    columns = ("name", "definition", "short_name")
    found = [row for column in columns for row in indicators if plain(row[column]) == wanted]
    return found[0]["indicator_id"] if found else None


def known_area(name: str, areas: Sequence[Row]) -> str | None:
    """The id of the area that a heading names; without a name, the council itself."""
    council = next((row["area_id"] for row in areas if row["kind"] == "council"), None)
    wanted = plain(name)
    if not wanted:
        return council
    for row in areas:
        own = plain(row["name"]).removesuffix(" council")
        if wanted in (own, plain(row["name"]), plain(row["area_id"])):
            return row["area_id"]
    if "neighbour" in wanted:
        return next((row["area_id"] for row in areas if row["kind"] == "neighbours"), None)
    return None
