from dataclasses import replace
from datetime import date

from dashboard.domain.facts.event import Event, known_events, rebased_on
from dashboard.domain.facts.period import parse
from tests.build import finding, record

OPENED = Event(date(2021, 8, 1), "A second depot opened", False, "minutes")
COUNTED = Event(date(2021, 10, 1), "Counted by a new system", True, "minutes")
AGAIN = Event(date(2022, 1, 1), "Counted as before", True, "minutes")


def test_events_are_known_from_their_day_on_and_come_newest_first():
    events = (OPENED, AGAIN, COUNTED)
    assert known_events(events, parse("FY2021-22Q1")) == ()
    assert known_events(events, parse("FY2021-22Q3")) == (COUNTED, OPENED)
    assert known_events(events, parse("FY2021-22Q4")) == (AGAIN, COUNTED, OPENED)


def test_the_usual_range_begins_anew_at_the_newest_rebase_that_is_known():
    events = (AGAIN, COUNTED, OPENED)
    assert rebased_on(events, parse("FY2021-22Q2")) is None
    assert rebased_on(events, parse("FY2021-22Q3")) == date(2021, 10, 1)
    assert rebased_on(events, parse("FY2021-22Q4")) == date(2022, 1, 1)


def test_a_rebase_leaves_too_few_figures_for_a_usual_range():
    values = [31, 28, 30, 33, 29, 32, 27, 31, 30, 28, 32, 29, 31, 30, 28, 39]
    quarters = [f"FY{year}-{year - 1999}Q{n}" for year in range(2012, 2016) for n in (1, 2, 3, 4)]
    made = record(dict(zip(quarters, values, strict=True)))
    assert finding("FY2015-16Q4", made).has_usual_range
    rebased = replace(made, events=(Event(date(2014, 4, 1), "A new system", True, "minutes"),))
    assert not finding("FY2015-16Q4", rebased).has_usual_range
    assert finding("FY2015-16Q4", rebased).anew == date(2014, 4, 1)
