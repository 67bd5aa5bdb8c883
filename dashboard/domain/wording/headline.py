"""Write the sentences that state a finding, for every screen, slide and file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.current import is_current, is_new
from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.measure import Unit, formatted_count
from dashboard.domain.facts.record import Observation, TargetRule
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.outlook import Outlook
from dashboard.domain.judgements.target import JUDGED, TargetFinding, TargetVerdict
from dashboard.domain.judgements.travel import Against, Comparison

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
    """The latest figure, then target and change: at most 90 characters and three facts.

    A figure older than the quarter names its period first.
    """
    if known.main is None:
        return f"No figure by {known.quarter.label}"
    latest = known.main.latest
    if latest.value is None:
        reason = latest.symbol.label if latest.symbol else "not known"
        return f"No figure for {latest.period.label}: {reason}"
    if not is_current(latest, known.quarter):
        return f"Latest figure: {latest.period.label}, too old to judge"
    older = "" if is_new(latest, known.quarter) else f"{latest.period.label}: "
    now = capitalised(older + now_sentence(indicator, known))
    after = ", " if older or _wanted(target, deciding) else ": "
    possible = _facts(indicator, known, target, travel, deciding, outlook)
    # A fact too long to stand even alone leaves its place to the next.
    facts = [fact for fact in possible if len(_joined(now, after, [fact])) <= LONGEST]
    facts = facts[: MOST_FACTS - 1]
    while facts and len(_joined(now, after, facts)) > LONGEST:
        facts.pop()
    return _joined(now, after, facts)


def _joined(now: str, after: str, facts: list[str]) -> str:
    return f"{now}{after if facts else ''}{', '.join(facts)}"


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
        elif indicator.unit is Unit.SCORE and not indicator.noun and not indicator.said:
            figure = f"score {figure}"
        elif indicator.per_label and (_names_its_unit(indicator) or not indicator.said):
            figure += f" {_unit_said(indicator, figure)}"
    return " ".join(part for part in (figure, indicator.said, _span(basis, latest)) if part)


def _unit_said(indicator: Indicator, figure: str) -> str:
    """The unit behind a figure, one or many: "1 day", "1.0 days"."""
    if indicator.unit in (Unit.OTHER, Unit.YEARS):
        return indicator.measure.differs_by(figure == "1")
    return indicator.per_label


def _names_its_unit(indicator: Indicator) -> bool:
    return indicator.unit is Unit.RATE or bool(indicator.unit is Unit.SCORE and indicator.noun)


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
    moved, wanted = _movement(deciding, rate), _wanted(target, deciding)
    so_far = known.main is not None and known.main.series.basis is Basis.YEAR_TO_DATE
    ahead = outlook.brief if outlook and so_far else ""
    if ahead and target.verdict not in JUDGED:
        yield ahead
    if wanted:
        yield f"{moved}; the target was {wanted}"
        return
    if target.verdict in JUDGED:
        words = target.brief
        has_level = target.target is not None and target.target.value is not None
        yield f"{rate}{words}" if target.gap and not target.count_gap and has_level else words
        if ahead:
            yield ahead
    elif target.verdict is TargetVerdict.BASELINE:
        yield "baseline year"
    elif england := _reference_area(travel, rate):
        yield england
    if moved:
        yield moved


_WANTED = {
    TargetRule.BELOW_REFERENCE: "a decrease",
    TargetRule.ABOVE_REFERENCE: "an increase",
}


def _wanted(target: TargetFinding, deciding: Comparison | None) -> str:
    """What a target relative to last year asks for, if the change is over that same year."""
    if target.target is None or target.verdict not in JUDGED:
        return ""
    same = deciding is not None and deciding.against in (Against.YEAR_END, Against.PREVIOUS_YEAR)
    return _WANTED.get(target.target.rule, "") if same and deciding and deciding.change else ""


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


def _movement(deciding: Comparison | None, rate: str) -> str:
    """The deciding change: "32 more than in 2015/16", "down 0.4 points on 2024"; or empty."""
    change = deciding.change if deciding else None
    if deciding is None or change is None or deciding.there is None:
        return ""
    when = deciding.there.period.label
    if change.amount == 0 and not change.count:
        return f"the same as in {when}"
    if change.count:
        more = "more" if change.count > 0 else "fewer"
        same = "rate unchanged, " if change.amount == 0 else ""
        return f"{same}{formatted_count(abs(change.count))} {more} than in {when}"
    way = "up" if change.amount > 0 else "down"
    return f"{rate}{way} {change.size} on {when}"
