"""Show the top of an indicator's page: badges, headline and latest figure."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import badge
from dashboard.domain.facts.current import period_said
from dashboard.domain.facts.indicator import AreaKind, Origin
from dashboard.domain.facts.measure import formatted_count
from dashboard.domain.facts.stated_in import stated_in
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import capitalised
from dashboard.domain.wording.verdict import change_said


def heading(finding: IndicatorFinding) -> list[Component]:
    """The headline, under it the badges and what a figure is, and newer published figures."""
    return [
        html.H1(finding.headline, tabIndex="-1"),
        html.P(
            [*_badges(finding), html.Span(_basis(finding), className="quiet")], className="status"
        ),
        *_published_instead(finding),
    ]


def _published_instead(finding: IndicatorFinding) -> list[Component]:
    """A note on published statistics that are newer than the council return."""
    main, other = finding.known.main, finding.known.other
    if finding.is_new or not main or not other or other.latest.ends <= main.latest.ends:
        return []
    if other.origin is not Origin.PUBLISHED or other.latest.value is None:
        return []
    value = other.said(finding.indicator, other.latest)
    period = other.latest.period.label
    text = f"Published statistics for {period}: {value}. Compare with them under the chart."
    return [html.P(text)]


def _badges(finding: IndicatorFinding) -> list[html.Span]:
    badges = [badge(finding.verdict.text, finding.verdict.status)]
    if finding.is_published:
        badges.append(badge("Published statistics, not a council return", "published"))
    return badges


def _basis(finding: IndicatorFinding) -> str:
    line = finding.known.main
    parts = [finding.indicator.polarity.label]
    if line:
        inferred = " (inferred)" if line.series.basis_inferred else ""
        parts.append(line.series.basis.label + inferred)
        if line.origin is Origin.REPORTED:
            parts.append(f"council return, {line.latest.period.label}")
            parts.append(stated_in(line.latest, finding.quarter))
    return " · ".join(filter(None, parts))


def figure(finding: IndicatorFinding) -> list[Component]:
    """The latest figure in large type, with its unit and period beside it; empty without any."""
    line = finding.known.main
    if line is None:
        return []
    latest = line.latest
    if latest.value is None:
        said = latest.symbol.label if latest.symbol else "not known"
        return [html.P(f"{latest.period.label}: {said}", className="quiet")]
    value = line.said(finding.indicator, latest)
    details = [finding.indicator.per_label, period_said(line, finding.quarter)]
    return [_large(value, details)]


def _large(value: str, details: list[str]) -> html.Span:
    beside = [html.Span(part) for part in details if part]
    return html.Span(
        [html.Span(value, className="value"), html.Span(beside, className="beside")],
        className="figure-row",
    )


def target_said(finding: IndicatorFinding) -> list[Component]:
    """How the figure stands to its target, the chance of meeting it, and the rule behind "Why?"."""
    target, held = finding.target, finding.target.target
    words = target.words
    if target.count_gap:
        size, said = formatted_count(abs(target.count_gap)), finding.indicator.count_said
        words = words.replace(size, said(target.count_gap), 1)
    verdict = capitalised(finding.target_sign + words)
    chance = finding.outlook.chance.value.replace("the target", "it") if finding.outlook else ""
    under = [_level(finding), chance] if held else [_country(finding)]
    reasons = [*_of_the_verdict(finding), *_of_the_chance(finding)] if held else []
    why = html.Details(
        [
            html.Summary(["Why?", html.Span(" the target", className="visually-hidden")]),
            html.Ul([html.Li(reason) for reason in reasons]),
        ],
        className="why",
    )
    return [
        html.P(verdict, className=f"verdict {finding.target_status}"),
        html.P(": ".join(filter(None, under)), className="quiet"),
        *([why] if reasons else []),
    ]


def _of_the_verdict(finding: IndicatorFinding) -> list[str]:
    """The rule with its numbers, and where the target comes from a later report."""
    held = finding.target.target
    stated = stated_in(held, finding.quarter) if held else ""
    return [*filter(None, [finding.target.why]), *([f"The target is {stated}."] if stated else [])]


def _of_the_chance(finding: IndicatorFinding) -> list[str]:
    """The outlook, what it makes of the target, and how it is found; empty without a chance."""
    found = finding.outlook
    if not found or not found.chance:
        return []
    return [f"{found.sentence}.", found.chance.why, found.reason.rule]


def _level(finding: IndicatorFinding) -> str:
    """The target as it is set and for which period; empty without one."""
    held = finding.target.target
    line = next((each for each in finding.target_lines if each.target is held), None)
    if held is None:
        return ""
    level = line.label.removeprefix("Target ") if line and held.value is not None else held.printed
    return f"{level} for {held.period.label}"


def _country(finding: IndicatorFinding) -> str:
    """The figure against the country, which stands in for a target; empty without one."""
    areas = (c for c in finding.travel if c.area and c.area.kind is AreaKind.COUNTRY)
    found = next(areas, None)
    if found is None or found.change is None:
        return ""
    said = change_said(found.change.judgement, finding.real_change(found))
    return f"{found.label}: {found.change.arrow} {found.change.size}, {said}"
