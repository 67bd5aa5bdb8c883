"""What was understood of a report, for whoever reads it in: indicator by indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dashboard.reports.importing.added import Taken, Understood
from dashboard.reports.importing.read import Doubt, ReadFigure, ReadIndicator, ReadReport

WIDTH = 100


def told(report: ReadReport, made: Understood) -> Iterator[str]:
    """The lines to print."""
    doubts = len(made.doubts) + len(report.left_over)
    parts = [
        _count(len(report.indicators), "indicator"),
        f"{_count(sum(map(len, made.added.values())), 'new row')}",
        f"{len(made.restated)} restated",
        f"{doubts} to look at",
    ]
    yield f"The report of {report.release.label}: {', '.join(parts)}."
    names = {row["indicator_id"]: row["name"] for row in made.held.tables["indicators"]}
    for read, taken in zip(report.indicators, made.taken, strict=True):
        yield ""
        yield from _indicator(read, taken, names)
    if report.left_over:
        yield ""
        yield "Outside the indicators:"
        yield from (f"  ? {_doubt(doubt)}" for doubt in report.left_over)
    yield ""
    rows = {table: len(each) for table, each in made.added.items()}
    new = ", ".join(f"{number} in {table}.csv" for table, number in rows.items())
    yield f"New rows: {new}." if rows else "Nothing in it is new to the dataset."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _indicator(read: ReadIndicator, taken: Taken, names: Mapping[str, str]) -> Iterator[str]:
    polarity = read.polarity.said.lower() if read.polarity else "which way is better is not known"
    yield read.name
    yield f"  {_matched(taken, names)}"
    yield f"  {read.place} · {read.portfolio or 'no portfolio'} · {polarity}"
    if not taken.indicator_id or read.table.published:
        yield from (f"  ? {_doubt(doubt)}" for doubt in taken.doubts)
        return
    figures = read.table.figures
    yield f"  figures: {'; '.join(map(_figure, figures)) or 'none'}{_where(figures)}"
    targets = (
        f"{t.period.label} {t.target.printed} ({t.target.rule.value.replace('_', ' ')})"
        for t in read.table.targets
    )
    unread = any("target" in doubt.why for doubt in read.table.doubts)
    none = "printed, and not taken (see below)" if unread else "none set"
    yield f"  target: {'; '.join(targets) or none}"
    claims = "; ".join(f"{claim.heading} {claim.printed}" for claim in read.claims)
    made = "recomputed by this product, so that it claims nothing" if read.recomputed else "none"
    yield f"  direction of travel: {claims or made}"
    yield f"  commentary: {_commentary(read)}"
    if read.table.not_kept:
        yield f"  not kept: {', '.join(read.table.not_kept)}"
    yield f"  new to the dataset: {_count(len(taken.added), 'row')}; known already: {taken.known}"
    for restated in taken.restated:
        yield f"  ! restated: {restated.what}, {restated.before} before, {restated.now} now" + (
            f" ({restated.place})"
        )
    yield from (f"  ? {_doubt(doubt)}" for doubt in taken.doubts)


def _matched(taken: Taken, names: Mapping[str, str]) -> str:
    if not taken.indicator_id:
        return "not known"
    if taken.is_new:
        return f"NEW as {taken.indicator_id}: say what its figures sum up (basis in series.csv)"
    name = names.get(taken.indicator_id, "")
    return f"known as {taken.indicator_id}, “{name}”, by {taken.match.how}"


def _figure(read: ReadFigure) -> str:
    return f"{read.period.label} {read.printed or 'blank'}"


def _where(figures: tuple[ReadFigure, ...]) -> str:
    """The rows in which the figures stand."""
    rows = dict.fromkeys(figure.place.rpartition(", ")[0] for figure in figures)
    return f" ({'; '.join(rows)})" if rows else ""


def _commentary(read: ReadIndicator) -> str:
    if read.commentary is None:
        return "none"
    body = read.commentary.body
    paragraphs = _count(body.count("\n\n") + 1, "paragraph")
    words = _count(len(body.split()), "word")
    return f"{paragraphs}, {words} ({read.commentary.place})"


def _doubt(doubt: Doubt) -> str:
    text = doubt.printed if len(doubt.printed) <= WIDTH else f"{doubt.printed[:WIDTH]}…"
    place = f"{doubt.place}: " if doubt.place else ""
    return f"{place}{doubt.why}{f': “{text}”' if text else ''}"
