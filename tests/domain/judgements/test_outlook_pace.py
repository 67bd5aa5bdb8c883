"""Pace and swing, in the worked numbers of its rule."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import Unit
from dashboard.domain.judgements.forecast import Method
from dashboard.domain.judgements.outlook_pace import pace_and_swing
from tests.build import LOOKED_AFTER, PERCENT, finding, record

COUNT = {"unit": Unit.COUNT, "per": "", "noun": ""}
REFERRALS = {
    "FY2015-16": ("888.8", 2549),
    "FY2016-17Q1": ("980.7", 2813),
    "FY2016-17Q2": ("1056.7", 3031),
    "FY2016-17Q3": ("1059.4", 3039),
}
SIX = dict(
    zip(
        ("FY2015-16Q1", "FY2015-16Q2", "FY2015-16Q3", "FY2015-16Q4", "FY2016-17Q1", "FY2016-17Q2"),
        map(Decimal, (40, 43, 45, 49, 52, 50)),
        strict=True,
    )
)


def outlook(figures, quarter="FY2016-17Q3", **more):
    return finding(quarter, record(figures, **more)).outlook


def counts(found):
    return tuple(round(float(end), 4) for end in found.counts)


def ends(found, places=4):
    return round(float(found.low), places), round(float(found.high), places)


def test_looked_after():
    assert counts(outlook(LOOKED_AFTER)) == (477.4180, 535.2487)
    at_second = outlook(LOOKED_AFTER, "FY2016-17Q2")
    assert counts(at_second) == (457.3143, 585.6857)


def test_a_count_is_divided_by_the_latest_denominator():
    made = record(LOOKED_AFTER)
    rows = tuple(replace(row, denominator=Decimal(28678)) for row in made.observations)
    found = finding("FY2016-17Q3", replace(made, observations=rows)).outlook
    assert ends(found) == (166.4753, 186.6409)


def test_referrals_of_twelve_months():
    more = {"basis": Basis.ROLLING_12M}
    assert counts(outlook(REFERRALS, **more)) == (2715.1791, 3526.1542)
    assert counts(outlook(REFERRALS, "FY2016-17Q2", **more)) == (2240.3210, 4303.6790)


def test_six_quarters_two_before_the_end():
    found = outlook(SIX, "FY2016-17Q2", **COUNT)
    assert ends(found) == (43.9507, 59.5493)
    assert (found.method, found.centre) == (Method.PACE_AND_SWING, None)
    rolling = outlook(SIX, "FY2016-17Q2", basis=Basis.ROLLING_12M, **COUNT)
    assert ends(rolling) == (42.5911, 60.9089)


def test_a_falling_pace_widens_the_lower_side():
    """Steps of −4 and −2, one quarter ahead: pace −3, swing 1.8856 × √10 = 5.9628."""
    found = pace_and_swing(50, [-4, -2], 1, rolling=False)
    assert (round(found.low, 4), round(found.high, 4)) == (41.0372, 55.9628)


def test_the_pace_is_that_of_the_last_four_steps():
    """Without the first step of 100 the pace is 1; the swing counts it."""
    found = pace_and_swing(0, [100, 1, 1, 1, 1], 1, rolling=False)
    assert round(found.high + found.low, 6) == 1


def test_figures_that_never_moved_have_no_interval():
    still = {f"FY2016-17Q{n}": "100" for n in (1, 2, 3)}
    found = outlook(still)
    assert (found.method, found.low) == (None, None)
    assert found.sentence == (
        "No outlook for 2016/17: its quarters have not moved, so its usual swing is not known"
    )


@pytest.mark.parametrize(("quarters", "indicative"), [(3, True), (4, True), (5, False)])
def test_fewer_than_four_steps_are_indicative(quarters, indicative):
    names = ("FY2015-16Q3", "FY2015-16Q4", "FY2016-17Q1", "FY2016-17Q2", "FY2016-17Q3")
    given = {name: str(100 + n) for n, name in enumerate(names)}
    found = outlook(dict(list(given.items())[-quarters:]))
    assert found.indicative is indicative
    assert ("indicative" in found.sentence) is indicative


def test_two_figures_are_too_few():
    figures = {"FY2016-17Q2": "10", "FY2016-17Q3": "12"}
    assert outlook(figures).sentence == (
        "No outlook for 2016/17: it takes two changes from one quarter to the next"
    )


def test_a_year_end_is_the_fourth_quarter_and_between_two_there_is_no_step():
    """Q3 to the year end and year end to Q1 are steps; a missing quarter gives none."""
    figures = {
        "FY2013-14": "60",
        "FY2014-15": "70",
        "FY2015-16Q3": "80",
        "FY2015-16": "90",
        "FY2016-17Q1": "95",
        "FY2016-17Q3": "97",
    }
    found = outlook(figures)
    assert found.reason.numbers[0] == ("changes from quarter to quarter", "+10.0, +5.0")


def test_no_step_reaches_over_a_break():
    figures = LOOKED_AFTER | {"FY2015-16Q3": ("150.0", 430)}
    made = record(figures)
    rows = tuple(
        replace(row, mark="b") if row.period.id == "FY2016-17Q1" else row
        for row in made.observations
    )
    found = finding("FY2016-17Q3", replace(made, observations=rows)).outlook
    assert found.reason.numbers[0][1] == "+17, −3"


def test_a_new_definition_leaves_too_few():
    made = record({"FY2015-16Q4": "9", "FY2016-17Q1": "8", "FY2016-17Q2": "7", "FY2016-17Q3": "5"})
    rows = (*made.observations[:-1], replace(made.observations[-1], mark="b"))
    found = finding("FY2016-17Q3", replace(made, observations=rows)).outlook
    assert found.sentence == (
        "No outlook for 2016/17: it takes two changes from one quarter to the next since the new "
        "definition from Q3 2016/17"
    )


def test_shares_and_counts_stay_within_what_they_can_be():
    """Steps of 1 and −1: 1.8856 either way of 0 and of 100, and a pace of 0."""
    low = outlook({"FY2016-17Q1": "0", "FY2016-17Q2": "1", "FY2016-17Q3": "0"}, **PERCENT)
    assert ends(low) == (0, 1.8856)
    high = outlook({"FY2016-17Q1": "100", "FY2016-17Q2": "99", "FY2016-17Q3": "100"}, **PERCENT)
    assert ends(high) == (98.1144, 100)
    falling = {"FY2016-17Q1": ("900", 900), "FY2016-17Q2": ("10", 10), "FY2016-17Q3": ("900", 900)}
    assert outlook(falling).counts[0] == 0


def test_money_may_fall_below_zero():
    figures = {"FY2016-17Q1": "9", "FY2016-17Q2": "1", "FY2016-17Q3": "2"}
    assert outlook(figures, unit=Unit.CURRENCY, per="", noun="").low < -5


def test_a_count_without_a_close_denominator_has_no_outlook():
    found = outlook({f"FY2016-17Q{n}": ("5.0", 50 + n * n) for n in (1, 2, 3)})
    assert found.sentence == (
        "No outlook for 2016/17: the count’s denominator is not known closely enough"
    )
