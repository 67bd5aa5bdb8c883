"""Which indicators go into a file, and what the file is called: the same for Word, slides, data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.facts.indicator import Portfolio
from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.ordering import shown
from dashboard.findings import portfolio_findings, portfolio_records
from dashboard.store.dataset import Dataset

WHICH = ("printed", "exceptions", "others", "all")
"""Those that the quarter's own report held, exceptions by rule, those that are none, or all."""
_NOTHING = {
    "printed": "No report of {} is held",
    "exceptions": "No indicator is an exception in {}",
    "others": "Every indicator is an exception in {}",
    "all": "No indicator has a figure by {}",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The findings of some portfolios at a quarter, in the order in which they are printed.

    `everything` are all findings of those portfolios, chosen or not; one without any figure is
    never chosen.
    """

    dataset: Dataset
    quarter: Period
    portfolios: tuple[Portfolio, ...]
    which: str
    charts: bool
    groups: tuple[tuple[Portfolio, tuple[IndicatorFinding, ...]], ...]
    everything: tuple[IndicatorFinding, ...]

    @property
    def nothing(self) -> str:
        """Why nothing is in it, where nothing is."""
        return f"{_NOTHING[self.which].format(self.quarter.label)}."

    @property
    def findings(self) -> tuple[IndicatorFinding, ...]:
        """All of them."""
        return tuple(finding for _, findings in self.groups for finding in findings)


def file_name(what: str, whose: str | None, quarter: Period, suffix: str) -> str:
    """What, of which portfolio or indicator and quarter, as at which day.

    Such as "slides-health-FY2016-17Q3-as-at-2016-12-31.pptx".
    """
    name, day = whose or "all-portfolios", quarter.end.isoformat()
    return f"{what}-{name}-{quarter.id}-as-at-{day}.{suffix}"


def choose(
    dataset: Dataset,
    portfolios: Sequence[Portfolio],
    quarter: Period,
    which: str,
    charts: bool = True,
) -> Chosen:
    """What is to be written; a portfolio of which nothing is chosen is left out."""
    groups: list[tuple[Portfolio, tuple[IndicatorFinding, ...]]] = []
    everything: list[IndicatorFinding] = []
    for portfolio in portfolios:
        found = portfolio_findings(dataset, portfolio.id, quarter)
        everything += found
        if which == "printed":
            held = _held(dataset, portfolio, quarter)
            chosen = [f for f in found if f.indicator.id in held]
        else:
            chosen = shown(found, which)
        chosen.sort(key=lambda finding: finding.indicator.position)
        chosen = [finding for finding in chosen if finding.known.main]
        if chosen:
            groups.append((portfolio, tuple(chosen)))
    return Chosen(
        dataset=dataset,
        quarter=quarter,
        portfolios=tuple(portfolios),
        which=which,
        charts=charts,
        groups=tuple(groups),
        everything=tuple(everything),
    )


def _held(dataset: Dataset, portfolio: Portfolio, quarter: Period) -> set[str]:
    """The indicators that the quarter's own report holds: a figure, an arrow or words."""
    return {
        record.indicator.id
        for record in portfolio_records(dataset, portfolio.id)
        if any(row.release == quarter for row in record.observations)
        or any(claim.release == quarter for claim in record.claims)
        or any(words.period == quarter for words in record.commentary)
    }
