"""What a commentary means that only refers to another: "See commentary above re: beds"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.reports.importing.matching import plain
from dashboard.reports.importing.read import ReadIndicator
from dashboard.reports.importing.vocabulary import REFERS, SAME

_SHORTEST, _LONGEST = 4, 300
"""A longer text is a commentary of its own, whatever it begins with."""


def refers(read: ReadIndicator) -> bool:
    """Whether an indicator's commentary only refers to another's."""
    words = read.commentary
    if words is None or len(words.body) > _LONGEST:
        return False
    return bool(REFERS.fullmatch(words.body) or SAME.fullmatch(words.body))


def with_own_words(indicators: Sequence[ReadIndicator]) -> list[int]:
    """The indexes of the indicators with a commentary that does not only refer to another."""
    return [place for place, read in enumerate(indicators) if read.commentary and not refers(read)]


def referred_to(
    indicators: Sequence[ReadIndicator], place: int, own: Sequence[int]
) -> tuple[int | None, str]:
    """The index of the indicator whose commentary the one at `place` refers to, and why that one.

    It is the one that is named, otherwise the nearest above or below among `own`, the indexes of
    those with a commentary of their own. None where there is none.
    """
    words = indicators[place].commentary
    if words is None:
        return None, ""
    found = REFERS.fullmatch(words.body)
    about = plain(found["about"] or found["rest"] or "") if found else ""
    named = [each for each in own if about and _is_named(indicators[each], about)]
    if len(named) == 1:
        name = indicators[named[0]].name
        return named[0], f"read as the commentary on “{name}”, which it names"
    way = (found["way"] or "").lower() if found else "above"
    if way == "above":
        nearest = max((each for each in own if each < place), default=None)
    else:
        below = way in ("below", "overleaf")
        nearest = min((each for each in own if below and each > place), default=None)
    if nearest is None:
        return None, "refers to a commentary that was not found here"
    side = "above" if way == "above" else "below"
    name = indicators[nearest].name
    return nearest, f"read as the nearest commentary {side}, on “{name}”"


def _is_named(read: ReadIndicator, about: str) -> bool:
    """Whether the words of a reference are in a name; one word alone must be long."""
    words = re.sub(r"^(?:re|on|for|the)\s+", "", about).strip()
    names = [plain(name) for name in (read.name, read.heading) if name]
    return len(words) >= _SHORTEST and any(words in name for name in names)
