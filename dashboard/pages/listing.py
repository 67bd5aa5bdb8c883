"""Which indicators an address lists, of each portfolio, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.ordering import BY_RANK, ordered, shown
from dashboard.pages.overview.choices import ListChoices
from dashboard.selection import Selection

At = Selection[Any]
Findings = Sequence[IndicatorFinding]


def listed(at: At) -> dict[str, list[IndicatorFinding]]:
    """The findings that the choices leave of each portfolio, by its name, in their order."""
    return {name: _sorted(at, left(at, each)) for name, each in at.found.items()}


def left(at: At, findings: Findings) -> list[IndicatorFinding]:
    """The findings that the choices leave."""
    tag, before = at.choices.tag, at.before if at.choices.show == "new" else ()
    found = shown(findings, at.choices.show, before)
    return [f for f in found if not tag or tag in f.indicator.tags]


def steps(at: At) -> list[IndicatorFinding]:
    """The findings to step through: of a page's list, in its order, one portfolio after another.

    All of them where the list leaves out the indicator that the page is about.
    """
    if not isinstance(at.choices, ListChoices):
        return list(at.findings)
    found = [finding for each in listed(at).values() for finding in each]
    if at.indicator is None or at.finding in found:
        return found
    return [finding for each in at.found.values() for finding in _sorted(at, each)]


def _sorted(at: At, findings: Findings) -> list[IndicatorFinding]:
    by = at.choices.sort
    # Ranking every indicator is slow, and only one of the orders asks for it.
    return ordered(findings, by, at.rankings if by.removeprefix("-") == BY_RANK else None)
