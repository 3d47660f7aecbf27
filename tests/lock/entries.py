"""Builders of what a lock holds, plain and drawn."""

from typing import Any

from hypothesis import strategies as st

from claimcheck.accepted import Acceptance, Hashes, Passage
from claimcheck.enums import Verdict

EXACT = "The workers at Sama earned between $1.32 and $2 per hour."


def entry(claim_id: str = "pay", source: str = "https://example.org/a", **more: Any) -> Acceptance:
    given: dict[str, Any] = {
        "claim": "They earned $2 an hour.",
        "claim_sha256": "ab" * 32,
        "passages": (Passage(EXACT, "before", "after", 10, 67, None, ("$2: 2 USD [money]",)),),
        "hashes": Hashes("cd" * 32, "ef" * 32, "0123456789abcdef", "sha1:ABC", "decoded body"),
        "verdict": Verdict.SUPPORTED,
        "by": "Jo Doe",
        "on": "2026-11-25",
    }
    return Acceptance(claim_id, source=source, **{**given, **more})


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
"""Any text that UTF-8 can hold: quotation marks, backslashes, line ends and escapes among it."""
words = texts.filter(str.strip)
passages = st.builds(
    Passage,
    exact=words,
    prefix=texts,
    suffix=texts,
    start=st.integers(0, 10**9),
    end=st.integers(0, 10**9),
    page=st.none() | st.integers(1, 5000),
    values=st.lists(texts, max_size=3).map(tuple),
)
acceptances = st.builds(
    Acceptance,
    claim_id=words,
    claim=words,
    claim_sha256=words,
    source=words,
    passages=st.lists(passages, min_size=1, max_size=3).map(tuple),
    hashes=st.builds(Hashes, texts, texts, texts, texts, texts),
    verdict=st.sampled_from([v for v in Verdict if v not in {Verdict.IGNORED, Verdict.UNVERIFIABLE}]),
    by=words,
    on=words,
    why=texts,
    codes=st.lists(texts, max_size=3).map(tuple),
    final_url=texts,
    title=texts,
    language=texts,
    issued=texts,
    memento=texts,
)
locks = st.lists(acceptances, max_size=4, unique_by=lambda e: (e.claim_id, e.source))
