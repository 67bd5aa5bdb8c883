"""`python -m dashboard report`: a portfolio written into a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.facts.period import Period
from dashboard.reports.exporting.content import WHICH, ReportContent, report_content
from dashboard.reports.exporting.files import KINDS
from dashboard.selection import read_quarter
from dashboard.settings import Settings
from dashboard.store.dataset import Dataset, Store
from dashboard.store.files import replacing
from dashboard.store.publishing import publish_in_subprocess

_ALL = "all"


class NoSuchReportError(ValueError):
    """A report that cannot be written as asked; the message says what could be."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which file, and what goes into it; without a `quarter` it is the newest.

    `address` gives the link at the foot of each page once the quarter is known; None leaves it out.
    """

    file: Path
    portfolio: str = _ALL
    quarter: str | None = None
    which: str = WHICH[0]
    charts: bool = True
    address: Callable[[Period], str] | None = None


def write_report(settings: Settings, wanted: Wanted) -> str:
    """Writes the file, never over another, and returns a sentence that says what is in it.

    Raises NoSuchReportError or DatasetError, and then has written nothing.
    """
    file = wanted.file
    kind = KINDS.get(file.suffix.removeprefix(".").lower())
    if kind is None:
        raise NoSuchReportError(f"{file.name} ends in none of .{', .'.join(KINDS)}.")
    if wanted.which not in WHICH:
        raise NoSuchReportError(f"--which {wanted.which}: it is one of {', '.join(WHICH)}.")
    if file.exists():
        raise NoSuchReportError(f"{file} is there already. Move it, or give another name.")
    publish_in_subprocess(settings.data, settings.var)
    found = _content(Store(settings.var).current(), wanted)
    council, meant = found.dataset.catalogue.council.name, found.quarter
    address = wanted.address(meant) if wanted.address else ""
    try:
        with replacing(file) as name:
            Path(name).write_bytes(kind.make(found, council, address))
    except OSError as error:
        raise NoSuchReportError(f"{file} cannot be written: {error.strerror or error}.") from error
    count = len(found.findings)
    return f"{file}: {count} {'indicator' if count == 1 else 'indicators'} as at {meant.label}."


def _content(dataset: Dataset, wanted: Wanted) -> ReportContent:
    catalogue = dataset.catalogue
    portfolios = [p for p in catalogue.portfolios if wanted.portfolio in (p.id, _ALL)]
    if not portfolios:
        names = ", ".join(p.id for p in catalogue.portfolios)
        raise NoSuchReportError(f"There is no portfolio “{wanted.portfolio}”. There are {names}.")
    known = catalogue.quarters()
    one = portfolios[0].id if len(portfolios) == 1 else None
    newest = catalogue.latest_quarter(one) or known[0]
    meant, problem = read_quarter(wanted.quarter, known) if wanted.quarter else (newest, "")
    if meant is None:
        raise NoSuchReportError(f"{problem} Write it as {known[0].id}.")
    found = report_content(dataset, portfolios, meant, wanted.which, wanted.charts)
    if not found.findings:
        other = " Nothing was written; --which exceptions or all takes other indicators."
        raise NoSuchReportError(f"{found.why_empty}{other}")
    return found
