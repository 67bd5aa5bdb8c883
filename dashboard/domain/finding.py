"""Put together all findings about one indicator at one quarter."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from dashboard.domain.facts.as_at import KnownFigures, known_figures, known_targets
from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.indicator import Area, Indicator, Origin
from dashboard.domain.facts.period import Period, quarter_of
from dashboard.domain.facts.record import Claim, Record, Target
from dashboard.domain.judgements.change import RealChange, RealVerdict, real_change, real_changes
from dashboard.domain.judgements.exception import Standing, standing
from dashboard.domain.judgements.outlook import Outlook, outlook
from dashboard.domain.judgements.people import PeopleGap, people_gap
from dashboard.domain.judgements.ranking import Ranking, known_rankings, printed_quartile
from dashboard.domain.judgements.rolling_breakdown import RollingBreakdown, rolling_breakdown
from dashboard.domain.judgements.status import (
    SIGNS,
    Status,
    change_status,
    target_status,
)
from dashboard.domain.judgements.target import (
    TargetFinding,
    TargetVerdict,
    judge_target,
)
from dashboard.domain.judgements.target_lines import TargetLine, target_lines
from dashboard.domain.judgements.travel import Comparison, deciding_comparison, direction_of_travel
from dashboard.domain.judgements.trend import Trend, trend
from dashboard.domain.wording.headline import headline, missing_sentence
from dashboard.domain.wording.verdict import NO_NEW_FIGURE, Verdict, verdict


@dataclass(frozen=True)
class IndicatorFinding:
    """One indicator as at one quarter; all screens, slides and files are drawn from this alone.

    `headline` states the finding, or that there is no new figure; `latest` states the latest
    figure. `deciding` is the comparison over time used everywhere to decide better or worse; it
    may hold only the reason why it is missing. Statistical tests run on first use and are cached.
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
    deciding: Comparison | None
    outlook: Outlook | None
    rolling_breakdown: RollingBreakdown | None
    standing: Standing
    headline: str
    latest: str
    commentary: CommentaryFinding
    rankings: tuple[Ranking, ...]
    printed_quartile: Claim | None

    @property
    def is_exception(self) -> bool:
        """Whether the quarter's new figure misses its target or is worse than last year."""
        return self.is_new and self.standing.is_exception

    @property
    def order(self) -> tuple[bool, tuple[int, bool, Decimal], int]:
        """Sort key for a portfolio: new figures first, then the worst first."""
        return not self.is_new, self.standing.order, self.indicator.position

    @property
    def is_published(self) -> bool:
        """Whether the main figure is from published statistics, not a council return."""
        return self.known.main is not None and self.known.main.origin is Origin.PUBLISHED

    @property
    def has_counts(self) -> bool:
        """Whether the indicator is a dual measure, "No. (Rate)"."""
        line = self.known.main
        return line is not None and line.is_counted(self.indicator)

    @property
    def has_intervals(self) -> bool:
        """Whether the source gives 95% intervals for the council's figures."""
        line = self.known.main
        return line is not None and any(
            p.lower is not None and p.upper is not None for p in line.points
        )

    @property
    def has_usual_range(self) -> bool:
        """Whether the series can be judged by its usual range."""
        return self.trend is not None and self.trend.limits is not None

    @cached_property
    def trend(self) -> Trend | None:
        """The trend of the main series; None where it has no figure."""
        return trend(self.indicator, self.known.main, self.target)

    @cached_property
    def real_changes(self) -> tuple[RealChange | None, ...]:
        """For each comparison in `travel`, whether the change is more than chance, or None."""
        return real_changes(self.indicator, self.known, self.travel)

    @cached_property
    def people_gap(self) -> PeopleGap | None:
        """The gap to the target in people; None unless the target has a level."""
        return people_gap(self.indicator, self.known.main, self.target)

    @cached_property
    def within_chance(self) -> bool:
        """Whether it is an exception only because of a worsening that could be chance."""
        line = self.known.main
        if not self.is_exception or self.standing.missed or line is None or self.deciding is None:
            return False
        real = real_change(self.indicator, line, self.deciding, None)
        return real is not None and real.verdict is RealVerdict.COULD_BE_CHANCE

    @cached_property
    def verdict(self) -> Verdict:
        """The short verdict shown at the top of the indicator."""
        if not self.is_new:
            return NO_NEW_FIGURE
        return verdict(self.standing, self.target.verdict, self.deciding, self.within_chance)

    @property
    def status(self) -> Status:
        """The status of its row or card: bad for an exception, good for a met target."""
        if self.is_exception:
            return Status.BAD
        met = self.target.verdict is TargetVerdict.MET
        return self._current(Status.GOOD if met else Status.SAME)

    @property
    def target_status(self) -> Status:
        """The status of the figure against its target."""
        return self._current(target_status(self.target.verdict))

    @property
    def target_sign(self) -> str:
        """ "✔ " or "✖ "; empty where the target is neither met nor missed."""
        return SIGNS.get(self.target.verdict, "") if self.is_new else ""

    @property
    def trend_status(self) -> Status:
        """The status of the trend's change."""
        return self._current(change_status(self.trend.judgement)) if self.trend else Status.NONE

    def change_status(self, comparison: Comparison) -> Status:
        """The status of a comparison's change."""
        if comparison.change is None:
            return Status.NONE
        return self._current(change_status(comparison.change.judgement))

    def _current(self, status: Status) -> Status:
        """The status, or NONE where the figure is old and says nothing about this quarter."""
        return status if self.is_new else Status.NONE


def find(record: Record, quarter: Period, commentary: CommentaryFinding) -> IndicatorFinding:
    """The findings about one indicator, computed from its rows as known at the quarter."""
    indicator = record.indicator
    known = known_figures(record, quarter)
    targets = known_targets(record, quarter)
    line = known.main
    is_new = bool(line and quarter_of(line.latest.ends) == quarter)
    ahead = outlook(record, known, targets)
    travel = direction_of_travel(indicator, known, record.comparator_areas)
    deciding = deciding_comparison(line, travel)
    target = judge_target(indicator, known, targets)
    latest = headline(indicator, known, target, travel, deciding, ahead)
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
        deciding=deciding,
        outlook=ahead,
        rolling_breakdown=rolling_breakdown(line),
        standing=standing(indicator, target, deciding),
        headline=latest if is_new else missing_sentence(known),
        latest=latest,
        commentary=commentary,
        rankings=known_rankings(record, known),
        printed_quartile=printed_quartile(record, quarter),
    )
