"""Stage 1, load: characters that no text file should have, and where they are."""

import re

from claimcheck.enums import Code
from claimcheck.model import Location, Problem

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML 1.1 does not allow in a file (section 5.1, ``c-printable``), and a byte order mark inside it."""
_LINE_BREAK = re.compile("\r\n?|\n|[\x85\u2028\u2029]")
"""What YAML 1.1 counts as the end of a line."""
_MOST = 20


def first_control(text: str) -> str:
    """Return the first control character of a text, or nothing."""
    found = _CONTROL.search(text)
    return found.group() if found else ""


def control_problems(text: str, file: str) -> list[Problem]:
    """Return a problem for each of the first 20 control characters of a file."""
    found: list[Problem] = []
    for match in _CONTROL.finditer(text):
        location = location_of(text, match.start(), file)
        message = f"the control character U+{ord(match.group()):04X}"
        found.append(Problem(location, Code.YAML_SYNTAX, message, "remove it"))
        if len(found) == _MOST:
            break
    return found


def location_of(text: str, offset: int, file: str) -> Location:
    """Return the line and the column of an offset, counted as YAML counts lines."""
    line, start = 1, 0
    for match in _LINE_BREAK.finditer(text, 0, offset):
        line, start = line + 1, match.end()
    return Location(file, line, offset - start + 1)
