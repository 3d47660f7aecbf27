"""Files with mistakes: every one is told at once, each at its place, with its code and the way out."""

from collections.abc import Callable

import pytest

from claimcheck.model import Problem

# name, file, and of every problem: line:column, code, a part of the message, a part of the hint
TABLE: list[tuple[str, str, list[tuple[str, str, str, str]]]] = [
    ("a text", "foo\n", [("1:1", "F410", "the file is the text 'foo'", "claimcheck init")]),
    ("a list", "- a\n", [("1:1", "F410", "the file is a list", "claimcheck init")]),
    ("comments alone", "# nothing\n", [("1:1", "F410", "no claim in the file", "claimcheck init")]),
    ("claims without a value", "claims:\n", [("1:1", "F410", "there is no claim", "add one")]),
    ("no claims", "claims: []\n", [("1:9", "F410", "there is no claim", "add one")]),
    ("no key 'claims'", "version: 1\n", [("1:1", "F410", "no 'claims' in the file", "under 'claims:'")]),
    ("claims are a mapping", "claims: {a b: x}\n", [("1:9", "F404", "a mapping, where a list is expected", "")]),
    (
        "a newer version, whatever else it has",
        "version: 2\nnovelty: yes\nclaims:\n  - a\n",
        [("1:10", "F401", "version 2 of the format needs a newer claimcheck", "upgrade")],
    ),
    (
        "a version that is none",
        "version: one\nclaims:\n  - a b: https://e.org\n",
        [("1:10", "F401", "there is no version 'one'", "version: 1")],
    ),
    (
        "an unknown key of the file",
        "verison: 1\nclaims:\n  - a b: https://e.org\n",
        [("1:1", "F403", "unknown key 'verison'", "did you mean 'version'?")],
    ),
    (
        "unknown keys at every level",
        (
            "claims:\n"
            "  - claim: a b\n"
            "    source: {url: https://e.org, isued: 2020}\n"
            "    quote: {exact: a, prefx: b}\n"
            "    severty: info\n"
            "    colour: red\n"
        ),
        [
            ("3:34", "F403", "unknown key 'isued' in 'source'", "'issued'"),
            ("4:23", "F403", "unknown key 'prefx' in 'quote'", "'prefix'"),
            ("5:5", "F403", "unknown key 'severty' in claim 1", "'severity'"),
            ("6:5", "F403", "unknown key 'colour' in claim 1", "the keys are 'id', 'claim', 'source'"),
        ],
    ),
    (
        "a misspelt key is not also a missing one",
        "claims:\n  - clam: a b\n    sorce: https://e.org\n",
        [("2:5", "F403", "'clam'", "'claim'"), ("3:5", "F403", "'sorce'", "'source'")],
    ),
    (
        "a claim in one line with more keys",
        'claims:\n  - "a b": https://e.org\n    quote: c\n',
        [("2:5", "F403", "unknown key 'a b'", "with keys, it is written 'claim: …'")],
    ),
    ("a sentence alone", "claims:\n  - a b\n", [("2:5", "F407", "'a b' has no source", '- "the claim": https://')]),
    ("nothing behind the colon", "claims:\n  - a b:\n", [("2:5", "F407", "no source: nothing follows", "an address")]),
    ("an empty item", "claims:\n  -\n  - a b: https://e.org\n", [("2:4", "F404", "claim 1 is empty", "")]),
    ("a claim without source", "claims:\n  - claim: a b\n", [("2:5", "F407", "has no source", "add 'source:'")]),
    (
        "a source without claim",
        "claims:\n  - source: https://e.org\n",
        [("2:5", "F404", "'claim' is missing in claim 1", "the sentence as published")],
    ),
    (
        "a claim of blanks",
        'claims:\n  - claim: " "\n    source: https://e.org\n',
        [("2:12", "F404", "'claim' is empty", "leave it out")],
    ),
    (
        "one line of blanks",
        'claims:\n  - " ": https://e.org\n',
        [("2:5", "F404", "the claim is empty", "write the sentence")],
    ),
    (
        "a null claim",
        "claims:\n  - claim: ~\n    source: https://e.org\n",
        [("2:5", "F404", "'claim' is empty", "'~' goes between quotation marks")],
    ),
    (
        "the same id twice",
        "claims:\n  - {id: a, claim: b c, source: https://e.org}\n  - {id: a, claim: d e, source: https://e.org}\n",
        [("3:10", "F406", "'a' is already that of the claim in line 2", "rename")],
    ),
    (
        "an id that is none",
        "claims:\n  - {id: two words, claim: b c, source: https://e.org}\n",
        [("2:10", "F404", "'id' cannot be 'two words'", "id: hourly-pay")],
    ),
    (
        "a key twice",
        "claims:\n  - claim: a b\n    source: https://e.org\n    source: https://f.org\n",
        [("4:5", "F405", "'source' stands here for the second time; first in line 3", "under 'sources'")],
    ),
    (
        "source and sources",
        "claims:\n  - claim: a b\n    source: https://e.org\n    sources: [https://f.org]\n",
        [("4:14", "F404", "'sources' cannot stand here: 'source' is there already", "remove one")],
    ),
    (
        "more sources required than there are",
        "claims:\n  - claim: a b\n    source: https://e.org\n    require: 2\n",
        [("4:14", "F404", "asks for 2 sources, and the claim has 1 source", "require: all")],
    ),
    (
        "more sources required by default than there are",
        "defaults: {require: 2}\nclaims:\n  - a b: https://e.org\n",
        [("3:5", "F404", "asks for 2 sources", "add sources")],
    ),
    (
        "no source required",
        "claims:\n  - claim: a b\n    source: https://e.org\n    require: 0\n",
        [("4:14", "F404", "'any', 'all' or a number of sources", "require: any")],
    ),
    (
        "the same page as two sources",
        "claims:\n  - claim: a b\n    sources: [https://e.org/x, HTTPS://E.org/x#part]\n    require: all\n",
        [("3:32", "F404", "cites 'https://e.org/x' twice", "keep one")],
    ),
    (
        "values that are none of those allowed",
        "claims:\n  - claim: a b\n    source: {url: https://e.org, url_status: ded}\n    severity: eror\n",
        [
            ("3:46", "F404", "'url_status' cannot be 'ded'", "'dead'"),
            ("4:15", "F404", "'error', 'warning' or 'info'", "did you mean 'error'?"),
        ],
    ),
    (
        "days that are none",
        (
            "claims:\n"
            "  - claim: a b\n"
            "    source: {url: https://e.org, issued: 2023-02-29, accessed: last year, archive_date: 2023-13}\n"
            "    ignore: {reason: c, until: 2023-06-31}\n"
            "    recheck_after: 2023-04-31\n"
        ),
        [
            ("3:42", "F404", "'issued' cannot be '2023-02-29': there is no such day", "check the day"),
            ("3:64", "F404", "'accessed' cannot be 'last year': a date is a day, a month or a year", "2022-04-20"),
            ("3:89", "F404", "'archive_date' cannot be '2023-13'", ""),
            ("4:32", "F404", "'until' cannot be '2023-06-31'", "check the day"),
            ("5:20", "F404", "'recheck_after' cannot be '2023-04-31'", "check the day"),
        ],
    ),
    (
        "expectations that are none",
        (
            "claims:\n"
            "  - claim: a b\n"
            "    source: https://e.org\n"
            "    expect:\n"
            "      - value: 0o17\n"
            "      - value: 12:30:00\n"
            "      - {entity: c, unit: d}\n"
            "      - {}\n"
            "      - {value: 1, date: 2020}\n"
            "      - range: [1,32, 2]\n"
            "      - range: [5, 2]\n"
            '      - {value: 1, op: "=<"}\n'
            "      - {value: 1, tolerance: some}\n"
            "      - date: 2023-02-31\n"
            "      - media_type: pdf\n"
            "      - text\n"
        ),
        [
            ("5:16", "F404", "'value' cannot be '0o17'", "value: 3000"),
            ("6:16", "F404", "'value' cannot be '12:30:00'", "value: 3000"),
            ("7:27", "F404", "'unit' cannot stand here: it goes with a value or a range", "remove"),
            ("8:9", "F404", "item 4 of 'expect' has none of 'value', 'range'", "add one"),
            ("9:9", "F404", "has 'value' and 'date', which exclude each other", "an item of its own"),
            ("10:16", "F404", "a decimal comma would cut a number in two", ""),
            ("11:16", "F404", "begins with its greater number", "write [2, 5]"),
            ("12:24", "F404", "'op' cannot be '=<'", "did you mean"),
            ("13:31", "F404", "'tolerance' cannot be 'some'", "tolerance: 0.5"),
            ("14:15", "F404", "'date' cannot be '2023-02-31'", ""),
            ("15:21", "F404", "'media_type' cannot be 'pdf'", "application/pdf"),
            ("16:9", "F404", "item 12 of 'expect' is the text 'text', where a mapping is expected", ""),
        ],
    ),
    (
        "values of the wrong kind",
        (
            "language: english\n"
            "aliases: [[a]]\n"
            "claims:\n"
            "  - claim: [a, b]\n"
            "    source: https://e.org\n"
            "    tags: []\n"
            "    locator: {page: 0}\n"
            "    ignore: yes\n"
            "    quote: [[a]]\n"
            "    notes: {a: b}\n"
        ),
        [
            ("1:11", "F404", "'language' cannot be 'english': a language is two letters", "language: en"),
            ("2:11", "F404", "item 1 of 'aliases': a group of aliases is a list of two names or more", ""),
            ("4:12", "F404", "'claim' is a list, where text", ""),
            ("6:11", "F404", "'tags' is empty", "leave it out"),
            ("7:21", "F404", "'page' cannot be '0'", "page: 12"),
            ("8:13", "F404", "'ignore' is the text 'yes': to ignore a claim takes a mapping with a 'reason'", "reason"),
            ("9:13", "F404", "item 1 of 'quote' is a list", ""),
            ("10:12", "F404", "'notes' is a mapping, where text", ""),
        ],
    ),
    (
        "sources of the wrong kind",
        (
            "sources:\n"
            "  a/b: https://e.org\n"
            "  c:\n"
            "claims:\n"
            "  - a b: {url: https://e.org, file: x}\n"
            "  - c d: {title: x}\n"
            "  - e f: [[https://e.org]]\n"
            "  - g h: {url: https://e.org, headers_from: HOME}\n"
        ),
        [
            ("2:3", "F404", "'a/b': the name of a source has no ':' and no '/'", "rename it"),
            ("3:3", "F404", "the source 'c' is empty", "give it a value"),
            ("5:10", "F404", "the source of claim 1 has 'url' and 'file', which exclude each other", "keep one"),
            ("6:10", "F404", "the source of claim 2 has none of 'url', 'file' and 'cite'", "add one"),
            ("7:11", "F404", "item 1 of the source of claim 3 is a list", ""),
            ("8:45", "F404", "begins with CLAIMCHECK_", "CLAIMCHECK_HEADERS"),
        ],
    ),
    (
        "mistakes of structure and of meaning, in file order",
        (
            "claims:\n"
            "  - {id: a, claim: b c, source: nowhere}\n"
            "  - {id: a, claim: d e, source: https://e.org, colour: red}\n"
            "  - f g: htps://e.org\n"
        ),
        [
            ("2:33", "F408", "no source of the name 'nowhere'", "'sources'"),
            ("3:10", "F406", "'a'", "rename"),
            ("3:48", "F403", "unknown key 'colour'", "the keys are"),
            ("4:10", "F404", "the scheme 'htps'", "did you mean 'https://e.org'?"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_every_mistake_is_told_at_its_place(
    text: str, expected: list[tuple[str, str, str, str]], problems: Callable[[str], tuple[Problem, ...]]
) -> None:
    told = problems(text)
    places = [(f"claims.yaml:{place}", code) for place, code, _, _ in expected]
    assert [(str(problem.location), problem.code.value) for problem in told] == places
    for problem, (_, _, message, hint) in zip(told, expected, strict=True):
        assert message in problem.message
        assert hint in problem.hint


def test_the_error_itself_names_the_first_problem(problems: Callable[[str], tuple[Problem, ...]]) -> None:
    first, second = problems("claims:\n  - a b\n  - c d\n")
    assert str(first.location) == "claims.yaml:2:5"
    assert str(second.location) == "claims.yaml:3:5"


def test_of_a_file_with_endless_mistakes_ten_thousand_are_told(problems: Callable[[str], tuple[Problem, ...]]) -> None:
    told = problems("claims:\n" + "  - {claim: a b, source: https://e.org, id: a, x: y}\n" * 12_000)
    assert 1000 < len(told) <= 10_001


def test_no_message_has_a_control_character(problems: Callable[[str], tuple[Problem, ...]]) -> None:
    told = problems('claims:\n  - "a b": "no\\u202e\\u200bwhere"\n  - "c\\nd\u2066 e":\n    "\\u202e": x\n')
    assert told
    assert all(problem.message.isprintable() and problem.hint.isprintable() for problem in told)
