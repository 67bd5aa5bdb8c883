"""`python -m dashboard report`: a portfolio written into a file."""

from __future__ import annotations

from pathlib import Path

from dashboard.reports.writing.chosen import choose
from dashboard.reports.writing.files import KINDS
from dashboard.selection import read_quarter
from dashboard.settings import Settings
from dashboard.store.dataset import Store
from dashboard.store.loading import publish_apart

ALL = "all"


class NoSuchReportError(ValueError):
    """What was asked for is not there; the message says what there is."""


def write_report(
    settings: Settings, file: Path, portfolio: str, quarter: str | None, which: str, charts: bool
) -> str:
    """Writes the file and says what is in it; a file that is there already is not overwritten."""
    kind = KINDS.get(file.suffix.removeprefix(".").lower())
    if kind is None:
        raise NoSuchReportError(f"{file.name} ends in none of .{', .'.join(KINDS)}.")
    if file.exists():
        raise NoSuchReportError(f"{file} is there already. Move it, or give another name.")
    publish_apart(settings.data, settings.var)
    dataset = Store(settings.var).current()
    catalogue = dataset.catalogue
    chosen = [p for p in catalogue.portfolios if portfolio in (p.id, ALL)]
    if not chosen:
        names = ", ".join(p.id for p in catalogue.portfolios)
        raise NoSuchReportError(f"There is no portfolio “{portfolio}”. There are {names}.")
    known = catalogue.quarters()
    newest = catalogue.latest_quarter(chosen[0].id if len(chosen) == 1 else None) or known[0]
    meant, problem = read_quarter(quarter, known) if quarter else (newest, "")
    if meant is None:
        raise NoSuchReportError(f"{problem} Write it as {known[0].id}.")
    found = choose(dataset, chosen, meant, which, charts)
    address = f"/print?portfolio={portfolio}&quarter={meant.id}"
    file.write_bytes(kind.make(found, catalogue.council.name, address))
    count = len(found.findings)
    return f"{file}: {count} {'indicator' if count == 1 else 'indicators'} as at {meant.label}."
