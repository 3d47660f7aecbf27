"""Feed, message and webhook: valid, stable, signed, and inert whatever the texts are."""

import base64
import hmac
import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from typing import Any

import jsonschema
import pytest
from lxml import etree
from reporters.poison import HOSTILE

from claimcheck.errors import UsageError
from claimcheck.news import Change, Ledger
from claimcheck.notices import changes_schema_text
from claimcheck.notices.feed import ENTRIES, render_feed
from claimcheck.notices.mail import render_mail
from claimcheck.notices.webhook import message_id, render_message, sign

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
PAY = Change(
    1, NOW, "verdict", "supported", "contradicted", "pay", "They earned $5 an hour.", "the source says $2, not $5",
    "V210", "https://example.org/a?b=1&c=2", "The workers earned $2 per hour.",
)  # fmt: skip
LOST = Change(2, NOW, "source", "", "gone", "pay", "They earned $5.", "404", "S111", "https://example.org/lost")
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def ledger(*changes: Change) -> Ledger:
    numbered = tuple(replace(change, number=count) for count, change in enumerate(changes, 1))
    return Ledger("a3f1c6a0-0d5e-4f0c-9d3c-6f6c2b1f0a11", len(numbered), changes=numbered)


def poisoned(change: Change) -> Change:
    return replace(
        change, claim=HOSTILE, text=HOSTILE, reason=HOSTILE, source=f"https://evil.example/{HOSTILE}", passage=HOSTILE,
        before=HOSTILE, after=HOSTILE,
    )  # fmt: skip


def parsed(text: str) -> Any:
    return etree.fromstring(text.encode("utf-8", "strict"), etree.XMLParser(resolve_entities=False))


def check_atom(feed: Any) -> None:
    """Check what RFC 4287 asks of a feed and of its entries (4.1.1, 4.1.2, 3.3)."""
    for element in [feed, *feed.findall("a:entry", ATOM)]:
        for tag in ("id", "title", "updated"):
            assert len(element.findall(f"a:{tag}", ATOM)) == 1
        assert element.findtext("a:id", namespaces=ATOM).startswith("urn:uuid:")
        moment = element.findtext("a:updated", namespaces=ATOM)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment)
    assert feed.findtext("a:author/a:name", namespaces=ATOM)
    names = [element.text for element in feed.iter("{http://www.w3.org/2005/Atom}id")]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("changes", [(), (PAY,), (PAY, LOST), (poisoned(PAY), poisoned(LOST))], ids=len)
def test_a_feed_is_as_atom_has_it(changes: tuple[Change, ...]) -> None:
    feed = parsed(render_feed(ledger(*changes), "An article", NOW))
    check_atom(feed)
    assert len(feed.findall("a:entry", ATOM)) == len(changes)


def test_an_entry_keeps_its_id_and_the_newest_stands_first() -> None:
    one = parsed(render_feed(ledger(PAY), "x", NOW))
    two = parsed(render_feed(ledger(PAY, LOST), "x", NOW + timedelta(days=1)))
    entries = two.findall("a:entry", ATOM)
    assert etree.tostring(entries[1]).strip() == etree.tostring(one.find("a:entry", ATOM)).strip()
    assert entries[0].findtext("a:title", namespaces=ATOM) == "https://example.org/lost: gone"
    assert entries[1].findtext("a:title", namespaces=ATOM) == "pay: contradicted (was supported)"
    assert entries[1].find("a:link", ATOM).get("href") == "https://example.org/a?b=1&c=2"


def test_a_feed_holds_the_last_changes_alone() -> None:
    feed = parsed(render_feed(ledger(*([PAY] * 120)), "x", NOW))
    assert len(feed.findall("a:entry", ATOM)) == ENTRIES


def test_nothing_in_a_feed_is_markup_but_its_own() -> None:
    feed = parsed(render_feed(ledger(poisoned(PAY)), HOSTILE, NOW))
    known = {"feed", "id", "title", "updated", "author", "name", "generator", "entry", "link", "content"}
    assert {etree.QName(element).localname for element in feed.iter()} <= known
    assert all(element.get("type", "text") == "text" for element in feed.iter())
    assert all(re.fullmatch(r"https?://\S+", link.get("href")) for link in feed.iter("{*}link"))


def mail(*changes: Change, title: str = "An article", ends: tuple[str, str] = ("", "")) -> Any:
    held = ledger(*changes)
    raw = render_mail(held, held.changes, title, NOW, ends)
    assert all(line.endswith(b"\r\n") and len(line) <= 1000 for line in raw.splitlines(keepends=True))
    return message_from_bytes(raw, policy=policy.default)


def test_a_message_says_the_same_twice_plain_and_as_html() -> None:
    message = mail(PAY, LOST, ends=("desk@example.org", "editor@example.org"))
    assert message["Subject"] == "claimcheck: 2 changes: An article"
    assert (message["From"], message["To"]) == ("desk@example.org", "editor@example.org")
    assert message["Date"].datetime == NOW
    assert message.get_content_type() == "multipart/alternative"
    plain, html = (part.get_content() for part in message.iter_parts())
    for text in (plain, html):
        assert "pay: contradicted (was supported)" in text
        assert "the source says $2, not $5" in text
    assert not message.defects


def test_who_sends_it_may_say_for_whom_it_is() -> None:
    message = mail(PAY)
    assert (message["From"], message["To"]) == (None, None)


@pytest.mark.parametrize("title", [HOSTILE, "x\r\nBcc: all@example.org\r\n\r\nbody", "é" * 5_000, "\udcff\x00"])
def test_no_text_makes_a_header_a_part_or_markup(title: str) -> None:
    message = mail(poisoned(PAY), title=title)
    assert set(message.keys()) == {"Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"}
    parts = list(message.iter_parts())
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
    html = etree.fromstring(parts[1].get_content(), etree.HTMLParser())
    tags = {element.tag for element in html.iter() if isinstance(element.tag, str)}
    assert tags <= {"html", "head", "meta", "body", "p", "h3", "table", "tbody", "tr", "th", "td"}
    assert all(name in {"charset", "align"} for element in html.iter() for name in element.attrib)


@pytest.mark.parametrize(
    "address", ["a@b\r\nBcc: c@d.example", "nobody", "a@b, c@d", "<a@b>", "\u202ea@b.example", "a@b.example\x00"]
)
def test_an_address_that_is_none_is_a_message(address: str) -> None:
    with pytest.raises(UsageError, match="is no address"):
        mail(PAY, ends=("", address))


@pytest.mark.parametrize("change", [PAY, LOST, poisoned(PAY)], ids=["verdict", "source", "hostile"])
def test_a_webhook_is_sent_what_the_schema_says(change: Change) -> None:
    held = ledger(change)
    document = json.loads(render_message(held, held.changes, "claims.yaml", NOW))
    schema = json.loads(changes_schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema)
    assert document["id"] == message_id(held, held.changes)


@pytest.mark.parametrize(
    ("secret", "key"),
    [
        ("correct horse battery staple", b"correct horse battery staple"),
        ("whsec_" + base64.b64encode(b"0123456789abcdef").decode(), b"0123456789abcdef"),
    ],
)
def test_a_signature_is_that_of_standard_webhooks(secret: str, key: bytes) -> None:
    headers = dict(sign(secret, "msg.1", b'{"a":1}', NOW))
    moment = int(NOW.timestamp())
    assert headers["webhook-timestamp"] == str(moment)
    expected = hmac.new(key, f"msg.1.{moment}.".encode() + b'{"a":1}', "sha256").digest()
    assert headers["webhook-signature"] == "v1," + base64.b64encode(expected).decode()


@pytest.mark.parametrize("secret", ["short", "whsec_***", "whsec_YQ==", " "])
def test_a_secret_that_can_be_guessed_is_refused(secret: str) -> None:
    with pytest.raises(UsageError, match="secret"):
        sign(secret, "msg.1", b"{}", NOW)
