"""Say where the latest comparison goes another way than what is said of the long run."""

from __future__ import annotations

from dashboard.domain.facts.record import Observation
from dashboard.domain.judgements.travel import Comparison


def though(
    latest: Observation,
    deciding: Comparison | None,
    upward: bool | None,
    beyond_chance: bool = False,
) -> str:
    """A clause that explains a contradiction, such as ", though 2024 is lower than 2023".

    `upward` is which way the long run goes, None for neither; then only a latest change that is
    `beyond_chance` contradicts it. Empty where nothing does.
    """
    if deciding is None or deciding.change is None or deciding.there is None:
        return ""
    amount, there = deciding.change.amount, deciding.there.period.plain_label
    if upward is None:
        return f", though the change on {there} is more than chance" if beyond_chance else ""
    if amount == 0 or (amount > 0) == upward:
        return ""
    way = "higher" if amount > 0 else "lower"
    return f", though {latest.period.plain_label} is {way} than {there}"
