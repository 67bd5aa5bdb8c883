"""The accessibility statement: what was tested and how, and what is known not to be right."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html

from dashboard.charts.style import Size
from dashboard.pages.accessibility.choices import AccessibilityChoices
from dashboard.pages.page import Children, Content, Page, children
from dashboard.selection import Selection

WRITTEN = "23 November 2026"
AIM = (
    "This dashboard aims at the Web Content Accessibility Guidelines 2.2, level AA, which the "
    "Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018 ask "
    "of a council. It has been tested by its makers, by machine and by hand. It has not been "
    "audited by anybody else."
)
DOES = (
    "Every chart states its finding as a sentence, and its figures stand in a table under it.",
    "Everything can be done with the keyboard. The first stop of the Tab key skips to the content, "
    "and a new page begins at its heading.",
    "In a chart the arrow keys step through the dates, each is read out with its figures, and "
    "Enter goes to its quarter.",
    "Good and bad are always a word and a sign too, never only a colour.",
    "Keys of one letter can be switched off under About the data.",
    "Text can be enlarged to 400%, and the page then runs in one column.",
    "Movement is left out where your device asks for less of it, screens are dark where it asks "
    "for that, and the colours of Windows contrast themes are followed.",
)
TESTED = (
    "With every change, a real Chromium browser opens every page in its states (with filters, "
    "tables open, empty, after an error, as slides, on paper) at the size of a laptop and of a "
    "phone, and the rules of axe-core for WCAG 2.2 A and AA must find nothing.",
    "The same tests go through the product by keyboard, read names and roles from the "
    "accessibility tree, measure that nothing is cut or overlaps from 320 pixels to 1920, that "
    "targets are 24 pixels or stand apart, and that no movement is left where less is asked for.",
    "The contrast of every colour of text and of graphics is computed, on light screens and on "
    "dark ones.",
)
NOT_TESTED = (
    "No person who uses a screen reader, a magnifier or voice control every day has tried it, "
    "and it has not been tried with NVDA, JAWS or VoiceOver.",
    "Only Chromium was used. Other browsers, and touching a real phone, were not tried.",
    "A chart can be heard date by date; it cannot be felt or heard as a shape.",
    "Commentary is the services’ own writing and is shown as they wrote it.",
    "The figures that can be downloaded (CSV) have no structure but their header row.",
)


@dataclass(frozen=True, kw_only=True)
class AccessibilityContent(Content):
    """One text."""

    accessibility_text: Children = children()


def content(at: Selection[AccessibilityChoices], size: Size) -> AccessibilityContent:
    """The statement."""
    council = at.catalogue.council.name
    text = [
        html.H1("Accessibility", tabIndex="-1"),
        html.P(AIM),
        html.H2("What it does"),
        _list(DOES),
        html.H2("How it was tested"),
        _list(TESTED),
        html.H2("What is not known or not right"),
        _list(NOT_TESTED),
        html.H2("If something is hard to use"),
        html.P(
            f"Tell {council} by the contact at the foot of this page; if there is none, by the "
            "contacts on the council’s own website. You can ask for any figure or page in another "
            "form. If the answer does not satisfy you, the Equality Advisory and Support Service "
            "can help; the Equality and Human Rights Commission enforces the regulations."
        ),
        html.P(f"Written on {WRITTEN}.", className="quiet"),
    ]
    return AccessibilityContent(
        title="Accessibility",
        said="Accessibility",
        accessibility_text=html.Div(text, className="sheet reading"),
    )


def _list(texts: tuple[str, ...]) -> html.Ul:
    return html.Ul([html.Li(text) for text in texts])


PAGE = Page(
    name="accessibility",
    label="Accessibility",
    menu="foot",
    choices=AccessibilityChoices,
    places=AccessibilityContent,
    content=content,
    filters=False,
)
