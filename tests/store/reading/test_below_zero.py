"""Percentages below 0: a lone one is refused, a difference in percentage points asked about."""

import pytest

from dashboard.store.reading.validate import read_folder
from tests.store.folders import QUARTERS, figure, indicator, target, write
from tests.store.reading.refused import sentences

LONE = [figure(period, value) for period, value in zip(QUARTERS, (2.1, -1.2, 1.4), strict=False)]
SEVERAL = [*LONE, figure(QUARTERS[3], -0.4)]
GAPS = [
    {"name": "Attainment gap"},
    {"definition": "The Change on last year"},
    {"definition": "Variance against the budget"},
    {"definition": "Growth of the tax base"},
    {"name": "Difference from England"},
]


@pytest.mark.parametrize("more", [{}, {"name": "Exchange days"}])
def test_a_lone_share_below_0_is_refused(tmp_path, more):
    folder = write(tmp_path / "data", indicators=[indicator(**more)], observations=LONE)
    assert sentences(folder) == [
        "observations.csv, row 3, column value: -1.2% of potholes is less than 0%. Correct it. If "
        "it is a difference in percentage points, say so in the indicator’s definition.",
    ]


@pytest.mark.parametrize(
    ("more", "rows", "below"),
    [*((gap, LONE, (3,)) for gap in GAPS), ({}, SEVERAL, (3, 5))],
)
def test_a_difference_is_asked_about_until_one_line_accepts_it(tmp_path, more, rows, below):
    tables = {"indicators": [indicator(**more)], "observations": rows}
    reading = read_folder(write(tmp_path / "data", **tables))
    assert reading.problems == ()
    (found,) = reading.warnings
    assert (found.kind, found.rows, found.key) == ("below-0", below, ("potholes", "reported"))
    assert found.what.startswith("-1.2% of")
    table, row, kind = found.acceptance.split(",")
    line = {"table": table, "row": row, "warning": kind, "by": "A. Person", "on": "2026-04-20"}
    assert read_folder(write(tmp_path / "data", accepted=[line], **tables)).warnings == ()


def test_a_target_below_0_is_for_a_difference_alone(tmp_path):
    targets = [target("FY2022-23", -1)]
    folder = write(tmp_path / "data", targets=targets)
    assert "A target of -1% for potholes is less than 0%. Correct it." in sentences(folder)[0]
    write(folder, indicators=[indicator(name="Attainment gap")], targets=targets)
    assert read_folder(folder).problems == ()
