"""A table cell's line: its parts by class, its dots with their quarters, one axis for all rows."""

from __future__ import annotations

from datetime import date

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ALONE, ChartChoices
from dashboard.charts.sparkline import TimeAxis, sparkline
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetRule
from tests.build import LOOKED_AFTER, finding, record, target

AXIS = TimeAxis(date(2015, 3, 31), date(2017, 3, 31))


def drawn(areas=None, options=ALONE):
    made = record(
        LOOKED_AFTER, areas=areas or {}, targets=(target(TargetRule.AT_MOST, "153.8", 443),)
    )
    return sparkline(chart_model(finding("FY2016-17Q3", made), options), AXIS)


def test_it_has_line_target_and_a_dot_for_each_figure():
    line = drawn()
    assert [name for name, _ in line["paths"]] == ["target", "thin", "strong"]
    assert [(dot[0], dot[3]) for dot in line["dots"]] == [
        ("point", "FY2014-15Q4"),
        ("point", "FY2015-16Q4"),
        ("point", "FY2016-17Q1"),
        ("point", "FY2016-17Q2"),
        ("latest", "FY2016-17Q3"),
    ]
    assert line["shade"] == [110.1, 212.0]


def test_the_countrys_last_figure_is_drawn_where_it_leaves_room_for_the_line():
    england = ChartChoices(compare=("england",), intervals=False)
    near = drawn({"england": {"FY2015-16": "150"}}, england)
    far = drawn({"england": {"FY2015-16": "60"}}, england)
    assert near["dots"][0][0] == "country"
    assert "country" not in [dot[0] for dot in far["dots"]]


def test_without_a_figure_there_is_no_line():
    assert sparkline(chart_model(finding("FY2013-14Q1", record(LOOKED_AFTER)), ALONE), AXIS) is None


def test_the_axis_names_what_does_not_touch_the_chosen_quarter_first():
    assert AXIS.ticks(parse("FY2016-17Q3"), long_run=False) == [
        ("Q3", 85.0),
        ("2015/16", 50.0),
        ("2014/15", 9.9),
        ("Q4", 96.4),
        ("Q2", 73.3),
    ]
