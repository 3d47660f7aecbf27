"""Stage 4, extract: what each HTML element means for the text, as tables."""

from claimcheck.enums import Role

SKIPPED = frozenset(
    """
    style template iframe object embed video audio canvas map datalist textarea noembed applet rp annotation
    annotation-xml defs symbol desc metadata frameset
    """.split()  # noqa: SIM905 - a table of words reads better as words
)
"""Elements whose text is not shown."""

VOID = frozenset(["area", "base", "col", "embed", "input", "link", "meta", "param", "source", "track", "wbr", "img"])

SCOPES = frozenset(
    """
    html body div section article aside nav header footer main ul ol dl form figure details menu fieldset dialog hgroup
    address blockquote center search
    """.split()  # noqa: SIM905 - as above
)
"""Elements that hold blocks, and may say what they are."""

BLOCKS = frozenset(
    """
    p pre h1 h2 h3 h4 h5 h6 li dt dd summary figcaption caption legend hr tr optgroup option tbody thead tfoot
    """.split()  # noqa: SIM905 - as above
)
"""Elements that begin on a line of their own."""

KINDS = {
    **{f"h{level}": Role.HEADING for level in range(1, 7)},
    "li": Role.LIST_ITEM,
    "dt": Role.LIST_ITEM,
    "dd": Role.LIST_ITEM,
    "blockquote": Role.QUOTE,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
}
LEVELS = {f"h{level}": level for level in range(1, 7)}

NAMED = frozenset({"p", "li", "table", "td", "span"})
"""Elements that hold no blocks as a rule, and are a scope where their name says what they are."""

STRUCK = frozenset({"del", "s", "strike"})
"""Text that its writer took back: it is left out, for it says what is no longer so."""

ICONS = frozenset({"i", "span", "b", "em", "svg", "small", "strong", "sup", "sub"})
"""Inline elements: hidden from screen readers, they are icons, or doubles of text that is read aloud elsewhere."""
