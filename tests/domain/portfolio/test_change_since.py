from dataclasses import replace

from dashboard.domain.facts.indicator import Basis, Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.portfolio.change_since import since_last_quarter
from tests.build import finding, record, target


def made(name, quarter, q2, q3, level="100"):
    figures = {"FY2016-17Q2": q2, "FY2016-17Q3": q3}
    given = {period: value for period, value in figures.items() if value}
    targets = (target(TargetRule.AT_MOST, level),)
    return finding(quarter, record(given, targets=targets, id=name, name=name))


def told(now, before):
    turns = since_last_quarter(now, before)
    return " | ".join(f"{turn.said} + {turn.more}" if turn.more else turn.said for turn in turns)


def said(*given):
    now, before = (
        [made(*each[:1], q, *each[1:]) for each in given] for q in ("FY2016-17Q3", "FY2016-17Q2")
    )
    return told(now, before)


def test_what_became_an_exception_and_what_ceased_to_be_one():
    assert said(("Plans", "90", "110"), ("Reviews", "120", "80"), ("Calls", "50", "60")) == (
        "New exceptions since Q2: Plans | No longer exceptions since Q2: Reviews"
    )


def test_where_nothing_turned_the_exceptions_are_the_same():
    assert said(("Plans", "90", "80")) == ""
    assert said(("Plans", "110", "120")) == "The same exceptions as in Q2"


def test_many_names_are_counted():
    given = [(name, "90", "110") for name in ("A", "B", "C", "D")]
    assert said(*given) == "New exceptions since Q2: A, B + 2"
    assert said(*given[:3]) == "New exceptions since Q2: A, B + 1"
    assert said(*given[:2]) == "New exceptions since Q2: A and B"


def test_an_indicator_without_a_figure_in_both_quarters_says_nothing():
    assert said(("Plans", "", "110")) == ""
    assert since_last_quarter([], []) == ()


def test_a_quarter_of_last_year_is_named_whole():
    missed = (target(TargetRule.AT_MOST, "4"), target(TargetRule.AT_MOST, "4", period="FY2015-16"))
    figures = record({"FY2015-16Q4": "5", "FY2016-17Q1": "5"}, targets=missed)
    now, before = finding("FY2016-17Q1", figures), finding("FY2015-16Q4", figures)
    assert told([now], [before]) == "The same exceptions as in Q4 2015/16"


def test_a_target_that_is_still_to_be_judged_clears_nothing():
    """The year of 400 missed its 500; the new year's first quarter says nothing of a target yet."""
    given = {"FY2014-15Q1": "100", "FY2014-15": "400", "FY2015-16": "400", "FY2015-16Q1": "90"}
    given |= {"FY2016-17Q1": "95"}
    wanted = tuple(
        target(TargetRule.AT_LEAST, "500", period=year) for year in ("FY2015-16", "FY2016-17")
    )
    figures = record(given, targets=wanted, basis=Basis.PERIOD, unit=Unit.COUNT, per="", noun="")
    figures = replace(figures, indicator=replace(figures.indicator, polarity=Polarity.HIGH))
    now, before = finding("FY2016-17Q1", figures), finding("FY2015-16Q4", figures)
    assert (before.is_exception, now.is_exception) == (True, False)
    assert "No longer" not in told([now], [before])
