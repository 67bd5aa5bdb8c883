from dataclasses import replace
from datetime import date

import pytest

from dashboard.domain.facts.commentary import (
    CommentaryFinding,
    commentary_finding,
    known_version,
)
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Commentary
from tests.build import indicator

Q2, Q3 = parse("FY2016-17Q2"), parse("FY2016-17Q3")
REFERRALS = indicator(id="referrals")


def text(period, body="Numbers rose.", see=""):
    return Commentary(period, 1, body, see, "", None)


def version(number, written_at, period="FY2016-17Q1"):
    return Commentary(
        parse(period),
        number,
        f"Version {number}.",
        "",
        "",
        date.fromisoformat(written_at) if written_at else None,
    )


@pytest.mark.parametrize(
    ("quarter", "number"),
    [
        ("FY2015-16Q4", None),
        ("FY2016-17Q1", 1),
        ("FY2016-17Q2", 2),
        ("FY2016-17Q3", 2),
        ("FY2016-17Q4", 3),
    ],
)
def test_a_version_of_q1_counts_there_if_written_by_30_september(quarter, number):
    versions = (
        version(3, "2017-06-30"),
        version(1, "2016-09-30"),
        version(2, "2016-10-01"),
    )
    found = known_version(versions, parse("FY2016-17Q1"), parse(quarter))
    assert (found.version if found else None) == number


def test_q4_may_be_written_of_until_30_june():
    versions = (version(1, "2017-06-30", "FY2016-17Q4"), version(2, "2017-07-01", "FY2016-17Q4"))
    q4 = parse("FY2016-17Q4")
    assert known_version(versions, q4, q4).version == 1
    assert known_version(versions[1:], q4, q4) is None


def test_without_a_date_of_writing_the_period_alone_counts():
    versions = (version(1, ""), version(2, ""), version(3, "2019-01-01"))
    q1 = parse("FY2016-17Q1")
    assert known_version(versions, q1, q1).version == 2
    assert known_version(versions, q1, parse("FY2015-16Q4")) is None
    assert known_version(versions, Q2, Q2) is None


def test_without_words_there_are_none_to_show():
    found = commentary_finding(Q3, None, text(Q3), REFERRALS)
    assert found == CommentaryFinding(Q3, None, earlier=False, shared_with=None, reference="")


@pytest.mark.parametrize(
    ("period", "earlier"),
    [("FY2016-17Q3", False), ("FY2016-17Q2", True), ("FY2016-17", False)],
)
def test_words_of_an_earlier_quarter_say_so(period, earlier):
    own = text(parse(period))
    found = commentary_finding(Q3, own, None, None)
    assert (found.quarter, found.written) == (Q3, own)
    assert found.earlier is earlier


@pytest.mark.parametrize(("period", "earlier"), [(Q3, False), (Q2, True)])
def test_a_cross_reference_shows_what_it_refers_to(period, earlier):
    own, shared = text(period, "See above", see="referrals"), text(period)
    found = commentary_finding(Q3, own, shared, REFERRALS)
    assert found == CommentaryFinding(Q3, shared, earlier, REFERRALS, "See above")


@pytest.mark.parametrize(
    ("see", "shared", "shared_with"),
    [
        ("referrals", None, REFERRALS),
        ("referrals", text(Q3), None),
        ("", text(Q3), REFERRALS),
    ],
)
def test_words_that_refer_to_nothing_known_are_shown_themselves(see, shared, shared_with):
    own = text(Q3, "See above", see=see)
    found = commentary_finding(Q3, own, shared, shared_with)
    assert found == CommentaryFinding(Q3, own, earlier=False, shared_with=None, reference="")


def test_paragraphs_are_parted_by_a_blank_line():
    assert text(Q3, "One\nline. \n \n Two.\r\n\r\n\n").paragraphs == ("One\nline.", "Two.")


@pytest.mark.parametrize(
    ("author", "day", "signed"),
    [
        ("A. Author", "2017-01-31", "A. Author, 31 January 2017"),
        ("A. Author", "", "A. Author"),
        ("", "2017-01-31", "31 January 2017"),
        ("", "", ""),
    ],
)
def test_it_is_signed_as_far_as_that_is_known(author, day, signed):
    assert replace(version(1, day), author=author).signed == signed
