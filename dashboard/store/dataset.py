"""The dataset that is being served: one open version, exchanged whole when the pointer moves."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from urllib.parse import quote
from weakref import WeakSet

from sqlalchemy import URL, Engine, create_engine

from dashboard.domain.facts.indicator import Indicator, Series
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Record
from dashboard.store import contents, queries
from dashboard.store.catalogue import Catalogue
from dashboard.store.files import replacing
from dashboard.store.refusal import Refusal, read_refusal
from dashboard.store.versions import POINTER, current_version, published_at, version_file

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
        self.var = var
        self._file = version_file(var, version)

    @cached_property
    def _engine(self) -> Engine:
        # The file never changes once it has its name, so SQLite need not look for locks.
        file = f"file:{quote(str(self._file.resolve()))}?mode=ro&immutable=1"
        engine = create_engine(URL.create("sqlite", database=file, query={"uri": "true"}))
        _ENGINES.add(engine)
        return engine

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the dataset holds."""
        with self._engine.connect() as connection:
            return queries.read_catalogue(connection)

    def records(self, indicators: Sequence[Indicator]) -> list[Record]:
        """The rows of some indicators, in the order asked for."""
        with self._engine.connect() as connection:
            return queries.read_records(connection, self.catalogue, indicators)

    def authority_periods(self, indicator_id: str) -> frozenset[str]:
        """The ids of the periods for which other authorities' figures are held."""
        with self._engine.connect() as connection:
            return frozenset(queries.read_authority_periods(connection, indicator_id))

    def authorities(self, indicator_id: str, period: Period) -> list[Decimal]:
        """Every authority's published value for a period, the council's among them."""
        with self._engine.connect() as connection:
            return queries.read_authorities(connection, indicator_id, period.id)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        with self._engine.connect() as connection:
            return contents.read_counts(connection)

    @cached_property
    def series(self) -> dict[str, list[Series]]:
        """How each indicator's origins state it."""
        with self._engine.connect() as connection:
            return contents.read_series(connection)

    @cached_property
    def references(self) -> list[tuple[str, Period, str]]:
        """Each commentary that refers to another's: the indicator, the period, the one meant."""
        with self._engine.connect() as connection:
            return contents.read_references(connection)

    def table(self, name: str) -> Iterator[tuple[contents.Value, ...]]:
        """A table's rows, read as they are taken."""
        with self._engine.connect() as connection:
            yield from contents.read_table(connection, name)

    def published_at(self) -> datetime:
        """Since when this installation has served its current dataset."""
        return published_at(self.var)

    def refusal(self) -> Refusal | None:
        """What was wrong with newer data that were not taken."""
        return read_refusal(self.var)

    def archive(self, write: Callable[[Path], None]) -> Path:
        """The dataset as one file to take away, made by `write` when it is first asked for."""
        path = self._file.with_suffix(".zip")
        if not path.is_file():
            with replacing(path) as name:
                write(Path(name))
        return path


class Store:
    """Hands out the current dataset; every request asks once and uses what it got throughout."""

    def __init__(self, var: Path) -> None:
        self._var = var
        self._lock = threading.Lock()
        self._seen: tuple[int, int] | None = None
        self._dataset: Dataset | None = None

    def current(self) -> Dataset:
        """The dataset that the pointer names, else the one served last.

        Raises LookupError where nothing was ever published.
        """
        with self._lock:
            seen = self._pointer()
            if seen is not None and seen != self._seen:
                version = current_version(self._var)
                if version and (self._dataset is None or self._dataset.version != version):
                    self._dataset = Dataset(self._var, version)
                self._seen = seen
            if self._dataset is None:
                raise LookupError(f"No dataset has been loaded into {self._var}.")
            return self._dataset

    def _pointer(self) -> tuple[int, int] | None:
        """What changes when the pointer moves; None while it is not there."""
        try:
            stat = (self._var / POINTER).stat()
        except FileNotFoundError:
            return None
        return stat.st_mtime_ns, stat.st_ino
