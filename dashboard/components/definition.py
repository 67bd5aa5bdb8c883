"""Show an indicator's definition, the sources of its figures and its caveats."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.domain.facts.indicator import Origin
from dashboard.domain.facts.line import Line
from dashboard.domain.finding import IndicatorFinding


def definition_card(finding: IndicatorFinding) -> list[Component]:
    """The card's content: owner, definition, polarity, basis, sources, caveats, and what the
    council keeps in columns of its own; empty ones left out.
    """
    indicator, known = finding.indicator, finding.known
    entries: list[tuple[str, list[str]]] = [
        ("Owner", [indicator.owner] if indicator.owner else []),
        ("Definition", [indicator.definition]),
    ]
    entries.append(("Which way is better", [indicator.polarity.label]))
    own = [line for line in (known.main, known.other) if line]
    entries.append(("Period covered", [_basis(line) for line in own]))
    lines = [*own, *known.comparators]
    sources = dict.fromkeys([indicator.source])
    sources |= dict.fromkeys(point.source for line in lines for point in line.points)
    entries.append(("Sources", list(sources)))
    caveats = [said] if (said := indicator.caveat_by(finding.quarter)) else []
    caveats += [f"{c.area.name}: {c.area.caveat}" for c in known.comparators if c.area.caveat]
    if any(line.origin is Origin.PUBLISHED for line in lines):
        caveats.append("Published figures appeared months after the period they describe.")
    entries.append(("To keep in mind", caveats))
    entries += [(name, [cell]) for name, cell in indicator.further]
    return [
        html.Dl(
            [
                part
                for name, texts in entries
                if texts
                for part in (html.Dt(name), *(html.Dd(text) for text in texts))
            ]
        ),
    ]


def _basis(line: Line) -> str:
    inferred = " (inferred)" if line.series.basis_inferred else ""
    return f"{line.origin.label.capitalize()}: {line.series.basis.label}{inferred}"
