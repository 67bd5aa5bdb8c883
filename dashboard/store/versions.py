"""Dataset versions: files that never change, named by their content, and the pointer to one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, create_engine, insert

from dashboard.store.files import Files, read_files, replacing
from dashboard.store.losses import HeldBackError, losses
from dashboard.store.reading.cells import stored
from dashboard.store.reading.problem import DatasetError
from dashboard.store.refusal import forget_refusal, write_refusal
from dashboard.store.schema import TABLES
from dashboard.store.sql import FURTHER, LOADING_WARNINGS, METADATA, SQL
from dashboard.store.table import TableSpec

if TYPE_CHECKING:
    import pandas as pd

POINTER = "current"
_ROWS_AT_ONCE = 20_000


def content_hash(files: Files) -> str:
    """A version's name: a hash of the folder's files and of the tables that will store them."""
    digest = hashlib.sha256(repr(TABLES).encode())
    for name, content in sorted(files.items()):
        digest.update(name.encode())
        digest.update(b"missing" if content is None else content)
    return digest.hexdigest()[:16]


def version_file(var: Path, version: str) -> Path:
    """The path of a version's SQLite file."""
    return var / f"dataset-{version}.sqlite"


def current_version(var: Path) -> str | None:
    """The version that the pointer names; None if the pointer or that version's file is missing."""
    try:
        version = (var / POINTER).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    return version if version_file(var, version).is_file() else None


def published_at(var: Path) -> datetime:
    """When the current version became current, in UTC."""
    return datetime.fromtimestamp((var / POINTER).stat().st_mtime, UTC)


def publish(folder: Path, var: Path, *, accept: bool = False) -> str:
    """Makes the folder's content the current version and returns its name.

    Content that is stored already is not loaded again. If the data are not valid, raises
    DatasetError, leaves the current version as it is and stores the problems as a refusal. If they
    lack rows that the current version has, the same happens with a HeldBackError, unless a person
    has accepted the loss with `accept`.
    """
    files = read_files(folder)
    version = content_hash(files)
    var.mkdir(parents=True, exist_ok=True)
    if not version_file(var, version).is_file():
        try:
            _build(folder, files, version_file(var, version))
        except DatasetError as bad:
            write_refusal(var, bad.problems)
            raise
    current = current_version(var)
    if current != version:
        if current and not accept:
            _hold_back(folder, var, current, version)
        with replacing(var / POINTER) as name:
            Path(name).write_text(version, encoding="ascii")
    forget_refusal(var)
    return version


def _hold_back(folder: Path, var: Path, current: str, version: str) -> None:
    """Raises HeldBackError, and stores why, where the version lacks what the current one has."""
    if lost := losses(version_file(var, current), version_file(var, version)):
        write_refusal(var, lost, held_back=True)
        raise HeldBackError(folder, lost)


def is_stored(folder: Path, var: Path) -> bool:
    """Whether the folder's content has been loaded before."""
    return version_file(var, content_hash(read_files(folder))).is_file()


def _build(folder: Path, files: Files, target: Path) -> None:
    # Only loading needs pandas, so that a start with unchanged data need not import it.
    from dashboard.store.reading.validate import read_folder

    reading = read_folder(folder, files)
    frames = reading.valid()
    with replacing(target) as name:
        engine = create_engine(URL.create("sqlite", database=name))
        METADATA.create_all(engine)
        with engine.begin() as connection:
            for spec in TABLES:
                frame = frames.pop(spec.name)
                for begin in range(0, len(frame), _ROWS_AT_ONCE):
                    cells = frame[begin : begin + _ROWS_AT_ONCE]
                    connection.execute(insert(SQL[spec.name]), _stored_rows(spec, cells))
            if reading.warnings:
                kept = [{"content": json.dumps(asdict(each))} for each in reading.warnings]
                connection.execute(insert(LOADING_WARNINGS), kept)
        engine.dispose()


def _stored_rows(spec: TableSpec, frame: pd.DataFrame) -> list[dict[str, object]]:
    columns: list[list[str | int | None]] = [
        [stored(column, text, column.name in spec.key) for text in frame[column.name].tolist()]
        for column in spec.columns
    ]
    names = [column.name for column in spec.columns]
    if spec.open:
        further = frame.drop(columns=names).to_dict("records")
        columns.append([json.dumps(cells) for cells in further])
        names = [*names, FURTHER]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]
