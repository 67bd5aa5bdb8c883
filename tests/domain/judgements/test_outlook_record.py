"""How earlier outlooks turned out, and when they withhold the interval."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.outlook_chance import Chance
from dashboard.domain.judgements.outlook_record import PastOutlook, mostly_failed
from tests.build import finding, record, target

COUNT = {"unit": Unit.COUNT, "per": "", "noun": ""}


def past(held, count):
    quarter = parse("FY2015-16Q3")
    ends = [Decimal(1)] * held + [Decimal(9)] * (count - held)
    return [PastOutlook(quarter, Decimal(0), Decimal(2), end) for end in ends]


@pytest.mark.parametrize(
    ("count", "most"),
    [
        (2, 0),
        (3, 0),
        (4, 1),
        (5, 1),
        (6, 2),
        (7, 3),
        (8, 3),
        (9, 4),
        (10, 5),
        (11, 5),
        (12, 6),
    ],
)
def test_so_few_withhold_the_interval_and_one_more_does_not(count, most):
    assert mostly_failed(past(most, count))
    assert not mostly_failed(past(most + 1, count))


def test_one_miss_says_nothing():
    assert not mostly_failed(past(0, 1))
    assert not mostly_failed([])


@pytest.mark.parametrize(("end", "held"), [(2, True), (0, True), (3, False)])
def test_an_outlook_held_where_the_year_ended_within_it(end, held):
    found = PastOutlook(parse("FY2015-16Q3"), Decimal(0), Decimal(2), Decimal(end))
    assert found.held is held


def years(leap, count=4):
    """Quarters that move by one, and a year end that leaps: no outlook foresees it."""
    figures = {}
    for year in range(2016 - count, 2017):
        level = 100 + (leap + 3) * (year - 2016)
        for n in (1, 2, 3):
            figures[f"FY{year}-{year - 1999}Q{n}"] = Decimal(level + n)
        if year < 2016:
            figures[f"FY{year}-{year - 1999}"] = Decimal(level + 3 + leap)
    return figures


def outlook(figures, **more):
    return finding("FY2016-17Q3", record(figures, **COUNT, **more)).outlook


def test_outlooks_that_held_stand_beside_the_method():
    found = outlook(years(1))
    assert [each.quarter.id for each in found.past] == [
        "FY2012-13Q3",
        "FY2013-14Q3",
        "FY2014-15Q3",
        "FY2015-16Q3",
    ]
    assert all(each.held for each in found.past)
    assert found.low is not None


def test_outlooks_that_mostly_failed_withhold_it_and_its_chance():
    """Years that end 12, 40, 130 and 400 above their third quarter, more than any step before."""
    figures, level = {}, 100
    for year, leap in zip(range(2012, 2017), (12, 40, 130, 400, 0), strict=True):
        for n in (1, 2, 3):
            level += 1
            figures[f"FY{year}-{year - 1999}Q{n}"] = Decimal(level)
        level += leap
        if leap:
            figures[f"FY{year}-{year - 1999}"] = Decimal(level)
    found = outlook(figures, targets=(target(TargetRule.AT_MOST, "10"),))
    assert (found.method, found.low, found.chance) == (None, None, Chance.NONE)
    assert found.sentence == "No outlook for 2016/17: none of 4 earlier outlooks at Q3 held"
    assert len(found.past) == 4


def test_each_uses_only_what_was_known_then():
    """A later report states 2015/16's quarters anew; the outlook of then does not know it."""
    made = record(years(1), **COUNT)
    rows = []
    for row in made.observations:
        rows.append(
            replace(row, release=row.period if row.period.quarter else parse("FY2015-16Q4"))
        )
        if row.period.id == "FY2015-16Q2":
            later = parse("FY2016-17Q2")
            rows.append(replace(row, value=row.value + 50, release=later))
    known = finding("FY2016-17Q3", replace(made, observations=tuple(rows))).outlook
    assert known.past[-1] == outlook(years(1)).past[-1]


def test_no_record_reaches_over_a_break():
    made = record(years(1), **COUNT)
    rows = tuple(
        replace(row, mark="b") if row.period.id == "FY2015-16Q1" else row
        for row in made.observations
    )
    found = finding("FY2016-17Q3", replace(made, observations=rows)).outlook
    assert [each.quarter.id for each in found.past] == ["FY2015-16Q3"]


def test_an_outlook_of_published_figures_is_no_record_of_the_return():
    published = {key: value for key, value in years(1).items() if "2016" not in key}
    reported = {f"FY2016-17Q{n}": Decimal(100 + n) for n in (1, 2, 3)}
    made = record(reported, published, **COUNT)
    assert finding("FY2016-17Q3", made).outlook.past == ()
