"""Columns whose names are misspelt or lacking, and what is said to do about them."""

import pytest

from dashboard.store.reading.validate import read_folder
from tests.store.folders import STANDARD, indicator, target, write
from tests.store.reading.refused import sentences


def renamed(tmp_path, table, old, new):
    folder = write(tmp_path / "data", targets=[target("FY2022-23", 95, tolerance="1.5")])
    path = folder / f"{table}.csv"
    header, rows = path.read_text(encoding="utf-8").split("\n", 1)
    names = [new if name == old else name for name in header.split(",")]
    path.write_text(",".join(names) + "\n" + rows, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("targets", "tolerance", "tolerence"),
        ("targets", "tolerance", "toler"),
        ("observations", "denominator", "denom"),
        ("observations", "release", "Releases"),
        ("areas", "area_id", "areaid"),
    ],
)
def test_a_misspelt_column_is_to_be_renamed(tmp_path, table, old, new):
    assert sentences(renamed(tmp_path, table, old, new))[0] == (
        f"{table}.csv: The column “{new}” is not known. Rename it to {old}."
    )


def without(path, *names):
    """The file with some names taken out of its header, and not the cells under them."""
    header, rows = path.read_text(encoding="utf-8").split("\n", 1)
    left = [name for name in header.split(",") if name not in names]
    path.write_text(",".join(left) + "\n" + rows, encoding="utf-8")


def test_a_name_that_the_header_lacks_is_to_be_added(tmp_path):
    folder = write(tmp_path / "data")
    without(folder / "observations.csv", "release")
    assert sentences(folder)[0] == (
        "observations.csv, row 1: The header lacks the column release. Add it."
    )


def test_a_row_of_another_length_is_named_though_the_header_lacks_a_column(tmp_path):
    folder = write(tmp_path / "data")
    path = folder / "observations.csv"
    without(path, "release")
    path.write_text(path.read_text(encoding="utf-8").replace("91.0", "1,091.0"), encoding="utf-8")
    assert sentences(folder)[0].startswith(
        "observations.csv, row 2: The row has 14 cells, the header has 13. Write numbers without"
    )


def test_a_comma_too_many_in_every_row_under_a_whole_header_is_no_lack(tmp_path):
    folder = write(tmp_path / "data")
    path = folder / "areas.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    header = header.replace("caveat", "Caveats")
    path.write_text("\n".join([header, *(f"{row}," for row in rows), ""]), encoding="utf-8")
    assert sentences(folder)[0].startswith(
        "areas.csv, row 2: The row has 6 cells, the header has 5."
    )


def test_a_name_unlike_any_is_to_be_removed(tmp_path):
    found = sentences(renamed(tmp_path, "targets", "tolerance", "leeway"))
    assert found[0].startswith("targets.csv: The column “leeway” is not known. Remove it;")


def test_a_name_like_a_column_that_is_there_is_to_be_removed(tmp_path):
    rows = [area | {"codes": ""} for area in STANDARD["areas"]]
    assert sentences(write(tmp_path / "data", areas=rows))[0].startswith(
        "areas.csv: The column “codes” is not known. Remove it;"
    )


@pytest.mark.parametrize(("new", "meant"), [("tag", "tags"), ("Owners", "owner")])
def test_a_further_column_close_to_an_optional_one_is_asked_about(tmp_path, new, meant):
    folder = write(tmp_path / "data", indicators=[indicator(**{new: "roads"})])
    assert sentences(folder)[0] == (
        f"indicators.csv: The column “{new}” is not known. Rename it to {meant}, or give a column "
        "of your own another name."
    )


def test_a_further_column_of_another_name_is_kept(tmp_path):
    made = indicator(tags="roads", tag="A", outcome="Safe streets", town="Wexmouth", form="B7")
    reading = read_folder(write(tmp_path / "data", indicators=[made]))
    assert reading.problems == ()
    assert reading.frames["indicators"]["tag"].tolist() == ["A"]
