"""Tell whether a change is more than chance: by the figures' uncertainty, then by their swing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.record import Observation
from dashboard.domain.grammar import in_words
from dashboard.domain.judgements.area_difference import AreaDifference, area_difference
from dashboard.domain.judgements.change_tests import (
    LARGE,
    ONE_IN_20,
    ONE_IN_100,
    Level,
    Pair,
    RatePair,
)
from dashboard.domain.judgements.pairing import lacking, needed, pairing
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.travel import Against, Comparison, broken
from dashboard.domain.judgements.usual_swing import (
    FEWEST,
    Dispersion,
    Spread,
    dispersion,
    earlier_steps,
    overlap,
    spread,
)


class RealVerdict(StrEnum):
    """Whether a difference is more than chance, or not tested."""

    MORE_THAN_CHANCE = "more than chance"
    COULD_BE_CHANCE = "could be chance"
    NOT_TESTED = "not tested"


@dataclass(frozen=True, slots=True)
class RealChange:
    """The verdict on a comparison: `words` for a table cell, `reason` for "Why?"."""

    verdict: RealVerdict
    words: str
    reason: Reason


def is_beyond_chance(real: RealChange | None) -> bool:
    """Whether a comparison was tested and found to be more than chance."""
    return real is not None and real.verdict is RealVerdict.MORE_THAN_CHANCE


def real_change(
    indicator: Indicator, line: Line, comparison: Comparison, comparator: Line | None
) -> RealChange | None:
    """The verdict on one comparison; None where the comparison has no change to test.

    `line` is the council's own; `comparator` is the other area's, where one is compared.
    """
    there = comparison.there
    if comparison.change is None or there is None:
        return None
    if comparison.against is Against.AREA:
        found = _verdict_on(area_difference(indicator, line, there, comparator))
    else:
        found = _over_time(indicator, line, there)
    if comparison.change.amount or found.verdict is RealVerdict.NOT_TESTED:
        return found
    rule = "At the decimals that both figures are stated with, they are the same."
    return _could_be("", replace(found.reason, rule=rule))


def real_changes(
    indicator: Indicator, known: KnownFigures, travel: Sequence[Comparison]
) -> tuple[RealChange | None, ...]:
    """The verdict on each comparison in `travel`, in the same order; empty without a figure."""
    line = known.main
    if line is None:
        return ()
    areas = {other.area.id: other for other in known.comparators}
    return tuple(
        real_change(indicator, line, each, areas.get(each.area.id) if each.area else None)
        for each in travel
    )


def _verdict_on(found: AreaDifference) -> RealChange:
    if found.differs is None:
        return _not_tested(found.untested, found.reason.rule)
    return _decided(found.differs, "", found.reason)


def _not_tested(why: str, rule: str) -> RealChange:
    return RealChange(RealVerdict.NOT_TESTED, f"not tested: {why}", Reason(rule))


def _decided(differs: bool, otherwise: str, reason: Reason) -> RealChange:
    if differs:
        verdict = RealVerdict.MORE_THAN_CHANCE
        return RealChange(verdict, verdict.value, reason)
    return _could_be(otherwise, reason)


def _could_be(more: str, reason: Reason) -> RealChange:
    words = f"could be chance: {more}" if more else "could be chance"
    return RealChange(RealVerdict.COULD_BE_CHANCE, words, reason)


def _over_time(indicator: Indicator, line: Line, there: Observation) -> RealChange:
    """The verdict on a change: first by the figures' own uncertainty, then by the usual swing."""
    here = line.latest
    never = _untestable(line, here, there)
    if never:
        return never
    pairs = pairing(indicator, line, line)
    pair = pairs.of(here, there)
    if pair is not None and not pair.differs(ONE_IN_20):
        # Chance alone explains it, so the usual swing need not be asked.
        return _within_chance(indicator, line, pair)
    steps = earlier_steps(indicator, line, here, there)
    scattered = dispersion(pairs, steps)
    if pair is not None and pair.z is not None and scattered is not None:
        return _by_dispersion(pair, pair.z, scattered)
    swing = spread(steps)
    if swing is not None:
        return _by_spread(indicator, line, there, pair, swing)
    if isinstance(pair, RatePair) and pair.is_large:
        return _not_tested("too few earlier changes to know its usual swing", _LARGE_COUNTS)
    if pair is not None:
        return _at_the_stricter_level(pair, len(steps))
    lacks = lacking(indicator, here, there)
    return _not_tested(lacks, needed(indicator, otherwise=f"{FEWEST} {_steps(len(steps))}"))


_LARGE_COUNTS = (
    f"Counts of {LARGE:,} and more vary by far more than single cases would by chance: whether "
    f"a change is unusual takes {in_words(FEWEST)} earlier changes of this kind."
)


def _untestable(line: Line, here: Observation, there: Observation) -> RealChange | None:
    if line.is_broken(there, here):
        return _not_tested(broken(line), "Figures before and after a break do not compare.")
    if line.series.basis is Basis.UNSTATED:
        return _not_tested(
            "the period covered is not stated",
            "The source does not say over what period its figures run: they may overlap, and "
            "figures that share cases cannot be tested against each other.",
        )
    if overlap(line, here, there):
        return _not_tested(
            "the periods overlap",
            f"{here.period.label} and {there.period.label} share months, and so cases, so they "
            "cannot be tested against each other.",
        )
    return None


def _rule(level: Level, pair: Pair) -> str:
    means = f"More than chance here means that chance alone would do it less than {level.odds}"
    if isinstance(pair, RatePair):
        return f"{means}."
    return f"{means}: the {level.confidence} interval for the difference leaves out 0."


def _steps(known: int) -> str:
    """What the usual swing would need, and what there is."""
    if known >= FEWEST:
        return "earlier changes of this kind that vary: here all were of one size"
    there = "is 1" if known == 1 else f"are {known or 'none'}"
    return f"earlier changes of this kind, of which there {there}"


def _within_chance(indicator: Indicator, line: Line, pair: Pair) -> RealChange:
    rule, same = _rule(ONE_IN_20, pair), ""
    if isinstance(pair, RatePair) and line.series.basis is Basis.SNAPSHOT:
        counted = indicator.counted(Decimal(2)) or "cases"
        same = f"largely the same {counted}"
        rule += (
            f" Most of the {counted} counted on both days are the same, which the test does not "
            "know: it errs towards “could be chance”."
        )
    return _could_be(same, Reason(rule, pair.numbers(ONE_IN_20), pair.source))


def _at_the_stricter_level(pair: Pair, steps: int) -> RealChange:
    rule = (
        f"{_rule(ONE_IN_100, pair)} The level is strict because the series’ usual swing is not "
        f"known: that takes {FEWEST} {_steps(steps)}."
    )
    if isinstance(pair, RatePair):
        rule += " The test takes what is counted to happen one by one, not in groups."
    reason = Reason(rule, pair.numbers(ONE_IN_100), pair.source)
    return _decided(pair.differs(ONE_IN_100), "", reason)


def _by_dispersion(pair: Pair, z: float, found: Dispersion) -> RealChange:
    """The verdict on a change that passed its own test, by how its series varies."""
    numbers = (*pair.numbers(ONE_IN_20), *found.numbers(z))
    reason = Reason(
        f"{_rule(ONE_IN_20, pair)} {found.rule}", numbers, f"{pair.source}; {found.source}"
    )
    return _decided(found.is_passed_by(z), found.words(z), reason)


def _by_spread(
    indicator: Indicator, line: Line, there: Observation, pair: Pair | None, found: Spread
) -> RealChange:
    """The verdict by the size of the earlier changes, after the change's own test if it has one."""
    change = (line.latest.value or Decimal(0)) - (there.value or Decimal(0))
    numbers = found.numbers(change, line.decimals, indicator.measure)
    rule, source = found.rule, found.source
    if pair is not None:
        rule, source = f"{_rule(ONE_IN_20, pair)} {rule}", f"{pair.source}; {source}"
        numbers = (*pair.numbers(ONE_IN_20), *numbers)
    return _decided(found.is_passed_by(change), found.words(change), Reason(rule, numbers, source))
