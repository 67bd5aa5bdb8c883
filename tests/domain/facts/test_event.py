"""Events as known at a quarter, and limits that start anew with one."""

from dataclasses import replace
from datetime import date

from dashboard.domain.facts.event import Event, known_events, rebased
from dashboard.domain.facts.period import parse
from tests.build import finding
from tests.domain.judgements.quarterly import STEADY, quarters, rows_of

MOVED = Event(date(2015, 4, 1), "A new system counts otherwise", True, "the service")
FLOOD = Event(date(2016, 11, 30), "The flood", False, "the service")


def test_an_event_is_known_from_its_day_on_newest_first():
    assert known_events([MOVED, FLOOD], parse("FY2016-17Q3")) == (FLOOD, MOVED)
    assert known_events([MOVED, FLOOD], parse("FY2016-17Q2")) == (MOVED,)


def test_limits_start_anew_with_the_latest_rebase():
    earlier = replace(MOVED, day=date(2012, 4, 1))
    assert rebased([FLOOD, MOVED, earlier]) == date(2015, 4, 1)
    assert rebased([FLOOD]) is None


def test_a_finding_has_its_limits_from_the_rebase_on():
    made = rows_of(quarters(STEADY))
    assert finding("FY2016-17Q4", made).usual_range.limits is not None
    found = finding("FY2016-17Q4", replace(made, events=(MOVED,)))
    assert found.usual_range.limits is None
    assert found.events == (MOVED,)
    early = finding("FY2014-15Q4", replace(made, events=(MOVED,)))
    assert early.events == ()
