"""Which indicators go into a report, and what its file is called, whatever kind it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from dashboard.domain.facts.commentary import known_version
from dashboard.domain.facts.indicator import Portfolio
from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.counts import STATUSES
from dashboard.domain.portfolio.ordering import shown
from dashboard.findings import portfolio_findings, portfolio_records
from dashboard.store.dataset import Dataset
from dashboard.store.listed import OWN_NAME, portfolios_named

WHICH = ("printed", "exceptions", "others", "all", "new", "unjudged", *STATUSES)
"""Those in the quarter's own report, the exceptions, the indicators that are none, all, those that
changed since the quarter before, those not judged, or those of one status."""
Told = Callable[[int, int], None]
"""What whoever makes a file calls after each indicator: how many are in it, and of how many."""
_NOTHING = {
    "printed": "No report of {} is held",
    "exceptions": "No indicator is an exception in {}",
    "others": "Every indicator is an exception in {}",
    "all": "No indicator has a figure by {}",
}


@dataclass(frozen=True, slots=True)
class ReportContent:
    """The findings of some portfolios that go into a report, in the order of printing.

    `name` is what they are called together. `all_findings` has those as well that do not go in; an
    indicator without any figure never does.
    """

    dataset: Dataset
    quarter: Period
    portfolios: tuple[Portfolio, ...]
    name: str
    which: str
    charts: bool
    groups: tuple[tuple[Portfolio, tuple[IndicatorFinding, ...]], ...]
    all_findings: tuple[IndicatorFinding, ...]

    @property
    def why_empty(self) -> str:
        """The sentence that says why a report without findings has none."""
        nothing = _NOTHING.get(self.which, "No indicator is shown by this choice in {}")
        return f"{nothing.format(self.quarter.label)}."

    @property
    def findings(self) -> tuple[IndicatorFinding, ...]:
        """The findings of all groups, in order."""
        return tuple(finding for _, findings in self.groups for finding in findings)


def unheard(done: int, of: int) -> None:
    """For who does not ask how far a file is."""


def file_name(what: str, whose: str | None, quarter: Period, suffix: str) -> str:
    """The name of a file: what it is, of which portfolio or indicator, as at which quarter.

    Such as "slides-health-FY2016-17Q3-as-at-2016-12-31.pptx".
    """
    name, day = whose or "all-portfolios", quarter.end.isoformat()
    return f"{what}-{name}-{quarter.id}-as-at-{day}.{suffix}"


def report_content(
    dataset: Dataset,
    portfolios: Sequence[Portfolio],
    quarter: Period,
    which: str,
    charts: bool = True,
    only: Collection[str] = (),
    own: Collection[str] | None = None,
) -> ReportContent:
    """What goes into a report of some portfolios, those with nothing to show left out.

    `which` is one of WHICH; `only` are the ids of the indicators to keep to, where there are any.
    `own` are the ids of a reader's own list, if it is the report of that: of the portfolios it
    counts nothing else.
    """
    groups: list[tuple[Portfolio, tuple[IndicatorFinding, ...]]] = []
    all_findings: list[IndicatorFinding] = []
    for portfolio in portfolios:
        found = _findings(dataset, portfolio, quarter, own)
        all_findings += found
        if which == "printed":
            held = _held(dataset, portfolio, quarter)
            chosen = [f for f in found if f.indicator.id in held]
        else:
            earlier = quarter.shifted(-1)
            before = _findings(dataset, portfolio, earlier, own) if which == "new" else ()
            chosen = shown(found, which, before)
        chosen.sort(key=lambda finding: finding.indicator.position)
        chosen = [f for f in chosen if f.known.main and (not only or f.indicator.id in only)]
        if chosen:
            groups.append((portfolio, tuple(chosen)))
    return ReportContent(
        dataset=dataset,
        quarter=quarter,
        portfolios=tuple(portfolios),
        name=OWN_NAME if own is not None else portfolios_named(portfolios, dataset.catalogue),
        which=which,
        charts=charts,
        groups=tuple(groups),
        all_findings=tuple(all_findings),
    )


def _findings(
    dataset: Dataset, portfolio: Portfolio, quarter: Period, own: Collection[str] | None
) -> Sequence[IndicatorFinding]:
    """The findings of a portfolio, or those of the own list among them."""
    found = portfolio_findings(dataset, portfolio.id, quarter)
    return found if own is None else [each for each in found if each.indicator.id in own]


def _held(dataset: Dataset, portfolio: Portfolio, quarter: Period) -> set[str]:
    """The ids of the indicators with a figure, a claim or a commentary in the quarter's report."""
    return {
        record.indicator.id
        for record in portfolio_records(dataset, portfolio.id, quarter)
        if any(row.release == quarter for row in record.observations)
        or any(claim.release == quarter for claim in record.claims)
        or known_version(record.commentary, quarter, quarter)
    }
