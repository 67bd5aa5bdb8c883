"""The choices of an indicator's chart, and which of them apply to a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, Self

from dashboard.choices import Option, flag, one_of, word, words, year
from dashboard.domain.facts.current import period_said
from dashboard.domain.facts.indicator import Area, AreaKind, Origin
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import formatted_count
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.year import is_total
from dashboard.domain.finding import IndicatorFinding
from dashboard.selection import Filters, Selection

YEARS_BACK = 2
_Measure = Literal["rate", "number"]
Span = Literal["quarters", "long"]


def _comparators(at: Selection[Any]) -> list[Option]:
    number = at.choices.measure == "number"
    return [
        *comparator_options(at.finding, number=number),
        *(
            {"label": area.name, "value": area.id, "disabled": number}
            for area in chosen_authorities(at)
        ),
    ]


def chosen_authorities(at: Selection[Any]) -> list[Area]:
    """The single authorities that `compare` names, in its order."""
    if is_total(at.finding.indicator):
        return []
    named = {a.id: a for a in at.catalogue.areas if a.kind is AreaKind.AUTHORITY}
    return [named[each] for each in at.choices.compare or () if each in named]


def has_two_figures(finding: IndicatorFinding) -> bool:
    """Whether the latest figure is a count and a rate, either of which the chart can show."""
    return finding.has_counts and bool(_figures(finding))


def _figures(finding: IndicatorFinding) -> dict[str, str]:
    """The latest count and rate, what each is of on a line of its own; empty without both."""
    line, indicator = finding.known.main, finding.indicator
    latest = line.latest if line else None
    if line is None or latest is None or latest.value is None or latest.numerator is None:
        return {}
    when = period_said(line, finding.quarter)
    when = "" if when == finding.quarter.label else f", {when}"
    count, noun = formatted_count(latest.numerator), indicator.counted(latest.numerator)
    return {
        "number": f"{count}\n{noun}{when}",
        "rate": f"{line.said(indicator, latest)}\n{indicator.per_label}{when}",
    }


def _years(at: Selection[Any]) -> list[Option]:
    """All years with figures, and the chosen ones even if they have none."""
    years = years_shown(at.finding)
    if years is None:
        return []
    known = set(range(years[0], years[1] + 1)) | {at.choices.first, at.choices.last} - {0}
    return [{"label": str(year), "value": str(year)} for year in sorted(known)]


def _can_cut(at: Selection[Any]) -> bool:
    """Whether years can be chosen: where the chart shows all of them, and there are several."""
    years = years_shown(at.finding)
    whole = at.choices.span == "long" or not can_choose_span(at.finding)
    return whole and years is not None and years[0] < years[1]


@dataclass(frozen=True, kw_only=True)
class ChartChoices(Filters):
    """The choices that control how a chart is drawn.

    `compare` has area ids and the origin of the council's other series; None means all areas.
    `first` and `last` limit the years in which the figures shown end; 0 means no limit.
    """

    measure: _Measure = one_of(
        "The chart shows",
        {"rate": "Rate", "number": "Number"},
        control="segments",
        group="measure",
        labels=lambda at: _figures(at.finding),
        offered=lambda at: has_two_figures(at.finding),
    )
    span: Span = one_of(
        "Quarters or the long run",
        {"quarters": "Quarters", "long": "Long run"},
        control="segments",
        group="chart",
        offered=lambda at: can_choose_span(at.finding),
        # Years can be chosen only in the long run, so a new span resets them.
        resets=("first", "last"),
    )
    first: int = year("From", name="from", group="range", options=_years, offered=_can_cut)
    last: int = year("to", name="to", group="range", options=_years, offered=_can_cut)
    compare: tuple[str, ...] | None = words("Compare with", group="compare", options=_comparators)
    intervals: bool = flag(
        "95% intervals",
        default=True,
        group="compare",
        offered=lambda at: at.finding.has_intervals and at.choices.measure == "rate",
    )
    usual_range: bool = flag(
        "Usual range",
        name="limits",
        group="compare",
        offered=lambda at: at.finding.has_usual_range and at.choices.measure == "rate",
    )
    pace: bool = flag(
        "Needed pace",
        group="compare",
        offered=lambda at: has_pace(at.finding),
    )
    beside: str = word("Another indicator", none="None", control="none")
    index: bool = flag(
        "Both in one chart, indexed to 100",
        group="index",
        offered=lambda at: bool(at.choices.beside),
    )

    def agreed(self) -> tuple[Self, tuple[str, ...]]:
        """The choices with reversed years swapped, and a note that says so."""
        if not (self.first and self.last and self.first > self.last):
            return self, ()
        note = f"The years run from {self.last} to {self.first}, not the other way round."
        return replace(self, first=self.last, last=self.first), (note,)

    def on(self, finding: IndicatorFinding) -> Self:
        """The choices that apply to a finding, with `compare` listing the lines that it has."""
        number = self.measure == "number" and finding.has_counts
        options = [o["value"] for o in comparator_options(finding, number=number)]
        origins = {origin.value for origin in Origin}
        wanted = [o for o in options if o not in origins] if self.compare is None else self.compare
        usual_range = self.usual_range and finding.has_usual_range and not number
        pace = self.pace and has_pace(finding)
        main = finding.known.main
        # The long run is shown by choice, for chosen years, or where there are no quarters.
        long_run = (
            self.span == "long"
            or usual_range
            or bool(self.first or self.last)
            or main is None
            or not _has_quarters(main, finding.quarter)
        )
        return replace(
            self,
            measure="number" if number else "rate",
            span="long" if long_run else "quarters",
            usual_range=usual_range,
            pace=pace,
            compare=tuple(option for option in options if option in wanted),
        )


ALONE = ChartChoices(compare=(), intervals=False)
"""The choices that show only the council and its target."""


def comparator_options(finding: IndicatorFinding, *, number: bool) -> list[Option]:
    """The lines that can be compared with the council's: other areas and its other series.

    Areas differ in size, so they are disabled while `number` is shown.
    """
    options: list[Option] = []
    if not is_total(finding.indicator):
        options = [
            {"label": line.area.name, "value": line.area.id, "disabled": number}
            for line in finding.known.comparators
        ]
    other = finding.known.other
    if other:
        council = other.area.name
        published = other.origin is Origin.PUBLISHED
        label = f"Published figures for {council}" if published else f"{council}’s own return"
        options.append({"label": label, "value": other.origin.value})
    return options


def has_pace(finding: IndicatorFinding) -> bool:
    """Whether there is a way from the latest figure to a target, which a chart can draw."""
    return finding.needed_pace is not None and finding.needed_pace.period is not None


def can_choose_span(finding: IndicatorFinding) -> bool:
    """Whether the quarters and the long run would give different charts."""
    line = finding.known.main
    if line is None or not _has_quarters(line, finding.quarter):
        return False
    first = window_start(finding.quarter)
    every = (line, *finding.known.comparators)
    return any(each.points[0].ends < first for each in every)


def _has_quarters(line: Line, quarter: Period) -> bool:
    first = window_start(quarter)
    return any(p.period.quarter and p.ends > first for p in line.points)


def window_start(quarter: Period) -> date:
    """The first day of the short view: the year end two years before the current one's."""
    return quarter.financial_year.shifted(-YEARS_BACK).end


def years_shown(finding: IndicatorFinding) -> tuple[int, int] | None:
    """The first and last year in which a figure of the council or a comparator ends, or None."""
    known = finding.known
    lines: Sequence[Line] = [line for line in (known.main, known.other, *known.comparators) if line]
    years = [point.ends.year for line in lines for point in line.points]
    return (min(years), max(years)) if years else None
