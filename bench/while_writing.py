"""How long others wait while files are written: `python -m bench.while_writing`.

One worker of four threads, 60 indicators. A reader asks for page after page, first alone, then
while somebody else has one file after another made.
"""

from __future__ import annotations

import statistics
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import Request, urlopen

from bench.servers import serving
from dashboard.store.demo import Scale, write_demo

SCALE = Scale(indicators=60, areas=10, years=10)
PAGES = 80
PAUSE = 0.02
QUARTERS = ("FY2025-26Q2", "FY2025-26Q1", "FY2024-25Q4", "FY2024-25Q3")
KINDS = ("docx", "pptx", "xlsx")


@dataclass(frozen=True)
class Waits:
    """Milliseconds from asking to the whole answer."""

    times: tuple[float, ...]

    @property
    def middle(self) -> float:
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        return sorted(self.times)[int(len(self.times) * 0.95)]


def _waits(url: str) -> Waits:
    times = []
    for number in range(PAGES):
        address = f"{url}?portfolio=all&form=table&quarter={QUARTERS[number % len(QUARTERS)]}"
        asked = Request(url + "_dash-layout", headers={"Referer": address})
        begun = time.perf_counter()
        with urlopen(asked) as answer:
            answer.read()
        times.append((time.perf_counter() - begun) * 1000)
        time.sleep(PAUSE)
    return Waits(tuple(times))


def _while_writing(url: str, kind: str) -> tuple[Waits, list[float]]:
    """The waits, and the seconds of each file that was made meanwhile."""
    over = threading.Event()
    seconds: list[float] = []

    def write() -> None:
        while not over.is_set():
            begun = time.perf_counter()
            with urlopen(f"{url}report.{kind}?which=all&quarter={QUARTERS[0]}") as answer:
                answer.read()
            seconds.append(time.perf_counter() - begun)

    writer = threading.Thread(target=write)
    writer.start()
    waits = _waits(url)
    over.set()
    writer.join()
    return waits, seconds


def main() -> None:
    """Prints the reader's waits alone and beside each kind of file."""
    with TemporaryDirectory() as folder:
        data, var = Path(folder) / "data", Path(folder) / "var"
        write_demo(data, SCALE)
        settings = {"DASHBOARD_DATA": str(data), "DASHBOARD_VAR": str(var)}
        with serving("app", workers=1, settings=settings) as served:
            _waits(served.url)
            alone = _waits(served.url)
            print(f"a page alone, p50 and p95, ms: {alone.middle:.0f} and {alone.p95:.0f}")
            for kind in KINDS:
                waits, seconds = _while_writing(served.url, kind)
                print(
                    f"while .{kind} files are made: {waits.middle:.0f} and {waits.p95:.0f} ms "
                    f"({waits.middle / alone.middle:.1f} and {waits.p95 / alone.p95:.1f} times); "
                    f"{len(seconds)} files, {statistics.median(seconds):.2f} s each"
                )


if __name__ == "__main__":
    main()
