"""Tell that newer data were not taken, with what is wrong with them or what would vanish."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.domain.grammar import number_of
from dashboard.store.refusal import Refusal

MOST_PROBLEMS = 20


def refusal_note(refusal: Refusal | None) -> list[Component]:
    """The note; nothing where the last load succeeded."""
    if refusal is None:
        return []
    when = refusal.when
    count = len(refusal.problems)
    day = f"{when.day} {when:%B %Y, %H:%M} UTC"
    if refusal.held_back:
        said = (
            f"Newer data of {day} are held back, because rows that stand here would vanish. "
            "The dataset before them is still shown."
        )
    else:
        said = (
            f"Newer data were refused on {day} for {number_of(count, 'problem')}; the dataset "
            "before them is still shown."
        )
    shown = [html.Li(problem.sentence) for problem in refusal.problems[:MOST_PROBLEMS]]
    if count > MOST_PROBLEMS:
        shown.append(html.Li(f"and {count - MOST_PROBLEMS} more, which the log lists"))
    return [html.Div([html.P(said), html.Ul(shown)], className="note")]
