"""The history of a record as seen from a quarter."""

from __future__ import annotations

from dashboard.domain.facts.period import parse
from dashboard.domain.portfolio.history import History
from dashboard.domain.portfolio.history_columns import Span


def history(made, chosen="FY2016-17Q3", span=Span.QUARTERS) -> History:
    return History(made, parse(chosen), span, lambda _: made.indicator, {})
