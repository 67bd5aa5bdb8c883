"""What an indicator's page says beside its chart, and what it offers."""

from __future__ import annotations

from tests.components.test_parts import words
from tests.pages.screens import screen


def cautions(dataset, address):
    return [
        " ".join(words(li)) for li in screen(dataset, address).values["cautions.children"] or []
    ]


def test_an_area_of_the_headline_that_is_switched_off_is_told_with_the_way_back(dataset):
    shown = screen(dataset, "/indicator/claimant-count?compare=north-west").values
    (item,) = shown["cautions.children"]
    text, link = item.children
    assert text == "The headline compares with England, which is switched off. "
    assert link.children == "Show it"
    assert "compare=north-west,england" in link.href
    assert cautions(dataset, "/indicator/claimant-count") == []
    assert cautions(dataset, "/indicator/claimant-count?compare=england") == []


def test_a_scale_that_does_not_start_at_zero_is_told_in_sight(dataset):
    assert cautions(dataset, "/indicator/healthy-life-male") == [
        "The scale starts at 45, not at zero."
    ]


def test_chosen_years_are_told_with_the_way_to_all_of_them(dataset):
    shown = screen(dataset, "/indicator/claimant-count?from=2010&to=2015").values
    text, link = shown["cautions.children"][0].children
    assert text == "Only the years 2010 to 2015 are in the chart and its table. "
    assert (link.children, "from=" in link.href) == ("All years", False)


def test_years_can_be_chosen_where_the_chart_shows_all_of_them(dataset):
    """Two years of quarters have no long run; those with one offer years there."""
    short = "/indicator/looked-after?quarter=FY2016-17Q3"
    assert not screen(dataset, short).values["first-field.hidden"]
    referrals = "/indicator/referrals?quarter=FY2016-17Q3"
    assert screen(dataset, referrals).values["first-field.hidden"]
    assert not screen(dataset, f"{referrals}&span=long").values["first-field.hidden"]


def test_the_figures_are_offered_as_excel_and_csv(dataset):
    shown = screen(dataset, "/indicator/looked-after?quarter=FY2016-17Q3").values
    assert shown["csv-link.href"] == "/indicator/looked-after.csv?quarter=FY2016-17Q3"
    assert shown["excel-link.href"].startswith("/report.xlsx?")
    assert "indicator=looked-after" in shown["excel-link.href"]


def test_areas_of_our_own_year_need_no_period_beside_their_name(dataset):
    travel = words(screen(dataset, "/indicator/claimant-count").values["travel.children"])
    assert "5.7%, 2025, against" in travel
    assert {"England", "North West", "Neighbours"} <= set(travel)
