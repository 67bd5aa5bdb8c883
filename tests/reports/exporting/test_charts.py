"""Charts that Office can edit: their figures, and labels that lie over nothing."""

from itertools import combinations, pairwise

import pytest

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ChartChoices
from dashboard.domain.facts.period import parse
from dashboard.findings import portfolio_findings
from dashboard.reports.exporting.chart_figures import chart_figures
from dashboard.reports.exporting.chart_labels import Frame, label_box, placed_labels
from dashboard.store.dataset import Store
from dashboard.store.versions import publish
from tests.odd_council import write_odd_council

Q3 = parse("FY2016-17Q3")
SIZES = {"slide": (768.0, 451.0, 24.0), "paper": (650.0, 264.0, 12.0)}


def scenes(dataset, quarter):
    """What is drawn of every indicator that has a figure."""
    for portfolio in dataset.catalogue.portfolios:
        for finding in portfolio_findings(dataset, portfolio.id, quarter):
            if (drawn := chart_model(finding, ChartChoices(intervals=False))).lines:
                yield drawn


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    here = tmp_path_factory.mktemp("odd")
    publish(write_odd_council(here / "data"), here / "var")
    return Store(here / "var").current()


def strokes(frame):
    """The straight lines between the points of every series."""
    for series in frame.figures.series:
        points = [
            None if value is None else frame.at(slot, value)
            for slot, value in enumerate(series.values)
        ]
        yield from ((one, other) for one, other in pairwise(points) if one and other)


def drawn(dataset, name):
    return next(each for each in scenes(dataset, Q3) if each.indicator.id == name)


def test_the_year_is_whole_and_what_is_not_stated_is_a_gap(dataset):
    figures = chart_figures(drawn(dataset, "looked-after"))
    assert figures.categories == ("2014/15", "2015/16", "Q1 2016/17", "Q2", "Q3", "Q4")
    series = {each.name: each.values for each in figures.series}
    assert series["Blackpool"] == (156.4, 162.8, 169.8, 175.7, 174.7, None)
    assert series["England"] == (60.0, 60.0, None, None, None, None)
    assert series["Target 153.8 (443)"] == (None, None, 153.8, 153.8, 153.8, 153.8)


def test_each_series_is_written_with_its_own_decimals(dataset):
    figures = chart_figures(drawn(dataset, "looked-after"))
    formats = {each.name: each.number_format for each in figures.series}
    assert (formats["Blackpool"], formats["England"]) == ("#,##0.0", "#,##0")
    plans = chart_figures(drawn(dataset, "repeat-protection-plans"))
    assert plans.series[0].number_format == '#,##0.0"%"'
    assert (plans.axis.low, plans.tick_format) == (14.0, '#,##0"%"')


def test_a_range_has_two_lines(odd):
    flat = next(d for d in scenes(odd, parse("FY2025-26Q2")) if d.indicator.id == "flat")
    ends = [each for each in chart_figures(flat).series if each.is_target]
    assert [(each.name, each.values[each.last]) for each in ends] == [
        ("Target 6 to 8, lower end", 6.0),
        ("Target 6 to 8", 8.0),
    ]


@pytest.mark.parametrize("size", list(SIZES))
def test_no_label_lies_over_another_or_over_a_line(dataset, odd, size):
    frames = [
        Frame(*SIZES[size], chart_figures(each))
        for each in (*scenes(dataset, Q3), *scenes(odd, parse("FY2025-26Q2")))
    ]
    assert len(frames) == 17 + 12
    for frame in frames:
        boxes = []
        for (number, slot), position in placed_labels(frame).items():
            series = frame.figures.series[number]
            point = frame.at(slot, series.values[slot])
            box = label_box(point, frame.lines(series, slot), position, frame.font)
            assert box.left >= 0
            assert box.right <= frame.width
            boxes.append(box)
        assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
        assert not any(box.crossed_by(*stroke) for box in boxes for stroke in strokes(frame))


def test_who_finds_no_place_stands_in_the_legend(dataset):
    frame = Frame(*SIZES["slide"], chart_figures(drawn(dataset, "referrals")))
    named = {frame.figures.series[number].name for number, _ in placed_labels(frame)}
    assert named == {"Blackpool", "Target 795.4 (2,291)"}


def test_years_lose_their_century_where_they_stand_close(dataset):
    figures = chart_figures(drawn(dataset, "repeat-protection-plans"))
    wide, less, narrow = (Frame(width, 450, 24, figures).naming for width in (1200, 760, 420))
    assert (wide.categories[0], wide.share, wide.every) == ("2014/15", 1.0, 1)
    assert (less.categories[0], less.share, less.every) == ("2014/15", 0.85, 1)
    assert (narrow.categories[0], narrow.share, narrow.every) == ("14/15", 0.7, 2)
