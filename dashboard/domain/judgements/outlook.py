"""Forecast the year end as an 80% interval, and say whether the target is likely to be met.

Uses Student's t rather than the normal distribution because there are few quarters.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from math import exp, log, sqrt
from statistics import fmean, stdev

from dashboard.domain.facts.as_at import Line
from dashboard.domain.facts.indicator import Basis, Indicator, Unit, formatted, formatted_count
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.denominator import denominator, per
from dashboard.domain.judgements.intervals import Interval, student
from dashboard.domain.judgements.projection import shares_by_now
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.rolling_breakdown import at
from dashboard.domain.judgements.target import TargetFinding

SHARE = 0.8
_FEWEST = 3
SURE_FROM = 5
QUARTERS = 4
FEWEST_RATIOS = 4
SOURCE = "Prediction interval of Student’s t, 80%"


class Chance(StrEnum):
    """How likely it is that the target will be met."""

    LIKELY = "likely to meet the target"
    UNLIKELY = "unlikely to meet the target"
    EITHER = "could go either way"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The expected year end; `centre`, `low` and `high` are None where there is no outlook.

    They are in the figure's own unit. `count` and `counts` are the same in people, where the
    figure has a count. `indicative` is True if it is based on fewer than five figures.
    """

    year: Period
    centre: Decimal | None
    low: Decimal | None
    high: Decimal | None
    indicative: bool
    chance: Chance
    sentence: str
    reason: Reason
    count: Decimal | None = None
    counts: tuple[Decimal, Decimal] | None = None


ADD_UP = (Unit.COUNT, Unit.RATE, Unit.CURRENCY)
"""Units in which a year is the sum of its quarters, unlike a percentage."""


@dataclass(frozen=True, slots=True)
class _Spread:
    """A method's result: centre, interval, number of figures used, and its explanation."""

    centre: float
    interval: Interval
    points: int
    rule: str
    numbers: tuple[tuple[str, str], ...]


def outlook(indicator: Indicator, line: Line | None, target: TargetFinding) -> Outlook | None:
    """The outlook for the latest figure's financial year.

    None where there is no figure or the year's result is already known.
    """
    if line is None or line.latest.value is None or not line.latest.period.quarter:
        return _annual(line)
    latest = line.latest
    year = latest.period.financial_year
    if latest.period.quarter == QUARTERS:
        return None
    found = _spread(indicator, line)
    if isinstance(found, str):
        return _none(year, found)
    counted = line.is_counted(indicator) and line.series.basis is not Basis.YEAR_TO_DATE
    scale = _scale(indicator, line) if counted else 1.0
    if scale is None:
        return _none(year, "the count’s denominator is not known closely enough")
    low, high = found.interval.low * scale, found.interval.high * scale
    centre = found.centre * scale
    if indicator.unit is Unit.PERCENT:
        low, high, centre = max(low, 0), min(high, 100), min(centre, 100)
    chance = _chance(target, low, high)
    counts = (Decimal(found.interval.low), Decimal(found.interval.high)) if counted else None
    count = Decimal(found.centre) if counted else None
    indicative = found.points < SURE_FROM
    draft = Outlook(
        year=year,
        centre=Decimal(centre),
        low=Decimal(low),
        high=Decimal(high),
        indicative=indicative,
        chance=chance,
        sentence="",
        reason=Reason(found.rule, found.numbers, SOURCE),
        count=count,
        counts=counts,
    )
    return _with_sentence(indicator, line, draft)


def _annual(line: Line | None) -> Outlook | None:
    """An outlook that says yearly figures have none; None where there is no figure."""
    if line is None or line.latest.value is None:
        return None
    none = _none(line.latest.period.financial_year, "the figure comes once a year")
    return replace(none, sentence="No outlook: the figure comes once a year")


def _none(year: Period, why: str) -> Outlook:
    sentence = f"No outlook for {year.label}: {why}"
    return Outlook(
        year=year,
        centre=None,
        low=None,
        high=None,
        indicative=False,
        chance=Chance.NONE,
        sentence=sentence,
        reason=Reason(why),
    )


def _scale(indicator: Indicator, line: Line) -> float | None:
    of, times = denominator(indicator, line.latest, line.decimals), per(indicator)
    if of is None or times is None or not of.is_close:
        return None
    return float(times / of.middle)


def _spread(indicator: Indicator, line: Line) -> _Spread | str:
    """The forecast by the method for the line's basis, or a text that says why there is none."""
    basis = line.series.basis
    if basis is Basis.YEAR_TO_DATE:
        return _year_to_date(indicator, line)
    if basis in (Basis.SNAPSHOT, Basis.ROLLING_12M):
        return _walk(indicator, line)
    if basis is Basis.PERIOD:
        if indicator.unit not in ADD_UP:
            return "the quarters of such a figure do not add up to a year"
        return _by_ratios(line)
    if basis is Basis.UNSTATED:
        return "the report does not say over what period its quarters run"
    return "a total of three years hardly moves within one"


def _year_to_date(indicator: Indicator, line: Line) -> _Spread | str:
    latest, quarter = float(line.latest.value or 0), line.latest.period.quarter
    shares = [float(share) for share in shares_by_now(indicator, line, line.latest.period)]
    if len(shares) >= _FEWEST:
        mean, spread = fmean(shares), stdev(shares)
        half = student(len(shares) - 1, SHARE) * spread * sqrt(1 + 1 / len(shares))
        if mean - half <= 0:
            return "earlier years reached too different shares of their total by now"
        interval = Interval(max(latest, latest / (mean + half)), latest / (mean - half))
        rule = "The figure so far, divided by the share of the year that earlier years had reached."
        numbers = (("earlier years’ shares by now", ", ".join(f"{s:.3f}" for s in shares)),)
        return _Spread(latest / mean, interval, len(shares), rule, numbers)
    so_far = [_value(line, line.latest.period.shifted(-back)) for back in range(quarter)][::-1]
    if len(so_far) < _FEWEST or any(value is None for value in so_far):
        return f"it takes {_FEWEST} quarters of the year, or of {_FEWEST} earlier years"
    known = [value for value in so_far if value is not None]
    steps = [one - before for one, before in zip(known, [0.0, *known], strict=False)]
    # Three quarters are known here, so one remains.
    half = student(quarter - 1, SHARE) * stdev(steps) * sqrt(1 + 1 / quarter)
    centre = latest + fmean(steps)
    rule = (
        "The figure so far, and for each quarter to come the mean of what the quarters so far "
        "added, with their spread."
    )
    numbers = (("added by each quarter so far", ", ".join(f"{step:.1f}" for step in steps)),)
    interval = Interval(max(latest, centre - half), centre + half)
    return _Spread(centre, interval, quarter, rule, numbers)


def _value(line: Line, quarter: Period) -> float | None:
    point = line.at(quarter)
    return float(point.value) if point and point.value is not None else None


def _walk(indicator: Indicator, line: Line) -> _Spread | str:
    """The latest figure, give or take its past changes from quarter to quarter; never scaled."""
    counted = line.is_counted(indicator)
    steps = []
    for point in line.points:
        before = at(line, point.period.shifted(-1)) if point.period.quarter else None
        pair = [(p.numerator if counted else p.value) for p in (point, before) if p]
        if len(pair) > 1 and pair[0] is not None and pair[1] is not None:
            steps.append(float(pair[0] - pair[1]))
    if len(steps) < _FEWEST - 1:
        return f"it takes {_FEWEST} quarters in a row"
    latest = line.latest
    value = latest.numerator if counted else latest.value
    centre = float(value or 0)
    size = sqrt(fmean(step * step for step in steps))
    half = student(len(steps), SHARE) * size * sqrt(QUARTERS - latest.period.quarter)
    places = 0 if counted else line.decimals
    rule = "The latest figure as it is, and as much either way as quarters have moved so far."
    numbers = (("from quarter to quarter", ", ".join(f"{s:+.{places}f}" for s in steps)),)
    interval = Interval(max(centre - half, 0) if counted else centre - half, centre + half)
    return _Spread(centre, interval, len(steps) + 1, rule, numbers)


def _by_ratios(line: Line) -> _Spread | str:
    """The quarters so far plus last year's remaining ones, scaled by the change year on year."""
    latest = line.latest.period
    ratios = []
    for point in line.points:
        before = _value(line, point.period.year_before()) if point.period.quarter else None
        if before and point.value and point.value > 0 and before > 0:
            ratios.append(log(float(point.value) / before))
    if len(ratios) < FEWEST_RATIOS:
        return f"it takes {FEWEST_RATIOS} quarters with the same quarter a year before"
    so_far = [_value(line, latest.shifted(-back)) for back in range(latest.quarter)]
    to_come = [latest.shifted(ahead) for ahead in range(1, QUARTERS - latest.quarter + 1)]
    last = [_value(line, quarter.year_before()) for quarter in to_come]
    if any(value is None for value in (*so_far, *last)):
        return "a quarter of this year or of last year is not known"
    known, rest = sum(v for v in so_far if v is not None), sum(v for v in last if v is not None)
    middle, spread = fmean(ratios), stdev(ratios)
    half = student(len(ratios) - 1, SHARE) * spread * sqrt(1 + 1 / len(ratios))
    rule = (
        "The quarters so far, and last year’s remaining quarters times how this year runs against "
        "last year."
    )
    numbers = (
        ("so far", f"{known:,.0f}"),
        ("the same quarters to come, last year", f"{rest:,.0f}"),
        ("year on year", f"× {exp(middle):.3f}"),
    )
    interval = Interval(known + rest * exp(middle - half), known + rest * exp(middle + half))
    return _Spread(known + rest * exp(middle), interval, len(ratios), rule, numbers)


def _chance(target: TargetFinding, low: float, high: float) -> Chance:
    level, rule = target_level(target), target.target.rule if target.target else None
    if level is None or rule is None:
        return Chance.NONE
    if rule is TargetRule.BETWEEN:
        upper = float(target.target.upper) if target.target and target.target.upper else level
        if high < level or low > upper:
            return Chance.UNLIKELY
        return Chance.LIKELY if low >= level and high <= upper else Chance.EITHER
    if rule in _AT_MOST:
        return Chance.UNLIKELY if low > level else Chance.LIKELY if high < level else Chance.EITHER
    return Chance.UNLIKELY if high < level else Chance.LIKELY if low > level else Chance.EITHER


_AT_MOST = (TargetRule.AT_MOST, TargetRule.BELOW_REFERENCE, TargetRule.BELOW_AREA)


def target_level(target: TargetFinding) -> float | None:
    """The level that the year end must meet: the target's own, or that of its reference.

    None without a target, in a baseline year, or where the reference is not known.
    """
    if target.target is None or target.target.rule is TargetRule.BASELINE_YEAR:
        return None
    level = target.target.value if target.target.value is not None else target.base
    return None if level is None else float(level)


def _with_sentence(indicator: Indicator, line: Line, draft: Outlook) -> Outlook:
    places, unit = line.decimals, indicator.measure
    if draft.centre is None or draft.low is None or draft.high is None:
        return draft
    if draft.count is not None and draft.counts is not None:
        low, high = (formatted_count(end) for end in draft.counts)
        about = f"about {formatted_count(draft.count)} ({low} to {high})"
    else:
        low, high = (formatted(end, places, unit) for end in (draft.low, draft.high))
        about = f"about {formatted(draft.centre, places, unit)} ({low} to {high})"
    indicative = ", indicative" if draft.indicative else ""
    chance = f": {draft.chance.value}" if draft.chance else ""
    return replace(draft, sentence=f"{draft.year.label} ends at {about}{indicative}{chance}")
