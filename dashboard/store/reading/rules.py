"""The rules that rows of a dataset keep together, and what is doubtful without breaking one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import pandas as pd

from dashboard.store.reading import (
    below_zero,
    count_rules,
    course_rules,
    figure_rules,
    table_rules,
    target_rules,
    text_rules,
    unit_rules,
    warning_rules,
)
from dashboard.store.reading.columns import Frames
from dashboard.store.reading.problem import LoadingWarning, Problem
from dashboard.store.reading.stated import figures


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, by the tables it needs and the function that finds where it is broken.

    `find` gets the tables as arguments, in the order of `needs`.
    """

    needs: tuple[str, ...]
    find: Callable[..., Iterator[Problem]]


RULES: tuple[Rule, ...] = (
    Rule(("portfolios",), partial(table_rules.has_rows, "portfolios.csv")),
    Rule(("indicators",), partial(table_rules.has_rows, "indicators.csv")),
    Rule(("series",), partial(table_rules.has_rows, "series.csv")),
    Rule(("areas",), table_rules.one_council),
    Rule(("areas",), table_rules.names_differ),
    Rule(("indicators",), table_rules.word_fits_unit),
    Rule(("indicators",), table_rules.retired_after_it_began),
    Rule(("observations",), figure_rules.value_or_symbol),
    Rule(("observations",), figure_rules.dates_agree),
    Rule(("observations",), figure_rules.within_interval),
    Rule(("observations", "areas"), figure_rules.council_has_figures),
    Rule(("observations", "areas"), figure_rules.only_council_reports),
    Rule(("observations", "series"), figure_rules.has_series),
    Rule(("observations", "indicators"), below_zero.shares_are_not_negative),
    Rule(("observations",), figure_rules.counts_are_counts),
    Rule(("observations", "indicators"), figure_rules.share_matches_counts),
    Rule(("targets",), target_rules.rule_is_complete),
    Rule(("targets",), target_rules.range_rises),
    Rule(("targets",), target_rules.tolerance_is_a_distance),
    Rule(("targets", "indicators"), below_zero.target_is_not_negative),
    Rule(("targets", "indicators"), target_rules.rule_fits_polarity),
    Rule(("targets",), target_rules.level_is_printed),
    Rule(("targets", "observations"), target_rules.near_figures),
    Rule(("commentary",), text_rules.about_one_thing),
    Rule(("events",), text_rules.about_one_thing_at_most),
    Rule(("distributions",), table_rules.quartiles_rise),
    Rule(("distributions",), table_rules.rank_within_group),
)


OF_FIGURES = ("observations", "series", "indicators", "areas")
DOUBTS: tuple[Callable[[pd.DataFrame], Iterator[LoadingWarning]], ...] = (
    warning_rules.far_off,
    warning_rules.shares_are_fractions,
    warning_rules.counts_are_whole,
    warning_rules.shares_above_100,
    count_rules.figures_match_counts,
    count_rules.denominators_are_alike,
    course_rules.shares_that_fall,
)
"""What is doubtful about figures, each from the table that `stated.figures` makes."""


def broken_rules(frames: Frames) -> Iterator[Problem]:
    """Every problem that only several cells together have.

    A rule is left out where one of its tables could not be read.
    """
    for rule in RULES:
        if all(name in frames for name in rule.needs):
            yield from rule.find(*(frames[name] for name in rule.needs))


def figure_remarks(frames: Frames) -> tuple[list[Problem], list[LoadingWarning]]:
    """What the figures of each series say together: problems, and warnings accepted or not.

    There are none where a table could not be read.
    """
    if not all(name in frames for name in (*OF_FIGURES, "targets")):
        return [], []
    given = figures(*(frames[name] for name in OF_FIGURES))
    problems = [
        *course_rules.totals_never_fall(given),
        *unit_rules.new_unit_is_a_break(given, frames["indicators"]),
    ]
    return problems, [*_doubts(frames, given)]


def _doubts(frames: Frames, given: pd.DataFrame) -> Iterator[LoadingWarning]:
    for doubt in DOUBTS:
        yield from doubt(given)
    yield from below_zero.differences_below_zero(given, frames["indicators"])
    yield from course_rules.seasons_are_declared(given, frames["areas"])
    yield from warning_rules.targets_above_100(
        frames["targets"], frames["series"], frames["indicators"]
    )
