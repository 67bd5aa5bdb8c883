"""Explains every table and column, with an example: the main part of data/README.md."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain.facts.record import MARKS, Symbol
from dashboard.store.schema import TABLES
from dashboard.store.starter import starter_rows
from dashboard.store.table import Column, Kind, TableSpec
from dashboard.store.warning_kind import WarningKind

ROW_IS = {
    "portfolios": "A group of indicators, such as those of one cabinet member.",
    "areas": "The council, an area to compare it with, or another authority.",
    "indicators": "One measure, or what it is from a quarter on.",
    "series": "How the figures of one indicator from one origin are to be read.",
    "observations": "One figure, of one area for one period.",
    "targets": "One target for a year or a quarter, as the report prints it.",
    "claims": "One arrow or quartile in a printed report, exactly as printed.",
    "commentary": "What was written about an indicator, or a portfolio as a whole, in a quarter.",
    "events": "Something that happened and explains figures.",
    "actions": "One action about an indicator, as stated for a quarter.",
    "accepted": "One warning on loading that a person has looked at and accepts.",
    "distributions": "How authorities’ figures were spread in one period.",
}
"""What one row of each table is."""
_INDICATOR = "the indicator"
_ORIGIN = "`reported` for the council’s own return, `published` for official statistics"
_SOURCE = "where the row comes from, so that every figure can be looked up"
_RELEASE = "the quarter of the report that stated it; empty for published figures"
WORDS: dict[str, dict[str, str]] = {
    "portfolios": {
        "portfolio_id": "its id, which is part of web addresses",
        "name": "its name as readers know it",
        "position": "its place in lists of portfolios",
        "note": "a sentence to show under its headline",
    },
    "areas": {
        "area_id": "its id",
        "name": "its name as readers know it",
        "kind": "`council` for exactly one area, your own; `country`, `region` and `neighbours` "
        "are drawn as lines beside it; `authority` is any other council, which ranks yours and is "
        "drawn beside it where a reader chooses it",
        "code": "its code in official statistics",
        "caveat": "what to know before using its figures",
    },
    "indicators": {
        "indicator_id": "its id, which is part of web addresses",
        "portfolio_id": "its portfolio",
        "name": "its name as the report prints it",
        "short_name": "a shorter name that a printed report may use for it; read only when a "
        "report is imported",
        "polarity": "whether a high or a low figure is better, or neither",
        "unit": "what a value is; a `percent` runs from 0 to 100, or below 0 where it is a "
        "difference",
        "per": "for a rate: per how many, such as `10,000 children`; for money: per what, such as "
        "`week`, where it is no total (totals are not compared with other areas)",
        "noun": "what the numerator counts, for one and for many",
        "said": "the words that follow the figure in a headline: “110 examples *counted*”",
        "definition": "what is counted, in a sentence",
        "source": "who defines and collects it",
        "caveat": "what to know before quoting it",
        "position": "its place in its portfolio",
        "from": "the quarter from which this row holds, where an indicator changes its name, "
        "portfolio, polarity, definition, unit or owner and has one row for each; if empty, "
        "always; the first figure in a new unit has the mark `b`",
        "retired_from": "the quarter from which it is no longer listed",
        "unit_word": "for the unit `other`: its word for one and for many, such as `day/days`, or "
        "`£ million`",
        "owner": "who answers for it",
        "tags": "words to filter by, separated by semicolons",
    },
    "series": {
        "indicator_id": _INDICATOR,
        "origin": _ORIGIN,
        "basis": "the period that each figure covers: `snapshot` is counted on the last day; "
        "`period` is the total for the quarter or year itself; `year_to_date` is the total or "
        "share since 1 April, which can only grow; `year_to_date_average` is the average or share "
        "of what has happened since 1 April, which can fall; `rolling_12m` and `rolling_36m` "
        "cover the last 12 or 36 months; `unstated` if the report does not say",
        "basis_inferred": "`yes` if the report does not say so and you worked it out",
        "decimals": "how many decimals figures are shown with",
        "mean_decimals": "the same for the mean of neighbours; if empty, as `decimals`",
        "seasonal": "`yes` if quarters differ by season, so that each is compared with the same "
        "quarter a year before",
        "above_100": "`yes` if its shares may be above 100%",
        "small": "`yes` if its shares are all below 1%",
    },
    "observations": {
        "indicator_id": _INDICATOR,
        "area_id": "the area",
        "period": "the period that the figure is for",
        "origin": _ORIGIN,
        "ends": "the last day that the figure covers, if it is not the last day of the period",
        "value": "the figure; the rate, where the report prints “No. (Rate)”",
        "numerator": "the number, where the report prints “No. (Rate)”; of a share, the part",
        "denominator": "the number that the numerator is out of",
        "lower": "the lower end of the 95% interval, if the source gives one",
        "upper": "the upper end of that interval",
        "symbol": "why there is no value: "
        + "; ".join(f"`{symbol.value}` {symbol.label}" for symbol in Symbol),
        "mark": "what to know about the value: "
        + "; ".join(f"`{mark}` {said}" for mark, said in MARKS.items()),
        "release": _RELEASE,
        "source": _SOURCE,
        "note": "a caveat of this one figure, shown with it",
    },
    "targets": {
        "indicator_id": _INDICATOR,
        "period": "the year that it is set for, or a quarter of its profile",
        "rule": "how it is met: `at_most` or `at_least` the value; `between` the value and "
        "`upper`; `below_reference` or `above_reference` last year’s figure; `below_area` or "
        "`above_area` the figure of the area in `reference`; `baseline_year` sets no target yet",
        "value": "the level, or the lower end of a range",
        "numerator": "the level as a number, where the report prints “No. (Rate)”",
        "upper": "the upper end of a range",
        "reference": "the area whose figure is to be beaten",
        "printed": "the target in the report’s own words",
        "release": _RELEASE,
        "source": _SOURCE,
        "level": "which of several targets for the period it is; if empty, `target`",
        "tolerance": "by how much the figure may miss it and still be within tolerance, in the "
        "figure’s own unit",
    },
    "claims": {
        "release": "the quarter of the report that prints it",
        "indicator_id": _INDICATOR,
        "seq": "its place among the indicator’s claims, from 1",
        "kind": "`comparison` for an arrow, `quartile` for a quartile",
        "heading": "the heading of its column",
        "left_period": "the period before “vs.”",
        "right_area": "the area after “vs.”",
        "right_period": "the period after “vs.”",
        "arrow": "the arrow",
        "mark": "the tick or cross",
        "printed": "the whole cell",
        "source": _SOURCE,
    },
    "commentary": {
        "indicator_id": _INDICATOR,
        "period": "the quarter that it was written for",
        "version": "1, and one more for each correction; the highest is shown",
        "body": "the author’s words, with a blank line between paragraphs",
        "summary": "one sentence for a slide, by the author; if empty, the first of `body`",
        "see": "the indicator whose commentary is meant, where the text only refers to another",
        "author": "who wrote it",
        "written_at": "the day it was written; it shows at a quarter if written by the end of the "
        "quarter after",
        "source": _SOURCE,
        "portfolio_id": "the portfolio, in place of an indicator, that it is about",
    },
    "events": {
        "date": "the day it happened",
        "words": "what happened, in a few words; of a rebase, the reason for it",
        "indicator_id": "the indicator that it is about",
        "portfolio_id": "the portfolio that it is about; without either, it is about all",
        "rebase": "`yes` if the usual range begins anew at the date",
        "source": _SOURCE,
    },
    "actions": {
        "indicator_id": _INDICATOR,
        "period": "the quarter whose report states it so",
        "action": "what is being done",
        "owner": "who does it",
        "due": "the day by which it is to be done",
        "state": "how far it is",
        "source": _SOURCE,
    },
    "accepted": {
        "table": "the table that the warning is about",
        "row": "the key of its row, its parts separated by semicolons; `check` prints it",
        "warning": "which warning: "
        + "; ".join(f"`{kind.value}` {kind.about}" for kind in WarningKind),
        "by": "who accepts it",
        "on": "the day",
    },
    "distributions": {
        "indicator_id": _INDICATOR,
        "area_group": "which authorities, in words",
        "period": "the period",
        "n": "how many authorities have a figure",
        "lower_quartile": "a quarter of them are at or below it (linear interpolation)",
        "median": "half of them are at or below it",
        "upper_quartile": "three quarters of them are at or below it (linear interpolation)",
        "rank_from_highest": "the council’s rank, where 1 is the highest value",
        "source": _SOURCE,
    },
}
"""What each column holds, by table and column."""
_SHAPES = {
    Kind.ID: "small letters, digits, hyphens",
    Kind.TEXT: "text",
    Kind.NUMBER: "number",
    Kind.WHOLE: "whole number",
    Kind.FLAG: "`yes` or `no`",
    Kind.PERIOD: "period",
    Kind.DATE: "date",
}


CELLS = """## What to write in a cell

- **Encoding**: save as UTF-8 (in Excel: “CSV UTF-8”). Files from older versions of Excel are read
  as well.
- **Numbers**: digits and a decimal point, without commas, percent signs or pound signs: `1234.5`.
- **Dates**: `2016-12-31`, or as Excel writes them: `31/12/2016`, `31-Dec-16`.
- **Ids**: small letters, digits and hyphens: `children-in-need`.
- **Periods**: with a prefix, so that a spreadsheet does not turn them into dates.

| period | write |
| --- | --- |
| the financial year 2016/17, and its third quarter | `FY2016-17`, `FY2016-17Q3` |
| the calendar year 2016, and the three years to 2022 | `CY2016`, `CY2020-2022` |
| the school year 2015/16 | `AY2015-16` |

## What to add each quarter

- In observations.csv, a row for the quarter, with that quarter as its `release`. After the fourth
  quarter, also a row for the year if the report gives one.
- In commentary.csv, a row for the quarter; at the start of a year, a row in targets.csv.
- If a figure is corrected later, add a row with the later `release` and leave the old row: it
  shows what was reported at the time.
- A quarter that is still to come can be left out, or have a row with the symbol `not_due`.

A target for a quarter judges that quarter; in Q4 the year's own target comes first. A target for
a year is checked every quarter if the basis in series.csv is `snapshot`, `rolling_12m`,
`rolling_36m`, `year_to_date_average` or `unstated`. If it is `year_to_date`, or a `period` count,
each quarter is only a part of the year, so the target is checked once the year has ended. A year
without a row of its own is the sum of its four quarters if they are counts or amounts, and of
shares with their counts the four together.

claims.csv, commentary.csv, distributions.csv and targets.csv need no rows, only their header.
accepted.csv, actions.csv and events.csv may be missing. In every file, each row has all its cells
and the last one ends with an end of line: otherwise the file is taken for half written.

## The tables

The examples are the rows that `python -m dashboard new` writes.
"""


def guide() -> str:
    """How to write cells, what to add each quarter, and every column, as Markdown."""
    return "\n".join([CELLS, *(line for spec in TABLES for line in _table(spec))])


def _table(spec: TableSpec) -> Iterator[str]:
    example = next(iter(starter_rows(spec.name)), {})
    yield f"### {spec.file}\n"
    key = ", ".join(spec.key)
    yield f"{ROW_IS[spec.name]} No two rows may have the same {key}.\n"
    yield "| column | what it holds | what you can write | example |"
    yield "| --- | --- | --- | --- |"
    for column in spec.columns:
        text = example.get(column.name, "").replace("\n", " ")
        shown = f"`{text}`" if text else ""
        words = WORDS[spec.name][column.name]
        yield f"| {column.name} | {words} | {_shape(column)} | {shown} |"
    yield ""
    if spec.open:
        yield (
            "Further columns of your own are kept, shown under “About this indicator” and "
            "downloaded with the table.\n"
        )
    if spec.former:
        names = ", ".join(f"`{name}`" for name in spec.former)
        yield f"A file may still have a column of an earlier version, which is ignored: {names}.\n"


def _shape(column: Column) -> str:
    shape = _SHAPES.get(column.kind, "")
    if column.choices:
        shape = ", ".join(f"`{choice}`" for choice in column.choices)
    if column.refers:
        shape = f"an id of {column.refers}.csv"
    if column.most is not None:
        shape += f" up to {column.most}"
    if column.required:
        return shape
    return f"{shape}; may be empty, or left out" if column.optional else f"{shape}; may be empty"
