"""The dataset that is being served: one open version, replaced when the pointer moves."""

from __future__ import annotations

import logging
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
from dashboard.domain.facts.record import Commentary, Observation, Record
from dashboard.store import contents, queries
from dashboard.store.catalogue import Catalogue
from dashboard.store.files import replacing
from dashboard.store.reading.problem import LoadingWarning
from dashboard.store.refusal import Refusal, read_refusal
from dashboard.store.versions import POINTER, current_version, published_at, version_file

log = logging.getLogger(__name__)
_ENGINES: WeakSet[Engine] = WeakSet()


def _forget_connections() -> None:
    """Drops inherited connections in a forked worker, which must open its own."""
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
        # A version's file never changes once it has its name, so SQLite can skip locking.
        file = f"file:{quote(str(self._file.resolve()))}?mode=ro&immutable=1"
        engine = create_engine(URL.create("sqlite", database=file, query={"uri": "true"}))
        _ENGINES.add(engine)
        return engine

    @cached_property
    def catalogue(self) -> Catalogue:
        """Its portfolios, areas, indicators and quarters."""
        with self._engine.connect() as connection:
            return queries.read_catalogue(connection)

    def records(self, indicators: Sequence[Indicator]) -> list[Record]:
        """The records of some indicators, in the order asked for."""
        with self._engine.connect() as connection:
            return queries.read_records(connection, self.catalogue, indicators)

    def narratives(self, portfolio_id: str) -> list[Commentary]:
        """Every version of what was written about a portfolio as a whole."""
        with self._engine.connect() as connection:
            return queries.read_narratives(connection, portfolio_id)

    def authority_periods(self, indicator_id: str) -> frozenset[str]:
        """The ids of the periods with figures of other authorities."""
        with self._engine.connect() as connection:
            return frozenset(queries.read_authority_periods(connection, indicator_id))

    def authorities(self, indicator_id: str, period: Period) -> list[Decimal]:
        """The published value of the council and of each other authority for a period."""
        with self._engine.connect() as connection:
            return queries.read_authorities(connection, indicator_id, period.id)

    def published_of_period(self, indicator_id: str, period: Period) -> list[Observation]:
        """The published figures of the council and of each other authority for a period."""
        with self._engine.connect() as connection:
            return queries.read_published(
                connection, self.catalogue, indicator_id, period_id=period.id
            )

    def published_of_area(self, indicator_id: str, area_id: str) -> list[Observation]:
        """All published figures of one authority."""
        with self._engine.connect() as connection:
            return queries.read_published(connection, self.catalogue, indicator_id, area_id=area_id)

    @cached_property
    def counts(self) -> dict[str, int]:
        """The number of rows in each table, by table name."""
        with self._engine.connect() as connection:
            return contents.read_counts(connection)

    @cached_property
    def warnings(self) -> tuple[LoadingWarning, ...]:
        """The warnings on loading that nobody has accepted."""
        with self._engine.connect() as connection:
            return contents.read_warnings(connection)

    @cached_property
    def series(self) -> dict[str, list[Series]]:
        """Each indicator's series, one for each origin of its figures, by indicator id."""
        with self._engine.connect() as connection:
            return contents.read_series(connection)

    @cached_property
    def references(self) -> list[tuple[str, Period, str]]:
        """Each commentary that refers to another indicator's: its own indicator id, its period,
        and the id of the indicator referred to.
        """
        with self._engine.connect() as connection:
            return contents.read_references(connection)

    def header(self, name: str) -> list[str]:
        """The names of a table's columns, those of the council's own last."""
        with self._engine.connect() as connection:
            return contents.read_header(connection, name)

    def table(self, name: str) -> Iterator[tuple[contents.Value, ...]]:
        """A table's rows in the order of their key, read from the file as they are used."""
        with self._engine.connect() as connection:
            yield from contents.read_table(connection, name)

    def published_at(self) -> datetime:
        """When this installation's current dataset became current, in UTC."""
        return published_at(self.var)

    def refusal(self) -> Refusal | None:
        """Why newer data were refused; None if the last load succeeded."""
        return read_refusal(self.var)

    def archive(self, write: Callable[[Path], None]) -> Path:
        """The path of the dataset's zip file, written by `write` on the first request."""
        path = self._file.with_suffix(".zip")
        if not path.is_file():
            with replacing(path) as name:
                write(Path(name))
        return path


class Store:
    """Hands out the current dataset. A request asks once, and so sees one version throughout.

    A new version is served as soon as the pointer names it; once `follow` is called at intervals,
    as soon as it is prepared.
    """

    def __init__(self, var: Path) -> None:
        self._var = var
        self._lock = threading.Lock()
        self._seen: tuple[int, int] | None = None
        self._dataset: Dataset | None = None
        self._is_followed = False

    def current(self) -> Dataset:
        """The dataset that the pointer names; if the pointer is missing, the one served last.

        While a new version is prepared, the one served last too. Raises LookupError if nothing has
        been published yet.
        """
        with self._lock:
            if self._dataset is None or not self._is_followed:
                self._seen, self._dataset = self._named()
            if self._dataset is None:
                raise LookupError(f"No dataset has been loaded into {self._var}.")
            return self._dataset

    def follow(self, prepare: Callable[[Dataset], object]) -> None:
        """Serves the version that the pointer names, once `prepare` has made it ready for readers.

        One thread calls it again and again; requests wait for nothing that it does. A version that
        cannot be prepared is served as it is, and the log tells.
        """
        self._is_followed = True
        seen, dataset = self._named()
        if dataset is not None and dataset is not self._dataset:
            try:
                prepare(dataset)
            except Exception:
                # Whatever fails here fails for a reader, who is told so; the data are not to blame.
                log.exception("Dataset version %s is served unprepared", dataset.version)
        with self._lock:
            self._seen, self._dataset = seen, dataset

    def _named(self) -> tuple[tuple[int, int] | None, Dataset | None]:
        """Where the pointer stands, and the dataset that it names, else the one served last."""
        seen, held = self._pointer(), self._dataset
        if seen is None or seen == self._seen:
            return self._seen, held
        version = current_version(self._var)
        if version is None or (held is not None and held.version == version):
            return seen, held
        return seen, Dataset(self._var, version)

    def _pointer(self) -> tuple[int, int] | None:
        """The pointer file's time and inode, which change when it moves; None if it is missing."""
        try:
            stat = (self._var / POINTER).stat()
        except FileNotFoundError:
            return None
        return stat.st_mtime_ns, stat.st_ino
