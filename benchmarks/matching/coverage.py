"""Tell what share of the words of true claims meets their page, and which words stay without a meeting.

    python benchmarks/matching/coverage.py CASES.jsonl … [--words N] [--language CODE] [--label LABEL]

The cases are those of ``run.py``.  Of each claim labelled supported (or as asked) the content words are taken, and a
word is met where the page has one that names the same thing or a kind of it.  Dates and quantities are left out, as in
the matcher.  Words count by their weight, per pair of languages.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.words import Term, TermKind, covers, related, terms, weight

Case = dict[str, Any]


def read_cases(paths: Iterable[Path], label: str = "supported") -> Iterator[tuple[str, str, str, str]]:
    """Give claim, its language, the page's text and its language of each case of a label."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            case: Case = json.loads(line)
            if (case.get("verdict") or case.get("label")) != label:
                continue
            sentences = case["evidence"]
            text = case.get("source_text") or (sentences if isinstance(sentences, str) else "\n".join(sentences))
            language = case.get("claim_lang") or case["lang"]
            yield case["claim"], language, text, case.get("source_lang") or case["evidence_lang"]


def read_words(claim: str, language: str) -> Iterator[Term]:
    """Give the content words of a claim that stand in no date and no quantity."""
    dates = read_dates(claim, language)
    values = [date.span for date in dates]
    values += [quantity.span for quantity in read_quantities(claim, language, dates=dates)]
    for word in terms(claim, language):
        inside = any(begin <= word.span[0] and word.span[1] <= end for begin, end in values)
        if word.kind is TermKind.CONTENT and not inside:
            yield word


def is_met(word: Term, page: list[Term]) -> bool:
    """Whether a page has a word that names what a claim's word names, or a kind of it."""
    return any(related(word, other) or covers(word, other) for other in page)


def main() -> int:
    """Print the share per pair of languages, then the words that meet nothing most often."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--words", type=int, default=40, help="how many unmet words to print")
    parser.add_argument(
        "--label", default="supported", help="only claims of this label; not_found shows chance meetings"
    )
    parser.add_argument("--language", help="only claims of this language")
    options = parser.parse_args()
    whole: dict[str, float] = defaultdict(float)
    met: dict[str, float] = defaultdict(float)
    claims: Counter[str] = Counter()
    unmet: dict[str, Counter[str]] = defaultdict(Counter)
    for claim, language, text, page_language in read_cases(options.cases, options.label):
        if options.language and language != options.language:
            continue
        page = terms(text, page_language)
        pair = f"{language} > {page_language}"
        claims[pair] += 1
        for word in read_words(claim, language):
            whole[pair] += weight(word)
            if is_met(word, page):
                met[pair] += weight(word)
            else:
                unmet[language][word.surface.lower()] += 1
    for pair, count in claims.most_common():
        print(f"{pair}  {count:5} claims  {100 * met[pair] / max(1.0, whole[pair]):5.1f} %")
    print(f"all      {claims.total():5} claims  {100 * sum(met.values()) / max(1.0, sum(whole.values())):5.1f} %")
    for language, words in sorted(unmet.items()):
        common = ", ".join(f"{word} {count}" for word, count in words.most_common(options.words))
        print(f"\n{language}: {common}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
