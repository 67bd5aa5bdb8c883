"""Watches the data folder and publishes a change once its files have stopped changing."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from dashboard.store.publishing import publish_in_subprocess
from dashboard.store.reading.problem import DatasetError
from dashboard.store.schema import TABLES

_INTERVAL = 2.0
"""Seconds between two looks; a change is published when two looks in a row find it the same."""
Signature = tuple[tuple[int, int], ...]

log = logging.getLogger(__name__)


class FolderWatch:
    """Looks at the folder at intervals once `begin` was called, and whenever a request comes in.

    Looks are at least `interval` seconds apart, and loading runs in a thread of its own. Several
    workers may publish at once: the same content gets the same name, and the pointer is replaced
    atomically. After each look a process that serves calls `follow`, to take up what was published
    here or elsewhere.
    """

    def __init__(
        self,
        folder: Path,
        var: Path,
        interval: float = _INTERVAL,
        follow: Callable[[], object] = lambda: None,
    ) -> None:
        self._folder = folder
        self._var = var
        self._interval = interval
        self._follow = follow
        self._lock = threading.Lock()
        self._following = threading.Lock()
        self._serves = True
        self._done = self._seen = self._signature()
        self._next_look = time.monotonic() + interval

    def begin(self) -> None:
        """Starts watching, in this process and in every worker forked from it."""
        self._keep_looking()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(
                before=self._leave_to_workers,
                after_in_parent=self._go_on,
                after_in_child=self._keep_looking,
            )

    def _leave_to_workers(self) -> None:
        """Stops following for good: a process that forks workers serves nobody itself.

        Waits until nothing is followed, since a worker would inherit the locks held meanwhile.
        """
        self._following.acquire()
        self._serves = False

    def _go_on(self) -> None:
        self._following.release()

    def _keep_looking(self) -> None:
        # A lock held while the process forked would stay locked for ever.
        self._lock, self._following = threading.Lock(), threading.Lock()
        self._serves = True

        def looking() -> None:
            while True:
                time.sleep(self._interval)
                self.look()
                with self._following:
                    if self._serves:
                        self._follow()

        threading.Thread(target=looking, name="folder-watch", daemon=True).start()

    def look(self) -> None:
        """Publishes a change that has settled; cheap if nothing has changed."""
        if time.monotonic() < self._next_look or not self._lock.acquire(blocking=False):
            return
        self._next_look = time.monotonic() + self._interval
        signature = self._signature()
        settled, self._seen = signature == self._seen, signature
        if signature == self._done or not settled:
            self._lock.release()
            return
        self._done = signature
        threading.Thread(target=self._publish, name="publish", daemon=True).start()

    def _publish(self) -> None:
        try:
            log.info(
                "%s is now dataset version %s",
                self._folder,
                publish_in_subprocess(self._folder, self._var),
            )
        except DatasetError as bad:
            log.error("%s\nThe last good dataset is kept.", bad.report)
        except OSError:
            log.exception("%s could not be loaded; the last good dataset is kept", self._folder)
        finally:
            self._lock.release()

    def _signature(self) -> Signature:
        """Each file's time of change (nanoseconds) and size (bytes); zeros if it is missing."""
        stats = []
        for spec in TABLES:
            try:
                stat = (self._folder / spec.file).stat()
            except OSError:
                stats.append((0, 0))
            else:
                stats.append((stat.st_mtime_ns, stat.st_size))
        return tuple(stats)
