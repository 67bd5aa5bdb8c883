"""How many times as much one figure is as another, in words."""

from __future__ import annotations

from decimal import Decimal

from dashboard.domain.facts.measure import Unit


def times(here: Decimal, there: Decimal, unit: Unit) -> str:
    """The ratio of two figures in words, such as "about twice".

    Empty between about a half and about one and a half, and for units without a true zero.
    """
    if unit not in (Unit.RATE, Unit.PERCENT) or there <= 0 or here <= 0:
        return ""
    ratio = here / there
    if Decimal("0.45") <= ratio <= Decimal("0.55"):
        return "about half"
    if ratio < Decimal("1.45"):
        return ""
    whole, part = int(ratio), ratio % 1
    words = (
        ("0.05", f"about {_multiple(whole)}"),
        ("0.45", f"over {_multiple(whole)}"),
        ("0.55", f"about {whole}½ times"),
        ("0.85", f"over {whole}½ times"),
        ("0.95", f"nearly {_multiple(whole + 1)}"),
    )
    return next(
        (said for limit, said in words if part < Decimal(limit)), f"about {_multiple(whole + 1)}"
    )


def _multiple(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"
