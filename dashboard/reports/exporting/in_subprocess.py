"""Makes a file in another process, so that pages do not wait for it, and hears how far it is.

Threads share one interpreter: while it writes a workbook, pages took many times as long
(bench/README.md).
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryFile
from typing import IO

from dashboard.domain.facts.period import parse
from dashboard.reports.exporting.content import Told, report_content, unheard
from dashboard.reports.exporting.files import KINDS
from dashboard.settings import ROOT
from dashboard.store.dataset import Dataset

AT_ONCE = 2
"""How many files one worker may have in the making; its other threads go on answering."""
BEAT = 0.5
"""Seconds without news after which the one who waits hears that there is none."""
PATIENCE = 120
"""Seconds without news after which making a file is abandoned."""
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


@dataclass(frozen=True, slots=True)
class Progress:
    """How many indicators are in the file, and of how many."""

    done: int
    of: int


News = Progress | bytes | None
"""What is heard of a file in the making: how far it is, nothing new, or at last its bytes."""
Heard = Generator[News, None, None]
Process = subprocess.Popen[bytes]


def make(order: Order, told: Told = unheard) -> bytes:
    """The file's bytes, made in this process."""
    dataset, period = Dataset(Path(order.var), order.version), parse(order.quarter)
    portfolios = [p for p in dataset.catalogue.portfolios if p.id in order.portfolios]
    found = report_content(
        dataset, portfolios, period, order.which, order.charts, order.only, order.own
    )
    return KINDS[order.kind].make(found, dataset.catalogue.council.name, order.address, told)


def making(order: Order) -> Heard:
    """The news of a file until it is there; closing them ends the work.

    What takes long is made in another process. Raises BusyError at once if too many are being
    made, and NotMadeError among the news.
    """
    heard = _heard(order) if KINDS[order.kind].long else _made_here(order)
    # A generator that has not begun would not free its place when it is closed.
    next(heard)
    return heard


def _made_here(order: Order) -> Heard:
    yield None
    yield make(order)


def _heard(order: Order) -> Heard:
    if not _places.acquire(blocking=False):
        raise BusyError("Other files are being made just now. Ask again in a few seconds.")
    try:
        yield None
        with TemporaryFile() as complaints, _begun(order, complaints) as (process, news):
            content = yield from _awaited(news)
            if process.wait():
                complaints.seek(0)
                raise NotMadeError(complaints.read().decode("utf-8", "replace").strip()[-2000:])
        yield content
    finally:
        _places.release()


@contextmanager
def _begun(order: Order, complaints: IO[bytes]) -> Iterator[tuple[Process, SimpleQueue[News]]]:
    """The process that makes the file, and its news; it does not outlive who waits for it."""
    command = [sys.executable, "-m", "dashboard.reports.exporting.in_subprocess"]
    command.append(json.dumps(asdict(order)))
    with Process(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=complaints) as process:
        # A thread reads, because not every system can wait for a pipe for a while only.
        news: SimpleQueue[News] = SimpleQueue()
        reader = threading.Thread(target=_read, args=(process.stdout, news))
        reader.start()
        try:
            yield process, news
        finally:
            process.kill()
            reader.join()


def _awaited(news: SimpleQueue[News]) -> Generator[Progress | None, None, bytes]:
    """The news until the file is there, then the file; None now and then where there is none."""
    silence = 0.0
    while silence < PATIENCE:
        try:
            heard = news.get(timeout=BEAT)
        except Empty:
            heard, silence = None, silence + BEAT
        else:
            silence = 0.0
        if isinstance(heard, bytes):
            return heard
        yield heard
    raise NotMadeError(f"Nothing was heard of the file for {PATIENCE} seconds.")


def _read(said: IO[bytes], news: SimpleQueue[News]) -> None:
    """A line for each indicator, an empty one, then the file; a process that fails says less."""
    while line := said.readline().strip():
        news.put(Progress(*json.loads(line)))
    news.put(said.read())


def _say(done: int, of: int) -> None:
    sys.stdout.buffer.write(f"[{done}, {of}]\n".encode())
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    content = make(Order(**json.loads(sys.argv[1])), _say)
    sys.stdout.buffer.write(b"\n" + content)
