"""Secrets in addresses → addresses that may be shown: reports, findings and messages without them.  Pure.

A signed link, or one with a token, opens its document to whoever reads it in a log.  So every report that leaves the
program has gone through here, and names of sources, digests and locks are made of what is left: a token that is
renewed makes no other source.  The names are those that the large services document; one that only may be a secret is
taken for one, for an address in a report need not open anything.
"""

import hashlib
import re
from dataclasses import replace
from urllib.parse import unquote

from claimcheck.archived import ArchivedCopy
from claimcheck.model import Claim, Comparison, Finding, Match, Report, Source, SourceReport

HIDDEN = "REDACTED"

_SECRETS = frozenset(
    """
    access-key access_key accesskey api-key api_key apikey auth authorization authtoken awsaccesskeyid client_secret
    credential googleaccessid hmac jsessionid jwt key key-pair-id otp passwd password phpsessid policy pw pwd secret
    session session_id sessionid sharedkey sid sig sign signature subscription-key ticket token x-api-key
    x-amz-credential x-amz-security-token x-amz-signature x-goog-credential x-goog-signature
    """.split()  # noqa: SIM905 - a table of words reads better as words
)
_ENDINGS = ("token", "secret", "password", "signature", "apikey", "api_key", "api-key", "sessionid")
_SHARED_ACCESS = frozenset({"se", "sp", "sv", "sr", "st", "spr", "sip", "srt", "ss", "skoid", "sktid", "ske", "sks"})
"""What stands beside ``sig`` in Azure's shared access signatures, and means nothing elsewhere."""
_PARAMETER = re.compile(r"([?&;])([^=&;#\s?]{1,64})=([^&#\s]*)")
_USER = re.compile(r"(https?://)[^/\s?#@]{1,300}@", re.IGNORECASE)
_SHORTEST = 4
"""Characters of a secret that is looked for on pages: what is shorter stands on many by chance."""
_DEEPEST = 3
"""How often an address may be encoded within an address."""


def redact(text: str, *, depth: int = _DEEPEST) -> str:
    """Return a text whose addresses hold no secrets in their queries, and no names and passwords."""
    if "@" in text:
        text = _USER.sub(r"\1…@", text)
    if "=" not in text:
        return text
    shared = _holds_shared_access(text)

    def hide(parameter: re.Match[str]) -> str:
        lead, key, value = parameter.groups()
        return f"{lead}{key}={HIDDEN}" if _is_secret(key, value, shared=shared, depth=depth) else parameter.group()

    return _PARAMETER.sub(hide, text)


def secrets_of(text: str, *, depth: int = _DEEPEST) -> tuple[str, ...]:
    """Return what ``redact`` hides in the queries of a text's addresses, as written and decoded."""
    shared = _holds_shared_access(text)
    found: list[str] = []
    for _, key, value in _PARAMETER.findall(text):
        if not _is_secret(key, value, shared=shared, depth=depth):
            continue
        inner = secrets_of(unquote(value), depth=depth - 1) if depth else ()
        found += inner or (value, unquote(value))
    return tuple(dict.fromkeys(secret for secret in found if secret != HIDDEN))


def repeats_secret(body: bytes, *urls: str) -> bool:
    """Return whether a body holds what is secret in one of these addresses, such as in a link to itself."""
    secrets = {secret for url in urls for secret in secrets_of(url) if len(secret) >= _SHORTEST}
    return any(secret.encode("utf-8", "replace") in body for secret in secrets)


def name_of(url: str) -> str:
    """Return a name for an address that holds no secret, and that no other address has.

    An address without secrets is its own name.  One with secrets is named by what is left of it, and by a hash: what
    looks like a secret may tell one page from another.
    """
    shown = redact(url)
    if shown == url:
        return url
    return f"{shown} {hashlib.sha256(url.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def _holds_shared_access(text: str) -> bool:
    return "sig=" in text.lower()


def _is_secret(key: str, value: str, *, shared: bool, depth: int) -> bool:
    """Return whether a parameter is a secret, or an address that holds one."""
    name = unquote(key).lower()
    inner = unquote(value) if "%" in value and depth else ""
    secret = name in _SECRETS or name.endswith(_ENDINGS) or (shared and name in _SHARED_ACCESS)
    return bool(value) and (secret or (bool(inner) and redact(inner, depth=depth - 1) != inner))


def redact_report(report: Report) -> Report:
    """Return a report whose addresses hold no secrets."""
    claims = tuple(map(_redact_claim, report.claims_file.claims))
    claims_file = replace(report.claims_file, claims=claims) if claims != report.claims_file.claims else None
    findings = tuple(map(redact_finding, report.findings))
    return replace(report, claims_file=claims_file or report.claims_file, findings=findings)


def redact_finding(finding: Finding) -> Finding:
    """Return a finding whose addresses hold no secrets; the very same one where there is none."""
    claim = _redact_claim(finding.claim)
    sources = tuple(map(_redact_seen, finding.sources))
    if claim == finding.claim and sources == finding.sources:
        return finding
    return replace(
        finding,
        claim=claim,
        reason=redact(finding.reason),
        tip=redact(finding.tip),
        comparisons=tuple(map(_redact_comparison, finding.comparisons)),
        sources=sources,
        matches=tuple(map(_redact_match, finding.matches)),
    )


def _redact_claim(claim: Claim) -> Claim:
    sources = tuple(map(_redact_source, claim.sources))
    return replace(claim, sources=sources) if sources != claim.sources else claim


def _redact_source(source: Source) -> Source:
    address, copy = redact(source.address), redact(source.archive_url)
    if (address, copy) == (source.address, source.archive_url):
        return source
    return replace(source, address=address, archive_url=copy)


def _redact_seen(report: SourceReport) -> SourceReport:
    return replace(
        report,
        source=_redact_source(report.source),
        final_url=redact(report.final_url),
        detail=redact(report.detail),
        copy=_redact_copy(report.copy),
        hops=tuple(replace(hop, url=redact(hop.url)) for hop in report.hops),
    )


def _redact_copy(copy: ArchivedCopy | None) -> ArchivedCopy | None:
    if copy is None or copy.memento is None:
        return copy
    kept = copy.memento
    memento = replace(kept, uri=redact(kept.uri), original=redact(kept.original), raw=redact(kept.raw))
    return replace(copy, memento=memento, note=redact(copy.note))


def _redact_comparison(comparison: Comparison) -> Comparison:
    evidence = comparison.evidence
    return (
        comparison
        if evidence is None
        else replace(comparison, evidence=replace(evidence, source=redact(evidence.source)))
    )


def _redact_match(match: Match) -> Match:
    return replace(match, comparisons=tuple(map(_redact_comparison, match.comparisons)))
