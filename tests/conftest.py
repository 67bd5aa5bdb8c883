"""What most tests stand on: the shipped dataset, loaded once, and an app that serves it."""

from __future__ import annotations

from pathlib import Path

import pytest
from dash import Dash
from hypothesis import settings

from dashboard.app import create_app
from dashboard.settings import ROOT, Settings
from dashboard.store.dataset import Dataset, Store
from dashboard.store.versions import publish

DATA = ROOT / "data"
# No test asserts a time: a busy machine is no fault.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="session")
def dataset(var: Path) -> Dataset:
    publish(DATA, var)
    return Store(var).current()


@pytest.fixture(scope="session")
def app(var: Path) -> Dash:
    return create_app(Settings(var=var))


@pytest.fixture
def client(app: Dash):
    return app.server.test_client()
