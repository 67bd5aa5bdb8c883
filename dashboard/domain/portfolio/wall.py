"""Sum up each portfolio for a wall of tiles: how many are exceptions, and what is newest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import capitalised, in_words, number_of, plural
from dashboard.domain.judgements.standing import Rating
from dashboard.domain.portfolio.change_since import changed_since
from dashboard.domain.portfolio.mark import Mark, mark_of
from dashboard.domain.wording.verdict import change_said

IN_WORDS = 12
"""Counts are in words up to this number."""
Findings = Sequence[IndicatorFinding]


@dataclass(frozen=True, slots=True)
class TileCount:
    """How many of a portfolio's indicators are exceptions: "Three of four", "are exceptions"."""

    count: str
    words: str


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest change of a portfolio: its kind, such as "New", and the change in words."""

    kind: str
    words: str


def tile_count(findings: Findings) -> TileCount:
    """The exceptions among all, and how many of these have no current figure."""
    current = [finding for finding in findings if finding.is_current]
    exceptions = sum(finding.is_exception for finding in current)
    without = len(findings) - len(current)
    if not findings:
        return TileCount("None", "no indicators yet")
    if not current:
        has = plural(without, "has", "have")
        return TileCount(_all(without), f"{has} no current figure")
    words = plural(max(exceptions, 1), "is an exception", "are exceptions")
    if without:
        words += f"; {without} {plural(without, 'has', 'have')} no current figure"
    if exceptions == len(findings) > 1:
        return TileCount(_all(exceptions), words)
    return TileCount(_of(exceptions, len(findings)), words)


def _all(count: int) -> str:
    return "One" if count == 1 else f"All {in_words(count, IN_WORDS)}"


def _of(count: int, total: int) -> str:
    """ "Three of four", "41 of 96", "None of 96": one way of writing for both numbers."""
    if not count or total <= IN_WORDS:
        return f"{capitalised(in_words(count, IN_WORDS))} of {in_words(total, IN_WORDS)}"
    return f"{count} of {total}"


def wall_headline(findings: Findings) -> str:
    """The exceptions of all the tiles together, as at the findings' quarter."""
    if not findings:
        return "There are no indicators here yet"
    quarter = findings[0].quarter.label
    current = [finding for finding in findings if finding.is_current]
    exceptions, without = sum(f.is_exception for f in current), len(findings) - len(current)
    if not current:
        return f"None of the {len(findings)} indicators has a current figure in {quarter}"
    among = number_of(len(findings), "indicator")
    rest = f"; {without} {plural(without, 'has', 'have')} no current figure" if without else ""
    if not exceptions:
        return f"No exceptions among {among} in {quarter}{rest}"
    are = plural(exceptions, "is an exception", "are exceptions")
    return f"{exceptions} of {among} {are} in {quarter}{rest}"


def by_shape(findings: Findings) -> list[IndicatorFinding]:
    """The findings by their shapes, the worst first."""
    marks = list(Mark)
    return sorted(findings, key=lambda f: (marks.index(mark_of(f.standing)), f.order))


def newest_change(now: Findings, before: Findings) -> Newest | None:
    """The new exceptions, else the newest figure with its change, else the latest figure.

    None where no indicator has a figure.
    """
    became, _ = changed_since(now, before)
    if became:
        more = f", and {len(became) - 1} more" if len(became) > 1 else ""
        return Newest("New", f"{_exception(became[0])}{more}")
    new = [finding for finding in now if finding.is_new]
    if new:
        return Newest("Newest", _figure(max(new, key=_ends)))
    valued = [f for f in now if f.known.main and f.known.main.latest.value is not None]
    if not valued:
        return None
    return Newest("Latest", _dated_figure(max(valued, key=_ends)))


def _exception(finding: IndicatorFinding) -> str:
    """ "Repeat plans misses its target", "Visits is worse, more than chance"."""
    rating = finding.standing.rating
    verb = "" if rating is Rating.MISSES else "is "
    return f"{finding.indicator.name} {verb}{rating.value}"


def _figure(finding: IndicatorFinding) -> str:
    """ "Healthy life, women: 56.1 years, ▼ 0.9 years, worse, could be chance"."""
    line, indicator, deciding = finding.known.main, finding.indicator, finding.deciding
    if line is None:
        return indicator.name
    figure = f"{line.said(indicator, line.latest)} {indicator.per_label}".strip()
    if deciding is None or deciding.change is None:
        return f"{indicator.name}: {figure}"
    change, real = deciding.change, finding.real_change(deciding)
    word = change_said(change.judgement, real)
    return f"{indicator.name}: {figure}, {change.arrow} {change.size}, {word}"


def _dated_figure(finding: IndicatorFinding) -> str:
    """ "Persistent absence: 12.6%, 2015/16 (school year)"."""
    line, indicator = finding.known.main, finding.indicator
    if line is None:
        return indicator.name
    figure = f"{line.said(indicator, line.latest)} {indicator.per_label}".strip()
    return f"{indicator.name}: {figure}, {line.latest.period.label}"


def _ends(finding: IndicatorFinding) -> date:
    line = finding.known.main
    return line.latest.ends if line else date.min
