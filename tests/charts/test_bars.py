"""The outlook's line, the quarters' bars and the funnel, in percent of their place."""

from decimal import Decimal

from dashboard.charts.funnel_plot import funnel_plot
from dashboard.charts.outlook_bar import NARROWEST, outlook_bar
from dashboard.charts.quarter_bars import BarKind, quarter_bars
from dashboard.charts.style import text_width
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.funnel import funnel
from tests.build import COUNCIL, LOOKED_AFTER, finding, record, target
from tests.domain.judgements.test_funnel import PERCENT, figures

WANTED = target(TargetRule.AT_MOST, "153.8", 443)


def found(*targets, quarter="FY2016-17Q3"):
    return finding(quarter, record(LOOKED_AFTER, targets=targets))


def test_the_range_the_figure_and_the_target_share_a_line():
    drawn = outlook_bar(found(WANTED).outlook_range)
    assert drawn.target.text == "Target 443"
    assert drawn.target.x < drawn.low.x < drawn.now.x < drawn.high.x
    assert drawn.gap == (drawn.target.x, drawn.low.x)
    assert drawn.gap_text == "34 short"
    assert (drawn.low.text, drawn.now.text, drawn.high.text) == ("477", "501 now", "535")


def test_texts_that_would_touch_stand_apart():
    near = target(TargetRule.AT_MOST, "174.3", 500)
    drawn = outlook_bar(found(near).outlook_range)
    apart = abs(drawn.target.text_x - drawn.now.text_x) / 100 * NARROWEST
    assert apart >= (text_width(drawn.target.text, 15) + text_width(drawn.now.text, 15)) / 2
    assert drawn.gap is None


def test_bars_go_up_and_down_from_zero_and_the_needed_one_is_told_apart():
    made = found(WANTED)
    drawn = quarter_bars(made.quarter_changes, made.needed_pace)
    assert [(bar.text, bar.kind) for bar in drawn.bars] == [
        ("+18", BarKind.CHANGE),
        ("+17", BarKind.CHANGE),
        ("−3", BarKind.LATEST),
        ("−58", BarKind.NEEDED),
    ]
    assert drawn.zero == 23.68  # 18 of 18 + 58
    assert [bar.height for bar in drawn.bars] == [23.68, 22.37, 3.95, 76.32]
    assert [round(bar.top, 2) for bar in drawn.bars] == [0.0, 1.31, 23.68, 23.68]


def test_a_pace_over_two_quarters_has_two_bars():
    made = found(WANTED, quarter="FY2016-17Q2")
    drawn = quarter_bars(made.quarter_changes, made.needed_pace)
    assert [bar.text for bar in drawn.bars] == ["+18", "+17", "−30.5", "−30.5"]
    assert [bar.quarter.id for bar in drawn.bars][-1] == "FY2016-17Q4"
    without = quarter_bars(made.quarter_changes, None)
    assert [bar.kind for bar in without.bars] == [BarKind.CHANGE, BarKind.LATEST]


def test_the_funnel_has_every_authority_and_limits_within_its_frame():
    counts = [(50 + n % 3, 1000 + 10 * n) for n in range(24)]
    made = funnel(PERCENT, figures(counts), COUNCIL.id)
    drawn = funnel_plot(made, PERCENT, 1)
    assert len(drawn["points"]) == 24
    assert drawn["points"][0][2] == COUNCIL.id
    assert [curve["kind"] for curve in drawn["curves"]] == ["far", "near", "near", "far"]
    every = [at for curve in drawn["curves"] for at in curve["at"]]
    assert all(0 <= part <= 100 for at in [*every, *drawn["points"]] for part in at[:2])
    assert Decimal(drawn["up"][0][1].rstrip("%")) <= 5
