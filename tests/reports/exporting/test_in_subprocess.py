"""Files made in a process of their own, a few at once, and what is told where they cannot be."""

import io
import zipfile
from dataclasses import replace

import pytest

from dashboard.reports.exporting import in_subprocess as apart
from dashboard.reports.exporting.in_subprocess import (
    AT_ONCE,
    NotMadeError,
    Order,
    Progress,
    make,
    making,
)

ADDRESS = "/report.docx?portfolio=resilient-communities&quarter=FY2016-17Q3"


@pytest.fixture
def order(dataset):
    return Order(
        var=str(dataset.var.resolve()),
        version=dataset.version,
        kind="csv",
        portfolios=("resilient-communities",),
        quarter="FY2016-17Q3",
        which="printed",
        only=(),
        charts=True,
        address="http://here/print",
    )


def sheet(content):
    """The figures in a workbook, which says besides when it was written."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def test_apart_it_is_the_same_file_and_tells_each_indicator(order):
    workbook = replace(order, kind="xlsx")
    *news, content = making(workbook)
    assert [each for each in news if each] == [
        Progress(1, 4),
        Progress(2, 4),
        Progress(3, 4),
        Progress(4, 4),
    ]
    assert sheet(content) == sheet(make(workbook))


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_word_and_slides_tell_each_indicator_too(order, kind):
    told = []
    make(replace(order, kind=kind), lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_what_is_short_is_made_at_once(order):
    assert list(making(order)) == [make(order)]


def test_a_file_that_cannot_be_made_says_why_and_leaves_its_place(order):
    broken = replace(order, kind="docx", version="nothing")
    for _ in range(AT_ONCE + 1):
        with pytest.raises(NotMadeError, match="unable to open database file"):
            list(making(broken))


def test_who_leaves_ends_the_work_and_frees_its_place(order, monkeypatch):
    begun = []

    class Watched(apart.Process):
        def __init__(self, *given, **more):
            super().__init__(*given, **more)
            begun.append(self)

    monkeypatch.setattr(apart, "Process", Watched)
    for _ in range(AT_ONCE + 1):
        heard = making(replace(order, kind="docx"))
        next(heard)
        heard.close()
    assert [process.returncode for process in begun] == [-9] * (AT_ONCE + 1)


def test_what_is_silent_for_long_is_abandoned(order, monkeypatch):
    monkeypatch.setattr(apart, "BEAT", 0.01)
    monkeypatch.setattr(apart, "PATIENCE", 0.01)
    with pytest.raises(NotMadeError, match=r"Nothing was heard of the file for 0\.01 seconds"):
        list(making(replace(order, kind="docx")))


def test_who_comes_when_all_places_are_taken_is_asked_to_come_again(client):
    taken = [apart._places.acquire(blocking=False) for _ in range(AT_ONCE)]
    try:
        assert all(taken)
        answer = client.get(ADDRESS)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
        assert "Ask again in a few seconds" in answer.text
        assert client.get(ADDRESS.replace("docx", "csv")).status_code == 200
    finally:
        for _ in taken:
            apart._places.release()
