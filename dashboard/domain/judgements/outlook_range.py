"""Set the year end's range beside the latest figure and the target: how far short would it fall?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import COUNT, formatted, formatted_difference
from dashboard.domain.facts.record import TargetLevel, TargetRule
from dashboard.domain.judgements.denominator import close_denominator, per
from dashboard.domain.judgements.outlook import Outlook
from dashboard.domain.judgements.outlook_words import shown, so_far
from dashboard.domain.judgements.target_lines import TargetLine

_LOW = (TargetRule.AT_MOST, TargetRule.BELOW_REFERENCE, TargetRule.BELOW_AREA)


@dataclass(frozen=True, slots=True)
class OutlookRange:
    """The range, the latest figure and the target's level, in people where all are counted.

    `target` is the end of the target that the range is nearest to, None without a level for the
    year. `short` is how far the nearer end of the range is from it on the wrong side; None where
    the range reaches it. The texts are the numbers as they are shown.
    """

    low: Decimal
    high: Decimal
    now: Decimal
    target: Decimal | None
    short: Decimal | None
    low_said: str
    high_said: str
    now_said: str
    target_said: str
    short_said: str


def outlook_range(
    indicator: Indicator,
    known: KnownFigures,
    outlook: Outlook | None,
    lines: Sequence[TargetLine],
) -> OutlookRange | None:
    """The year end's range with what it is held against; None where the outlook has no range.

    A whole year's total has none either: its latest figure is only a quarter of it.
    """
    line = known.main
    if line is None or outlook is None or outlook.low is None or outlook.high is None:
        return None
    if outlook.is_for_whole_year or line.latest.value is None:
        return None
    wanted = _year_line(lines, outlook)
    count, counts = line.latest.numerator, outlook.counts
    wanted_count = _count_of(indicator, line, wanted) if wanted else None
    if counts is not None and count is not None and (not wanted or wanted_count is not None):
        (low, high), now, measure, places = counts, count, COUNT, 0
        level, upper, reached = wanted_count, None, None
    else:
        low, high, now = outlook.low, outlook.high, line.latest.value
        level, upper = (wanted.level, wanted.upper) if wanted else (None, None)
        measure, places = indicator.measure, line.decimals_of(line.latest)
        reached = so_far(line)
    about = (
        "about " if level is not None and level is wanted_count and not _is_printed(wanted) else ""
    )
    target, short = _against(wanted, level, upper, low, high)
    return OutlookRange(
        low=low,
        high=high,
        now=now,
        target=target,
        short=short,
        low_said=shown(low, places, measure, reached),
        high_said=shown(high, places, measure, reached),
        now_said=formatted(now, places, measure),
        target_said="" if target is None else f"{about}{formatted(target, places, measure)}",
        short_said="" if short is None else formatted_difference(short, places, measure),
    )


def _year_line(lines: Sequence[TargetLine], outlook: Outlook) -> TargetLine | None:
    """The line of the year's target, or of its minimum where that stands alone."""
    of_year = {line.target.level: line for line in lines if line.target.period == outlook.year}
    return of_year.get(TargetLevel.TARGET) or of_year.get(TargetLevel.MINIMUM)


def _is_printed(wanted: TargetLine | None) -> bool:
    return wanted is not None and wanted.count is not None


def _count_of(indicator: Indicator, line: Line, wanted: TargetLine) -> Decimal | None:
    """A target's count, as printed or as its rate and the figure's denominator make it."""
    if wanted.count is not None or wanted.upper is not None:
        return wanted.count
    of, times = close_denominator(indicator, line.latest, line), per(indicator)
    return None if of is None or times is None else wanted.level * of.middle / times


def _against(
    wanted: TargetLine | None,
    level: Decimal | None,
    upper: Decimal | None,
    low: Decimal,
    high: Decimal,
) -> tuple[Decimal | None, Decimal | None]:
    """The target's nearer end, and how far the whole range is on its wrong side, if it is."""
    if wanted is None or level is None:
        return None, None
    if upper is not None:
        if low > upper:
            return upper, low - upper
        return level, (level - high if high < level else None)
    if wanted.target.rule in _LOW:
        return level, (low - level if low > level else None)
    return level, (level - high if high < level else None)
