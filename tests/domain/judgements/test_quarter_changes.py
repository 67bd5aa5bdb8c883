"""What each quarter changed, by basis."""

from dataclasses import replace

import pytest

from dashboard.domain.facts.indicator import Basis
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record


def changes(figures, quarter="FY2016-17Q3", **more):
    found = finding(quarter, record(figures, **more)).quarter_changes
    return found and [(step.quarter.label, str(step.change)) for step in found.steps]


def test_a_snapshot_by_its_count_and_the_year_end_is_the_fourth_quarter():
    assert changes(LOOKED_AFTER) == [
        ("Q1 2016/17", "18"),
        ("Q2 2016/17", "17"),
        ("Q3 2016/17", "-3"),
    ]
    found = finding("FY2016-17Q3", record(LOOKED_AFTER)).quarter_changes
    assert (found.is_counted, found.places) == (True, 0)
    assert found.caption == (
        "Children looked after, more or fewer than at the end of the quarter before."
    )


def test_a_rolling_total_against_the_same_quarter_a_year_before():
    found = finding("FY2016-17Q3", record(LOOKED_AFTER, basis=Basis.ROLLING_12M)).quarter_changes
    assert [str(step.change) for step in found.steps] == ["18", "17", "-3"]
    assert "than in the same quarter a year before" in found.caption


def test_a_figure_so_far_by_what_each_quarter_added():
    assert changes(REVIEWS, basis=Basis.YEAR_TO_DATE, **PERCENT) == [
        ("Q1 2016/17", "22.7"),
        ("Q2 2016/17", "15.3"),
        ("Q3 2016/17", "23.6"),
    ]


@pytest.mark.parametrize("basis", [Basis.PERIOD, Basis.UNSTATED, Basis.YEAR_TO_DATE_AVERAGE])
def test_other_figures_have_none(basis):
    assert changes(REVIEWS, basis=basis, **PERCENT) is None


def test_none_reaches_over_a_break_or_a_missing_quarter():
    made = record(LOOKED_AFTER)
    rows = tuple(
        replace(row, mark="b") if row.period.id == "FY2016-17Q2" else row
        for row in made.observations
    )
    found = finding("FY2016-17Q3", replace(made, observations=rows)).quarter_changes
    assert [step.quarter.label for step in found.steps] == ["Q3 2016/17"]
    alone = {"FY2016-17Q1": "1", "FY2016-17Q3": "2"}
    assert changes(alone) is None
