"""An indicator's direction of travel: headings, and the arrows, marks or quartiles under them."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.facts.period import Period
from dashboard.reports.importing.claim import ReadClaim, paired, read_sides
from dashboard.reports.importing.line import Line
from dashboard.reports.importing.read import Doubt
from dashboard.reports.importing.symbols import signs_in
from dashboard.reports.importing.vocabulary import QUARTILE, TRAVEL, section

Travel = tuple[list[ReadClaim], list[Doubt]]


def read_travel(lines: Sequence[Line], release: Period) -> Travel:
    """The claims and doubts of some lines: rows of headings, each with a row of signs below it."""
    claims: list[ReadClaim] = []
    doubts: list[Doubt] = []
    waiting: Line | None = None
    for line in lines:
        if not _holds_signs(line):
            if waiting is not None:
                doubts.append(Doubt(waiting.place, waiting.text, "has no signs below it"))
            waiting = line
        elif waiting is None:
            doubts.append(Doubt(line.place, line.text, "has no headings above it"))
        else:
            _pair(waiting, line, release, claims, doubts)
            waiting = None
    if waiting is not None:
        doubts.append(Doubt(waiting.place, waiting.text, "has no signs below it"))
    return claims, doubts


def _holds_signs(line: Line) -> bool:
    """Whether any cell of a row is a sign or a quartile."""
    return any(_is_value(cell) for cell in line.filled)


def _is_value(cell: str) -> bool:
    return signs_in(cell) is not None or QUARTILE.fullmatch(cell) is not None


def _pair(
    headings: Line, values: Line, release: Period, claims: list[ReadClaim], doubts: list[Doubt]
) -> None:
    for heading, value in _fitting(headings.cells, values):
        place = f"{values.place}, {heading}" if heading else values.place
        if not heading or not value:
            doubts.append(Doubt(values.place, heading or value, "heading and sign do not pair"))
            continue
        left, right = read_sides(heading, release)
        signs = signs_in(value)
        if right is not None and signs is None and QUARTILE.fullmatch(value):
            left, right = right, None
        if right is None and not QUARTILE.fullmatch(value):
            doubts.append(Doubt(place, value, "not a quartile"))
        if right is not None and signs is None:
            doubts.append(Doubt(place, value, "neither an arrow nor a mark"))
        arrow, mark = signs or ("", "")
        claims.append(
            ReadClaim(
                heading=heading,
                printed=value,
                arrow=arrow,
                mark=mark,
                left=left,
                right=right,
                place=place,
            )
        )


def _fitting(headings: Sequence[str], values: Line) -> list[tuple[str, str]]:
    """Headings with their values; a row that is a tab off, or has a label, is shifted to fit."""
    labelled = values.cells and section(values, TRAVEL)
    cells = list(labelled.cells if labelled else values.cells)
    shifted = ([*cells], ["", *cells], cells[1:] if cells and not cells[0] else [*cells])
    pairings = [list(paired(headings, each)) for each in shifted]
    return min(pairings, key=lambda pairs: sum(1 for one, other in pairs if not (one and other)))
