"""The icons of the report: a name → a drawing of lines, in one sheet that the page draws from.  Pure.

Each verdict and each class of states has a shape of its own, so that nothing rests on colour.  The drawings are our
own, on a grid of 16 by 16.
"""

from claimcheck.enums import StateClass, Verdict
from claimcheck.reporters.html.markup import Markup, element, join, verbatim

_DRAWINGS = {
    # Verdicts.
    "supported": '<path d="M3 8.5l3.4 3.4L13 4.6"/>',
    "partly_supported": '<circle cx="8" cy="8" r="5.6"/><path d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" class="ink"/>',
    "contradicted": '<path d="M4 4l8 8M12 4l-8 8"/>',
    "failed_verification": '<path d="M5.2 5.8a2.9 2.9 0 1 1 4 2.7c-.8.35-1.2.8-1.2 1.7"/><path d="M8 12.9v.2"/>',
    "unverifiable": '<path d="M1.8 8S4.2 4 8 4s6.2 4 6.2 4-2.4 4-6.2 4-6.2-4-6.2-4z"/><path d="M3 13L13 3"/>',
    "ignored": '<path d="M3.5 8h9"/>',
    # States of sources.
    "present": '<circle cx="8" cy="8" r="3" class="ink"/>',
    "gone": '<circle cx="8" cy="8" r="5"/><path d="M4.5 11.5l7-7"/>',
    "cannot_tell": '<circle cx="8" cy="8" r="5" stroke-dasharray="2 2.2"/>',
    # What else there is.
    "theme": '<circle cx="8" cy="8" r="5.6"/><path d="M8 2.4a5.6 5.6 0 0 0 0 11.2z" class="ink"/>',
    "tip": '<path d="M2.5 8h10M9 4.2L12.8 8 9 11.8"/>',
    "copy": '<path d="M2.5 3.5h11v3h-11zM3.5 6.5v7h9v-7M6.5 9h3"/>',
    "search": '<circle cx="7" cy="7" r="4.2"/><path d="M10.2 10.2L14 14"/>',
}


def icon(name: str) -> Markup:
    """Return an icon; it is beside words that say the same, so nobody is read it."""
    return element("svg", verbatim(f'<use href="#i-{name}"/>'), class_="icon", aria_hidden="true")


def verdict_icon(verdict: Verdict) -> Markup:
    """Return the icon of a verdict."""
    return icon(verdict.value)


def state_icon(state: StateClass) -> Markup:
    """Return the icon of a class of states."""
    return icon(state.value)


def sheet() -> Markup:
    """Return all drawings, which icons point at."""
    symbols = (
        element("symbol", verbatim(drawing), id=f"i-{name}", viewBox="0 0 16 16") for name, drawing in _DRAWINGS.items()
    )
    return element("svg", join(*symbols), class_="drawings", aria_hidden="true", width=0, height=0)
