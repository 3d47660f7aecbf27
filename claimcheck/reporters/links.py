"""Links that open a page at a passage.  Pure.

The form of a text fragment, ``#:~:text=[prefix-,]start[,end][,-suffix]``, and the characters it must escape are those
of the WICG draft *URL Fragment Text Directives*.  PDF viewers know ``#page=N`` (RFC 8118) far better than text
fragments, so a passage with a page number gets that.
"""

import re
from urllib.parse import quote, urldefrag

from claimcheck.enums import Role, State
from claimcheck.model import Evidence, SourceReport
from claimcheck.text import printable

LONGEST_EXACT = 64
"""Characters of a passage that is named whole; a longer one is named by its first and last words."""
SHORTEST_EXACT = 24
"""Characters below which the words around a passage are named too: ``$2`` may stand anywhere."""
_EDGE_WORDS = 4
_FEWEST_TOKENS = 4
"""Below this many, a long passage is in a writing without spaces."""
_CLAUSE = re.compile(r"(?<=[\u3001\u3002\uff0c\uff1b\uff1a\uff01\uff1f])")
"""After the commas, stops, colons, exclamation and question marks of Chinese and Japanese."""


def passage_link(report: SourceReport, evidence: Evidence) -> str:
    """Return the address that opens a source at a passage; a file is opened as it is."""
    address = _read_address(report)
    if not address.startswith(("http://", "https://")):
        return address if evidence.page is None else f"{address}#page={evidence.page}"
    if evidence.page is not None:
        return f"{address}#page={evidence.page}"
    directive = text_directive(evidence)
    return f"{address}#:~:text={directive}" if directive else address


def _read_address(report: SourceReport) -> str:
    """Return where the passage that decides was read: in the archived copy, where the verdict rests on it."""
    if report.copy is not None and report.copy.decides and report.copy.memento is not None:
        return urldefrag(printable(report.copy.memento.uri)).url
    return page_address(report)


def page_address(report: SourceReport) -> str:
    """Return where to find a source today, without a fragment: a source that has moved is at its new address."""
    if report.source.path is not None:
        return printable(report.source.address)  # a "#" in the name of a file is no fragment
    moved = report.state is State.MOVED and report.final_url
    return urldefrag(printable(report.final_url if moved else report.source.address)).url


def text_directive(evidence: Evidence) -> str:
    """Return the value of ``text=`` for a passage; empty where it has no words."""
    exact = printable(evidence.exact)
    if evidence.role is Role.TABLE_ROW:
        # The words of a row stand in cells, which the browser does not join as a document's text does.
        exact = printable(evidence.exact[slice(*evidence.deciding[0])]) if evidence.deciding else ""
    if not exact:
        return ""
    if len(exact) > LONGEST_EXACT:
        start, end = _edges(exact)
        return f"{_encode(start)},{_encode(end)}" if start else _encode(exact)
    if len(exact) >= SHORTEST_EXACT or evidence.role is Role.TABLE_ROW:
        return _encode(exact)
    prefix, suffix = printable(evidence.prefix), printable(evidence.suffix)
    before = f"{_encode(prefix)}-," if prefix else ""
    after = f",-{_encode(suffix)}" if suffix else ""
    return f"{before}{_encode(exact)}{after}"


def _edges(exact: str) -> tuple[str, str]:
    """Return the first and the last words; of writing without spaces, the first and the last clause.

    A browser matches whole words only, so nothing is cut inside one.
    """
    tokens, joint = exact.split(" "), " "
    if len(tokens) < _FEWEST_TOKENS:
        tokens, joint = [clause for clause in _CLAUSE.split(exact) if clause.strip()], ""
    edge = min(_EDGE_WORDS, len(tokens) // 2)
    return joint.join(tokens[:edge]).strip(), joint.join(tokens[len(tokens) - edge :]).strip()


def _encode(words: str) -> str:
    """Percent-encode; the hyphen, which ``quote`` leaves alone, sets off the parts of a directive."""
    return quote(words, safe="", errors="replace").replace("-", "%2D")
