"""Starts what is measured, each under gunicorn as in production, and ends it by its process id."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.request import urlopen

PATIENCE = 60


@dataclass(frozen=True)
class Served:
    """A running server: its address, its master's process id, seconds to its first answer."""

    url: str
    pid: int
    start_up: float

    def memory(self) -> list[float]:
        """The workers' own share of memory (PSS) in MB; Linux only."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return [_share(child) for child in children]


def _share(pid: str) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(
    module: str, workers: int = 2, settings: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Served]:
    """A module's `server` on a port of this machine; `settings` are set in its environment."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", f"{module}:server", "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--workers", str(workers), "--threads", "4"]
    command += ["--preload", "--log-level", "error"]
    begun = time.perf_counter()
    process = subprocess.Popen(command, start_new_session=True, env=os.environ | settings)
    url = f"http://127.0.0.1:{port}/"
    try:
        yield Served(url, process.pid, _first_answer(url, begun))
    finally:
        os.kill(process.pid, signal.SIGTERM)
        process.wait(timeout=PATIENCE)


def _first_answer(url: str, begun: float) -> float:
    while time.perf_counter() - begun < PATIENCE:
        try:
            with urlopen(url, timeout=PATIENCE):
                return time.perf_counter() - begun
        except OSError:
            time.sleep(0.02)
    raise TimeoutError(f"{url} did not answer in {PATIENCE} seconds")
