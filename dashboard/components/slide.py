"""Describe slides as plain data for assets/present.js, with nothing hidden in a tooltip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ChartChoices
from dashboard.charts.description import chart_words
from dashboard.charts.style import Size
from dashboard.charts.time_series import axis_note, time_series
from dashboard.components.figures_table import figures_table
from dashboard.domain.facts.action import Action
from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.absent import not_shown
from dashboard.domain.summary import big_figure, quote, summary_rows

Slide = dict[str, Any]


def indicator_slide(finding: IndicatorFinding, portfolio: str, size: Size) -> Slide:
    """One finding's slide: headline, chart, figure, direction of travel, commentary and table."""
    drawn = chart_model(finding, ChartChoices())
    figure = big_figure(finding)
    return {
        "kind": "indicator",
        "over": f"{portfolio} · {finding.indicator.name} · {finding.quarter.label}",
        "badge": {"text": finding.verdict.text, "status": finding.verdict.status},
        "heading": finding.headline,
        "figure": {"value": figure.value, "under": list(figure.under)},
        "travel": [asdict(row) for row in summary_rows(finding)],
        "quote": asdict(quote(finding.commentary)),
        "chart": time_series(drawn, size) if drawn.lines else None,
        "unit": _chart_unit(finding) if drawn.lines else "",
        "note": axis_note(drawn) if drawn.lines else "",
        "notes": list(drawn.notes),
        "says": " ".join(
            filter(None, (chart_words(drawn, finding.headline), _chart_unit(finding)))
        ),
        "commentary": commentary(finding.commentary, finding.actions),
        "table": figures_table(drawn).plain(),
    }


def _chart_unit(finding: IndicatorFinding) -> str:
    """What the chart's figures are, where the headline speaks of counts; else empty."""
    return f"The chart shows the rate {finding.indicator.per_label}." if finding.has_counts else ""


def commentary(found: CommentaryFinding, actions: Sequence[Action] = ()) -> dict[str, Any]:
    """The full commentary: its heading, its author and its paragraphs, then the actions."""
    done = [f"Action: {action.said}" for action in actions]
    if found.written is None or found.earlier:
        return {"heading": "Commentary", "by": quote(found).mark, "paragraphs": done}
    shared = f"Written for {found.shared_with.name}. " if found.shared_with else ""
    return {
        "heading": f"Commentary, {found.written.period.label}",
        "by": (shared + found.written.signed).strip(),
        "paragraphs": [*found.written.paragraphs, *done],
    }


def title_slide(
    portfolio: str, council: str, quarter: Period, headline: str, lines: Sequence[str]
) -> Slide:
    """The first slide: portfolio, quarter, the headline with its counts, and lines of names."""
    return {
        "kind": "title",
        "over": f"{council} · {quarter.label}",
        "heading": portfolio,
        "lead": headline,
        "lines": list(lines),
    }


def rest_slide(
    findings: Sequence[IndicatorFinding],
    shown: Sequence[IndicatorFinding],
    portfolio: str,
    quarter: Period,
) -> Slide:
    """The last slide: indicators without a slide or figure, and what the `shown` ones lack."""
    groups = not_shown(findings, shown)
    return {
        "kind": "rest",
        "over": f"{portfolio} · {quarter.label}",
        "heading": "Not in this picture",
        "groups": [{"heading": heading, "names": list(names)} for heading, names in groups],
        "lead": "" if groups else "Every indicator is in it.",
    }
