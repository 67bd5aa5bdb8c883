"""Each cell is judged as at its own quarter, by the figures known at the chosen one."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Origin
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.portfolio.history import History, settled
from dashboard.domain.portfolio.history_columns import Span
from dashboard.domain.portfolio.mark import mark_of
from dashboard.findings import portfolio_findings, portfolio_records
from tests.build import LOOKED_AFTER, finding, observation, record, target
from tests.domain.portfolio.histories import history

AT_MOST = (target(TargetRule.AT_MOST, "172"),)


def cells(made, chosen="FY2016-17Q3", span=Span.QUARTERS):
    """Oldest first: the column, the shape and the figure."""
    found = [(c.column.period.id, c.mark, c.count or c.value) for c in history(made, chosen, span)]
    return found[::-1]


def test_a_year_stands_at_its_last_quarter_and_a_target_judges_its_own_year():
    assert cells(record(LOOKED_AFTER, targets=AT_MOST)) == [
        ("FY2014-15Q4", "unjudged", "454"),
        ("FY2015-16Q4", "perhaps-worse", "469"),
        ("FY2016-17Q1", "meets", "487"),
        ("FY2016-17Q2", "misses", "504"),
        ("FY2016-17Q3", "misses", "501"),
    ]


def test_nothing_after_the_chosen_quarter_shows():
    assert [each[0] for each in cells(record(LOOKED_AFTER), "FY2016-17Q1")] == [
        "FY2014-15Q4",
        "FY2015-16Q4",
        "FY2016-17Q1",
    ]


def test_a_quarter_without_a_figure_has_no_cell():
    found = history(record(LOOKED_AFTER))
    columns = {cell.column.period.id: cell.column for cell in found}
    gap = replace(columns["FY2015-16Q4"], period=parse("FY2015-16Q3"), as_at=parse("FY2015-16Q3"))
    assert found.cell(gap) is None


def test_published_figures_stand_where_the_year_has_no_return():
    made = record({"FY2015-16": "162.8"}, published={"FY2013-14": "150.0", "FY2015-16": "163.0"})
    origins = [(c.column.period.id, c.origin, c.value) for c in history(made)]
    assert origins == [
        ("FY2015-16Q4", Origin.REPORTED, "162.8"),
        ("FY2013-14Q4", Origin.PUBLISHED, "150.0"),
    ]


def restated():
    """Q1 said 169.8 in its own report, and 175.0 in that of Q3."""
    made = record(LOOKED_AFTER, targets=AT_MOST)
    told = [row for row in made.observations if row.period.id != "FY2016-17Q1"]
    own = observation("FY2016-17Q1", ("169.8", 487), release=parse("FY2016-17Q1"))
    later = observation("FY2016-17Q1", ("175.0", 502), release=parse("FY2016-17Q3"))
    return replace(made, observations=(*told, own, later))


@pytest.mark.parametrize(
    ("chosen", "shape", "count", "corrected"),
    [("FY2016-17Q2", "meets", "487", False), ("FY2016-17Q3", "misses", "502", True)],
)
def test_a_later_correction_shows_once_it_was_known(chosen, shape, count, corrected):
    found = {cell.column.period.id: cell for cell in history(restated(), chosen)}
    cell = found["FY2016-17Q1"]
    assert (cell.mark, cell.count, cell.is_corrected) == (shape, count, corrected)
    assert not found["FY2015-16Q4"].is_corrected


def test_cells_kept_for_other_quarters_are_not_those_of_restated_figures():
    kept = {}
    for chosen in ("FY2016-17Q3", "FY2016-17Q2"):
        made = restated()
        found = History(made, parse(chosen), Span.QUARTERS, lambda _, m=made: m.indicator, kept)
        newest = {cell.column.period.id: cell.count for cell in found}
    assert newest["FY2016-17Q1"] == "487"


def test_a_record_stated_once_is_settled_as_it_is():
    rows = [observation(p, v, release=parse(p)) for p, v in {"FY2016-17Q1": "1.0"}.items()]
    made = replace(record(), observations=tuple(rows))
    assert settled(made, parse("FY2016-17Q3")) is made


def test_an_indicator_has_no_cell_where_it_was_not_listed():
    made = record(LOOKED_AFTER)
    since = parse("FY2016-17Q2")

    def listed(quarter):
        return made.indicator if quarter.end >= since.end else None

    found = History(made, parse("FY2016-17Q3"), Span.QUARTERS, listed, {})
    assert [cell.column.period.id for cell in found] == ["FY2016-17Q3", "FY2016-17Q2"]


VISITS = {f"FY2015-16Q{n}": value for n, value in enumerate(("10", "20", "30", "40"), start=1)}


def visits(figures, **more):
    return record(
        {period: Decimal(value) for period, value in figures.items()},
        basis=Basis.PERIOD,
        unit=Unit.COUNT,
        **more,
    )


def test_the_years_of_quarters_that_stand_alone_are_their_sums():
    made = visits(VISITS | {"FY2016-17Q1": "11"})
    assert cells(made, span=Span.YEARS) == [("FY2015-16", "unjudged", "100")]
    incomplete = visits({p: v for p, v in VISITS.items() if p != "FY2015-16Q2"})
    assert cells(incomplete, span=Span.YEARS) == []


def test_the_years_of_states_are_their_ends_and_the_running_one_goes_to_the_chosen_quarter():
    found = cells(record(LOOKED_AFTER, targets=AT_MOST), span=Span.YEARS)
    assert found == [
        ("FY2014-15", "unjudged", "454"),
        ("FY2015-16", "perhaps-worse", "469"),
        ("FY2016-17", "misses", "501"),
    ]
    # Of a year that has ended, an early quarter tells nothing.
    early = record({"FY2015-16Q2": "160.0", "FY2016-17Q3": "174.7"})
    assert [each[0] for each in cells(early, span=Span.YEARS)] == ["FY2016-17"]


def test_every_cell_has_the_status_that_its_quarter_finds(dataset):
    """Of all shipped figures, known then: the shape is that of the indicator's finding."""
    compared = 0
    for portfolio in dataset.catalogue.portfolios:
        for quarter in dataset.catalogue.quarters()[::3]:
            found = {f.indicator.id: f for f in portfolio_findings(dataset, portfolio.id, quarter)}
            for made in portfolio_records(dataset, portfolio.id, quarter):
                newest = next(iter(history(made, quarter.id)), None)
                if newest and newest.column.as_at == quarter:
                    compared += 1
                    own = found[made.indicator.id]
                    if not newest.is_corrected:
                        assert newest.mark is mark_of(own.standing), (made.indicator.id, quarter)
                        assert newest.point.value == own.known.main.latest.value
    assert compared > 50


def test_a_target_that_names_an_area_is_judged_by_its_figures():
    below = target(TargetRule.BELOW_AREA, reference="england")
    made = record(LOOKED_AFTER, areas={"england": {"FY2015-16": "60"}}, targets=(below,))
    (*_, last) = cells(made)
    assert last[1] == mark_of(finding("FY2016-17Q3", made).standing) == "misses"
