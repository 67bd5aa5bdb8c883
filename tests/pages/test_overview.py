import re

import pytest

from dashboard.choices import choices_of
from dashboard.domain.portfolio.ordering import ORDERS
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.pages.overview.page import _better_quarter
from dashboard.selection import select
from tests.pages.screens import screen


def test_every_order_that_can_be_chosen_is_one():
    assert set(ORDERS) == set(choices_of(OverviewChoices)["sort"].values)


def better_quarter(dataset, address):
    """The texts of the links in the overview's head."""
    return re.findall(
        r'"children":"(Go to [^"]*)"', screen(dataset, address).texts["overview-head.children"]
    )


@pytest.mark.parametrize(
    ("address", "links"),
    [
        # None of six has a new figure.
        ("/?portfolio=health&quarter=FY2016-17Q1", 1),
        # All four have one.
        ("/?portfolio=resilient-communities&quarter=FY2016-17Q2", 0),
        # One of six has one, but no quarter is later.
        ("/?portfolio=health", 0),
        ("/?portfolio=all&quarter=FY2017-18Q1", 1),
    ],
)
def test_a_quarter_that_leaves_most_without_a_figure_offers_the_latest(dataset, address, links):
    assert len(better_quarter(dataset, address)) == links


def test_exactly_half_with_a_figure_is_not_most_without(dataset):
    """8 of 16 would be offered nothing; one fewer is."""
    at = select(dataset, OverviewChoices(portfolio="resilient-communities", quarter="FY2016-17Q2"))
    assert len(at.findings) == 4
    assert _better_quarter(at, 2) == []
    (offered,) = _better_quarter(at, 1)
    assert offered.children[0] == "3 of 4 have no new figure in Q2 2016/17. "
    assert offered.children[1].children == "Go to Q3 2016/17"
