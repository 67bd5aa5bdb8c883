"""Publishes changed data in a process of its own: a server's memory and time stay its readers'."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from dashboard.store.reading.problem import DatasetError
from dashboard.store.refusal import REFUSED, read_refusal
from dashboard.store.versions import current_version, is_stored, publish

PATIENCE = 600
"""Seconds after which a load is given up."""


def publish_apart(folder: Path, var: Path) -> str:
    """Like `publish`, with the same errors, and pandas nowhere near the process that asks."""
    if folder.is_dir() and is_stored(folder, var):
        return publish(folder, var)
    command = [sys.executable, "-m", "dashboard", "load"]
    given = {"DASHBOARD_DATA": str(folder), "DASHBOARD_VAR": str(var)}
    done = subprocess.run(
        command,
        env=os.environ | given,
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    refusal = read_refusal(var)
    if done.returncode == REFUSED and refusal:
        raise DatasetError(folder, refusal.problems)
    version = current_version(var)
    if done.returncode or version is None:
        raise OSError(f"Loading {folder} failed: {done.stderr.strip()[-2000:]}")
    return version
