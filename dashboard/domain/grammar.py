"""Plurals and capital letters for generated sentences."""

from __future__ import annotations


def capitalised(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def number_of(count: int, one: str, many: str = "") -> str:
    """The count with its noun: "1 indicator", "1,200 figures"; `many` is an irregular plural."""
    return f"{count:,} {plural(count, one, many)}"


def plural(count: int, one: str, many: str = "") -> str:
    """The singular or plural that goes with a count; `many` is for irregular words and verbs."""
    return one if count == 1 else many or f"{one}s"
