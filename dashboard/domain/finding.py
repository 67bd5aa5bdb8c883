"""Put together all findings about one indicator at one quarter."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from dashboard.domain.facts.action import Action, known_actions
from dashboard.domain.facts.as_at import KnownFigures, known_figures, known_targets, later_targets
from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.current import is_current, is_new
from dashboard.domain.facts.event import Event, known_events, rebased
from dashboard.domain.facts.indicator import Area, Indicator, Origin
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Claim, Record, Target
from dashboard.domain.judgements.change import (
    RealChange,
    is_beyond_chance,
    real_change,
    real_changes,
)
from dashboard.domain.judgements.needed_pace import NeededPace, needed_pace
from dashboard.domain.judgements.outlook import Outlook, outlook
from dashboard.domain.judgements.outlook_range import OutlookRange, outlook_range
from dashboard.domain.judgements.people import PeopleGap, people_gap
from dashboard.domain.judgements.quarter_changes import QuarterChanges, quarter_changes
from dashboard.domain.judgements.ranking import Ranking, known_rankings, printed_quartile
from dashboard.domain.judgements.recent_trend import RecentTrend, recent_trend
from dashboard.domain.judgements.rolling_breakdown import RollingBreakdown, rolling_breakdown
from dashboard.domain.judgements.standing import Standing, Unjudged, standing
from dashboard.domain.judgements.status import (
    SIGNS,
    Status,
    change_status,
    standing_status,
    target_status,
)
from dashboard.domain.judgements.target import TargetFinding, judge_target
from dashboard.domain.judgements.target_lines import TargetLine, target_lines
from dashboard.domain.judgements.travel import Comparison, deciding_alone, direction_of_travel
from dashboard.domain.judgements.usual_range import UsualRange, usual_range
from dashboard.domain.wording.headline import headline
from dashboard.domain.wording.verdict import Verdict, verdict


@dataclass(frozen=True)
class IndicatorFinding:
    """One indicator as at one quarter; all screens, slides and files are drawn from this alone.

    `is_new` says that the figure's period ended in the quarter, `is_current` that it still counts
    for it. `deciding` is the comparison over time used everywhere to decide better or worse; it may
    hold only the reason why it is missing. What the status does not need is found in `record` on
    first use and kept: of the quarter before, a page asks for the status alone.
    """

    record: Record = field(repr=False, compare=False)
    indicator: Indicator
    quarter: Period
    known: KnownFigures
    is_new: bool
    is_current: bool
    target: TargetFinding
    targets: tuple[Target, ...]
    deciding: Comparison | None
    standing: Standing
    commentary: CommentaryFinding

    @property
    def council(self) -> Area:
        """The council whose indicator it is."""
        return self.record.council

    @property
    def is_exception(self) -> bool:
        """Whether it misses its target, or without one is worse by more than chance."""
        return self.standing.is_exception

    @property
    def order(self) -> tuple[tuple[int, bool, Decimal], int]:
        """Sort key for a portfolio: the worst first."""
        return self.standing.order, self.indicator.position

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
        return self.usual_range is not None and self.usual_range.limits is not None

    @cached_property
    def headline(self) -> str:
        """The sentence that states the finding."""
        return headline(
            self.indicator, self.known, self.target, self.travel, self.deciding, self.outlook
        )

    @cached_property
    def travel(self) -> tuple[Comparison, ...]:
        """The standard comparisons of the latest figure, in order; empty without a figure."""
        return direction_of_travel(self.indicator, self.known, self.record.comparator_areas)

    @cached_property
    def outlook(self) -> Outlook | None:
        """The outlook for the year's end, or why there is none; None where none is asked for."""
        return outlook(self.record, self.known, self.targets)

    @cached_property
    def later_targets(self) -> tuple[Target, ...]:
        """The targets of years to come that were set by the quarter's end, oldest first."""
        return later_targets(self.record, self.quarter)

    @cached_property
    def target_lines(self) -> tuple[TargetLine, ...]:
        """The targets that have a level, as they are drawn."""
        return target_lines(self.indicator, self.known, self.targets)

    @cached_property
    def rolling_breakdown(self) -> RollingBreakdown | None:
        """What the quarters of a rolling total were; None where it is none."""
        return rolling_breakdown(self.known.main)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """What the service had said by the quarter's end that it would do."""
        return known_actions(self.record.actions, self.quarter)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What had happened by the quarter's end, newest first."""
        return known_events(self.record.events, self.quarter)

    @cached_property
    def rankings(self) -> tuple[Ranking, ...]:
        """The council's latest ranking in each group that has a stored distribution."""
        return known_rankings(self.record, self.known)

    @cached_property
    def printed_quartile(self) -> Claim | None:
        """The quartile that the latest report prints; None where it prints none."""
        return printed_quartile(self.record, self.quarter)

    @cached_property
    def usual_range(self) -> UsualRange | None:
        """The usual range of the main series, or why it has none; None for yearly figures."""
        return usual_range(
            self.indicator,
            self.known.main,
            self.target,
            self.deciding,
            self.standing.is_beyond_chance,
            rebased(self.events),
        )

    @cached_property
    def recent_trend(self) -> RecentTrend | None:
        """What the main series' latest years show; None without a figure."""
        return recent_trend(
            self.indicator, self.known.main, self.deciding, self.standing.is_beyond_chance
        )

    @cached_property
    def real_changes(self) -> tuple[RealChange | None, ...]:
        """For each comparison in `travel`, whether the change is more than chance, or None."""
        return real_changes(self.indicator, self.known, self.travel)

    @cached_property
    def people_gap(self) -> PeopleGap | None:
        """The gap to the target in people; None unless the target has a level."""
        return people_gap(self.indicator, self.known.main, self.target)

    @cached_property
    def quarter_changes(self) -> QuarterChanges | None:
        """What each quarter of the main series changed; None where that cannot be told."""
        return quarter_changes(self.indicator, self.known.main)

    @cached_property
    def needed_pace(self) -> NeededPace | None:
        """How much the figure must still move to meet its target; None without a figure."""
        return needed_pace(
            self.indicator,
            self.known,
            self.targets,
            self.quarter_changes,
            is_current=self.is_current,
        )

    @cached_property
    def outlook_range(self) -> OutlookRange | None:
        """The year end's range beside the latest figure and the target; None without a range."""
        return outlook_range(self.indicator, self.known, self.outlook, self.target_lines)

    def real_change(self, comparison: Comparison) -> RealChange | None:
        """Whether one of the comparisons in `travel` is more than chance."""
        return self.real_changes[self.travel.index(comparison)]

    @cached_property
    def verdict(self) -> Verdict:
        """The short verdict shown at the top of the indicator."""
        return verdict(self.standing, self.target, self.deciding)

    @property
    def status(self) -> Status:
        """The status of its row or card."""
        return standing_status(self.standing)

    @property
    def target_status(self) -> Status:
        """The status of the figure against its target."""
        return self._current(target_status(self.target.verdict) if self._has_way else Status.NONE)

    @property
    def target_sign(self) -> str:
        """ "✔ ", "◆ " or "✖ "; empty where the figure is not judged against a target."""
        shown = self.is_current and self._has_way
        return SIGNS.get(self.target.verdict, "") if shown else ""

    @property
    def _has_way(self) -> bool:
        """Whether a target can be met or missed: where neither way is better only a range can."""
        return self.standing.unjudged is not Unjudged.NEUTRAL

    @property
    def usual_range_status(self) -> Status:
        """The status of what its usual range makes of the latest figure."""
        found = self.usual_range
        return self._current(change_status(found.judgement, True)) if found else Status.NONE

    def change_status(self, comparison: Comparison) -> Status:
        """The status of a comparison's change."""
        if comparison.change is None:
            return Status.NONE
        real = self.real_change(comparison)
        status = change_status(comparison.change.judgement, is_beyond_chance(real))
        return self._current(status)

    def _current(self, status: Status) -> Status:
        """The status, or NONE where the figure is too old to say anything of this quarter."""
        return status if self.is_current else Status.NONE


def find(record: Record, quarter: Period, commentary: CommentaryFinding) -> IndicatorFinding:
    """The findings about one indicator, computed from its rows as known at the quarter."""
    indicator = record.indicator
    known = known_figures(record, quarter)
    targets = known_targets(record, quarter)
    line = known.main
    latest = line.latest if line and line.latest.value is not None else None
    new = latest is not None and is_new(latest, quarter)
    current = latest is not None and is_current(latest, quarter)
    deciding = deciding_alone(indicator, line) if line else None
    target = judge_target(indicator, known, targets)
    real = None
    if line and current and deciding and deciding.change:
        real = real_change(indicator, line, deciding, None)
    return IndicatorFinding(
        record=record,
        indicator=indicator,
        quarter=quarter,
        known=known,
        is_new=new,
        is_current=current,
        target=target,
        targets=targets,
        deciding=deciding,
        standing=standing(indicator, current, target, deciding, real),
        commentary=commentary,
    )
