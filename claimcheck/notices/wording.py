"""A change in a few plain words.  Pure; every text is printable and bounded."""

from claimcheck.news import Change


def headline(change: Change) -> str:
    """Return what has changed: ``hourly-pay: contradicted (was supported)``."""
    after = change.after.replace("_", " ")
    before = change.before.replace("_", " ")
    match change.kind:
        case "source":
            return f"{change.source}: " + ("gone" if change.after == "gone" else "there again")
        case "drift":
            said = "the accepted passage is there again" if after == "unchanged" else f"the accepted passage: {after}"
            return f"{change.claim}: {said}"
        case _:
            return f"{change.claim}: {after}" + (f" (was {before})" if before else "")


def rows(change: Change) -> list[tuple[str, str]]:
    """Return what is needed to understand a change, as labels and texts."""
    held = [
        ("claim", change.text),
        ("why", change.reason),
        ("passage", change.passage),
        ("source", change.source),
        ("code", change.code),
    ]
    return [(label, text) for label, text in held if text]
