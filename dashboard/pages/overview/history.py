"""The overview as a history: since when each indicator has stood as it does."""

from __future__ import annotations

from dataclasses import replace

from dash import html

from dashboard.components.history import HistoryGrid, history
from dashboard.domain.facts.period import Period
from dashboard.domain.portfolio.history import History
from dashboard.domain.portfolio.history_columns import Span, history_columns
from dashboard.domain.portfolio.history_headline import history_headline
from dashboard.domain.portfolio.since_when import spell_of
from dashboard.findings import indicator_histories
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.overview.head import news
from dashboard.pages.overview.view import At, Groups, View
from dashboard.selection import read_quarter


def history_view(at: At, groups: Groups, empty: str) -> View:
    """The grid of shapes and figures under its longest spell."""
    histories = _histories(at)
    spells = {f.indicator.id: spell_of(f, histories[f.indicator.id]) for f in at.findings}
    known = [spell for spell in spells.values() if spell]
    headline = history_headline(at.findings, at.before, known)
    span = Span(at.choices.columns)
    columns = history_columns(span, at.quarter, _until(at))
    unit = "years" if span is Span.YEARS else "quarters"
    lead = f"The {len(columns)} {unit} to {columns[-1].period.label}. "
    data = history(
        HistoryGrid(
            groups=groups,
            columns=columns,
            histories=histories,
            spells=spells,
            quarter=at.quarter,
            at=lambda quarter: _at_quarter(at, quarter),
            opens=lambda indicator, quarter: (
                at.here.to(IndicatorChoices, indicator=indicator, quarter=quarter).href
            ),
            empty=empty,
        )
    )
    head = [html.H1(headline, tabIndex="-1"), html.P([lead, html.B(news(at))], className="under")]
    return View(headline, head, data)


def _histories(at: At) -> dict[str, History]:
    """The history of every indicator of the portfolios, by its id."""
    found: dict[str, History] = {}
    for findings in at.found.values():
        indicators = tuple(sorted((f.indicator for f in findings), key=lambda i: i.position))
        found |= indicator_histories(at.dataset, indicators, at.quarter, Span(at.choices.columns))
    return found


def _until(at: At) -> Period:
    """The quarter of the last column, which stays while the chosen one is among the columns."""
    until, _ = read_quarter(at.choices.until, at.catalogue.quarters())
    return until or at.quarter


def _at_quarter(at: At, quarter: Period) -> str:
    """The history at another quarter, its columns where they are; empty before all figures."""
    known = at.catalogue.quarters()
    if quarter.end < known[-1].end:
        return ""
    there = min(quarter, known[0], key=lambda each: each.end)
    return replace(at.here, quarter=there.id, until=_until(at).id).href
