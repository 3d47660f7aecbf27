"""What happens to pages: each edit makes a later version of a base page, and says what it should be called.

Cosmetic edits leave the passage and its values alone: the passage holds, whatever it is called among none, moved and
reworded.  The others say which drift they are; ``None`` is that it cannot be told, for the page could not be read.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from html import escape

Base = dict[str, object]
HOLDS = frozenset({"none", "moved", "reworded"})
CHANGED = frozenset({"changed_value"})
_TYPOGRAPHY = str.maketrans({"'": "\N{RIGHT SINGLE QUOTATION MARK}", "-": "\N{HYPHEN}"})
_NUMBER = re.compile(r"\d")


def page(base: Base, paragraphs: list[str], *, head: str = "", wrap: str = "{}", foot: str = "") -> str:
    """Return a page of these paragraphs; what begins with ``<`` is markup already."""
    body = "\n".join(text if text.startswith("<") else f"<p>{escape(text, quote=False)}</p>" for text in paragraphs)
    title = escape(str(base["title"]), quote=False)
    return (
        f'<!doctype html><html lang="{base["language"]}"><head><title>{title}</title>'
        f'<meta property="article:published_time" content="{base["issued"]}">{head}</head><body>'
        + wrap.format(f"<main><h1>{title}</h1>\n{body}\n</main>")
        + f"{foot}</body></html>"
    )


def before(base: Base) -> list[str]:
    """Return the paragraphs before the passage."""
    return list(base["before"])  # type: ignore[call-overload]  # a list of texts, by the file


def after(base: Base) -> list[str]:
    """Return the paragraphs after the passage."""
    return list(base["after"])  # type: ignore[call-overload]  # a list of texts, by the file


def with_passage(base: Base, passage: str) -> str:
    """Return the page with another passage in its place."""
    return page(base, [*before(base), passage, *after(base)])


# ------------------------------------------------------------------------------------------------ cosmetic edits


def as_it_was(base: Base) -> str:
    """The same page again."""
    return with_passage(base, str(base["passage"]))


def curly(base: Base) -> str:
    """Typographic quotation marks, apostrophes, hyphens and spaces."""
    text = re.sub(r'"([^"]*)"', r"“\1”", str(base["passage"])).translate(_TYPOGRAPHY)
    return with_passage(base, re.sub(r"(\d) (?=[%€]|[a-z]{2})", "\\1\u202f", text))


def soft_hyphens(base: Base) -> str:
    """Soft hyphens in long words, as publishing systems put them."""
    return with_passage(base, re.sub(r"([^\W\d_]{5})(?=[^\W\d_]{4})", "\\1\u00ad", str(base["passage"])))


def decomposed(base: Base) -> str:
    """Accents as combining characters, as some systems store them."""
    return with_passage(base, unicodedata.normalize("NFD", str(base["passage"])))


def live_growth(base: Base) -> str:
    """A live page: twelve newer entries above the passage."""
    newer = [f"Update {n}: talks went on in the town hall, and {n + 3} people waited outside." for n in range(12)]
    return page(base, [*newer, *before(base), str(base["passage"]), *after(base)])


def redesign(base: Base) -> str:
    """Another template: menus, a teaser box, other wrappers, a footer."""
    menu = "<header><nav><a href='/'>Home</a> <a href='/news'>News</a> <a href='/sport'>Sport</a></nav></header>"
    foot = "<footer><p>All rights reserved. Contact. Imprint.</p></footer>"
    parts = [*before(base), str(base["passage"]), *after(base)]
    return page(base, parts, wrap=menu + "<div class='grid'><div class='col-8'>{}</div></div>", foot=foot)


def inline_markup(base: Base) -> str:
    """Links and emphasis put on words of the passage."""
    words = escape(str(base["passage"]), quote=False).split(" ")
    words[1] = f"<a href='/topic'>{words[1]}</a>"
    words[-2] = f"<strong>{words[-2]}</strong>"
    return page(base, [*before(base), f"<p>{' '.join(words)}</p>", *after(base)])


def reordered(base: Base) -> str:
    """The passage's paragraph moved to the end."""
    return page(base, [*before(base), *after(base), str(base["passage"])])


def advertised(base: Base) -> str:
    """Advertisements between all paragraphs."""
    ad = "<div class='ad'><p>Advertisement: winter tyres from 59.90, fitted while you wait.</p></div>"
    parts = [*before(base), str(base["passage"]), *after(base)]
    return page(base, [piece for part in parts for piece in (part, ad)])


def merged(base: Base) -> str:
    """The passage run into the paragraph before it."""
    first, *rest = before(base)[::-1]
    return page(base, [*rest[::-1], f"{first} {base['passage']}", *after(base)])


def split_after(base: Base) -> str:
    """The next paragraph run into the passage's."""
    first, *rest = after(base)
    return page(base, [*before(base), f"{base['passage']} {first}", *rest])


def footnoted(base: Base) -> str:
    """A reference mark behind the passage."""
    return page(
        base, [*before(base), f"<p>{escape(str(base['passage']), quote=False)}<sup>[3]</sup></p>", *after(base)]
    )


def corrected_elsewhere(base: Base) -> str:
    """A correction note that is about something else on the page."""
    note = "<p class='correction'>Correction: an earlier version of this article misspelled the name of a street.</p>"
    return page(base, [*before(base), str(base["passage"]), *after(base), note])


def others_edited(base: Base) -> str:
    """The paragraphs around the passage written anew."""
    return page(
        base, ["Much has been written about this.", str(base["passage"]), "More will follow in our Sunday issue."]
    )


COSMETIC: dict[str, Callable[[Base], str]] = {
    edit.__name__.replace("_", " "): edit
    for edit in (
        as_it_was, curly, soft_hyphens, decomposed, live_growth, redesign, inline_markup, reordered, advertised, merged,
        split_after, footnoted, corrected_elsewhere, others_edited,
    )
}  # fmt: skip


# ------------------------------------------------------------------------------------------------ what is drift


def other_digit(text: str, place: int) -> str:
    """Return a text with one of its digits raised by one, nine made eight."""
    found = list(_NUMBER.finditer(text))
    hit = found[place]
    digit = int(hit.group())
    return text[: hit.start()] + str(digit + 1 if digit < 9 else 8) + text[hit.end() :]  # noqa: PLR2004 - a digit


def corrected(base: Base) -> str | None:
    """The value changed, and a note that quotes the passage as it was."""
    text = str(base["passage"])
    if not _NUMBER.search(text):
        return None
    note = (
        f"<p class='correction'>Correction: an earlier version of this article said: “{escape(text, quote=False)}”</p>"
    )
    return page(base, [*before(base), other_digit(text, 0), *after(base), note])


def removed(base: Base) -> str:
    """The passage taken out."""
    return page(base, [*before(base), *after(base)])


def paywalled(base: Base) -> str:
    """The first paragraph, and a wall."""
    wall = "<div class='paywall'><p>Subscribe to continue reading.</p></div>"
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    return page(base, [before(base)[0], wall], head=head)


def versions(base: Base, other: Base) -> Iterator[tuple[str, str, frozenset[str | None]]]:
    """Yield the later versions of a base page: the edit's name, the page, and what the drift may be called.

    ``other`` is an article that may come to stand at the same address.
    """
    for name, edit in COSMETIC.items():
        yield f"cosmetic: {name}", edit(base), HOLDS
    text = str(base["passage"])
    if "reworded" in base:
        yield "reworded", with_passage(base, str(base["reworded"])), HOLDS
    digits = len(_NUMBER.findall(text))
    for place in sorted({0, digits // 2, digits - 1}) if digits else ():
        yield "digit", with_passage(base, other_digit(text, place)), CHANGED
    for kind in ("unit", "negated", "dated", "named"):
        if kind in base:
            yield kind, with_passage(base, str(base[kind])), CHANGED
    if (fixed := corrected(base)) is not None:
        yield "corrected", fixed, CHANGED
    if "trimmed" in base:
        yield "trimmed", with_passage(base, str(base["trimmed"])), frozenset({"reworded", "changed_value", "removed"})
    if "subject" in base:
        # What a common noun names is compared by likeness alone: that it may be called reworded is a known limit.
        yield "subject", with_passage(base, str(base["subject"])), frozenset({"reworded", "changed_value", "removed"})
    yield "removed", removed(base), frozenset({"removed"})
    yield "replaced", with_passage(other, str(other["passage"])), frozenset({"replaced"})
    yield "paywalled", paywalled(base), frozenset({None})
