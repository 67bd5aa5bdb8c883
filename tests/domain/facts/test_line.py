"""Breaks in a series: between two figures, within a year, and what remains comparable."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.as_at import known_figures
from dashboard.domain.facts.indicator import Basis, Origin
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Symbol
from dashboard.domain.judgements.standing import Rating, Unjudged
from tests.build import finding, observation, record

COUNT = {"unit": Unit.COUNT, "per": "", "noun": "", "basis": Basis.PERIOD}


def broken_at(period, given, **more):
    made = record({p: Decimal(v) for p, v in given.items()}, **more)
    rows = tuple(
        replace(row, mark="b") if row.period.id == period else row for row in made.observations
    )
    return replace(made, observations=rows)


YEARS = {
    "FY2014-15Q1": 100,
    "FY2014-15Q2": 100,
    "FY2014-15Q3": 300,
    "FY2014-15Q4": 300,
    "FY2014-15": 800,
    "FY2015-16": 1200,
}


def test_the_year_in_which_a_definition_changed_compares_with_none_after_it():
    found = finding("FY2015-16Q4", broken_at("FY2014-15Q3", YEARS, **COUNT))
    assert found.standing.unjudged is Unjudged.BREAK
    whole = finding("FY2015-16Q4", record({p: Decimal(v) for p, v in YEARS.items()}, **COUNT))
    assert whole.standing.rating is not Rating.NO_JUDGEMENT


def test_a_year_marked_itself_compares_with_the_next():
    given = {"FY2013-14": 500, "FY2014-15": 800, "FY2015-16": 1200}
    found = finding("FY2015-16Q4", broken_at("FY2014-15", given, **COUNT))
    assert found.deciding.change.amount == 400
    before = finding("FY2014-15Q4", broken_at("FY2014-15", given, **COUNT))
    assert before.standing.unjudged is Unjudged.BREAK


def test_a_later_statement_of_the_year_does_not_replace_a_q4_stated_in_time():
    later = parse("FY2015-16Q1")
    made = record({}, basis=Basis.SNAPSHOT)
    rows = (
        observation("FY2014-15Q4", "90", release=parse("FY2014-15Q4")),
        observation("FY2014-15", "95", release=later),
    )
    made = replace(made, observations=rows)
    assert known_figures(made, parse("FY2014-15Q4")).main.latest.value == 90
    assert known_figures(made, later).main.at(parse("FY2014-15Q4")).value == 95


@pytest.mark.parametrize(("q4", "year", "kept"), [("80.4", 80, "80.4"), ("80.6", 80, "80")])
def test_a_q4_differs_from_its_year_at_the_coarser_precision(q4, year, kept):
    made = record({"FY2016-17Q4": q4, "FY2016-17": Decimal(year)})
    line = known_figures(made, parse("FY2017-18Q1")).main
    assert line.at(parse("FY2016-17Q4")).value == Decimal(kept)


def test_a_symbol_alone_is_no_return():
    made = record({"FY2016-17Q2": Symbol.NOT_AVAILABLE}, {"FY2015-16": "13.0"})
    known = known_figures(made, parse("FY2016-17Q3"))
    assert known.main.origin is Origin.PUBLISHED


def decimals(values, origin=Origin.REPORTED):
    given = {f"FY{2013 + n // 4}-{14 + n // 4}Q{n % 4 + 1}": v for n, v in enumerate(values)}
    rows = {period: Decimal(value) for period, value in given.items()}
    made = record(rows) if origin is Origin.REPORTED else record({}, rows)
    known = known_figures(made, parse("FY2016-17Q4"))
    return [known.main.decimals_of(point) for point in known.main.points]


def test_zeros_that_a_spreadsheet_dropped_are_put_back():
    """One of nine figures without decimals is one in ten's chance; each is of one decimal."""
    dropped = ["38.4", "37.9", "38.8", "39.1", "38", "38.2", "38.6", "37.7", "38.3"]
    assert decimals(dropped) == [1] * 9


def test_figures_that_a_report_prints_coarser_are_quoted_so():
    assert decimals(["54", "22.7", "38", "61.6"]) == [0, 1, 0, 1]
    often = ["54", "22.7", "38", "61.6", "55", "23.1", "40.2", "63.5"]
    assert decimals(often) == [0, 1, 0, 1, 0, 1, 1, 1]
