from itertools import combinations
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ChartChoices
from dashboard.charts.small_chart import FONT, HEIGHT, LINE, WIDTH, small_chart
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
    return [label.text for label in chart.labels if label.role in roles]


def test_one_line_each_with_its_last_figure():
    made = drawn()
    chart = small_chart(made, made.start)
    assert texts(chart, "council", "country", "target") == ["174.7", "England 60.0", "Target 153.8"]
    assert texts(chart, "value") == ["0", "200"]
    assert texts(chart, "time") == ["Q3 2016/17", "2014/15"]


def test_the_value_axis_follows_the_large_charts_rule():
    made = drawn({"FY2015-16": "98", "FY2016-17Q3": "97"}, areas=None, level="99")
    assert texts(small_chart(made, made.start), "value") == ["96.5", "99.0"]


def test_the_image_is_whole():
    made = drawn()
    svg = unquote(small_chart(made, made.start).image.partition(",")[2])
    kinds = [node.tag.rpartition("}")[2] for node in ElementTree.fromstring(svg)]
    assert kinds == ["path"] * 6 + ["circle"]


@pytest.mark.parametrize("level", ["174", "60", "0"])
def test_labels_never_stand_over_each_other(level):
    close = {"england": {"FY2014-15": "174", "FY2015-16": "174.5"}}
    made = drawn(areas=close, level=level)
    edge = [
        label
        for label in small_chart(made, made.start).labels
        if label.role in ("council", "country", "target")
    ]
    for one, two in combinations(edge, 2):
        assert abs(one.y - two.y) / 100 * HEIGHT >= LINE - 0.1


def test_time_labels_stand_apart_or_alone():
    made = drawn({"FY2016-17Q3": "5"}, areas=None, level="4")
    labels = [each for each in small_chart(made, made.start).labels if each.role == "time"]
    spans = [(each.x / 100 * WIDTH, text_width(each.text, FONT) / 2) for each in labels]
    for (one, half), (two, other) in combinations(spans, 2):
        assert abs(one - two) >= half + other


def test_without_a_line_there_is_no_chart():
    made = chart_model(finding("FY2012-13Q3", record(LOOKED_AFTER)), OPTIONS)
    assert small_chart(made, made.start) is None


def test_a_number_is_never_cut():
    far = {"england": {"FY2014-15": "10000000", "FY2015-16": "10000000"}}
    made = drawn(areas=far)
    assert texts(small_chart(made, made.start), "country") == ["10,000,000.0"]
