"""Paper in, paper out, paper in: a document's figures, targets, polarity and words survive."""

import shutil

import pytest
from hypothesis import HealthCheck, given, settings

from dashboard.__main__ import main
from dashboard.domain.facts.period import parse
from dashboard.reports.exporting.content import report_content
from dashboard.reports.exporting.files import KINDS
from dashboard.reports.importing.command import Reading, read_in
from dashboard.reports.importing.report import read_report
from dashboard.reports.importing.rows import plan_import
from dashboard.reports.importing.save import read_tables
from dashboard.reports.importing.source import read_lines
from dashboard.store.dataset import Store
from dashboard.store.versions import publish
from tests.reports.importing.test_report import SHIPPED
from tests.reports.printed_reports import RELEASE, reports
from tests.reports.survived import COLUMNS, rows_of, survived, without_report


def written_back(folder, var, quarter, path):
    """What is read of the Word file that is written of a folder, against no report at all."""
    publish(folder, var)
    dataset = Store(var).current()
    found = report_content(dataset, dataset.catalogue.portfolios, quarter, "printed", charts=False)
    path.write_bytes(KINDS["docx"].make(found, dataset.catalogue.council.name, "/print"))
    report = read_report(read_lines(path))
    _, tables = read_tables(folder)
    empty = {"observations": [], "targets": [], "claims": [], "commentary": []}
    return report, plan_import(report, tables | empty, {})


def test_the_shipped_report_comes_back_as_it_was(tmp_path):
    folder = without_report(tmp_path / "data")
    list(read_in(Reading(SHIPPED, folder, write=True)))
    quarter = parse("FY2016-17Q3")
    report, back = written_back(folder, tmp_path / "var", quarter, tmp_path / "report.docx")
    for table in COLUMNS:
        ours = [row for row in rows_of(folder, table) if row.get("origin") != "published"]
        assert survived(back.rows(table), table) == survived(ours, table)
    assert [read.polarity.value for read in report.indicators] == ["high", "low", "low", "low"]
    assert {read.title for read in report.indicators} == {
        "Appendix 5(b) - Exception Reports (Quarter 3 2016/2017)"
    }
    assert back.new_indicators == []


@pytest.fixture(scope="module")
def starter(tmp_path_factory):
    """A dataset with its comparators and no report yet."""
    return without_report(tmp_path_factory.mktemp("round-trip") / "data")


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(text=reports())
def test_an_invented_report_comes_back_as_it_was(starter, tmp_path_factory, text):
    here = tmp_path_factory.mktemp("trip")
    folder = shutil.copytree(starter, here / "data")
    document = here / "report.txt"
    document.write_text(text, encoding="utf-8")
    list(read_in(Reading(document, folder, write=True)))
    first = read_report(read_lines(document))
    report, back = written_back(folder, here / "var", parse(RELEASE), here / "report.docx")
    for table in COLUMNS:
        ours = [row for row in rows_of(folder, table) if row.get("release", RELEASE) == RELEASE]
        assert survived(back.rows(table), table) == survived(ours, table)
    by_name = {read.name: read for read in first.indicators}
    assert {r.name: r.polarity for r in report.indicators} == {
        name: read.polarity for name, read in by_name.items()
    }
    shutil.rmtree(here)


def test_a_report_may_be_the_first_that_comes_into_a_folder(tmp_path):
    folder = tmp_path / "data"
    assert main(["new", str(folder), "--council", "Blackpool Council"]) == 0
    assert main(["read", str(SHIPPED), "--data", str(folder), "--write"]) == 0
    assert [len(rows_of(folder, table)) for table in ("indicators", "claims")] == [4, 16]
    assert main(["check", str(folder)]) == 0
