"""Shows the user what was understood of a report, indicator by indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dashboard.reports.importing.import_plan import ImportPlan, Matched
from dashboard.reports.importing.read import Doubt, ReadFigure, ReadIndicator, ReadReport

_WIDTH = 100


def import_summary(report: ReadReport, plan: ImportPlan) -> Iterator[str]:
    """The lines to print: a total, each indicator, what was left over, the new rows by table."""
    doubts = len(plan.doubts) + len(report.left_over)
    parts = [
        _count(len(report.indicators), "indicator"),
        f"{_count(sum(map(len, plan.new_rows.values())), 'new row')}",
        f"{len(plan.restated)} restated",
        f"{doubts} to look at",
    ]
    yield f"The report of {report.release.label}: {', '.join(parts)}."
    names = {row["indicator_id"]: row["name"] for row in plan.existing.tables["indicators"]}
    for read, matched in zip(report.indicators, plan.matched, strict=True):
        yield ""
        yield from _indicator(read, matched, names)
    if report.left_over:
        yield ""
        yield "Outside the indicators:"
        yield from (f"  ? {_doubt(doubt)}" for doubt in report.left_over)
    yield ""
    rows = {table: len(each) for table, each in plan.new_rows.items()}
    new = ", ".join(f"{number} in {table}.csv" for table, number in rows.items())
    yield f"New rows: {new}." if rows else "Nothing in it is new to the dataset."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _indicator(read: ReadIndicator, matched: Matched, names: Mapping[str, str]) -> Iterator[str]:
    polarity = read.polarity.label.lower() if read.polarity else "which way is better is not known"
    yield read.name
    yield f"  {_matched(matched, names)}"
    yield f"  {read.place} · {read.portfolio or 'no portfolio'} · {polarity}"
    if not matched.indicator_id or read.table.published:
        yield from (f"  ? {_doubt(doubt)}" for doubt in matched.doubts)
        return
    figures = read.table.figures
    yield f"  figures: {'; '.join(map(_figure, figures)) or 'none'}{_where(figures)}"
    targets = (
        f"{t.period.label} {t.target.printed} ({t.target.rule.value.replace('_', ' ')})"
        for t in read.table.targets
    )
    unread = any("target" in doubt.why for doubt in read.table.doubts)
    no_target = "printed, but not imported (see below)" if unread else "none set"
    yield f"  target: {'; '.join(targets) or no_target}"
    claims = "; ".join(f"{claim.heading} {claim.printed}" for claim in read.claims)
    none = "recomputed by this product, so that it claims nothing" if read.recomputed else "none"
    yield f"  direction of travel: {claims or none}"
    yield f"  commentary: {_commentary(read)}"
    if read.table.not_kept:
        yield f"  not kept: {', '.join(read.table.not_kept)}"
    new = _count(len(matched.new_rows), "row")
    yield f"  new to the dataset: {new}; known already: {matched.known}"
    for restated in matched.restated:
        yield f"  ! restated: {restated.what}, {restated.before} before, {restated.now} now" + (
            f" ({restated.place})"
        )
    yield from (f"  ? {_doubt(doubt)}" for doubt in matched.doubts)


def _matched(matched: Matched, names: Mapping[str, str]) -> str:
    if not matched.indicator_id:
        return "not known"
    if matched.is_new:
        return f"NEW as {matched.indicator_id}: say what its figures sum up (basis in series.csv)"
    name = names.get(matched.indicator_id, "")
    return f"known as {matched.indicator_id}, “{name}”, by {matched.match.how}"


def _figure(read: ReadFigure) -> str:
    return f"{read.period.label} {read.printed or 'blank'}"


def _where(figures: tuple[ReadFigure, ...]) -> str:
    """The places of the rows that the figures come from, in brackets."""
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
    text = doubt.printed if len(doubt.printed) <= _WIDTH else f"{doubt.printed[:_WIDTH]}…"
    place = f"{doubt.place}: " if doubt.place else ""
    return f"{place}{doubt.why}{f': “{text}”' if text else ''}"
