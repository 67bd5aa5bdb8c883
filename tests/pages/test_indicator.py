"""What an indicator's page says beside its chart, and what it offers."""

from __future__ import annotations

from dashboard.findings import portfolio_findings
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
    assert "5.7%, 2025" in travel
    assert {"England", "North West", "Neighbours"} <= set(travel)


def test_an_indicator_of_any_portfolio_can_be_beside(dataset):
    shown = screen(dataset, "/indicator/looked-after?quarter=FY2024-25Q4&beside=adult-obesity")
    given = shown.values["another.data"]
    assert (given["chosen"], given["name"]) == ("adult-obesity", "Adults living with obesity")
    here = "/indicator/looked-after?portfolio=resilient-communities&quarter=FY2024-25Q4"
    assert given["none"] == here
    assert given["href"] == f"{here}&beside=INDICATOR"
    assert "living with obesity" in " ".join(words(shown.values["beside-head.children"]))
    assert (shown.values["beside-box.hidden"], shown.values["beside-chart-box.hidden"]) == (
        False,
        False,
    )


def test_the_others_are_listed_under_their_portfolios_our_own_first(dataset):
    groups = screen(dataset, "/indicator/adult-obesity").values["another.data"]["groups"]
    assert [each["heading"] for each in groups] == [
        "Health and wellbeing",
        "Cabinet Secretary (Resilient Communities)",
        "Schools and learning",
        "Tourism, economic growth and jobs",
    ]
    ids = [id for group in groups for _, id in group["rows"]]
    assert "adult-obesity" not in ids
    assert len(ids) == 17


def test_what_can_be_beside_has_a_figure_by_then(dataset):
    for quarter in dataset.catalogue.quarters()[::12]:
        offered = {each.id for each in dataset.catalogue.at(quarter).with_figures(quarter)}
        known = {
            finding.indicator.id
            for portfolio in dataset.catalogue.at(quarter).portfolios
            for finding in portfolio_findings(dataset, portfolio.id, quarter)
            if finding.known.main
        }
        assert offered == known, quarter


def test_an_index_is_one_chart_and_says_its_base(dataset):
    address = "/indicator/looked-after?quarter=FY2016-17Q3&beside=referrals"
    assert screen(dataset, address).values["index-field.hidden"] is False
    shown = screen(dataset, f"{address}&index=shown").values
    assert shown["beside-chart-box.hidden"] is True
    assert "Referrals to social care" in " ".join(words(shown["beside-head.children"]))
    assert cautions(dataset, f"{address}&index=shown") == [
        "Index numbers: the figures for 2014/15 are 100. Targets and other areas are in the charts "
        "without index.",
        "The scale starts at 90, not at zero.",
    ]
    assert shown["points.data"]["columns"][1]["name"] == "Blackpool Council, council return"


def test_what_cannot_be_indexed_says_why_and_stays_under_each_other(dataset):
    address = "/indicator/looked-after?quarter=FY2016-17Q3&beside=annual-reviews&index=shown"
    assert (
        "The two cannot be indexed: a figure that builds up from April starts again"
        in (cautions(dataset, address)[0])
    )
    shown = screen(dataset, address).values
    assert (shown["beside-chart-box.hidden"], shown["index.value"]) == (False, False)


def test_the_sheet_that_the_page_prints_is_that_of_its_indicator_and_quarter(client, dataset):
    shown = screen(dataset, "/indicator/looked-after?quarter=FY2016-17Q2&beside=referrals").values
    sheet = shown["paper.data"]["sheet"]
    assert sheet == (
        "?portfolio=resilient-communities&quarter=FY2016-17Q2&show=all&slide=looked-after"
    )
    answer = client.get(f"/present/slide.json{sheet}&size=paper").get_json()
    assert answer["heading"].startswith("504 children looked after: 61 above target")


def test_the_chart_under_the_first_has_the_years_of_the_controls(dataset):
    """Healthy life expectancy goes back to 2004, children looked after as reported to 2015."""
    shown = screen(dataset, "/indicator/looked-after?quarter=FY2016-17Q3&beside=healthy-life-male")
    assert (shown.values["first.value"], shown.values["last.value"]) == ("2015", "2016")
    start = shown.values["beside-chart.figure"]["layout"]["xaxis"]["range"][0]
    assert start == shown.values["chart.figure"]["layout"]["xaxis"]["range"][0]
    assert start > "2014"


def test_an_indicator_without_a_figure_in_those_years_says_so(dataset):
    address = "/indicator/claimant-count?from=1995&to=1999&beside=healthy-life-male"
    shown = screen(dataset, address).values
    assert "There is no figure from 1995 to 1999." in words(shown["beside-notes.children"])


def test_the_direction_of_travel_is_of_the_measure_in_the_chart(dataset):
    address = "/indicator/referrals?quarter=FY2016-17Q3"
    number = words(screen(dataset, f"{address}&measure=number").values["travel.children"])
    assert {"3,039 referrals", "▲ 490"} <= set(number)
    rate = words(screen(dataset, address).values["travel.children"])
    assert {"1,059.4 per 10,000 children", "▲ 174.6"} <= set(rate)


def test_a_gap_in_referrals_is_called_so(dataset):
    shown = screen(dataset, "/indicator/referrals?quarter=FY2016-17Q3").values
    assert " the gap in referrals" in words(shown["outlook.children"])


def test_that_no_quarter_went_the_needed_way_is_told_plainly(dataset):
    shown = screen(dataset, "/indicator/referrals?quarter=FY2016-17Q2").values
    told = " ".join(words(shown["by-quarter.children"]))
    assert "; so far no quarter was below the same quarter a year before." in told
