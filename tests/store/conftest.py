import shutil

import pytest

from tests.conftest import DATA


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped dataset's folder, to be spoilt."""
    return shutil.copytree(DATA, tmp_path / "data")
