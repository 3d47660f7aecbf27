"""Stage 4, extract: lines that are not paragraphs yet, joined or kept apart.

A line break inside a sentence says nothing; one between entries says everything.  Two lines stay apart where the first
ends a sentence or a label, where the second begins with a bullet, and where short lines begin like entries, with a
capital or a digit.  Lines of running text, which are long, are joined.
"""

import re
from collections.abc import Sequence

_ENDS = re.compile(r"[.!?:;…][\"'”»\u2019)\]]*$")
_BULLET = re.compile(r"(?:[•●▪◦‣∙·■\u2013—*+-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_LONG = 60


def join_lines(lines: Sequence[str]) -> list[str]:
    """Return paragraphs made of lines; an empty line ends one."""
    paragraphs: list[str] = []
    held: list[str] = []
    for line in (line.strip() for line in lines):
        if held and (not line or _parts(held[-1], line)):
            paragraphs.append(" ".join(held))
            held = []
        if line:
            held.append(line)
    if held:
        paragraphs.append(" ".join(held))
    return paragraphs


def _parts(above: str, below: str) -> bool:
    if _BULLET.match(below):
        return True
    if below[0].islower() or above.endswith((",", "-", "\u2013", "—", "(")):
        return False
    if _ENDS.search(above[-8:]):
        return len(above) < _LONG or above[-1] != ":"
    return len(above) < _LONG and (below[0].isupper() or below[0].isdigit())
