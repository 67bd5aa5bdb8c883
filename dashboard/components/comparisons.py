"""Show direction of travel as a table: each comparison's figure, change and judgement."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.components.why import why_lines
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import formatted, formatted_count
from dashboard.domain.facts.record import Target
from dashboard.domain.facts.stated_in import stated_in
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import in_a_row
from dashboard.domain.judgements.change import RealChange
from dashboard.domain.judgements.target import JUDGED, TargetVerdict
from dashboard.domain.judgements.travel import Against, Comparison
from dashboard.domain.wording.later_target import later_target

LATER = "Later figures of other areas stand in the chart; ours is compared up to its own date."


def comparisons_card(finding: IndicatorFinding) -> list[Component]:
    """The card's content; notes under the table give the reasons for missing comparisons."""
    line = finding.known.main
    heading = html.H2("Direction of travel")
    if line is None or line.latest.value is None:
        nothing = html.P("There is no figure to compare.", className="quiet")
        target = finding.target.target
        if target is None:
            return [heading, nothing]
        printed = f"Target for {target.period.label}: {target.printed}."
        return [heading, nothing, html.P(printed, className="quiet")]
    here = line.said(finding.indicator, line.latest)
    tested = zip(finding.travel, finding.real_changes, strict=True)
    shown = [(comparison, real) for comparison, real in tested if comparison.change]
    head = html.Thead(
        html.Tr(
            [
                html.Th(f"{here} against", scope="col"),
                html.Th("Figure", scope="col", className="number"),
                html.Th("Change", scope="col", className="number"),
            ]
        )
    )
    words = [real.words if real else "" for _, real in shown]
    rows = [
        *_target_row(finding),
        *(
            _row(finding, comparison, real, real is not None and real.words in words[:n])
            for n, (comparison, real) in enumerate(shown)
        ),
    ]
    table = html.Table([head, html.Tbody(rows)], className="travel")
    return [heading, table, *_notes(finding)]


def _target_row(finding: IndicatorFinding) -> list[html.Tr]:
    target = finding.target
    if target.target is None:
        return []
    return [
        html.Tr(
            [
                html.Th(f"Target, {target.target.period.label}", scope="row"),
                html.Td(_target_level(finding, target.target), className="number"),
                html.Td(
                    finding.target_sign + _short(finding),
                    className=f"number {finding.target_status}",
                ),
            ],
            className="target",
        )
    ]


def _target_level(finding: IndicatorFinding, target: Target) -> str:
    line = next((each for each in finding.target_lines if each.target is target), None)
    if line is None or target.value is None:
        return target.printed
    # A no-break space keeps the number and its rate on one line.
    return line.label.removeprefix("Target ").replace(" (", "\u00a0(")


def _short(finding: IndicatorFinding) -> str:
    """The verdict on the target, without the words that the row already has."""
    target = finding.target
    if target.verdict not in JUDGED:
        return target.words
    words = target.words.replace(" target", "", 1) if target.gap else target.words
    if target.count_gap:
        size = formatted_count(abs(target.count_gap))
        return words.replace(size, finding.indicator.count_said(target.count_gap), 1)
    return words


def _row(
    finding: IndicatorFinding, comparison: Comparison, real: RealChange | None, repeats: bool
) -> html.Tr:
    """One comparison; where its words of chance `repeats` a row's above, the verdict alone."""
    change, there = comparison.change, comparison.there
    if change is None or there is None or there.value is None:
        raise ValueError(f"{comparison.label} has no change to show")
    value = formatted(there.value, comparison.there_decimals, finding.indicator.measure)
    word = change.judgement.value
    label, status = comparison.label, finding.change_status(comparison)
    return html.Tr(
        [
            html.Th(label, scope="row"),
            html.Td(_with_small(value, stated_in(there, finding.quarter)), className="number"),
            html.Td(
                [
                    html.Span(f"{change.arrow} {change.size} {word}", className=status),
                    # That the same figures could be chance would be no news.
                    *([_real(real, label, repeats)] if real and change.amount else []),
                ],
                className="number",
            ),
        ]
    )


def _with_small(text: str, small: str) -> list[str | Component]:
    return [text, html.Span(small, className="quiet")] if small else [text]


def _real(real: RealChange, label: str, repeats: bool) -> html.Details:
    """Whether the change is more than chance, with the reason behind a "Why?"."""
    words = real.verdict.value if repeats else real.words
    summary = html.Summary([words, html.Span(f", {label}: why?", className="visually-hidden")])
    lines = [html.Li(line) for line in why_lines(real.reason)]
    return html.Details([summary, html.Ul(lines)], className="why")


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


def _notes(finding: IndicatorFinding) -> list[Component]:
    sentences = []
    if finding.target.target and finding.target.why:
        sentences.append(finding.target.why)
    elif finding.target.verdict is TargetVerdict.NONE:
        sentences.append("No target set.")
    sentences += _in_people(finding)
    if _have_later(finding):
        sentences.append(LATER)
    target = finding.target.target
    if target and (stated := stated_in(target, finding.quarter)):
        sentences.append(f"The target is {stated}.")
    sentences += [later_target(finding.indicator, later) for later in finding.later_targets]
    caveat = next((c.caveat for c in finding.travel if c.caveat), "")
    if caveat:
        sentences.append(f"With care: {caveat}.")
    sentences += _omitted(finding)
    return [html.Ul([html.Li(sentence) for sentence in sentences], className="notes")]


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
