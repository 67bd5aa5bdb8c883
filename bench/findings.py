"""How long the findings of a whole council take: 400 indicators at one quarter, on one core.

Run `python -m bench.findings`. The rows are read beforehand; every finding is made anew. A finding
finds what its status does not need when it is asked for, so what an overview shows of all of them
is measured by itself, and so is what an indicator's page adds.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.finding import find
from dashboard.store.dataset import Store
from dashboard.store.demo import Scale, write_demo
from dashboard.store.versions import publish

REPEATS = 5
INDICATORS, AREAS, YEARS = 400, 10, 10


def main() -> None:
    """Prints the median times for all findings, and for what an overview and a page add."""
    with TemporaryDirectory() as folder:
        data, var = Path(folder) / "data", Path(folder) / "var"
        write_demo(data, Scale(INDICATORS, AREAS, YEARS))
        publish(data, var)
        dataset = Store(var).current()
        catalogue = dataset.catalogue
        quarter = catalogue.latest_quarter(None) or catalogue.quarters()[0]
        records = dataset.records(catalogue.indicators)
        nothing = CommentaryFinding(quarter, None)
        times, overview, page = [], [], []
        for _ in range(REPEATS):
            begun = time.perf_counter()
            found = [find(record, quarter, nothing) for record in records]
            times.append(time.perf_counter() - begun)
            begun = time.perf_counter()
            shown = [(each.headline, each.outlook, each.target_lines) for each in found]
            overview.append(time.perf_counter() - begun)
            begun = time.perf_counter()
            tested = [(each.real_changes, each.usual_range, each.recent_trend) for each in found]
            page.append(time.perf_counter() - begun)
    print(f"findings of {len(found)} indicators: {statistics.median(times) * 1000:.0f} ms")
    print(f"what an overview shows of {len(shown)}: {statistics.median(overview) * 1000:.0f} ms")
    print(f"tests and trends of {len(tested)}: {statistics.median(page) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
