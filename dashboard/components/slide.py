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
from dashboard.domain.grammar import capped
from dashboard.domain.portfolio.absent import not_shown
from dashboard.domain.summary import big_figure, quote, summary_rows

Slide = dict[str, Any]
MOST_NAMES = 12
"""How many names a slide has room for."""


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
        "note": axis_note(drawn) if drawn.lines else "",
        "notes": list(drawn.notes),
        "says": chart_words(drawn, finding.headline),
        "commentary": commentary(finding.commentary, finding.actions),
        "table": figures_table(drawn).plain(),
    }


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
    portfolio: str,
    council: str,
    quarter: Period,
    headline: str,
    counts: Sequence[str],
    exceptions: Sequence[str],
) -> Slide:
    """The first slide: portfolio, quarter, the names of the exceptions, and counts."""
    return {
        "kind": "title",
        "over": f"{council} · {quarter.label}",
        "heading": portfolio,
        "lead": headline,
        "names": list(exceptions),
        "counts": list(counts),
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


def with_few_names(slide: Slide) -> Slide:
    """A title or rest slide whose lists of names fit on a screen; the rest is counted."""
    groups = slide.get("groups", ())
    most = MOST_NAMES // max(len(groups), 1)
    few = [group | {"names": capped(group["names"], most)} for group in groups]
    names = capped(slide.get("names", ()), MOST_NAMES)
    return slide | ({"groups": few} if groups else {}) | ({"names": names} if names else {})
