"""Check each printed arrow against the figures it compares: one verdict, and any flags.

The verdict uses the report's own figures only; published figures are given as corroboration.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.facts.as_at import KnownFigures, known_figures, reported
from dashboard.domain.facts.indicator import AreaKind, Indicator, Judgement, Polarity
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import formatted, rounded
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Claim, Observation, Record
from dashboard.domain.facts.year import year_end
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.outlook import year_end_from
from dashboard.domain.judgements.reason import Reason


class ClaimVerdict(StrEnum):
    """Whether the figures bear out a printed claim."""

    AGREES = "agrees"
    CONTRADICTS = "arrow contradicts the figures"
    CANNOT = "cannot be checked"


class Flag(StrEnum):
    """Something odd about a claim, whatever its verdict."""

    NO_SUCH_PERIOD = "heading names a period the table lacks"
    MARK = "mark and printed arrow contradict each other"
    STALE = "compares another period than the report’s quarter"
    PERIODS = "the two sides are of different periods"
    MIXED = "mixed arrow conventions in one row"


@dataclass(frozen=True, slots=True)
class ClaimFinding:
    """A claim with its verdict; `corroboration` is what published figures add, or empty."""

    claim: Claim
    indicator: Indicator
    verdict: ClaimVerdict
    flags: tuple[Flag, ...]
    sentence: str
    corroboration: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a claim: its period's name, its figure as rounded in print, and its text."""

    name: str
    value: Decimal
    text: str


_RULE = "The printed arrow should point as the left figure lies to the right one, both as printed."
ARROWS = {"↑": 1, "▲": 1, "↓": -1, "▼": -1, "↔": 0, "►": 0}
_GOOD, _BAD = frozenset("✓✔"), frozenset("✖✘")
_VARIATIONS = dict.fromkeys((0xFE0E, 0xFE0F))
"""The selectors after a sign, which choose its look as text or as a picture."""


def judged_claims(record: Record, quarter: Period) -> tuple[ClaimFinding, ...]:
    """The verdicts on one indicator's claims in the latest report up to the quarter.

    They keep the report's order; the tuple is empty where no such report makes a claim.
    """
    releases = [c.release for c in record.claims if c.release.end <= quarter.end]
    if not releases:
        return ()
    newest = max(releases, key=lambda release: release.order)
    of_newest = (_with_plain_signs(c) for c in record.claims if c.release == newest)
    claims = sorted(of_newest, key=lambda c: c.seq)
    known = known_figures(record, newest)
    mixed = _unlike_the_others(record.indicator, claims)
    return tuple(_judged(record.indicator, known, claim, claim in mixed) for claim in claims)


def _with_plain_signs(claim: Claim) -> Claim:
    """The claim with its signs as one letter each; what is printed is kept as it is."""
    arrow, mark = (sign.translate(_VARIATIONS).strip() for sign in (claim.arrow, claim.mark))
    return replace(claim, arrow=arrow, mark=mark)


def _judged(indicator: Indicator, known: KnownFigures, claim: Claim, mixed: bool) -> ClaimFinding:
    printed = reported(known)
    left = _left(indicator, printed, claim)
    right = _right(indicator, printed, claim)
    flags = _flags(indicator, claim, printed, mixed)
    if claim.kind == "quartile":
        sentence = f"“{claim.printed}”: the authorities it is counted among are not printed"
        return _finding(indicator, claim, ClaimVerdict.CANNOT, flags, sentence, "", ())
    if left is None or right is None or claim.arrow not in ARROWS:
        sentence = _not_checked(claim, left, right, printed)
        corroboration = _corroboration(indicator, known, claim, left)
        return _finding(indicator, claim, ClaimVerdict.CANNOT, flags, sentence, corroboration, ())
    movement = left.value - right.value
    agrees = _sign(movement) == ARROWS[claim.arrow]
    verdict = ClaimVerdict.AGREES if agrees else ClaimVerdict.CONTRADICTS
    sentence = f"{left.text} against {right.text}: {_direction(movement)}"
    if _is_projected(claim):
        sentence = f"if it means the year end, {sentence}"
    elif not agrees and _mark_fits(indicator, claim, movement):
        sentence += "; the mark is right"
    numbers = ((left.name, left.text), (right.name, right.text))
    return _finding(indicator, claim, verdict, flags, sentence, "", numbers)


def _finding(
    indicator: Indicator,
    claim: Claim,
    verdict: ClaimVerdict,
    flags: tuple[Flag, ...],
    sentence: str,
    corroboration: str,
    numbers: tuple[tuple[str, str], ...],
) -> ClaimFinding:
    return ClaimFinding(
        claim=claim,
        indicator=indicator,
        verdict=verdict,
        flags=flags,
        sentence=capitalised(sentence),
        corroboration=corroboration,
        reason=Reason(_RULE, numbers),
    )


def _is_projected(claim: Claim) -> bool:
    return claim.heading.lower().startswith("projected")


def _left(indicator: Indicator, printed: Line | None, claim: Claim) -> _Side | None:
    period = claim.left_period
    point = _stated(indicator, printed, period)
    if printed is None or period is None or point is None or point.value is None:
        return None
    if not _is_projected(claim):
        return _side(indicator, printed, period.label, point.value)
    projected = year_end_from(indicator, printed, point)
    if projected is None:
        return None
    return _side(indicator, printed, f"projected from {period.label}", projected)


def _right(indicator: Indicator, printed: Line | None, claim: Claim) -> _Side | None:
    period = claim.right_period
    if printed is None or period is None or claim.right_area != printed.area.id:
        return None
    point = _stated(indicator, printed, period)
    if point is None or point.value is None:
        return None
    return _side(indicator, printed, period.label, point.value)


def _side(indicator: Indicator, printed: Line, name: str, value: Decimal) -> _Side:
    figure = rounded(value, printed.decimals)
    return _Side(name, figure, formatted(figure, printed.decimals, indicator.measure))


def _stated(
    indicator: Indicator, printed: Line | None, period: Period | None
) -> Observation | None:
    if printed is None or period is None:
        return None
    return printed.at(period) or (None if period.quarter else year_end(indicator, printed, period))


def _sign(difference: Decimal) -> int:
    return (difference > 0) - (difference < 0)


def _direction(movement: Decimal) -> str:
    return {1: "higher", -1: "lower", 0: "the same"}[_sign(movement)]


def _not_checked(
    claim: Claim, left: _Side | None, right: _Side | None, printed: Line | None
) -> str:
    if left is not None and right is not None:
        unknown = f"the arrow “{claim.arrow}” is not one that we know"
        return unknown if claim.arrow else "no arrow is printed"
    if left is None:
        period = claim.left_period.label if claim.left_period else "the left side"
        return f"the report prints no figure for {period}"
    period = claim.right_period.label if claim.right_period else "the right side"
    whose = "" if printed and claim.right_area == printed.area.id else " of that area"
    return f"the report prints no figure{whose} for {period}"


def _corroboration(
    indicator: Indicator, known: KnownFigures, claim: Claim, left: _Side | None
) -> str:
    """Whether the comparator's published figure bears out the arrow; empty without one.

    England's figure settles the question; the neighbours' figure only supports an answer.
    """
    other = next((c for c in known.comparators if c.area.id == claim.right_area), None)
    point = other.at(claim.right_period) if other and claim.right_period else None
    if left is None or other is None or point is None or point.value is None:
        return ""
    if claim.arrow not in ARROWS:
        return ""
    agrees = _sign(left.value - point.value) == ARROWS[claim.arrow]
    country = other.area.kind is AreaKind.COUNTRY
    value = other.said(indicator, point)
    does = {
        (True, True): "settles it: agrees",
        (True, False): "settles it: contradicts",
        (False, True): "supports it",
        (False, False): "speaks against it",
    }[country, agrees]
    name = other.area.short_name
    return f"{name}{'’' if name.endswith('s') else '’s'} published {value} {does}"


def _flags(
    indicator: Indicator, claim: Claim, printed: Line | None, mixed: bool
) -> tuple[Flag, ...]:
    ours = printed is not None and claim.right_area == printed.area.id
    lacking = (
        ours
        and claim.kind != "quartile"
        and _stated(indicator, printed, claim.right_period) is None
    )
    possible = (
        (Flag.NO_SUCH_PERIOD, lacking),
        (Flag.MARK, _mark_contradicts(indicator, claim)),
        (Flag.STALE, claim.left_period is not None and claim.left_period != claim.release),
        (
            Flag.PERIODS,
            not ours and claim.right_period is not None and claim.left_period != claim.right_period,
        ),
        (Flag.MIXED, mixed),
    )
    return tuple(flag for flag, holds in possible if holds)


def _mark_contradicts(indicator: Indicator, claim: Claim) -> bool:
    """Whether the mark and the arrow, read by the indicator's polarity, say opposite things."""
    direction = ARROWS.get(claim.arrow)
    if not claim.mark or not direction:
        return False
    return not _mark_fits(indicator, claim, Decimal(direction))


def _mark_fits(indicator: Indicator, claim: Claim, movement: Decimal) -> bool:
    judged = indicator.judge(movement)
    if judged is Judgement.BETTER:
        return claim.mark in _GOOD
    return claim.mark in _BAD if judged is Judgement.WORSE else True


def _unlike_the_others(indicator: Indicator, claims: Sequence[Claim]) -> list[Claim]:
    """The claims whose arrow follows a different convention from most of the row.

    An arrow may show which way the figure went, or whether that is good. Where low is better the
    two differ, and the arrow and mark together show which is meant.
    """
    if indicator.polarity is not Polarity.LOW:
        return []
    meant = {
        claim.seq: (ARROWS[claim.arrow] > 0) == (claim.mark in _GOOD)
        for claim in claims
        if ARROWS.get(claim.arrow) and claim.mark
    }
    if len(set(meant.values())) < 2:
        return []
    usual = Counter(meant.values()).most_common(1)[0][0]
    return [claim for claim in claims if meant.get(claim.seq, usual) != usual]
