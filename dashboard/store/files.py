"""Files that stand whole: a data folder read once, and a file that takes its place at once."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.store.schema import TABLES

Files = dict[str, bytes | None]
"""Each table's file and its bytes; None where it is missing."""
READABLE = 0o644


def read_files(folder: Path) -> Files:
    """The bytes of every table's file: what is hashed is what is validated and loaded."""
    paths = {spec.file: folder / spec.file for spec in TABLES}
    return {name: path.read_bytes() if path.is_file() else None for name, path in paths.items()}


@contextmanager
def replacing(path: Path) -> Iterator[str]:
    """A new file that takes the path's place whole, or not at all; readable as others are."""
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".new")
    os.close(handle)
    try:
        yield name
        os.chmod(name, READABLE)
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)
