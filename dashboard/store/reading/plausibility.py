"""Figures and targets that are well written and cannot be meant: slips that change a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pandas as pd

from dashboard.domain.facts.indicator import Polarity, Unit
from dashboard.domain.facts.record import TargetRule
from dashboard.store.reading.columns import FIRST_ROW, numbers, told
from dashboard.store.reading.problem import Problem

WHOLE_SHARE = 100
CLOSE = 1.0
"""Points by which a share may differ from its own count, which may be rounded."""
FILE = "observations.csv"
_WRONG_WAY = {
    (TargetRule.AT_MOST.value, Polarity.HIGH.value): TargetRule.AT_LEAST.value,
    (TargetRule.AT_LEAST.value, Polarity.LOW.value): TargetRule.AT_MOST.value,
}


def shares_and_counts(given: pd.DataFrame, indicators: pd.DataFrame) -> Iterator[Problem]:
    """Shares lie within their whole and go with their counts; counts are whole and not negative."""
    units = _of_indicator(given, indicators, "unit")
    values, number, whole = (numbers(given[name]) for name in ("value", "numerator", "denominator"))
    share, count = units == Unit.PERCENT.value, units == Unit.COUNT.value
    yield from told(
        FILE,
        given[share & ((values < 0) | (values > WHOLE_SHARE))],
        "value",
        "{value}% of {indicator_id} is no share of a whole.",
        "Correct it; if the measure may pass 100, make its unit rate, per 100 of what is counted.",
        "no share",
    )
    yield from told(
        FILE,
        given[count & (values % 1 != 0) & values.notna()],
        "value",
        "{indicator_id} counts, but {value} is not whole.",
        "Write how many there were, or give the indicator another unit.",
        "not whole",
    )
    yield from told(
        FILE,
        given[(number < 0) | (whole <= 0)],
        "numerator",
        "{numerator} of {denominator} cannot be counted.",
        "Write how many there were.",
        "negative",
    )
    yield from told(
        FILE,
        given[share & ((number / whole * WHOLE_SHARE - values).abs() > CLOSE)],
        "value",
        "{value}% is not {numerator} of {denominator}.",
        "Correct the one that is wrong.",
        "share and count",
    )
    yield from _fractions(given[share & (values > 0)], values)


def _fractions(shares: pd.DataFrame, values: pd.Series) -> Iterator[Problem]:
    """Shares that are all written as fractions of one, which need two decimals or more."""
    largest = values.loc[shares.index].groupby(shares["indicator_id"]).transform("max")
    several = shares.groupby("indicator_id")["value"].transform("size") > 1
    decimals = shares["value"].map(lambda text: len(text.partition(".")[2]))
    fine = decimals.groupby(shares["indicator_id"]).transform("max") > 1
    yield from told(
        FILE,
        shares[(largest <= 1) & several & fine],
        "value",
        "Every share of {indicator_id} is 1 or less, as {value} is.",
        "Write shares as percentages: 61.6 and not 0.616.",
        "fractions",
    )


def target_levels(targets: pd.DataFrame, indicators: pd.DataFrame) -> Iterator[Problem]:
    """A target's level is of its unit, on the side that is better, and the number printed."""
    units = _of_indicator(targets, indicators, "unit")
    polarity = _of_indicator(targets, indicators, "polarity")
    values = numbers(targets["value"])
    yield from told(
        "targets.csv",
        targets[(units == Unit.PERCENT.value) & ((values < 0) | (values > WHOLE_SHARE))],
        "value",
        "A target of {value}% is no share of a whole.",
        "Correct it.",
        "no share",
    )
    for (rule, better), right in _WRONG_WAY.items():
        yield from told(
            "targets.csv",
            targets[(targets["rule"] == rule) & (polarity == better)],
            "rule",
            f"{{indicator_id}} is to be {rule}, but {'higher' if better == 'high' else 'lower'} "
            "is better.",
            f"Write {right}, or correct the indicator’s polarity.",
            rule,
        )
    levels = targets[targets["rule"].isin((TargetRule.AT_MOST.value, TargetRule.AT_LEAST.value))]
    for index, value, printed in zip(levels.index, levels["value"], levels["printed"], strict=True):
        if _differs(value, printed):
            what = f"The value {value} does not stand in “{printed}”, as printed."
            remedy = "Correct the one that is wrong."
            yield Problem("targets.csv", what, remedy, int(index) + FIRST_ROW, "value")


def _differs(value: str, printed: str) -> bool:
    """Whether a level is none of the numbers that the report prints, where it prints any."""
    stands = re.findall(r"[0-9]+(?:\.[0-9]+)?", printed.replace(",", ""))
    if not stands or not re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", value):
        return False
    return abs(Decimal(value)) not in [Decimal(number) for number in stands]


def _of_indicator(rows: pd.DataFrame, indicators: pd.DataFrame, column: str) -> pd.Series:
    """What each row's indicator has in a column."""
    known = indicators.drop_duplicates("indicator_id").set_index("indicator_id")[column]
    return rows["indicator_id"].map(known)
