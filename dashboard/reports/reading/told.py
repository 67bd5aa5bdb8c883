"""What was understood of a report, for whoever reads it in: indicator by indicator, then doubts."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.reports.reading.report import ReadFigure, ReadIndicator, ReadReport
from dashboard.reports.reading.rows import Understood


def told(report: ReadReport, made: Understood) -> Iterator[str]:
    """The lines to print."""
    count = len(report.indicators)
    noun = "indicator" if count == 1 else "indicators"
    yield f"The report of {report.release.label}: {count} {noun}."
    for read in report.indicators:
        yield ""
        yield from _indicator(read, made)
    yield from _section(
        "Restated, with the earlier figure:",
        [f"{r.indicator}, {r.period}: {r.before} before, {r.now} now" for r in made.restated],
    )
    yield from _section(
        "To look at:",
        [f"{d.place}: {d.why}{f': “{d.printed}”' if d.printed else ''}" for d in made.doubts],
    )
    yield ""
    rows = {table: len(each) for table, each in made.rows.items()}
    new = ", ".join(f"{number} in {table}.csv" for table, number in rows.items())
    yield f"New rows: {new}." if rows else "Nothing in it is new to the dataset."


def _indicator(read: ReadIndicator, made: Understood) -> Iterator[str]:
    name = made.matched[read.name]
    yield read.name
    what = "new, its basis is to be filled in" if name in made.new else "known"
    polarity = read.polarity.said.lower() if read.polarity else "which way is better is not known"
    yield f"  {name} ({what}); {polarity}; {read.portfolio or 'no portfolio'}"
    yield f"  figures: {'; '.join(map(_figure, read.figures)) or 'none'}"
    yield (
        f"  target: {read.target.printed} ({read.target.rule.value})"
        if read.target
        else "  no target"
    )
    yield f"  direction of travel: {', '.join(c.printed for c in read.claims) or 'none'}"
    words = len(read.commentary.split())
    yield f"  commentary: {words} words" if words else "  no commentary"


def _figure(read: ReadFigure) -> str:
    return f"{read.period.label} {read.printed or 'blank'}"


def _section(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield heading
        yield from (f"  {line}" for line in lines)
