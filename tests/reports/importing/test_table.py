"""History tables as councils print them: headers in many ways, labelled rows, odd cells."""

import pytest

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.period import parse
from dashboard.reports.importing.line import line
from dashboard.reports.importing.table import read_table

Q3 = parse("FY2016-17Q3")


def read(*rows, polarity=Polarity.LOW):
    return read_table([line(f"line {n}", row) for n, row in enumerate(rows, 1)], polarity, Q3)


def figures(found):
    return " ".join(f"{f.period.id}={f.printed}" for f in found.figures)


def targets(found):
    return [(placed.period.id, placed.target.printed) for placed in found.targets]


@pytest.mark.parametrize(
    ("header", "ids"),
    [
        ("2014-15\t2015-16 Outturn\tQ1 Actual", "FY2014-15 FY2015-16 FY2016-17Q1"),
        ("Outturn 2015/16\tQ3 (Oct-Dec)\tQtr 2", "FY2015-16 FY2016-17Q3 FY2016-17Q2"),
        ("2015/16 Q4\t2016/17 Q1\tCurrent", "FY2015-16Q4 FY2016-17Q1 FY2016-17Q3"),
        ("EoY (15/16)\tFirst quarter\t2nd quarter", "FY2015-16 FY2016-17Q1 FY2016-17Q2"),
        ("Q3\tQ2\tQ1", "FY2016-17Q3 FY2016-17Q2 FY2016-17Q1"),
    ],
)
def test_the_ways_to_write_a_column(header, ids):
    found = read(header, "1\t2\t3")
    assert [f.period.id for f in found.figures] == ids.split()
    assert found.doubts == ()


def test_years_may_stand_over_the_middle_of_their_quarters():
    found = read("\t\t2015/16\t\t\t2016/17\t", "Q1\tQ2\tQ3\tQ4\tQ1\tQ2\tQ3", "1\t2\t3\t4\t5\t6\t7")
    assert figures(found) == (
        "FY2015-16Q1=1 FY2015-16Q2=2 FY2015-16Q3=3 FY2015-16Q4=4 "
        "FY2016-17Q1=5 FY2016-17Q2=6 FY2016-17Q3=7"
    )


def test_each_year_has_its_own_target():
    over = read("2015/16\t\t2016/17\t\t", "Actual\tTarget\tQ1\tQ2\tTarget", "5\t4\t6\t7\t3")
    assert targets(over) == [("FY2015-16", "4"), ("FY2016-17", "3")]
    beside = read("2015/16\t2015/16 Target\tQ1\tTarget 16/17", "5\t4\t6\t3")
    assert targets(beside) == [("FY2015-16", "4"), ("FY2016-17", "3")]
    below = read("\t2014/15\t2015/16", "Actual\t5\t6", "Target\t4\t≤ 3")
    assert targets(below) == [("FY2014-15", "4"), ("FY2015-16", "≤ 3")]


def test_a_row_of_numbers_and_one_of_rates_are_one_figure():
    found = read("\t2014/15\t2015/16", "Number\t454\t469", "Rate\t156.4\t162.8")
    assert [(str(f.figure.value), str(f.figure.count)) for f in found.figures] == [
        ("156.4", "454"),
        ("162.8", "469"),
    ]
    assert figures(found) == "FY2014-15=454 (156.4) FY2015-16=469 (162.8)"


def test_a_column_that_is_not_known_is_told_and_spoils_nothing():
    found = read("2014/15\tQ1\tQ2\tRAG\tStaff\tTarget", "5\t6\t7\tAmber\t12\t8")
    assert figures(found) == "FY2014-15=5 FY2016-17Q1=6 FY2016-17Q2=7"
    assert targets(found) == [("FY2016-17", "8")]
    (doubt,) = found.doubts
    assert (doubt.place, doubt.printed, doubt.why) == (
        "line 2, Staff",
        "12",
        "this column is not known",
    )
    assert found.not_kept == ("RAG",)


@pytest.mark.parametrize(
    ("header", "row", "ids"),
    [
        (["2014/15\tQ1\tQ2 target"], "1\t2\t3", {"FY2016-17Q2": "3"}),
        (["Q1\tTarget Q1 2015/16"], "1\t2", {"FY2015-16Q1": "2"}),
        (["Q4 15/16\tQ4 target\tQ1\tTarget"], "1\t2\t5\t3", {"FY2015-16Q4": "2", "FY2016-17": "3"}),
        (["Q1\tTarget\tQ2\tTarget"], "1\t2\t3\t4", {"FY2016-17Q1": "2", "FY2016-17Q2": "4"}),
        (["Q1\tQ2\tTarget"], "1\t2\t3", {"FY2016-17": "3"}),
        (["2015/16\tTarget\tQ1\tTarget"], "1\t2\t3\t", {"FY2016-17": "2"}),
        (
            ["Q1\t\tQ2\t\t2016/17", "Actual\tTarget\tActual\tTarget\tTarget"],
            "1\t2\t3\t4\t5",
            {"FY2016-17Q1": "2", "FY2016-17Q2": "4", "FY2016-17": "5"},
        ),
        (
            ["Q3 2016/17\tQ4 2016/17\t2016/17", "Actual\tTarget\tTarget"],
            "1\t2\t3",
            {"FY2016-17Q4": "2", "FY2016-17": "3"},
        ),
    ],
)
def test_a_target_is_a_quarter_s_where_the_header_says_so(header, row, ids):
    found = read(*header, row)
    assert dict(targets(found)) == ids
    assert found.doubts == ()


def test_a_target_that_may_be_the_quarter_s_or_the_year_s_is_told():
    found = read("Q3\t\t2016/17", "Actual\tTarget\tTarget", "1\t2\t3")
    assert (figures(found), targets(found)) == ("FY2016-17Q3=1", [("FY2016-17", "3")])
    (doubt,) = found.doubts
    assert (doubt.place, doubt.printed) == ("line 3, Target", "2")
    assert doubt.why == (
        "whether a target beside a quarter is the quarter’s or the year’s is not known: add it to "
        "targets.csv"
    )


def test_a_quarter_s_target_goes_with_a_misprinted_year():
    found = read("2016/71\t\tTarget", "Q1\tQ2 target\t", "51%\t52%\t60%", polarity=Polarity.HIGH)
    assert (found.figures, targets(found)) == ((), [("FY2016-17", "60%")])
    assert [doubt.printed for doubt in found.doubts] == ["51%", "52%"]


@pytest.mark.parametrize(
    "row", ["Target\t97\t\t", "Annual target\t97\t97\t97", "Target for the year\t97\t97\t97"]
)
def test_a_row_of_targets_that_may_be_the_year_s_is_no_quarter_s(row):
    found = read("\tQ1\tQ2\tQ3", "Actual\t1\t2\t3", row)
    assert found.targets == ()
    assert found.doubts


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("2014/15\tMay-04\tQ1", "“May-04” is a date: a spreadsheet has turned a period into one"),
        ("2014/15\t2015/17\tQ1", "“2015/17” is not a year: 2015 is followed by 16"),
    ],
)
def test_a_period_that_cannot_be_is_told(header, says):
    (doubt,) = read(header, "1\t2\t3").doubts
    assert (doubt.printed, doubt.why) == ("2", says)


def test_what_is_not_over_yet_is_not_due_and_a_forecast_is_left_out():
    found = read("Q3\tQ4\tEoY", "1\tn/a\t5")
    assert [(f.period.id, f.figure is None) for f in found.figures] == [
        ("FY2016-17Q3", False),
        ("FY2016-17Q4", True),
    ]
    (doubt,) = found.doubts
    assert doubt.why == "2016/17 is not over at the end of Q3 2016/17: left out"


@pytest.mark.parametrize("text", ["TBC", "n/a", "-", "No target set", "Monitor only"])
def test_words_for_no_target_are_no_doubt(text):
    found = read("Q1\tQ2\tTarget", f"1\t2\t{text}")
    assert (found.targets, found.doubts) == ((), ())


def test_a_target_against_its_polarity_is_left_out_and_told():
    found = read("Q1\tTarget", "1\t≤ 5", polarity=Polarity.HIGH)
    assert found.targets == ()
    assert found.doubts[0].why == "at most, though higher is better: left out"


def test_text_before_the_periods_is_told():
    found = read("A remark", "Q1\tQ2", "1\t2")
    assert figures(found) == "FY2016-17Q1=1 FY2016-17Q2=2"
    assert found.doubts[0].why == "comes before the periods of the table"


def test_two_tables_of_one_indicator_are_both_read():
    found = read("2014/15\t2015/16", "5\t6", "Q1\tQ2\tTarget", "7\t8\t9")
    assert figures(found) == "FY2014-15=5 FY2015-16=6 FY2016-17Q1=7 FY2016-17Q2=8"
    assert targets(found) == [("FY2016-17", "9")]


def test_official_statistics_are_not_taken_for_returns():
    found = read("Published statistics\t\t", "2014\t2015\tTarget", "71.1%\t72%\t")
    assert (found.published, found.figures) == (True, ())


@pytest.mark.parametrize(
    ("header", "row", "read_as"),
    [
        ("2015/16\tQ1\tTarget", "50%\t51%\t", "FY2015-16=50% FY2016-17Q1=51%"),
        ("Target\t2015/16\tQ1", "\t50%\t51%", "FY2015-16=50% FY2016-17Q1=51%"),
        ("2015/16\tQ1\tTarget\tRAG\tDoT", "50%\t51%\t52%\tRed\t↓", "FY2015-16=50% FY2016-17Q1=51%"),
    ],
)  # fmt: skip
def test_a_row_whose_cells_all_have_a_heading_is_never_moved(header, row, read_as):
    assert figures(read(header, row)) == read_as


def test_another_areas_row_is_not_taken_for_ours():
    rows = [line("line 1", "\t2015/16\tQ1"), line("line 2", "England\t61%\t62%")]
    rows.append(line("line 3", "Much Wittering\t50%\t51%"))
    found = read_table(rows, Polarity.HIGH, Q3, "Much Wittering Council")
    assert figures(found) == "FY2015-16=50% FY2016-17Q1=51%"
    assert [doubt.why for doubt in found.doubts] == [
        "not known as the name of the council’s own row, so no figure is taken: if it is, call it "
        "“Actual” or “Much Wittering Council” in the report"
    ]


@pytest.mark.parametrize("corner", ["Year", ""])
def test_a_row_may_be_of_a_year_of_its_own(corner):
    found = read(
        f"{corner}\tQ1\tQ2\tQ3\tQ4\tEoY\tTarget",
        "2015/16\t91%\t92%\t93%\t94%\t92.5%\t95%",
        "2016/17\t88%\t89%\t90%\t\t\t96%",
    )
    assert figures(found) == (
        "FY2015-16Q1=91% FY2015-16Q2=92% FY2015-16Q3=93% FY2015-16Q4=94% FY2015-16=92.5% "
        "FY2016-17Q1=88% FY2016-17Q2=89% FY2016-17Q3=90% FY2016-17Q4= FY2016-17="
    )
    assert targets(found) == [("FY2015-16", "95%"), ("FY2016-17", "96%")]


def test_a_misprinted_year_takes_its_quarters_with_it():
    found = read("2014/15\t2016/71\t\tTarget", "\tQ1\tQ2\t", "50%\t51%\t52%\t60%")
    assert figures(found) == "FY2014-15=50%"
    assert [doubt.printed for doubt in found.doubts] == ["51%", "52%"]
    assert found.doubts[0].why == "“2016/71” is not a year: 2016 is followed by 2017".replace(
        "2017", "17"
    )


def test_quarters_that_are_all_of_another_year_are_doubted():
    (doubt,) = read("2014/15\t2015/16\t", "\tQ1\tQ2", "50%\t51%\t52%").doubts
    assert doubt.why == "no quarter is of 2016/17, the report’s year"


def test_the_mark_of_a_note_is_no_digit():
    found = read("Q1\tTarget¹", "9¹\t8*")
    assert [str(f.figure.value) for f in found.figures] == ["9"]
    assert str(found.targets[0].target.value) == "8"
    assert found.doubts[0].why == "a note’s mark beside it is not kept"


def test_the_target_of_a_row_of_rates_has_the_number_of_the_row_above():
    found = read("\t2015/16\tQ1\tTarget", "Number\t100\t95\t90", "Rate\t1.2\t1.15\t1.1")
    (placed,) = found.targets
    assert (str(placed.target.value), str(placed.target.count)) == ("1.1", "90")
    assert placed.target.printed == "90 (1.1)"


@pytest.mark.parametrize(
    ("header", "ids"),
    [
        ("Q4 15/16\tQ1\tQ2\tQ3", "FY2015-16Q4 FY2016-17Q1 FY2016-17Q2 FY2016-17Q3"),
        ("Q4\tQ1\tQ2\tQ3", "FY2015-16Q4 FY2016-17Q1 FY2016-17Q2 FY2016-17Q3"),
    ],
)
def test_quarters_roll_over_into_the_next_year(header, ids):
    assert [f.period.id for f in read(header, "1\t2\t3\t4").figures] == ids.split()


def test_a_quarter_of_a_calendar_year_is_not_guessed():
    found = read("Q2 2015\tQ1\tQ2", "1\t2\t3")
    assert figures(found) == "FY2016-17Q1=2 FY2016-17Q2=3"
    assert [doubt.printed for doubt in found.doubts] == ["1"]


def test_a_filled_cell_stands_before_a_blank_one_of_the_same_period():
    assert figures(read("Q3\tCurrent", "\t5")) == "FY2016-17Q3=5"


def test_rates_may_stand_above_their_numbers():
    found = read("\t2015/16\tQ1\tTarget", "Rate\t40.1\t10.1\t41", "Number\t5,600\t1,410\t5,800")
    (placed,) = found.targets
    assert (str(placed.target.value), str(placed.target.count)) == ("41", "5800")
    assert found.doubts == ()


@pytest.mark.parametrize(
    "rows",
    [("Number\t454\t469", "Rate\t156.4\t"), ("Rate\t156.4\t", "Number\t454\t469")],
)
def test_a_number_without_its_rate_is_not_taken_for_a_rate(rows):
    found = read("\t2014/15\t2015/16", *rows)
    assert figures(found) == "FY2014-15=454 (156.4) FY2015-16="
    assert [(doubt.printed, doubt.why) for doubt in found.doubts] == [
        ("469", "a number without its rate: left out")
    ]


def test_remarks_in_a_column_are_told_whole():
    (doubt,) = read("Q2\tQ3\tComments", "1\t2\tFewer lorries ran").doubts
    assert (doubt.place, doubt.printed) == ("line 2, Comments", "Fewer lorries ran")
