"""Files made in a process of their own, a few at once, and what is told where they cannot be."""

import pytest

from dashboard.reports.exporting import in_subprocess as apart
from dashboard.reports.exporting.in_subprocess import (
    AT_ONCE,
    NotMadeError,
    Order,
    make,
    make_in_subprocess,
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


def test_apart_it_is_the_same_file(order):
    assert make_in_subprocess(order) == make(order)


def test_a_file_that_cannot_be_made_says_why_and_leaves_its_place(order):
    broken = Order(**{name: getattr(order, name) for name in order.__slots__} | {"kind": "exe"})
    for _ in range(AT_ONCE + 1):
        with pytest.raises(NotMadeError, match="KeyError: 'exe'"):
            make_in_subprocess(broken)


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
