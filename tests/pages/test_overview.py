from dashboard.choices import choices_of
from dashboard.domain.portfolio.ordering import ORDERS
from dashboard.pages.overview.choices import OverviewChoices


def test_every_order_that_can_be_chosen_is_one():
    assert set(ORDERS) == set(choices_of(OverviewChoices)["sort"].values)
