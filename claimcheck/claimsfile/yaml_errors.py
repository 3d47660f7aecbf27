"""Stage 1, load: what a YAML parser complains of, said in terms of what the writer did.

The two parsers, libyaml and PyYAML's own, word some complaints differently; each row names the words of both.
"""

import re

from yaml import MarkedYAMLError

from claimcheck.claimsfile.characters import location_of
from claimcheck.enums import Code
from claimcheck.model import Location, Problem
from claimcheck.text import printable

_LONGEST_KEY = 1024
"""Characters; YAML 1.1, section 7.4.2."""
_COLON = "put text that has a colon and a space in it between quotation marks; or does this line stand too far right?"

_NOT_CONTINUED = (
    "this line does not continue what stands above it",
    "check its indentation; all of a text goes between its quotation marks, and a ' between '…' is written ''",
)

_BY_WORDS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a colon in text that has no quotation marks round it", _COLON),
    (
        "could not find expected ':'",
        "a line that is no 'key: value'",
        "is a colon missing? A claim of more than 1,024 characters goes under 'claim:'",
    ),
    ("unexpected end of stream", "a quotation mark is opened here and never closed", "close it"),
    ("unexpected document separator", "a quotation mark is opened here and never closed", "close it"),
    ("escape", 'a backslash between "…" begins an escape that YAML does not know', "write \\\\, or use '…'"),
    ("anchor", "text begins with & or *", "put it between quotation marks"),
    ("alias", "text begins with & or *", "put it between quotation marks"),
    ("tag", "text begins with !", "put it between quotation marks"),
    ("expected ',' or ']'", "a list in […] is not closed", "close it with ], or put its text between quotation marks"),
    (
        "expected ',' or '}'",
        "a mapping in {…} is not closed",
        "close it with }, or put its text between quotation marks",
    ),
    ("nesting depth", "nested too deeply", "a claims file needs seven levels at most"),
    ("block end", *_NOT_CONTINUED),
    ("expected key", *_NOT_CONTINUED),
    ("expected '-' indicator", *_NOT_CONTINUED),
    ("not allowed in this context", "a list begins where a value stands already", "check the indentation of this line"),
    ("directive", "a line begins with %", "put text that begins with % between quotation marks"),
    ("document start", "the document ends above this line", "check the indentation of this line"),
    (
        "node content",
        "a value or a closing bracket is missing",
        "close […] and {…}, or put the text between quotation marks",
    ),
)

_BY_CHARACTER = {
    "\t": ("a tab indents this line", "YAML wants spaces"),
    "@": ("text begins with @", "put it between quotation marks"),
    "`": ("text begins with `", "put it between quotation marks"),
    "%": ("text begins with %", "put it between quotation marks"),
}


def explain_error(error: MarkedYAMLError, text: str, file: str) -> Problem:
    """Return what the parser met, where, and what to do."""
    words = error.problem or error.context or "it cannot be parsed"
    unclosed = "unexpected end of stream" in words or "unexpected document separator" in words
    mark = error.context_mark if unclosed and error.context_mark else error.problem_mark or error.context_mark
    if mark is None:
        return Problem(Location(file, 1, 1), Code.YAML_SYNTAX, f"not valid YAML: {printable(words)}")
    location = Location(file, mark.line + 1, mark.column + 1)
    if mark.column > _LONGEST_KEY and "mapping values" in words:
        message = f"more than {_LONGEST_KEY:,} characters before a colon"
        return Problem(
            location, Code.YAML_SYNTAX, f"not valid YAML: {message}", "write a claim that long as 'claim: …'"
        )
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    message, hint = _by_place(line, mark.column) or _by_words(words)
    if message.startswith("a tab"):
        location = location_of(line, line.index("\t"), file)
        location = Location(file, mark.line + 1, location.column)
    return Problem(location, Code.YAML_SYNTAX, f"not valid YAML: {message}", hint)


def _by_place(line: str, column: int) -> tuple[str, str] | None:
    """Return what the character at the place says, if it says enough."""
    if re.match(r"[ -]*\t", line) and "\t" in line[: column + 1]:
        return _BY_CHARACTER["\t"]
    return _BY_CHARACTER.get(line[column : column + 1]) if line[column : column + 1] != "\t" else None


def _by_words(words: str) -> tuple[str, str]:
    for fragment, message, hint in _BY_WORDS:
        if fragment in words:
            return message, hint
    return printable(words), ""
