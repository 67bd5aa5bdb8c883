from datetime import date

import pytest

from dashboard.domain.facts.period import (
    PeriodError,
    financial_year,
    parse,
    parse_or_none,
    quarter_of,
    read_printed,
    remedy,
)


@pytest.mark.parametrize(
    ("text", "start", "end", "label"),
    [
        ("FY2016-17", date(2016, 4, 1), date(2017, 3, 31), "2016/17"),
        ("FY2016-17Q1", date(2016, 4, 1), date(2016, 6, 30), "Q1 2016/17"),
        ("FY2016-17Q3", date(2016, 10, 1), date(2016, 12, 31), "Q3 2016/17"),
        ("FY2016-17Q4", date(2017, 1, 1), date(2017, 3, 31), "Q4 2016/17"),
        ("FY1999-00", date(1999, 4, 1), date(2000, 3, 31), "1999/00"),
        ("CY2016", date(2016, 1, 1), date(2016, 12, 31), "2016"),
        ("AY2015-16", date(2015, 9, 1), date(2016, 8, 31), "2015/16 (school year)"),
        ("CY2020-2022", date(2020, 1, 1), date(2022, 12, 31), "2020 to 2022"),
    ],
)
def test_an_id_is_a_span_of_time(text, start, end, label):
    period = parse(text)
    assert (period.start, period.end, period.label, period.id) == (start, end, label, text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("FY2016-18", "2016 is followed by 17"),
        ("FY2016", "write FY2016-17"),
        ("FY2016-2017", "write FY2016-17"),
        ("CY2016Q1", "only financial years"),
        ("FY2016-17Q5", "is not a period"),
        ("CY2022-2020", "write it like CY2020-2022"),
        ("May-04", "is a date: a spreadsheet"),
        ("04/05/2016", "is a date"),
        ("", "is not a period"),
        ("banana", "is not a period"),
    ],
)
def test_what_is_no_period_is_said(text, says):
    with pytest.raises(PeriodError, match=says):
        parse(text)


@pytest.mark.parametrize(
    ("text", "period_id"),
    [
        ("2016/17", "FY2016-17"),
        ("16/17", "FY2016-17"),
        ("2016/2017", "FY2016-17"),
        ("Q3 16/17", "FY2016-17Q3"),
        ("Q2 (15/16)", "FY2015-16Q2"),
        ("EoY (15/16)", "FY2015-16"),
        ("Quarter 3 2016/2017", "FY2016-17Q3"),
        ("99/00", "FY1999-00"),
        ("2020-2022", "CY2020-2022"),
    ],
)
def test_printed_forms_are_read(text, period_id):
    assert read_printed(text).id == period_id


def test_a_printed_year_pair_must_be_consecutive():
    with pytest.raises(PeriodError, match="2015 is followed by 16"):
        read_printed("15/17")


def test_the_remedy_names_the_id_that_was_meant():
    assert remedy("Q3 2016/17") == "Write FY2016-17Q3."
    assert "FY2016-17Q3" in remedy("May-04")


def test_order_is_by_end_then_the_shorter_first():
    ids = ["FY2016-17", "CY2016", "FY2016-17Q4", "FY2016-17Q3"]
    ordered = sorted((parse(text) for text in ids), key=lambda period: period.order)
    assert [period.id for period in ordered] == [
        "FY2016-17Q3",
        "CY2016",
        "FY2016-17Q4",
        "FY2016-17",
    ]


def test_steps_and_years():
    assert parse("FY2016-17Q1").shifted(-1).id == "FY2015-16Q4"
    assert parse("FY2016-17Q3").year_before().id == "FY2015-16Q3"
    assert parse("CY2022-2024").shifted(-3).id == "CY2019-2021"
    assert parse("CY2016").financial_year.id == "FY2016-17"
    assert quarter_of(date(2017, 1, 1)).id == "FY2016-17Q4"
    assert quarter_of(date(2016, 4, 1)).id == "FY2016-17Q1"
    assert financial_year(date(2017, 3, 31)).id == "FY2016-17"


def test_quarters_are_counted_through_the_years():
    texts = ("FY2015-16Q4", "FY2016-17Q1", "FY2016-17Q4", "FY2016-17", "CY2016", "AY2016-17")
    assert [parse(text).number for text in texts] == [8064, 8065, 8068, 8068, 0, 0]


def test_a_period_has_the_same_hash_in_every_process():
    # That of a text is another one in each, and what is sent to a process is looked up there.
    assert hash(parse("FY2016-17Q3")) == hash((2016, 3, 0))
    assert parse("FY2016-17Q2").shifted(1) is parse("FY2016-17Q3")


def test_a_text_that_is_no_id_is_no_period():
    assert parse_or_none("FY2016-17Q3") == parse("FY2016-17Q3")
    assert parse_or_none("") is None
