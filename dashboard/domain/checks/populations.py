"""Work out the population that counts and rates imply, and check that indicators agree on it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from dashboard.domain.checks.result import Check, CheckVerdict
from dashboard.domain.facts.as_at import known_figures, reported
from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Record
from dashboard.domain.judgements.denominator import Denominator, denominator
from dashboard.domain.judgements.reason import Reason

Pairs = dict[tuple[str, Period], list[tuple[Indicator, Denominator]]]
"""Indicators with the denominators they imply, keyed by what the rate is per and the period."""
_RULE = "Count ÷ rate, with the rate half its last place either way; all must share a value."
_HOW_MANY = re.compile(r"^[0-9,]+\s*")


def implied_pairs(records: Sequence[Record], quarter: Period) -> Pairs:
    """The populations that the council's own counts and rates imply, as known at the quarter."""
    pairs: Pairs = defaultdict(list)
    for record in records:
        line = reported(known_figures(record, quarter))
        if line is None or record.indicator.unit is not Unit.RATE:
            continue
        for point in line.points:
            found = denominator(record.indicator, point, line.decimals)
            if found and found.implied:
                pairs[record.indicator.per, point.period].append((record.indicator, found))
    return pairs


def shared(pairs: Pairs, whole: str, period: Period) -> Denominator | None:
    """The range of denominators that fits all indicators of a period; None if none does."""
    found = [each for _, each in pairs.get((whole, period), ())]
    if not found:
        return None
    low, high = max(each.low for each in found), min(each.high for each in found)
    return Denominator(low, high, implied=True) if low <= high else None


def check_populations(pairs: Pairs) -> tuple[Check, ...]:
    """For each period, whether all indicators with the same kind of rate imply one population."""
    newest_first = sorted(pairs, key=lambda key: key[1].order, reverse=True)
    return tuple(_population(pairs, whole, period) for whole, period in newest_first)


def _population(pairs: Pairs, whole: str, period: Period) -> Check:
    found, common = pairs[whole, period], shared(pairs, whole, period)
    numbers = tuple((i.name, f"{d.low:,.1f} to {d.high:,.1f}") for i, d in found)
    indicators = tuple(indicator for indicator, _ in found)
    noun = _HOW_MANY.sub("", whole) or "people"
    if common is None:
        verdict = CheckVerdict.DIFFERS
        sentence = f"Counts and rates imply different numbers of {noun}"
    else:
        verdict = CheckVerdict.FITS
        one = len(found) == 1
        of = "Count and rate imply" if one else "Counts and rates all imply"
        sentence = f"{of} {_between(common)} {noun}"
    return Check(indicators, period.label, verdict, sentence, Reason(_RULE, numbers))


def _between(common: Denominator) -> str:
    """The whole numbers within a range, in words: "28,685", "28,683 to 28,685"."""
    first = common.low.to_integral_value("ROUND_CEILING")
    last = common.high.to_integral_value("ROUND_FLOOR")
    return f"{first:,.0f} to {last:,.0f}" if first < last else f"{last:,.0f}"
