"""Show direction of travel as a table: each comparison's figure, change and judgement."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.comparison_reasons import is_shown, left_out, omitted, why
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import formatted, formatted_count
from dashboard.domain.facts.stated_in import stated_in
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.change import RealVerdict
from dashboard.domain.judgements.travel import Against, Change, Comparison, arrow
from dashboard.domain.wording.verdict import change_said


def comparisons_card(finding: IndicatorFinding, number: bool = False) -> list[Component]:
    """The card's content: a line for each comparison; the tests and what is missing behind it.

    With `number` the comparisons are of the number of people or events, as the chart then is.
    """
    line = finding.known.main
    heading = html.H2("Direction of travel")
    if line is None or line.latest.value is None:
        return [heading, html.P("There is no figure to compare.", className="quiet")]
    shown = [comparison for comparison in finding.travel if is_shown(comparison, number)]
    stated = _stated(finding, shown)
    rows = [_row(finding, comparison, stated, number) for comparison in shown]
    table = html.Table(
        [html.Caption(_here(finding, line, number)), _head(), html.Tbody(rows)], className="travel"
    )
    if not rows:
        return [heading, html.P(" ".join(omitted(finding, number)), className="quiet")]
    return [heading, table, *_under(finding, shown, stated, number), *why(finding, shown, number)]


def _here(finding: IndicatorFinding, line: Line, number: bool) -> str:
    """The figure compared, with the unit of the whole table: "174.7 per 10,000 children"."""
    count = line.latest.numerator
    if number and count is not None:
        return finding.indicator.count_said(count) + _when(line)
    said, unit = line.said(finding.indicator, line.latest), finding.indicator.per_label
    return f"{said} {unit}".strip() + _when(line)


def _head() -> html.Thead:
    return html.Thead(
        html.Tr(
            [
                html.Th("Against", scope="col"),
                html.Th("Figure", scope="col", className="number"),
                html.Th("Change", scope="col", className="number"),
                html.Th(html.Span("Judgement", className="visually-hidden"), scope="col"),
            ]
        )
    )


def _row(
    finding: IndicatorFinding, comparison: Comparison, stated: Sequence[str], number: bool
) -> html.Tr:
    change, there = comparison.change, comparison.there
    if change is None or there is None or there.value is None:
        raise ValueError(f"{comparison.label} has no change to show")
    value = formatted(there.value, comparison.there_decimals, finding.indicator.measure)
    size, word = f"{change.arrow} {change.size}", _word(finding, comparison, change)
    if number and change.count is not None and there.numerator is not None:
        value = formatted_count(there.numerator)
        size = f"{arrow(change.count)} {formatted_count(abs(change.count))}"
        word = word if arrow(change.count) == change.arrow else f"rate {word}"
    sign = _sign(stated_in(there, finding.quarter), stated)
    status = finding.change_status(comparison)
    return html.Tr(
        [
            html.Th(_name(finding, comparison) + sign, scope="row"),
            html.Td(value, className="number"),
            html.Td(size, className=f"number change {status}"),
            html.Td(word, className=f"word {status}"),
        ]
    )


def _word(finding: IndicatorFinding, comparison: Comparison, change: Change) -> str:
    return change_said(change.judgement, finding.real_change(comparison))


def _when(line: Line) -> str:
    """The period of a figure for a year or longer, which other areas' figures share."""
    period = line.latest.period
    return "" if period.quarter else f", {period.label}"


def _name(finding: IndicatorFinding, comparison: Comparison) -> str:
    """What the figure is compared with; the heading says the period of those that share it."""
    line, there = finding.known.main, comparison.there
    of_area = comparison.against is Against.AREA and comparison.area
    if of_area and line and there and there.period == line.latest.period and _when(line):
        return of_area.short_name
    return comparison.label.replace("Last year end, ", "Year end ")


def _stated(finding: IndicatorFinding, shown: Sequence[Comparison]) -> tuple[str, ...]:
    """Each later report that first stated a figure in the table, in words, once."""
    told = (stated_in(each.there, finding.quarter) for each in shown if each.there)
    return tuple(dict.fromkeys(filter(None, told)))


def _sign(words: str, stated: Sequence[str]) -> str:
    """The sign of a row for its note under the table: "*" for the first, then "**"."""
    return "*" * (stated.index(words) + 1) if words else ""


def _under(
    finding: IndicatorFinding, shown: Sequence[Comparison], stated: Sequence[str], number: bool
) -> list[Component]:
    """What the signs in the table mean, what was tested, what the figure is not compared with."""
    notes = [f"{_sign(words, stated)} {capitalised(words)}." for words in stated]
    if number and any(_is_tested(finding, each) for each in shown):
        notes.append(f"Tested as the rate {finding.indicator.per_label}.")
    notes += left_out(finding, number)
    return [html.P(" ".join(notes), className="quiet")] if notes else []


def _is_tested(finding: IndicatorFinding, comparison: Comparison) -> bool:
    real = finding.real_change(comparison)
    return real is not None and real.verdict is not RealVerdict.NOT_TESTED
