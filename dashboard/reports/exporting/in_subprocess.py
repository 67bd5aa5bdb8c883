"""Makes a file in another process, so that pages do not wait for it.

Threads share one interpreter: while it writes a workbook, pages took many times as long
(bench/README.md).
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from dashboard.domain.facts.period import parse
from dashboard.reports.exporting.content import report_content
from dashboard.reports.exporting.files import KINDS
from dashboard.settings import ROOT
from dashboard.store.dataset import Dataset

AT_ONCE = 2
"""How many files one worker may have in the making; its other threads go on answering."""
PATIENCE = 120
"""Seconds after which making a file is abandoned."""
_places = threading.BoundedSemaphore(AT_ONCE)


class BusyError(RuntimeError):
    """As many files are being made as are allowed at once."""


class NotMadeError(RuntimeError):
    """The other process failed; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Order:
    """A file to be made of a version of the dataset, as text that another process can read.

    `own` are the ids of a reader's own list, None where the file is of whole portfolios.
    """

    var: str
    version: str
    kind: str
    portfolios: tuple[str, ...]
    quarter: str
    which: str
    only: tuple[str, ...]
    charts: bool
    address: str
    own: tuple[str, ...] | None = None


def make_in_subprocess(order: Order) -> bytes:
    """The file's bytes. Raises BusyError at once if too many are being made, else NotMadeError."""
    if not _places.acquire(blocking=False):
        raise BusyError("Other files are being made just now. Ask again in a few seconds.")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "dashboard.reports.exporting.in_subprocess"],
            input=json.dumps(asdict(order)).encode(),
            cwd=ROOT,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotMadeError(f"The file was not made within {PATIENCE} seconds.") from None
    finally:
        _places.release()
    if done.returncode:
        raise NotMadeError(done.stderr.decode("utf-8", "replace").strip()[-2000:])
    return done.stdout


def make(order: Order) -> bytes:
    """The file's bytes, made in this process."""
    dataset, period = Dataset(Path(order.var), order.version), parse(order.quarter)
    portfolios = [p for p in dataset.catalogue.portfolios if p.id in order.portfolios]
    found = report_content(
        dataset, portfolios, period, order.which, order.charts, order.only, order.own
    )
    return KINDS[order.kind].make(found, dataset.catalogue.council.name, order.address)


if __name__ == "__main__":
    sys.stdout.buffer.write(make(Order(**json.load(sys.stdin))))
