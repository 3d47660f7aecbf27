"""``cite`` into CSL-JSON and BibTeX: what an entry gives, and what is said of one that cannot be used."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.model import ClaimsFile, Problem, Source

Load = Callable[[str], ClaimsFile]
Problems = Callable[[str], tuple[Problem, ...]]

CSL = [
    {
        "id": "hao2022",
        "type": "article-magazine",
        "title": "How the AI industry profits from catastrophe",
        "author": [{"family": "Hao", "given": "Karen"}, {"literal": "World\u202e Bank"}],
        "container-title": "MIT Technology Review",
        "publisher": "MIT",
        "URL": "https://www.technologyreview.com/2022/04/20/1050392/#:~:text=ground%20zero",
        "issued": {"date-parts": [[2022, 4, 20]]},
        "accessed": {"date-parts": [["2024", "11"]]},
        "language": "en-US",
    },
    {"id": 7, "title": "A book", "DOI": "10.1000/xyz", "issued": {"raw": "2001"}},
    {"id": "nowhere", "title": "A pamphlet"},
    {"id": "twice", "URL": "https://e.org/1"},
    {"id": "twice", "URL": "https://e.org/2"},
    {"id": "odd", "URL": "https://e.org/odd", "issued": {"date-parts": [[2023, 2, 31]]}, "author": "Someone"},
    {"id": "local", "URL": "file:///etc/passwd"},
]

BIBTEX = r"""
% an export
@string{tc = "TechCabal"}
@article{hao2022,
	title = {How the {AI} industry profits from catastrophe},
	url = {https://www.technologyreview.com/2022/04/20/1050392/},
	urldate = {2024-11-02},
	journal = {MIT Technology Review},
	author = {Hao, Karen and Hern{\'a}ndez, Andrea Paola and {World Bank}},
	date = {2022-04-20},
	langid = {english},
}
@online{sama, title = "Sama to hire", year=2023, month=sep, publisher = tc, url={https://techcabal.com/a\_b\%20c/?x=1\&y=2}}
@misc{tex, title={Caf\'e {\"u}ber \& Co}, howpublished={\url{https://example.org/tex}}, year={forthcoming}}
@book{doi, title={A book}, year=2001, doi={10.1000/xyz}}
@book{nowhere, title={A pamphlet}}
@misc{twice, url={https://e.org/1}}
@misc{twice, url={https://e.org/2}}
@misc{fields, title={x}, title={y}, url={https://e.org}}
@misc{open, title={never closed, url={https://e.org}
@misc{after, url={https://e.org/after}}
"""


@pytest.fixture
def cite(folder: Path, load: Load) -> Callable[[str, str], Source]:
    def cited(name: str, key: str) -> Source:
        _write(folder)
        (claim,) = load(f"bibliography: {name}\nclaims:\n  - a b: {{cite: {key}}}\n").claims
        return claim.sources[0]

    return cited


def _write(folder: Path) -> None:
    (folder / "refs.json").write_text(json.dumps(CSL), encoding="utf-8")
    (folder / "refs.bib").write_text(BIBTEX, encoding="utf-8")


def test_a_csl_entry_gives_all_it_knows(cite: Callable[[str, str], Source]) -> None:
    source = cite("refs.json", "hao2022")
    assert source.address == "https://www.technologyreview.com/2022/04/20/1050392/"
    assert [quote.exact for quote in source.quotes] == ["ground zero"]
    assert source.title == "How the AI industry profits from catastrophe"
    assert (source.author, source.publisher) == ("Karen Hao; World Bank", "MIT Technology Review")
    assert (source.issued, source.accessed, source.language) == ("2022-04-20", "2024-11", "en")
    assert str(source.location) == "claims.yaml:3:10"


def test_a_bibtex_entry_gives_all_it_knows(cite: Callable[[str, str], Source]) -> None:
    source = cite("refs.bib", "hao2022")
    assert source.address == "https://www.technologyreview.com/2022/04/20/1050392/"
    assert source.title == "How the AI industry profits from catastrophe"
    assert source.author == "Karen Hao; Andrea Paola Hernández; World Bank"
    assert (source.publisher, source.issued) == ("MIT Technology Review", "2022-04-20")
    assert (source.accessed, source.language) == ("2024-11-02", "en")


# bibliography, key, address, title, issued
ENTRIES = [
    ("refs.json", "7", "https://doi.org/10.1000/xyz", "A book", "2001"),
    ("refs.json", "odd", "https://e.org/odd", "", ""),
    ("refs.bib", "sama", "https://techcabal.com/a_b%20c/?x=1&y=2", "Sama to hire", "2023-09"),
    ("refs.bib", "tex", "https://example.org/tex", "Café über & Co", ""),
    ("refs.bib", "doi", "https://doi.org/10.1000/xyz", "A book", "2001"),
    ("refs.bib", "after", "https://e.org/after", "", ""),
    ("[refs.json, refs.bib]", "sama", "https://techcabal.com/a_b%20c/?x=1&y=2", "Sama to hire", "2023-09"),
]


@pytest.mark.parametrize(
    ("name", "key", "address", "title", "issued"), ENTRIES, ids=[f"{r[0]} {r[1]}" for r in ENTRIES]
)
def test_an_entry_is_a_source(
    name: str, key: str, address: str, title: str, issued: str, cite: Callable[[str, str], Source]
) -> None:
    source = cite(name, key)
    assert (source.address, source.title, source.issued) == (address, title, issued)


def test_what_the_claims_file_says_wins_over_the_entry(load: Load, folder: Path) -> None:
    _write(folder)
    (claim,) = load(
        "bibliography: refs.json\nclaims:\n  - a b: {cite: hao2022, title: Another, issued: 2022-05}\n"
    ).claims
    assert (claim.sources[0].title, claim.sources[0].issued) == ("Another", "2022-05")
    assert claim.sources[0].publisher == "MIT Technology Review"


def test_a_named_source_may_cite(load: Load, folder: Path) -> None:
    _write(folder)
    (claim,) = load("bibliography: refs.json\nsources: {h: {cite: hao2022}}\nclaims:\n  - a b: h\n").claims
    assert (claim.sources[0].name, claim.sources[0].issued) == ("h", "2022-04-20")


# bibliography, key, location, code, a part of the message, a part of the hint
UNUSABLE = [
    ("refs.json", "hao2023", "F408", "has no entry 'hao2023'", "did you mean 'hao2022'?"),
    ("refs.bib", "hao_2022", "F408", "has no entry 'hao_2022'", "did you mean 'hao2022'?"),
    ("refs.json", "zzzzzzzz", "F408", "has no entry", "check the key"),
    ("refs.json", "nowhere", "F409", "'nowhere' of the bibliography has no address", "URL or a DOI in refs.json"),
    ("refs.bib", "nowhere", "F409", "has no address", "URL or a DOI in refs.bib"),
    ("refs.json", "twice", "F409", "its key is there twice", "mend"),
    ("refs.bib", "twice", "F409", "its key is there twice", "mend"),
    ("[refs.json, refs.bib]", "hao2022", "F409", "its key is there twice", "mend"),
    ("refs.bib", "fields", "F409", "it has title twice (line 19 of refs.bib)", "mend"),
    ("refs.bib", "open", "F409", "it is no BibTeX (line 20 of refs.bib)", "mend"),
    ("refs.json", "local", "F404", "scheme 'file' cannot be read", "https"),
]


@pytest.mark.parametrize("row", UNUSABLE, ids=[f"{row[0]} {row[1]}" for row in UNUSABLE])
def test_an_entry_that_cannot_be_used_is_told(row: tuple[str, ...], problems: Problems, folder: Path) -> None:
    name, key, code, message, hint = row
    _write(folder)
    (problem,) = problems(f"bibliography: {name}\nclaims:\n  - a b: {{cite: {key}}}\n")
    assert (str(problem.location), problem.code.value) == ("claims.yaml:3:17", code)
    assert message in problem.message
    assert hint in problem.hint


# what stands in the bibliography, location, a part of the message
BROKEN = [
    (b'[{"id": "k",]', "refs:1:13", "not valid JSON"),
    (b'[{"title": "x"}]', "refs:1:1", "every entry has an 'id'"),
    (b'["k"]', "refs:1:1", "every entry has an 'id'"),
    (b"[" * 100_000, "refs:1:1", "JSON that no bibliography has"),
    (b'[{"id": ' + b"9" * 5000 + b"}]", "refs:1:1", "JSON that no bibliography has"),
    (b"<html>", "refs:1:1", "neither CSL-JSON nor BibTeX"),
    (b"", "refs:1:1", "neither CSL-JSON nor BibTeX"),
    (b"@misc{k, title={caf\xe9}}", "refs:1:20", "not UTF-8"),
    (b"@a{" * 60_000, "refs:1:1", "more than 50,000 entries"),
]


@pytest.mark.parametrize(("body", "location", "message"), BROKEN, ids=[row[0][:20].decode("latin-1") for row in BROKEN])
def test_a_bibliography_that_cannot_be_used_is_told_once(
    body: bytes, location: str, message: str, problems: Problems, folder: Path
) -> None:
    (folder / "refs").write_bytes(body)
    (problem,) = problems("bibliography: refs\nclaims:\n  - a b: {cite: k}\n  - c d: {cite: l}\n")
    assert (str(problem.location), problem.code.value) == (location, "F409")
    assert message in problem.message


PLACES = [
    ("bibliography: refs.bob", "1:15", "F409", "does not exist", "did you mean 'refs.bib'?"),
    ("bibliography: [refs.json, nowhere.json]", "1:27", "F409", "does not exist", ""),
    ("bibliography: ../refs.json", "1:15", "F412", "leads out", "copy"),
    ("bibliography: /etc/passwd", "1:15", "F412", "is absolute", "copy"),
    ("bibliography: []", "1:15", "F404", "is empty", ""),
]


@pytest.mark.parametrize("row", PLACES, ids=[row[0] for row in PLACES])
def test_a_bibliography_is_a_file_in_the_folder(row: tuple[str, ...], problems: Problems, folder: Path) -> None:
    line, place, code, message, hint = row
    _write(folder)
    (problem,) = problems(f"{line}\nclaims:\n  - a b: {{cite: nobody}}\n")
    assert (str(problem.location), problem.code.value) == (f"claims.yaml:{place}", code)
    assert message in problem.message
    assert hint in problem.hint


def test_a_key_without_a_bibliography_is_told(problems: Problems) -> None:
    (problem,) = problems("claims:\n  - a b: {cite: hao2022}\n")
    assert (str(problem.location), problem.code.value) == ("claims.yaml:2:17", "F409")
    assert "names no bibliography" in problem.message
    assert "bibliography: references.json" in problem.hint


@pytest.mark.parametrize("written", ["hao2022", "'@hao2022'"])
def test_a_key_written_as_a_name_is_recognised(written: str, problems: Problems, folder: Path) -> None:
    _write(folder)
    (problem,) = problems(f"bibliography: refs.json\nclaims:\n  - a b: {written}\n")
    assert problem.code.value == "F408"
    assert "source: {cite: hao2022}" in problem.hint


def test_a_bibliography_that_nothing_cites_is_not_read(load: Load, folder: Path) -> None:
    (folder / "refs.bib").write_text("no bibliography at all")
    assert load("bibliography: refs.bib\nclaims:\n  - a b: https://e.org\n").claims


def test_strings_that_double_each_other_take_no_memory(cite: Callable[[str, str], Source], folder: Path) -> None:
    doubling = "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 60))
    (folder / "bomb.bib").write_text(
        f'@string{{a0 = "xx"}}\n{doubling}@misc{{k, title = a59, url={{https://e.org}}}}\n'
    )
    assert len(cite("bomb.bib", "k").title) < 100


def test_what_a_parser_says_of_a_broken_entry_stays_off_the_terminal(
    cite: Callable[[str, str], Source], capfd: pytest.CaptureFixture[str]
) -> None:
    cite("refs.bib", "after")
    assert capfd.readouterr() == ("", "")


def test_without_the_extra_its_name_is_told(folder: Path) -> None:
    _write(folder)
    (folder / "claims.yaml").write_text("bibliography: refs.bib\nclaims:\n  - a b: {cite: sama}\n")
    program = (
        "import sys; sys.modules['bibtexparser'] = None\n"
        "from claimcheck.claimsfile import load_claims\n"
        "from claimcheck.errors import ClaimsFileError\n"
        "try: load_claims('claims.yaml')\n"
        "except ClaimsFileError as error: print(error, error.hint)\n"
    )
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(root)!r})\n{program}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "refs.bib:1:1: reading BibTeX takes a library that is not installed" in run.stdout
    assert "pip install 'claimcheck-cli[bibtex]'" in run.stdout
