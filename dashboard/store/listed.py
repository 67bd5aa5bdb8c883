"""Which indicators an address lists: one portfolio's, those of several or of all, or one's own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dashboard.domain.facts.indicator import Indicator, Portfolio
from dashboard.domain.grammar import in_a_row
from dashboard.store.catalogue import Catalogue

ALL, OWN = "all", "mine"
"""What stands in an address for all portfolios, and for the reader's own indicators."""
ALL_NAME, OWN_NAME = "All portfolios", "My indicators"
MOST_OWN = 60
"""How many indicators a reader's own list holds, so that its address stays short enough to send."""
_LONGEST_NAME = 32
"""Characters; longer names together would be cut in the line, and look like one portfolio."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What is listed: every indicator of some portfolios, or those of the reader's own list.

    `portfolio_ids` is None for all portfolios and `indicator_ids` is None but for the own list;
    `address` stands for it in an address.
    """

    address: str
    portfolio_ids: tuple[str, ...] | None = None
    indicator_ids: tuple[str, ...] | None = None

    @property
    def is_one(self) -> bool:
        """Whether it is one whole portfolio."""
        return self.portfolio_ids is not None and len(self.portfolio_ids) == 1

    @property
    def is_several(self) -> bool:
        """Whether it is whole portfolios together."""
        return self.indicator_ids is None and not self.is_one

    @property
    def file_part(self) -> str | None:
        """What stands for it in the name of a file; None for all portfolios."""
        if self.indicator_ids is not None:
            return "my-indicators"
        if self.portfolio_ids is None or self.is_one:
            return self.address if self.portfolio_ids else None
        return f"{len(self.portfolio_ids)}-portfolios"

    def holds(self, indicator: Indicator) -> bool:
        """Whether an indicator is listed."""
        if self.indicator_ids is not None:
            return indicator.id in self.indicator_ids
        return self.portfolio_ids is None or indicator.portfolio_id in self.portfolio_ids

    def portfolios(self, catalogue: Catalogue) -> tuple[Portfolio, ...]:
        """The catalogue's portfolios of which something is listed, in their order."""
        if self.indicator_ids is None:
            chosen = self.portfolio_ids
            return tuple(p for p in catalogue.portfolios if chosen is None or p.id in chosen)
        held = {each.portfolio_id for each in catalogue.indicators if self.holds(each)}
        return tuple(p for p in catalogue.portfolios if p.id in held)

    def name(self, catalogue: Catalogue) -> str:
        """What it is called on screens and in files."""
        if self.indicator_ids is not None:
            return OWN_NAME
        return portfolios_named(self.portfolios(catalogue), catalogue)


EVERYTHING = Listed(ALL)


def portfolios_named(portfolios: Sequence[Portfolio], catalogue: Catalogue) -> str:
    """What some of a catalogue's portfolios are called together."""
    if len(portfolios) == 1:
        return portfolios[0].name
    if len(portfolios) == len(catalogue.portfolios):
        return ALL_NAME
    names = in_a_row([each.name for each in portfolios]) if portfolios else ""
    return names if 0 < len(names) <= _LONGEST_NAME else f"{len(portfolios)} portfolios"


def names_one(text: str) -> bool:
    """Whether an address's text for the portfolio names one at most."""
    return "," not in text and text not in (ALL, OWN)


def of_portfolio(portfolio_id: str) -> Listed:
    """One portfolio."""
    return Listed(portfolio_id, (portfolio_id,))


def of_indicator(indicator_id: str) -> Listed:
    """One indicator alone."""
    return Listed(OWN, indicator_ids=(indicator_id,))


def listed_by(
    text: str, own: Collection[str], catalogue: Catalogue
) -> tuple[Listed | None, tuple[str, ...]]:
    """What an address's text for the portfolio lists, and the ids of it that do not exist.

    The text is the ids of portfolios with commas between them, ALL, or OWN, which lists `own`,
    the ids of indicators. None where nothing of it exists; an own list may be empty.
    """
    asked = tuple(dict.fromkeys(text.split(",")))
    if text == OWN:
        known = tuple(each for each in own if catalogue.indicator(each))
        return Listed(OWN, indicator_ids=known), tuple(each for each in own if each not in known)
    if ALL in asked:
        return EVERYTHING, ()
    ids = tuple(each.id for each in catalogue.portfolios if each.id in asked)
    unknown = tuple(each for each in asked if each not in ids)
    return (Listed(",".join(ids), ids) if ids else None), unknown
