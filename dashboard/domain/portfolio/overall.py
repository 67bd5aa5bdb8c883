"""Write the headline for several indicators together, and what a reader needs beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from dashboard.domain.facts.current import is_current
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import number_of, plural
from dashboard.domain.judgements.ranking import BAND_NAMES, Ranking
from dashboard.domain.judgements.standing import BY_TARGET, Rating, Unjudged
from dashboard.domain.judgements.target import TargetVerdict

BY_CHANCE = Decimal("0.025")
"""The share of tested comparisons that would be worse beyond chance if nothing had changed."""
_WORSE = (Rating.WORSE, Rating.WORSE_BY_CHANCE, Rating.WORSE_UNTESTED)


def overall_headline(findings: Sequence[IndicatorFinding]) -> str:
    """How the indicators stand, in one sentence whose numbers add up to all of them."""
    if not findings:
        return "There are no indicators here yet"
    total = number_of(len(findings), "indicator")
    if not any(finding.is_current for finding in findings):
        return f"{total}: no current figure"
    if not is_targeted(findings):
        untargeted = plural(len(findings), "without a target", "none with a target")
        return f"{total}, {untargeted}: {', '.join(_by_change(findings, ''))}"
    clauses = [*_by_target(findings), *_by_change(findings, _others(findings))]
    return f"{total}: {', '.join(clauses)}"


def is_targeted(findings: Sequence[IndicatorFinding]) -> bool:
    """Whether any of them has a target for a figure that is current."""
    return any(finding.target.target for finding in findings if finding.is_current)


def _by_target(findings: Sequence[IndicatorFinding]) -> list[str]:
    ratings = Counter(finding.standing.rating for finding in findings)
    missed, within, met = (ratings[each] for each in BY_TARGET)
    clauses = []
    if missed:
        clauses.append(f"{missed} {plural(missed, 'misses its target', 'miss their target')}")
    if within:
        clauses.append(f"{within} {plural(within, 'is', 'are')} within tolerance")
    if met:
        its = "it" if missed else plural(met, "its target", "their target")
        clauses.append(f"{met} {plural(met, 'meets', 'meet')} {its}")
    return clauses


def _others(findings: Sequence[IndicatorFinding]) -> str:
    """What those not judged by a target are called, with a space behind."""
    rest = [f for f in findings if f.standing.rating not in BY_TARGET]
    bare = all(f.target.verdict is TargetVerdict.NONE for f in rest)
    return "without a target " if bare else "not judged by a target "


def _by_change(findings: Sequence[IndicatorFinding], others: str) -> list[str]:
    """The clauses on those that are judged by their change, and on those that are not judged."""
    ratings = [finding.standing.rating for finding in findings]
    worse, fine = sum(each in _WORSE for each in ratings), ratings.count(Rating.NOT_WORSE)
    than = "" if others else " than the figure before"
    clauses = []
    if worse:
        clauses.append(f"{worse} {others}{plural(worse, 'is', 'are')} worse{than}")
        than = ""
    if fine == len(findings) > 1:
        clauses.append(f"none is worse{than}")
    elif fine:
        said = "not" if worse else "not worse"
        whose = "" if worse else others
        clauses.append(f"{fine} {whose}{plural(fine, 'is', 'are')} {said}{than}")
    return [*clauses, *_unjudged(findings)]


def _unjudged(findings: Sequence[IndicatorFinding]) -> list[str]:
    reasons = Counter(f.standing.unjudged for f in findings if f.standing.unjudged)
    if len(reasons) == 1 and Unjudged.BASELINE in reasons:
        count = reasons[Unjudged.BASELINE]
        return [f"{count} {plural(count, 'is in its', 'are in their')} baseline year"]
    count = sum(reasons.values())
    return [f"{count} cannot be judged"] if count else []


def beside_headline(
    findings: Sequence[IndicatorFinding], rankings: Mapping[str, Sequence[Ranking]]
) -> list[str]:
    """The sentences beside the headline: exceptions, older figures, chance and rank.

    `rankings` are those to show, by the indicator's id.
    """
    if not findings:
        return []
    said = (
        exceptions_said(findings),
        _by_older(findings),
        by_chance(findings),
        worst_quarter(findings, rankings),
    )
    return [f"{sentence}." for sentence in said if sentence]


def exceptions_said(findings: Sequence[IndicatorFinding]) -> str:
    """How many are exceptions and how many are to be watched: "3 exceptions, 1 to watch"."""
    exceptions = sum(finding.standing.is_exception for finding in findings)
    watched = sum(finding.standing.is_to_watch for finding in findings)
    count = number_of(exceptions, "exception") if exceptions else "No exceptions"
    return f"{count}, {watched} to watch" if watched else count


def _by_older(findings: Sequence[IndicatorFinding]) -> str:
    judged = [f for f in findings if f.standing.rating is not Rating.NO_JUDGEMENT]
    older = sum(not finding.is_new for finding in judged)
    by = plural(older, "an earlier figure", "earlier figures")
    if older == len(judged):
        return f"Judged by {by}" if older else ""
    return f"{older} of the {len(judged)} judged by {by}" if older else ""


def by_chance(findings: Sequence[IndicatorFinding]) -> str:
    """How many are worse beyond chance, and how many would be if nothing had changed; or empty."""
    tested = [finding.standing for finding in findings if finding.standing.is_tested]
    if not tested:
        return ""
    worse, better = (sum(s.is_worse for s in tested), sum(s.is_better for s in tested))
    if not worse and not better:
        return f"Changes tested: {len(tested)} of {len(findings)}, none more than chance"
    first, *rest = [
        (count, word) for count, word in ((worse, "worse"), (better, "better")) if count
    ]
    said = f"{first[0]} of {len(tested)} tested {plural(first[0], 'is', 'are')} {first[1]}"
    said += "".join(f" and {count} {word}" for count, word in rest)
    expected = one_significant(BY_CHANCE * len(tested))
    each = "of each " if worse and better else ""
    return f"{said} by more than chance; about {expected} {each}would be if nothing had changed"


def one_significant(number: Decimal) -> str:
    """A positive number with one significant figure: "1", "0.08", "20"."""
    place = Decimal(1).scaleb(number.adjusted())
    return f"{float(number.quantize(place, rounding=ROUND_HALF_UP)):g}"


def worst_quarter(
    findings: Sequence[IndicatorFinding], rankings: Mapping[str, Sequence[Ranking]]
) -> str:
    """How many stand in the worst quarter of a group of authorities; empty if none does."""
    worst = Counter(
        ranking.spread.group
        for finding in findings
        for ranking in rankings.get(finding.indicator.id, ())[:1]
        if ranking.band == BAND_NAMES[-1] and _is_current(ranking, finding)
    )
    return "; ".join(
        f"{count} {plural(count, 'stands', 'stand')} in the worst quarter of {group}"
        for group, count in worst.items()
    )


def _is_current(ranking: Ranking, finding: IndicatorFinding) -> bool:
    ranked = ranking.line.at(ranking.spread.period)
    return ranked is not None and is_current(ranked, finding.quarter)
