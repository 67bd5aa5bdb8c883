"""The data of a history: its columns, cells and notes, with one unit along a row."""

from dashboard.components.history import HistoryGrid, history
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.portfolio.history_columns import Span, history_columns
from dashboard.domain.portfolio.since_when import spell_of
from tests.build import LOOKED_AFTER, finding, record, target
from tests.domain.portfolio.histories import history as history_of

Q3 = "FY2016-17Q3"
AT_MOST = (target(TargetRule.AT_MOST, "172"),)


def drawn(*records, quarter=Q3, until=None, span=Span.QUARTERS):
    findings = [finding(quarter, made) for made in records]
    histories = {made.indicator.id: history_of(made, quarter, span) for made in records}
    chosen = parse(quarter)
    return history(
        HistoryGrid(
            groups=[("", findings)],
            columns=history_columns(span, chosen, parse(until) if until else None),
            histories=histories,
            spells={f.indicator.id: spell_of(f, histories[f.indicator.id]) for f in findings},
            quarter=chosen,
            at=lambda quarter: f"/?quarter={quarter.id}",
            opens=lambda name, quarter: f"/indicator/{name}?quarter={quarter}",
            empty="Nothing.",
        )
    )


def test_a_row_has_a_shape_a_figure_and_flags_where_there_is_a_figure():
    given = drawn(record(LOOKED_AFTER, published={"FY2013-14": ("150.0", 440)}, targets=AT_MOST))
    (row,) = given["groups"][0]["rows"]
    assert (row["name"], row["sub"]) == ("Children looked after", "children · lower is better")
    assert row["cells"] == [
        ("unjudged", "440", "p"),
        *[None] * 3,
        ("unjudged", "454", ""),
        *[None] * 3,
        ("perhaps-worse", "469", ""),
        ("meets", "487", ""),
        ("misses", "504", ""),
        ("misses", "501", ""),
    ]
    assert row["cell"] == "/indicator/looked-after?quarter=QUARTER"
    assert (row["title"], row["status"]) == ("Misses its target", "bad")
    assert row["detail"] == "2 quarters running, since Q2; it met it in Q1"


def test_a_row_is_in_rates_where_one_figure_has_no_count():
    (row,) = drawn(record(LOOKED_AFTER | {"FY2015-16": "162.8"}))["groups"][0]["rows"]
    assert [cell[1] for cell in row["cells"] if cell][:2] == ["156.4", "162.8"]
    assert row["sub"] == "per 10,000 children · lower is better"


def test_the_key_has_the_shapes_that_there_are():
    given = drawn(record(LOOKED_AFTER, targets=AT_MOST))
    shapes = [mark for mark, _ in given["key"]]
    assert shapes == ["misses", "perhaps-worse", "meets", "unjudged", "no-figure"]


def test_the_notes_name_the_columns_without_figures_and_the_signs():
    assert drawn(record(LOOKED_AFTER, published={"FY2013-14": "150.0"}))["notes"] == [
        "No figures: Q1 to Q3 2014/15, Q1 to Q3 2015/16.",
        "Striped: published statistics, never counted together with council returns.",
    ]
    assert drawn(record())["notes"] == []


def test_columns_after_the_chosen_quarter_are_empty():
    given = drawn(record(LOOKED_AFTER), quarter="FY2016-17Q1", until=Q3)
    assert [c["name"] for c in given["columns"] if c["later"]] == ["Q2", "Q3"]
    (chosen,) = [c for c in given["columns"] if c["chosen"]]
    assert (chosen["said"], chosen["year"]) == ("Q1 2016/17", "2016/17")
    assert given["groups"][0]["rows"][0]["cells"][-2:] == [None, None]
    assert "Q2 2016/17" not in str(given["notes"])


def test_the_running_year_says_up_to_when_it_goes():
    given = drawn(record(LOOKED_AFTER), span=Span.YEARS)
    assert [c["name"] for c in given["columns"]][-2:] == ["2015/16", "2016/17 to Q3"]
    assert given["columns"][-1]["chosen"]
    assert [c["quarter"] for c in given["columns"]][-2:] == ["FY2015-16Q4", "FY2016-17Q3"]
