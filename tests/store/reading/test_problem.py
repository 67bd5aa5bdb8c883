"""How a problem is printed, and when several are one."""

import pytest

from dashboard.store.reading.problem import Problem, merged

WRONG = Problem(
    file="areas.csv",
    what="“3%” has a percent sign.",
    remedy="Write 3.",
    row=1204,
    column="code",
    cause="percent sign",
)


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        (1, ""),
        (2, " One more row has this problem."),
        (3, " 2 more rows have this problem."),
        (1500, " 1,499 more rows have this problem."),
    ],
)
def test_a_sentence_names_place_problem_and_remedy(rows, more):
    problem = Problem(
        file="areas.csv", what="It is odd.", remedy="Mend it.", row=1204, column="code", rows=rows
    )
    assert problem.sentence == f"areas.csv, row 1,204, column code: It is odd.{more} Mend it."


def test_a_problem_of_a_printed_report_names_its_place_there():
    problem = Problem(
        file="areas.csv",
        what="It is odd.",
        remedy="Mend it.",
        row=3,
        column="code",
        printed_at="line 7, “3%”",
    )
    assert problem.sentence == "line 7, “3%”: It is odd. Mend it. (code in areas.csv)"


def test_problems_of_one_cause_become_the_first_with_all_rows():
    later = Problem(
        file="areas.csv",
        what="“2%” has a percent sign.",
        remedy="Write 2.",
        row=7,
        column="code",
        rows=4,
        cause="percent sign",
    )
    other = Problem(file="areas.csv", what="Empty.", remedy="Fill it in.", row=2, column="code")
    assert [(p.row, p.what, p.rows) for p in merged([WRONG, other, later])] == [
        (7, "“2%” has a percent sign.", 5),
        (2, "Empty.", 1),
    ]
