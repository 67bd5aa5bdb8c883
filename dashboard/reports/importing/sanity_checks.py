"""Whether what a report prints of a known indicator can be of it: its unit, its polarity."""

from __future__ import annotations

from decimal import Decimal

from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import Period, parse_or_none
from dashboard.domain.facts.record import TargetRule
from dashboard.reports.importing.figure import is_nearer_to_number
from dashboard.reports.importing.import_plan import ImportPlan, Matched, StoredRow
from dashboard.reports.importing.read import PlacedTarget, ReadFigure, ReadIndicator

JUDGED_BY_POLARITY = frozenset((TargetRule.AT_MOST, TargetRule.AT_LEAST))
FAR, BEYOND = 10, 200
"""How many times the last figure makes a figure doubtful, and a target implausible."""
_WORDS = {Unit.PERCENT: "a percentage", Unit.CURRENCY: "an amount in pounds"}


def has_same_polarity(plan: ImportPlan, matched: Matched, read: ReadIndicator) -> bool:
    """Whether the printed polarity is the dataset's; if not, notes a doubt."""
    known = _known(plan, matched)
    if known is None or read.polarity is None or read.polarity.value == known["polarity"]:
        return True
    why = (
        f"{read.polarity.label.lower()} as printed, while indicators.csv says {known['polarity']}: "
        "targets of a level are left out"
    )
    matched.doubt(read.place, read.name, why)
    return False


def is_implausible_figure(plan: ImportPlan, matched: Matched, read: ReadFigure) -> bool:
    """Whether a figure cannot be the indicator's, by its unit or size; if so, notes a doubt."""
    known, figure = _known(plan, matched), read.figure
    if known is None or figure is None or figure.value is None:
        return False
    if figure.unit and figure.unit.value != known["unit"]:
        why = f"printed as {_WORDS[figure.unit]}, while {matched.indicator_id} is a {known['unit']}"
        matched.doubt(read.place, read.printed, f"{why}: left out")
        return True
    if known["unit"] == Unit.PERCENT and _is_fraction(plan, matched, figure.value):
        matched.doubt(read.place, read.printed, "a fraction, not a percentage: left out")
        return True
    times = _times_the_last(plan, matched, figure.value)
    if times > FAR:
        why = f"{times:,.0f} times the last figure held, or that part of it: is it in other units?"
        matched.doubt(read.place, read.printed, why)
    if figure.count is None and _is_nearer_to_the_number(plan, matched, figure.value):
        why = f"a number alone, nearer to the numbers of {matched.indicator_id} than to its rates"
        matched.doubt(read.place, read.printed, f"{why}: left out")
        return True
    return False


def is_implausible_target(
    plan: ImportPlan, matched: Matched, placed: PlacedTarget, unlike: bool
) -> bool:
    """Whether a target cannot be the indicator's: its unit, size or time; if so, notes a doubt.

    `unlike` says that figures beside it were left out.
    """
    target, rows = placed.target, [*plan.rows("indicators"), *plan.existing.tables["indicators"]]
    unit = next(r["unit"] for r in rows if r["indicator_id"] == matched.indicator_id)
    why = ""
    signs = {"%": Unit.PERCENT, "£": Unit.CURRENCY}
    other = [words for sign, words in signs.items() if sign in target.printed and words != unit]
    if _is_before_figures(plan, matched, placed.period):
        why = f"a target for {placed.period.label}, before the first figure: left out"
    elif target.value is None:
        pass
    elif unlike:
        why = "left out, like the figures in its row"
    elif other:
        why = f"printed as {_WORDS[other[0]]}, while {matched.indicator_id} is a {unit}: left out"
    elif _times_the_last(plan, matched, target.value) > BEYOND:
        why = "far from the last figure: left out"
    if why:
        matched.doubt(placed.place, target.printed, why)
    return bool(why)


def _is_before_figures(plan: ImportPlan, matched: Matched, period: Period) -> bool:
    """Whether a period is over before the first figure's begins, which no dataset keeps."""
    key = {"indicator_id": matched.indicator_id}
    held = [*plan.existing.rows("observations", tuple(key), key), *plan.rows("observations")]
    ids = (row["period"] for row in held if row["indicator_id"] == matched.indicator_id)
    starts = [of.start for of in map(parse_or_none, ids) if of]
    return bool(starts) and period.end < min(starts)


def _times_the_last(plan: ImportPlan, matched: Matched, value: Decimal) -> Decimal:
    """How many times the last figure goes into a value, or the value into it; 1 if unknown."""
    key = {"indicator_id": matched.indicator_id, "origin": "reported"}
    rows = [*plan.existing.rows("observations", tuple(key), key), *plan.rows("observations")]
    held = [r["value"] for r in rows if r["indicator_id"] == matched.indicator_id and r["value"]]
    if not held and not matched.is_new:
        council = {"indicator_id": matched.indicator_id, "origin": "published"}
        held = [r["value"] for r in plan.existing.rows("observations", tuple(council), council)]
    last = Decimal(held[-1]) if held and held[-1] else Decimal(0)
    if min(last, value) <= 0:
        return Decimal(1)
    return max(last, value) / min(last, value)


def _is_fraction(plan: ImportPlan, matched: Matched, value: Decimal) -> bool:
    """Whether a share is written as 0.73, where those that are held are not."""
    exponent = value.as_tuple().exponent
    fine = isinstance(exponent, int) and exponent < -1
    return fine and 0 < value <= 1 and _times_the_last(plan, matched, value) > FAR


def _known(plan: ImportPlan, matched: Matched) -> StoredRow | None:
    if matched.is_new:
        return None
    key = {"indicator_id": matched.indicator_id}
    return next(iter(plan.existing.rows("indicators", ("indicator_id",), key)), None)


def _is_nearer_to_the_number(plan: ImportPlan, matched: Matched, value: Decimal) -> bool:
    key = {"indicator_id": matched.indicator_id, "origin": "reported"}
    held = plan.existing.rows("observations", tuple(key), key)
    both = [row for row in held if row["numerator"] and row["value"]]
    if not both:
        return False
    rate, number = (Decimal(both[-1][name]) for name in ("value", "numerator"))
    return is_nearer_to_number(value, rate, number)
