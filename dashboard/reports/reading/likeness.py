"""Whether what a report prints of a known indicator can be of it: its unit, its polarity."""

from __future__ import annotations

from decimal import Decimal

from dashboard.domain.indicator import Unit
from dashboard.domain.record import TargetRule
from dashboard.reports.reading.added import Taken, Told, Understood
from dashboard.reports.reading.figure import is_nearer_to_number
from dashboard.reports.reading.read import ReadFigure, ReadIndicator

JUDGED_BY_POLARITY = frozenset((TargetRule.AT_MOST, TargetRule.AT_LEAST))
_WORDS = {Unit.PERCENT: "a percentage", Unit.CURRENCY: "an amount in pounds"}


def same_polarity(made: Understood, taken: Taken, read: ReadIndicator) -> bool:
    """Whether the printed direction is the dataset's; a difference is told."""
    known = _known(made, taken)
    if known is None or read.polarity is None or read.polarity.value == known["polarity"]:
        return True
    why = (
        f"{read.polarity.said.lower()} as printed, while indicators.csv says {known['polarity']}: "
        "targets of a level are left out"
    )
    taken.doubt(read.place, read.name, why)
    return False


def unlike_known(made: Understood, taken: Taken, read: ReadFigure) -> bool:
    """Whether a figure cannot be the known indicator's, by its sign or size; then it is told."""
    known, figure = _known(made, taken), read.figure
    if known is None or figure is None or figure.value is None:
        return False
    if figure.unit and figure.unit.value != known["unit"]:
        why = f"printed as {_WORDS[figure.unit]}, while {taken.indicator_id} is a {known['unit']}"
        taken.doubt(read.place, read.printed, f"{why}: left out")
        return True
    if figure.count is None and _is_nearer_to_the_number(made, taken, figure.value):
        why = f"a number alone, nearer to the numbers of {taken.indicator_id} than to its rates"
        taken.doubt(read.place, read.printed, f"{why}: left out")
        return True
    return False


def _known(made: Understood, taken: Taken) -> Told | None:
    if taken.is_new:
        return None
    key = {"indicator_id": taken.indicator_id}
    return next(iter(made.held.rows("indicators", ("indicator_id",), key)), None)


def _is_nearer_to_the_number(made: Understood, taken: Taken, value: Decimal) -> bool:
    key = {"indicator_id": taken.indicator_id, "origin": "reported"}
    held = made.held.rows("observations", tuple(key), key)
    both = [row for row in held if row["numerator"] and row["value"]]
    if not both:
        return False
    rate, number = (Decimal(both[-1][name]) for name in ("value", "numerator"))
    return is_nearer_to_number(value, rate, number)
