"""Reads a printed report: every indicator with its cells, and what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dashboard.domain.facts.period import Period, PeriodError
from dashboard.reports.importing.blocks import (
    Block,
    Cut,
    cut,
    naming_levels,
    portfolio_and_name,
)
from dashboard.reports.importing.heads import heads
from dashboard.reports.importing.line import Line
from dashboard.reports.importing.matching import plain
from dashboard.reports.importing.read import (
    Doubt,
    ReadCommentary,
    ReadIndicator,
    ReadReport,
)
from dashboard.reports.importing.scorecard import expanded
from dashboard.reports.importing.table import read_table
from dashboard.reports.importing.titles import (
    is_quarter_alone,
    other_quarters,
    quarter_of_title,
)
from dashboard.reports.importing.travel import read_travel
from dashboard.reports.importing.vocabulary import (
    DESCRIPTION,
    NO_COMMENTARY,
    POLARITY,
    read_polarity,
)
from dashboard.reports.importing.whose import another_council

MOST_INDICATORS = 500


class NoReportError(ValueError):
    """A text that is not a report; the message says what was looked for."""


def read_report(
    lines: Sequence[Line], release: Period | None = None, council: str = ""
) -> ReadReport:
    """The report in some lines; `release` is its quarter, or None to find it in the titles.

    `council` is whose report it should be. Raises NoReportError where there is none.
    """
    laid_out = list(expanded(lines))
    parts = cut(laid_out)
    if len(parts.blocks) > MOST_INDICATORS:
        raise NoReportError(
            f"There are {len(parts.blocks):,} indicators in it; a report has at most "
            f"{MOST_INDICATORS}. Is it the right file?"
        )
    if not any(block.names for block in parts.blocks):
        raise NoReportError(
            "No indicator was found. Each begins with a row such as “Indicator Description” and "
            "“Better to be?”, with its name below."
        )
    quarter = release or _release(parts.titles, lines)
    naming = naming_levels(parts.blocks)
    indicators = tuple(_indicator(block, naming, quarter, council) for block in parts.blocks)
    tables = [indicator.table for indicator in indicators]
    other = another_council(heads(parts, laid_out), tables, council)
    return ReadReport(quarter, indicators, tuple(_left_over(parts, quarter)), other)


def _release(titles: Sequence[Line], lines: Sequence[Line]) -> Period:
    """The quarter that most titles name; without titles, a line that is only a quarter and year."""
    named: Counter[Period] = Counter()
    for title in titles or list(filter(is_quarter_alone, lines)):
        try:
            if found := quarter_of_title(title.text):
                named[found] += 1
        except PeriodError as error:
            raise NoReportError(f"{title.place}: {error}") from error
    (first, most), (_, second) = [*named.most_common(2), (None, 0), (None, 0)][:2]
    if first is not None and most > second:
        return first
    if first is not None:
        labels = ", ".join(period.label for period in named)
        raise NoReportError(
            f"The report’s titles name several quarters: {labels}. Say which it is with --quarter."
        )
    raise NoReportError(
        "The report’s quarter was not found. A title names it, such as “Appendix 5(b) - Exception "
        "Reports (Quarter 3 2016/2017)”; or say it with --quarter FY2016-17Q3."
    )


def _left_over(parts: Cut, release: Period) -> Iterator[Doubt]:
    for line in parts.left_over:
        yield Doubt(line.place, line.text, line.aside or "belongs to no indicator")
    for title in other_quarters(parts.titles, release):
        yield Doubt(title.place, title.text, f"names another quarter; {release.label} was used")


def _indicator(block: Block, naming: set[int], release: Period, council: str) -> ReadIndicator:
    first = block.names[0] if block.names else Line(block.named.place, ("",))
    name, way, unused = _named(block.named, first)
    polarity = read_polarity(way) if way else None
    doubts = [Doubt(first.place, text, "no use is known for this cell") for text in unused]
    if polarity is None:
        why = "which way is better was not read; High, Low or Neutral is expected"
        doubts.append(Doubt(first.place, way, why))
    doubts += [
        Doubt(line.place, line.text, "comes after the page’s title: read as more commentary")
        for line in block.beyond_title
    ]
    why = "looks like another indicator, which was not recognised: read as commentary"
    doubts += [Doubt(line.place, line.text, why) for line in block.odd]
    portfolio, heading = portfolio_and_name(block, naming)
    if not _names_the_same(heading, name):
        heading = ""
    claims, travel_doubts = ([], []) if block.recomputed else read_travel(block.travel, release)
    return ReadIndicator(
        portfolio=portfolio,
        heading=heading,
        name=name,
        polarity=polarity,
        table=read_table(block.table, polarity, release, council),
        claims=tuple(claims),
        commentary=_commentary([*block.commentary, *_own_paragraph(block.beyond_title)]),
        title=block.title,
        place=first.place,
        doubts=(*doubts, *travel_doubts),
        recomputed=block.recomputed,
    )


def _names_the_same(heading: str, name: str) -> bool:
    """Whether a heading over one indicator is its short name: half of its words are the name's."""
    words = {word for word in plain(heading).split() if len(word) > 3}
    return bool(words) and 2 * len(words & set(plain(name).split())) >= len(words)


def _named(header: Line, row: Line) -> tuple[str, str, list[str]]:
    """The indicator's name, which way is better, and cells that are neither, by their headings.

    If the row is a tab off its header, cells and headings are paired in order.
    """
    aligned = all(n < len(header.cells) and header.cells[n] for n, c in enumerate(row.cells) if c)
    headings = header.cells if aligned else header.filled
    cells = row.cells if aligned else row.filled
    name, way, unused = "", "", []
    for heading, text in zip(headings, [*cells, *[""] * len(headings)], strict=False):
        if not text:
            continue
        if DESCRIPTION.fullmatch(heading) and not name:
            name = text
        elif POLARITY.fullmatch(heading):
            way = text
        else:
            unused.append(text)
    unused += cells[len(headings) :]
    return (name, way, unused) if name else (row.text, way, [])


def _own_paragraph(lines: Sequence[Line]) -> list[Line]:
    """The lines after a blank one, so that they start a paragraph; nothing for no lines."""
    return [Line("", ("",)), *lines] if lines else []


def _commentary(lines: Sequence[Line]) -> ReadCommentary | None:
    """The paragraphs with a blank line between them; None where there is no commentary."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.is_blank:
            paragraphs.append([])
        else:
            paragraphs[-1].append(line.text)
    body = "\n\n".join("\n".join(part) for part in paragraphs if part)
    if not body or NO_COMMENTARY.fullmatch(body):
        return None
    return ReadCommentary(body, next(line.place for line in lines if not line.is_blank))
