"""The words that a report is written with, and by which the importer knows one of ours again."""

from __future__ import annotations

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.record import Symbol

DESCRIPTION = "Indicator Description"
POLARITY = "Better to be?"
TRAVEL = "Direction of Travel"
RECOMPUTED = "recomputed"
"""Said beside a direction of travel that we worked out: its arrows are no council's claims."""
COMMENTARY = "Commentary"
ACTIONS = "Actions"
NO_COMMENTARY = "No commentary was given for {}."
"""With the label of a quarter."""

PUBLISHED = "Published statistics"
"""Heads a history of official statistics, which is not to be imported as council returns."""
TARGET = "Target"
YEAR_END = "EoY"
NUMBER_AND_RATE = "No. (Rate)"
"""Labels a row of which each cell has a number and, in brackets, its rate."""

FINDING_STYLE = "Finding"
CHART_NOTE_STYLE = "Chart note"
"""Styles of paragraphs in our own words, which are not part of the council's commentary."""

POLARITIES = {Polarity.HIGH: "High", Polarity.LOW: "Low", Polarity.NEUTRAL: "Neutral"}
SYMBOLS = {
    Symbol.NOT_DUE: "",
    Symbol.NOT_APPLICABLE: "n/a",
    Symbol.NOT_AVAILABLE: "-",
    Symbol.CONFIDENTIAL: "c",
    Symbol.LOW: "low",
}
UP, DOWN, LEVEL = "↑", "↓", "↔"
GOOD, BAD = "✔", "✖"
