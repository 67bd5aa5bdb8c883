"""The columns of a history: which they are, as at when, and that they stay in place."""

import pytest

from dashboard.domain.facts.period import parse
from dashboard.domain.portfolio.history_columns import Span, history_columns, in_runs

Q3 = parse("FY2016-17Q3")


def ids(span, chosen, until=None):
    columns = history_columns(span, parse(chosen), parse(until) if until else None)
    return [column.period.id for column in columns]


def test_twelve_quarters_end_with_the_chosen_one():
    found = ids(Span.QUARTERS, "FY2016-17Q3")
    assert (found[0], found[-1], len(found)) == ("FY2013-14Q4", "FY2016-17Q3", 12)


@pytest.mark.parametrize(
    ("chosen", "last"),
    [
        ("FY2016-17Q1", "FY2016-17Q3"),
        ("FY2013-14Q4", "FY2016-17Q3"),
        # One quarter before the first column, and one after the last.
        ("FY2013-14Q3", "FY2013-14Q3"),
        ("FY2016-17Q4", "FY2016-17Q4"),
    ],
)
def test_the_columns_stay_while_the_chosen_quarter_is_among_them(chosen, last):
    assert ids(Span.QUARTERS, chosen, "FY2016-17Q3")[-1] == last


def test_a_year_is_judged_at_its_end_and_the_running_one_at_the_chosen_quarter():
    *_, before, running = history_columns(Span.YEARS, Q3)
    assert (before.period.id, before.as_at.id) == ("FY2015-16", "FY2015-16Q4")
    assert (running.period.id, running.as_at.id) == ("FY2016-17", "FY2016-17Q3")
    assert (before.is_whole, running.is_whole) == (True, False)
    assert ids(Span.YEARS, "FY2016-17Q3")[0] == "FY2005-06"


def test_years_stay_too_and_those_after_the_chosen_quarter_are_later():
    columns = history_columns(Span.YEARS, parse("FY2014-15Q2"), Q3)
    assert [column.period.id for column in columns][-3:] == ["FY2014-15", "FY2015-16", "FY2016-17"]
    later = [column.is_later_than(parse("FY2014-15Q2")) for column in columns]
    assert later[-3:] == [False, True, True]


def test_periods_that_follow_on_are_said_as_one():
    periods = ["FY2014-15Q1", "FY2014-15Q2", "FY2014-15Q3", "FY2015-16Q2", "FY2015-16Q4"]
    said = "Q1 to Q3 2014/15, Q2 2015/16, Q4 2015/16"
    assert in_runs([parse(each) for each in periods]) == said
    assert in_runs([parse("FY2014-15Q4"), parse("FY2015-16Q1")]) == "Q4 2014/15 to Q1 2015/16"
    assert in_runs([parse("FY2014-15"), parse("FY2015-16")]) == "2014/15 to 2015/16"
