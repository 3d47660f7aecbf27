"""Reports with rulings, and reports whose every text is hostile, for the tests of formats."""

from dataclasses import replace
from typing import Any

from reporters import samples
from reporters.strategies import NASTY

from claimcheck.model import Finding, Location, Report, Ruling
from claimcheck.reporters import make_reporter

HOSTILE = (
    f"{NASTY} ]]> </script><script>alert(1)</script> <!-- --> ``` `x` ```` ::set-output name=a::b\n::error::forged\n"
    "=cmd|' /C calc'!A0 @everyone #1 ![x](https://evil.example/x.png) [y](javascript:alert(1)) {0} %0A\x00\udcff\ufffe"
)


def rendered(name: str, report: Report) -> str:
    return make_reporter(name).render(report)


def poisoned(finding: Finding, text: str) -> Finding:
    """Return a finding whose every text is hostile, its codes and states as they are."""
    source = replace(
        finding.sources[0].source, address=f"https://evil.example/{text}", title=text, location=Location(text, 3, 1)
    )
    seen = replace(finding.sources[0], source=source, final_url=text, detail=text, title=text)
    claim = replace(finding.claim, id=text, text=text, sources=(source,), location=Location(text, 2, 1))
    passage = (
        replace(finding.evidence[0], exact=text, deciding=((0, 5),), source=source.address)
        if finding.evidence
        else None
    )
    comparisons = tuple(replace(c, said=text, found=text, note=text, evidence=passage) for c in finding.comparisons)
    return replace(finding, claim=claim, reason=text, tip=text, comparisons=comparisons, sources=(seen,))


POISONED = samples.report(poisoned(samples.WEAKER, HOSTILE), poisoned(samples.GONE, HOSTILE))
BLOATED = samples.report(poisoned(samples.WEAKER, "<b>`=x " * 1_500_000))
"""Texts of ten megabytes."""


def ruled(*pairs: tuple[Finding, Ruling], **fields: Any) -> Report:
    report = samples.report(*(finding for finding, _ in pairs), **fields)
    return replace(report, rulings=tuple(ruling for _, ruling in pairs))


EXCUSED = Ruling(excuse="known until 2027-02-23", known=True)
FAILS = Ruling(fails=True, known=False)
