"""Earlier years, an average so far and an even pace, in the worked numbers of their rules."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.forecast import Method
from dashboard.domain.judgements.outlook_chance import Chance
from tests.build import PERCENT, REVIEWS, finding, record, target

COUNT = {"unit": Unit.COUNT, "per": "", "noun": ""}
AVERAGE = {"basis": Basis.YEAR_TO_DATE_AVERAGE, **PERCENT}
TOTAL = {"basis": Basis.YEAR_TO_DATE, **COUNT}


def earlier(*pairs, quarter="Q2", end="Q4"):
    """A quarter and the year's end of as many years before 2016/17."""
    first = 2016 - len(pairs)
    return {
        f"FY{year}-{year - 1999}{part}": Decimal(str(value))
        for year, pair in enumerate(pairs, start=first)
        for part, value in zip((quarter, end), pair, strict=True)
    }


def outlook(figures, quarter="FY2016-17Q2", **more):
    return finding(quarter, record(figures, **more)).outlook


def numbers(found):
    return tuple(round(float(n), 4) for n in (found.centre, found.low, found.high))


THREE = earlier((160, 400), (150, 390), (168, 405)) | {"FY2016-17Q2": Decimal(170)}


def test_two_years_give_a_centre_and_no_interval():
    figures = earlier((110, 400), (115, 410)) | {"FY2016-17Q2": Decimal(112)}
    found = outlook(figures, targets=(target(TargetRule.AT_LEAST, "390"),), **TOTAL)
    assert round(float(found.centre), 4) == 403.2885
    assert (found.low, found.high, found.chance) == (None, None, Chance.NONE)
    assert found.method is Method.EARLIER_YEARS
    assert found.said == "about 403 if it moves as it has in earlier years"
    assert found.sentence == f"Outlook for 2016/17: {found.said}"


def test_three_years_give_an_interval():
    found = outlook(THREE, **TOTAL)
    assert numbers(found) == (425.6071, 390.5568, 460.6574)
    assert found.said == "about 426 (8 in 10: 391 to 461) if it moves as it has in earlier years"
    assert (found.figures, found.terms) == (
        "about 426 (391 to 461)",
        "8 in 10, if it moves as it has in earlier years",
    )
    assert found.brief == "about 426 by year end (8 in 10: 391 to 461)"


def test_an_average_may_end_below_where_it_stands():
    pairs = ((85.0, 84.0), (88.0, 86.5), (84.5, 84.0))
    found = outlook(earlier(*pairs) | {"FY2016-17Q2": Decimal("86.0")}, **AVERAGE)
    assert numbers(found) == (85.0045, 83.9621, 86.0468)
    assert found.said == (
        "about 85.0% (8 in 10: 84.0% to 86.0%) if it moves as it has in earlier years"
    )


def test_an_average_of_fewer_years_is_the_average_so_far():
    figures = earlier((85.0, 84.0), (88.0, 86.5)) | {"FY2016-17Q2": Decimal("86.0")}
    found = outlook(figures, **AVERAGE)
    assert (found.method, found.centre, found.low) == (Method.AVERAGE_SO_FAR, 86, None)
    assert found.said == "about 86.0%, the average so far"


def test_an_even_pace_is_named_and_has_no_interval():
    found = outlook(REVIEWS, "FY2016-17Q3", basis=Basis.YEAR_TO_DATE, **PERCENT)
    assert (round(float(found.centre), 4), found.low, found.high) == (82.1333, None, None)
    assert found.method is Method.EVEN_PACE
    assert found.sentence == "Outlook for 2016/17: about 82% at an even pace"


def quarters(year, values):
    return {
        f"FY{year}-{year - 1999}Q{n}": Decimal(str(value))
        for n, value in enumerate(values, start=1)
    }


def test_quarters_of_a_count_are_added_up():
    """So far 490,900; the year before ended at 562,768 ÷ 490,900 times its first three."""
    figures = quarters(2015, (200000, 150000, 140900)) | {"FY2015-16": Decimal(562768)}
    figures |= quarters(2016, (210000, 150000, 130900))
    found = outlook(figures, "FY2016-17Q3", basis=Basis.PERIOD, **COUNT)
    assert round(float(found.centre)) == 562768
    assert found.is_for_whole_year
    assert found.said == "about 563,000 for the year if it moves as it did in 2015/16"


def test_a_year_without_its_own_row_is_the_sum_of_its_quarters():
    """460 ÷ 210 × 220, never Q4 alone."""
    figures = quarters(2015, (100, 110, 120, 130)) | quarters(2016, (105, 115))
    found = outlook(figures, basis=Basis.PERIOD, **COUNT)
    assert round(float(found.centre), 4) == 481.9048


@pytest.mark.parametrize(
    ("figures", "more", "why"),
    [
        (
            quarters(2015, (62, 60, 64, 62))
            | {"FY2015-16": Decimal(62)}
            | quarters(2016, (61, 63)),
            {"basis": Basis.PERIOD},
            "its quarters do not add up to a year",
        ),
        (
            quarters(2015, (62, 60, 64, 62)) | quarters(2016, (61, 63)),
            {"basis": Basis.PERIOD},
            "no stated year tells whether its quarters add up to one",
        ),
        (
            quarters(2016, (61, 63)),
            {"basis": Basis.PERIOD, **COUNT},
            "no earlier year is known by quarter",
        ),
        (
            quarters(2015, (62, 60, 64, 62)) | {"FY2016-17Q2": Decimal(63)},
            {"basis": Basis.PERIOD, **COUNT},
            "a quarter of this year is missing, or not comparable with the others",
        ),
        (
            quarters(2016, (61, 63)),
            {"basis": Basis.PERIOD, **PERCENT},
            "its quarters do not add up to a year",
        ),
        (
            {"FY2016-17Q2": Decimal(112)},
            {**TOTAL, "seasonal": True},
            "it is seasonal, and no earlier year is known by quarter",
        ),
        (
            earlier((160, 400), (150, 390)) | {"FY2016-17Q2": Decimal(170)},
            {"seasonal": True, **COUNT},
            "it is seasonal, and it takes three earlier years to know its season",
        ),
        (
            quarters(2016, (61, 63)),
            {"basis": Basis.ROLLING_12M, "seasonal": True, **COUNT},
            "it is marked seasonal, and a figure for twelve months has no season",
        ),
        (
            quarters(2016, (85, 84)),
            {"basis": Basis.YEAR_TO_DATE, **PERCENT},
            "it fell within 2016/17, which a total so far cannot: is it a running average?",
        ),
        (
            quarters(2016, (85, 86)),
            {"basis": Basis.YEAR_TO_DATE, **PERCENT},
            "at this rate it would pass 100%, which a share so far cannot: "
            "is it a running average?",
        ),
        (
            earlier((0, 400), (115, 410)) | {"FY2016-17Q2": Decimal(112)},
            TOTAL,
            "a figure at this quarter is zero or less, so earlier years give no ratio",
        ),
        (
            {"FY2016-17Q2": Decimal(0)},
            TOTAL,
            "there is nothing so far this year to go by",
        ),
        (
            quarters(2016, (61, 63)),
            {"basis": Basis.UNSTATED},
            "the report does not say over what period its quarters run",
        ),
        (
            quarters(2016, (61, 63)),
            {"basis": Basis.ROLLING_36M},
            "a figure for three years hardly moves within one",
        ),
    ],
)
def test_where_there_is_none_it_says_why(figures, more, why):
    found = outlook(figures, **more)
    assert found.sentence == f"No outlook for 2016/17: {why}"
    assert (found.method, found.centre, found.low, found.figures) == (None, None, None, "")
    assert found.reason.rule == why


def test_a_rate_that_its_years_say_adds_up_is_added_up():
    """62 + 60 + 64 + 62 = 248, stated as 249: 249 ÷ 122 × 124."""
    figures = quarters(2015, (62, 60, 64, 62)) | {"FY2015-16": Decimal(249)}
    found = outlook(figures | quarters(2016, (61, 63)), basis=Basis.PERIOD)
    assert round(float(found.centre), 4) == 253.0820


def test_a_seasonal_state_goes_by_its_earlier_years():
    assert numbers(outlook(THREE, seasonal=True, **COUNT)) == (425.6071, 390.5568, 460.6574)


def test_a_total_never_ends_below_what_it_has_reached():
    """Ratios 1.0102, 1.0303 and 1.06; the interval would begin at 58.7, below the 60 so far."""
    pairs = ((98, 99), (99, 102), (100, 106))
    found = outlook(earlier(*pairs) | {"FY2016-17Q2": Decimal(60)}, **TOTAL)
    assert numbers(found) == (62.0101, 60.0, 65.2829)


def test_rounding_puts_no_total_below_what_it_has_reached():
    pairs = ((9800, 9812), (9900, 9912), (10000, 10400))
    found = outlook(earlier(*pairs) | {"FY2016-17Q2": Decimal(6004)}, **TOTAL)
    assert found.figures == "about 6,090 (6,004 to 6,380)"


def test_a_share_never_ends_above_the_whole():
    pairs = ((60, 95), (62, 96), (58, 97))
    more = {"basis": Basis.YEAR_TO_DATE, **PERCENT}
    found = outlook(earlier(*pairs) | {"FY2016-17Q2": Decimal("61.5")}, **more)
    assert numbers(found)[2] == 100


def test_years_that_all_went_alike_give_no_interval():
    pairs = ((110, 330), (120, 360), (130, 390))
    found = outlook(earlier(*pairs) | {"FY2016-17Q2": Decimal(112)}, **TOTAL)
    assert (round(float(found.centre), 4), found.low) == (336, None)


def test_an_incomplete_year_is_left_out():
    figures = earlier((110, 400), (115, 410)) | {"FY2013-14Q2": Decimal(50)}
    figures |= {"FY2012-13": Decimal(300), "FY2016-17Q2": Decimal(112)}
    assert round(float(outlook(figures, **TOTAL).centre), 4) == 403.2885


def test_no_earlier_year_reaches_over_a_break():
    made = record(THREE, **TOTAL)
    rows = tuple(
        replace(row, mark="b") if row.period.id == "FY2014-15Q2" else row
        for row in made.observations
    )
    found = finding("FY2016-17Q2", replace(made, observations=rows)).outlook
    assert round(float(found.centre), 4) == 425.9107, "of 390/150 and 405/168 alone"
    rows = tuple(
        replace(row, mark="b") if row.period.id == "FY2016-17Q2" else row
        for row in made.observations
    )
    found = finding("FY2016-17Q2", replace(made, observations=rows)).outlook
    assert (found.method, found.centre) == (Method.EVEN_PACE, 340)


def test_a_profile_for_the_quarter_does_not_stand_for_the_year():
    """At Q2 the profile of 160 is met; the year's 480 lies beyond the interval."""
    wanted = (
        target(TargetRule.AT_LEAST, "160", period="FY2016-17Q2"),
        target(TargetRule.AT_LEAST, "480"),
    )
    found = outlook(THREE, targets=wanted, **TOTAL)
    assert found.chance is Chance.UNLIKELY
    assert found.sentence.endswith("in earlier years; unlikely to meet the target")
