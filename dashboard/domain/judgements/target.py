"""Judge a figure against the target that applies to it, at the finer of both precisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import (
    formatted,
    formatted_count,
    formatted_difference,
    half_place,
    rounded,
    stated_decimals,
)
from dashboard.domain.facts.period import QUARTERS
from dashboard.domain.facts.record import Observation, Target, TargetLevel, TargetRule
from dashboard.domain.facts.year import YearKind, year_end, year_kind
from dashboard.domain.judgements.target_choice import applicable, awaited
from dashboard.domain.judgements.target_reference import AREA, REFERENCE, reference
from dashboard.domain.judgements.travel import broken


class TargetVerdict(StrEnum):
    """The outcome of judging a figure against its target."""

    MET = "met"
    WITHIN = "within tolerance"
    MISSED = "missed"
    BASELINE = "baseline year"
    NOT_YET = "judged at year end"
    NONE = "no target set"
    CANNOT = "cannot judge"


JUDGED = (TargetVerdict.MET, TargetVerdict.WITHIN, TargetVerdict.MISSED)
"""The verdicts that say how a figure stands against its target."""


@dataclass(frozen=True, slots=True)
class TargetFinding:
    """The verdict on a figure, with its numbers.

    `gap` and `count_gap` are figure minus target, in the figure's unit and in people; None where
    not applicable. `brief` is the verdict in words, `though` what a count says against it, `why`
    the rule; `figure` is the one judged, None where none is.
    """

    verdict: TargetVerdict
    brief: str
    why: str
    target: Target | None = None
    gap: Decimal | None = None
    count_gap: Decimal | None = None
    base: Decimal | None = None
    misses_minimum: bool = False
    meets_stretch: bool = False
    figure: Observation | None = None
    though: str = ""

    @property
    def words(self) -> str:
        """The whole verdict in words that fit a table cell."""
        return ", ".join(part for part in (self.brief, self.though) if part)


NO_TARGET = TargetFinding(TargetVerdict.NONE, "no target set", "No target is set.")
_LOW = (TargetRule.AT_MOST, TargetRule.BELOW_REFERENCE, TargetRule.BELOW_AREA)
_PART_OF_A_YEAR = "A figure for part of the year is not judged against the whole year's target."


def judge_target(
    indicator: Indicator, known: KnownFigures, targets: Sequence[Target]
) -> TargetFinding:
    """The verdict on the latest figure against the quarter's own target, else the year's."""
    line, levels = known.main, applicable(known, targets)
    target = levels.get(TargetLevel.TARGET) or levels.get(TargetLevel.MINIMUM)
    if target is None:
        ahead = awaited(known, targets)
        return _without_figure(ahead) if ahead else NO_TARGET
    if target.rule is TargetRule.BASELINE_YEAR:
        why = f"The report prints “{target.printed}”: this year's figure becomes the baseline."
        return TargetFinding(TargetVerdict.BASELINE, "Baseline year", why, target)
    if line is None or line.latest.value is None:
        reason = line.latest.symbol.label if line and line.latest.symbol else "no figure"
        return _cannot(reason, "", target)
    judged = _judged(indicator, line, target)
    if isinstance(judged, TargetFinding):
        return judged
    found = _graded(indicator, known, line, judged, levels, target)
    if found.verdict not in JUDGED:
        return found
    found = replace(found, figure=judged)
    if judged is line.latest or not line.latest.period.quarter:
        return found
    # The screen shows the quarter's figure, so say which figure was judged.
    year = line.said(indicator, judged)
    return replace(found, brief=f"{year} for the year, {found.brief}")


def _cannot(reason: str, why: str, target: Target) -> TargetFinding:
    return TargetFinding(TargetVerdict.CANNOT, f"cannot judge: {reason}", why, target)


def _judged(indicator: Indicator, line: Line, target: Target) -> Observation | TargetFinding:
    """The figure that the target judges: the quarter's or its year's; or why there is none."""
    latest = line.latest
    if target.period == latest.period or not latest.period.quarter:
        return latest
    basis, at_year_end = line.series.basis, latest.period.quarter == QUARTERS
    if basis is not Basis.PERIOD:
        early = basis is Basis.YEAR_TO_DATE and not at_year_end
        return _not_yet(target) if early else latest
    year = year_end(indicator, line, target.period)
    if at_year_end and year is not None and year.value is not None:
        return year
    if target.rule not in REFERENCE and year_kind(indicator, line) is YearKind.AVERAGE:
        return latest
    if at_year_end:
        why = "The year has no figure of its own, and its quarters do not make one."
        return _cannot("the year's figure is not known", why, target)
    return _not_yet(target)


def _not_yet(target: Target) -> TargetFinding:
    return TargetFinding(TargetVerdict.NOT_YET, "judged at year end", _PART_OF_A_YEAR, target)


def _without_figure(target: Target) -> TargetFinding:
    when = target.period.label
    brief, why = f"awaits the figure for {when}", f"The target for {when} awaits its figure."
    return TargetFinding(TargetVerdict.NOT_YET, brief, why, target)


def _graded(
    indicator: Indicator,
    known: KnownFigures,
    line: Line,
    figure: Observation,
    levels: dict[TargetLevel, Target],
    target: Target,
) -> TargetFinding:
    """The verdict with what the tolerance, the minimum and the stretch make of it."""
    found = _held_against(indicator, known, line, figure, target)
    others = {
        level: _held_against(indicator, known, line, figure, other).verdict
        for level, other in levels.items()
        if other is not target
    }
    if found.verdict is TargetVerdict.MET:
        met = others.get(TargetLevel.STRETCH) is TargetVerdict.MET
        return replace(found, meets_stretch=met)
    if found.verdict is not TargetVerdict.MISSED or found.gap is None:
        return found
    minimum = others.get(TargetLevel.MINIMUM)
    if minimum is TargetVerdict.MISSED:
        return replace(found, misses_minimum=True)
    tolerance = target.tolerance
    if tolerance is None:
        within, why = minimum is TargetVerdict.MET, "It meets the minimum."
    else:
        allowed = formatted_difference(tolerance, stated_decimals(tolerance), indicator.measure)
        within, why = abs(found.gap) <= tolerance, f"Its tolerance is {allowed}."
    if not within:
        return found
    return replace(found, verdict=TargetVerdict.WITHIN, why=f"{found.why} {why}")


def _held_against(
    indicator: Indicator, known: KnownFigures, line: Line, figure: Observation, target: Target
) -> TargetFinding:
    if target.rule in REFERENCE or target.rule in AREA:
        return _against_reference(indicator, known, line, figure, target)
    if target.rule is TargetRule.BETWEEN:
        return _between(indicator, line, figure, target)
    return _against_level(indicator, line, figure, target)


def _shown(line: Line, figure: Observation) -> Decimal:
    """The figure's value as it is shown; zero where it has none."""
    return rounded(figure.value or Decimal(0), line.decimals_of(figure))


def said_level(indicator: Indicator, level: Decimal) -> str:
    """A target's number as it was printed, with its unit."""
    return formatted(level, stated_decimals(level), indicator.measure)


def _against_level(
    indicator: Indicator, line: Line, figure: Observation, target: Target
) -> TargetFinding:
    level = target.value
    if level is None:
        return _cannot("no level", "", target)
    places = max(line.decimals_of(figure), stated_decimals(level))
    gap = _shown(line, figure) - level
    at_most = target.rule is TargetRule.AT_MOST
    met = gap <= 0 if at_most else gap >= 0
    count_gap = None
    if line.is_counted(indicator) and figure.numerator is not None and target.numerator is not None:
        count_gap = figure.numerator - target.numerator
    agrees = count_gap is None or (count_gap <= 0 if at_most else count_gap >= 0) == met
    side = "above" if gap > 0 else "below"
    size = formatted_difference(gap, places, indicator.measure)
    if count_gap and agrees:
        size = formatted_count(abs(count_gap))
    name = f"{target.period.short_label} target" if target.period.quarter else "target"
    words = f"{size} {side} {name}" if gap else f"exactly on {name}"
    why = _level_sentence(indicator, line, figure, target, met)
    if _is_within_rounding(line, figure, level):
        words += ", within rounding"
        why += f" {said_level(indicator, level)} lies within the rounding of the figure."
    though = ""
    if not agrees and figure.numerator is not None and target.numerator is not None:
        though = f"though the count {'misses' if met else 'meets'} it"
        why += (
            f" By the count it is the other way: {formatted_count(figure.numerator)} against "
            f"{formatted_count(target.numerator)}. The rate decides."
        )
    verdict = TargetVerdict.MET if met else TargetVerdict.MISSED
    count_gap = count_gap if agrees else None
    return TargetFinding(verdict, words, why, target, gap, count_gap, level, though=though)


def _is_within_rounding(line: Line, figure: Observation, level: Decimal) -> bool:
    """Whether the figure's rounding could hide the side on which the target lies."""
    half = half_place(line.decimals_of(figure))
    return 0 < abs(_shown(line, figure) - level) <= half


def _level_sentence(
    indicator: Indicator, line: Line, figure: Observation, target: Target, met: bool
) -> str:
    there = said_level(indicator, target.value or Decimal(0))
    limit = "at most" if target.rule is TargetRule.AT_MOST else "at least"
    meets = "meets" if met else "misses"
    return f"{line.said(indicator, figure)} {meets} the target of {limit} {there}."


def _between(
    indicator: Indicator, line: Line, figure: Observation, target: Target
) -> TargetFinding:
    low, high = target.value, target.upper
    if low is None or high is None:
        return _cannot("no range", "", target)
    here = _shown(line, figure)
    gap = here - high if here > high else here - low if here < low else Decimal(0)
    band = f"{said_level(indicator, low)} to {said_level(indicator, high)}"
    why = f"{line.said(indicator, figure)} against the range {band}, inclusive."
    if gap == 0:
        return TargetFinding(TargetVerdict.MET, f"within {band}", why, target, gap, base=high)
    side, base = ("above", high) if gap > 0 else ("below", low)
    places = max(line.decimals_of(figure), stated_decimals(base))
    words = f"{formatted_difference(gap, places, indicator.measure)} {side} the range {band}"
    return TargetFinding(TargetVerdict.MISSED, words, why, target, gap, base=base)


def _against_reference(
    indicator: Indicator, known: KnownFigures, line: Line, figure: Observation, target: Target
) -> TargetFinding:
    there = reference(indicator, known, line, target)
    if there is None or there.value is None:
        why = f"The target is “{target.printed}”, and that figure is not known."
        return _cannot("nothing to compare with", why, target)
    if target.rule in REFERENCE and line.is_broken(there, figure):
        why = f"The target is “{target.printed}”, and figures do not compare across a break."
        return _cannot(broken(line), why, target)
    other = next((c for c in known.comparators if c.area.id == there.area.id), line)
    gap = _shown(line, figure) - rounded(there.value, other.decimals_of(there))
    met = gap < 0 if target.rule in _LOW else gap > 0
    whose = f"{there.area.name}'s" if target.rule in AREA else "last year's"
    side = "below" if target.rule in _LOW else "above"
    theirs = other.said(indicator, there)
    words = f"{'' if met else 'not '}{side} {whose} {theirs}"
    if _is_within_rounding(line, figure, rounded(there.value, other.decimals_of(there))):
        words += ", within rounding"
    ours = line.said(indicator, figure)
    why = f"The target is “{target.printed}”: {ours} against {theirs}; equal is a miss."
    verdict = TargetVerdict.MET if met else TargetVerdict.MISSED
    return TargetFinding(verdict, words, why, target, gap, base=there.value)
