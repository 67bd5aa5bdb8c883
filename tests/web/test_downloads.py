"""The files that can be taken away, as a script follows them."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from dashboard.store.reading.validate import read_dataset


@pytest.mark.parametrize(
    "name", ["annual-reviews", "referrals", "looked-after", "repeat-protection-plans"]
)
def test_at_q2_no_download_holds_a_later_period(client, name):
    answer = client.get(f"/indicator/{name}.csv?quarter=FY2016-17Q2")
    rows = list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"))))
    ends = {row["ends"] for row in rows if row["kind"] == "figure"}
    assert max(ends) == "2016-09-30"
    assert {row["as_at"] for row in rows} == {"FY2016-17Q2"}
    assert {row["period"] for row in rows if row["kind"] == "target"} == {"FY2016-17"}


def test_the_download_is_tidy_and_tells_where_it_comes_from(client, dataset):
    answer = client.get("/indicator/looked-after.csv?quarter=FY2016-17Q3")
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="figures-looked-after-FY2016-17Q3-as-at-2016-12-31.csv"'
    )
    assert answer.get_data().startswith(b"\xef\xbb\xbfindicator_id,indicator,kind,")
    rows = list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"))))
    latest = next(row for row in rows if row["period"] == "FY2016-17Q3")
    assert (latest["value"], latest["numerator"], latest["origin"]) == ("174.7", "501", "reported")
    assert latest["release"] == "FY2016-17Q3"
    assert latest["dataset"] == dataset.version
    target = next(row for row in rows if row["kind"] == "target")
    assert (target["value"], target["numerator"], target["printed"]) == (
        "153.8",
        "443",
        "443 (153.8)",
    )


def test_a_baseline_stands_in_the_download_as_printed(client):
    text = client.get("/indicator/annual-reviews.csv").get_data().decode("utf-8-sig")
    (target,) = [row for row in csv.DictReader(io.StringIO(text)) if row["kind"] == "target"]
    assert (target["value"], target["printed"]) == ("", "Baseline")


def test_every_table_can_be_taken_away(client):
    answer = client.get("/data/targets.csv")
    header, *rows = csv.reader(io.StringIO(answer.data.decode("utf-8-sig")))
    assert header[:4] == ["indicator_id", "period", "rule", "value"]
    assert ["looked-after", "FY2016-17", "at_most", "153.8", "443"] in [row[:5] for row in rows]
    assert 'attachment; filename="targets-' in answer.headers["Content-Disposition"]
    assert client.get("/data/nothing.csv").status_code == 404


def test_the_whole_dataset_can_be_taken_away_and_is_valid(client, tmp_path, dataset):
    answer = client.get("/data/dataset.zip")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        archive.extractall(tmp_path)
    frames = read_dataset(tmp_path)
    assert {name: len(frame) for name, frame in frames.items()} == dataset.counts
    answer.close()
