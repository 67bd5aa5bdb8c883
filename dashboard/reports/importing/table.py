"""An indicator's history: its figures and targets, from one table or several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.period import Period
from dashboard.reports.importing.figure import (
    Measure,
    is_nearer_to_number,
)
from dashboard.reports.importing.header import (
    is_header,
)
from dashboard.reports.importing.line import Line
from dashboard.reports.importing.read import Doubt, PlacedTarget, ReadFigure, ReadTable
from dashboard.reports.importing.table_rows import Context, Section, TableReader
from dashboard.reports.wording import PUBLISHED


def read_table(
    lines: Sequence[Line], polarity: Polarity | None, release: Period, council: str = ""
) -> ReadTable:
    """The figures and targets in the lines after an indicator's name.

    `council` names the row that is ours where other areas have rows as well.
    """
    if any(PUBLISHED in line.cells for line in lines):
        return ReadTable(published=True)
    sections = _sections(lines)
    if not any(section.headers and section.rows for section in sections):
        texts = "; ".join(line.text for line in lines)
        place = lines[0].place if lines else ""
        return ReadTable(
            doubts=(Doubt(place, texts, "no period is known in the headings of its table"),)
        )
    context = Context(polarity=polarity, release=release, council=council)
    read = [TableReader(section, context).read() for section in sections]
    figures = tuple(figure for each in read for figure in each.figures)
    targets = [target for each in read for target in each.targets]
    counts = [target for target in targets if _is_of_the_number(target, figures)]
    why = "a target for the number alone has no rate to be judged by: left out"
    measures = (each.measure for each in read if each.measure is not Measure.SINGLE)
    return ReadTable(
        measure=next(measures, Measure.SINGLE),
        figures=figures,
        targets=tuple(target for target in targets if target not in counts),
        doubts=(
            *(doubt for each in read for doubt in each.doubts),
            *(Doubt(placed.place, placed.target.printed, why) for placed in counts),
            *_lacking(lines, figures, release),
        ),
        not_kept=tuple(dict.fromkeys(name for each in read for name in each.not_kept)),
        other_councils=tuple(name for each in read for name in each.other_councils),
    )


def _lacking(
    lines: Sequence[Line], figures: Sequence[ReadFigure], release: Period
) -> Iterator[Doubt]:
    """A doubt if no quarter is of the report's year: the year may be misprinted."""
    years = {f.period.financial_year for f in figures if f.period.quarter}
    if years and release.financial_year not in years:
        why = f"no quarter is of {release.financial_year.label}, the report’s year"
        yield Doubt(lines[0].place, "", why)


def _is_of_the_number(placed: PlacedTarget, figures: Sequence[ReadFigure]) -> bool:
    """Whether a target without a rate is nearer to the numbers than to the rates."""
    level = placed.target.value
    pairs = [f.figure for f in figures if f.figure and f.figure.count and f.figure.value]
    if level is None or placed.target.count is not None or not pairs:
        return False
    return is_nearer_to_number(level, pairs[-1].value, pairs[-1].count)


def _sections(lines: Sequence[Line]) -> list[Section]:
    """The tables: each begins with header rows."""
    sections = [Section()]
    for line in lines:
        header = is_header(line.cells)
        if header and sections[-1].rows and sections[-1].headers:
            sections.append(Section())
        if header and sections[-1].rows:
            # Rows before the first header belong to no column.
            sections.append(Section())
        (sections[-1].headers if header else sections[-1].rows).append(line)
    return sections
