"""Reads a data folder's files once, and replaces files atomically."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.store.schema import TABLES

Files = dict[str, bytes | None]
"""The bytes of each table's file by file name; None where the file is missing."""
READABLE = 0o644


def read_files(folder: Path) -> Files:
    """The bytes of every table's file, read once so that what is hashed is what is loaded."""
    paths = {spec.file: folder / spec.file for spec in TABLES}
    return {name: path.read_bytes() if path.is_file() else None for name, path in paths.items()}


@contextmanager
def replacing(path: Path) -> Iterator[str]:
    """The name of a temporary file beside `path`, which replaces it when the block succeeds.

    If the block raises, `path` is left as it was. The new file is readable by everyone.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".new")
    os.close(handle)
    try:
        yield name
        os.chmod(name, READABLE)
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)
