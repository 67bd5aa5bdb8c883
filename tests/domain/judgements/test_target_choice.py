"""Which target judges a figure: its own period's, its year's, or one that awaits its figure."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import TargetLevel, TargetRule
from dashboard.domain.judgements.standing import Rating
from dashboard.domain.judgements.target import TargetVerdict
from tests.build import LOOKED_AFTER, PERCENT, finding, record, target

AT_LEAST, AT_MOST = TargetRule.AT_LEAST, TargetRule.AT_MOST
COUNT = {"unit": Unit.COUNT, "per": "", "noun": "", "polarity": Polarity.HIGH}


def judged(given, *targets, quarter="FY2016-17Q3", **more):
    return finding(quarter, record(given, targets=targets, **more)).target


def counts(*values):
    return {f"FY2016-17Q{n}": Decimal(value) for n, value in enumerate(values, start=1)}


def test_a_quarters_own_target_judges_that_quarter():
    year = target(AT_MOST, "150")
    own = target(AT_MOST, "180", period="FY2016-17Q3")
    found = judged(LOOKED_AFTER, year, own)
    assert (found.verdict, found.target) == (TargetVerdict.MET, own)
    assert found.words == "5.3 below Q3 target"
    assert judged(LOOKED_AFTER, year).verdict is TargetVerdict.MISSED


def test_at_the_years_end_the_years_target_judges():
    """A fourth quarter of 20 meets its 15; the year of 140 misses its 150."""
    year = target(AT_LEAST, "150")
    own = target(AT_LEAST, "15", period="FY2016-17Q4")
    more = {"quarter": "FY2016-17Q4", "basis": Basis.PERIOD, **COUNT}
    found = judged(counts(40, 40, 40, 20), year, own, **more)
    assert (found.verdict, found.target) == (TargetVerdict.MISSED, year)
    assert found.words == "140 for the year, 10 below target"
    assert judged(counts(40, 40, 40, 20), own, **more).verdict is TargetVerdict.MET


@pytest.mark.parametrize("period", ["CY2015", "AY2014-15", "CY2013-2015"])
def test_a_target_may_be_for_any_kind_of_period(period):
    found = judged({period: "2.9"}, target(AT_MOST, "2.6", period=period), quarter="FY2015-16Q3")
    assert (found.verdict, found.words) == (TargetVerdict.MISSED, "0.3 above target")


def test_a_decrease_on_the_calendar_year_before():
    wanted = target(TargetRule.BELOW_REFERENCE, period="CY2015", printed="Decrease")
    found = judged({"CY2014": "3.0", "CY2015": "2.9"}, wanted, quarter="FY2015-16Q3")
    assert found.words == "below last year's 3.0"


def test_a_fourth_quarters_target_judges_a_state_stated_as_the_year():
    wanted = target(AT_MOST, "100", period="FY2016-17Q4")
    assert judged({"FY2016-17": "174.7"}, wanted, quarter="FY2016-17Q4").verdict is (
        TargetVerdict.MISSED
    )
    yearly = judged(
        {"FY2016-17": Decimal(400)}, wanted, quarter="FY2016-17Q4", basis=Basis.PERIOD, **COUNT
    )
    assert yearly.target is None


def test_a_target_whose_figure_is_awaited_says_so():
    found = judged({"FY2015-16": "174.7"}, target(AT_MOST, "150"), quarter="FY2016-17Q2")
    assert (found.verdict, found.words) == (
        TargetVerdict.NOT_YET,
        "awaits the figure for 2016/17",
    )


def test_a_minimum_alone_is_the_target_and_a_stretch_alone_is_none():
    def alone(level):
        return judged(LOOKED_AFTER, replace(target(AT_MOST, "150"), level=level))

    assert alone(TargetLevel.MINIMUM).verdict is TargetVerdict.MISSED
    assert alone(TargetLevel.STRETCH).verdict is TargetVerdict.NONE


@pytest.mark.parametrize(
    ("england", "verdict"), [("19.4", TargetVerdict.MET), ("19.0", TargetVerdict.MISSED)]
)
def test_an_area_is_judged_at_the_finer_precision(england, verdict):
    """19% is 19.0%: below 19.4%, and not below 19.0%."""
    found = judged(
        {"FY2016-17Q3": Decimal(19)},
        target(TargetRule.BELOW_AREA, reference="england", printed="Below England"),
        areas={"england": {"FY2015-16": england}},
        **PERCENT,
    )
    assert found.verdict is verdict
    assert found.words.endswith("within rounding") == (england == "19.4")


def test_where_neither_way_is_better_a_level_has_neither_sign_nor_colour():
    made = record(LOOKED_AFTER, targets=(target(AT_MOST, "150"),), polarity=Polarity.NEUTRAL)
    found = finding("FY2016-17Q3", made)
    assert (found.target_sign, found.target_status) == ("", "none")
    assert found.standing.rating is Rating.NO_JUDGEMENT
