"""Which indicator, portfolio or area of a dataset a printed name means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

_Row = Mapping[str, str]
NEW = "new"
"""In a mapping file: the printed name is not in the dataset, however similar it looks."""
MAPPED = "the mapping file"
_LONGEST = 60
ALIKE = 0.85
_SAME = (
    (re.compile(r"\bpercentage\b|\bper cent\b|\bpercent\b"), "%"),
    (re.compile(r"\bnumber\b|\bno\b\.?"), "no"),
    (re.compile(r"&"), "and"),
)
SHORT_NAME = "its short name"
_COLUMNS = {"name": "its name", "definition": "its definition", "short_name": SHORT_NAME}
_AVERAGE = re.compile(r"\b(?:average|mean|authorities|authority|council|the)\b")


@dataclass(frozen=True, slots=True)
class Match:
    """The indicator that a name means, or None, and how it was found.

    `like` holds the ids of indicators with similar names, `also` of others with the same name.
    """

    indicator_id: str | None
    how: str = ""
    like: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def plain(name: str) -> str:
    """A name for comparing: without case, spacing, punctuation or spellings of % and number."""
    text = name.casefold()
    for pattern, same in _SAME:
        text = pattern.sub(f" {same} ", text)
    return " ".join(re.findall(r"[\w%£]+", text))


def identifier(name: str, existing: Iterable[str]) -> str:
    """An id for a new name: its words up to 60 letters, with a number if that id exists."""
    words: list[str] = []
    for word in re.findall(r"[a-z0-9]+", name.lower().replace("%", " percent ")):
        if len("-".join([*words, word])) > _LONGEST:
            break
        words.append(word)
    base = "-".join(words) or "indicator"
    used = set(existing)
    numbered = (f"{base}-{number}" for number in range(2, 1000))
    return next(each for each in (base, *numbered) if each not in used)


def known_indicator(
    names: Sequence[str], indicators: Sequence[_Row], mapped: Mapping[str, str]
) -> Match:
    """What a mapping says of any of the names, else the indicator with that name or definition."""
    wanted = [words for name in names if (words := plain(name))]
    for name in wanted:
        if name in mapped:
            chosen = mapped[name]
            return Match(None if chosen == NEW else chosen, MAPPED)
    for name in wanted:
        for column, said in _COLUMNS.items():
            found = [
                row["indicator_id"] for row in indicators if plain(row.get(column, "")) == name
            ]
            if found:
                return Match(found[0], said, also=tuple(found[1:]))
    return Match(None, like=_similar(wanted, indicators))


def added_before(name: str, heading: str, indicators: Sequence[_Row]) -> Match:
    """The indicator that an earlier import added for a printed name, recognised by its id."""
    base = re.escape(identifier(heading or name, []))
    for row in indicators:
        ours = re.fullmatch(rf"{base}(?:-\d+)?", row["indicator_id"])
        if ours and plain(row["definition"]) == plain(name):
            return Match(row["indicator_id"], MAPPED)
    return Match(None, MAPPED)


def _similar(wanted: Sequence[str], indicators: Sequence[_Row]) -> tuple[str, ...]:
    """The ids of indicators whose name or definition is nearly one of the names."""
    names = {
        plain(row.get(column, "")): row["indicator_id"] for row in indicators for column in _COLUMNS
    }
    close = (get_close_matches(name, names, n=2, cutoff=ALIKE) for name in wanted)
    longer = (
        known
        for name in wanted
        for known in names
        if len(known.split()) > 1 and set(known.split()) <= set(name.split())
    )
    found = [*(name for each in close for name in each), *longer]
    return tuple(dict.fromkeys(names[name] for name in found))


def known_area(name: str, areas: Sequence[_Row]) -> str | None:
    """The id of the area that a heading names; without a name, the council itself."""
    of_kind = {row["kind"]: row["area_id"] for row in reversed(areas)}
    wanted = " ".join(_AVERAGE.sub(" ", plain(name)).split())
    if not wanted:
        return of_kind.get("council")
    for row in areas:
        own = " ".join(_AVERAGE.sub(" ", plain(row["name"])).split())
        if wanted in (own, plain(row["name"]), plain(row["area_id"])):
            return row["area_id"]
    for words, kind in (
        (("neighbour", "comparator", "cipfa", "similar"), "neighbours"),
        (("national",), "country"),
        (("regional", "region"), "region"),
    ):
        if any(word in wanted for word in words):
            return of_kind.get(kind)
    return None
