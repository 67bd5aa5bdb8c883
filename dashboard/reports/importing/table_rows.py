"""The rows under one header of a history table: figures, targets, and labels that say which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.period import Period, PeriodKind
from dashboard.domain.facts.record import TargetRule
from dashboard.reports.importing.figure import (
    Measure,
    read_figure,
    without_note,
)
from dashboard.reports.importing.fitting import columns_over
from dashboard.reports.importing.header import (
    TOLD,
    Column,
    read_columns,
)
from dashboard.reports.importing.line import Line
from dashboard.reports.importing.read import Doubt, PlacedTarget, ReadFigure, ReadTable
from dashboard.reports.importing.row_names import (
    UNNAMED,
    RowName,
    is_calendar_year,
    is_name,
    names_column,
    row_name,
)
from dashboard.reports.importing.target import is_no_target, read_target
from dashboard.reports.importing.whose import council_in

_OF_TARGETS = (PeriodKind.FINANCIAL_YEAR, PeriodKind.QUARTER)
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
        self.names = names = names_column(section.headers, section.rows)
        headers = [line.cells for line in section.headers]
        self.columns = read_columns(headers, context.release, names)
        self._unnamed: RowName | None = UNNAMED
        self.figures: dict[Period, ReadFigure] = {}
        self.targets: list[PlacedTarget] = []
        self.doubts: list[Doubt] = []
        self.not_kept: list[str] = []
        self.others: list[str] = []
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
            other_councils=tuple(self.others),
        )

    def _row(self, row: Line) -> None:
        under = columns_over(row, self.columns, self.context.polarity)
        place = next(index for index, cell in enumerate(row.cells) if cell)
        label, over = row.cells[place], under.get(place)
        labelled = over is None or self._is_label(label, over)
        name = row_name(label, self.context.council) if labelled else self._without_name()
        if name is not None and labelled and over is not None and over.period is not None:
            why = f"a row’s name stands under {over.printed}: where its figures belong is not known"
            self.doubts.append(Doubt(row.place, row.text, why))
        elif name is None:
            self._not_ours(row, label if labelled else "")
        elif name.is_target:
            self._targets(row, under, place, name)
        else:
            self._figures(row, under, place if labelled else -1, name)

    def _without_name(self) -> RowName | None:
        """What a row without a name is; None where the header has a column for names."""
        return self._unnamed if self.names is None else None

    def _is_label(self, text: str, over: Column) -> bool:
        """Whether the first cell of a row is its name, though its column has a heading.

        Under a period it may be a figure that cannot be read, where other years have theirs.
        """
        if over.period is None:
            return is_calendar_year(text) or read_figure(text, Measure.SINGLE) is None
        if over.is_target or not is_name(text):
            return False
        known = row_name(text, self.context.council) is not None
        return known or len(self.section.headers) == 1

    def _not_ours(self, row: Line, label: str) -> None:
        """Tells of a row from which no figure is taken, and of those without a name below it."""
        if len(row.filled) == 1 and is_name(row.text):
            self.doubts.append(Doubt(row.place, row.text, "a remark in the table"))
            return
        self._unnamed = None
        if label and council_in(label):
            self.others.append(label)
        if not label and self.names is not None:
            why = "without a name, in a table whose rows have names: left out"
        elif label:
            call = f"“Actual” or “{self.context.council}”" if self.context.council else "“Actual”"
            why = (
                "not known as the name of the council’s own row, so no figure is taken: if it is, "
                f"call it {call} in the report"
            )
        else:
            why = "without a name, below a row that is not known as the council’s own: left out"
        self.doubts.append(Doubt(row.place, row.text, why))

    def _figures(self, row: Line, under: dict[int, Column], skipped: int, name: RowName) -> None:
        """A row of the council's figures; a second one of the same periods is a doubt."""
        moved = {index: _moved(column, name) for index, column in under.items()}
        pairs = name.is_number or name.is_rate
        held = {column.period for column in moved.values() if not column.is_target}
        if held & self.figures.keys() and not pairs and name.year is None:
            self.doubts.append(Doubt(row.place, row.text, "a second row of figures"))
            return
        first = not self.figures
        self.measure = name.measure if name.measure is not Measure.SINGLE else self.measure
        for where, column, text in self._cells(row, moved, skipped):
            counts, rates = (not first and part for part in (name.is_number, name.is_rate))
            self._cell(where, column, text, name.measure, counts, rates)

    def _cells(
        self, row: Line, under: dict[int, Column], skipped: int
    ) -> Iterator[tuple[str, Column, str]]:
        """Each column with its cell and the cell's place; a cell under no column is a doubt."""
        for index, column in under.items():
            if index == skipped:
                continue
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

    def _targets(self, row: Line, under: dict[int, Column], skipped: int, name: RowName) -> None:
        """A row of targets, one under each year or quarter.

        A quarter's is not one that the row's name says is the year's, nor one alone under the
        first of several quarters, which may stand for all of them.
        """
        moved = {index: _moved(column, name) for index, column in under.items()}
        quarters = [n for n, c in moved.items() if n != skipped and c.period and c.period.quarter]
        alone = len(quarters) > 1 and {n for n, text in enumerate(row.cells) if text} <= {
            skipped,
            quarters[0],
        }
        for place, column, text in self._cells(row, moved, skipped):
            if not text:
                continue
            period = column.period
            if period is None or period.kind not in _OF_TARGETS:
                why = column.why or f"a target for neither a year nor a quarter: {TOLD}"
                self.doubts.append(Doubt(place, text, why))
            elif period.quarter and (name.is_of_year or alone):
                why = f"which period this target under {column.printed} is for is not known: {TOLD}"
                self.doubts.append(Doubt(place, text, why))
            else:
                self._target(place, period, text, self.measure)

    def _target(
        self,
        place: str,
        period: Period,
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
        before = next((each for each in self.targets if each.period == period), None)
        if before is None:
            self.targets.append(PlacedTarget(period, target, place))
        elif (rates or counts) and before.target.rule is target.rule and target.value is not None:
            number, rate = (before.target, target) if rates else (target, before.target)
            printed = f"{number.printed} ({rate.printed})"
            both = replace(rate, printed=printed, count=number.value)
            self.targets[self.targets.index(before)] = PlacedTarget(period, both, place)
        else:
            self.doubts.append(Doubt(place, text, f"a second target for {period.label}"))


def _moved(column: Column, name: RowName) -> Column:
    """A column as it is for a row of a year of its own."""
    return replace(column, period=name.period(column.period)) if column.period else column


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
