"""A dataset's folder that a test spoils, and what is then said of it."""

import pytest

from dashboard.store.reading.problem import DatasetError
from dashboard.store.reading.validate import read_dataset


def change(folder, file, old, new, count=1):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8")


def sentences(folder):
    with pytest.raises(DatasetError) as caught:
        read_dataset(folder)
    return list(caught.value.sentences)
