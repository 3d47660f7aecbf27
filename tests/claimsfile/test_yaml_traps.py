"""What YAML does to those who write it: told in their terms, by either of PyYAML's parsers."""

import pytest
import yaml

from claimcheck.claimsfile.complaints import Complaints
from claimcheck.claimsfile.parsing import FAST_LOADER, parse
from claimcheck.claimsfile.tree import plain

LOADERS = [pytest.param(FAST_LOADER, id="libyaml"), pytest.param(yaml.SafeLoader, id="python")]

# name, text, and of the first problem: line, column, a part of the message, a part of the hint
TRAPS = [
    ("tab", "claims:\n\t- a: b\n", 2, 1, "a tab indents this line", "spaces"),
    ("tab after spaces", "claims:\n  - a: b\n  \tc: d\n", 3, 3, "a tab indents this line", "spaces"),
    ("colon in text", "- claim: Sama said: 3\n", 1, 19, "a colon in text", "between quotation marks"),
    ("open quotation mark", 'a: 1\nb: "open\nc: 2\n', 2, 4, "never closed", "close it"),
    ("text after a quotation", "a: 'it's bad'\n", 1, 8, "does not continue", "is written ''"),
    ("at sign", "a: @b\n", 1, 4, "begins with @", "quotation marks"),
    ("backtick", "a: `b`\n", 1, 4, "begins with `", "quotation marks"),
    ("per cent", "a: %b\n", 1, 4, "begins with %", "quotation marks"),
    ("star", "a: *b\n", 1, 4, "*b has no anchor before it", "begins with *"),
    ("star that bites itself", "a: &x [*x]\n", 1, 8, "*x is inside what it stands for", "begins with *"),
    ("exclamation mark", "a: !b c\n", 1, 4, "tags are not read: '!b'", "begins with !"),
    ("python tag", "a: !!python/object/apply:os.system [id]\n", 1, 4, "tags are not read", "remove it"),
    ("binary tag", "a: !!binary aGk=\n", 1, 4, "tags are not read", "remove it"),
    ("open list", "a: [b, c\n", 2, 1, "a list in […] is not closed", "]"),
    ("open mapping", "a: {b: c\n", 2, 1, "a mapping in {…} is not closed", "}"),
    ("indentation", "a:\n  - b: c\n   d: e\n", 3, 4, "does not continue", "indentation"),
    ("dedented key", " a: b\nc: d\n", 2, 1, "the document ends above", "indentation"),
    ("long key", '"' + "x" * 1100 + '": y\n', 1, 1103, "more than 1,024 characters before a colon", "claim: …"),
    ("second document", "a: b\n---\nc: d\n", 2, 1, "a second document", "one document"),
    ("merge key", "a:\n  <<: {b: c}\n", 2, 3, "merge keys", "'defaults'"),
    ("list as key", "a:\n  [b]: c\n", 2, 3, "where a key is expected", "quote"),
    ("key twice", "a: 1\nb: 2\na: 3\n", 3, 1, "second time; first in line 1", "keep one"),
    ("depth of brackets", "a: " + "[" * 500, 1, 19, "nested deeper than 16", "seven"),
    ("depth of dashes", "- " * 500 + "a", 1, 33, "nested deeper than 16", "seven"),
    ("control character", "a: b\nc: d\x1be\n", 2, 5, "U+001B", "remove it"),
    ("escaped control character", 'a: "b\\ec"\n', 1, 4, "U+001B", "leave it out"),
    ("unknown tag handle", "a: !x!y z\n", 1, 4, "begins with !", "quotation marks"),
]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"), [t[1:] for t in TRAPS], ids=[t[0] for t in TRAPS]
)
def test_a_trap_is_told(text: str, line: int, column: int, message: str, hint: str, loader: type) -> None:
    complaints = Complaints("claims.yaml")
    parse(text, complaints, loader)
    first = complaints.problems[0]
    assert (first.location.line, first.location.column) == (line, column)
    assert message in first.message
    assert hint in first.hint
    assert first.code in {"F402", "F405"}


@pytest.mark.parametrize("loader", LOADERS)
def test_an_unknown_escape_is_told(loader: type) -> None:
    complaints = Complaints("claims.yaml")
    parse('a: "b\\qc"\n', complaints, loader)
    (problem,) = complaints.problems
    assert problem.location.line == 1
    assert "a backslash" in problem.message


@pytest.mark.parametrize("loader", LOADERS)
def test_aliases_that_multiply_are_bounded(loader: type) -> None:
    levels = ["a0: &a0 [lol]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12))]
    complaints = Complaints("claims.yaml")
    assert parse("\n".join(levels), complaints, loader) is None
    assert "more than 500,000 values" in complaints.problems[0].message


@pytest.mark.parametrize("loader", LOADERS)
def test_scalars_stay_the_text_they_are(loader: type) -> None:
    words = ["2022-04-20", "3_000", "no", "Yes", "1e3", "0o17", "12:30:00", "1.0", "+1", ".inf", "=", "0x1F"]
    complaints = Complaints("claims.yaml")
    root = parse("\n".join(f"- {word}" for word in words), complaints, loader)
    assert not complaints.problems
    assert root is not None
    assert plain(root) == words


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "value"), [("~", None), ("null", None), ("", None), ("'~'", "~"), ('""', ""), ("!!str ~", "~")]
)
def test_nothing_is_nothing_only_without_quotation_marks(text: str, value: str | None, loader: type) -> None:
    complaints = Complaints("claims.yaml")
    root = parse(f"a: {text}\n", complaints, loader)
    assert not complaints.problems
    assert root is not None
    assert plain(root) == {"a": value}


@pytest.mark.parametrize("loader", LOADERS)
def test_an_alias_stands_for_its_anchor(loader: type) -> None:
    complaints = Complaints("claims.yaml")
    root = parse("a: &x {b: c}\nd: [*x, *x]\n", complaints, loader)
    assert root is not None
    assert plain(root) == {"a": {"b": "c"}, "d": [{"b": "c"}, {"b": "c"}]}
