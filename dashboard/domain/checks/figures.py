"""Check an indicator's figures against its targets, published statistics and revisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain.checks.populations import Pairs, shared
from dashboard.domain.checks.ranks import check_ranks
from dashboard.domain.checks.result import Check, CheckVerdict
from dashboard.domain.checks.years import check_years
from dashboard.domain.facts.as_at import (
    KnownFigures,
    known_figures,
    known_targets,
    reported,
)
from dashboard.domain.facts.indicator import Indicator, Origin
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import formatted, formatted_count, half_place, rounded
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Observation, Record, Target
from dashboard.domain.facts.year import year_end
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.denominator import Denominator, denominator, per
from dashboard.domain.judgements.reason import Reason

HALF_A_COUNT = Decimal("0.5")


def check_figures(record: Record, quarter: Period, pairs: Pairs) -> tuple[Check, ...]:
    """The checks of an indicator's figures as known at the quarter.

    `pairs` are the populations that all indicators imply, from `implied_pairs`.
    """
    known = known_figures(record, quarter)
    return (
        *_target_bases(record, known, quarter, pairs),
        *_against_published(record.indicator, known),
        *_restated(record, quarter),
        *check_years(record, known),
        *check_ranks(record, known),
    )


def _target_bases(
    record: Record, known: KnownFigures, quarter: Period, pairs: Pairs
) -> Iterator[Check]:
    line = reported(known)
    for target in known_targets(record, quarter):
        if line and target.value is not None and target.numerator is not None:
            yield from _target_base(record.indicator, line, target, pairs)


def _target_base(indicator: Indicator, line: Line, target: Target, pairs: Pairs) -> Iterator[Check]:
    """Whether the target's count and rate fit the population of the year before."""
    of = _target_denominator(indicator, target, line.decimals)
    last_year = target.period.financial_year.shifted(-1)
    before = year_end(indicator, line, last_year)
    base = denominator(indicator, before, line.decimals) if before else None
    now, times = shared(pairs, indicator.per, line.latest.period), per(indicator)
    if of is None or times is None or target.numerator is None:
        return
    about = f"{target.level.value.capitalize()} {target.period.label}"
    numbers = [("the target implies", f"{of.low:,.0f} to {of.high:,.0f}")]
    if base:
        numbers.append(
            (before.period.label if before else "", f"{base.low:,.0f} to {base.high:,.0f}")
        )
    rule = "The target's count (half a one either way) ÷ its rate, against the year before's."
    if base is None:
        sentence = "the year before states no count and rate to hold it against"
        verdict = CheckVerdict.CANNOT
    elif of.low <= base.high and base.low <= of.high:
        verdict = CheckVerdict.FITS
        sentence = f"count and rate fit the population of {last_year.label}"
    else:
        verdict = CheckVerdict.DIFFERS
        sentence = f"count and rate do not fit the population of {last_year.label}"
    if now and base:
        today = target.numerator / now.middle * times
        count = formatted_count(target.numerator)
        rate = formatted(today, line.decimals, indicator.measure)
        sentence += f"; at {line.latest.period.label}’s, {count} would be {rate}"
    said = capitalised(sentence)
    yield Check((indicator,), about, verdict, said, Reason(rule, tuple(numbers)))


def _target_denominator(indicator: Indicator, target: Target, decimals: int) -> Denominator | None:
    times, half = per(indicator), half_place(decimals)
    if times is None or target.value is None or target.numerator is None or target.value <= half:
        return None
    low = (target.numerator - HALF_A_COUNT) / (target.value + half) * times
    high = (target.numerator + HALF_A_COUNT) / (target.value - half) * times
    return Denominator(low, high, implied=True)


def _against_published(indicator: Indicator, known: KnownFigures) -> Iterator[Check]:
    """The council return against published statistics for the same period.

    Differences are reported; the two series are never joined.
    """
    line = reported(known)
    other = next(
        (each for each in (known.main, known.other) if each and each.origin is Origin.PUBLISHED),
        None,
    )
    if line is None or other is None:
        return
    for point in reversed(line.points):
        published = other.at(point.period)
        if published is None or published.value is None or point.value is None:
            continue
        places = min(line.decimals, other.decimals)
        gap = rounded(point.value, places) - rounded(published.value, places)
        ours, theirs = (
            line.said(indicator, point),
            other.said(indicator, published),
        )
        counts = _counts(point, published)
        verdict = CheckVerdict.FITS if gap == 0 else CheckVerdict.DIFFERS
        yield Check(
            (indicator,),
            point.period.label,
            verdict,
            f"The council stated {ours}, official statistics {theirs}{counts}",
            Reason(
                "Figures of one period from both origins, at the coarser one’s decimals.",
                (("council return", ours), ("published statistics", theirs)),
            ),
        )


def _counts(ours: Observation, theirs: Observation) -> str:
    if ours.numerator is None or theirs.numerator is None:
        return ""
    return f" ({formatted_count(ours.numerator)} and {formatted_count(theirs.numerator)})"


def _restated(record: Record, quarter: Period) -> Iterator[Check]:
    """Figures that a later report revised, using only reports issued by the quarter's end."""
    stated: dict[Period, list[Observation]] = defaultdict(list)
    for row in record.observations:
        known = row.release is not None and row.release.end <= quarter.end
        if known and row.area == record.council and row.ends <= quarter.end:
            stated[row.period].append(row)
    places, unit = (
        record.series[Origin.REPORTED].decimals if stated else 0,
        record.indicator.measure,
    )
    for period, rows in sorted(stated.items(), key=lambda item: item[0].order, reverse=True):
        ordered = sorted(rows, key=lambda row: row.release.order if row.release else period.order)
        versions = [(row.release, row.value) for row in ordered if row.value is not None]
        if len({value for _, value in versions}) < 2:
            continue
        numbers = tuple(
            (f"in {release.label}" if release else "", formatted(value, places, unit))
            for release, value in versions
        )
        sentence = (
            f"Stated as {numbers[0][1]} {numbers[0][0]}, as {numbers[-1][1]} {numbers[-1][0]}"
        )
        yield Check(
            (record.indicator,),
            period.label,
            CheckVerdict.DIFFERS,
            sentence,
            Reason("The same figure in several reports.", numbers),
        )
