"""Write the headline of a history: the longest spell of exceptions, else the newest change."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import in_a_row, plural
from dashboard.domain.portfolio.change_since import changed_since
from dashboard.domain.portfolio.mark import Mark
from dashboard.domain.portfolio.since_when import Spell, longest

MOST_NAMES = 2
Findings = Sequence[IndicatorFinding]


def history_headline(now: Findings, before: Findings, spells: Sequence[Spell]) -> str:
    """The headline as at the findings' quarter; `spells` are those that the indicators are in."""
    if not now:
        return "There are no indicators here yet"
    quarter = now[0].quarter
    for mark in (Mark.MISSES, Mark.WORSE):
        found = longest([spell for spell in spells if spell.mark is mark])
        if found:
            return _spell(mark, found[0], len(found), len(now), quarter)
    became, ceased = changed_since(now, before)
    if became:
        more = plural(len(became), "a new exception", "new exceptions")
        return f"{_names(became)} {plural(len(became), 'is', 'are')} {more} in {quarter.label}"
    if ceased:
        are, exceptions = (
            plural(len(ceased), *words) for words in (("is", "are"), ("an exception", "exceptions"))
        )
        return f"{_names(ceased)} {are} no longer {exceptions}"
    if any(finding.is_exception for finding in now):
        return f"No exception has lasted for more than one figure by {quarter.label}"
    if any(finding.is_current for finding in now):
        return f"No exceptions in {quarter.label}"
    return f"No current figures in {quarter.label}"


def _spell(mark: Mark, spell: Spell, count: int, of: int, quarter: Period) -> str:
    has = plural(count, "has", "have")
    if mark is Mark.MISSES:
        said = f"{has} missed {plural(count, 'its', 'their')} target"
    else:
        said = f"{has} been worse by more than chance"
    return f"{count} of {of} {said} {_how_long(spell, quarter)}"


def _how_long(spell: Spell, quarter: Period) -> str:
    """ "in all 3 quarters of 2016/17" where it is that, else "for 3 quarters running, since …"."""
    year = spell.first.financial_year
    whole = spell.unit == "quarter" and spell.first.quarter == 1 and spell.last == quarter
    if whole and year == quarter.financial_year:
        return f"in all {spell.length} of {year.label}"
    if spell.cells[0].point.ends == quarter.end:
        return f"for {spell.length} running, since {spell.first.label}"
    return f"for {spell.length} running, {spell.first.label} to {spell.last.label}"


def _names(found: Findings) -> str:
    """The names where they are few, else how many."""
    if len(found) > MOST_NAMES:
        return f"{len(found)} indicators"
    return in_a_row([finding.indicator.name for finding in found])
