from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Origin
from dashboard.domain.facts.measure import Unit
from dashboard.domain.judgements.change import RealVerdict, real_changes
from dashboard.domain.judgements.travel import Against
from dashboard.domain.judgements.usual_swing import overlap
from tests.build import LOOKED_AFTER, PERCENT, finding, record, series

THREE = series(Origin.PUBLISHED, Basis.ROLLING_36M)


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


COUNT = {"unit": Unit.COUNT, "per": "", "noun": "fire/fires"}


def yearly(figures, **more):
    made = record(figures, basis=Basis.PERIOD, **more)
    return verdicts(made, "FY2016-17Q4")[Against.PREVIOUS_YEAR]


@pytest.mark.parametrize(
    ("now", "before", "verdict", "chance"),
    [
        ("6", "0", RealVerdict.COULD_BE_CHANCE, "p = 0.0313"),
        ("0", "6", RealVerdict.COULD_BE_CHANCE, "p = 0.0313"),
        ("0", "0", RealVerdict.COULD_BE_CHANCE, "nearly always (p = 1.0000)"),
        ("8", "0", RealVerdict.MORE_THAN_CHANCE, "p = 0.0078"),
    ],
)
def test_counts_without_a_population_are_over_the_same_one(now, before, verdict, chance):
    found = yearly({"FY2015-16": before, "FY2016-17": now}, **COUNT)
    assert found.verdict is verdict
    assert chance in found.reason.numbers[-1][1]
    assert found.reason.numbers[-2][1].startswith("No population is stated")


def test_a_rate_of_nobody_implies_no_population():
    found = yearly({"FY2015-16": ("0.0", 0), "FY2016-17": ("2.1", 6)})
    assert "p = 0.0313" in found.reason.numbers[-1][1]


def test_counts_with_decimals_are_no_counts_of_events():
    found = yearly({"FY2014-15": "11.5", "FY2015-16": "10", "FY2016-17": "40"}, **COUNT)
    assert found.words == "not tested: the source gives no intervals"


def test_shares_above_100_percent_are_no_proportions():
    found = yearly({"FY2015-16": ("101.0", 1010), "FY2016-17": ("120.0", 1200)}, **PERCENT)
    assert found.verdict is RealVerdict.NOT_TESTED


def test_a_count_behind_a_rounded_rate_is_not_said_to_be_missing():
    found = yearly({"FY2015-16": ("0.7", 2), "FY2016-17": ("4.9", 14)})
    assert found.words == (
        "not tested: the figure is rounded too much to tell what its count is of"
    )


def test_figures_that_are_stated_alike_do_not_differ():
    """22.2% and 22.4% of a million differ, and 22% is 22%."""
    made = record({"FY2015-16": "22.2", "FY2016-17": Decimal(22)}, basis=Basis.PERIOD, **PERCENT)
    counts = {"FY2015-16": Decimal(222_000), "FY2016-17": Decimal(224_000)}
    rows = tuple(
        replace(row, numerator=counts[row.period.id], denominator=Decimal(1_000_000))
        for row in made.observations
    )
    found = verdicts(replace(made, observations=rows), "FY2016-17Q4")[Against.PREVIOUS_YEAR]
    assert found.words == "could be chance"
    assert found.reason.rule == (
        "At the decimals that both figures are stated with, they are the same."
    )


def test_an_average_so_far_shares_its_months_with_the_quarter_before():
    made = record(
        {"FY2015-16": "80", "FY2016-17Q2": ("80.0", 40), "FY2016-17Q3": ("90.0", 90)},
        basis=Basis.YEAR_TO_DATE_AVERAGE,
        **PERCENT,
    )
    found = verdicts(made)
    assert found[Against.PREVIOUS_QUARTER].words == "not tested: the periods overlap"
    assert found[Against.YEAR_END].words == "not tested: the source gives no counts"


def test_windows_of_three_years_share_years():
    windows = {"CY2018-2020": "50", "CY2019-2021": "51", "CY2020-2022": "53"}
    line = finding("FY2024-25Q4", record({}, windows, published_series=THREE)).known.main
    assert line.starts(line.latest) == date(2020, 1, 1)
    assert overlap(line, line.latest, line.points[1])
    assert not overlap(line, line.latest, replace(line.points[0], ends=date(2019, 12, 31)))


def test_twelve_months_to_the_end_of_february_start_on_its_last_day_or_the_next():
    line = finding("FY2016-17Q3", record({"FY2016-17Q3": "1"}, basis=Basis.ROLLING_12M)).known.main
    for ends, starts in (
        (date(2024, 2, 28), date(2023, 3, 1)),
        (date(2024, 2, 29), date(2023, 3, 1)),
        (date(2025, 2, 28), date(2024, 3, 1)),
    ):
        assert line.starts(replace(line.latest, ends=ends)) == starts


@pytest.mark.parametrize(
    ("before", "verdict"),
    [(9_000, RealVerdict.MORE_THAN_CHANCE), (10_000, RealVerdict.NOT_TESTED)],
)
def test_large_counts_wait_for_their_usual_swing(before, verdict):
    """Guest nights come in groups, so their count's own chance would call any change real."""
    given = {"FY2015-16": Decimal(before), "FY2016-17": Decimal(12_000)}
    made = record(given, basis=Basis.PERIOD, unit=Unit.COUNT, noun="night/nights")
    found = finding("FY2016-17Q4", made).standing.real
    assert found.verdict is verdict
    if verdict is RealVerdict.NOT_TESTED:
        assert found.words == "not tested: too few earlier changes to know its usual swing"
