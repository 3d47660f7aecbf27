"""Reports whose every text may be hostile."""

import unicodedata
from datetime import date

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from claimcheck.accepted import Acceptance, Anchor, Drifted, Hashes, Passage
from claimcheck.enums import Code, Drift, ExpectKind, Outcome, Role, Severity, Stance, State, Verdict
from claimcheck.model import (
    Claim,
    ClaimsFile,
    Comparison,
    Considered,
    Evidence,
    Expectation,
    Finding,
    Hop,
    Ignore,
    Issued,
    Location,
    Locator,
    Match,
    Quote,
    Report,
    Source,
    SourceReport,
)

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
NASTY = (
    "\x1b[2J\x1b]8;;https://evil.example\x1b\\\u202egnp.exe\u2066\r\nclaims.yaml:1:1: error V210 forged: x\x07\x9b31m"
    "[bold red]markup[/] [link=https://evil.example]x[/link] :smile: \ud800\U000e0041\u200b\u2028"
)

# Every text field of every noun is drawn from here.
texts = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="\x1b[]0;m\x07\x9b\u202e\u2066\r\n\t\u2028\x00\x7f:a1日👩 ", max_size=40),
    st.just(NASTY),
)
locations = st.builds(Location, texts, st.integers(1, 9_999), st.integers(1, 200))
sources = st.builds(Source, texts, locations, title=texts)
spans = st.tuples(st.integers(-3, 60), st.integers(-3, 60))
passages = st.builds(
    Evidence, texts, texts, texts, st.sampled_from(Stance), texts,
    deciding=st.lists(spans, max_size=3).map(tuple), role=st.sampled_from(Role),
    page=st.none() | st.integers(1, 999), section=texts,
)  # fmt: skip
comparisons = st.builds(
    Comparison, texts, texts, st.sampled_from(Outcome), texts, texts, st.none() | st.sampled_from(Code),
    st.none() | passages, st.integers(0, 3),
)  # fmt: skip
anchors = st.builds(
    Anchor,
    st.builds(Passage, texts),
    st.sampled_from(Drift),
    texts,
    changes=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
)
entries = st.builds(
    Acceptance, texts, texts, texts, texts, st.just(()), st.just(Hashes()), st.just(Verdict.SUPPORTED),
    by=texts, on=texts, why=texts,
)  # fmt: skip
drifts = st.builds(
    Drifted, entries, st.sampled_from(Drift), st.lists(anchors, max_size=2).map(tuple), st.booleans(),
)  # fmt: skip
seen = st.builds(
    SourceReport, sources, st.sampled_from(State), texts, st.none() | st.integers(100, 599), texts, texts,
    st.none() | st.builds(Issued, st.just(date(2023, 1, 18)), texts, st.sampled_from(["day", "month", "year"])),
    texts, st.booleans(), st.lists(st.builds(Hop, texts, st.integers(100, 599)), max_size=2).map(tuple),
    drifted=st.none() | drifts,
)  # fmt: skip
claims = st.builds(
    Claim, texts, texts, st.lists(sources, max_size=2).map(tuple), locations,
    expect=st.lists(st.builds(Expectation, st.sampled_from(ExpectKind), texts, texts), max_size=1).map(tuple),
    quotes=st.lists(st.builds(Quote, texts), max_size=1).map(tuple), trans_quote=texts,
    locator=st.builds(Locator, st.none(), texts, texts), severity=st.sampled_from(Severity),
    tags=st.lists(texts, max_size=2).map(tuple), notes=texts,
    ignore=st.none() | st.builds(Ignore, texts, st.none() | st.just(date(2027, 1, 1)), texts),
)  # fmt: skip
matches = st.builds(
    Match, st.lists(comparisons, max_size=2).map(tuple),
    st.lists(
        st.builds(Considered, texts, st.sampled_from(Role), st.booleans(), texts, st.just(0.5)), max_size=2
    ).map(tuple),
    st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
)  # fmt: skip
findings = st.builds(
    Finding, claims, st.sampled_from(Verdict), texts, st.lists(st.sampled_from(Code), max_size=4).map(tuple),
    st.lists(comparisons, max_size=3).map(tuple), st.lists(seen, max_size=2).map(tuple),
    st.lists(matches, max_size=2).map(tuple), texts,
)  # fmt: skip
reports = st.builds(
    Report, st.builds(ClaimsFile, texts, st.just(())), st.lists(findings, max_size=2).map(tuple),
    st.booleans(), st.booleans(), st.integers(0, 9),
)  # fmt: skip

bounded = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def harmful(text: str) -> set[str]:
    return {c for c in text if (unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c != "\n") or c in BIDI}
