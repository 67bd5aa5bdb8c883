"""Show why each comparison is judged as it is, and what the figure is not compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.why import why_lines
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import formatted_count
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import in_a_row
from dashboard.domain.judgements.travel import Against, Comparison
from dashboard.domain.wording.later_target import later_target

LATER = "Later figures of other areas stand in the chart; ours is compared up to its own date."
_NUMBERS = "numbers of areas of different sizes; their rates compare"


def is_shown(comparison: Comparison, number: bool) -> bool:
    """Whether there is a change to show, in the number of people or events if that is asked."""
    change = comparison.change
    return change is not None and not (number and change.count is None)


def why(finding: IndicatorFinding, shown: Sequence[Comparison], number: bool) -> list[Component]:
    """Every test with its reason, and what is to be known of the comparisons."""
    tests = [
        html.Section([html.H3(comparison.label), html.Ul(_test(finding, comparison))])
        for comparison in shown
    ]
    notes = [*omitted(finding, number), *_notes(finding)]
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


def left_out(finding: IndicatorFinding, number: bool) -> list[str]:
    """What the figure is not compared with, in a sentence; the reasons are behind "Why?"."""
    names = [name for name, _ in _missing(finding, number)]
    return [f"Not compared with {in_a_row(list(dict.fromkeys(names)))}."] if names else []


def omitted(finding: IndicatorFinding, number: bool) -> list[str]:
    """Why comparisons are missing, each reason once: "Not compared with England: …"."""
    reasons: dict[str, list[str]] = {}
    for name, reason in _missing(finding, number):
        reasons.setdefault(reason, []).append(name)
    return [f"Not compared with {in_a_row(names)}: {why}." for why, names in reasons.items()]


def _missing(finding: IndicatorFinding, number: bool) -> Iterator[tuple[str, str]]:
    """What each comparison that is not shown would be with, and why it is not."""
    for each in finding.travel:
        if is_shown(each, number):
            continue
        numbers = _NUMBERS if each.area and each.against is Against.AREA else "no number is stated"
        yield _name(finding, each), each.omitted or numbers


def _name(finding: IndicatorFinding, comparison: Comparison) -> str:
    """What the figure is not compared with; of a rolling total no quarter, but its 12 months."""
    line, against = finding.known.main, comparison.against
    if against is Against.AREA:
        if comparison.area and comparison.change:
            return comparison.area.short_name
        return comparison.label if comparison.area else "other areas"
    if against in _QUARTERS and line and line.series.basis is Basis.ROLLING_12M:
        return f"the 12 months to {comparison.label}"
    return _QUARTERS.get(against, against.value)


_QUARTERS = {
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
