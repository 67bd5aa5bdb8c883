"""The stored rows of one indicator, from which its findings are computed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from dashboard.domain.facts.action import Action
from dashboard.domain.facts.event import Event
from dashboard.domain.facts.indicator import Area, Indicator, Origin, Series
from dashboard.domain.facts.period import Period
from dashboard.domain.grammar import day_said


class Released(Protocol):
    """A row that a report states; one that no report of ours does has no release."""

    @property
    def release(self) -> Period | None: ...


class Symbol(StrEnum):
    """A symbol printed in place of a value."""

    CONFIDENTIAL = "c"
    NOT_AVAILABLE = "x"
    NOT_APPLICABLE = "z"
    LOW = "low"
    NOT_DUE = "not_due"

    @property
    def label(self) -> str:
        """The symbol's meaning in words."""
        return {
            "c": "confidential",
            "x": "not available",
            "z": "not applicable",
            "low": "rounds to zero",
            "not_due": "not due yet",
        }[self.value]


MARKS = {"p": "provisional", "r": "revised", "e": "estimated", "b": "break in series"}


@dataclass(frozen=True, slots=True)
class Observation:
    """One stated figure: a value, or a symbol in its place."""

    area: Area
    period: Period
    origin: Origin
    ends: date
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    symbol: Symbol | None
    mark: str
    release: Period | None
    source: str
    note: str = ""

    @property
    def is_break(self) -> bool:
        """Whether nothing before it in its series and area is comparable with it."""
        return self.mark == "b"

    @property
    def order(self) -> tuple[date, int]:
        """Sort key: by end date, then the shorter period first."""
        return self.ends, self.period.order[1]


class TargetRule(StrEnum):
    """How a target is met."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    BELOW_REFERENCE = "below_reference"
    ABOVE_REFERENCE = "above_reference"
    BASELINE_YEAR = "baseline_year"
    BETWEEN = "between"
    BELOW_AREA = "below_area"
    ABOVE_AREA = "above_area"


class TargetLevel(StrEnum):
    """Which of an indicator's targets for a period one is."""

    MINIMUM = "minimum"
    TARGET = "target"
    STRETCH = "stretch"


@dataclass(frozen=True, slots=True)
class Target:
    """A target for a financial year or one of its quarters, as the report prints it.

    `tolerance` is in the figure's own unit: a figure that misses by no more is within tolerance.
    """

    period: Period
    rule: TargetRule
    value: Decimal | None
    numerator: Decimal | None
    upper: Decimal | None
    reference: str
    printed: str
    release: Period | None
    source: str
    level: TargetLevel = TargetLevel.TARGET
    tolerance: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Commentary:
    """The commentary that a service wrote for a quarter.

    `body` has the author's paragraphs, separated by blank lines; `summary` is the author's own
    sentence for a slide. `see` is the indicator that a cross-reference means, as we matched it.
    """

    period: Period
    version: int
    body: str
    see: str
    author: str
    written_at: date | None
    summary: str = ""

    @property
    def signed(self) -> str:
        """Who wrote it, and on which day: "Head of Place, 20 October 2025"; or empty."""
        day = day_said(self.written_at) if self.written_at else ""
        return ", ".join(part for part in (self.author, day) if part)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The author's paragraphs, in order."""
        parts = re.split(r"\n[^\S\n]*\n", self.body.replace("\r\n", "\n"))
        return tuple(part.strip() for part in parts if part.strip())


@dataclass(frozen=True, slots=True)
class Spread:
    """The distribution of a group of authorities in one period: their number and quartiles."""

    group: str
    period: Period
    n: int
    lower_quartile: Decimal
    median: Decimal
    upper_quartile: Decimal
    rank_from_highest: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One arrow or quartile of a printed report, exactly as printed."""

    release: Period
    seq: int
    kind: str
    heading: str
    left_period: Period | None
    right_area: str
    right_period: Period | None
    arrow: str
    mark: str
    printed: str


@dataclass(frozen=True, slots=True)
class Course:
    """An area's rows of one origin but those not due yet, oldest first.

    `once` says that no period is stated more than once, so that none has been revised.
    """

    area: Area
    origin: Origin
    rows: tuple[Observation, ...]
    once: bool


@dataclass(frozen=True)
class Record:
    """One indicator with its rows for all periods, and the areas it may be compared with."""

    indicator: Indicator
    council: Area
    comparator_areas: tuple[Area, ...]
    series: dict[Origin, Series]
    observations: tuple[Observation, ...]
    targets: tuple[Target, ...]
    commentary: tuple[Commentary, ...]
    spreads: tuple[Spread, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    actions: tuple[Action, ...] = ()

    @cached_property
    def courses(self) -> tuple[Course, ...]:
        """The figures of each area and origin, which the lines at all quarters are parts of."""
        found: dict[tuple[str, Origin], list[Observation]] = {}
        for row in self.observations:
            if row.symbol is not Symbol.NOT_DUE:
                found.setdefault((row.area.id, row.origin), []).append(row)
        return tuple(_course(rows) for rows in found.values())


def _course(rows: list[Observation]) -> Course:
    once = len({row.period for row in rows}) == len(rows)
    ordered = tuple(sorted(rows, key=lambda row: row.order))
    return Course(rows[0].area, rows[0].origin, ordered, once)
