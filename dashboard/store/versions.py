"""Dataset versions: immutable files named by their content, and the pointer to the current one."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, create_engine, insert

from dashboard.store.cells import stored
from dashboard.store.files import Files, read_files
from dashboard.store.tables import METADATA, SQL, TABLES

POINTER = "current"
READABLE = 0o644


def content_hash(files: Files) -> str:
    """Names the content of a data folder, together with the tables it is to be stored in."""
    digest = hashlib.sha256(repr(TABLES).encode())
    for name, content in sorted(files.items()):
        digest.update(name.encode())
        digest.update(b"missing" if content is None else content)
    return digest.hexdigest()[:16]


def version_file(var: Path, version: str) -> Path:
    """Where a version is kept."""
    return var / f"dataset-{version}.sqlite"


def current_version(var: Path) -> str | None:
    """The version that the pointer names, if it is there."""
    try:
        version = (var / POINTER).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    return version if version_file(var, version).is_file() else None


def publish(folder: Path, var: Path) -> str:
    """Makes the folder's content the current version and returns its name.

    Content that is stored already is not loaded again. Raises DatasetError, and then leaves the
    current version as it is.
    """
    files = read_files(folder)
    version = content_hash(files)
    var.mkdir(parents=True, exist_ok=True)
    if not version_file(var, version).is_file():
        _build(folder, files, version_file(var, version))
    with _replacing(var / POINTER) as name:
        Path(name).write_text(version, encoding="ascii")
    return version


def _build(folder: Path, files: Files, target: Path) -> None:
    # pandas is needed only here: a start with unchanged data does without it.
    from dashboard.store.validate import read_dataset

    frames = read_dataset(folder, files)
    with _replacing(target) as name:
        engine = create_engine(URL.create("sqlite", database=name))
        METADATA.create_all(engine)
        with engine.begin() as connection:
            for spec in TABLES:
                rows = [
                    {c.name: stored(c, cells[c.name], c.name in spec.key) for c in spec.columns}
                    for cells in frames[spec.name].to_dict("records")
                ]
                if rows:
                    connection.execute(insert(SQL[spec.name]), rows)
        engine.dispose()


@contextmanager
def _replacing(path: Path) -> Iterator[str]:
    """A new file that takes the path's place whole, or not at all; readable as others are."""
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".new")
    os.close(handle)
    try:
        yield name
        os.chmod(name, READABLE)
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)
