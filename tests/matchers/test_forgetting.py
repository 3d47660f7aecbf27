"""What was kept of a page is let go of when that is asked for, and the page is read alike again."""

import gc

from pipeline.fakes import claim, document, source

from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.matchers.passages import Passages

TEXT = (
    "The yard on the river had 340 welders in 2019, 25 of them women. In March 2024 it had 512, of whom 60 were women. "
    "Each was paid between 14.20 and 18.90 euros an hour, the union said on 3 May 2024. The director said 21 euros."
)


def kept() -> int:
    gc.collect()
    return sum(isinstance(held, Passages) for held in gc.get_objects())


def test_nothing_of_a_page_is_kept_when_it_is_forgotten() -> None:
    matcher, cited = RuleMatcher(), source()
    texts = (
        "The yard had 512 welders in March 2024, 60 of them women.",
        "Its welders earned between 14.20 and 18.90 euros an hour, the union said.",
        "The number of welders rose by 172 between 2019 and 2024.",
        "The yard has 700 welders, said the director on 3 May 2024.",
    )
    said = [matcher.match(claim("one", cited, text=text), document(TEXT), cited) for text in texts]
    assert kept()
    matcher.forget()
    assert kept() == 0
    assert [matcher.match(claim("one", cited, text=text), document(TEXT), cited) for text in texts] == said
