"""Publishes changed data from a subprocess, so that loading does not slow the server down."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from dashboard.store.losses import HeldBackError
from dashboard.store.reading.problem import DatasetError
from dashboard.store.refusal import REFUSED, read_refusal
from dashboard.store.versions import current_version, is_stored, publish

TIMEOUT = 600
"""Seconds after which a load is stopped."""


def publish_in_subprocess(folder: Path, var: Path) -> str:
    """Makes the folder's content the current version and returns its name, as `publish` does.

    pandas is then imported in the subprocess alone. Raises DatasetError where the folder's data
    are refused, HeldBackError where they would lose what stands today, OSError where loading fails
    for another reason.
    """
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
        timeout=TIMEOUT,
        check=False,
    )
    refusal = read_refusal(var)
    if done.returncode == REFUSED and refusal:
        error = HeldBackError if refusal.held_back else DatasetError
        raise error(folder, refusal.problems)
    version = current_version(var)
    if done.returncode or version is None:
        raise OSError(f"Loading {folder} failed: {done.stderr.strip()[-2000:]}")
    return version
