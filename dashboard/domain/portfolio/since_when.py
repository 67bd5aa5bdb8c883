"""Tell since when an indicator has stood as it does: its spell of figures of one status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import capitalised, number_of
from dashboard.domain.judgements.standing import BY_TARGET, Rating, Unjudged
from dashboard.domain.judgements.status import Status
from dashboard.domain.portfolio.history import HistoryCell
from dashboard.domain.portfolio.mark import Mark, mark_of

LOOKED_BACK = 12
"""How many figures before a spell are asked whether its status is back."""


@dataclass(frozen=True, slots=True)
class Spell:
    """The newest figures of one status, newest first, and the figure before them, if any.

    All are of one origin. `again` says that a target was missed, or met, some figures before too.
    """

    cells: tuple[HistoryCell, ...]
    before: HistoryCell | None
    again: bool

    @property
    def mark(self) -> Mark:
        """The shape that all its figures have."""
        return self.cells[0].mark

    @property
    def first(self) -> Period:
        """The period of its first figure."""
        return self.cells[-1].point.period

    @property
    def last(self) -> Period:
        """The period of its newest figure."""
        return self.cells[0].point.period

    @property
    def unit(self) -> str:
        """What each figure is of: "quarter" or "year"; "figure" where they do not follow on."""
        periods = [cell.point.period for cell in self.cells]
        if any(later.shifted(-1) != earlier for later, earlier in pairwise(periods)):
            return "figure"
        return "quarter" if self.first.quarter else "year"

    @property
    def length(self) -> str:
        """How many figures it has, such as "3 quarters"."""
        return number_of(len(self.cells), self.unit)


@dataclass(frozen=True, slots=True)
class SinceWhen:
    """An indicator's status in a few words, and since when it has had it."""

    title: str
    detail: str
    status: Status


def spell_of(finding: IndicatorFinding, history: Iterable[HistoryCell]) -> Spell | None:
    """The spell that the indicator is in; None where its latest figure has no place in `history`,
    or neither way is better.

    `history` has the cells newest first, and is read no further back than the spell goes. The
    figures of the other origin are passed over, and so are quarters without a figure.
    """
    line = finding.known.main
    if line is None or finding.standing.unjudged in (Unjudged.NO_FIGURE, Unjudged.NEUTRAL):
        return None
    own = (cell for cell in history if cell.origin is line.origin)
    newest = next(own, None)
    if newest is None or newest.point.ends != line.latest.ends:
        return None
    if newest.mark is not mark_of(finding.standing):
        return None
    cells, before = [newest], None
    for cell in own:
        if cell.mark is not newest.mark:
            before = cell
            break
        cells.append(cell)
    again = before is not None and before.standing.rating in BY_TARGET
    again = again and any(cell.mark is newest.mark for cell in islice(own, LOOKED_BACK))
    return Spell(tuple(cells), before, again)


def since_when(finding: IndicatorFinding, spell: Spell | None) -> SinceWhen:
    """The status of an indicator and since when it has had it, in words."""
    line = finding.known.main
    if line is None or not any(point.value is not None for point in line.points):
        return SinceWhen("No figure yet", "", Status.NONE)
    latest = f"latest figure {line.latest.period.label}"
    if spell is None:
        return SinceWhen(_title(finding), latest, finding.status)
    detail = _unjudged(finding, spell) or _running(finding, spell)
    return SinceWhen(_again(spell) or _title(finding), detail, finding.status)


def _title(finding: IndicatorFinding) -> str:
    standing = finding.standing
    if standing.unjudged:
        return capitalised(standing.unjudged.value)
    if standing.rating is Rating.NOT_WORSE and standing.is_better:
        return "Better, more than chance"
    return capitalised(standing.rating.value)


def _again(spell: Spell) -> str:
    """The title where a target is missed or met once more; empty otherwise."""
    verbs = {Mark.MISSES: "Misses", Mark.MEETS: "Meets"}
    return f"{verbs[spell.mark]} it again" if spell.again and spell.mark in verbs else ""


def _unjudged(finding: IndicatorFinding, spell: Spell) -> str:
    """Since when there are figures that nothing judges; empty where they are judged."""
    why = finding.standing.unjudged
    if why is None:
        return ""
    first = f"first figure {_named(spell.first, finding.quarter)}"
    if spell.before is not None:
        first = f"since {_named(spell.first, finding.quarter)}"
    return f"no target to miss; {first}" if why is Unjudged.BASELINE else first


def _running(finding: IndicatorFinding, spell: Spell) -> str:
    quarter, before = finding.quarter, spell.before
    since = _since(spell, quarter)
    if before is None:
        if len(spell.cells) > 1:
            return f"all {spell.length}, {since}"
        return f"first figure, {_named(spell.first, quarter)}"
    by_target = finding.standing.rating in BY_TARGET
    if by_target and before.standing.rating not in BY_TARGET:
        if len(spell.cells) > 1:
            return f"all {spell.length} with a target, {since}"
        return f"the first {spell.unit} with a target, {_named(spell.first, quarter)}"
    running = f"{spell.length} running, {since}" if len(spell.cells) > 1 else since
    return f"{running}; {_was(before)} in {_named(before.point.period, quarter)}"


def _since(spell: Spell, quarter: Period) -> str:
    """The spell's first period, and its last one where that is not the quarter's own."""
    first = _named(spell.first, quarter)
    if spell.cells[0].point.ends == quarter.end:
        return f"since {first}"
    last = _named(spell.last, quarter)
    return f"in {last}" if len(spell.cells) == 1 else f"{first} to {last}"


def _named(period: Period, quarter: Period) -> str:
    """The period, a quarter of the current year without its year."""
    same = period.quarter and period.financial_year == quarter.financial_year
    return period.short_label if same else period.label


_WAS = {
    Mark.MISSES: "it missed it",
    Mark.NEAR: "it was within tolerance",
    Mark.MEETS: "it met it",
    Mark.WORSE: "worse by more than chance",
    Mark.PERHAPS_WORSE: "worse, but could be chance or not tested",
    Mark.BETTER: "better by more than chance",
    Mark.NO_WORSE: "no worse",
    Mark.UNJUDGED: "not judged",
}


def _was(before: HistoryCell) -> str:
    """How the figure before the spell stood."""
    return _WAS[before.mark]


def longest(spells: Sequence[Spell]) -> list[Spell]:
    """Those of several figures that began first, all with the same first and newest period."""
    several = [each for each in spells if len(each.cells) > 1]
    if not several:
        return []
    first = min(several, key=lambda each: (each.cells[-1].point.ends, -len(each.cells)))
    alike = (first.first, first.last, len(first.cells))
    return [each for each in several if (each.first, each.last, len(each.cells)) == alike]
