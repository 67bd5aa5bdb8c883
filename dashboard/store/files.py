"""The files of a data folder, read once: what is hashed is what is validated and loaded."""

from __future__ import annotations

from pathlib import Path

from dashboard.store.tables import TABLES

Files = dict[str, bytes | None]
"""Each table's file and its bytes; None where it is missing."""


def read_files(folder: Path) -> Files:
    """The bytes of every table's file."""
    paths = {spec.file: folder / spec.file for spec in TABLES}
    return {name: path.read_bytes() if path.is_file() else None for name, path in paths.items()}
