"""The cells of an indicator's row: its figure, its target, its changes, what is being done."""

from __future__ import annotations

from decimal import Decimal

from dashboard.components.grid import Cell
from dashboard.domain.facts.current import period_said
from dashboard.domain.facts.indicator import AreaKind
from dashboard.domain.facts.measure import formatted, formatted_count
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.stated_in import stated_in
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.status import Status
from dashboard.domain.judgements.target import TargetVerdict
from dashboard.domain.judgements.travel import Against, Change, Comparison
from dashboard.domain.summary import being_done, chance_words, expected_year_end
from dashboard.domain.wording.ratio import times
from dashboard.domain.wording.verdict import change_said

A_YEAR = 12


def figure_cell(finding: IndicatorFinding, quarter: Period) -> Cell:
    """The latest figure, its count first, and its period if that is not the quarter."""
    line = finding.known.main
    if line is None:
        return Cell("", "no figure yet", Status.NONE)
    latest, indicator = line.latest, finding.indicator
    when = "" if latest.period == quarter else period_said(line, quarter)
    whose = "published" if finding.is_published else ""
    if latest.value is None:
        said = latest.symbol.label if latest.symbol else "not known"
        return Cell("", _lines(said, when), Status.NONE)
    main, under = line.said(indicator, latest), indicator.per_label
    if latest.numerator is not None and line.is_counted(indicator):
        rate = f"{main} {indicator.per_label}".strip()
        main, under = formatted_count(latest.numerator), indicator.counted(latest.numerator)
        under = _lines(under, rate)
    about = ", ".join(filter(None, (when, whose, stated_in(latest, quarter))))
    return Cell(main, _lines(under, about), "value-cell")


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))


def target_cell(finding: IndicatorFinding) -> Cell:
    """The figure against its target in people where counted, the target, and the chance of it.

    Where no chance can be told, the expected year end.
    """
    target = finding.target
    ahead = chance_words(finding) or _year_end(finding)
    if target.verdict is TargetVerdict.NONE:
        return Cell("", _lines(target.words, ahead), Status.NONE)
    words = finding.target_sign + target.words
    stated = stated_in(target.target, finding.quarter) if target.target else ""
    return Cell(capitalised(words), _lines(_level(finding), stated, ahead), finding.target_status)


def _level(finding: IndicatorFinding) -> str:
    """The target itself in the unit of the figure, where it has a level."""
    target = finding.target.target
    line = next((each for each in finding.target_lines if each.target is target), None)
    if line is None or target is None or target.value is None:
        return ""
    if line.count is not None:
        return f"target {formatted_count(line.count)}"
    return line.label.replace("Target", "target", 1)


def _year_end(finding: IndicatorFinding) -> str:
    """The expected year end with what it rests on; empty without an outlook."""
    text, found = expected_year_end(finding), finding.outlook
    if not text or found is None:
        return ""
    return ", ".join(filter(None, (f"year end {text}", found.notes)))


def quarter_cell(finding: IndicatorFinding) -> Cell:
    """The change since the quarter before."""
    line = finding.known.main
    yearly = line is not None and line.latest.value is not None and not line.latest.period.quarter
    compared = next((c for c in finding.travel if c.against is Against.PREVIOUS_QUARTER), None)
    return _change(finding, compared, "yearly figure only" if yearly else "no figure")


def year_cell(finding: IndicatorFinding) -> Cell:
    """The change that decides whether it is better or worse."""
    return _change(finding, finding.deciding, "no figure")


def _change(finding: IndicatorFinding, comparison: Comparison | None, otherwise: str) -> Cell:
    if comparison is None:
        return Cell("", otherwise, Status.NONE)
    change = comparison.change
    if change is None:
        return Cell("", comparison.omitted, Status.NONE)
    word = change_said(change.judgement, finding.real_change(comparison))
    when = _on(finding, comparison)
    return Cell(_size(change), _lines(word, when), finding.change_status(comparison))


def _size(change: Change) -> str:
    """The change in people or events where the figure is counted and moves the same way."""
    size = formatted_count(abs(change.count or Decimal(0))) if change.has_count else change.size
    return f"{change.arrow} {size}"


def _on(finding: IndicatorFinding, comparison: Comparison) -> str:
    """The figure compared with, where the heading does not say it."""
    line, there = finding.known.main, comparison.there
    if there is None or comparison.against is Against.AREA:
        return ""
    if comparison.against is Against.SAME_QUARTER:
        return f"on {comparison.label}"
    if there.period.months > A_YEAR:
        return f"on {there.period.label}"
    if not finding.is_new and line:
        return f"{line.latest.period.short_label} on {there.period.short_label}"
    return ""


def country_cell(finding: IndicatorFinding) -> Cell:
    """The figure against the country, else against the first area there is."""
    against = [c for c in finding.travel if c.against is Against.AREA]
    country = next((c for c in against if c.area and c.area.kind is AreaKind.COUNTRY), None)
    found = country or next(iter(against), None)
    if found is None or found.change is None or found.here is None or found.there is None:
        return Cell("", found.omitted if found else "no comparator in this dataset", Status.NONE)
    change, value = found.change, found.there.value or Decimal(0)
    ratio = times(found.here, value or found.here, finding.indicator.unit)
    word = change_said(change.judgement, finding.real_change(found))
    there = formatted(value, found.there_decimals, finding.indicator.measure)
    theirs = f"{there} in {found.there.period.label}"
    # A ratio says by its words which is more.
    return Cell(
        ratio or f"{change.arrow} {change.size}", _lines(word, theirs), finding.change_status(found)
    )


def done_cell(finding: IndicatorFinding) -> Cell:
    """What the service says is being done."""
    said = being_done(finding)
    status = "done" if said.text or said.mark.startswith("Shared") else Status.NONE
    return Cell(sub=" ".join(filter(None, (said.mark, said.text))), status=status)
