"""The progress of a file and the file in one answer, as the browser reads it."""

import io
import json
import zipfile
from itertools import islice

import pytest

from dashboard.reports.exporting.in_subprocess import NotMadeError, Progress
from dashboard.web.progress import PROGRESS, File, in_the_making

ADDRESS = "/report.xlsx?portfolio=resilient-communities&quarter=FY2016-17Q3&which=printed"
NAME = "figures-resilient-communities-FY2016-17Q3-as-at-2016-12-31.xlsx"


def told(body):
    """The lines of an answer, and what follows the one that begins the file."""
    said = []
    while body:
        line, _, body = body.partition(b"\n")
        if line:
            said.append(json.loads(line))
        if line and "file" in said[-1]:
            break
    return said, body


def answer_of(app, news):
    """The answer that tells the news."""

    def heard():
        yield from news

    with app.server.test_request_context("/report.docx?which=all"):
        return in_the_making(heard(), File("report.docx", "application/x-word"))


def endless():
    while True:
        yield None


def failing():
    yield Progress(1, 4)
    raise NotMadeError("KeyError")


def test_each_indicator_is_told_and_then_the_file_follows(client):
    answer = client.get(ADDRESS, headers={"Accept": PROGRESS, "Accept-Encoding": "br, gzip"})
    *news, last = told(answer.data)[0]
    assert news == [{"done": number, "of": 4} for number in (1, 2, 3, 4)]
    assert (last["file"], last["bytes"]) == (NAME, len(told(answer.data)[1]))
    with zipfile.ZipFile(io.BytesIO(told(answer.data)[1])) as archive:
        assert b"<v>174.7</v>" in archive.read("xl/worksheets/sheet1.xml")


def test_nobody_between_is_to_hold_the_progress_back(client):
    with client.get(ADDRESS, headers={"Accept": PROGRESS}) as answer:
        assert answer.is_streamed
        assert answer.headers["X-Accel-Buffering"] == "no"
        assert answer.headers["Cache-Control"] == "no-store, no-transform"
        assert "Content-Encoding" not in answer.headers
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert "Accept" in answer.vary


def test_a_plain_link_is_answered_with_the_file(client):
    answer = client.get(ADDRESS, headers={"Accept": "text/html,*/*;q=0.8"})
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{NAME}"'
    assert answer.data.startswith(b"PK")
    assert "Accept" in answer.vary


def test_a_short_file_is_not_told_but_sent(client):
    answer = client.get(ADDRESS.replace("xlsx", "csv"), headers={"Accept": PROGRESS})
    assert answer.data.startswith(b"\xef\xbb\xbfindicator_id,")


def test_where_nothing_is_new_an_empty_line_finds_out_who_has_left(app):
    lines = answer_of(app, [None, Progress(1, 1), None, b"PK"]).iter_encoded()
    assert list(lines) == [
        b"\n",
        b'{"done": 1, "of": 1}\n',
        b"\n",
        b'{"file": "report.docx", "type": "application/x-word", "bytes": 2}\n',
        b"PK",
    ]


def test_a_failure_in_the_midst_is_a_sentence(app, caplog):
    body = answer_of(app, failing()).data
    assert told(body)[0][1] == {
        "problem": "The file could not be made; the log says why. Please tell IT."
    }
    assert "/report.docx?which=all could not be made" in caplog.text


@pytest.mark.parametrize("read", [0, 1])
def test_who_leaves_ends_the_work(app, read):
    heard = endless()
    next(heard)
    with app.server.test_request_context("/report.docx?which=all"):
        answer = in_the_making(heard, File("report.docx", "application/x-word"))
    assert list(islice(answer.iter_encoded(), read)) == [b"\n"] * read
    answer.close()
    assert next(heard, "ended") == "ended"
