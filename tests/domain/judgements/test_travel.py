from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Judgement, Origin, Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.judgements.travel import Against
from dashboard.domain.wording.ratio import times
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, series

AREAS = {
    "england": {"FY2014-15": "60", "FY2015-16": "60", "FY2016-17": "62"},
    "north-west": {"FY2015-16": "82"},
    "stat-neighbours": {"FY2015-16": "97.6"},
}


def changes(quarter, made):
    return {
        c.label: (c.change.arrow, c.change.size, c.change.judgement.value)
        for c in finding(quarter, made).travel
        if c.change
    }


def omitted(quarter, made):
    return {c.against: c.omitted for c in finding(quarter, made).travel if c.omitted}


def test_looked_after_at_q3():
    published = series(Origin.PUBLISHED, decimals=0, mean_decimals=1)
    made = record(LOOKED_AFTER, areas=AREAS, published_series=published)
    assert changes("FY2016-17Q3", made) == {
        "Q2 2016/17": ("▼", "1.0", "better"),
        "Last year end, 2015/16": ("▲", "11.9", "worse"),
        "England, 2015/16": ("▲", "115", "worse"),
        "North West, 2015/16": ("▲", "93", "worse"),
        "Neighbours, 2015/16": ("▲", "77.1", "worse"),
    }
    assert omitted("FY2016-17Q3", made) == {Against.SAME_QUARTER: "no figure for Q3 2015/16"}


def test_changes_in_people_stand_beside_changes_of_the_rate():
    found = {c.label: c for c in finding("FY2016-17Q3", record(LOOKED_AFTER)).travel}
    assert found["Q2 2016/17"].change.count == -3
    assert found["Last year end, 2015/16"].change.count == 32


def test_at_q1_the_last_quarter_is_last_year_end():
    made = record(LOOKED_AFTER)
    assert omitted("FY2016-17Q1", made)[Against.PREVIOUS_QUARTER] == "that is last year end"
    assert "Last year end, 2015/16" in changes("FY2016-17Q1", made)


def test_a_comparator_is_not_newer_than_our_figure():
    made = record(LOOKED_AFTER, areas=AREAS)
    labels = changes("FY2016-17Q4", made)
    assert "England, 2015/16" in labels, "England's 2016/17 ends after our Q3"


def test_year_to_date_compares_with_the_same_quarter_alone():
    made = record({**REVIEWS, "FY2015-16Q3": "50"}, basis=Basis.YEAR_TO_DATE, **PERCENT)
    assert changes("FY2016-17Q3", made) == {"Q3 2015/16": ("▲", "11.6 points", "better")}
    assert (
        omitted("FY2016-17Q3", made)[Against.PREVIOUS_QUARTER] == "the figure builds up from April"
    )


def test_a_part_of_the_year_is_not_held_against_a_whole_one():
    made = record(REVIEWS, areas=AREAS, basis=Basis.YEAR_TO_DATE, **PERCENT)
    assert "England, 2015/16" not in changes("FY2016-17Q3", made)
    assert omitted("FY2016-17Q3", made)[Against.AREA] == "part of a year against a whole year"


def test_a_period_figure_compares_quarter_with_quarter_and_year_with_year():
    quarters = {"FY2015-16": "400", "FY2015-16Q3": "90", "FY2016-17Q2": "99", "FY2016-17Q3": "100"}
    england = {"FY2015-16": "500", "FY2016-17Q2": "7", "FY2016-17Q3": "8"}
    made = record(quarters, areas={"england": england}, basis=Basis.PERIOD)
    labels = changes("FY2016-17Q3", made)
    assert set(labels) == {"Q3 2015/16", "England, Q3 2016/17"}
    assert omitted("FY2016-17Q3", made)[Against.YEAR_END] == "a quarter is not a year"


def test_rolling_windows_compare_only_where_they_do_not_overlap():
    windows = {"CY2019-2021": "53.3", "CY2021-2023": "51", "CY2022-2024": "50.9"}
    published = series(Origin.PUBLISHED, Basis.ROLLING_36M)
    made = record(
        published=windows, published_series=published, unit=Unit.YEARS, polarity=Polarity.HIGH
    )
    assert changes("FY2024-25Q3", made) == {"2019 to 2021": ("▼", "2.4 years", "worse")}


def test_counts_are_never_compared_with_another_area():
    made = record({"FY2015-16": "469"}, areas=AREAS, unit=Unit.COUNT)
    assert omitted("FY2015-16Q4", made)[Against.AREA] == "totals of areas of different sizes"


def test_same_means_equal_as_it_is_written():
    made = record({"FY2015-16": "19.14", "FY2016-17Q3": "19.06"})
    assert changes("FY2016-17Q3", made) == {"Last year end, 2015/16": ("↔", "0.0", "same")}


def test_a_neutral_indicator_moves_without_judgement():
    made = record(LOOKED_AFTER, polarity=Polarity.NEUTRAL)
    judged = {c.change.judgement for c in finding("FY2016-17Q3", made).travel if c.change}
    assert judged == {Judgement.NONE}


@pytest.mark.parametrize(
    ("here", "there", "unit", "words"),
    [
        ("1059.4", "536", Unit.RATE, "about twice"),
        ("174.7", "60", Unit.RATE, "nearly 3 times"),
        ("19.1", "17.9", Unit.PERCENT, ""),
        ("210", "100", Unit.RATE, "over twice"),
        ("250", "100", Unit.RATE, "about 2½ times"),
        ("173.7", "100", Unit.RATE, "over 1½ times"),
        ("275", "100", Unit.RATE, "over 2½ times"),
        ("144", "100", Unit.RATE, ""),
        ("50", "100", Unit.RATE, "about half"),
        ("50", "0", Unit.RATE, ""),
        ("60", "30", Unit.YEARS, ""),
    ],
)
def test_times_as_much_in_words(here, there, unit, words):
    assert times(Decimal(here), Decimal(there), unit) == words


def test_at_the_year_end_the_fourth_quarter_is_the_figure():
    given = {**LOOKED_AFTER, "FY2016-17Q4": ("183.0", 525), "FY2016-17": ("183.0", 525)}
    assert set(changes("FY2016-17Q4", record(given))) == {"Q3 2016/17", "Last year end, 2015/16"}


def test_a_year_end_is_compared_with_last_years_fourth_quarter():
    given = {"FY2015-16Q4": "10", "FY2016-17": "11"}
    assert changes("FY2016-17Q4", record(given)) == {
        "Last year end, 2015/16": ("▲", "1.0", "worse")
    }


def test_quarterly_windows_of_36_months_compare_three_years_apart():
    given = {"FY2013-14Q3": "10", "FY2015-16": "1", "FY2016-17Q2": "12", "FY2016-17Q3": "13"}
    made = record(given, basis=Basis.ROLLING_36M)
    assert changes("FY2016-17Q3", made) == {"Q3 2013/14": ("▲", "3.0", "worse")}
    assert Against.PREVIOUS_YEAR in {c.against for c in finding("FY2016-17Q3", made).travel}


def test_windows_named_by_their_last_year_do_not_overlap_either():
    given = {"CY2012": "10", "CY2014": "12", "CY2015": "13"}
    published = series(Origin.PUBLISHED, Basis.ROLLING_36M)
    made = record(published=given, published_series=published)
    assert set(changes("FY2015-16Q4", made)) == {"2012"}


@pytest.mark.parametrize(
    ("basis", "theirs", "england", "compared"),
    [
        (Basis.YEAR_TO_DATE, Basis.YEAR_TO_DATE, {"FY2016-17Q3": "55"}, False),
        (Basis.YEAR_TO_DATE, Basis.PERIOD, {"FY2016-17": "55"}, True),
        (Basis.YEAR_TO_DATE, Basis.PERIOD, {"FY2015-16": "55"}, True),
        (Basis.ROLLING_12M, Basis.PERIOD, {"FY2016-17Q3": "130"}, False),
        (Basis.ROLLING_12M, Basis.PERIOD, {"FY2016-17": "500"}, True),
        (Basis.PERIOD, Basis.PERIOD, {"FY2016-17": "500"}, False),
        (Basis.SNAPSHOT, Basis.SNAPSHOT, {"FY2015-16": "60"}, True),
    ],
)
def test_areas_are_compared_over_like_spans(basis, theirs, england, compared):
    published = series(Origin.PUBLISHED, theirs)
    made = record(
        {"FY2016-17Q4": "80"}, areas={"england": england}, basis=basis, published_series=published
    )
    found = [c for c in finding("FY2016-17Q4", made).travel if c.area and c.area.id == "england"]
    assert [c.change is not None for c in found] == [compared]
