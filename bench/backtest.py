"""How often outlooks held: on simulated series, and on folders of published ones.

Run `make backtest`, or `make backtest SERIES="FOLDER FOLDER"` with folders of published CSV files:
ONS Explore Local Statistics, DfE Local Authority Interactive Tool and Explore Education Statistics,
OHID Fingertips, or a dataset of ours. It prints the table that the About page shows, and writes it
there.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from bench.published import published_series
from bench.simulated import LEVELS, TWELVE_MONTHS, YEARS
from dashboard.domain.checks.forecast_backtest import (
    AHEAD,
    Coverage,
    pace_coverage,
    years_coverage,
)
from dashboard.pages.about.coverage import COVERAGE, CoverageRow, coverage_text

SEED = 20261129
RUNS = 8000
FIGURES = (3, 4, 6, 8, 16)
EARLIER = (3, 4, 6)
FEWEST_TRIED = 1000
"""A share of fewer real windows is left out, since chance alone would move it."""
AT_A_DATE = "Pace and swing, figures at a date"
OVER_12_MONTHS = "Pace and swing, figures for twelve months"
BY_YEARS = "Earlier years"


def simulated(runs: int) -> Iterator[CoverageRow]:
    """The coverage of both methods on simulated series."""
    chance = np.random.default_rng(SEED)
    for method, kinds, rolling in (
        (AT_A_DATE, LEVELS, False),
        (OVER_12_MONTHS, TWELVE_MONTHS, True),
    ):
        for name, make in kinds.items():
            for figures in FIGURES:
                series = make(chance, runs, figures + max(AHEAD)).tolist()
                found = pace_coverage(series, figures, rolling)
                yield _row(method, f"simulated: {name}", figures, found)
    for name, make in YEARS.items():
        for years in EARLIER:
            series = make(chance, runs, years + 1).tolist()
            yield _row(BY_YEARS, f"simulated: {name}", years, years_coverage(series, years))


def published(folders: Iterable[Path]) -> Iterator[CoverageRow]:
    """The coverage of pace and swing on published yearly series, their years as if quarters."""
    series: dict[str, list[list[float]]] = defaultdict(list)
    for folder in folders:
        for publisher, found in published_series(folder).items():
            series[publisher] += found
    for publisher in sorted(series):
        for figures in FIGURES:
            found = pace_coverage(series[publisher], figures, rolling=False)
            if found[0].tried >= FEWEST_TRIED:
                name = f"published by year: {publisher}"
                yield _row(AT_A_DATE, name, figures, found)


def _row(method: str, series: str, figures: int, found: Sequence[Coverage]) -> CoverageRow:
    shares = tuple(each.percent if each.tried else None for each in found)
    return CoverageRow(method, series, figures, shares, found[0].tried)


def main() -> None:
    """Prints the table and writes it to the file that the About page reads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    given = parser.parse_args()
    rows = [*simulated(RUNS), *published(given.folders)]
    text = coverage_text(rows)
    print(text, end="")
    COVERAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
