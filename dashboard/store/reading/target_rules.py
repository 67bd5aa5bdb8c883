"""Rules on targets: what each rule needs, its direction, its level, and its period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pandas as pd

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.period import parse_or_none
from dashboard.domain.facts.record import TargetRule
from dashboard.store.reading.columns import (
    FIRST_ROW,
    NUMBER,
    distinct,
    numbers,
    of_indicator,
    problems_of,
)
from dashboard.store.reading.problem import Problem

_FILE = "targets.csv"
FURTHEST = 20
"""How many years a target may be from the dataset's figures."""
_NEEDS = (
    ("value", "a value", (TargetRule.AT_MOST, TargetRule.AT_LEAST, TargetRule.BETWEEN)),
    ("upper", "an upper end", (TargetRule.BETWEEN,)),
    ("reference", "an area in reference", (TargetRule.BELOW_AREA, TargetRule.ABOVE_AREA)),
)
"""A column, what it holds in words, and the rules that cannot do without it."""
_WRONG_WAY = {
    (TargetRule.AT_MOST, Polarity.HIGH): TargetRule.AT_LEAST,
    (TargetRule.AT_LEAST, Polarity.LOW): TargetRule.AT_MOST,
}
"""Rules that contradict the indicator's polarity, and the rule that would fit it."""


def rule_is_complete(targets: pd.DataFrame) -> Iterator[Problem]:
    """A target has whatever its rule needs: a level, an upper end, an area to beat."""
    for column, needed, rules in _NEEDS:
        yield from problems_of(
            targets[targets["rule"].isin(rules) & (targets[column] == "")],
            file=_FILE,
            column=column,
            what=f"The rule {{rule}} needs {needed}.",
            remedy="Fill it in.",
            cause="",
        )


def range_rises(targets: pd.DataFrame) -> Iterator[Problem]:
    """The lower end of a range is not above its upper end."""
    is_range = targets["rule"] == TargetRule.BETWEEN
    yield from problems_of(
        targets[is_range & (numbers(targets["value"]) > numbers(targets["upper"]))],
        file=_FILE,
        column="upper",
        what="The range goes from {value} down to {upper}.",
        remedy="Put the lower end in value.",
        cause="reversed",
    )


def tolerance_is_a_distance(targets: pd.DataFrame) -> Iterator[Problem]:
    """A tolerance is not negative: the rule says on which side of the target it lies."""
    yield from problems_of(
        targets[numbers(targets["tolerance"]) < 0],
        file=_FILE,
        column="tolerance",
        what="A tolerance of {tolerance} is less than zero.",
        remedy="Write by how much the figure may miss the target, such as 0.5.",
        cause="negative",
    )


def rule_fits_polarity(targets: pd.DataFrame, indicators: pd.DataFrame) -> Iterator[Problem]:
    """A target is at least where higher is better, and at most where lower is."""
    polarity = of_indicator(targets, indicators, "polarity")
    for (rule, better), right in _WRONG_WAY.items():
        side = "higher" if better is Polarity.HIGH else "lower"
        yield from problems_of(
            targets[(targets["rule"] == rule) & (polarity == better)],
            file=_FILE,
            column="rule",
            what=f"The target for {{indicator_id}} is {rule}, but {side} is better.",
            remedy=f"Write {right}, or correct the indicator’s polarity.",
            cause=rule,
        )


def level_is_printed(targets: pd.DataFrame) -> Iterator[Problem]:
    """A level is one of the numbers in the target as printed, where that has any."""
    levels = targets[targets["rule"].isin((TargetRule.AT_MOST, TargetRule.AT_LEAST))]
    for index, value, printed in zip(levels.index, levels["value"], levels["printed"], strict=True):
        if _differs(value, printed):
            what = f"The value {value} is not in “{printed}”, the target as printed."
            remedy = "Correct the one that is wrong."
            row = int(index) + FIRST_ROW
            yield Problem(_FILE, what, remedy, row=row, column="value", value=value)


def _differs(value: str, printed: str) -> bool:
    found = re.findall(r"[0-9]+(?:\.[0-9]+)?", printed.replace(",", ""))
    if not found or not re.fullmatch(NUMBER, value):
        return False
    return abs(Decimal(value)) not in [Decimal(number) for number in found]


def near_figures(targets: pd.DataFrame, given: pd.DataFrame) -> Iterator[Problem]:
    """A target is for a time within 20 years of some figure: further off its year is mistyped."""
    stated = [of for text in given["period"].unique() if (of := parse_or_none(text))]
    if not stated:
        return
    first, last = min(of.start.year for of in stated), max(of.end.year for of in stated)
    for (indicator, period_id), rows in distinct(targets, "indicator_id", "period"):
        of = parse_or_none(period_id)
        if of is None or (first - FURTHEST <= of.end.year and of.start.year <= last + FURTHEST):
            continue
        row, *more = rows()
        yield Problem(
            _FILE,
            f"{indicator} has a target for {period_id}, more than {FURTHEST} years from any figure "
            "of the dataset.",
            "Correct the period.",
            row=row,
            column="period",
            value=period_id,
            more_rows=tuple(more),
        )
