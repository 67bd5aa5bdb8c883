from itertools import combinations, pairwise

import pytest

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ChartChoices
from dashboard.charts.labels import Box
from dashboard.charts.small_chart import FONT, HEIGHT, WIDTH, small_chart
from dashboard.charts.style import text_width
from dashboard.domain.facts.record import TargetRule
from tests.build import LOOKED_AFTER, finding, record, target

ENGLAND = {"england": {"FY2014-15": "60", "FY2015-16": "60"}}
OPTIONS = ChartChoices(compare=("england",), intervals=False)


def drawn(figures=LOOKED_AFTER, areas=ENGLAND, level="153.8"):
    targets = (target(TargetRule.AT_MOST, level, 443),)
    return chart_model(
        finding("FY2016-17Q3", record(figures, areas=areas, targets=targets)), OPTIONS
    )


def texts(chart, *roles):
    return [label["text"] for label in chart["labels"] if label["role"] in roles]


def test_one_line_each_with_its_last_figure():
    made = drawn()
    chart = small_chart(made, made.start)
    assert texts(chart, "council", "country", "target") == ["174.7", "England 60.0", "Target 153.8"]
    assert texts(chart, "value") == ["0", "200"]
    assert texts(chart, "time chosen", "time") == ["Q3 2016/17", "2014/15"]


def test_the_value_axis_follows_the_large_charts_rule():
    made = drawn({"FY2015-16": "98", "FY2016-17Q3": "97"}, areas=None, level="99")
    assert texts(small_chart(made, made.start), "value") == ["96.5", "99.0"]


def test_every_line_is_drawn_and_the_councils_dots_lead_to_their_quarters():
    made = drawn()
    chart = small_chart(made, made.start)
    assert [name for name, _ in chart["paths"]] == [
        "axis",
        "grid",
        "country",
        "target",
        "thin",
        "strong",
    ]
    names = [name for name, *_ in chart["dots"]]
    assert (names[-1], names.count("point")) == ("latest", 4)
    assert [quarter for *_, quarter in chart["dots"]][-1] == "FY2016-17Q3"


def boxes(chart):
    """The labels' rectangles in px."""
    for each in chart["labels"]:
        x, y = each["x"] / 100 * WIDTH, each["y"] / 100 * HEIGHT
        half = text_width(each["text"], FONT) / 2
        yield Box(x - half, y - FONT / 2, x + half, y + FONT / 2)


@pytest.mark.parametrize("level", ["174", "60", "0"])
def test_labels_are_inside_and_off_the_lines_and_each_other(level):
    close = {"england": {"FY2014-15": "174", "FY2015-16": "174.5"}}
    made = drawn(areas=close, level=level)
    chart = small_chart(made, made.start)
    found = list(boxes(chart))
    assert len(texts(chart, "council", "country", "target")) >= 2
    frame = Box(-0.1, 0, WIDTH + 0.1, HEIGHT)
    assert all(box.within(frame) for box in found)
    assert not any(one.overlaps(two) for one, two in combinations(found, 2))
    for name, path in chart["paths"]:
        ends = [tuple(map(float, end.split())) for end in path[1:].split("L") if "H" not in end]
        for start, end in pairwise(ends):
            assert not any(box.crossed_by(start, end) for box in found), name


def test_time_labels_are_apart_or_one_alone():
    made = drawn({"FY2016-17Q3": "5"}, areas=None, level="4")
    labels = [each for each in small_chart(made, made.start)["labels"] if "time" in each["role"]]
    spans = [(each["x"] / 100 * WIDTH, text_width(each["text"], FONT) / 2) for each in labels]
    for (one, half), (two, other) in combinations(spans, 2):
        assert abs(one - two) >= half + other


def test_no_axis_is_invented_round_a_single_value():
    alone = chart_model(finding("FY2016-17Q3", record({"FY2016-17Q3": "5"})), OPTIONS)
    chart = small_chart(alone, alone.start)
    assert (chart["paths"], texts(chart, "value"), texts(chart, "council")) == ([], [], ["5.0"])
    assert [name for name, *_ in chart["dots"]] == ["latest"]
    two = chart_model(
        finding("FY2016-17Q3", record({"FY2016-17Q2": "4", "FY2016-17Q3": "5"})), OPTIONS
    )
    assert texts(small_chart(two, two.start), "value") != []


def test_without_a_line_there_is_no_chart():
    made = chart_model(finding("FY2012-13Q3", record(LOOKED_AFTER)), OPTIONS)
    assert small_chart(made, made.start) is None


def test_what_has_no_room_is_left_out_not_cut():
    far = {"england": {"FY2014-15": "10000000", "FY2015-16": "10000000"}}
    made = drawn(areas=far)
    found = texts(small_chart(made, made.start), "country")
    assert found in ([], ["England 10,000,000.0"])
