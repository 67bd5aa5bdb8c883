"""The server from outside: pages, statuses, headers, downloads."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import zipfile

import pytest

from dashboard.app import create_app
from dashboard.domain.period import parse as parse_period
from dashboard.figures.style import WIDE
from dashboard.findings import portfolio_findings
from dashboard.pages.draw import draw
from dashboard.pages.panel import PROPERTIES
from dashboard.reports.indicator_figures import indicator_csv
from dashboard.settings import Settings
from dashboard.store.dataset import Store
from dashboard.store.problem import DatasetError
from dashboard.store.validate import read_dataset
from dashboard.store.versions import publish
from dashboard.view import parse
from tests.conftest import DATA

Q3_ONLY = ("174.7", "501", "1,059.4", "1059.4", "3,039", "3039", "61.6")


def layout(client, address):
    answer = client.get("/_dash-layout", headers={"Referer": f"http://localhost{address}"})
    assert answer.status_code == 200
    return json.dumps(answer.get_json(), ensure_ascii=False)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/?quarter=banana", 200),
        ("/indicator/looked-after", 200),
        ("/indicator/looked-after?quarter=banana", 200),
        ("/indicator/nothing", 404),
        ("/nothing", 404),
        ("/indicator/nothing.csv", 404),
        ("/assets/nothing.js?m=1", 404),
        ("/?quarter=FY9999-00Q4", 200),
        ("/indicator/looked-after.csv?quarter=banana", 400),
        ("/indicator/looked-after.csv?quarter=FY2099-00Q1", 400),
    ],
)
def test_statuses(client, path, status):
    assert client.get(path).status_code == status


def test_a_page_is_in_its_own_language_and_keeps_to_itself(client):
    answer = client.get("/")
    page = answer.get_data(as_text=True)
    assert '<html lang="en-GB">' in page
    assert re.findall(r'(?:src|href)="(https?:)?//', page) == []
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'; script-src 'self' 'sha256-" in policy
    assert "unsafe-eval" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert client.get("/_dash-layout").headers["Cache-Control"] == "no-store"


def test_the_layout_is_drawn_for_the_address_that_asks(client):
    drawn = layout(client, "/indicator/looked-after?quarter=FY2016-17Q2")
    assert "504 children looked after: 61 above target" in drawn
    assert '"pathname": "/indicator/looked-after"' in drawn
    assert '"search": "?quarter=FY2016-17Q2"' in drawn


@pytest.mark.parametrize(
    "path",
    [
        "/?portfolio=resilient-communities",
        "/indicator/referrals?compare=england,north-west,stat-neighbours,published&span=long",
        "/indicator/looked-after?measure=number",
        "/indicator/looked-after?span=long",
        "/indicator/repeat-protection-plans?span=long",
        "/indicator/annual-reviews?span=long",
        "/indicator/looked-after?beside=referrals",
    ],
)
def test_at_q2_nothing_of_q3_stands_in_the_page(client, path):
    """By indicator and period: no figure, no point, no commentary that is of Q3."""
    joint = "&" if "?" in path else "?"
    drawn = layout(client, f"{path}{joint}quarter=FY2016-17Q2")
    body = json.loads(drawn)
    stores = {part["props"]["id"]: part["props"].get("data") for part in parts(body, "Store")}
    graphs = list(parts(body, "Graph"))
    text = json.dumps([stores, *graphs, *parts(body, "H1")], ensure_ascii=False)
    found = [
        figure for figure in Q3_ONLY if re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d])", text)
    ]
    assert found == []
    traces = [trace for graph in graphs for trace in graph["props"]["figure"]["data"]]
    dates = {x for trace in traces if "customdata" in trace for x in trace["x"] if x}
    assert all(date <= "2016-09-30" for date in dates)
    assert bool(dates) == path.startswith("/indicator")
    assert "four weeks into a mapping exercise" not in drawn
    assert "535 clients" not in drawn


def parts(node, kind):
    """Every component of a kind in a layout's JSON."""
    if isinstance(node, dict):
        if node.get("type") == kind:
            yield node
        for value in node.values():
            yield from parts(value, kind)
    elif isinstance(node, list):
        for value in node:
            yield from parts(value, kind)


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
        'attachment; filename="looked-after-FY2016-17Q3.csv"'
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


def test_a_missing_page_helps(client):
    drawn = layout(client, "/indicator/lookedafter")
    assert "There is no indicator “lookedafter”" in drawn
    assert "Did you mean:" in drawn
    assert "/indicator/looked-after" in drawn


def test_a_bad_quarter_is_noted_and_the_page_shows_the_latest(client):
    drawn = layout(client, "/?quarter=banana")
    assert "“banana” is not a quarter. Showing Q3 2016/17." in drawn
    assert "3 of 4 indicators are exceptions in Q3 2016/17" in drawn
    assert "There are no figures as late as Q1 2099/00." in layout(client, "/?quarter=FY2099-00Q1")


def test_a_quarter_without_figures_offers_the_latest(client):
    drawn = layout(client, "/?quarter=FY2017-18Q1")
    assert "No new council return or figure in Q1 2017/18" in drawn
    assert "Go to Q3 2016/17" in drawn


def test_an_earlier_commentary_of_the_year_is_offered_and_labelled(client):
    drawn = layout(client, "/indicator/referrals?quarter=FY2016-17Q4")
    assert "No commentary was written for Q4 2016/17." in drawn
    assert "Read the latest of this financial year, Q3 2016/17" in drawn


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_answers_are_compressed(client, encoding):
    plain = client.get("/_dash-layout")
    packed = client.get("/_dash-layout", headers={"Accept-Encoding": encoding})
    assert packed.headers["Content-Encoding"] == encoding
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.get_data()) < len(plain.get_data()) / 2


def test_a_request_too_large_is_refused(client):
    answer = client.post(
        "/_dash-update-component", data=b"x" * 1_100_000, content_type="application/json"
    )
    assert answer.status_code == 413


def test_what_is_not_there_is_not_kept_by_a_browser(client):
    assert "immutable" not in client.get("/assets/nothing.js?m=1").headers.get("Cache-Control", "")
    with client.get("/assets/page.js?m=1") as answer:
        kept = answer.headers["Cache-Control"]
    assert kept == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("referer", ["http://[x", "", "http://localhost/?quarter=FY9999-00Q4"])
def test_an_odd_referer_is_no_error(client, referer):
    answer = client.get("/_dash-layout", headers={"Referer": referer})
    assert answer.status_code == 200


QUARTERS = [
    "FY2014-15Q4",
    "FY2015-16Q4",
    "FY2016-17Q1",
    "FY2016-17Q2",
    "FY2016-17Q4",
    "FY2019-20Q4",
]

with (DATA / "observations.csv").open(encoding="utf-8", newline="") as file:
    ENDS = {(row["indicator_id"], row["period"]): row["ends"] for row in csv.DictReader(file)}
LATER = {
    "observations": {"value": "77", "lower": "1", "upper": "99", "numerator": "7777"},
    "commentary": {"body": "XX"},
    "distributions": {
        "lower_quartile": "1",
        "median": "2",
        "upper_quartile": "3",
        "rank_from_highest": "1",
    },
}


@pytest.mark.parametrize("quarter", QUARTERS)
def test_rows_from_after_the_quarter_change_nothing(dataset, tmp_path, quarter):
    """Every later figure and text is altered, and every page and download stays as it was."""
    end = parse_period(quarter).end
    folder = shutil.copytree(DATA, tmp_path / "data")
    altered = 0
    for table, later in LATER.items():
        text = (DATA / f"{table}.csv").read_text(encoding="utf-8")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        for row in rows:
            # A spread is of the day that its figures are of.
            own_end = ENDS.get((row["indicator_id"], row["period"]))
            ends = own_end or parse_period(row["period"]).end.isoformat()
            if ends > end.isoformat():
                row.update({name: cell for name, cell in later.items() if row[name]})
                altered += 1
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
    assert altered > 0
    publish(folder, tmp_path / "var")
    other = Store(tmp_path / "var").current()
    addresses = ["/", *(f"/indicator/{i.id}" for i in dataset.catalogue.indicators)]
    for address in addresses:
        for more in (
            "",
            "&span=long&compare=england,north-west,stat-neighbours,published,reported",
        ):
            view = parse(address, f"?quarter={quarter}{more}")
            assert told(other, view) == told(dataset, view), address
    for one, two in zip(findings(dataset, quarter), findings(other, quarter), strict=True):
        assert indicator_csv(one, "") == indicator_csv(two, "")


def told(data, view):
    """All of a panel but the name of the dataset."""
    panel = draw(data, view, WIDE)
    texts = dict(zip((name for name, _, _ in PROPERTIES), panel.texts, strict=True))
    return {name: text for name, text in texts.items() if name != "state"}


def findings(data, quarter):
    return portfolio_findings(data, "resilient-communities", parse_period(quarter))


def test_a_shared_link_tells_its_title_and_its_finding(client):
    page = client.get("/indicator/looked-after?quarter=FY2016-17Q2").text
    assert "<title>Children looked after, Q2 2016/17 - Council Plan performance</title>" in page
    said = "504 children looked after: 61 above target, 35 more than at last year end"
    assert f'<meta name="description" content="{said}">' in page
    assert f'<meta property="og:description" content="{said}">' in page


def test_what_stands_in_an_address_is_escaped_in_the_page(client):
    page = client.get("/indicator/x%22%3E%3Cscript%3E").text
    assert 'x"><script>' not in page
    assert client.get("/?quarter=%22%3E%3Cscript%3Ealert").text.count("<script>alert") == 0


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


def test_about_names_the_dataset_and_what_is_inferred(client, dataset):
    drawn = layout(client, "/about")
    assert f"Version {dataset.version}, current since" in drawn
    assert "18 indicators, 925 figures" in drawn
    assert "a figure of the council return is taken to sum up the last 12 months" in drawn
    assert "Newer data were refused" not in drawn
    assert client.get("/about").status_code == 200


def test_about_tells_of_data_that_were_refused(tmp_path):
    folder = shutil.copytree(DATA, tmp_path / "data")
    app = create_app(Settings(data=folder, var=tmp_path / "var"))
    (folder / "areas.csv").write_text("nonsense\n")
    with pytest.raises(DatasetError):
        publish(folder, tmp_path / "var")
    drawn = layout(app.server.test_client(), "/about")
    assert "Newer data were refused on" in drawn
    assert "areas.csv, row 1: The column names are missing." in drawn
    assert "the dataset before them is still shown" in drawn
    assert str(tmp_path) not in drawn
