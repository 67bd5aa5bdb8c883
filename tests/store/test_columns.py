"""The columns that a folder may have and need not: what they become, and that they leave again."""

import csv
import io
from decimal import Decimal

import pytest

from dashboard.domain.facts.as_at import known_figures
from dashboard.domain.facts.indicator import Basis, Origin
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetLevel
from dashboard.findings import portfolio_findings
from dashboard.reports.dataset_tables import table_csv, table_spec
from dashboard.reports.indicator_figures import indicator_csv
from dashboard.store.dataset import Store
from dashboard.store.reading.validate import read_dataset, read_folder
from dashboard.store.versions import publish
from tests.pages.screens import screen
from tests.store.folders import STANDARD, area, figure, indicator, series, target, write
from tests.store.reading.refused import sentences


@pytest.fixture
def loaded(tmp_path):
    def load(**tables):
        folder = write(tmp_path / "data", **tables)
        publish(folder, tmp_path / "var")
        return Store(tmp_path / "var").current()

    return load


def record_of(dataset):
    (record,) = dataset.records(dataset.catalogue.indicators)
    return record


def test_targets_of_quarters_and_levels_with_a_tolerance(loaded):
    dataset = loaded(
        targets=[
            target("FY2022-23", 95, level="", tolerance="1.5"),
            target("FY2022-23", 90, level="minimum"),
            target("FY2022-23", 98, level="stretch"),
            target("FY2022-23Q2", 93),
            target("FY2029-30", 99),
        ]
    )
    found = {(t.period.id, t.level): (t.value, t.tolerance) for t in record_of(dataset).targets}
    assert found == {
        ("FY2022-23", TargetLevel.TARGET): (Decimal(95), Decimal("1.5")),
        ("FY2022-23", TargetLevel.MINIMUM): (Decimal(90), None),
        ("FY2022-23", TargetLevel.STRETCH): (Decimal(98), None),
        ("FY2022-23Q2", TargetLevel.TARGET): (Decimal(93), None),
        ("FY2029-30", TargetLevel.TARGET): (Decimal(99), None),
    }


def test_a_level_left_empty_is_the_target(tmp_path):
    twice = [target("FY2022-23", 95, level=""), target("FY2022-23", 96, level="target")]
    (said,) = sentences(write(tmp_path / "data", targets=twice))
    assert "is already in row 2, as “potholes, FY2022-23”. Keep one;" in said


def test_a_target_before_the_first_figure_or_far_ahead_is_kept(tmp_path):
    rows = [target(period, 95) for period in ("FY2020-21", "FY2021-22Q1", "FY2002-03", "FY2041-42")]
    late = [figure("FY2021-22Q2", 91.2), figure("FY2021-22Q3", 90.4)]
    assert read_folder(write(tmp_path / "data", targets=rows, observations=late)).problems == ()


@pytest.mark.parametrize("period", ["FY1923-24", "FY2072-73"])
def test_a_target_of_a_mistyped_year_is_refused(tmp_path, period):
    (said,) = sentences(write(tmp_path / "data", targets=[target(period, 95)]))
    assert said == (
        f"targets.csv, row 2, column period: potholes has a target for {period}, more than 20 "
        "years from any figure of the dataset. Correct the period."
    )


def test_a_negative_tolerance_is_refused(tmp_path):
    (said,) = sentences(write(tmp_path / "data", targets=[target("FY2022-23", 95, tolerance="-1")]))
    assert "targets.csv, row 2, column tolerance: A tolerance of -1 is less than zero." in said


def test_a_series_of_a_running_average_whose_shares_may_pass_100(loaded):
    made = series(basis="year_to_date_average", above_100="yes", small="no")
    found = record_of(loaded(series=[made])).series[Origin.REPORTED]
    assert (found.basis, found.above_100, found.small) == (Basis.YEAR_TO_DATE_AVERAGE, True, False)


def test_a_unit_of_its_own_owner_tags_and_further_columns(loaded):
    made = indicator(
        unit="other",
        unit_word="day/days",
        owner="Head of Highways",
        tags="Council Plan; roads",
        outcome="Safe streets",
        ambition="",
    )
    dataset = loaded(indicators=[made])
    found = dataset.catalogue.indicator("potholes")
    assert (found.unit, found.unit_word, found.measure.plural) == (Unit.OTHER, "day/days", "days")
    assert found.owner == "Head of Highways"
    assert found.tags == ("Council Plan", "roads")
    assert found.further == (("outcome", "Safe streets"),)
    (row,) = csv.DictReader(
        io.StringIO(b"".join(table_csv(dataset, table_spec("indicators"))).decode("utf-8-sig"))
    )
    assert (row["owner"], row["outcome"], row["ambition"]) == (
        "Head of Highways",
        "Safe streets",
        "",
    )
    told = "".join(screen(dataset, "/indicator/potholes").texts.values())
    for said in ("Head of Highways", "outcome", "Safe streets"):
        assert said in told
    assert "ambition" not in told


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ({"unit": "other"}, "potholes has the unit other without its word. Write the word for"),
        ({"unit_word": "day/days"}, "has the unit percent and the word “day/days” as well."),
    ],
)
def test_a_unit_and_its_word_go_together(tmp_path, made, says):
    (said,) = sentences(write(tmp_path / "data", indicators=[indicator(**made)]))
    assert says in said


def test_a_column_of_ours_in_another_spelling_is_no_column_of_theirs(tmp_path):
    (said,) = sentences(write(tmp_path / "data", indicators=[indicator(Owner="Somebody")]))
    assert "Rename “Owner” to owner." in said


def test_a_note_stands_with_its_figure_and_in_its_file(loaded):
    rows = [
        figure("FY2023-24Q1", 91.2),
        figure("FY2023-24Q2", 90.1, note="Two depots counted late"),
    ]
    dataset = loaded(observations=rows)
    (found,) = portfolio_findings(dataset, "place", parse("FY2023-24Q2"))
    written = indicator_csv(found, "").decode("utf-8-sig")
    notes = {row["period"]: row["note"] for row in csv.DictReader(io.StringIO(written))}
    assert notes == {"FY2023-24Q1": "", "FY2023-24Q2": "Two depots counted late"}
    shown = screen(dataset, "/indicator/potholes").texts["points.data"]
    assert "Two depots counted late" in shown


def test_counts_may_have_decimals(tmp_path):
    staff = [figure("FY2023-24Q1", "12.5", numerator="7.5")]
    folder = write(tmp_path / "data", indicators=[indicator(unit="count")], observations=staff)
    assert list(read_dataset(folder)["observations"]["value"]) == ["12.5"]


@pytest.mark.parametrize(("mean_decimals", "mean"), [("", "100"), (1, "99.6")])
def test_a_mean_without_decimals_of_its_own_has_those_of_the_series(loaded, mean_decimals, mean):
    published = {"origin": "published", "release": ""}
    dataset = loaded(
        indicators=[indicator(unit="rate", per="1,000 people")],
        areas=[*STANDARD["areas"], area("near", "Nearest neighbours", "neighbours")],
        series=[series(origin="published", decimals=0, mean_decimals=mean_decimals)],
        observations=[
            figure("FY2022-23", 126, **published),
            figure("FY2022-23", "99.6", area_id="near", **published),
        ],
    )
    record = record_of(dataset)
    (near,) = known_figures(record, parse("FY2022-23Q4")).comparators
    assert near.said(record.indicator, near.latest) == mean
