from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.as_at import known_figures
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.year import YearKind, year_end, year_kind
from tests.build import record

QUARTERS = {
    "FY2016-17Q1": "100",
    "FY2016-17Q2": "110",
    "FY2016-17Q3": "120",
    "FY2016-17Q4": "130",
}
NO_Q2 = {period: value for period, value in QUARTERS.items() if period != "FY2016-17Q2"}


def year_of(made, quarter="FY2017-18Q1"):
    line = known_figures(made, parse(quarter)).main
    return year_end(made.indicator, line, parse("FY2016-17"))


def value_of(made, quarter="FY2017-18Q1"):
    found = year_of(made, quarter)
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("basis", "value"),
    [
        (Basis.PERIOD, 460),
        (Basis.SNAPSHOT, 130),
        (Basis.ROLLING_12M, 130),
        (Basis.YEAR_TO_DATE, 130),
        (Basis.YEAR_TO_DATE_AVERAGE, 130),
    ],
)
def test_the_year_of_counts_by_quarter_follows_from_their_basis(basis, value):
    assert value_of(record(QUARTERS, basis=basis, unit=Unit.COUNT)) == value


def test_a_quarter_is_never_taken_for_a_year():
    assert value_of(record(NO_Q2, basis=Basis.PERIOD, unit=Unit.COUNT)) is None
    assert value_of(record({"FY2016-17Q4": "130"}, basis=Basis.PERIOD, unit=Unit.COUNT)) is None


def test_a_year_of_its_own_counts_before_its_quarters():
    given = QUARTERS | {"FY2016-17": "470"}
    assert value_of(record(given, basis=Basis.PERIOD, unit=Unit.COUNT)) == 470
    assert value_of(record(given, basis=Basis.SNAPSHOT)) == 470


def test_the_year_made_of_quarters_says_so_and_ends_with_them():
    found = year_of(record(QUARTERS, basis=Basis.PERIOD, unit=Unit.COUNT))
    assert (found.note, found.period.id) == ("sum of its four quarters", "FY2016-17")
    assert found.ends == parse("FY2016-17").end


@pytest.mark.parametrize(
    ("unit", "word", "per", "value"),
    [
        (Unit.CURRENCY, "", "", 460),
        (Unit.CURRENCY, "", "household", None),
        (Unit.OTHER, "tonne/tonnes", "", 460),
        (Unit.OTHER, "kg", "household", None),
        (Unit.OTHER, "£ million", "", 460),
        (Unit.OTHER, "day/days", "", None),
        (Unit.OTHER, "hour/hours", "", None),
        (Unit.RATE, "", "1,000 homes", None),
        (Unit.PERCENT, "", "", None),
        (Unit.SCORE, "", "", None),
    ],
)
def test_only_amounts_add_up(unit, word, per, value):
    made = record(QUARTERS, basis=Basis.PERIOD, unit=unit, unit_word=word, per=per)
    assert value_of(made) == value


def test_shares_with_their_counts_make_the_share_of_the_year():
    made = record(QUARTERS, basis=Basis.PERIOD, unit=Unit.PERCENT)
    counts = [(40, 80), (30, 60), (90, 100), (10, 60)]
    rows = tuple(
        replace(row, numerator=Decimal(above), denominator=Decimal(below))
        for row, (above, below) in zip(made.observations, counts, strict=True)
    )
    found = year_of(replace(made, observations=rows))
    assert (found.value, found.numerator, found.denominator) == (Decimal("56.7"), 170, 300)


def test_quarters_on_both_sides_of_a_break_make_no_year():
    made = record(QUARTERS, basis=Basis.PERIOD, unit=Unit.COUNT)
    marks = ("", "", "b", "")
    rows = tuple(
        replace(row, mark=mark) for row, mark in zip(made.observations, marks, strict=True)
    )
    assert value_of(replace(made, observations=rows)) is None


def test_q4_takes_the_value_of_its_own_year_where_both_state_one_moment():
    given = {"FY2016-17Q4": "80", "FY2016-17": "70"}
    quarter, q4 = parse("FY2017-18Q1"), parse("FY2016-17Q4")
    at_q4 = {
        basis: known_figures(record(given, basis=basis), quarter).main.at(q4).value
        for basis in Basis
    }
    apart = {basis for basis, value in at_q4.items() if value == 80}
    assert apart == {Basis.PERIOD, Basis.UNSTATED}
    assert set(at_q4.values()) == {Decimal(70), Decimal(80)}


@pytest.mark.parametrize(
    ("year", "kind"),
    [
        ("460", YearKind.TOTAL),
        ("420", YearKind.TOTAL),
        ("115", YearKind.AVERAGE),
        ("105", YearKind.AVERAGE),
        ("300", YearKind.UNKNOWN),
    ],
)
def test_stated_years_tell_what_the_quarters_of_a_rate_make(year, kind):
    made = record(QUARTERS | {"FY2016-17": year}, basis=Basis.PERIOD)
    line = known_figures(made, parse("FY2017-18Q1")).main
    assert year_kind(made.indicator, line) is kind


def test_without_a_stated_year_nothing_tells_what_the_quarters_of_a_rate_make():
    made = record(QUARTERS, basis=Basis.PERIOD)
    line = known_figures(made, parse("FY2017-18Q1")).main
    assert year_kind(made.indicator, line) is YearKind.UNKNOWN
