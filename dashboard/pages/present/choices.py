"""What can be chosen in a presentation: which indicators, which slide, which side of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dashboard.choices import one_of, word
from dashboard.pages.overview.choices import SHOWN
from dashboard.selection import Filters

REST = "rest"
"""The last slide, which says what the others leave out."""
PORTFOLIO = "~"
"""What the names of the slides of portfolios begin with."""
_Side = Literal["chart", "commentary", "table"]


@dataclass(frozen=True, kw_only=True)
class PresentChoices(Filters):
    """A presentation; `slide` is an indicator, a portfolio, REST or, empty, the title."""

    path = "/present"
    show: str = one_of("Show", SHOWN, default="exceptions", control="none")
    slide: str = word("Slide", control="none", resets=("side",))
    side: _Side = one_of(
        "Side",
        {"chart": "Chart", "commentary": "Commentary", "table": "Table"},
        control="none",
    )
