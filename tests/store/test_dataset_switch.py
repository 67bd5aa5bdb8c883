"""A new version is served when it is prepared; until then, readers have the old one whole."""

import logging
import shutil
import threading
from functools import partial

import pytest

from dashboard.store.dataset import Store
from dashboard.store.folder_watch import FolderWatch
from dashboard.store.versions import publish
from tests.conftest import DATA

OLD, NEW = "Cabinet Secretary (Resilient Communities)", "Cabinet Member (Resilient Communities)"
PATIENCE = 30


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(DATA, tmp_path / "data")


@pytest.fixture
def store(folder, tmp_path):
    publish(folder, tmp_path / "var")
    found = Store(tmp_path / "var")
    assert name(found.current()) == OLD
    return found


def publish_new(folder, tmp_path):
    path = folder / "portfolios.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")
    publish(folder, tmp_path / "var")


def name(dataset):
    return dataset.catalogue.portfolios[0].name


def test_a_new_version_is_served_after_it_was_prepared_and_not_before(store, folder, tmp_path):
    told = []
    store.follow(told.append)
    assert told == [], "the version that is served needs no preparing"
    publish_new(folder, tmp_path)
    assert name(store.current()) == OLD, "nobody has prepared it"
    store.follow(lambda new: told.append((name(new), name(store.current()))))
    assert told == [(NEW, OLD)]
    assert name(store.current()) == NEW
    store.follow(told.append)
    assert told == [(NEW, OLD)], "it is prepared once"


def test_a_reader_meanwhile_waits_for_nothing_and_has_the_old_version_whole(
    store, folder, tmp_path
):
    old, begun, may_end = store.current(), threading.Event(), threading.Event()

    def prepare(new):
        begun.set()
        may_end.wait(PATIENCE)

    publish_new(folder, tmp_path)
    preparing = threading.Thread(target=partial(store.follow, prepare), daemon=True)
    preparing.start()
    assert begun.wait(PATIENCE)
    assert store.current() is old
    assert len(old.records(old.catalogue.indicators)) == 18
    may_end.set()
    preparing.join(PATIENCE)
    assert name(store.current()) == NEW


def test_a_version_that_cannot_be_prepared_is_served_all_the_same(store, folder, tmp_path, caplog):
    def prepare(new):
        raise ZeroDivisionError("a page failed")

    store.follow(prepare)
    publish_new(folder, tmp_path)
    with caplog.at_level(logging.ERROR):
        store.follow(prepare)
    new = store.current()
    assert name(new) == NEW
    (said,) = caplog.records
    assert said.getMessage() == f"Dataset version {new.version} is served unprepared"
    assert "a page failed" in caplog.text


def test_without_anybody_who_follows_a_new_version_is_served_at_once(store, folder, tmp_path):
    publish_new(folder, tmp_path)
    assert name(store.current()) == NEW


def test_a_version_is_prepared_though_nobody_asks(store, folder, tmp_path):
    prepared = threading.Event()
    watch = FolderWatch(
        folder,
        tmp_path / "var",
        interval=0.05,
        follow=lambda: store.follow(lambda new: prepared.set()),
    )
    watch.begin()
    publish_new(folder, tmp_path)
    assert prepared.wait(PATIENCE)
