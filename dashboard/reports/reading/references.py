"""What a commentary means that only refers to another: "See commentary above re: beds"."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.reports.reading.matching import plain
from dashboard.reports.reading.read import ReadIndicator
from dashboard.reports.reading.vocabulary import REFERS

LONGEST = 300
"""A text longer than this says something itself, whatever it begins with."""


def refers(read: ReadIndicator) -> bool:
    """Whether an indicator's commentary is no more than a reference."""
    words = read.commentary
    return words is not None and len(words.body) <= LONGEST and bool(REFERS.fullmatch(words.body))


def meant_by(indicators: Sequence[ReadIndicator], place: int) -> tuple[ReadIndicator | None, str]:
    """The indicator whose commentary the one at `place` means, and how that was decided.

    One that is named is meant; else the nearest with words of its own, above or below.
    """
    words = indicators[place].commentary
    found = REFERS.fullmatch(words.body) if words else None
    if found is None:
        return None, ""
    own = [each for each in indicators if each.commentary and not refers(each)]
    about = plain(found["rest"])
    named = [each for each in own if about and _is_named(each, about)]
    if len(named) == 1:
        return named[0], f"taken to mean the commentary on “{named[0].name}”, which it names"
    way = found["way"].lower()
    if way not in ("above", "below", "overleaf"):
        return None, "refers to a commentary that was not found here"
    order = indicators[:place][::-1] if way == "above" else indicators[place + 1 :]
    nearest = next((each for each in order if each in own), None)
    if nearest is None:
        return None, "refers to a commentary that was not found here"
    side = "above" if way == "above" else "below"
    return nearest, f"taken to mean the nearest commentary {side}, on “{nearest.name}”"


def _is_named(read: ReadIndicator, about: str) -> bool:
    words = about.removeprefix("re ").removeprefix("on ").removeprefix("for ").strip()
    return bool(words) and any(plain(name) == words for name in (read.name, read.heading) if name)
