"""The rows under one header of a history table: figures, targets, and labels that say which."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.period import Period, PeriodError, PeriodKind
from dashboard.domain.facts.record import TargetRule
from dashboard.reports.importing.figure import (
    Measure,
    measure_of,
    read_figure,
    without_note,
)
from dashboard.reports.importing.header import (
    TARGETS,
    Column,
    columns_over,
    read_columns,
)
from dashboard.reports.importing.line import Line
from dashboard.reports.importing.matching import plain
from dashboard.reports.importing.named_period import named_period
from dashboard.reports.importing.read import Doubt, PlacedTarget, ReadFigure, ReadTable
from dashboard.reports.importing.target import is_no_target, read_target

NUMBERS, RATES = ("no", "number", "count"), ("rate", "%", "percentage")
_WRONG_WAY = {
    (TargetRule.AT_MOST, Polarity.HIGH): "at most, though higher is better: left out",
    (TargetRule.AT_LEAST, Polarity.LOW): "at least, though lower is better: left out",
}


@dataclass
class Section:
    """Header rows, and the rows under them."""

    headers: list[Line] = field(default_factory=list)
    rows: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class Context:
    """What is known of the report: which way is better, its quarter, whose it is."""

    polarity: Polarity | None
    release: Period
    council: str = ""


class TableReader:
    """Reads one table, row by row."""

    def __init__(self, section: Section, context: Context) -> None:
        self.section, self.context = section, context
        self.columns = read_columns([line.cells for line in section.headers], context.release)
        self.figures: dict[Period, ReadFigure] = {}
        self.targets: list[PlacedTarget] = []
        self.doubts: list[Doubt] = []
        self.not_kept: list[str] = []
        self.measure = Measure.SINGLE

    def read(self) -> ReadTable:
        """The table; a row that is neither figures nor targets is a doubt."""
        if not self.section.headers:
            self.doubts += [
                Doubt(line.place, line.text, "comes before the periods of the table")
                for line in self.section.rows
            ]
        else:
            for row in self.section.rows:
                self._row(row)
        return ReadTable(
            measure=self.measure,
            figures=tuple(self.figures.values()),
            targets=tuple(self.targets),
            doubts=tuple(self.doubts),
            not_kept=tuple(self.not_kept),
        )

    def _row(self, row: Line) -> None:
        under = columns_over(row, self.columns, self.context.polarity)
        place = next(index for index, cell in enumerate(row.cells) if cell)
        label = row.cells[place]
        over = under.get(place)
        labelled = over is None or (over.period is None and not read_figure(label, Measure.SINGLE))
        name = label.lower().rstrip(":. ") if labelled else ""
        skipped = place if labelled else -1
        if year := _year_named(label) if labelled else None:
            self._of_year(row, under, skipped, year)
            return
        if name in TARGETS:
            self._targets(row, under, skipped)
            return
        ours = bool(name) and plain(label) in _names(self.context.council)
        measure = measure_of(label) if labelled and not ours else Measure.SINGLE
        if measure is None or (self.figures and name not in (*NUMBERS, *RATES)):
            why = "this row’s label is not known" if measure is None else "a second row of figures"
            why = "a remark in the table" if len(row.filled) == 1 and not _is_value(label) else why
            self.doubts.append(Doubt(row.place, row.text, why))
            return
        self.measure = measure if measure is not Measure.SINGLE else self.measure
        counts = bool(self.figures) and name in NUMBERS
        rates = bool(self.figures) and name in RATES
        for where, column, text in self._cells(row, under, skipped):
            self._cell(where, column, text, measure, counts, rates)

    def _of_year(self, row: Line, under: dict[int, Column], skipped: int, year: Period) -> None:
        """A row whose label is its year: the columns are that year's quarters, end and target."""
        for where, column, text in self._cells(row, under, skipped):
            period = column.period
            if period is not None and period.quarter:
                period = Period(PeriodKind.QUARTER, year.first, period.quarter)
            elif period is not None:
                period = year
            moved = replace(column, period=period)
            self._cell(where, moved, text, Measure.SINGLE, False, False)

    def _cells(
        self, row: Line, under: dict[int, Column], skipped: int
    ) -> Iterator[tuple[str, Column, str]]:
        """Each column with its cell and the cell's place; a cell under no column is a doubt."""
        for index, column in under.items():
            text = row.cells[index] if 0 <= index < len(row.cells) else ""
            yield f"{row.place}, {column.printed}", column, text
        for index, text in enumerate(row.cells):
            if text and index not in under and index != skipped:
                self.doubts.append(Doubt(row.place, text, "has no column heading"))

    def _cell(
        self, place: str, column: Column, text: str, measure: Measure, counts: bool, rates: bool
    ) -> None:
        period = column.period
        if period is None:
            if text and column.kept:
                self.doubts.append(Doubt(place, text, column.why))
            elif text:
                self.not_kept.append(column.printed)
        elif column.is_target:
            self._target(place, period, text, measure, rates, counts)
        elif text and (figure := read_figure(text, measure)) is None:
            self.doubts.append(Doubt(place, text, "not a figure"))
        elif period.end > self.context.release.end and text and not _means_no_figure(text, measure):
            why = f"{period.label} is not over at the end of {self.context.release.label}: left out"
            self.doubts.append(Doubt(place, text, why))
        else:
            found = read_figure(text, measure) if text else None
            if found and found.value is not None and without_note(text) != text.strip():
                self.doubts.append(Doubt(place, text, "a note’s mark beside it is not kept"))
            figure = None if period.end > self.context.release.end else found
            read = ReadFigure(period=period, figure=figure, printed=text, place=place)
            self._keep(read, counts, rates)

    def _keep(self, read: ReadFigure, counts: bool, rates: bool) -> None:
        """Keeps a figure; a row of numbers and one of rates make one figure a period."""
        before = self.figures.get(read.period)
        if before is not None and (counts or rates):
            numbers, of_rates = (before, read) if rates else (read, before)
            if _has_value(numbers) and not _has_value(of_rates):
                why = "a number without its rate: left out"
                self.doubts.append(Doubt(numbers.place, numbers.printed, why))
                self.figures[read.period] = of_rates
            else:
                self.figures[read.period] = _together(numbers, of_rates)
        elif before is None or before.figure is None:
            self.figures[read.period] = read
        elif read.printed and read.printed != before.printed:
            self.doubts.append(Doubt(read.place, read.printed, "a second figure of this period"))

    def _targets(self, row: Line, under: dict[int, Column], skipped: int) -> None:
        """A row of targets, one under each year."""
        for place, column, text in self._cells(row, under, skipped):
            if not text:
                continue
            if column.period is None or column.period.kind is not PeriodKind.FINANCIAL_YEAR:
                why = column.why or "a target for a quarter has no place in the dataset"
                self.doubts.append(Doubt(place, text, why))
            else:
                self._target(place, column.period, text, self.measure)

    def _target(
        self,
        place: str,
        year: Period,
        text: str,
        measure: Measure,
        rates: bool = False,
        counts: bool = False,
    ) -> None:
        """Keeps a target; that of a row of rates and that of the row of numbers make one."""
        if is_no_target(text):
            return
        target = read_target(text, self.context.polarity, measure)
        if target is None:
            self.doubts.append(Doubt(place, text, "this wording of a target is not known"))
            return
        if wrong := _WRONG_WAY.get((target.rule, self.context.polarity or Polarity.NEUTRAL)):
            self.doubts.append(Doubt(place, text, wrong))
            return
        if target.doubt:
            self.doubts.append(Doubt(place, text, target.doubt))
        before = next((each for each in self.targets if each.period == year), None)
        if before is None:
            self.targets.append(PlacedTarget(year, target, place))
        elif (rates or counts) and before.target.rule is target.rule and target.value is not None:
            number, rate = (before.target, target) if rates else (target, before.target)
            printed = f"{number.printed} ({rate.printed})"
            both = replace(rate, printed=printed, count=number.value)
            self.targets[self.targets.index(before)] = PlacedTarget(year, both, place)
        else:
            self.doubts.append(Doubt(place, text, "a second target for this year"))


def _year_named(label: str) -> Period | None:
    """The financial year that a label names, if it says nothing else; otherwise None."""
    with suppress(PeriodError):
        named = named_period(label)
        if named.year and not named.quarter and not named.rest:
            return named.year if named.year.kind is PeriodKind.FINANCIAL_YEAR else None
    return None


def _names(council: str) -> set[str]:
    """The labels that a council's own row may have."""
    whole = plain(council)
    return {whole, whole.removesuffix(" council"), "council", "our council"} - {""}


def _is_value(text: str) -> bool:
    return read_figure(text, Measure.SINGLE) is not None


def _means_no_figure(text: str, measure: Measure) -> bool:
    found = read_figure(text, measure)
    return found is not None and found.value is None


def _has_value(read: ReadFigure) -> bool:
    return read.figure is not None and read.figure.value is not None


def _together(numbers: ReadFigure, rates: ReadFigure) -> ReadFigure:
    """A period's number and rate, printed in rows of their own, as one figure."""
    number, rate = numbers.figure, rates.figure
    if number is None or rate is None or number.value is None:
        return rates
    figure = replace(rate, count=number.value, mark=rate.mark or number.mark)
    return replace(rates, figure=figure, printed=f"{numbers.printed} ({rates.printed})")
