"""Show direction of travel as a table: each comparison's figure, change and judgement."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.why import why_lines
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import formatted, formatted_count
from dashboard.domain.facts.stated_in import stated_in
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import capitalised, in_a_row
from dashboard.domain.judgements.travel import Against, Comparison
from dashboard.domain.wording.later_target import later_target
from dashboard.domain.wording.verdict import change_said

LATER = "Later figures of other areas stand in the chart; ours is compared up to its own date."


def comparisons_card(finding: IndicatorFinding) -> list[Component]:
    """The card's content: a line for each comparison; the tests and what is missing behind it."""
    line = finding.known.main
    heading = html.H2("Direction of travel")
    if line is None or line.latest.value is None:
        return [heading, html.P("There is no figure to compare.", className="quiet")]
    shown = [comparison for comparison in finding.travel if comparison.change]
    stated = _stated(finding, shown)
    rows = [_row(finding, comparison, stated) for comparison in shown]
    table = html.Table(
        [html.Caption(_here(finding, line)), _head(), html.Tbody(rows)], className="travel"
    )
    if not rows:
        return [heading, html.P(" ".join(_omitted(finding)), className="quiet")]
    return [heading, table, *_under(finding, stated), *_why(finding, shown)]


def _here(finding: IndicatorFinding, line: Line) -> str:
    """The figure compared, with the unit of the whole table: "174.7 per 10,000 children"."""
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


def _row(finding: IndicatorFinding, comparison: Comparison, stated: Sequence[str]) -> html.Tr:
    change, there = comparison.change, comparison.there
    if change is None or there is None or there.value is None:
        raise ValueError(f"{comparison.label} has no change to show")
    value = formatted(there.value, comparison.there_decimals, finding.indicator.measure)
    sign = _sign(stated_in(there, finding.quarter), stated)
    status = finding.change_status(comparison)
    word = change_said(change.judgement, finding.real_change(comparison))
    return html.Tr(
        [
            html.Th(_name(finding, comparison) + sign, scope="row"),
            html.Td(value, className="number"),
            html.Td(f"{change.arrow} {change.size}", className=f"number change {status}"),
            html.Td(word, className=f"word {status}"),
        ]
    )


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


def _under(finding: IndicatorFinding, stated: Sequence[str]) -> list[Component]:
    """What the signs in the table mean, and what the figure is not compared with."""
    notes = [f"{_sign(words, stated)} {capitalised(words)}." for words in stated]
    notes += _left_out(finding)
    return [html.P(" ".join(notes), className="quiet")] if notes else []


def _why(finding: IndicatorFinding, shown: Sequence[Comparison]) -> list[Component]:
    """Every test with its reason, and what is to be known of the comparisons."""
    tests = [
        html.Section([html.H3(comparison.label), html.Ul(_test(finding, comparison))])
        for comparison in shown
    ]
    notes = [*_omitted(finding), *_notes(finding)]
    if notes:
        tests.append(html.Ul([html.Li(note) for note in notes], className="notes"))
    if not tests:
        return []
    summary = html.Summary(["Why?", html.Span(" direction of travel", className="visually-hidden")])
    return [html.Details([summary, *tests], className="why")]


def _test(finding: IndicatorFinding, comparison: Comparison) -> list[html.Li]:
    """The judgement of a comparison, whether it is more than chance, and the reason."""
    change, real = comparison.change, finding.real_change(comparison)
    if change is None:
        return []
    size = f"{change.arrow} {change.size}"
    if real is None or not change.amount:
        return [html.Li(f"{size} {change.judgement.value}")]
    told = html.Li(f"{size} {change.judgement.value}, {real.words}")
    return [told, *(html.Li(each) for each in why_lines(real.reason))]


def _left_out(finding: IndicatorFinding) -> list[str]:
    """What the figure is not compared with, in a sentence; the reasons are behind "Why?"."""
    names = dict.fromkeys(_omitted_name(each) for each in finding.travel if each.omitted)
    return [f"Not compared with {in_a_row(list(names))}."] if names else []


def _omitted(finding: IndicatorFinding) -> list[str]:
    """Why comparisons are missing, each reason once: "Not compared with England: …"."""
    reasons: dict[str, list[str]] = {}
    for each in finding.travel:
        if each.omitted:
            reasons.setdefault(each.omitted, []).append(_omitted_name(each))
    return [f"Not compared with {in_a_row(names)}: {why}." for why, names in reasons.items()]


def _omitted_name(comparison: Comparison) -> str:
    if comparison.against is Against.AREA:
        return comparison.label if comparison.area else "other areas"
    return _OMITTED.get(comparison.against, comparison.against.value)


_OMITTED = {
    Against.PREVIOUS_QUARTER: "the quarter before",
    Against.SAME_QUARTER: "the same quarter last year",
}


def _notes(finding: IndicatorFinding) -> list[str]:
    sentences = _in_people(finding)
    if _have_later(finding):
        sentences.append(LATER)
    sentences += [later_target(finding.indicator, later) for later in finding.later_targets]
    caveat = next((c.caveat for c in finding.travel if c.caveat), "")
    return [*sentences, *([f"With care: {caveat}."] if caveat else [])]


def _in_people(finding: IndicatorFinding) -> list[str]:
    """A sentence with the first counted change in people or events; empty without one."""
    line = finding.known.main
    counted = next((c for c in finding.travel if c.change and c.change.count is not None), None)
    if not line or not counted or not counted.change or not counted.change.count:
        return []
    count, since = counted.change.count, counted.there.period.label if counted.there else ""
    size = f"{formatted_count(abs(count))} {'more' if count > 0 else 'fewer'}"
    size = f"{size} {finding.indicator.counted(count)}".strip()
    if line.series.basis is Basis.ROLLING_12M:
        return [f"{size} in the 12 months to {line.latest.period.label} than to {since}."]
    return [f"{size} than in {since}."]


def _have_later(finding: IndicatorFinding) -> bool:
    line = finding.known.main
    later = (c.latest.ends > line.latest.ends for c in finding.known.comparators if line)
    return any(later)
