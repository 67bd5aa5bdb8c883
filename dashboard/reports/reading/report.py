"""A printed report as it was understood: every indicator with its cells, and what was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.domain.indicator import Polarity
from dashboard.domain.period import Period, PeriodError, read_printed
from dashboard.reports.reading.blocks import TITLE, Block, cut
from dashboard.reports.reading.claim import ReadClaim, read_sides
from dashboard.reports.reading.figure import Figure, Measure, measure_of, read_figure
from dashboard.reports.reading.header import Column, is_header, read_columns
from dashboard.reports.reading.line import Line
from dashboard.reports.reading.signs import signs_in
from dashboard.reports.reading.target import ReadTarget, read_target


class NoReportError(ValueError):
    """A text in which no report is recognised; the message says what was looked for."""


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A cell of the history: its period, the figure or None where it is blank, and its place."""

    period: Period
    figure: Figure | None
    printed: str
    place: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """What could not be read, or only guessed: where it stands, as printed, and why."""

    place: str
    printed: str
    why: str


@dataclass(frozen=True, slots=True)
class ReadIndicator:
    """One indicator as read; `title` is the page title that its source is named by."""

    portfolio: str
    name: str
    polarity: Polarity | None
    measure: Measure
    figures: tuple[ReadFigure, ...]
    target: ReadTarget | None
    claims: tuple[ReadClaim, ...]
    commentary: str
    title: str
    place: str
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report: its quarter, its indicators in order, and what belongs to none of them."""

    release: Period
    indicators: tuple[ReadIndicator, ...]
    left_over: tuple[Doubt, ...]


def read_report(lines: Sequence[Line]) -> ReadReport:
    """The report in some lines; raises NoReportError where there is none."""
    parts = cut(lines)
    if not parts.blocks:
        raise NoReportError(
            "No indicator was found. Each begins with a row “Indicator Description” beside "
            "“Better to be?”."
        )
    release = _release(parts.titles)
    indicators = tuple(_indicator(block, release) for block in parts.blocks if block.name)
    left_over = tuple(
        Doubt(line.place, line.text, "belongs to no indicator") for line in parts.left_over
    )
    return ReadReport(release, indicators, left_over)


def _release(titles: Sequence[Line]) -> Period:
    for title in titles:
        found = TITLE.fullmatch(title.text)
        if found:
            try:
                return read_printed(f"Q{found['quarter']} {found['year']}")
            except PeriodError as error:
                raise NoReportError(f"{title.place}: {error}") from error
    raise NoReportError(
        "The report's quarter was not found. A title names it, such as “Appendix 5(b) - Exception "
        "Reports (Quarter 3 2016/2017)”."
    )


def _indicator(block: Block, release: Period) -> ReadIndicator:
    named = block.name or Line("", ("",))
    cells = [cell for cell in named.cells if cell]
    polarity = _polarity(cells[-1]) if len(cells) > 1 else None
    name = " ".join(cells[:-1]) if len(cells) > 1 else named.text
    doubts = []
    if polarity is None:
        why = "which way is better was not read; High, Low or Neutral is expected"
        doubts.append(Doubt(named.place, cells[-1] if cells else "", why))
    measure, figures, target, table_doubts = _table(block, polarity, release)
    claims, travel_doubts = _travel(block.travel, release)
    return ReadIndicator(
        block.portfolio,
        name,
        polarity,
        measure,
        tuple(figures),
        target,
        tuple(claims),
        _commentary(block.commentary),
        block.title,
        named.place,
        (*doubts, *table_doubts, *travel_doubts),
    )


def _polarity(text: str) -> Polarity | None:
    word = text.lower().strip(" .")
    named = {"high": Polarity.HIGH, "higher": Polarity.HIGH, "low": Polarity.LOW}
    named |= {"lower": Polarity.LOW, "neutral": Polarity.NEUTRAL, "n/a": Polarity.NEUTRAL}
    return named.get(word)


Table = tuple[Measure, list[ReadFigure], ReadTarget | None, list[Doubt]]


def _table(block: Block, polarity: Polarity | None, release: Period) -> Table:
    headers = [line for line in block.table if is_header(line.cells)]
    rows = [line for line in block.table if line not in headers]
    columns = read_columns([line.cells for line in headers], release)
    if not headers or not rows:
        place = block.table[0].place if block.table else (block.name.place if block.name else "")
        return Measure.SINGLE, [], None, [Doubt(place, "", "no table with periods and figures")]
    row, *more = rows
    doubts = [Doubt(each.place, each.text, "a second row of figures") for each in more]
    measure, label = Measure.SINGLE, row.cells[0] if row.cells else ""
    has_label = not any(column.index == 0 for column in columns)
    if has_label and label and read_figure(label, measure) is None:
        found = measure_of(label)
        if found is None:
            doubts.append(Doubt(row.place, label, "this label of a row is not known"))
        measure = found or Measure.SINGLE
    figures, target, unread = _cells(row, columns, polarity, measure)
    return measure, figures, target, [*doubts, *unread]


def _cells(
    row: Line, columns: Sequence[Column], polarity: Polarity | None, measure: Measure
) -> tuple[list[ReadFigure], ReadTarget | None, list[Doubt]]:
    """The cells under their columns; where header and row are a tab apart, as they fit best."""
    shift = max((0, 1, -1), key=lambda each: _fit(row, columns, each, measure))
    figures: list[ReadFigure] = []
    target: ReadTarget | None = None
    doubts: list[Doubt] = []
    under = {column.index + shift: column for column in columns}
    for index, column in under.items():
        text = row.cells[index] if 0 <= index < len(row.cells) else ""
        place = f"{row.place}, {column.printed}"
        if column.is_target:
            target = read_target(text, polarity, measure) if text else None
            if text and target is None:
                doubts.append(Doubt(place, text, "this wording of a target is not known"))
            continue
        figure = read_figure(text, measure) if text else None
        if text and figure is None:
            doubts.append(Doubt(place, text, "this is no figure"))
            continue
        figures.append(ReadFigure(column.period, figure, text, place))
    for index, text in enumerate(row.cells):
        if text and index not in under and not (index == 0 and measure_of(text) is not None):
            doubts.append(Doubt(row.place, text, "no column stands over it"))
    return figures, target, doubts


def _fit(row: Line, columns: Sequence[Column], shift: int, measure: Measure) -> int:
    """How many cells stand under a column that they suit, less those under none."""
    score = 0
    under = {column.index + shift: column for column in columns}
    for index, text in enumerate(row.cells):
        if not text:
            continue
        column = under.get(index)
        if column is None:
            score -= 3
        elif column.is_target or read_figure(text, measure) is not None:
            score += 2
        else:
            score -= 2
    return score


def _travel(lines: Sequence[Line], release: Period) -> tuple[list[ReadClaim], list[Doubt]]:
    if not lines:
        return [], []
    if len(lines) == 1:
        return [], [Doubt(lines[0].place, lines[0].text, "headings without signs under them")]
    headings, values, *more = lines
    doubts = [Doubt(line.place, line.text, "below the direction of travel") for line in more]
    claims = []
    for heading, value in _pairs(headings.cells, values.cells):
        if not heading or not value:
            doubts.append(Doubt(values.place, heading or value, "heading and sign do not pair"))
            continue
        left, right = read_sides(heading, release)
        signs = signs_in(value)
        if signs is None and right is not None:
            doubts.append(Doubt(values.place, value, "neither an arrow nor a mark"))
        arrow, mark = signs or ("", "")
        claims.append(ReadClaim(heading, value, arrow, mark, left, right, values.place))
    return claims, doubts


def _pairs(headings: Sequence[str], values: Sequence[str]) -> Iterator[tuple[str, str]]:
    longest = max(len(headings), len(values))
    for index in range(longest):
        heading = headings[index] if index < len(headings) else ""
        value = values[index] if index < len(values) else ""
        if heading or value:
            yield heading, value


def _commentary(lines: Sequence[Line]) -> str:
    """The paragraphs with a blank line between them, as their author parted them."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.is_blank:
            paragraphs.append([])
        else:
            paragraphs[-1].append(line.text)
    return "\n\n".join("\n".join(part) for part in paragraphs if part)
