"""What a report prints of an indicator that the dataset knows, and what it cannot mean by it."""

import pytest

from dashboard.reports.importing.line import line
from dashboard.reports.importing.report import read_report
from dashboard.reports.importing.rows import plan_import
from dashboard.reports.importing.save import read_tables
from tests.conftest import DATA

HEAD = ["Exception Reports (Quarter 4 2016/2017)", "**ANY**"]
NAMED = "Indicator\tGood to be"


@pytest.fixture(scope="module")
def tables():
    return read_tables(DATA)[1]


def report(*texts):
    lines = [line(f"line {n}", text) for n, text in enumerate([*HEAD, *texts], 1)]
    return read_report(lines, council="Blackpool Council")


def planned(tables, *texts):
    return plan_import(report(*texts), tables, {})


def whys(found):
    return [doubt.why for doubt in found.doubts]


def test_a_percentage_is_not_taken_for_a_rate(tables):
    found = planned(tables, NAMED, "Looked after\tLow", "Q3\tQ4", "50%\t51%")
    assert found.rows("observations") == []
    assert "printed as a percentage, while looked-after is a rate: left out" in whys(found)


def test_a_number_alone_is_not_taken_for_a_rate(tables):
    found = planned(tables, NAMED, "Referrals\tLow", "Q3\tQ4", "3,039\t3,102")
    assert found.rows("observations") == []
    assert any("nearer to the numbers of referrals than to its rates" in w for w in whys(found))


def test_a_direction_that_contradicts_the_dataset_is_told(tables):
    found = planned(
        tables, NAMED, "Referrals\tHigh", "Q4\tTarget", "3,102 (1,080.0)\t2,291 (795.4)"
    )
    assert any(w.startswith("higher is better as printed, while indi") for w in whys(found))
    assert [row["value"] for row in found.rows("observations")] == ["1080.0"]
    assert found.rows("targets") == []


def test_a_target_that_is_worded_otherwise_is_the_same(tables):
    header, row = "\tQ4\tTarget 2016/17", "Rate (No.)\t178.0 (511)\t153.8 (443)"
    found = planned(tables, NAMED, "Looked after\tLow", header, row)
    assert (found.rows("targets"), found.restated) == ([], [])


def test_a_second_commentary_on_an_indicator_is_left_out_each_time(tables):
    one = [NAMED, "Looked after\tLow", "Q4", "511 (178.0)", "Commentary", "First words."]
    two = [NAMED, "Looked after\tLow", "Q4", "511 (178.0)", "Commentary", "Other words."]
    found = planned(tables, *one, *two)
    assert [row["body"] for row in found.rows("commentary")] == ["First words."]
    assert "a second commentary on it here: left out" in whys(found)
    held = tables | {"commentary": [*tables["commentary"], *found.rows("commentary")]}
    again = plan_import(report(*one, *two), held, {})
    assert again.rows("commentary") == []


def test_new_words_for_a_quarter_are_its_next_version(tables):
    first = planned(tables, NAMED, "Looked after\tLow", "Q4", "511 (178.0)", "Commentary", "One.")
    held = tables | {"commentary": [*tables["commentary"], *first.rows("commentary")]}
    texts = [NAMED, "Looked after\tLow", "Q4", "511 (178.0)", "Commentary", "Two."]
    (row,) = plan_import(report(*texts), held, {}).rows("commentary")
    assert (row["version"], row["body"]) == ("2", "Two.")


def test_what_has_no_figure_makes_no_new_indicator(tables):
    found = planned(tables, NAMED, "A thing nobody knows\tHigh", "Period\tActual", "Spring\t5")
    assert found.new_rows == {}
    assert "not known, and without a figure: left out" in whys(found)


def test_each_row_of_a_scorecard_is_an_indicator(tables):
    found = report(
        "Ref\tKPI\tGood is\tQ4 2015/16\tQ3 2016/17\tQ4 2016/17\tTarget\tRAG\tComments",
        "1\tBins missed\tLow\t12\t9\t8\t10\tG\tBetter than ever.",
        "2\tPotholes filled in a day\tHigh\t80%\t82%\t79%\t85%\tR\t",
        "ROADS",
        NAMED,
        "Paths mended\tHigh",
        "Q3\tQ4",
        "4\t5",
    )
    bins, potholes, paths = found.indicators
    assert [(f.period.id, f.printed) for f in bins.table.figures] == [
        ("FY2015-16Q4", "12"),
        ("FY2016-17Q3", "9"),
        ("FY2016-17Q4", "8"),
    ]
    assert bins.commentary.body == "Better than ever."
    assert potholes.table.targets[0].target.printed == "85%"
    assert (potholes.portfolio, paths.portfolio) == ("Any", "Roads")


@pytest.mark.parametrize("heading", ["CHILDREN AND FAMILIES", "Portfolio: Children and Families"])
def test_a_heading_in_plain_text_needs_no_asterisks(heading):
    found = report(NAMED, "A\tLow", "Q4", "5", "Commentary", "Words.", "", heading, NAMED, "B\tLow")
    first, second = found.indicators
    assert (first.commentary.body, second.portfolio) == ("Words.", "Children and Families")


def test_what_looks_like_an_unseen_indicator_in_a_commentary_is_told():
    (found,) = report(
        NAMED, "A\tLow", "Q4", "5", "Commentary", "Words.", "Q3\tQ4\tTarget", "Comments", "More."
    ).indicators
    assert [doubt.printed for doubt in found.doubts] == ["Q3 Q4 Target", "Comments"]


@pytest.mark.parametrize(
    ("words", "see"),
    [
        ("See narrative for the bins", "bins-missed"),
        ("Ditto", "bins-missed"),
        ("As above.", "bins-missed"),
        ("See comments for the moon", ""),
    ],
)
def test_what_a_reference_means(tables, words, see):
    found = planned(
        tables,
        *[NAMED, "Bins missed\tLow", "Q4", "5", "Commentary", "Words."],
        *[NAMED, "Sacks missed\tLow", "Q4", "6", "Commentary", words],
    )
    assert {r["indicator_id"]: r["see"] for r in found.rows("commentary")}["sacks-missed"] == see


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Applications decided in time (%)", "percent"),
        ("Value of arrears (£000)", "currency"),
        ("Number of fires", "count"),
        ("Days to process", "count"),
    ],
)
def test_the_unit_of_a_new_indicator_is_in_its_name(tables, name, unit):
    (row,) = planned(tables, NAMED, f"{name}\tLow", "Q3\tQ4", "12\t13").rows("indicators")
    assert row["unit"] == unit


def test_reading_the_first_words_again_does_not_bring_them_back(tables):
    texts = [NAMED, "Looked after\tLow", "Q4", "511 (178.0)", "Commentary"]
    first, second = (
        planned(tables, *texts, words).rows("commentary") for words in ("One.", "Two.")
    )
    held = [*tables["commentary"], *first, second[0] | {"version": "2"}]
    again = plan_import(report(*texts, "One."), tables | {"commentary": held}, {})
    assert again.rows("commentary") == []


def test_a_name_that_was_mapped_as_new_stays_that_indicator(tables):
    texts = [NAMED, "Looked after\tLow", "Q4", "511 (178.0)"]
    first = plan_import(report(*texts), tables, {"looked after": "new"})
    assert first.new_indicators == ["looked-after-2"]
    texts[1] = "Children in our care\tLow"
    mapped = {"children in our care": "new"}
    once = plan_import(report(*texts), tables, mapped)
    held = tables | {
        name: [*tables[name], *once.rows(name)] for name in ("indicators", "series", "observations")
    }
    assert plan_import(report(*texts), held, mapped).new_rows == {}


def test_only_what_earlier_reports_stated_is_restated(tables):
    texts = ["Exception Reports (Quarter 4 2015/2016)", NAMED, "Looked after\tLow", "2014/15"]
    lines = [line(f"line {n}", text) for n, text in enumerate([*texts, "450 (155.0)"], 1)]
    found = plan_import(read_report(lines), tables, {})
    assert [row["release"] for row in found.rows("observations")] == ["FY2015-16Q4"]
    assert found.restated == []


@pytest.mark.parametrize(
    "words", ["As above, but three homes closed in May.", "As for staffing, posts are filled."]
)
def test_own_words_are_no_reference(tables, words):
    found = planned(
        tables,
        *[NAMED, "Bins missed\tLow", "Q4", "5", "Commentary", "Words."],
        *[NAMED, "Sacks missed\tLow", "Q4", "6", "Commentary", words],
    )
    assert {r["see"] for r in found.rows("commentary")} == {""}


def test_a_report_that_is_read_after_a_later_one_is_told(tables):
    def one(quarter, value, held):
        title = f"Exception Reports (Quarter {quarter} 2016/2017)"
        texts = [title, NAMED, "Looked after\tLow", "Q4 2013/14", value]
        lines = [line(f"line {n}", text) for n, text in enumerate(texts, 1)]
        return plan_import(read_report(lines), held, {})

    held = tables
    for quarter, value in ((1, "440 (150.0)"), (4, "440 (150.0)")):
        rows = one(quarter, value, held).rows("observations")
        held = held | {"observations": [*held["observations"], *rows]}
    found = one(2, "450 (155.0)", held)
    assert "FY2016-17Q3 was read before this report: if it repeats the figure, read it again" in (
        whys(found)
    )


def test_rows_without_a_name_go_with_the_row_above_them(tables):
    found = report(
        "KPI\tGood is\t\tQ3\tQ4\tTarget\tComments",
        "ADULTS",
        "Visits / rate of visits per 1,000 adults\tLow\tNo.\t310\t295\t290\tHigh demand.",
        "\t\tRate\t3.1\t2.9\t2.8\t",
        "Enquiries\tLow\t\t100\t99\t90\tFewer.",
        "ROADS",
        "Potholes\tLow\t\t7\t8\t9\t",
    )
    visits, enquiries, potholes = found.indicators
    assert [(str(f.figure.value), str(f.figure.count)) for f in visits.table.figures] == [
        ("3.1", "310"),
        ("2.9", "295"),
    ]
    assert visits.table.targets[0].target.printed == "290 (2.8)"
    assert (visits.commentary.body, enquiries.commentary.body) == ("High demand.", "Fewer.")
    assert [r.portfolio for r in found.indicators] == ["Adults", "Adults", "Roads"]
    assert potholes.commentary is None


@pytest.mark.parametrize(
    ("name", "row", "why"),
    [
        ("Annual reviews\tHigh", "0.44\t0.71\t0.75", "a fraction, not a percentage: left out"),
        ("Looked after\tLow", "1.95%\t1.9%\t1.8%", "left out, like the figures in its row"),
        ("Permits issued\tHigh", "22\t23\t25%", "printed as a percentage, while permits-issued"),
        ("Rent arrears (£m)\tLow", "1.42\t1.51\t£1,400,000", "far from the last figure: left out"),
    ],
)
def test_a_target_of_another_unit_is_left_out(tables, name, row, why):
    found = planned(tables, NAMED, name, "Q3\tQ4\tTarget", row)
    assert found.rows("targets") == []
    assert any(each.startswith(why) for each in whys(found))


def test_a_figure_of_another_size_is_doubted(tables):
    texts = [NAMED, "Gross median weekly pay\tHigh", "2014/15\t2015/16", "£25,100\t£26,800"]
    assert any("times the last figure held" in each for each in whys(planned(tables, *texts)))


@pytest.mark.parametrize("words", ["High is bad", "Lower is worse", "Down ↑"])
def test_a_direction_that_contradicts_itself_is_not_guessed(words):
    (found,) = report(NAMED, f"A\t{words}", "Q4", "5").indicators
    assert found.polarity is None


def test_words_of_its_own_beside_a_reference_are_a_commentary(tables):
    words = "Please see commentary for Bins missed. Fewer lorries ran."
    found = planned(
        tables,
        *[NAMED, "Bins missed\tLow", "Q4", "5", "Commentary", "Words."],
        *[NAMED, "Sacks missed\tLow", "Q4", "6", "Commentary", words],
        *[NAMED, "Boxes missed\tLow", "Q4", "6", "Commentary", "As per commentary for bins missed"],
    )
    see = {r["indicator_id"]: r["see"] for r in found.rows("commentary")}
    assert (see["sacks-missed"], see["boxes-missed"]) == ("", "bins-missed")
    assert "refers to a commentary that was not found here" not in whys(found)
