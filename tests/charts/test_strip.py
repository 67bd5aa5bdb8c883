from decimal import Decimal

from dashboard.charts.strip import FONT, NARROWEST, scale_of, strip
from dashboard.charts.style import text_width
from dashboard.domain.facts.measure import Measure, Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.judgements.ranking import ranking, spread_of
from tests.build import finding, record

RATE = Measure(Unit.RATE)


def drawn(ours, *others):
    values = [Decimal(text) for text in (ours, *others)]
    made = record(published={"FY2015-16": ours})
    known = finding("FY2016-17Q3", made).known
    spread = spread_of("authorities", parse("FY2015-16"), values, "")
    return ranking(made.indicator, known, spread, values)


def test_everything_stands_in_percent_of_the_width():
    found = strip(drawn("163", "40", "50", "60", "65", "70", "80", "90"), "Blackpool", RATE)
    assert found.ours.text == "Blackpool 163.0"
    assert found.ours.x == 94.64
    assert [label.text for label in found.quartiles] == ["57.5", "67.5", "82.5"]
    assert 0 < found.quartiles[0].x < found.quartiles[1].x < found.quartiles[2].x < 100


def test_quartiles_that_lie_together_stand_apart():
    found = strip(drawn("9000.5", "1", "1", "1", "1", "1.1", "1.2", "1.3"), "Blackpool", RATE)
    xs = [label.x / 100 * NARROWEST for label in found.quartiles]
    widths = [text_width(label.text, FONT) for label in found.quartiles]
    for left, right, one, two in zip(xs, xs[1:], widths, widths[1:], strict=False):
        assert right - left >= (one + two) / 2


def test_each_authority_has_a_place_on_the_same_scale():
    found = drawn("163", "40", "50", "60", "65", "70", "80", "90")
    scale, shape = scale_of(found), strip(found, "B", RATE)
    assert scale.x(found.others[0]) == 5.36
    assert scale.x(found.value) == shape.ours.x == 94.64
    assert shape.half[0] < shape.median < shape.half[1]
    assert scale.x(found.spread.median) == shape.median


def test_where_all_are_equal_the_strip_still_stands():
    found = strip(drawn("5", *["5"] * 8), "Blackpool", RATE)
    assert found.ours.x == 50
