"""Each way of looking ahead, reckoned by hand, with the numbers it tells to whoever asks why."""

import pytest

from dashboard.domain.facts.indicator import Basis, Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Symbol
from dashboard.domain.judgements.outlook import SOURCE, Chance
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record

CURRENCY = {"unit": Unit.CURRENCY, "noun": "", "per": ""}


def outlook(figures, quarter="FY2016-17Q3", **more):
    return finding(quarter, record(figures, **more)).outlook


def ends(found, digits=1):
    return tuple(round(float(value), digits) for value in (found.low, found.centre, found.high))


def earlier_years(*pairs):
    """Third quarter and year end of as many years before 2016/17."""
    first = 2016 - len(pairs)
    return {
        f"FY{year}-{year - 1999}{quarter}": value
        for year, pair in enumerate(pairs, start=first)
        for quarter, value in zip(("Q3", ""), pair, strict=True)
    }


def test_by_the_shares_of_earlier_years():
    """Shares 0.70, 0.75, 0.80: mean 0.75, 1.8856 × 0.05 × √(1 + 1/3) = 0.1089 either way."""
    figures = earlier_years(("70", "100"), ("72", "96"), ("80", "100")) | {"FY2016-17Q3": "60"}
    found = outlook(figures, basis=Basis.YEAR_TO_DATE)
    assert ends(found) == (69.9, 80.0, 93.6)
    assert found.indicative is True
    assert found.reason.numbers == (("earlier years’ shares by now", "0.700, 0.750, 0.800"),)
    assert found.reason.rule.startswith("The figure so far, divided by the share of the year")
    assert found.reason.source == SOURCE


def test_from_five_figures_on_it_is_not_indicative():
    years = [("70", "100"), ("72", "96"), ("80", "100"), ("70", "100"), ("80", "100")]
    made = {"FY2016-17Q3": "60"}
    more = {"basis": Basis.YEAR_TO_DATE}
    assert outlook(earlier_years(*years) | made, **more).indicative is False
    assert outlook(earlier_years(*years[:4]) | made, **more).indicative is True


def test_earlier_years_that_reached_too_different_shares_tell_nothing():
    years = earlier_years(("10", "100"), ("90", "100"), ("20", "100"))
    found = outlook(years | {"FY2016-17Q3": "60"}, basis=Basis.YEAR_TO_DATE)
    assert found.centre is None
    assert found.sentence == (
        "No outlook for 2016/17: earlier years reached too different shares of their total by now"
    )


def test_the_year_never_ends_below_what_it_has_reached():
    years = earlier_years(("98", "100"), ("99", "100"), ("100", "100"))
    found = outlook(years | {"FY2016-17Q3": "60"}, basis=Basis.YEAR_TO_DATE)
    assert ends(found)[0] == 60.0, "60 ÷ 1.01 would be 59.3"


def test_by_the_quarters_of_the_year_so_far():
    """Quarters of 22.7, 15.3 and 23.6: 61.6 + 20.53, and 9.92 either way."""
    found = outlook(REVIEWS, basis=Basis.YEAR_TO_DATE, **PERCENT)
    assert ends(found) == (72.2, 82.1, 92.0)
    assert found.reason.numbers == (("added by each quarter so far", "22.7, 15.3, 23.6"),)
    assert found.reason.rule.startswith("The figure so far, and for each quarter to come the mean")
    assert found.reason.rule.endswith("added, with their spread.")


def test_a_quarter_that_is_missing_leaves_too_few():
    figures = {"FY2016-17Q1": "22.7", "FY2016-17Q3": "61.6"}
    found = outlook(figures, basis=Basis.YEAR_TO_DATE)
    assert found.sentence == (
        "No outlook for 2016/17: it takes 3 quarters of the year, or of 3 earlier years"
    )


def test_a_state_moves_as_its_quarters_have():
    """Steps of +4 and −3 with two quarters to go: 1.8856 × 3.5355 × √2 = 9.43 either way."""
    figures = {"FY2015-16Q4": "100", "FY2016-17Q1": "104", "FY2016-17Q2": "101"}
    found = outlook(figures, "FY2016-17Q2", noun="")
    assert ends(found, 2) == (91.57, 101.0, 110.43)
    assert (found.count, found.counts) == (None, None)
    assert found.indicative is True
    assert found.reason.numbers == (("from quarter to quarter", "+4.0, -3.0"),)
    assert found.reason.rule.startswith("The latest figure as it is, ")
    assert found.sentence == "2016/17 ends at about 101.0 (91.6 to 110.4), indicative"


def test_a_state_may_fall_below_zero_and_a_count_of_people_may_not():
    quarters = ("FY2016-17Q1", "FY2016-17Q2", "FY2016-17Q3")
    growth = outlook(dict(zip(quarters, ("9", "-9", "1"), strict=True)))
    assert growth.low < -10
    people = outlook(dict(zip(quarters, (("9.0", 9), ("1.0", 1), ("2.0", 2)), strict=True)))
    assert people.centre is None, "2 children tell the population too roughly"
    falling = {"FY2016-17Q1": ("900", 900), "FY2016-17Q2": ("10", 10), "FY2016-17Q3": ("11", 11)}
    people = outlook(falling)
    assert people.counts[0] == 0


def test_people_are_told_beside_their_rate():
    found = outlook(LOOKED_AFTER)
    assert [round(float(end), 1) for end in (found.count, *found.counts)] == [501.0, 477.4, 524.6]
    assert ends(found) == (166.5, 174.7, 182.9)
    assert found.chance is Chance.NONE
    assert found.sentence == "2016/17 ends at about 501 (477 to 525), indicative"


def test_a_count_without_a_close_denominator_has_no_outlook():
    figures = {f"FY2016-17Q{n}": ("5.0", 50 + n) for n in (1, 2, 3)}
    found = outlook(figures)
    assert (found.year, found.centre) == (parse("FY2016-17"), None)
    assert found.sentence == (
        "No outlook for 2016/17: the count’s denominator is not known closely enough"
    )


LAST_YEARS = {
    f"FY{year}-{year - 1999}Q{n}": str(value)
    for year, values in ((2014, (80, 200, 100, 70)), (2015, (100, 200, 130, 70)))
    for n, value in enumerate(values, start=1)
}
THIS_YEAR = {"FY2016-17Q1": "110", "FY2016-17Q2": "220"}


def test_quarters_that_stand_alone_go_by_last_years_remaining_ones():
    """Six ratios with mean ln 1.119: 330 so far, and 200 × 1.119 to come."""
    figures = LAST_YEARS | {"FY2014-15": "450", "FY2015-16": "500"} | THIS_YEAR
    found = outlook(figures, "FY2016-17Q2", basis=Basis.PERIOD, **CURRENCY)
    assert ends(found) == (517.8, 553.9, 596.8)
    assert found.indicative is False
    assert found.reason.numbers == (
        ("so far", "330"),
        ("the same quarters to come, last year", "200"),
        ("year on year", "× 1.119"),
    )
    assert found.reason.rule.startswith("The quarters so far, and last year’s remaining quarters")
    assert found.reason.rule.endswith("runs against last year.")
    assert found.sentence == "2016/17 ends at about £553.9 (£517.8 to £596.8)"


def test_four_ratios_are_enough_and_three_are_not():
    quarters = {key: value for key, value in LAST_YEARS.items() if "FY2015" in key}
    more = {"basis": Basis.PERIOD, **CURRENCY}
    two = outlook(quarters | THIS_YEAR | {"FY2014-15Q4": "70"}, "FY2016-17Q2", **more)
    assert two.sentence == (
        "No outlook for 2016/17: it takes 4 quarters with the same quarter a year before"
    )
    four = quarters | THIS_YEAR | {"FY2014-15Q4": "70", "FY2014-15Q3": "100"}
    assert outlook(four, "FY2016-17Q2", **more).centre is not None


@pytest.mark.parametrize("lacking", ["FY2016-17Q1", "FY2015-16Q4"])
def test_a_quarter_that_it_would_need_is_missed(lacking):
    figures = {key: value for key, value in (LAST_YEARS | THIS_YEAR).items() if key != lacking}
    found = outlook(figures, "FY2016-17Q2", basis=Basis.PERIOD, **CURRENCY)
    assert found.sentence == (
        "No outlook for 2016/17: a quarter of this year or of last year is not known"
    )


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"basis": Basis.UNSTATED}, "the report does not say over what period its quarters run"),
        ({"basis": Basis.ROLLING_36M}, "a total of three years hardly moves within one"),
        (
            {"basis": Basis.PERIOD, **PERCENT},
            "the quarters of such a figure do not add up to a year",
        ),
        ({"basis": Basis.SNAPSHOT}, "it takes 3 quarters in a row"),
    ],
)
def test_no_outlook_is_told_with_its_reason(more, why):
    found = outlook({"FY2016-17Q3": "19.1"}, **more)
    assert found.sentence == f"No outlook for 2016/17: {why}"
    assert (found.year, found.indicative, found.chance) == (parse("FY2016-17"), False, Chance.NONE)
    assert (found.centre, found.low, found.high) == (None, None, None)
    assert found.reason.rule == why


def test_a_yearly_figure_has_no_outlook():
    found = outlook({"FY2015-16": "10", "FY2016-17": "12"}, "FY2016-17Q4")
    assert found.sentence == "No outlook: the figure comes once a year"
    assert (found.year, found.centre) == (parse("FY2016-17"), None)
    assert found.reason.rule == "the figure comes once a year"


def test_a_symbol_in_place_of_the_figure_has_none():
    for period in ("FY2016-17Q3", "FY2016-17"):
        made = {period: Symbol.CONFIDENTIAL}
        quarter = "FY2016-17Q3" if "Q" in period else "FY2016-17Q4"
        assert outlook(made, quarter) is None


@pytest.mark.parametrize(("quarters", "indicative"), [(4, True), (5, False)])
def test_a_state_is_not_indicative_from_five_quarters_on(quarters, indicative):
    names = ("FY2015-16Q3", "FY2015-16Q4", "FY2016-17Q1", "FY2016-17Q2", "FY2016-17Q3")
    given = {name: str(100 + n) for n, name in enumerate(names)}
    found = outlook(dict(list(given.items())[-quarters:]))
    assert found.indicative is indicative


def test_a_share_of_nothing_stays_within_nothing_and_the_whole():
    """Steps of 1 and −1: 1.8856 either way of 0."""
    given = {"FY2016-17Q1": "0", "FY2016-17Q2": "1", "FY2016-17Q3": "0"}
    assert ends(outlook(given, **PERCENT), 2) == (0.0, 0.0, 1.89)
