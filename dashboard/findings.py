"""Compute and cache the findings of a portfolio at a quarter, for each dataset version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from dashboard.domain.checks.claims import ClaimFinding, judged_claims
from dashboard.domain.checks.commentary import check_commentary
from dashboard.domain.checks.figures import check_figures
from dashboard.domain.checks.populations import check_populations, implied_pairs
from dashboard.domain.checks.result import Check
from dashboard.domain.facts.as_at import known_commentary, line_of, stated
from dashboard.domain.facts.commentary import (
    CommentaryFinding,
    commentary_finding,
    known_version,
)
from dashboard.domain.facts.indicator import Indicator, Origin
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Commentary, Observation, Record
from dashboard.domain.finding import IndicatorFinding, find
from dashboard.domain.judgements.named_places import NamedPlace, ranked_places
from dashboard.domain.judgements.ranking import (
    Ranking,
    published_line,
    ranking,
    rankings_to_show,
    spread_of,
)
from dashboard.domain.portfolio.history import History, Judged
from dashboard.domain.portfolio.history_columns import Span
from dashboard.store.dataset import Dataset

_AUTHORITIES = "authorities in this dataset"


@lru_cache(maxsize=64)
def portfolio_findings(
    dataset: Dataset, portfolio_id: str, quarter: Period
) -> tuple[IndicatorFinding, ...]:
    """One finding per indicator, in the order used on all screens: the worst first."""
    records = portfolio_records(dataset, portfolio_id, quarter)
    writers = _writers(dataset, records, quarter)
    found = (find(record, quarter, _commentary(record, quarter, writers)) for record in records)
    return tuple(sorted(found, key=lambda finding: finding.order))


def indicator_finding(
    dataset: Dataset, indicator_id: str, quarter: Period
) -> IndicatorFinding | None:
    """The finding of one indicator of any portfolio; None where there was none of that id."""
    indicator = dataset.catalogue.at(quarter).indicator(indicator_id)
    if indicator is None:
        return None
    found = portfolio_findings(dataset, indicator.portfolio_id, quarter)
    return next(finding for finding in found if finding.indicator.id == indicator_id)


def portfolio_records(dataset: Dataset, portfolio_id: str, quarter: Period) -> list[Record]:
    """The rows of the indicators that a portfolio had at a quarter, as they were then."""
    return indicator_records(dataset, dataset.catalogue.at(quarter).in_portfolio(portfolio_id))


@lru_cache(maxsize=24)
def indicator_records(dataset: Dataset, indicators: tuple[Indicator, ...]) -> list[Record]:
    """The rows of some indicators, shared by the findings for all quarters."""
    return dataset.records(indicators)


@lru_cache(maxsize=64)
def indicator_histories(
    dataset: Dataset, indicators: tuple[Indicator, ...], quarter: Period, span: Span
) -> dict[str, History]:
    """The history of each of some indicators as seen from a quarter, by their ids."""

    def of(record: Record) -> History:
        name = record.indicator.id
        judged = _judged_cells(dataset, span).setdefault(name, {})
        return History(record, quarter, span, partial(_indicator_at, dataset, name), judged)

    found = indicator_records(dataset, indicators)
    return {record.indicator.id: of(record) for record in found}


@lru_cache(maxsize=4)
def _judged_cells(dataset: Dataset, span: Span) -> dict[str, Judged]:
    """The cells judged so far, by indicator: a step to the next quarter adds one column."""
    return {}


def _indicator_at(dataset: Dataset, name: str, quarter: Period) -> Indicator | None:
    return dataset.catalogue.at(quarter).indicator(name)


@dataclass(frozen=True, slots=True)
class Checked:
    """The results of a portfolio's checks at a quarter."""

    claims: tuple[ClaimFinding, ...]
    figures: tuple[Check, ...]
    commentary: tuple[Check, ...]


@lru_cache(maxsize=64)
def portfolio_checks(dataset: Dataset, portfolio_id: str, quarter: Period) -> Checked:
    """The results of a portfolio's checks, with its indicators in their printed order."""
    records = portfolio_records(dataset, portfolio_id, quarter)
    pairs = implied_pairs(records, quarter)
    findings = sorted(
        portfolio_findings(dataset, portfolio_id, quarter), key=lambda f: f.indicator.position
    )
    return Checked(
        tuple(claim for record in records for claim in judged_claims(record, quarter)),
        (
            *check_populations(pairs),
            *(check for record in records for check in check_figures(record, quarter, pairs)),
        ),
        tuple(check for finding in findings for check in check_commentary(finding)),
    )


def portfolio_narrative(dataset: Dataset, portfolio_id: str, quarter: Period) -> Commentary | None:
    """What was written about the portfolio as a whole in the quarter; None if nothing was."""
    return known_version(dataset.narratives(portfolio_id), quarter, quarter)


def record_of(dataset: Dataset, finding: IndicatorFinding) -> Record:
    """The rows from which a finding was computed."""
    records = portfolio_records(dataset, finding.indicator.portfolio_id, finding.quarter)
    return next(each for each in records if each.indicator.id == finding.indicator.id)


def authorities_ranking(dataset: Dataset, finding: IndicatorFinding) -> Ranking | None:
    """The council's latest ranking among the authorities in the dataset; None if it has none."""
    line = published_line(finding.known)
    periods = dataset.authority_periods(finding.indicator.id)
    valued = [p.period for p in line.points if p.value is not None] if line else []
    period = next((p for p in reversed(valued) if p.id in periods), None)
    if period is None:
        return None
    values = dataset.authorities(finding.indicator.id, period)
    spread = spread_of(
        _AUTHORITIES, period, values, "The figures of each authority in this dataset"
    )
    return ranking(finding.indicator, finding.known, spread, values) if spread else None


def named_places(
    dataset: Dataset, finding: IndicatorFinding, found: Ranking
) -> tuple[NamedPlace, ...]:
    """Each authority of a ranking that counts them, with its figure and its rank, best first."""
    rows: dict[str, list[Observation]] = {}
    for row in dataset.published_of_period(finding.indicator.id, found.spread.period):
        if row.value is not None:
            rows.setdefault(row.area.id, []).append(row)
    figures = [stated(each, finding.quarter) for each in rows.values()]
    return ranked_places(finding.indicator, found, figures)


def authority_line(dataset: Dataset, finding: IndicatorFinding, area_id: str) -> Line | None:
    """One authority's published figures as known at the finding's quarter; None without any."""
    record = record_of(dataset, finding)
    if Origin.PUBLISHED not in record.series:
        return None
    rows = dataset.published_of_area(finding.indicator.id, area_id)
    own = [row for row in rows if row.area.id == area_id]
    found = line_of(record, own, finding.quarter)
    return found if found and found.latest.value is not None else None


@lru_cache(maxsize=64)
def portfolio_rankings(
    dataset: Dataset, portfolio_id: str, quarter: Period
) -> dict[str, tuple[Ranking, ...]]:
    """The rankings to show of a portfolio's indicators, by their ids."""
    return {
        finding.indicator.id: rankings_to_show(
            finding.rankings, authorities_ranking(dataset, finding)
        )
        for finding in portfolio_findings(dataset, portfolio_id, quarter)
    }


def _writers(dataset: Dataset, records: Sequence[Record], quarter: Period) -> dict[str, Record]:
    """These records, and those that their commentary's cross-references mean, by indicator id."""
    found = {record.indicator.id: record for record in records}
    own = (known_commentary(record, quarter) for record in records)
    meant = dict.fromkeys(text.see for text in own if text and text.see and text.see not in found)
    catalogue = dataset.catalogue.at(quarter)
    wanted = tuple(i for i in map(catalogue.indicator, meant) if i)
    others = indicator_records(dataset, wanted) if wanted else []
    return found | {record.indicator.id: record for record in others}


def _commentary(record: Record, quarter: Period, writers: dict[str, Record]) -> CommentaryFinding:
    own = known_commentary(record, quarter)
    writer = writers.get(own.see) if own else None
    if own is None or writer is None:
        return commentary_finding(quarter, own, None, None)
    meant = known_version(writer.commentary, own.period, quarter)
    return commentary_finding(quarter, own, meant, writer.indicator)
