"""Everything that can be said of one indicator at one quarter, put together once."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.facts.as_at import KnownFigures, known_figures, known_targets
from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.indicator import Area, Indicator
from dashboard.domain.facts.period import Period, quarter_of
from dashboard.domain.facts.record import Claim, Record, Target
from dashboard.domain.judgements.exception import Standing, standing, yearly_comparison
from dashboard.domain.judgements.outlook import Outlook, outlook
from dashboard.domain.judgements.projection import projected_year_end
from dashboard.domain.judgements.ranking import Place, known_places, printed_quartile
from dashboard.domain.judgements.rolling_breakdown import Unmasked, unmasked
from dashboard.domain.judgements.target import TargetFinding, TargetLine, judge_target, target_lines
from dashboard.domain.judgements.travel import Comparison, direction_of_travel
from dashboard.domain.wording.headline import headline, missing_sentence


@dataclass(frozen=True, slots=True)
class IndicatorFinding:
    """One indicator as at one quarter; every screen, slide and file draws this and nothing else.

    `headline` states the finding, or that there is no new figure; `latest` what was found last.
    """

    indicator: Indicator
    council: Area
    quarter: Period
    known: KnownFigures
    is_new: bool
    target: TargetFinding
    targets: tuple[Target, ...]
    target_lines: tuple[TargetLine, ...]
    travel: tuple[Comparison, ...]
    projected: Decimal | None
    outlook: Outlook | None
    unmasked: Unmasked | None
    standing: Standing
    yearly: Comparison | None
    headline: str
    latest: str
    commentary: CommentaryFinding
    places: tuple[Place, ...]
    printed_quartile: Claim | None

    @property
    def is_exception(self) -> bool:
        """The quarter's own figure misses its target or is worse than last year."""
        return self.is_new and self.standing.is_exception

    @property
    def order(self) -> tuple[bool, tuple[int, bool, Decimal], int]:
        """Sorts a portfolio as it is read: new figures first, worst first."""
        return not self.is_new, self.standing.order, self.indicator.position


def find(record: Record, quarter: Period, commentary: CommentaryFinding) -> IndicatorFinding:
    """All findings of one indicator from its rows, as at the quarter."""
    indicator = record.indicator
    known = known_figures(record, quarter)
    targets = known_targets(record, quarter)
    line = known.main
    is_new = bool(line and quarter_of(line.latest.ends) == quarter)
    projected = None
    if line and quarter.quarter < 4 and line.latest.period.financial_year == quarter.financial_year:
        projected = projected_year_end(line, line.latest, indicator.unit)
    travel = direction_of_travel(indicator, known, projected, record.comparator_areas)
    target = judge_target(indicator, known, targets)
    seasonal = bool(line and line.series.seasonal)
    latest = headline(indicator, known, target, travel, projected)
    return IndicatorFinding(
        indicator=indicator,
        council=record.council,
        quarter=quarter,
        known=known,
        is_new=is_new,
        target=target,
        targets=targets,
        target_lines=target_lines(indicator, known, targets),
        travel=travel,
        projected=projected,
        outlook=outlook(indicator, line, target) if is_new else None,
        unmasked=unmasked(line),
        standing=standing(indicator, seasonal, target, travel),
        yearly=yearly_comparison(seasonal, travel),
        headline=latest if is_new else missing_sentence(known),
        latest=latest,
        commentary=commentary,
        places=known_places(record, known),
        printed_quartile=printed_quartile(record, quarter),
    )
