"""Select and sort the indicators of a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dashboard.domain.facts.indicator import AreaKind, Judgement
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.outlook_chance import Chance
from dashboard.domain.judgements.ranking import Ranking
from dashboard.domain.judgements.standing import from_deciding, from_target
from dashboard.domain.judgements.target import TargetVerdict
from dashboard.domain.judgements.travel import Against, Comparison
from dashboard.domain.portfolio.change_since import changed_since
from dashboard.domain.portfolio.counts import of_status

Rankings = Mapping[str, Sequence[Ranking]]
"""The rankings to show of some indicators, by their ids."""
Measure = Callable[[IndicatorFinding, Rankings], Any]
_CHANCES = (Chance.UNLIKELY, Chance.EITHER, Chance.LIKELY)


def shown(
    findings: Sequence[IndicatorFinding], which: str, before: Sequence[IndicatorFinding] = ()
) -> list[IndicatorFinding]:
    """The findings to list: all, the exceptions, the others, those of a status, or the changed.

    `before` are those of the quarter before, which tell what has changed.
    """
    if which == "all":
        return list(findings)
    if which == "new":
        return [each for found in changed_since(findings, before) for each in found]
    if which in ("exceptions", "others"):
        return [each for each in findings if each.is_exception == (which == "exceptions")]
    if which == "unjudged":
        return [each for each in findings if each.standing.unjudged]
    return of_status(findings, which)


def short_of_target(finding: IndicatorFinding) -> Decimal | None:
    """How far the figure misses its target, as a share of it: negative if met, None if unknown."""
    distance = from_target(finding.target)
    sign = -1 if finding.target.verdict is TargetVerdict.MET else 1
    return None if distance is None else distance * sign


def worsened(finding: IndicatorFinding) -> Decimal | None:
    """How much worse it is than before, as a share of that: negative if better, or None."""
    return _worse_by(finding.deciding)


def since_quarter(finding: IndicatorFinding) -> Decimal | None:
    """The same since the quarter before."""
    return _worse_by(_against(finding, Against.PREVIOUS_QUARTER))


def worse_than_country(finding: IndicatorFinding) -> Decimal | None:
    """The same against the country as a whole."""
    areas = (c for c in finding.travel if c.area and c.area.kind is AreaKind.COUNTRY)
    return _worse_by(next(areas, None))


def _against(finding: IndicatorFinding, against: Against) -> Comparison | None:
    return next((each for each in finding.travel if each.against is against), None)


def _worse_by(compared: Comparison | None) -> Decimal | None:
    distance = from_deciding(compared)
    if distance is None or compared is None or compared.change is None:
        return None
    if compared.change.judgement is Judgement.NONE:
        return None
    return distance if compared.change.judgement is Judgement.WORSE else -distance


def _rank_share(finding: IndicatorFinding, rankings: Rankings) -> Decimal | None:
    """The rank as a share of the group, so that groups of different sizes can be compared."""
    found = next(iter(rankings.get(finding.indicator.id, ())), None)
    if found is None or found.rank is None or found.neutral:
        return None
    return Decimal(found.rank) / found.spread.n


def _chance(finding: IndicatorFinding) -> int | None:
    chance = finding.outlook.chance if finding.outlook else Chance.NONE
    return -_CHANCES.index(chance) if chance in _CHANCES else None


@dataclass(frozen=True, slots=True)
class Order:
    """A way to sort: its words, and what is sorted by; None of it comes last either way."""

    words: str
    measure: Measure
    largest_first: bool = True


BY_RANK = "rank"
"""The order for which the indicators' rankings are needed."""

ORDERS = {
    "worst": Order("Worst first", lambda f, _: f.standing.order, largest_first=False),
    "printed": Order("As printed", lambda f, _: f.indicator.position, largest_first=False),
    "name": Order("By name", lambda f, _: f.indicator.name.casefold(), largest_first=False),
    "target": Order("Furthest from target", lambda f, _: short_of_target(f)),
    "quarter": Order("Worsened most since the quarter before", lambda f, _: since_quarter(f)),
    "year": Order("Worsened most since last year", lambda f, _: worsened(f)),
    "england": Order("Worst against England", lambda f, _: worse_than_country(f)),
    BY_RANK: Order("Lowest ranked", _rank_share),
    "outlook": Order("Least likely to meet the target", lambda f, _: _chance(f)),
    "owner": Order(
        "By owner", lambda f, _: f.indicator.owner.casefold() or None, largest_first=False
    ),
}

STANDARD = "worst"
"""The order of reading, where no other is chosen."""


def ordered(
    findings: Sequence[IndicatorFinding], by: str, rankings: Rankings | None = None
) -> list[IndicatorFinding]:
    """The findings sorted by one of ORDERS, with a minus the other way round.

    Those without a sort value come last, unsorted.
    """
    order = ORDERS[by.removeprefix("-")]
    valued = [(order.measure(finding, rankings or {}), finding) for finding in findings]
    known = sorted(
        (pair for pair in valued if pair[0] is not None),
        key=lambda pair: pair[0],
        reverse=order.largest_first != by.startswith("-"),
    )
    return [f for _, f in known] + [f for value, f in valued if value is None]
