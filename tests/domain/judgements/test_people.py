from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.people import people_gap
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target


def gap(made):
    found = finding("FY2016-17Q3", made)
    return people_gap(found.indicator, found.known.main, found.target)


def of(made, denominator):
    rows = (replace(row, denominator=Decimal(denominator)) for row in made.observations)
    return replace(made, observations=tuple(rows))


@pytest.mark.parametrize(
    ("level", "count", "sentence"),
    [
        ("153.8", 443, "58 children above target"),
        ("174.4", 500, "1 child above target"),
        ("174.7", 501, "Exactly on target"),
        ("180", 516, "15 children below target"),
    ],
)
def test_the_gap_from_printed_counts(level, count, sentence):
    found = gap(record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, level, count),)))
    assert found.sentence == sentence
    assert found.reason.numbers == (("figure", "501"), ("target", str(count)))


def test_without_a_printed_count_the_denominator_tells():
    found = gap(record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8"),)))
    assert found.sentence == "About 60 children above target"
    assert found.reason.numbers[-1] == ("of", "28,678 (implied by count and rate)")


def test_a_share_so_far_says_how_many_more_by_year_end():
    targets = (target(TargetRule.AT_LEAST, "85"),)
    more = PERCENT | {"noun": "review/reviews"}
    made = record(REVIEWS, targets=targets, basis=Basis.YEAR_TO_DATE, **more)
    assert gap(of(made, 1393)).sentence == (
        "About 326 more reviews by year end would reach the target"
    )
    # The whole is not known.
    assert gap(made) is None


def test_without_a_level_there_is_none():
    assert gap(record(LOOKED_AFTER)) is None
    assert gap(record(LOOKED_AFTER, targets=(target(TargetRule.BELOW_REFERENCE),))) is None


@pytest.mark.parametrize(
    ("level", "count", "people"),
    [("153.8", 443, 58), ("174.7", 501, 0), ("180", 516, 15)],
)
def test_how_many_has_no_sign(level, count, people):
    found = gap(record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, level, count),)))
    assert found.count == people
    assert found.reason.rule == "Figure less target, as printed."


def test_a_count_of_nobody_is_a_count():
    figures = {"FY2016-17Q3": ("0.0", 0)}
    found = gap(record(figures, targets=(target(TargetRule.AT_MOST, "0.3", 1),)))
    assert (found.count, found.sentence) == (1, "1 child below target")
    assert found.reason.numbers == (("figure", "0"), ("target", "1"))


@pytest.mark.parametrize(
    ("level", "people", "sentence"),
    [
        # Of 1,000, 0.1% are one.
        ("64.9", 1, "About 1 review above target"),
        ("65", 0, "Exactly on target"),
        ("65.1", 1, "About 1 review below target"),
        # A miss is told in as many as it takes, what is met in as many as there are to spare.
        ("66.25", 13, "About 13 reviews below target"),
        ("63.75", 12, "About 12 reviews above target"),
    ],
)
def test_whole_people_as_many_as_it_takes(level, people, sentence):
    found = gap(share(("65.0", 650), TargetRule.AT_LEAST, level, noun="review/reviews"))
    assert (found.count, found.sentence) == (people, sentence)
    assert found.reason.rule.startswith("The gap to the target times what the figure is of, ")
    assert found.reason.rule.endswith("in whole people.")
    assert found.reason.numbers == (("figure", "65.0%"), ("target", f"{level}%"), ("of", "1,000"))


def share(figure, rule, level, whole=1000, basis=Basis.SNAPSHOT, **changes):
    """A share at Q3 2016/17 of a stated whole, against a target for the year."""
    targets = (target(rule, level, changes.pop("count", None)),)
    made = record({"FY2016-17Q3": figure}, targets=targets, basis=basis, **(PERCENT | changes))
    return of(made, whole)


def test_without_a_noun_they_are_cases():
    assert gap(share(("65.0", 650), TargetRule.AT_MOST, "60")).sentence == (
        "About 50 cases above target"
    )


@pytest.mark.parametrize("level", ["64.95", "65.05"])
def test_less_than_the_rounding_of_the_figure_is_no_number_of_people(level):
    """65.0 stands for 64.95 to 65.05: of 100,000 that is fifty people either way."""
    assert gap(share(("65.0", 65000), TargetRule.AT_LEAST, level, 100_000)) is None
    assert gap(share(("65.0", 65000), TargetRule.AT_LEAST, "65.06", 100_000)).count == 60


def test_what_is_met_by_less_than_one_is_not_one():
    """0.1% of 500 is half a person: none to spare, and one is missing."""
    assert gap(share(("65.0", 325), TargetRule.AT_LEAST, "64.9", 500)) is None
    assert gap(share(("65.0", 325), TargetRule.AT_LEAST, "65.1", 500)).count == 1


@pytest.mark.parametrize(
    ("figure", "level", "count", "sentence"),
    [
        # 172.7 misses 172.6, while 495 is below 496.
        (("172.7", 495), "172.6", 496, "By the printed counts, 1 child below target"),
        (("172.7", 496), "172.6", 496, "By the printed counts, exactly on target"),
        (("172.7", 497), "172.6", 496, "1 child above target"),
        (("154.1", 442), "153.8", 443, "By the printed counts, 1 child below target"),
    ],
)
def test_the_printed_counts_go_before_what_the_rate_implies(figure, level, count, sentence):
    made = record({"FY2016-17Q3": figure}, targets=(target(TargetRule.AT_MOST, level, count),))
    assert gap(made).sentence == sentence


def test_a_share_goes_by_its_printed_counts_too():
    found = gap(share(("51.9", 553), TargetRule.AT_LEAST, "49.9", 1066, count=532))
    assert (found.count, found.sentence) == (21, "21 cases above target")


@pytest.mark.parametrize(
    ("unit", "word", "noun"),
    [
        (Unit.COUNT, "", "child/children"),
        (Unit.COUNT, "", "home/homes"),
        (Unit.CURRENCY, "", ""),
        (Unit.OTHER, "home/homes", ""),
        (Unit.OTHER, "day/days", ""),
        (Unit.SCORE, "", ""),
    ],
)
def test_where_the_figure_is_the_number_nothing_is_added(unit, word, noun):
    made = share(
        ("65.0", 65), TargetRule.AT_MOST, "60", count=60, unit=unit, unit_word=word, noun=noun
    )
    assert gap(made) is None


def test_nobody_is_told_where_the_numerator_is_not_known():
    assert gap(share("65.0", TargetRule.AT_MOST, "60")) is None


@pytest.mark.parametrize(
    ("quarter", "value", "level", "sentence"),
    [
        ("FY2016-17Q1", "20", "80", "About 600 more by year end would reach the target"),
        ("FY2016-17Q2", "20", "80", "About 600 more by year end would reach the target"),
        ("FY2016-17Q3", "20", "80", "About 600 more by year end would reach the target"),
        ("FY2016-17Q3", "80", "80", None),
        ("FY2016-17Q3", "90", "80", None),
        ("FY2016-17Q4", "20", "80", "About 600 cases below target"),
    ],
)
def test_the_year_may_still_reach_its_target(quarter, value, level, sentence):
    made = record(
        {quarter: (value, int(value) * 10)},
        targets=(target(TargetRule.AT_LEAST, level),),
        basis=Basis.YEAR_TO_DATE,
        **PERCENT,
    )
    found = finding(quarter, of(made, 1000))
    told = people_gap(found.indicator, found.known.main, found.target)
    assert (told.sentence if told else None) == sentence
    if told:
        assert (told.count, told.reason.numbers[-1]) == (600, ("of", "1,000"))


def test_a_rate_so_far_is_not_held_against_the_year_s_target():
    made = record(
        {"FY2016-17Q3": ("50.0", 143)},
        targets=(target(TargetRule.AT_MOST, "153.8", 443),),
        basis=Basis.YEAR_TO_DATE,
    )
    assert gap(made) is None


def test_a_quarter_s_share_is_held_against_the_year_s_target():
    made = share(("20.0", 200), TargetRule.AT_LEAST, "80", basis=Basis.PERIOD)
    assert gap(made).sentence == "About 600 cases below target"


def test_at_the_year_s_end_its_own_figure_is_held_against_the_target():
    """Four quarters of 1,000 with 600, 700, 800 and 900: 75.0% of 4,000, and 80% are 3,200."""
    shares = {f"FY2016-17Q{n}": (f"{50 + n * 10}.0", 500 + n * 100) for n in (1, 2, 3, 4)}
    made = record(
        shares, targets=(target(TargetRule.AT_LEAST, "80"),), basis=Basis.PERIOD, **PERCENT
    )
    found = finding("FY2016-17Q4", of(made, 1000))
    told = people_gap(found.indicator, found.known.main, found.target)
    assert told.sentence == "About 200 cases below target for the year"
    assert told.reason.numbers == (("figure", "75.0%"), ("target", "80%"), ("of", "4,000"))


@pytest.mark.parametrize(
    ("figures", "changes"),
    [
        ({"FY2016-17Q3": "174.7"}, {}),
        ({"FY2016-17Q3": ("5.0", 50)}, {}),
        ({"FY2016-17Q3": ("174.7", 501)}, {"per": "household"}),
    ],
    ids=["no count", "too rough", "per no number"],
)
def test_where_what_it_is_of_is_not_known_nothing_is_said(figures, changes):
    assert gap(record(figures, targets=(target(TargetRule.AT_MOST, "4"),), **changes)) is None


def test_a_range_has_no_gap_in_people():
    made = record(LOOKED_AFTER, targets=(target(TargetRule.BETWEEN, "100", upper="120"),))
    assert gap(made) is None
    assert people_gap(made.indicator, None, finding("FY2016-17Q3", made).target) is None
