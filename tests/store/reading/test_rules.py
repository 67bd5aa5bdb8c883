import pytest

from dashboard.store.reading.rules import broken_rules
from dashboard.store.reading.validate import read_dataset
from tests.store.reading.refused import change, sentences

OURS = "looked-after,blackpool,FY2016-17Q3,reported,,174.7,501,"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ('"1,174.7",501', "“1,174.7” has thousands separators. Write 1174.7."),
        ("1 174.7,501", "“1 174.7” has thousands separators. Write 1174.7."),
        ('"174,7",501', "“174,7” has a decimal comma. Write 174.7."),
        (
            "17.4%,501",
            "“17.4%” has a percent sign. Write 17.4; the indicator’s unit says what it is.",
        ),
        ("£174.70,501", "“£174.70” has a pound sign. Write 174.70; the indicator’s unit"),
        ("1.7E+02,501", "“1.7E+02” is not a number: a spreadsheet has shortened it. Format"),
        ("#DIV/0!,501", "“#DIV/0!” is not a number: it is a spreadsheet error. Correct"),
        ("May-04,501", "“May-04” is not a number: a spreadsheet has turned it into a date."),
        ("n/a,501", "“n/a” is not a number. Leave it empty, and say why in symbol: c,"),
    ],
)
def test_what_people_write_for_a_number_is_told_with_what_to_write(folder, given, says):
    change(folder, "observations.csv", OURS, OURS.replace("174.7,501", given))
    assert len(sentences(folder)) == 1
    assert "observations.csv, row 18, column" in sentences(folder)[0]
    assert says in sentences(folder)[0]


def test_one_cause_with_many_values_is_told_once(folder):
    path = folder / "observations.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    cells = [row.split(",") for row in rows[:11]]
    for row in cells:
        row[5] += "%" if row[5] else ""
    lines = [header, *(",".join(row) for row in cells), *rows[11:]]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    (said,) = sentences(folder)
    assert said.startswith("observations.csv, rows 2 to 5 and 8 to ")
    assert "column value: “54%” has a percent sign. Write 54;" in said


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (
            "observations.csv",
            "annual-reviews,blackpool,FY2015-16,reported,,54,",
            "annual-reviews,blackpool,FY2015-16,reported,,-54,",
            "observations.csv, row 2, column value: -54% of annual-reviews is less than 0%. "
            "Correct it. If it is a difference in percentage points, say so in the indicator’s "
            "definition.",
        ),
        (
            "observations.csv",
            "FY2016-17Q3,reported,,174.7,501,,,,,,FY2016-17Q3",
            "FY2016-17Q3,reported,,174.7,501,,,,,,FY2016-17Q2",
            "row 18, column release: A figure for FY2016-17Q3 cannot have been stated in the "
            "report for FY2016-17Q2. Correct the period or the release.",
        ),
        (
            "distributions.csv",
            "148,400.125,482.35,689.325,3",
            "148,400.125,782.35,689.325,300",
            "column median: 400.125, 782.35 and 689.325 are not in rising order. Give the",
        ),
        (
            "distributions.csv",
            "148,400.125,482.35,689.325,3",
            "148,400.125,482.35,689.325,300",
            "column rank_from_highest: Rank 300 is higher than the 148 authorities allow.",
        ),
        (
            "distributions.csv",
            "referrals,English upper-tier authorities,FY2013-14",
            "referrals,english Upper-tier authorities,FY2012-13",
            "“referrals, english Upper-tier authorities, FY2012-13” is already in row 2, as "
            "“referrals, English upper-tier authorities, FY2012-13”. Keep one;",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,reported,,174.7,501,,,,,,FY2016-17Q3",
            "looked-after,blackpool,FY2061-62Q1,reported,,174.7,501,,,,,,FY2061-62Q1",
            "column ends: There is a figure for FY2061-62Q1, which is not over yet. Correct the",
        ),
        (
            "observations.csv",
            "FY2016-17Q3,reported,,174.7,501",
            "FY2016-17Q3,reported,,174.7,-501",
            "column numerator: -501 is less than zero. Write how many there were.",
        ),
        (
            "observations.csv",
            "FY2016-17Q3,reported,,174.7,501,,",
            "FY2016-17Q3,reported,,174.7,501,0,",
            "column denominator: 0 is not more than zero. Write how many the numerator is out of",
        ),
        (
            "observations.csv",
            "annual-reviews,blackpool,FY2015-16,reported,,54,,,",
            "annual-reviews,blackpool,FY2015-16,reported,,54,19,250,",
            "column value: 54% is not 19 of 250. Correct the one that is wrong.",
        ),
        (
            "targets.csv",
            "at_most,153.8,443",
            "at_least,153.8,443",
            "The target for looked-after is at_least, but lower is better. Write at_most, or",
        ),
        (
            "targets.csv",
            "at_most,153.8,443",
            "at_most,1.538,443",
            "The value 1.538 is not in “443 (153.8)”, the target as printed. Correct the one",
        ),
        (
            "commentary.csv",
            "annual-reviews,FY2016-17Q3,",
            "annual-reviews,FY2016-17,",
            "“FY2016-17” is not a quarter. Write the quarter, such as FY2016-17Q3.",
        ),
        (
            "indicators.csv",
            "The council’s own figures",
            "The councilâ€™s own figures",
            "column caveat: “â€™” is a damaged letter. Go back to the file from before",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,",
            "LOOKED-AFTER,blackpool,2016–17Q3,",
            "“LOOKED-AFTER” is not an id. Write small letters, digits and hyphens, such as looked-",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,",
            "looked-after,blackpool,2016–17Q3,",
            "“2016–17Q3” is not a period. Write FY2016-17Q3.",
        ),
        ("indicators.csv", ",low,rate,", ",Low,rate,", "“Low” has capital letters. Write low."),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,",
            "looked-after,blackpool,fy2016-17q3,",
            "“fy2016-17q3” is not a period. Write FY2016-17Q3.",
        ),
    ],
)
def test_what_cannot_be_true_is_told(folder, file, old, new, says):
    change(folder, file, old, new)
    assert any(says in sentence for sentence in sentences(folder)), sentences(folder)


def test_a_value_outside_its_own_interval_is_told(folder):
    path = folder / "observations.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    number, row = next((n, r) for n, r in enumerate(rows) if n and r.split(",")[8])
    cells = row.split(",")
    cells[5] = str(float(cells[9]) + 1)
    rows[number] = ",".join(cells)
    path.write_text("\n".join([*rows, ""]), encoding="utf-8")
    (said,) = sentences(folder)
    assert said.startswith(f"observations.csv, row {number + 1}, column value: {cells[5]} is")
    assert f"outside its own interval, {cells[8]} to {cells[9]}." in said


def test_a_target_for_the_year_to_come_is_fine(folder):
    change(folder, "targets.csv", "looked-after,FY2016-17,", "looked-after,FY2017-18,")
    assert len(read_dataset(folder)["targets"]) == 4


def test_a_file_pasted_twice_is_one_problem(folder):
    path = folder / "targets.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, *rows, *rows, ""]), encoding="utf-8")
    (said,) = sentences(folder)
    assert said.startswith("targets.csv, rows 6 to 9, column indicator_id: ")
    assert "is already in row 2. Keep one;" in said


def test_a_target_for_a_share_is_not_below_0(folder):
    change(folder, "targets.csv", "baseline_year,,,,,Baseline", "at_least,-82,,,,-82%")
    (said,) = sentences(folder)
    assert said.startswith("targets.csv, row 2, column value: A target of -82% for annual-reviews")


def test_a_rule_waits_until_its_tables_can_be_read(folder):
    frames = read_dataset(folder)
    frames["series"] = frames["series"][:0]
    without = {name: table for name, table in frames.items() if name != "observations"}
    assert [problem.sentence for problem in broken_rules(without)] == [
        "series.csv: The table has no rows. Give it at least one."
    ]
    assert "series.csv has no such row." in "".join(p.what for p in broken_rules(frames))
