from dataclasses import replace

import pytest

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ALONE, ChartChoices
from dashboard.charts.description import chart_words
from dashboard.charts.style import WIDE
from dashboard.charts.time_series import time_series
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.period import parse
from dashboard.findings import portfolio_findings
from tests.build import LOOKED_AFTER, finding, record
from tests.domain.judgements.quarterly import STEADY, quarters, rows_of

QUARTERS = ALONE


def shipped(dataset, name, portfolio, quarter):
    found = portfolio_findings(dataset, portfolio, parse(quarter))
    return next(each for each in found if each.indicator.id == name)


@pytest.fixture
def claimants(dataset):
    return shipped(dataset, "claimant-count", "economy", "FY2025-26Q3")


def test_the_outlook_runs_from_the_latest_point_to_the_year_end():
    made = chart_model(finding("FY2016-17Q3", record(LOOKED_AFTER)), QUARTERS)
    drawn = made.outlook
    assert (drawn.start.isoformat(), drawn.end.isoformat()) == ("2016-12-31", "2017-03-31")
    assert (round(drawn.low, 1), round(drawn.high, 1)) == (166.5, 186.6)
    assert drawn.label == "Outlook, 8 in 10: 166.5 to 186.6"


def test_in_numbers_it_is_in_numbers():
    made = chart_model(
        finding("FY2016-17Q3", record(LOOKED_AFTER)),
        replace(ALONE, measure="number"),
    )
    assert made.outlook.label == "Outlook, 8 in 10: 477 to 535"


def test_it_is_dotted_and_labelled_so_that_nobody_takes_it_for_a_figure():
    figure = time_series(chart_model(finding("FY2016-17Q3", record(LOOKED_AFTER)), QUARTERS), WIDE)
    dotted = [t for t in figure["data"] if t.get("line", {}).get("dash") == "dot"]
    assert [len(trace["x"]) for trace in dotted] == [2]
    texts = [each["text"] for each in figure["layout"]["annotations"]]
    assert any("Outlook" in text for text in texts)


def test_the_long_run_and_an_old_figure_have_none():
    made = finding("FY2016-17Q3", record(LOOKED_AFTER))
    assert chart_model(made, replace(ALONE, span="long")).outlook is None
    assert chart_model(finding("FY2017-18Q2", record(LOOKED_AFTER)), QUARTERS).outlook is None


def test_a_listener_hears_of_it_too():
    made = finding("FY2016-17Q3", record(LOOKED_AFTER))
    said = chart_words(chart_model(made, QUARTERS), made.headline)
    assert said.endswith("Outlook, 8 in 10: 166.5 to 186.6, a dotted line to the year end.")


@pytest.fixture
def unusual():
    """Sixteen quarters up to Q4 2016/17, 39 the last, with England's and a year's figures."""
    made = rows_of(quarters(STEADY) | {"FY2015-16": "122"}, areas={"england": quarters([20] * 16)})
    return finding("FY2016-17Q4", made)


def test_the_usual_range_stands_alone_with_the_points_that_fired(unusual):
    made = chart_model(
        unusual, ChartChoices(usual_range=True, compare=("england",), intervals=False)
    )
    assert [line.name for line in made.lines] == ["Blackpool"]
    drawn = made.usual_range
    assert drawn.levels == (
        (pytest.approx(37.91), "Upper limit 37.9"),
        (30.5, "Mean 30.5"),
        (pytest.approx(23.09), "Lower limit 23.1"),
    )
    assert (drawn.start.isoformat(), drawn.end.isoformat()) == ("2013-06-30", "2017-03-31")
    assert [(day.isoformat(), value) for day, value in drawn.ringed] == [("2017-03-31", 39.0)]
    assert "Ringed, outside the usual range: Q4 2016/17." in made.notes


def test_quarters_stand_without_the_totals_of_years(unusual):
    made = chart_model(unusual, replace(ALONE, usual_range=True))
    assert len(made.council.points) == 16


def test_what_is_ringed_outside_the_chosen_years_is_not_named(unusual):
    made = chart_model(unusual, replace(ALONE, usual_range=True, last=2016))
    assert made.usual_range.ringed == ()
    assert not any(note.startswith("Ringed") for note in made.notes)


def test_with_limits_only_the_latest_figure_is_written(unusual):
    figure = time_series(chart_model(unusual, replace(ALONE, usual_range=True)), WIDE)
    points = next(t for t in figure["data"] if t["mode"] == "markers+text")
    assert [text for text in points["text"] if text] in (["<b>39.0</b>"], [])
    dashes = [
        t["line"].get("dash") for t in figure["data"] if t.get("line", {}).get("width") == 1.5
    ]
    assert dashes == ["6px,3px", "solid", "6px,3px"]


def test_a_listener_hears_of_the_usual_range(unusual):
    said = chart_words(chart_model(unusual, replace(ALONE, usual_range=True)), unusual.headline)
    for words in (
        "Upper limit 37.9.",
        "Mean 30.5.",
        "Ringed, outside the usual range: Q4 2016/17.",
    ):
        assert words in said


def test_what_has_no_usual_range_has_no_choice(dataset, claimants):
    drifting = finding("FY2016-17Q4", rows_of(quarters(range(400, 416)), basis=Basis.SNAPSHOT))
    pay = shipped(dataset, "weekly-pay", "economy", "FY2025-26Q3")
    for each in (drifting, pay, claimants):
        assert not each.has_usual_range
        assert chart_model(each, replace(ALONE, usual_range=True)).usual_range is None
