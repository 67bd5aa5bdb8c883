import pytest

from dashboard.charts.axes import time_ticks, value_axis
from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ALONE
from dashboard.charts.style import NARROW, WIDE
from dashboard.domain.facts.measure import Measure, Unit
from tests.build import LOOKED_AFTER, finding, record


def test_a_wide_range_starts_at_zero():
    axis = value_axis([60, 175.7], Measure(Unit.RATE), 1)
    assert (axis.low, axis.from_zero) == (0, True)
    assert axis.texts == ("0", "50", "100", "150", "200")


def test_a_narrow_range_does_not_and_says_where_it_starts():
    axis = value_axis([153.8, 175.7], Measure(Unit.RATE), 1)
    assert not axis.from_zero
    assert axis.texts[0] == "150"


def test_the_boundary_is_forty_per_cent_of_the_largest():
    assert value_axis([60, 100], Measure(Unit.RATE), 1).from_zero
    assert not value_axis([60.1, 100], Measure(Unit.RATE), 1).from_zero


@pytest.mark.parametrize(
    ("values", "unit", "first", "last"),
    [
        ([-3, 4], Unit.PERCENT, "−4%", "4%"),
        ([0.001, 0.004], Unit.RATE, "0.000", "0.004"),
        ([2_000_000, 10_000_000], Unit.COUNT, "0", "10,000,000"),
        ([410.2, 512.3], Unit.CURRENCY, "£400", "£525"),
        ([0], Unit.COUNT, "0", "1"),
        ([5], Unit.RATE, "4.8", "5.0"),
    ],
)
def test_ticks_are_written_as_the_unit_is(values, unit, first, last):
    axis = value_axis(values, Measure(unit), 0 if unit is Unit.COUNT else 1)
    assert (axis.texts[0], axis.texts[-1]) == (first, last)
    assert axis.low <= min(values)
    assert axis.high >= max(values)


def test_the_quarters_are_named_and_the_chosen_one_is_bold():
    drawn = chart_model(finding("FY2016-17Q3", record(LOOKED_AFTER)), ALONE)
    texts = [text for _, text in time_ticks(drawn, WIDE, 420)]
    assert texts == ["2014/15", "2015/16", "Q1", "Q2", "<b>Q3</b>", "Q4"]


def test_on_a_narrow_screen_what_would_touch_is_left_out_but_never_the_chosen_quarter():
    drawn = chart_model(finding("FY2016-17Q3", record(LOOKED_AFTER)), ALONE)
    texts = [text for _, text in time_ticks(drawn, NARROW, 140)]
    assert "<b>Q3</b>" in texts
    assert len(texts) < 6


def test_figures_without_decimals_have_whole_ticks():
    assert value_axis([0, 10], Measure(Unit.RATE), 0).texts == ("0", "5", "10")
    assert value_axis([0, 1], Measure(Unit.RATE), 0).texts == ("0", "1")
