"""Times the readers and the matcher on hostile text: ``python benchmarks/matching/fuzz.py [--size N] [NAME …]``.

Each text is one thing over and over, as many characters of it as asked for (a million where nobody asks).  Printed
is what each reader and a whole match spend of CPU time, in seconds, the garbage collector looking as seldom as in a
run.  A second for a million characters is the aim: what takes far longer has a cost that grows faster than its text.
"""

import argparse
import time
from collections.abc import Callable
from typing import NamedTuple

from claimcheck.enums import Role
from claimcheck.languages import language_of
from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.matchers.names import read_names
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.quotes import words_of
from claimcheck.matchers.words import attributions, clauses, modalities, negations, past_values, terms
from claimcheck.model import Block, Claim, Document, Location, Quote, Source
from claimcheck.processes import collect_seldom
from claimcheck.text import sentences

MILLION = 1_000_000
SLOW = 1.5
"""Seconds for a million characters from which a figure is marked."""
TEXTS = {
    "digits": "7",
    "spaces": " ",
    "letters": "a",
    "brackets": "(",
    "nested": "([{",
    "quotes": '"',
    "apostrophes": "'",
    "dots": ".",
    "spaced dots": ". ",
    "dashes": "-",
    "numbers": "1,",
    "spaced numbers": "1, ",
    "values": "$5 ",
    "shares": "5 % ",
    "years": "2019 ",
    "dates": "3 May 2019, ",
    "capitals": "A ",
    "names": "Ann ",
    "nots": "not ",
    "wills": "will ",
    "plans": "plans to ",
    "froms": "down from 5 ",
    "former": "the former 5 ",
    "and": "and ",
    "commas": "a, ",
    "lines": "a\n",
    "one line": "x1-",
    "combining": "e\u0301",
    "marks": "\u0301",
    "right to left": "\u05e9\u05dc\u05d5\u05dd ",
    "Chinese": "\u4e2d\u6587",
    "dotted capitals": "U.S.",
    "elisions": "l'",
    "negated": "n't",
    "spelled": "one hundred ",
    "article": "the ",
    "quoted": '"Ann Lee" ',
    "spelled out": "milliards de ",
}
PLACE = Location("fuzz", 1, 1)
SOURCE = Source("https://cases.example/hostile", PLACE)
CLAIM = (
    "Ann Lee did not plan to pay 5 dollars an hour to 7 workers on 3 May 2019, \u201cnot a penny more\u201d, she said."
)


class Work(NamedTuple):
    """One thing to be timed."""

    name: str
    run: Callable[[str, str], object]


def page(text: str) -> Document:
    """Return a text as a page of one paragraph a line."""
    blocks, begin = [], 0
    for line in text.splitlines(keepends=True):
        blocks.append(Block(Role.PARAGRAPH, (begin, begin + len(line.rstrip("\n")))))
        begin += len(line)
    return Document(text, tuple(blocks), "A page", "en")


def match(text: str, language: str) -> object:
    """Match a claim that asks for everything with a page."""
    claim = Claim("hostile", CLAIM, (SOURCE,), PLACE, language=language, quotes=(Quote("not a penny more than that"),))
    return RuleMatcher().match(claim, page(text), SOURCE)


def read_claim(text: str, language: str) -> object:
    """Match a claim that is itself hostile with a plain page; a claims file holds no claim as long as a page."""
    claim = Claim("hostile", text[:10_000], (SOURCE,), PLACE, language=language)
    return RuleMatcher().match(claim, page("Ann Lee paid 5 dollars an hour to 7 workers on 3 May 2019."), SOURCE)


WORKS = (
    Work("sentences", lambda text, _: sentences(text)),
    Work("language", lambda text, _: language_of(text)),
    Work("terms", terms),
    Work("clauses", lambda text, language: clauses(text, None, language)),
    Work("dates", read_dates),
    Work("quantities", read_quantities),
    Work("names", read_names),
    Work("words", lambda text, _: words_of(text)),
    Work("negations", negations),
    Work("modalities", modalities),
    Work("past", past_values),
    Work("attributions", attributions),
    Work("claim", read_claim),
    Work("match", match),
)


def main() -> None:
    """Print a row of figures for each text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[[], *TEXTS], help="the texts to try; all where none is named")
    parser.add_argument("--size", type=int, default=MILLION)
    parser.add_argument("--language", default="en")
    parser.add_argument("--work", action="append", choices=[work.name for work in WORKS])
    options = parser.parse_args()
    works = [work for work in WORKS if not options.work or work.name in options.work]
    for work in works:
        work.run("Ann paid 5 dollars on 3 May 2019.", options.language)
    collect_seldom()
    print(f"{'':16}" + "".join(f"{work.name:>13}" for work in works))
    for name in options.names or TEXTS:
        text = TEXTS[name] * (options.size // len(TEXTS[name]))
        row = f"{name:16}"
        for work in works:
            began = time.process_time()
            work.run(text, options.language)
            spent = time.process_time() - began
            slow = spent > SLOW * options.size / MILLION
            row += f"{spent:12.2f}{'!' if slow else ' '}"
        print(row, flush=True)


if __name__ == "__main__":
    main()
