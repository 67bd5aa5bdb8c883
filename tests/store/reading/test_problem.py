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
    ("more", "said"),
    [
        ((), "row 1,204"),
        ((1205,), "rows 1,204 to 1,205"),
        ((1206, 1207, 1208, 1300), "rows 1,204, 1,206 to 1,208 and 1,300"),
    ],
)
def test_a_sentence_names_every_row_problem_and_remedy(more, said):
    problem = Problem(
        file="areas.csv",
        what="It is odd.",
        remedy="Mend it.",
        row=1204,
        column="code",
        more_rows=more,
    )
    assert problem.sentence == f"areas.csv, {said}, column code: It is odd. Mend it."
    assert problem.rows == (1204, *more)


def test_a_very_long_list_of_rows_is_cut_in_the_sentence_alone():
    problem = Problem("areas.csv", "Odd.", "Mend it.", row=2, more_rows=tuple(range(4, 202, 2)))
    assert "56, 58, 60 and 70 more: Odd." in problem.sentence
    assert len(problem.rows) == 100


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


def test_problems_of_one_cause_become_one_with_all_rows():
    later = Problem(
        file="areas.csv",
        what="“2%” has a percent sign.",
        remedy="Write 2.",
        row=7,
        column="code",
        more_rows=(9, 10),
        cause="percent sign",
    )
    other = Problem(file="areas.csv", what="Empty.", remedy="Fill it in.", row=2, column="code")
    assert [(p.what, p.rows) for p in merged([WRONG, other, later])] == [
        ("“2%” has a percent sign.", (7, 9, 10, 1204)),
        ("Empty.", (2,)),
    ]
