"""The server from outside: pages, statuses, headers."""

from __future__ import annotations

import json
import re
import shutil
from urllib.parse import parse_qsl, urlencode

import pytest

from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.store.reading.problem import DatasetError
from dashboard.store.versions import publish
from tests.addresses import addresses
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
    layouts = [graph["props"]["figure"]["layout"] for graph in graphs]
    dates = {each["at"] for found in layouts for each in found.get("meta", {"dates": []})["dates"]}
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


@pytest.mark.parametrize("address", addresses())
def test_the_raw_page_holds_no_figures_and_no_rows(client, address):
    """Dash's own configuration in it holds no layout; title and description are of its quarter."""
    path, _, query = address.partition("?")
    asked = dict(parse_qsl(query)) | {"quarter": "FY2016-17Q2"}
    # Dash draws a token anew for every page, in which any digits may be.
    page = re.sub(r"[0-9a-f-]{16,}", "", client.get(f"{path}?{urlencode(asked)}").text)
    found = [
        figure for figure in Q3_ONLY if re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d])", page)
    ]
    assert found == []
    assert "validation_layout" not in page
    assert len(page) < 12_000, "the shell, no content"


def test_a_missing_page_helps(client):
    drawn = layout(client, "/indicator/lookedafter")
    assert "There is no indicator “lookedafter”" in drawn
    assert "Did you mean:" in drawn
    assert "/indicator/looked-after" in drawn


def test_a_bad_quarter_is_noted_and_the_page_shows_the_latest(client):
    drawn = layout(client, "/?quarter=banana")
    assert "“banana” is not a quarter. Showing Q3 2016/17." in drawn
    assert "4 indicators: 3 miss their target, 1 is in its baseline year" in drawn
    assert "There are no figures as late as Q1 2099/00." in layout(client, "/?quarter=FY2099-00Q1")


def test_a_quarter_without_figures_offers_the_latest(client):
    drawn = layout(client, "/?quarter=FY2017-18Q1")
    assert "4 indicators: 3 miss their target, 1 cannot be judged" in drawn
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


def test_a_shared_link_tells_its_title_and_its_finding(client):
    page = client.get("/indicator/looked-after?quarter=FY2016-17Q2").text
    assert "<title>Children looked after, Q2 2016/17 - Council Plan performance</title>" in page
    said = "504 children looked after: 61 above target, 35 more than in 2015/16"
    assert f'<meta name="description" content="{said}">' in page
    assert f'<meta property="og:description" content="{said}">' in page


def test_what_stands_in_an_address_is_escaped_in_the_page(client):
    page = client.get("/indicator/x%22%3E%3Cscript%3E").text
    assert 'x"><script>' not in page
    assert client.get("/?quarter=%22%3E%3Cscript%3Ealert").text.count("<script>alert") == 0


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
