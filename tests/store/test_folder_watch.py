import logging
import shutil
import threading
import time

import pytest

from dashboard.store.dataset import Store
from dashboard.store.folder_watch import FolderWatch
from dashboard.store.versions import publish
from tests.conftest import DATA


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(DATA, tmp_path / "data")


@pytest.fixture
def served(folder, tmp_path):
    publish(folder, tmp_path / "var")
    return Store(tmp_path / "var"), FolderWatch(folder, tmp_path / "var", interval=0)


def rename(folder, old, new):
    path = folder / "portfolios.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def look(watch):
    """One look, and whatever it has set going."""
    watch.look()
    for thread in threading.enumerate():
        if thread.name == "publish":
            thread.join()


def name(store):
    return store.current().catalogue.portfolios[0].name


def test_a_change_is_served_once_its_files_have_settled(folder, served):
    store, watch = served
    rename(folder, "Cabinet Secretary", "Cabinet Member")
    look(watch)
    assert name(store) == "Cabinet Secretary (Resilient Communities)", "it may still be written to"
    look(watch)
    assert name(store) == "Cabinet Member (Resilient Communities)"


def test_a_bad_change_keeps_the_last_good_dataset_and_is_logged_once(folder, served, caplog):
    store, watch = served
    good = store.current()
    rename(folder, "portfolio_id", "id")
    with caplog.at_level(logging.ERROR):
        for _ in range(4):
            look(watch)
    assert store.current() is good
    (said,) = [record.getMessage() for record in caplog.records]
    assert "The column portfolio_id is missing." in said
    assert said.endswith("The last good dataset is kept.")
    rename(folder, "id,name", "portfolio_id,name")
    rename(folder, "Cabinet Secretary", "Mended")
    look(watch)
    look(watch)
    assert name(store) == "Mended (Resilient Communities)"


def test_nothing_is_published_where_nothing_changed(served, tmp_path):
    store, watch = served
    before = (tmp_path / "var" / "current").stat().st_mtime_ns
    for _ in range(3):
        look(watch)
    assert (tmp_path / "var" / "current").stat().st_mtime_ns == before
    assert name(store)


def test_a_look_too_soon_does_nothing(folder, tmp_path):
    publish(folder, tmp_path / "var")
    watch = FolderWatch(folder, tmp_path / "var", interval=3600)
    rename(folder, "Cabinet Secretary", "Cabinet Member")
    look(watch)
    look(watch)
    assert name(Store(tmp_path / "var")) == "Cabinet Secretary (Resilient Communities)"


def test_a_change_is_taken_up_though_nobody_asks(folder, tmp_path):
    publish(folder, tmp_path / "var")
    store, watch = Store(tmp_path / "var"), FolderWatch(folder, tmp_path / "var", interval=0.05)
    watch.begin()
    rename(folder, "Cabinet Secretary", "Cabinet Member")
    deadline = time.monotonic() + 30
    while name(store).startswith("Cabinet Secretary") and time.monotonic() < deadline:
        time.sleep(0.05)
    assert name(store) == "Cabinet Member (Resilient Communities)"


def test_a_change_that_loses_figures_waits_until_it_is_accepted(folder, served, tmp_path, caplog):
    store, watch = served
    path = folder / "observations.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(rows[:-1]), encoding="utf-8")
    good = store.current()
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            look(watch)
    assert store.current() is good
    (said,) = [record.getMessage() for record in caplog.records]
    assert "1 figure of first-time-entrants is no longer there: stat-neigh" in said
    publish(folder, tmp_path / "var", accept=True)
    assert store.current() is not good
    assert store.current().counts["observations"] == good.counts["observations"] - 1
