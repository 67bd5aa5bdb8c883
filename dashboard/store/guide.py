"""Explains every table and column in words, with an example row: what data/README.md holds."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.record import MARKS, Symbol
from dashboard.store.schema import TABLES, Column, Kind, TableSpec
from dashboard.store.starter import starter_rows

ROW_IS = {
    "portfolios": "A cabinet member’s group of indicators.",
    "areas": "The council, a comparator, or another authority.",
    "indicators": "One measure.",
    "series": "How one origin (the council’s return, or official statistics) states an indicator.",
    "observations": "One stated figure of one area and period.",
    "targets": "The target of one year, as the report prints it.",
    "claims": "One arrow or quartile of a printed report, exactly as printed.",
    "commentary": "What a service wrote about an indicator for a quarter.",
    "distributions": "How authorities were spread in one period.",
}
_INDICATOR = "the measure"
_SOURCE = "where the row comes from, so that every figure can be looked up"
_RELEASE = "the quarter whose report stated it; empty for published figures"
WORDS: dict[str, dict[str, str]] = {
    "portfolios": {
        "portfolio_id": "its id, which stands in addresses",
        "name": "as readers know it",
        "position": "its place in lists",
        "note": "a sentence under its headline",
    },
    "areas": {
        "area_id": "its id",
        "name": "as readers know it",
        "kind": "exactly one area is the council; lines are drawn for country, region and "
        "neighbours; any other council is an `authority`, to place ours among them",
        "code": "its code in official statistics",
        "caveat": "what to know of its figures",
    },
    "indicators": {
        "indicator_id": "its id, which stands in addresses",
        "portfolio_id": "its portfolio",
        "name": "as the report prints it",
        "short_name": "another name that a printed report may use for it",
        "polarity": "which way is better",
        "unit": "what a value is; `percent` is a share from 0 to 100",
        "per": "for a rate: of how many, such as `10,000 children`",
        "noun": "what the number counts, for one and for many",
        "said": "completes the headline after the figure: “110 examples *counted*”",
        "definition": "what is counted, in a sentence",
        "source": "who defines and collects it",
        "caveat": "what a reader must know before quoting it",
        "position": "its place in the portfolio",
    },
    "series": {
        "indicator_id": _INDICATOR,
        "origin": "the council’s own return, or official statistics",
        "basis": "what span a figure sums up: "
        + "; ".join(f"`{basis.value}` {basis.label}" for basis in Basis),
        "basis_inferred": "whether we concluded it, where the report does not say",
        "decimals": "to how many decimals figures are stated",
        "mean_decimals": "the same for neighbours’ means, which we compute; empty for alike",
        "seasonal": "whether quarters of a year differ by their season",
    },
    "observations": {
        "indicator_id": _INDICATOR,
        "area_id": "whose figure it is",
        "period": "what the figure is of",
        "origin": "the council’s own return, or official statistics",
        "ends": "the last day, where it is not the period’s own",
        "value": "the figure; for “No. (Rate)” the rate",
        "numerator": "the number of “No. (Rate)”",
        "denominator": "out of how many",
        "lower": "the lower end of the 95% interval, where the source gives one",
        "upper": "its upper end",
        "symbol": "why there is no value: "
        + "; ".join(f"`{symbol.value}` {symbol.label}" for symbol in Symbol),
        "mark": "; ".join(f"`{mark}` {said}" for mark, said in MARKS.items()),
        "release": _RELEASE,
        "source": _SOURCE,
    },
    "targets": {
        "indicator_id": _INDICATOR,
        "period": "the year it is set for; it applies from its first quarter on",
        "rule": "how it is met: `baseline_year` sets none yet; `below_reference` and "
        "`above_reference` go by last year end, "
        "`below_area` and `above_area` by the area in `reference`",
        "value": "the level, or the lower end of a range",
        "numerator": "the level as a number",
        "upper": "the upper end of a range",
        "reference": "the area that the figure is to beat",
        "printed": "the target in the report’s words",
        "release": _RELEASE,
        "source": _SOURCE,
    },
    "claims": {
        "release": "the report that prints it",
        "indicator_id": _INDICATOR,
        "seq": "its place among the indicator’s claims",
        "kind": "an arrow, or a quartile",
        "heading": "the column’s heading",
        "left_period": "the period on the left of “vs.”",
        "right_area": "the area on its right",
        "right_period": "the period on its right",
        "arrow": "the arrow",
        "mark": "the tick or cross",
        "printed": "the whole cell",
        "source": _SOURCE,
    },
    "commentary": {
        "indicator_id": _INDICATOR,
        "period": "the quarter it was written for",
        "version": "1, and one more for each correction; the highest is shown",
        "body": "the author’s words; a blank line parts paragraphs",
        "summary": "its author’s one sentence for a slide; without one, the first sentence serves",
        "see": "the indicator whose commentary a cross-reference means",
        "author": "who wrote it",
        "written_at": "when",
        "source": _SOURCE,
    },
    "distributions": {
        "indicator_id": _INDICATOR,
        "area_group": "which authorities, in words",
        "period": "the period",
        "n": "how many authorities",
        "lower_quartile": "by linear interpolation",
        "median": "the middle",
        "upper_quartile": "by linear interpolation",
        "rank_from_highest": "our place, counted from the highest value",
        "source": _SOURCE,
    },
}
_SHAPES = {
    Kind.ID: "small letters, digits, hyphens",
    Kind.TEXT: "text",
    Kind.NUMBER: "number",
    Kind.WHOLE: "whole number",
    Kind.FLAG: "`yes` or `no`",
    Kind.PERIOD: "period",
    Kind.DATE: "date",
}


CELLS = """## What may stand in a cell

- **Text encoding**: UTF-8 (in Excel: “CSV UTF-8”); what older Excels write is read too.
- **Numbers**: digits with a point, without thousands separators, percent or pound signs: `1234.5`.
- **Dates**: `2016-12-31`.
- **Ids**: small letters, digits and hyphens: `children-in-need`.
- **Periods**: with a prefix, so that no spreadsheet takes them for dates.

| period | written |
| --- | --- |
| the financial year 2016/17, and its third quarter | `FY2016-17`, `FY2016-17Q3` |
| the calendar year 2016, and the three years to 2022 | `CY2016`, `CY2020-2022` |
| the school year 2015/16 | `AY2015-16` |

## Each quarter

- A row in observations.csv for the quarter, with the quarter as its `release`. After the fourth
  quarter also a row for the year, if the report states one.
- A figure that is corrected later is a new row with the later `release`; the old row stays, and
  shows how it was stated then.
- A row in commentary.csv, and at the year’s beginning one in targets.csv.
- A quarter that has not come may be left out, or stand with the symbol `not_due`.

Targets of a year are judged at each quarter for the bases `snapshot`, `rolling_12m`,
`rolling_36m` and `unstated`. For `period` and `year_to_date`, whose quarters are parts of a year,
they are judged when the year has ended: `period` by the year’s own row.

claims.csv, commentary.csv, distributions.csv and targets.csv may hold their header alone.

## Table by table

The examples are the rows that `python -m dashboard new` writes.
"""


def guide() -> str:
    """What may stand in a cell, what a quarter brings, and every table, as Markdown."""
    return "\n".join([CELLS, *(line for spec in TABLES for line in _table(spec))])


def _table(spec: TableSpec) -> Iterator[str]:
    example = starter_rows(spec.name)[0]
    yield f"### {spec.file}\n"
    key = " + ".join(spec.key)
    yield f"{ROW_IS[spec.name]} No two rows share {key}.\n"
    yield "| column | what it holds | what may stand there | example |"
    yield "| --- | --- | --- | --- |"
    for column in spec.columns:
        text = example.get(column.name, "").replace("\n", " ")
        shown = f"`{text}`" if text else ""
        words = WORDS[spec.name][column.name]
        yield f"| {column.name} | {words} | {_shape(column)} | {shown} |"
    yield ""
    if spec.former:
        names = ", ".join(f"`{name}`" for name in spec.former)
        yield f"No longer used, and ignored where a file still has it: {names}.\n"


def _shape(column: Column) -> str:
    shape = _SHAPES.get(column.kind, "")
    if column.choices:
        shape = ", ".join(f"`{choice}`" for choice in column.choices)
    if column.refers:
        shape = f"an id of {column.refers}.csv"
    if column.whole:
        shape = "whole number"
    if column.most is not None:
        shape += f" up to {column.most}"
    return shape if column.required else f"{shape}; may be empty"
