"""How long reading a report takes, and writing one of 60 indicators: `python -m bench.reports`."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.reports.exporting.content import ReportContent, report_content
from dashboard.reports.exporting.files import KINDS
from dashboard.reports.importing.report import read_report
from dashboard.reports.importing.source import read_lines
from dashboard.store.dataset import Dataset, Store
from dashboard.store.demo import Scale, write_demo
from dashboard.store.versions import publish

REPEATS = 5
SHIPPED = Path(__file__).parents[1] / "tests/reports/importing/exception-report-2016-17-Q3.txt"


def _median(act: Callable[[], object]) -> float:
    times = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        act()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def _pack(dataset: Dataset) -> ReportContent:
    catalogue = dataset.catalogue
    quarter = catalogue.latest_quarter(None) or catalogue.quarters()[0]
    return report_content(dataset, catalogue.portfolios, quarter, "all")


def main() -> None:
    """Prints the median seconds of each, the first file of a kind left out."""
    seconds = _median(lambda: read_report(read_lines(SHIPPED)))
    print(f"reading the shipped report: {seconds:.3f} s")
    with TemporaryDirectory() as folder:
        data, var = Path(folder) / "data", Path(folder) / "var"
        write_demo(data, Scale(60, 10, 10))
        publish(data, var)
        chosen = _pack(Store(var).current())
        for name, kind in KINDS.items():
            kind.make(chosen, "A council", "/print")
            seconds = _median(lambda kind=kind: kind.make(chosen, "A council", "/print"))
            print(f"{len(chosen.findings)} indicators as .{name}: {seconds:.2f} s")


if __name__ == "__main__":
    main()
