from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Unit
from dashboard.domain.judgements.change import RealVerdict, real_changes
from dashboard.domain.judgements.travel import Against
from tests.build import LOOKED_AFTER, PERCENT, finding, record


def verdicts(made, quarter="FY2016-17Q3"):
    found = finding(quarter, made)
    changes = real_changes(found.indicator, found.known, found.travel)
    return {
        comparison.area.id if comparison.against is Against.AREA else comparison.against: change
        for comparison, change in zip(found.travel, changes, strict=True)
        if change
    }


def with_intervals(made, ends):
    """The record with 95% intervals for the council's figures, by period."""
    rows = tuple(
        replace(row, lower=Decimal(ends[row.period.id][0]), upper=Decimal(ends[row.period.id][1]))
        if row.period.id in ends and row.area == made.council
        else row
        for row in made.observations
    )
    return replace(made, observations=rows)


def test_two_states_are_largely_the_same_people():
    found = verdicts(record(LOOKED_AFTER))[Against.PREVIOUS_QUARTER]
    assert found.verdict is RealVerdict.COULD_BE_CHANCE
    assert found.words == "could be chance: largely the same children"
    assert dict(found.reason.numbers)["Q3 2016/17"].startswith("501 of 28,678 (implied")
    assert found.reason.numbers[-1] == (
        "",
        "A difference at least this large would arise by chance 95 times in 100 (p = 0.9497).",
    )


def test_two_years_of_counts_apart():
    made = record({"FY2014-15": ("955.6", 2774), "FY2015-16": ("884.8", 2549)}, basis=Basis.PERIOD)
    found = verdicts(made, "FY2015-16Q4")[Against.PREVIOUS_YEAR]
    assert (found.verdict, found.words) == (RealVerdict.MORE_THAN_CHANCE, "more than chance")


def test_rolling_totals_share_months():
    made = record(
        {"FY2016-17Q2": ("1056.6", 3031), "FY2016-17Q3": ("1059.4", 3039)}, basis=Basis.ROLLING_12M
    )
    found = verdicts(made)[Against.PREVIOUS_QUARTER]
    assert found.words == "not tested: the periods overlap"
    assert found.reason.numbers == ()


def test_an_unstated_period_cannot_be_tested():
    made = record({"FY2016-17Q2": "16.1", "FY2016-17Q3": "19.1"}, basis=Basis.UNSTATED, **PERCENT)
    assert (
        verdicts(made)[Against.PREVIOUS_QUARTER].words
        == "not tested: the period covered is not stated"
    )


def test_two_shares_with_counts():
    figures = {"FY2015-16": ("18.9", 98), "FY2016-17": ("19.5", 122)}
    found = verdicts(record(figures, basis=Basis.PERIOD, **PERCENT), "FY2016-17Q4")
    change = found[Against.PREVIOUS_YEAR]
    assert change.words == "could be chance"
    assert change.reason.numbers[-1] == ("the difference, 95%", "−4.0 to +5.1 points")


def test_two_values_with_intervals_of_their_own():
    years = {"unit": Unit.YEARS, "noun": "", "per": ""}
    made = record(
        {}, {"CY2019-2021": "53.3", "CY2022-2024": "50.9"}, basis=Basis.ROLLING_36M, **years
    )
    made = with_intervals(made, {"CY2019-2021": ("50.7", "55.9"), "CY2022-2024": ("47.3", "54.4")})
    change = verdicts(made, "FY2024-25Q4")[Against.PREVIOUS_YEAR]
    assert change.words == "could be chance"
    assert change.reason.numbers[-1] == ("the difference, 95%", "−6.8 to +2.0")


def test_without_counts_or_intervals_it_says_what_it_would_need():
    made = record({"FY2015-16": "54", "FY2016-17": "61"}, basis=Basis.PERIOD, **PERCENT)
    found = verdicts(made, "FY2016-17Q4")[Against.PREVIOUS_YEAR]
    assert found.words == "not tested: the source gives no counts"
    assert found.reason.rule == (
        "It would need the counts and what they are of, 95% intervals for both figures or "
        "6 earlier changes of this kind, of which there are none."
    )


@pytest.mark.parametrize(
    ("england", "verdict"),
    [
        ("60", RealVerdict.MORE_THAN_CHANCE),
        ("189", RealVerdict.COULD_BE_CHANCE),
        ("191", RealVerdict.MORE_THAN_CHANCE),
    ],
)
def test_another_area_against_our_own_interval(england, verdict):
    """501 children: Byar gives 458.1 to 546.8, a rate of 159.7 to 190.7."""
    made = record(LOOKED_AFTER, areas={"england": {"FY2016-17Q3": england}})
    found = verdicts(made)["england"]
    assert found.verdict is verdict
    assert dict(found.reason.numbers)["Q3 2016/17, 95%"] == "159.7 to 190.7"


def test_a_stated_interval_goes_before_a_computed_one():
    made = record(
        {"FY2015-16": "31.6"},
        areas={"england": {"FY2015-16": "36.5"}},
        basis=Basis.PERIOD,
        **PERCENT,
    )
    found = verdicts(with_intervals(made, {"FY2015-16": ("27.2", "36.4")}), "FY2015-16Q4")[
        "england"
    ]
    assert found.verdict is RealVerdict.MORE_THAN_CHANCE
    assert found.reason.source == "The interval as the source states it"


def test_yearly_surveys_that_end_on_a_day_of_their_own_are_apart():
    made = record({}, {"FY2014-15": "30", "FY2015-16": "31.6"}, **PERCENT)
    rows = tuple(
        replace(row, ends=row.ends.replace(month=11, day=15, year=row.ends.year - 1))
        for row in made.observations
    )
    series = {key: replace(each, basis=Basis.PERIOD) for key, each in made.series.items()}
    made = replace(made, observations=rows, series=series)
    ends = {"FY2014-15": ("27", "33"), "FY2015-16": ("28", "35")}
    found = verdicts(with_intervals(made, ends), "FY2015-16Q4")[Against.PREVIOUS_YEAR]
    assert found.words == "could be chance"
