"""Read yearly series from folders of published statistics, on which outlooks are tried."""

from __future__ import annotations

import csv
import io
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

_YEAR = re.compile(r"(\d{4})(?:[/-]?(\d{2}))?")
_DATED = re.compile(r"(\d{4})-\d{2}-\d{2}(?:/P1Y)?|FY(\d{4})-\d{2}|CY(\d{4})|AY(\d{4})-\d{2}")


@dataclass(frozen=True)
class _Layout:
    """A publisher's columns: what tells series apart, the period and the value."""

    publisher: str
    keys: tuple[str, ...]
    period: str
    value: str

    @property
    def columns(self) -> set[str]:
        """The columns by which the layout is known."""
        return {*self.keys, self.period, self.value}


_LAYOUTS = (
    _Layout("ONS", ("areacd", "indicator", "measure", "unit"), "period", "observation"),
    _Layout("DfE", ("Short Desc", "LA and Regions"), "Years", "Values"),
    _Layout(
        "OHID",
        ("Indicator ID", "Area Code", "Sex", "Age", "Category Type", "Category"),
        "Time period",
        "Value",
    ),
    _Layout("this dataset", ("indicator_id", "area_id", "origin"), "period", "value"),
)
_WIDE_KEYS = ("geographic_level", "region_code", "new_la_code")
_WIDE = {"time_period", *_WIDE_KEYS}
"""The columns of the DfE's tables that have one column for each measure."""
_IDS = {
    *_WIDE,
    "time_identifier",
    "country_code",
    "country_name",
    "region_name",
    "old_la_code",
    "la_name",
}
Key = tuple[str, ...]
Row = dict[str, str]


def published_series(folder: Path) -> dict[str, list[list[float]]]:
    """The series of consecutive years in a folder's CSV files and zip files, by publisher.

    Other layouts are passed over with a word, figures for several years without one.
    """
    found: dict[str, dict[Key, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
    for name, text in _files(folder):
        rows = csv.DictReader(text)
        header = set(rows.fieldnames or ())
        layout = next((each for each in _LAYOUTS if each.columns <= header), None)
        if layout is not None:
            publisher, figures = layout.publisher, _long(layout, rows)
        elif header >= _WIDE:
            publisher, figures = "DfE", _wide(name, list(rows))
        else:
            print(f"passed over: {name}", file=sys.stderr)
            continue
        for key, period, text_value in figures:
            year, value = _year(period), _number(text_value)
            if year is not None and value is not None:
                found[publisher][key].setdefault(year, value)
    return {
        publisher: [run for years in series.values() for run in _runs(years)]
        for publisher, series in found.items()
    }


def _long(layout: _Layout, rows: Iterable[Row]) -> Iterator[tuple[Key, str, str]]:
    """Each row's figure: what tells its series apart, its period and its value."""
    for row in rows:
        key = tuple(row[column] or "" for column in layout.keys)
        yield key, row[layout.period] or "", row[layout.value] or ""


def _wide(name: str, rows: Sequence[Row]) -> Iterator[tuple[Key, str, str]]:
    """Each figure of a table with a column for each measure, the numbers among its columns."""
    columns = [column for column in (rows[0] if rows else ()) if column not in _IDS]
    measures = [
        column for column in columns if any(_number(row[column] or "") is not None for row in rows)
    ]
    kept = [*_WIDE_KEYS, *(column for column in columns if column not in measures)]
    for row in rows:
        key = tuple(row[column] or "" for column in kept)
        for measure in measures:
            yield (name, measure, *key), row["time_period"] or "", row[measure] or ""


def _files(folder: Path) -> Iterator[tuple[str, io.TextIOBase]]:
    for path in sorted(folder.rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as text:
            yield path.name, text
    for path in sorted(folder.rglob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                if name.endswith(".csv"):
                    with archive.open(name) as raw:
                        yield name, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")


def _year(text: str) -> int | None:
    """The year in which a year's figure begins; None for quarters, months and longer periods."""
    if dated := _DATED.fullmatch(text.strip()):
        return int(next(filter(None, dated.groups())))
    found = _YEAR.fullmatch(text.strip())
    if found is None or (found[2] and (int(found[1]) + 1) % 100 != int(found[2])):
        return None
    return int(found[1])


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None


def _runs(years: dict[int, float]) -> Iterator[list[float]]:
    """The values of consecutive years, a run ending where a year is missing."""
    run: list[float] = []
    for year in sorted(years):
        if run and year - 1 not in years:
            yield run
            run = []
        run.append(years[year])
    if run:
        yield run
