"""The dataset that is being served: one open version, exchanged whole when the pointer moves."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from weakref import WeakSet

from sqlalchemy import Engine, create_engine

from dashboard.domain.indicator import Indicator
from dashboard.domain.record import Record
from dashboard.store import queries
from dashboard.store.catalogue import Catalogue
from dashboard.store.versions import POINTER, current_version, version_file

_ENGINES: WeakSet[Engine] = WeakSet()


def _forget_connections() -> None:
    """A forked worker must not use the connections of the process it came from."""
    for engine in _ENGINES:
        engine.dispose(close=False)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_connections)


class Dataset:
    """One immutable version, open for reading."""

    def __init__(self, var: Path, version: str) -> None:
        self.version = version
        self._file = version_file(var, version)

    @cached_property
    def _engine(self) -> Engine:
        # The file never changes once it has its name, so SQLite need not look for locks.
        engine = create_engine(f"sqlite:///file:{self._file}?mode=ro&immutable=1&uri=true")
        _ENGINES.add(engine)
        return engine

    @cached_property
    def loaded_at(self) -> datetime:
        """When this version was loaded, in local time."""
        return datetime.fromtimestamp(self._file.stat().st_mtime).astimezone()

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the dataset holds."""
        with self._engine.connect() as connection:
            return queries.read_catalogue(connection)

    def records(self, indicators: Sequence[Indicator]) -> list[Record]:
        """The rows of some indicators, in the order asked for."""
        with self._engine.connect() as connection:
            return queries.read_records(connection, self.catalogue, indicators)


class Store:
    """Hands out the current dataset; every request asks once and uses what it got throughout."""

    def __init__(self, var: Path) -> None:
        self._var = var
        self._lock = threading.Lock()
        self._seen: tuple[int, int] | None = None
        self._dataset: Dataset | None = None

    def current(self) -> Dataset:
        """The dataset that the pointer names; raises LookupError where nothing was published."""
        try:
            stat = (self._var / POINTER).stat()
        except FileNotFoundError as error:
            raise LookupError(f"No dataset has been loaded into {self._var}.") from error
        seen = (stat.st_mtime_ns, stat.st_ino)
        with self._lock:
            if self._dataset is None or seen != self._seen:
                version = current_version(self._var)
                if version is None:
                    raise LookupError(f"The current dataset is missing from {self._var}.")
                if self._dataset is None or self._dataset.version != version:
                    self._dataset = Dataset(self._var, version)
                self._seen = seen
            return self._dataset
