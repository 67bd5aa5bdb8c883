"""Which series have a usual range, what is said of them, and what is said in its stead."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Judgement, Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import Symbol, TargetRule
from dashboard.domain.judgements.control_limits import Signal
from dashboard.domain.judgements.usual_range import SOURCE, Assurance, usual_range
from tests.build import finding, target
from tests.domain.judgements.quarterly import QUIET, STEADY, judged, quarters, rows_of, told

DRIFTING = [454, 461, 469, 466, 474, 480, 487, 491, 489, 498, 504, 501, 507, 512, 509, 516]
UNSTEADY = [49, 26, 32, 43, 11, 39, 25, 13, 20, 17, 33, 40, 25, 34]
FULL = [99, 97, 100, 96, 99, 98, 100, 97, 96, 99, 100, 97, 99, 98, 96, 100]


def with_break(made, period_id):
    """The record with a break in its series at a period."""
    rows = [
        replace(row, mark="b") if row.period.id == period_id else row for row in made.observations
    ]
    return replace(made, observations=tuple(rows))


def test_the_worked_example_stands_out_at_its_last_point():
    found = told(STEADY)
    assert (round(found.low, 4), round(found.high, 4)) == (Decimal("23.0900"), Decimal("37.9100"))
    assert found.signals == (*[None] * 15, Signal.OUTSIDE)
    assert [(s, [p.period.id for p in points]) for s, points in found.fired] == [
        (Signal.OUTSIDE, ["FY2016-17Q4"])
    ]
    assert found.judgement is Judgement.WORSE
    assert found.sentence == (
        "Unusual for this series: above its usual range in Q4 2016/17, which is worse"
    )
    assert found.reason.numbers == (
        ("figures", "16, Q1 2013/14 to Q4 2016/17"),
        ("mean step", "2.79"),
        ("mean", "30.50"),
        ("usual range", "23.09 to 37.91"),
    )
    assert found.reason.source == SOURCE


def test_a_drifting_series_has_no_limits_no_rings_and_no_verdict():
    found = told(DRIFTING, targets=(target(TargetRule.AT_MOST, "600"),), basis=Basis.SNAPSHOT)
    assert found.sentence == (
        "One average does not describe these figures: they drift from quarter to quarter"
    )
    assert (found.limits, found.low, found.high) == (None, None, None)
    assert (found.signals, found.fired) == ((), ())
    assert (found.judgement, found.assurance) == (Judgement.NONE, Assurance.NONE)
    assert found.reason.numbers == (
        ("next to one another, less than 0.3", "0.66"),
        ("a year apart, less than 0.4", "0.27"),
        ("figures that stand out, at most half", "16 of 16"),
    )


def test_a_quiet_series():
    found = told(QUIET)
    assert found.sentence == "Within its usual range: no sign of change"
    assert found.judgement is Judgement.SAME
    assert told([39, *STEADY[:-1]]).sentence == (
        "Within its usual range: no sign of change in the latest figure; 1 earlier one stands out"
    )


@pytest.mark.parametrize(
    ("polarity", "judgement", "end"),
    [
        (Polarity.LOW, Judgement.WORSE, ", which is worse"),
        (Polarity.HIGH, Judgement.BETTER, ", which is better"),
        (Polarity.NEUTRAL, Judgement.NONE, "in Q4 2016/17"),
    ],
)
def test_polarity_decides_which_it_is(polarity, judgement, end):
    found = told(STEADY, polarity=polarity)
    assert found.judgement is judgement
    assert found.sentence.endswith(end)


@pytest.mark.parametrize(
    ("ends", "judgement", "sentence"),
    [
        ((41, 41), Judgement.WORSE, "above its usual range since Q3 2016/17, which is worse"),
        ((41, 42), Judgement.WORSE, "above its usual range since Q3 2016/17, which is worse"),
        ((42, 41), Judgement.NONE, "Still above its usual level, falling"),
        ((19, 18), Judgement.BETTER, "below its usual range since Q3 2016/17, which is better"),
        ((18, 19), Judgement.NONE, "Still below its usual level, rising"),
    ],
)
def test_better_or_worse_only_if_the_latest_step_does_not_go_the_other_way(
    ends, judgement, sentence
):
    found = told([*STEADY[:-1], *STEADY[:-3], *ends])
    assert found.signals[-1] is Signal.OUTSIDE
    assert found.judgement is judgement
    assert found.sentence.endswith(sentence)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            [10, 13, 8, 12, 11, 13, 9, 12, 10, 13, 8, 12, 15, 16, 13, 16, 15, 16, 16],
            "above its average for 7 quarters running, since Q2 2015/16, which is worse",
        ),
        (
            [20, 17, 22, 18, 19, 17, 21, 18, 20, 17, 22, 18, 15, 14, 17, 14, 15, 14, 14],
            "below its average for 7 quarters running, since Q2 2015/16, which is better",
        ),
        (
            [*UNSTEADY, 44, 16, 20, 23, 26, 28, 31, 33, 35],
            "higher every quarter since Q1 2015/16, which is worse",
        ),
        (
            [*UNSTEADY, 16, 44, 35, 33, 31, 28, 26, 23, 20],
            "lower every quarter since Q1 2015/16, which is better",
        ),
        (
            [26, 30, 28, 26, 33, 28, 26, 26, 32, 30, 27, 32, 34, 28, 31, 27, 30, 36, 36],
            "two of its last three figures are near the top of its usual range, which is worse",
        ),
        (
            [30, 34, 28, 28, 33, 32, 32, 27, 31, 31, 33, 29, 33, 32, 28, 33, 30, 24, 24],
            "two of its last three figures are near the bottom of its usual range, which is better",
        ),
    ],
)
def test_what_is_unusual_is_said_with_its_beginning(values, sentence):
    assert told(values).sentence == f"Unusual for this series: {sentence}"


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"seasonal": True}, "the figure follows the seasons"),
        ({"basis": Basis.YEAR_TO_DATE}, "the figure builds up from April"),
        ({"basis": Basis.YEAR_TO_DATE, "seasonal": True}, "the figure builds up from April"),
        ({"basis": Basis.YEAR_TO_DATE_AVERAGE}, "each figure takes in all months since April"),
        ({"basis": Basis.ROLLING_12M}, "each figure shares months with the one before"),
        ({"basis": Basis.ROLLING_36M}, "each figure shares months with the one before"),
        ({"basis": Basis.UNSTATED}, "the report does not say over what period its quarters run"),
    ],
)
def test_only_snapshots_and_figures_for_the_period_have_one(more, why):
    found = told(STEADY, **more)
    assert found.limits is None
    assert found.sentence == f"No usual range: {why}"


@pytest.mark.parametrize("more", [{"basis": Basis.SNAPSHOT}, {"unit": Unit.CURRENCY}])
def test_a_snapshot_and_money_may_have_one(more):
    assert told(STEADY, **more).limits is not None


def test_sixteen_in_a_row_are_needed():
    assert told(QUIET[1:]).sentence == (
        "Too few figures for a usual range: 15 quarters in a row so far, 16 needed"
    )
    assert told(QUIET[1:]).limits is None
    assert told(QUIET).limits is not None


@pytest.mark.parametrize("gap", [None, Symbol.CONFIDENTIAL])
def test_a_quarter_without_a_figure_ends_the_row(gap):
    found = told([*QUIET, gap, *QUIET[:5]])
    assert len(found.points) == 5
    assert found.limits is None
    assert len(told([30, gap, *QUIET]).points) == 16


def test_the_row_starts_at_a_break():
    made = rows_of(quarters([300, 310, 290, *QUIET]))
    found = judged(with_break(made, "FY2013-14Q1"))
    assert found.points[0].period.id == "FY2013-14Q1"
    assert found.limits.mean == Decimal("29.9375")
    later = judged(with_break(made, "FY2015-16Q1"))
    assert later.sentence == (
        "Too few figures for a usual range: "
        "8 quarters in a row since the last break in the series so far, 16 needed"
    )


@pytest.mark.parametrize("anew", [date(2013, 4, 1), date(2013, 6, 30)])
def test_limits_may_start_anew(anew):
    made = rows_of(quarters([300, 310, 290, *QUIET]))
    found = judged(made, anew=anew)
    assert len(found.points) == 16
    assert found.limits.mean == Decimal("29.9375")
    few = judged(made, anew=date(2014, 1, 1))
    assert few.limits is None
    assert few.sentence.startswith(
        "Too few figures for a usual range: 13 quarters in a row since its limits started anew"
    )


def test_years_have_none_and_do_not_count_among_quarters():
    assert judged(rows_of({f"CY{2000 + n}": str(v) for n, v in enumerate(STEADY)})) is None
    mixed = quarters(STEADY) | {"FY2014-15": "500", "FY2015-16": "500"}
    assert len(judged(rows_of(mixed)).points) == 16


def test_the_year_end_of_a_snapshot_is_its_fourth_quarter():
    given = quarters(STEADY)
    given["FY2014-15"] = given.pop("FY2014-15Q4")
    assert len(judged(rows_of(given, basis=Basis.SNAPSHOT)).points) == 16
    assert len(judged(rows_of(given)).points) == 8


def test_without_a_figure_there_is_nothing_to_say():
    assert judged(rows_of({"FY2016-17Q4": Symbol.CONFIDENTIAL})) is None
    assert judged(rows_of({})) is None


def test_figures_that_do_not_vary_have_none():
    assert told([4] * 16).sentence == "No usual range: the figures do not vary"


def test_figures_of_nothing_are_figures():
    assert told([0, 1, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0]).limits.mean == Decimal("0.4375")


@pytest.mark.parametrize(
    ("values", "more", "ends"),
    [
        ([1, 0, 2, 0, 1, 3, 0, 1, 0, 2, 1, 0, 3, 0, 1, 0], {}, ("0.0", "5.4")),
        (FULL, {"unit": Unit.PERCENT}, ("92.0", "100.0")),
        ([1, -1, 2, 0, 1, -3, 0, 1, 0, 2, 1, 0, -3, 0, 1, 0], {}, ("-5.0", "5.3")),
        ([1, 0, 2, 0, 1, 3, 0, 1, 0, 2, 1, 0, 3, 0, 1, 0], {"unit": Unit.SCORE}, ("-3.5", "5.4")),
    ],
)
def test_no_limit_is_shown_where_no_figure_can_be(values, more, ends):
    found = told(values, **more)
    assert (f"{found.low:.1f}", f"{found.high:.1f}") == ends


def test_a_latest_figure_that_goes_another_way_than_the_long_run_is_explained():
    """40 in Q4 2015/16 was higher still, and 39 is above the usual range all the same."""
    values = [*QUIET, *STEADY[:-5], 45, 28, 30, 32, 41]
    made = finding("FY2016-17Q4", rows_of(quarters(values)))
    assert made.deciding.change.amount == -4
    assert made.usual_range.sentence == (
        "Unusual for this series: above its usual range in Q4 2016/17, which is worse, "
        "though Q4 2016/17 is lower than Q4 2015/16"
    )


def test_a_change_of_more_than_chance_within_the_usual_range_is_explained():
    made = finding("FY2016-17Q4", rows_of(quarters(QUIET)))
    line = made.known.main
    found = usual_range(made.indicator, line, made.target, made.deciding, beyond_chance=True)
    assert found.sentence == (
        "Within its usual range, though the change on Q4 2015/16 is more than chance"
    )
    plain = usual_range(made.indicator, line, made.target, made.deciding)
    assert plain.sentence == "Within its usual range: no sign of change"
