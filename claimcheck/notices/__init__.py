"""Beside stage 7: changes → what people who are not in CI are told.  Pure: nothing here sends anything.

render_feed       an Atom feed, for readers                        feed.py
render_mail       a message to be sent, as plain text and HTML     mail.py
render_message    a signed JSON document, for a webhook            webhook.py

All that comes from a page or a claims file is text in each of them.
"""

from importlib.resources import files

from claimcheck.notices.wording import headline, rows

__all__ = ["changes_schema_text", "headline", "rows"]


def changes_schema_text() -> str:
    """Return the JSON Schema of what a webhook is sent, as shipped, ending in a newline."""
    return (files("claimcheck.notices") / "changes-v1.schema.json").read_text(encoding="utf-8")
