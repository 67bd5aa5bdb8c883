"""A report as read: every cell with its place, and every doubt about one."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.period import Period
from dashboard.reports.importing.claim import ReadClaim
from dashboard.reports.importing.figure import Figure, Measure
from dashboard.reports.importing.target import ReadTarget


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell that could not be read, or was guessed: its place, its text as printed, and why."""

    place: str
    printed: str
    why: str


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A cell of the history: its period, the figure or None where it is blank, and its place."""

    period: Period
    figure: Figure | None
    printed: str
    place: str


@dataclass(frozen=True, slots=True)
class PlacedTarget:
    """A target for a year or a quarter, and its place in the document."""

    period: Period
    target: ReadTarget
    place: str


@dataclass(frozen=True, slots=True)
class ReadTable:
    """An indicator's history; `published` if the report says that it is not a council return.

    `not_kept` names columns that no dataset keeps, such as RAG; `other_councils` are rows that
    bear another council's name.
    """

    measure: Measure = Measure.SINGLE
    figures: tuple[ReadFigure, ...] = ()
    targets: tuple[PlacedTarget, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    published: bool = False
    not_kept: tuple[str, ...] = ()
    other_councils: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadCommentary:
    """The words, a blank line between paragraphs, and where they begin."""

    body: str
    place: str


@dataclass(frozen=True, slots=True)
class ReadIndicator:
    """One indicator as read; `heading` is above it, `title` names its source.

    `recomputed` says that we worked out the direction of travel, so that it is not a claim.
    """

    portfolio: str
    heading: str
    name: str
    polarity: Polarity | None
    table: ReadTable
    claims: tuple[ReadClaim, ...]
    commentary: ReadCommentary | None
    title: str
    place: str
    doubts: tuple[Doubt, ...]
    recomputed: bool = False


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report: its quarter, its indicators in order, and what belongs to none of them.

    `other_council` is whose it is, if that is not the council that it was read for; else empty.
    """

    release: Period
    indicators: tuple[ReadIndicator, ...]
    left_over: tuple[Doubt, ...]
    other_council: str = ""
