"""No secret of an address is left in what is shown, and nothing else of it is taken away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.enums import State, Verdict
from claimcheck.model import Claim, Finding, Hop, Location, Source, SourceReport
from claimcheck.redaction import HIDDEN, redact, redact_finding

AT = Location("claims.yaml", 1, 1)
URL = "https://a.example/doc"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (f"{URL}?token=abc", f"{URL}?token={HIDDEN}"),
        (f"{URL}?id=3&sig=abc&page=2", f"{URL}?id=3&sig={HIDDEN}&page=2"),
        (f"{URL}?Signature=abc", f"{URL}?Signature={HIDDEN}"),
        (f"{URL}?key=abc", f"{URL}?key={HIDDEN}"),
        (f"{URL}?access_token=abc#part", f"{URL}?access_token={HIDDEN}#part"),
        (f"{URL}?%74oken=abc", f"{URL}?%74oken={HIDDEN}"),
        (
            f"{URL}?X-Amz-Date=20260101T000000Z&X-Amz-Credential=AK%2F1&X-Amz-Signature=ab",
            f"{URL}?X-Amz-Date=20260101T000000Z&X-Amz-Credential={HIDDEN}&X-Amz-Signature={HIDDEN}",
        ),
        (f"{URL}?X-Goog-Signature=ab&X-Goog-Expires=9", f"{URL}?X-Goog-Signature={HIDDEN}&X-Goog-Expires=9"),
        (
            f"{URL}?sv=2024-01-01&se=2026-01-01&sp=r&sig=ab%3D",
            f"{URL}?sv={HIDDEN}&se={HIDDEN}&sp={HIDDEN}&sig={HIDDEN}",
        ),
        (f"{URL};jsessionid=ABC?x=1&y=2", f"{URL};jsessionid={HIDDEN}&y=2"),
        (f"{URL}?next=https%3A%2F%2Fb.example%2F%3Ftoken%3Dabc", f"{URL}?next={HIDDEN}"),
        ("https://ada:pw@a.example/", "https://…@a.example/"),
        (f"now at {URL}?token=abc, again", f"now at {URL}?token={HIDDEN} again"),
        (f"{URL}?sv=3&se=4", f"{URL}?sv=3&se=4"),
        (f"{URL}?q=token&monkey=1&keyword=a&next=%2Fhome", f"{URL}?q=token&monkey=1&keyword=a&next=%2Fhome"),
        (f"{URL}?token=", f"{URL}?token="),
        ("key=3 and token=4", "key=3 and token=4"),
    ],
)
def test_an_address_is_shown_without_its_secrets(address: str, shown: str) -> None:
    assert redact(address) == shown


@given(st.text(max_size=300))
def test_what_is_redacted_is_redacted_for_good(text: str) -> None:
    assert redact(redact(text)) == redact(text)


@given(st.text(st.characters(codec="ascii", exclude_characters="&#% \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"), min_size=8))
def test_no_value_of_a_secret_is_left(value: str) -> None:
    assert f"={value}" not in redact(f"{URL}?a=1&token={value}&b=2")


def test_a_finding_without_secrets_is_the_very_same() -> None:
    source = Source(URL, AT)
    finding = Finding(
        Claim("a", "b", (source,), AT), Verdict.UNVERIFIABLE, "c", sources=(SourceReport(source, State.LIVE),)
    )
    assert redact_finding(finding) is finding


def test_every_address_of_a_finding_is_redacted() -> None:
    secret = f"{URL}?token=abc"
    source = Source(secret, AT, archive_url=f"https://web.example/{secret}")
    seen = SourceReport(source, State.MOVED, final_url=secret, detail=f"now at {secret}", hops=(Hop(secret, 301),))
    finding = Finding(Claim("a", "b", (source,), AT), Verdict.UNVERIFIABLE, f"moved ({secret})", sources=(seen,))
    assert "abc" not in repr(redact_finding(finding))
