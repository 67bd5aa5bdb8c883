"""Dataset versions: immutable files named by their content, and the pointer to the current one."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from sqlalchemy import create_engine, insert

from dashboard.store.cells import stored
from dashboard.store.tables import METADATA, SQL, TABLES

POINTER = "current"


def content_hash(folder: Path) -> str:
    """Names the content of a data folder, together with the tables it is to be stored in."""
    digest = hashlib.sha256(repr(TABLES).encode())
    for spec in TABLES:
        path = folder / spec.file
        digest.update(spec.file.encode())
        digest.update(path.read_bytes() if path.is_file() else b"missing")
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
    version = content_hash(folder)
    var.mkdir(parents=True, exist_ok=True)
    if not version_file(var, version).is_file():
        _build(folder, version_file(var, version))
    _replace(var / POINTER, version)
    return version


def _build(folder: Path, target: Path) -> None:
    # pandas is needed only here: a start with unchanged data does without it.
    from dashboard.store.validate import read_dataset

    frames = read_dataset(folder)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".loading")
    os.close(handle)
    engine = create_engine(f"sqlite:///{name}")
    try:
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
        os.replace(name, target)
    finally:
        engine.dispose()
        Path(name).unlink(missing_ok=True)


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".pointer")
    with os.fdopen(handle, "w", encoding="ascii") as pointer:
        pointer.write(text)
    os.replace(name, path)
