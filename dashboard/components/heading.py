"""Show the top of an indicator's page: badges, headline and latest figure."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import badge
from dashboard.domain.facts.current import period_said
from dashboard.domain.facts.indicator import Origin
from dashboard.domain.facts.measure import formatted_count
from dashboard.domain.facts.stated_in import stated_in
from dashboard.domain.finding import IndicatorFinding


def heading(finding: IndicatorFinding) -> list[Component]:
    """The badges, basis and headline, and where relevant the latest figures."""
    return [
        html.P(
            [*_badges(finding), html.Span(_basis(finding), className="quiet")], className="status"
        ),
        html.H1(finding.headline, tabIndex="-1"),
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


def figure(finding: IndicatorFinding, number: bool) -> list[Component]:
    """The latest figure in large type, with its unit, count and period beside it.

    With `number`, the count is in large type and the rate beside it. Empty without any figure.
    """
    line = finding.known.main
    if line is None:
        return []
    latest = line.latest
    if latest.value is None:
        said = latest.symbol.label if latest.symbol else "not known"
        return [html.P(f"{latest.period.label}: {said}", className="quiet")]
    value = line.said(finding.indicator, latest)
    units = [finding.indicator.per_label]
    when = period_said(line, finding.quarter)
    if latest.numerator is not None and line.is_counted(finding.indicator):
        count, noun = formatted_count(latest.numerator), finding.indicator.counted(latest.numerator)
        said = finding.indicator.count_said(latest.numerator)
        if number:
            value, units, when = count, [noun], f"{value} {finding.indicator.per_label}, {when}"
        else:
            when = f"{said}, {when}"
    details = [part for part in (*units, when) if part]
    return [
        html.Div(
            [
                html.Span(value, className="value"),
                html.Span([html.Span(part) for part in details], className="beside"),
            ],
            className="figure-row",
        )
    ]
