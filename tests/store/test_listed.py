"""What an address lists: portfolios by their ids, all, or a reader's own indicators."""

from __future__ import annotations

import pytest

from dashboard.store.listed import (
    ALL,
    EVERYTHING,
    OWN,
    Listed,
    listed_by,
    names_one,
    of_indicator,
    of_portfolio,
)


@pytest.fixture(scope="module")
def catalogue(dataset):
    return dataset.catalogue


def names(listed, catalogue):
    return [portfolio.id for portfolio in listed.portfolios(catalogue)]


def test_one_portfolio(catalogue):
    listed, unknown = listed_by("health", (), catalogue)
    assert (listed, unknown) == (of_portfolio("health"), ())
    assert listed.is_one
    assert listed.name(catalogue) == "Health and wellbeing"
    assert listed.file_part == "health"


def test_several_stand_in_the_catalogues_order_each_once(catalogue):
    listed, unknown = listed_by("health,schools,health", (), catalogue)
    assert listed.address == "schools,health"
    assert names(listed, catalogue) == ["schools", "health"]
    assert listed.is_several
    assert not listed.is_one
    assert listed.file_part == "2-portfolios"
    assert unknown == ()
    held = {each.portfolio_id for each in catalogue.indicators if listed.holds(each)}
    assert held == {"schools", "health"}


def test_names_that_would_be_cut_are_counted(catalogue):
    listed, _ = listed_by("schools,health", (), catalogue)
    assert listed.name(catalogue) == "2 portfolios"


def test_all_is_all_whatever_stands_beside_it(catalogue):
    assert listed_by(ALL, (), catalogue) == (EVERYTHING, ())
    assert listed_by("health,all", (), catalogue) == (EVERYTHING, ())
    assert EVERYTHING.name(catalogue) == "All portfolios"
    assert EVERYTHING.file_part is None
    assert names(EVERYTHING, catalogue) == [each.id for each in catalogue.portfolios]


def test_what_does_not_exist_is_told_and_the_rest_listed(catalogue):
    listed, unknown = listed_by("health,roads", (), catalogue)
    assert (listed.address, unknown) == ("health", ("roads",))
    assert listed_by("roads", (), catalogue) == (None, ("roads",))


def test_an_own_list_holds_its_indicators_alone(catalogue):
    listed, unknown = listed_by(OWN, ("looked-after", "healthy-life-male", "gone"), catalogue)
    assert listed == Listed("mine", indicator_ids=("looked-after", "healthy-life-male"))
    assert unknown == ("gone",)
    assert not listed.is_several
    assert not listed.is_one
    held = [each.id for each in catalogue.indicators if listed.holds(each)]
    assert held == ["looked-after", "healthy-life-male"]
    assert names(listed, catalogue) == ["resilient-communities", "health"]
    assert listed.name(catalogue) == "My indicators"
    assert listed.file_part == "my-indicators"


def test_an_own_list_may_be_empty(catalogue):
    listed, _ = listed_by(OWN, (), catalogue)
    assert names(listed, catalogue) == []
    assert listed.name(catalogue) == "My indicators"


def test_ids_count_in_an_own_list_only(catalogue):
    assert listed_by("health", ("looked-after",), catalogue)[0] == of_portfolio("health")


def test_the_quarters_of_several_are_those_of_each(catalogue):
    assert catalogue.latest_quarter_of(EVERYTHING.holds) == catalogue.latest_quarter(None)
    assert catalogue.latest_quarter_of(of_portfolio("health").holds) == catalogue.latest_quarter(
        "health"
    )
    both, _ = listed_by("health,resilient-communities", (), catalogue)
    # The newest council return counts before newer published figures.
    assert catalogue.latest_quarter_of(both.holds).id == "FY2016-17Q3"
    reviews = catalogue.timeline(
        of_indicator("annual-reviews").holds, catalogue.latest_quarter("resilient-communities")
    )
    assert (reviews[0].quarter.id, reviews[-1].quarter.id) == ("FY2015-16Q4", "FY2016-17Q3")


@pytest.mark.parametrize(
    ("text", "one"),
    [("", True), ("health", True), ("health,schools", False), ("all", False), ("mine", False)],
)
def test_a_text_names_one_portfolio_or_more(text, one):
    assert names_one(text) is one
