from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.checks.figures import check_figures
from dashboard.domain.checks.populations import implied_pairs
from dashboard.domain.checks.result import CheckVerdict
from dashboard.domain.facts.indicator import Basis, Origin
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Symbol, TargetLevel, TargetRule
from tests.build import (
    LOOKED_AFTER,
    PERCENT,
    indicator,
    observation,
    record,
    series,
    target,
)

Q3 = parse("FY2016-17Q3")
FITS, DIFFERS, MISSING, RESOLVED, CANNOT = CheckVerdict
REFERRALS = {"FY2015-16": ("884.8", 2549), "FY2016-17Q3": ("1059.4", 3039)}


def checked(made, quarter=Q3, beside=True):
    others = [record(REFERRALS, id="referrals")] if beside else []
    pairs = implied_pairs([made, *others], quarter)
    return check_figures(made, quarter, pairs)


def figures(made, quarter=Q3):
    return {check.about: check for check in checked(made, quarter)}


def aimed(level, count, figures=LOOKED_AFTER, **changes):
    return record(figures, targets=(target(TargetRule.AT_MOST, level, count),), **changes)


def test_a_quarter_s_own_target_is_of_last_years_population_too():
    """443 at 153.8 fits 2015/16, whether it is for 2016/17 or for its third quarter."""
    year, quarter = (
        target(TargetRule.AT_MOST, "153.8", 443, period=period)
        for period in ("FY2016-17", "FY2016-17Q3")
    )
    minimum = replace(year, level=TargetLevel.MINIMUM)
    found = figures(record(LOOKED_AFTER, targets=(year, quarter, minimum)))
    for about in ("Target 2016/17", "Target Q3 2016/17", "Minimum 2016/17"):
        assert found[about].sentence == (
            "Count and rate fit the population of 2015/16; at Q3 2016/17’s, 443 would be 154.4"
        )


@pytest.mark.parametrize(
    ("level", "verdict", "fit", "implies"),
    [
        # 442.5 ÷ 153.85 to 443.5 ÷ 153.75; last year's 469 ÷ 162.85 to 469 ÷ 162.75.
        ("153.8", FITS, "fit", "28,762 to 28,846"),
        ("153.6", FITS, "fit", "28,799 to 28,883"),
        ("150.0", DIFFERS, "do not fit", "29,490 to 29,577"),
        ("158.0", DIFFERS, "do not fit", "27,997 to 28,079"),
    ],
)
def test_a_targets_count_and_rate_are_of_last_years_population(level, verdict, fit, implies):
    found = figures(aimed(level, 443))["Target 2016/17"]
    assert found.verdict is verdict
    assert found.sentence == (
        f"Count and rate {fit} the population of 2015/16; at Q3 2016/17’s, 443 would be 154.4"
    )
    assert found.indicators == (indicator(),)
    assert found.reason.rule.startswith("The target's count (half a one either way) ÷ its rate, ")
    assert found.reason.numbers == (
        ("the target implies", implies),
        ("2015/16", "28,800 to 28,817"),
    )


def test_without_last_years_count_a_target_cannot_be_checked():
    made = aimed("153.8", 443, {"FY2015-16": "162.8", "FY2016-17Q3": ("174.7", 501)})
    found = figures(made)["Target 2016/17"]
    assert found.verdict is CANNOT
    assert found.sentence == "The year before states no count and rate to hold it against"
    assert found.reason.numbers == (("the target implies", "28,762 to 28,846"),)
    without = {"FY2016-17Q3": ("174.7", 501)}
    assert figures(aimed("153.8", 443, without))["Target 2016/17"].sentence == found.sentence


@pytest.mark.parametrize(
    ("level", "count", "changes"),
    [
        ("153.8", None, {}),
        (None, 443, {}),
        ("0.0", 443, {}),
        ("0.05", 443, {}),
        ("153.8", 443, {"per": "household"}),
    ],
)
def test_a_target_without_count_or_rate_is_not_checked(level, count, changes):
    assert figures(aimed(level, count, **changes)) == {}


def test_without_a_population_today_the_target_is_only_held_against_last_years():
    figures_ = {"FY2015-16": ("162.8", 469), "FY2016-17Q3": "174.7"}
    (found,) = checked(aimed("153.8", 443, figures_), beside=False)
    assert found.sentence == "Count and rate fit the population of 2015/16"


@pytest.mark.parametrize(
    ("published", "decimals", "verdict", "theirs"),
    [
        ("162.8", 1, FITS, "162.8%"),
        ("163", 1, DIFFERS, "163.0%"),
        ("163", 0, FITS, "163%"),
        ("162", 0, DIFFERS, "162%"),
    ],
)
def test_the_councils_figure_beside_the_published_one(published, decimals, verdict, theirs):
    made = record(
        LOOKED_AFTER,
        {"FY2015-16": (published, 470), "FY2016-17": ("1", 1)},
        published_series=series(Origin.PUBLISHED, decimals=decimals),
        **PERCENT,
    )
    (found,) = checked(made)
    assert (found.verdict, found.about) == (verdict, "2015/16")
    assert found.sentence == (
        f"The council stated 162.8%, official statistics {theirs} (469 and 470)"
    )
    assert found.indicators == (made.indicator,)
    assert found.reason.rule == (
        "Figures of one period from both origins, at the coarser one’s decimals."
    )
    assert found.reason.numbers == (("council return", "162.8%"), ("published statistics", theirs))


def test_counts_stand_beside_only_where_both_have_one():
    made = record({"FY2015-16": "162.8"}, {"FY2015-16": ("162.8", 469)})
    (found,) = checked(made)
    assert found.sentence == "The council stated 162.8, official statistics 162.8"
    (found,) = checked(record({"FY2015-16": ("162.8", 469)}, {"FY2015-16": "162.8"}))
    assert found.sentence == "The council stated 162.8, official statistics 162.8"


def test_symbols_are_not_held_against_figures_and_the_newest_comes_first():
    ours = {"FY2013-14": "1", "FY2014-15": "2", "FY2015-16": Symbol.CONFIDENTIAL}
    theirs = {"FY2013-14": "1", "FY2014-15": "2", "FY2015-16": "3"}
    assert [c.about for c in checked(record(ours, theirs))] == ["2014/15", "2013/14"]
    assert [c.about for c in checked(record(theirs, ours))] == ["2014/15", "2013/14"]


def restated(*rows):
    made = record({"FY2014-15": "100"}, **PERCENT)
    given = (observation(period, value, release=parse(release)) for period, value, release in rows)
    return replace(made, observations=tuple(given))


def test_a_figure_stated_anew_shows_both_values():
    rows = [("FY2016-17Q1", "169.8", "FY2016-17Q1"), ("FY2016-17Q1", "170.2", "FY2016-17Q2")]
    (found,) = checked(restated(*reversed(rows)))
    assert found.sentence == "Stated as 169.8% in Q1 2016/17, as 170.2% in Q2 2016/17"
    assert (found.verdict, found.about) == (DIFFERS, "Q1 2016/17")
    assert found.indicators[0].id == "looked-after"
    assert found.reason.rule == "The same figure in several reports."
    assert found.reason.numbers == (("in Q1 2016/17", "169.8%"), ("in Q2 2016/17", "170.2%"))
    assert checked(restated(*rows), parse("FY2016-17Q1")) == ()
    assert len(checked(restated(*rows), parse("FY2016-17Q2"))) == 1


def test_of_three_statements_the_first_and_the_last_are_told():
    quarters = ("FY2016-17Q1", "FY2016-17Q2", "FY2016-17Q3")
    rows = [
        ("FY2016-17Q1", value, quarter)
        for value, quarter in zip(("1", "2", "3"), quarters, strict=True)
    ]
    (found,) = checked(restated(*rows))
    assert found.sentence == "Stated as 1.0% in Q1 2016/17, as 3.0% in Q3 2016/17"
    assert len(found.reason.numbers) == 3


def test_restatements_are_told_newest_first_and_the_same_value_is_none():
    rows = [
        (period, value, release)
        for period, values in (
            ("FY2016-17Q1", ("1", "2")),
            ("FY2016-17Q2", ("3", "3")),
            ("FY2015-16", ("5", "6")),
        )
        for value, release in zip(values, ("FY2016-17Q2", "FY2016-17Q3"), strict=True)
    ]
    assert [found.about for found in checked(restated(*rows))] == ["Q1 2016/17", "2015/16"]


def test_another_areas_figures_are_not_restated_by_the_council():
    made = record(areas={"england": {"FY2015-16": "60"}})
    again = replace(made.observations[0], value=Decimal(61), release=Q3)
    first = replace(again, value=Decimal(60), release=parse("FY2016-17Q2"))
    assert checked(replace(made, observations=(first, again))) == ()


@pytest.mark.parametrize("basis", [Basis.SNAPSHOT, Basis.ROLLING_12M])
def test_a_year_end_that_stands_twice_and_differs(basis):
    twice = {"FY2014-15Q4": "150", "FY2014-15": "150", "FY2015-16Q3": "1"}
    twice |= {"FY2015-16Q4": "160", "FY2015-16": "162.8"}
    (found,) = checked(record(twice, basis=basis, **PERCENT))
    assert found.sentence == "The fourth quarter is stated as 160.0%, the year end as 162.8%"
    assert (found.verdict, found.about) == (DIFFERS, "2015/16")
    assert found.indicators[0].id == "looked-after"
    assert found.reason.rule.startswith("Both are the state at the year’s end, ")
    assert found.reason.rule.endswith("or the time up to it. The year’s own figure counts.")


def test_a_year_that_its_quarters_do_not_add_up_to():
    given = {f"FY2015-16Q{n}": "100" for n in (1, 2, 3, 4)} | {"FY2015-16": "130"}
    (found,) = checked(record(given, basis=Basis.PERIOD, unit=Unit.COUNT))
    assert found.sentence == "The four quarters add up to 400.0, the year is stated as 130.0"
    assert (found.verdict, found.about) == (DIFFERS, "2015/16")


def test_a_year_end_of_nothing_is_written_as_such():
    (found,) = checked(record({"FY2015-16Q4": "0", "FY2015-16": "1"}))
    assert found.sentence == "The fourth quarter is stated as 0.0, the year end as 1.0"


@pytest.mark.parametrize(
    ("given", "basis"),
    [
        ({"FY2015-16Q4": "160", "FY2015-16": "600"}, Basis.PERIOD),
        ({"FY2015-16Q3": "160", "FY2015-16": "162.8"}, Basis.SNAPSHOT),
        ({"FY2015-16Q4": Symbol.CONFIDENTIAL, "FY2015-16": "162.8"}, Basis.SNAPSHOT),
        ({"FY2015-16Q4": "160", "FY2015-16": Symbol.CONFIDENTIAL}, Basis.SNAPSHOT),
    ],
)
def test_a_quarter_that_is_no_year_end_does_not_stand_twice(given, basis):
    assert checked(record(given, basis=basis)) == ()


def test_without_a_council_return_there_is_nothing_to_check():
    assert checked(record({}, {"FY2015-16": "162.8"})) == ()
    assert checked(record()) == ()
