"""First and last days, reckoned anew: other tests may have read the same periods before."""

from datetime import date

import pytest

from dashboard.domain.facts.period import (
    Period,
    PeriodError,
    PeriodKind,
    financial_year,
    parse,
    read_printed,
    remedy,
)

QUARTER, FINANCIAL, CALENDAR, SCHOOL, RUN = PeriodKind


@pytest.fixture(autouse=True)
def nothing_remembered():
    parse.cache_clear()
    financial_year.cache_clear()


@pytest.mark.parametrize(
    ("kind", "first", "more", "start", "end"),
    [
        (QUARTER, 2016, {"quarter": 1}, "2016-04-01", "2016-06-30"),
        (QUARTER, 2016, {"quarter": 2}, "2016-07-01", "2016-09-30"),
        (QUARTER, 2016, {"quarter": 3}, "2016-10-01", "2016-12-31"),
        (QUARTER, 2016, {"quarter": 4}, "2017-01-01", "2017-03-31"),
        (FINANCIAL, 2016, {}, "2016-04-01", "2017-03-31"),
        (CALENDAR, 2016, {}, "2016-01-01", "2016-12-31"),
        (SCHOOL, 2016, {}, "2016-09-01", "2017-08-31"),
        (RUN, 2016, {"last": 2018}, "2016-01-01", "2018-12-31"),
    ],
)
def test_the_days_of_a_period(kind, first, more, start, end):
    period = Period(kind, first, **more)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert period.order == (period.end, (period.end - period.start).days)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("FY2016-17Q4", Period(QUARTER, 2016, 4)),
        ("FY2016-17", Period(FINANCIAL, 2016)),
        ("AY2016-17", Period(SCHOOL, 2016)),
        ("CY2016", Period(CALENDAR, 2016)),
        ("CY2016-2018", Period(RUN, 2016, last=2018)),
    ],
)
def test_an_id_is_read_as_its_kind(text, period):
    assert parse(text) == period
    assert period.id == text


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Q3 2016/17", Period(QUARTER, 2016, 3)),
        ("2016/17", Period(FINANCIAL, 2016)),
        ("90/91", Period(FINANCIAL, 1990)),
        ("89/90", Period(FINANCIAL, 2089)),
        (" 2020 – 2022 ", Period(RUN, 2020, last=2022)),
    ],
)
def test_a_printed_form_is_read_as_its_kind(text, period):
    assert read_printed(text) == period


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("CY2020-2020", "“CY2020-2020” is not a run of calendar years: write it like CY2020-2022."),
        ("CY1899", "“CY1899” is no year from 1900 to 2099."),
        ("CY2100", "“CY2100” is no year from 1900 to 2099."),
    ],
)
def test_what_is_no_period_is_said_whole(text, says):
    with pytest.raises(PeriodError) as raised:
        parse(text)
    assert str(raised.value) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (" soon ", "“soon” is not a period."),
        (" 2022-2020 ", "“2022-2020” is not a run of calendar years: write it like CY2020-2022."),
        (" 15/17 ", "“15/17” is not a year: 2015 is followed by 16."),
    ],
)
def test_what_is_printed_wrongly_is_said_without_its_spaces(text, says):
    with pytest.raises(PeriodError) as raised:
        read_printed(text)
    assert str(raised.value) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2016/17", "Write FY2016-17."),
        ("fy2016-17q3", "Write FY2016-17Q3."),
        ("FY2016–17Q3", "Write FY2016-17Q3."),
        ("FY2016—17", "Write FY2016-17."),
        ("2016-17Q3", "Write FY2016-17Q3."),
        (
            "soon",
            "Write a financial year as FY2016-17, its quarter as FY2016-17Q3, a year as CY2016.",
        ),
    ],
)
def test_the_remedy_writes_out_what_was_meant(text, says):
    assert remedy(text) == says


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("FY2016-17Q3", "FY2015-16Q3"),
        ("FY2016-17", "FY2015-16"),
        ("CY2016", "CY2015"),
        ("CY2016-2018", "CY2015-2017"),
    ],
)
def test_the_year_before(period, before):
    assert parse(period).year_before().id == before


@pytest.mark.parametrize(("day", "year"), [("2017-03-31", 2016), ("2017-04-01", 2017)])
def test_a_financial_year_begins_on_the_first_of_april(day, year):
    assert financial_year(date.fromisoformat(day)) == Period(FINANCIAL, year)
