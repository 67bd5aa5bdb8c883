"""Rules on commentary and events: what they are about."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.store.reading.columns import problems_of
from dashboard.store.reading.problem import Problem


def about_one_thing(commentary: pd.DataFrame) -> Iterator[Problem]:
    """A commentary is about an indicator or about a portfolio."""
    yield from _about_both("commentary.csv", commentary)
    neither = (commentary["indicator_id"] == "") & (commentary["portfolio_id"] == "")
    yield from problems_of(
        commentary[neither],
        file="commentary.csv",
        column="indicator_id",
        what="The row has neither an indicator nor a portfolio.",
        remedy="Write the indicator, or in portfolio_id the portfolio, that it is about.",
        cause="",
    )


def about_one_thing_at_most(events: pd.DataFrame) -> Iterator[Problem]:
    """An event is about an indicator, a portfolio, or everything."""
    yield from _about_both("events.csv", events)


def _about_both(file: str, rows: pd.DataFrame) -> Iterator[Problem]:
    yield from problems_of(
        rows[(rows["indicator_id"] != "") & (rows["portfolio_id"] != "")],
        file=file,
        column="portfolio_id",
        what="The row has both an indicator and a portfolio.",
        remedy="Leave one of them out.",
        cause="",
    )
