"""Actions, a portfolio's narrative and the levels of a target on paper, and read back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from docx import Document

from dashboard.domain.facts.period import parse
from dashboard.reports.exporting.content import report_content
from dashboard.reports.exporting.files import KINDS
from dashboard.reports.importing.report import read_report
from dashboard.reports.importing.source import read_lines
from dashboard.store.dataset import Dataset, Store
from dashboard.store.starter import write_starter
from dashboard.store.versions import publish

Q2 = parse("FY2025-26Q2")


def add(folder: Path, table: str, **cells: str) -> None:
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        names = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, names).writerow(cells)


@pytest.fixture(scope="module")
def council(tmp_path_factory) -> Dataset:
    folder, var = tmp_path_factory.mktemp("folder"), tmp_path_factory.mktemp("var")
    write_starter(folder / "data")
    data = folder / "data"
    about = {"indicator_id": "example-indicator", "source": "the service"}
    add(
        data,
        "actions",
        period="FY2025-26Q2",
        action="More visits",
        owner="Head of Service",
        due="2025-12-31",
        state="under way",
        **about,
    )
    add(
        data,
        "commentary",
        portfolio_id="example-portfolio",
        period="FY2025-26Q2",
        version="1",
        body="A quarter of change.",
        source="the director",
    )
    publish(data, var)
    return Store(var).current()


def written(council: Dataset, tmp_path: Path) -> Path:
    content = report_content(council, council.catalogue.portfolios, Q2, "all", charts=False)
    path = tmp_path / "report.docx"
    path.write_bytes(KINDS["docx"].make(content, "Our Council", ""))
    return path


def test_actions_stand_before_the_commentary_and_the_narrative_under_its_portfolio(
    council, tmp_path
):
    texts = [p.text for p in Document(str(written(council, tmp_path))).paragraphs]
    action = "More visits. Head of Service, due 31 December 2025: under way"
    assert texts[texts.index("Actions, Q2 2025/26") + 1] == action
    assert texts.index(action) < texts.index("Commentary:")
    assert "A quarter of change." in texts


def test_neither_is_read_back_as_commentary(council, tmp_path):
    report = read_report(read_lines(written(council, tmp_path)))
    said = " ".join(str(each.commentary) for each in report.indicators)
    assert "More visits" not in said
    assert "A quarter of change" not in said
