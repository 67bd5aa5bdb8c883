"""Plurals, small numbers and capital letters for generated sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_WORDS = (
    *("none", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_IN_SENTENCES = 6


def capitalised(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def number_of(count: int, one: str, many: str = "") -> str:
    """The count with its noun: "1 indicator", "1,200 figures"; `many` is an irregular plural."""
    return f"{count:,} {plural(count, one, many)}"


def in_words(number: int, most: int = _IN_SENTENCES) -> str:
    """A small number in words: "none", "five"; digits above `most`, which is 12 at the most."""
    return _WORDS[number] if number <= most else str(number)


def plural(count: int, one: str, many: str = "") -> str:
    """The singular or plural that goes with a count; `many` is for irregular words and verbs."""
    return one if count == 1 else many or f"{one}s"


def in_a_row(names: Sequence[str]) -> str:
    """The names as they are said: "England", "England and Wales", "Q1, Q2 and Q3"."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def day_said(day: date) -> str:
    """The day as it is said: "1 April 2016"."""
    return f"{day.day} {day:%B %Y}"


def capped(names: Sequence[str], most: int) -> list[str]:
    """The first names, and how many more there are: ["A", "B", "and 204 more"]; all if few."""
    if len(names) <= most:
        return list(names)
    return [*names[: most - 1], f"and {len(names) - most + 1} more"]
