"""Which Chromium the browser tests drive: one that is there, else one that is installed now."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 240
"""Seconds for one way of installing; a closed network may never answer."""


def find_chromium() -> str | None:
    """The path of a Chrome or Chromium: CHROMIUM if set, the first on PATH, else Playwright's."""
    named = os.environ.get("CHROMIUM")
    found = named or next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _run(*command: str) -> bool:
    print("+", " ".join(command), flush=True)
    try:
        return subprocess.run(command, timeout=PATIENCE, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def install() -> str | None:
    """Installs a Chromium: Playwright's where it can be downloaded, else the system's package."""
    _run(sys.executable, "-m", "playwright", "install", "chromium")
    if found := find_chromium():
        return found
    if shutil.which("apt-get"):
        administrator = [] if os.geteuid() == 0 else ["sudo", "-n"]
        _run(*administrator, "apt-get", "update", "-qq")
        _run(
            *administrator, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"
        )
    return find_chromium()


def main() -> int:
    """Says which browser the tests will use; 1 where there is none and none can be installed."""
    found = find_chromium() or install()
    if not found:
        print("No Chrome or Chromium is here, and none could be installed.", file=sys.stderr)
        print("Install one, or name one in CHROMIUM.", file=sys.stderr)
        return 1
    print(f"Browser tests use {found}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
