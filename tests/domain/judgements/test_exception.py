from decimal import Decimal

from dashboard.domain.facts.indicator import Basis, Polarity
from dashboard.domain.facts.record import TargetRule
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target

AT_MOST = (target(TargetRule.AT_MOST, "153.8", 443),)


def standing(given, quarter="FY2016-17Q3", **more):
    return finding(quarter, record(given, **more)).standing


def test_missed_and_worse():
    found = standing(LOOKED_AFTER, targets=AT_MOST)
    assert (found.missed, found.worse, found.is_exception) == (True, True, True)
    assert round(found.distance, 3) == Decimal("0.136")


def test_worse_alone_is_an_exception():
    found = standing(LOOKED_AFTER)
    assert (found.missed, found.worse, found.is_exception) == (False, True, True)
    assert round(found.distance, 3) == Decimal("0.073"), "11.9 from last year end's 162.8"


def test_the_same_as_last_year_is_not_worse():
    found = standing({"FY2015-16": "19.1", "FY2016-17Q3": "19.1"})
    assert (found.worse, found.judged) == (False, True)


def test_year_to_date_goes_by_the_projected_year_end():
    more = {"basis": Basis.YEAR_TO_DATE, **PERCENT}
    assert not standing(REVIEWS, **more).is_exception, "61.6 so far, 82.1 projected, against 54"
    assert standing({**REVIEWS, "FY2016-17Q3": "40"}, **more).is_exception, "53.3 projected"


def test_a_seasonal_figure_goes_by_the_same_quarter():
    given = {"FY2015-16": "10", "FY2015-16Q3": "30", "FY2016-17Q3": "20"}
    assert standing(given).is_exception
    assert not standing(given, seasonal=True).is_exception


def test_neutral_is_an_exception_only_out_of_range():
    more = {"polarity": Polarity.NEUTRAL}
    assert not standing(LOOKED_AFTER, targets=AT_MOST, **more).is_exception
    ranged = (target(TargetRule.BETWEEN, "100", upper="120"),)
    assert standing(LOOKED_AFTER, targets=ranged, **more).is_exception


def test_nothing_to_go_by_is_not_fine():
    found = standing({"FY2016-17Q3": "174.7"})
    assert (found.is_exception, found.judged) == (False, False)
    assert found.label == "Cannot judge"


def test_order_missed_and_worse_then_missed_then_worse_then_the_rest():
    missed_worse = standing(LOOKED_AFTER, targets=AT_MOST)
    further = standing(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "100"),))
    missed = standing({"FY2015-16": "200", "FY2016-17Q3": "190"}, targets=AT_MOST)
    worse = standing(LOOKED_AFTER)
    rest = standing({"FY2015-16": "200", "FY2016-17Q3": "190"})
    zero = standing({"FY2015-16": "0", "FY2016-17Q3": "1"})
    given = [rest, worse, zero, missed, missed_worse, further]
    assert sorted(given, key=lambda s: s.order) == [
        further,
        missed_worse,
        missed,
        worse,
        zero,
        rest,
    ]


def test_a_neutral_figure_is_judged_by_its_range_alone():
    more = {"polarity": Polarity.NEUTRAL}
    within = (target(TargetRule.BETWEEN, "150", upper="200"),)
    found = standing(LOOKED_AFTER, targets=within, **more)
    assert (found.missed, found.worse, found.judged, found.distance) == (False, False, True, 0)
    beyond = standing(
        LOOKED_AFTER, targets=(target(TargetRule.BETWEEN, "100", upper="120"),), **more
    )
    assert (beyond.missed, beyond.worse, beyond.judged) == (True, False, True)
    assert round(beyond.distance, 3) == Decimal("0.456"), "54.7 above 120"
    level = standing(LOOKED_AFTER, targets=AT_MOST, **more)
    assert (level.missed, level.judged) == (False, False)
    open_range = standing(LOOKED_AFTER, targets=(target(TargetRule.BETWEEN, "100"),), **more)
    assert open_range.judged is False


def test_a_distance_from_nothing_cannot_be_told():
    at_zero = standing(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "0"),))
    assert (at_zero.missed, at_zero.distance) == (True, None)
    assert standing({"FY2015-16": "0", "FY2016-17Q3": "1"}).distance is None
    assert standing({"FY2016-17Q3": "1"}).distance == 0
