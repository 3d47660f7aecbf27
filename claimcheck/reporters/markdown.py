"""Reports in Markdown: Report → a comment on a pull request, or the summary of a job, as GitHub and GitLab draw it.

Every word that comes from a page or a claims file stands in a code span whose fence is longer than any run of
back-ticks in it: there it is no link, no picture, no mention, no reference, no HTML.  An address is words too.

Both are cut to what the site takes, whole findings at a time, those that fail last to go; how many are left out is
said.  Sizes are counted in bytes, which no way of counting exceeds.
"""

import re
from collections.abc import Iterable, Iterator

from claimcheck.enums import Verdict
from claimcheck.model import Finding, Report, Ruling
from claimcheck.reporters.brief import beside_the_sum, clipped, details, excuse_of, headline, source_line
from claimcheck.reporters.levels import Level, level_of, state_level, uncovered_standings
from claimcheck.reporters.wording import NETWORK_DOWN, interrupted_words

MARKER = "<!-- claimcheck -->"
"""The first line, by which a later run finds its comment again, to replace it."""
COMMENT = 65_536
"""What GitHub takes as a comment."""
SUMMARY = 1_048_576
"""What GitHub takes as the summary of one step."""
_SPARE = 400
"""Bytes kept for the line that says what is left out."""
_TICKS = re.compile("`+")
_SIGNS = {Level.ERROR: "❌", Level.WARNING: "⚠️", Level.NOTE: "ℹ️"}  # noqa: RUF001 - the sign of information


class MarkdownReporter:
    """Writes a comment: the sum, what is to be looked at, and nothing of what is well."""

    limit = COMMENT
    lists_all = False

    def __init__(self, *, color: bool = False, width: int = 0) -> None:
        del color, width  # the site draws it

    def render(self, report: Report, /) -> str:
        """Return the Markdown, of at most ``limit`` bytes, ending in a newline."""
        head = "".join(f"{line}\n" for line in _head(report))
        text, left = _fill(_items(report), head, self.limit - _SPARE)
        if left:
            text += f"\n_{left} more findings are left out here, for want of room; the whole report has them._\n"
        elif self.lists_all and (rows := list(_rest(report))):
            wells, over = _fill(rows, text + "\n<details><summary>Supported and ignored claims</summary>\n\n",
                                self.limit - _SPARE)  # fmt: skip
            text = wells + (f"- … and {over} more\n" if over else "") + "\n</details>\n"
        return text


class SummaryReporter(MarkdownReporter):
    """Writes the summary of a job: the comment with more room, and with the claims that are well in a fold."""

    limit = SUMMARY
    lists_all = True


def code_span(text: str) -> str:
    """Return a text as a code span: it shows as it is, and nothing in it has a meaning (CommonMark 6.1)."""
    shown = clipped(text)
    if not shown:
        return "—"
    fence = "`" * (max(map(len, _TICKS.findall(shown)), default=0) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _fill(items: Iterable[str], start: str, room: int) -> tuple[str, int]:
    """Return the start and as many items as there is room for, and how many are left."""
    parts, size, left = [start], len(start.encode("utf-8", "replace")), 0
    for item in items:
        size += len(item.encode("utf-8", "replace"))
        if left or size > room:
            left += 1
        else:
            parts.append(item)
    return "".join(parts), left


def _head(report: Report) -> Iterator[str]:
    yield MARKER
    yield "### claimcheck"
    yield ""
    yield "| " + " | ".join([verdict.label for verdict in Verdict] + ["claims"]) + " |"
    yield "|" + "---:|" * (len(Verdict) + 1)
    yield "| " + " | ".join([str(report.count(verdict)) for verdict in Verdict] + [str(len(report.findings))]) + " |"
    yield ""
    if beside := beside_the_sum(report):
        yield f"{'; '.join(beside)}."
        yield ""
    if report.network_down:
        yield f"**{NETWORK_DOWN}**"
        yield ""
    if report.interrupted:
        yield f"**{interrupted_words(report)}.**"
        yield ""


def _items(report: Report) -> Iterator[str]:
    """Return what is to be looked at: what fails, then the rest, each in file order, then the sources."""
    loud = [(finding, ruling, level) for finding, ruling in report.ruled if (level := level_of(finding, ruling))]
    loud.sort(key=lambda item: not (item[1] is not None and item[1].fails))
    for finding, ruling, level in loud:
        yield _item(finding, ruling, level)
    for standing in uncovered_standings(report):
        seen = standing.report
        where = code_span(f"{seen.source.location.file}:{seen.source.location.line}")
        yield (
            f"- {_SIGNS[state_level(standing)]} {where} source **{seen.label}** `{standing.code}`: "
            f"{code_span(source_line(seen))}\n"
        )


def _item(finding: Finding, ruling: Ruling | None, level: Level) -> str:
    claim = finding.claim
    codes = " ".join(f"`{code}`" for code in finding.codes)
    excuse = f" · listed, not failed: {code_span(excuse_of(ruling))}" if excuse_of(ruling) else ""
    where = code_span(f"{claim.location.file}:{claim.location.line}")
    lines = [
        f"- {_SIGNS[level]} **{finding.verdict.label}** {code_span(claim.id)} {where} {codes}{excuse}",
        f"  - why: {code_span(headline(finding, ruling))}",
        *(f"  - {label}: {code_span(text)}" for label, text in _safe(details(finding))),
    ]
    return "".join(f"{line}\n" for line in lines)


def _safe(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Return rows whose labels are our own words: one that is not becomes part of the text."""
    for label, text in rows:
        yield (label, text) if label.isascii() and label.isalpha() else ("also", f"{label}: {text}")


def _rest(report: Report) -> Iterator[str]:
    for finding, ruling in report.ruled:
        if level_of(finding, ruling) is None:
            yield f"- {finding.verdict.label}: {code_span(finding.claim.id)} {code_span(finding.claim.text)}\n"
