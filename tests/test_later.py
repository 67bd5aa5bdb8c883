"""Nothing from after the chosen quarter ever shows."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile

import pytest

from dashboard.domain.facts.period import parse as parse_period
from dashboard.findings import portfolio_findings
from dashboard.reports.exporting.content import report_content
from dashboard.reports.exporting.files import KINDS
from dashboard.reports.indicator_figures import indicator_csv
from dashboard.store.dataset import Store
from dashboard.store.versions import publish
from tests.conftest import DATA
from tests.pages.screens import screen

QUARTERS = [
    "FY2014-15Q4",
    "FY2015-16Q4",
    "FY2016-17Q1",
    "FY2016-17Q2",
    "FY2016-17Q4",
    "FY2019-20Q4",
]
WORDS = "Words of later"


with (DATA / "observations.csv").open(encoding="utf-8", newline="") as file:
    ENDS = {(row["indicator_id"], row["period"]): row["ends"] for row in csv.DictReader(file)}
LATER = {
    "observations": {"value": "77", "lower": "1", "upper": "99", "numerator": "7777"},
    "commentary": {"body": "XX"},
    "distributions": {
        "lower_quartile": "1",
        "median": "2",
        "upper_quartile": "3",
        "rank_from_highest": "1",
    },
}


@pytest.mark.parametrize("quarter", QUARTERS)
def test_rows_from_after_the_quarter_change_nothing(dataset, tmp_path, quarter):
    """Every later figure and text is altered, and every page and download stays as it was."""
    end = parse_period(quarter).end
    folder = shutil.copytree(DATA, tmp_path / "data")
    altered = 0
    for table, later in LATER.items():
        text = (DATA / f"{table}.csv").read_text(encoding="utf-8")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        for row in rows:
            # A spread is of the day that its figures are of.
            own_end = ENDS.get((row["indicator_id"], row["period"]))
            ends = own_end or parse_period(row["period"]).end.isoformat()
            if ends > end.isoformat():
                row.update({name: cell for name, cell in later.items() if row[name]})
                altered += 1
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
    assert altered > 0
    publish(folder, tmp_path / "var")
    other = Store(tmp_path / "var").current()
    addresses = ["/", *(f"/indicator/{i.id}" for i in dataset.catalogue.indicators)]
    for address in addresses:
        for more in (
            "",
            "&span=long&compare=england,north-west,stat-neighbours,published,reported",
        ):
            asked = f"{address}?quarter={quarter}{more}"
            assert told(other, asked) == told(dataset, asked), address
    for one, two in zip(findings(dataset, quarter), findings(other, quarter), strict=True):
        assert indicator_csv(one, "") == indicator_csv(two, "")


def told(data, address):
    """All of a screen but the name of the dataset."""
    texts = screen(data, address).texts.items()
    return {key: text.replace(data.version, "") for key, text in texts if key != "page-state.data"}


def findings(data, quarter):
    return portfolio_findings(data, "resilient-communities", parse_period(quarter))


def with_later_words(folder):
    """Every commentary of Q3 2016/17 gets a second version, written on 1 April 2017."""
    path = shutil.copytree(DATA, folder) / "commentary.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    later = {"version": "2", "body": WORDS, "summary": WORDS, "written_at": "2017-04-01"}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows([*rows, *(row | later for row in rows)])
    return path.parent


def test_words_written_later_show_at_no_earlier_quarter(tmp_path):
    """No page, slide, paper or file at Q3 2016/17 has them; at the next quarter they stand."""
    publish(with_later_words(tmp_path / "data"), tmp_path / "var")
    data = Store(tmp_path / "var").current()
    ids = [indicator.id for indicator in data.catalogue.in_portfolio("resilient-communities")]
    addresses = ["/", "/present", "/print", "/checks", *(f"/indicator/{i}" for i in ids)]
    addresses += [f"/present?slide={i}" for i in ids]
    addresses += [f"/present?slide={i}&side=commentary" for i in ids]
    addresses += [f"/print?slide={i}" for i in ids]
    for address in addresses:
        join = "&" if "?" in address else "?"
        assert WORDS not in str(screen(data, f"{address}{join}quarter=FY2016-17Q3").texts), address
    for kind in ("docx", "pptx"):
        assert WORDS.encode() not in unpacked(data, kind, "FY2016-17Q3")
    shown = str(screen(data, "/indicator/referrals?quarter=FY2016-17Q4").texts)
    assert WORDS in shown
    publish(DATA, tmp_path / "as-shipped")
    shipped = Store(tmp_path / "as-shipped").current()
    for address in addresses:
        join = "&" if "?" in address else "?"
        asked = f"{address}{join}quarter=FY2016-17Q3"
        assert told(data, asked) == told(shipped, asked), address


def unpacked(data, kind, quarter):
    """The bytes of all parts of an Office file."""
    content = report_content(data, data.catalogue.portfolios, parse_period(quarter), "printed")
    file = io.BytesIO(KINDS[kind].make(content, data.catalogue.council.name, ""))
    with zipfile.ZipFile(file) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())
