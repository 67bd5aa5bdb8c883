"""What the rows of a dataset say together: figures that cannot be, and targets of no known year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

import pandas as pd

from dashboard.domain.facts import period
from dashboard.domain.facts.indicator import AreaKind, Origin
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Symbol, TargetRule
from dashboard.store.reading.columns import Frames, distinct, numbers, told
from dashboard.store.reading.plausibility import shares_and_counts, target_levels
from dashboard.store.reading.problem import Problem

NEEDED = ("portfolios", "indicators", "series")
"""Tables without which there is nothing to show."""
NEEDS = {"value": "a value", "upper": "an upper end", "reference": "an area in reference"}
_LEVELS = {TargetRule.AT_MOST.value, TargetRule.AT_LEAST.value, TargetRule.BETWEEN.value}
_AREAS = {TargetRule.BELOW_AREA.value, TargetRule.ABOVE_AREA.value}


def inconsistencies(frames: Frames) -> Iterator[Problem]:
    """Every problem that no cell has by itself; tables that could not be read are left out."""
    for name in NEEDED:
        if name in frames and frames[name].empty:
            yield Problem(f"{name}.csv", "The table has no rows.", "Give it at least one.")
    if "areas" in frames and (frames["areas"]["kind"] == AreaKind.COUNCIL.value).sum() != 1:
        remedy = "Give exactly one area the kind council."
        yield Problem("areas.csv", "There is not exactly one council.", remedy, column="kind")
    if "observations" in frames:
        yield from _observations(frames["observations"])
        yield from _intervals(frames["observations"])
    if frames.keys() >= {"observations", "areas"}:
        yield from _council(frames)
    if frames.keys() >= {"observations", "series"}:
        yield from _without_series(frames)
    if frames.keys() >= {"observations", "indicators"}:
        yield from shares_and_counts(frames["observations"], frames["indicators"])
    if "targets" in frames:
        yield from _targets(frames["targets"])
    if frames.keys() >= {"targets", "indicators"}:
        yield from target_levels(frames["targets"], frames["indicators"])
    if frames.keys() >= {"observations", "targets"}:
        yield from _target_years(frames)
    if "distributions" in frames:
        yield from _distributions(frames["distributions"])


def _observations(given: pd.DataFrame) -> Iterator[Problem]:
    file, remedy = "observations.csv", "Give the figure, or the reason why there is none."
    has_value, has_symbol = given["value"] != "", given["symbol"] != ""
    for rows, words in (
        (given[has_value & has_symbol], "has both a value and a symbol."),
        (given[~has_value & ~has_symbol], "has neither a value nor a symbol."),
    ):
        yield from told(file, rows, "value", f"The row {words}", remedy, words)
    for columns, about in (
        (["period", "ends"], _ends_too_soon),
        (["period", "ends"], _not_over_yet),
        (["period", "ends", "release"], _stated_too_soon),
    ):
        # A blank that is not due yet is stated before its period ends, as it must be.
        due = given[given["symbol"] != Symbol.NOT_DUE.value]
        for cells, row, count in distinct(due, *columns):
            if found := about(*cells):
                what, remedy, cause = found
                yield Problem(file, what, remedy, row, columns[-1], count, cause)


Found = tuple[str, str, str] | None


def _span(period_id: str, ends: str) -> tuple[Period, date] | None:
    """A period and its last day, where both can be read."""
    try:
        read = period.parse(period_id)
        return read, date.fromisoformat(ends) if ends else read.end
    except ValueError:
        return None


def _ends_too_soon(period_id: str, ends: str) -> Found:
    span = _span(period_id, ends)
    if not span or span[1] >= span[0].start:
        return None
    return f"{ends} lies before {period_id} begins.", "Correct one of them.", "ends too soon"


def _stated_too_soon(period_id: str, ends: str, release: str) -> Found:
    span, stated = _span(period_id, ends), _span(release, "")
    if not release or not span or not stated or span[1] <= stated[1]:
        return None
    which = f"that ends {ends}" if ends else f"for {period_id}"
    what = f"A figure {which} cannot have been stated in the report for {release}."
    wrong = "ends" if ends else "period"
    return what, f"Correct the {wrong} or the release.", "stated too soon"


def _not_over_yet(period_id: str, ends: str) -> Found:
    span = _span(period_id, ends)
    if not span or span[1] <= date.today():
        return None
    what = f"There is a figure for {period_id}, which is not over yet."
    return what, "Correct the period, or give the symbol not_due instead.", "not over yet"


def _intervals(given: pd.DataFrame) -> Iterator[Problem]:
    bounded = given[(given["lower"] != "") | (given["upper"] != "")]
    value, lower, upper = (numbers(bounded[name]) for name in ("value", "lower", "upper"))
    outside = bounded[(lower > value) | (upper < value) | (lower > upper)]
    yield from told(
        "observations.csv",
        outside,
        "value",
        "{value} lies outside its own interval, {lower} to {upper}.",
        "Correct the value, or lower and upper.",
        "outside its interval",
    )


def _council(frames: Frames) -> Iterator[Problem]:
    areas, given = frames["areas"], frames["observations"]
    is_ours = given["area_id"].isin(areas.loc[areas["kind"] == AreaKind.COUNCIL.value, "area_id"])
    if not (is_ours & (given["symbol"] != Symbol.NOT_DUE.value)).any():
        remedy = "Give at least one of its figures, or nothing can be shown."
        yield Problem("observations.csv", "The council has no figure yet.", remedy)
    yield from told(
        "observations.csv",
        given[
            ~is_ours
            & given["area_id"].isin(areas["area_id"])
            & (given["origin"] == Origin.REPORTED.value)
        ],
        "origin",
        "“{area_id}” is not the council, but only the council reports.",
        "Write published.",
        "not the council",
    )


def _without_series(frames: Frames) -> Iterator[Problem]:
    series = set(zip(frames["series"]["indicator_id"], frames["series"]["origin"], strict=True))
    given = frames["observations"]
    origins = {origin.value for origin in Origin}
    for (indicator, origin), row, count in distinct(given, "indicator_id", "origin"):
        if origin in origins and (indicator, origin) not in series:
            what = f"{indicator} has no series of origin {origin}."
            remedy = "Add a row to series.csv that says what its figures sum up."
            yield Problem("observations.csv", what, remedy, row, "origin", count)


def _targets(frame: pd.DataFrame) -> Iterator[Problem]:
    rules = frame["rule"]
    for rows, column in (
        (frame[rules.isin(_LEVELS) & (frame["value"] == "")], "value"),
        (frame[(rules == TargetRule.BETWEEN.value) & (frame["upper"] == "")], "upper"),
        (frame[rules.isin(_AREAS) & (frame["reference"] == "")], "reference"),
    ):
        yield from told(
            "targets.csv",
            rows,
            column,
            f"The rule {{rule}} needs {NEEDS[column]}.",
            "Fill it in.",
            "",
        )
    ranges = frame[(rules == TargetRule.BETWEEN.value) & (frame["upper"] != "")]
    yield from told(
        "targets.csv",
        ranges[[_reversed(*ends) for ends in zip(ranges["value"], ranges["upper"], strict=True)]],
        "upper",
        "The range goes from {value} down to {upper}.",
        "Put the lower end into value.",
        "reversed",
    )


def _reversed(low: str, high: str) -> bool:
    try:
        return Decimal(low) > Decimal(high)
    except InvalidOperation:
        return False


def _target_years(frames: Frames) -> Iterator[Problem]:
    """A target is of a year with figures, or of the one that comes after them."""
    given, targets = frames["observations"], frames["targets"]
    mentioned = given[given["indicator_id"].isin(targets["indicator_id"])]
    known: dict[str, list[Period]] = {}
    for (indicator, period_id), _, _ in distinct(mentioned, "indicator_id", "period"):
        if span := _span(period_id, ""):
            known.setdefault(indicator, []).append(span[0])
    for (indicator, period_id), row, _ in distinct(targets, "indicator_id", "period"):
        spans, span = known.get(indicator, []), _span(period_id, "")
        if span is None or (spans and _near(span[0], spans)):
            continue
        what = f"{indicator} has a target for {period_id}, but no figure near that year."
        remedy = "Correct the year, or add its figures to observations.csv."
        yield Problem("targets.csv", what, remedy, row, "period")


def _near(year: Period, spans: list[Period]) -> bool:
    first, last = min(p.start for p in spans), max(p.financial_year.shifted(1).end for p in spans)
    return year.end >= first and year.end <= last


def _distributions(given: pd.DataFrame) -> Iterator[Problem]:
    lower, middle, upper = (
        numbers(given[name]) for name in ("lower_quartile", "median", "upper_quartile")
    )
    yield from told(
        "distributions.csv",
        given[(lower > middle) | (middle > upper)],
        "median",
        "{lower_quartile}, {median} and {upper_quartile} do not rise.",
        "Put the lower quartile, the median and the upper quartile in their order.",
        "do not rise",
    )
    yield from told(
        "distributions.csv",
        given[numbers(given["rank_from_highest"]) > numbers(given["n"])],
        "rank_from_highest",
        "Rank {rank_from_highest} is beyond the {n} authorities.",
        "Correct one of them.",
        "beyond n",
    )
