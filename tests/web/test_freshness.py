"""A browser that holds an answer is not sent it again, until data, program or settings change."""

import shutil
from dataclasses import replace

import pytest

from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.store.publishing import publish_in_subprocess
from dashboard.web.freshness import program_tag
from dashboard.web.progress import PROGRESS

PAGE = "/indicator/looked-after?quarter=FY2016-17Q3"
ADDRESSES = [
    "/",
    PAGE,
    "/screen.json?at=/&size=wide",
    "/present/slide.json?slide=looked-after",
    "/report.csv?portfolio=resilient-communities",
    "/indicator/looked-after.csv",
    "/data/targets.csv",
    "/data/dataset.zip",
]


def held(client, address):
    """What a browser says of the answer that it holds."""
    with client.get(address) as answer:
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-cache"
        return {"If-None-Match": answer.headers["ETag"]}


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_held_is_not_sent_again(client, address):
    again = client.get(address, headers=held(client, address))
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"].startswith('W/"')
    assert "Content-Security-Policy" in again.headers


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_plain_and_compressed_answers_are_the_same_answer(client, encoding):
    asked = {"Accept-Encoding": encoding} | held(client, PAGE)
    assert client.get(PAGE, headers=asked).status_code == 304


@pytest.mark.parametrize(
    "other",
    ["/indicator/looked-after?quarter=FY2016-17Q2", "/indicator/annual-reviews", "/?form=charts"],
)
def test_what_is_held_of_one_address_says_nothing_of_another(client, other):
    assert client.get(other, headers=held(client, PAGE)).status_code == 200


def test_a_page_that_is_not_there_is_not_kept(client):
    answer = client.get("/indicator/nothing-such")
    assert answer.status_code == 404
    assert "ETag" not in answer.headers


def test_progress_is_made_anew_each_time(client):
    address = "/report.docx?portfolio=resilient-communities&charts=no"
    asked = held(client, address) | {"Accept": PROGRESS}
    with client.get(address, headers=asked) as answer:
        assert (answer.status_code, answer.mimetype) == (200, PROGRESS)
        assert "ETag" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store, no-transform"


def test_a_new_version_is_sent_whole(tmp_path):
    settings = Settings(data=tmp_path / "data", var=tmp_path / "var")
    shutil.copytree(Settings().data, settings.data)
    client = create_app(settings).server.test_client()
    asked = held(client, PAGE)
    commentary = settings.data / "commentary.csv"
    text = commentary.read_text(encoding="utf-8").replace("four weeks", "five weeks", 1)
    commentary.write_text(text, encoding="utf-8")
    publish_in_subprocess(settings.data, settings.var)
    assert client.get(PAGE, headers=asked).status_code == 200
    assert client.get(PAGE, headers=held(client, PAGE)).status_code == 304


def test_another_title_or_asset_makes_another_program():
    settings = Settings()
    first = program_tag(repr(settings), "assets")
    assert first == program_tag(repr(settings), "assets")
    assert first != program_tag(repr(replace(settings, title="Ours")), "assets")
    assert first != program_tag(repr(settings), "other assets")
