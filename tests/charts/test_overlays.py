from dataclasses import replace

import pytest

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ALONE, ChartChoices
from dashboard.charts.description import chart_words
from dashboard.charts.style import WIDE
from dashboard.charts.time_series import time_series
from dashboard.domain.facts.period import parse
from dashboard.findings import portfolio_findings
from tests.build import LOOKED_AFTER, finding, record

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


def test_limits_of_chance_stand_alone_with_the_points_that_fired(claimants):
    made = chart_model(
        claimants, ChartChoices(usual_range=True, compare=("england",), intervals=False)
    )
    assert [line.name for line in made.lines] == ["Blackpool"]
    assert [label for _, label in made.trend.levels] == [
        "Upper limit 6.8%",
        "Mean 5.3%",
        "Lower limit 3.8%",
    ]
    assert len(made.trend.ringed) == 15
    assert any("Ringed, outside the limits: 2004, 2005" in note for note in made.notes)


def test_with_limits_only_the_latest_figure_is_written(claimants):
    figure = time_series(chart_model(claimants, replace(ALONE, usual_range=True)), WIDE)
    points = next(t for t in figure["data"] if t["mode"] == "markers+text")
    assert [text for text in points["text"] if text] in (["<b>5.7%</b>"], [])


def test_what_cannot_be_judged_so_has_no_choice(dataset, claimants):
    assert claimants.has_usual_range
    pay = shipped(dataset, "weekly-pay", "economy", "FY2025-26Q3")
    assert not pay.has_usual_range
    assert chart_model(pay, replace(ALONE, usual_range=True)).trend is None
