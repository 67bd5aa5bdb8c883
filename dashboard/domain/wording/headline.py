"""Write the sentences that state a finding, for every screen, slide and file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.indicator import (
    Basis,
    Indicator,
    Origin,
    Unit,
    formatted_count,
)
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Observation
from dashboard.domain.judgements.outlook import Outlook
from dashboard.domain.judgements.target import TargetFinding, TargetVerdict
from dashboard.domain.judgements.travel import Against, Change, Comparison

LONGEST = 90
MOST_FACTS = 3


def headline(
    indicator: Indicator,
    known: KnownFigures,
    target: TargetFinding,
    travel: tuple[Comparison, ...],
    deciding: Comparison | None,
    outlook: Outlook | None,
) -> str:
    """The latest figure, then target and last year: at most 90 characters and three facts."""
    if known.main is None:
        return f"No figure by {known.quarter.label}"
    latest = known.main.latest
    if latest.value is None:
        reason = latest.symbol.label if latest.symbol else "not known"
        return f"No figure for {latest.period.label}: {reason}"
    facts = list(_facts(indicator, known, target, travel, deciding, outlook))[: MOST_FACTS - 1]
    now = now_sentence(indicator, known)
    while facts and len(_joined(now, facts)) > LONGEST:
        facts.pop()
    return _joined(now, facts)


def _joined(now: str, facts: list[str]) -> str:
    return f"{now}: {', '.join(facts)}" if facts else now


def now_sentence(indicator: Indicator, known: KnownFigures) -> str:
    """The latest figure in words, such as "501 children looked after"; empty without a figure."""
    if known.main is None or known.main.latest.value is None:
        return ""
    latest, value, basis = known.main.latest, known.main.latest.value, known.main.series.basis
    if latest.numerator is not None and known.main.is_counted(indicator):
        figure = indicator.count_said(latest.numerator)
    else:
        figure = known.main.said(indicator, latest)
        if indicator.unit is Unit.COUNT and indicator.noun:
            figure += f" {indicator.counted(value)}"
        elif indicator.per_label and (indicator.unit is Unit.RATE or not indicator.said):
            figure += f" {indicator.per_label}"
    return " ".join(part for part in (figure, indicator.said, _span(basis, latest)) if part)


def _span(basis: Basis, latest: Observation) -> str:
    if basis is Basis.YEAR_TO_DATE:
        return "so far this year" if 1 <= latest.period.quarter <= 3 else "in the year"
    return "in 12 months" if basis is Basis.ROLLING_12M else ""


def _facts(
    indicator: Indicator,
    known: KnownFigures,
    target: TargetFinding,
    travel: tuple[Comparison, ...],
    deciding: Comparison | None,
    outlook: Outlook | None,
) -> Iterator[str]:
    rate = "rate " if known.main and known.main.is_counted(indicator) else ""
    relative = target.target is not None and target.target.value is None and target.base is not None
    if outlook and outlook.brief and known.main and known.main.series.basis is Basis.YEAR_TO_DATE:
        yield outlook.brief
    if target.verdict in (TargetVerdict.MET, TargetVerdict.MISSED):
        words = target.words.partition(", though")[0]
        yield f"{rate}{words}" if target.gap and not (target.count_gap or relative) else words
    elif target.verdict is TargetVerdict.BASELINE:
        yield "baseline year"
    elif england := _reference_area(travel, rate):
        yield england
    # A target relative to last year already states that comparison.
    first = [deciding] if deciding and not relative else []
    others = (Against.PREVIOUS_QUARTER, Against.SAME_QUARTER)
    for found in (*first, *(c for against in others for c in travel if c.against is against)):
        if found.change and found.there:
            yield _movement(found.against, found.change, found.there.period, rate)
            return


def _reference_area(travel: Iterable[Comparison], rate: str) -> str:
    """The first comparison with another area, as "1.7 points above England"; empty without one.

    `rate` is "rate " where the sentence began with a count, otherwise empty.
    """
    found = next((c for c in travel if c.against is Against.AREA and c.change), None)
    if not found or not found.change or not found.area:
        return ""
    if found.change.amount == 0:
        return f"{rate}the same as {found.area.short_name}"
    side = "above" if found.change.amount > 0 else "below"
    return f"{rate}{found.change.size} {side} {found.area.short_name}"


def _movement(against: Against, change: Change, period: Period, rate: str) -> str:
    if change.amount == 0 and not change.count:
        return f"the same as {_moment(against, period, at='at ')}"
    if change.count:
        more = "more" if change.count > 0 else "fewer"
        size = formatted_count(abs(change.count))
        return f"{size} {more} than {_moment(against, period, at='at ')}"
    way = "up" if change.amount > 0 else "down"
    return f"{rate}{way} {change.size} on {_moment(against, period)}"


def _moment(against: Against, period: Period, at: str = "") -> str:
    if against is Against.YEAR_END:
        return f"{at}last year end"
    if against is Against.PREVIOUS_QUARTER:
        return f"{at and 'in '}{period.short_label}"
    if against is Against.SAME_QUARTER:
        return f"{at and 'in '}the same quarter last year"
    return f"{at and 'in '}{period.label}"


def missing_sentence(known: KnownFigures) -> str:
    """Why the chosen quarter has no new figure: "No figure for Q2 2016/17: next due 2016"."""
    sentence = f"No figure for {known.quarter.label}"
    if known.main is None:
        return sentence
    if known.main.origin is Origin.REPORTED and known.other:
        sentence = f"No council return for {known.quarter.label}"
    latest = known.main.latest
    due = latest.period.shifted(1)
    if due.end <= known.quarter.end:
        return f"{sentence}: none since {latest.period.label}"
    return f"{sentence}: next due {due.label}"
