"""Places whose blocks have none of the claim's words share one alignment; it is the one each has by itself."""

from claimcheck.extractors import PageExtractor
from claimcheck.matchers.context import Context
from claimcheck.matchers.names import Aliases
from claimcheck.matchers.passages import Passages
from claimcheck.matchers.reading import read_claim
from claimcheck.model import Claim, Location, Page, Source

PLACE = Location("claims.yaml", 1, 1)
SOURCE = Source("https://news.example/a", PLACE)
CLAIM = "Ilsa Varnholt paid 4,200 euros for the mill in Orrenby."
PAGE = """<html lang=en><title>The week</title><body><main>
<p>Rain fell on 14 days of the month.</p>
<p>Ilsa Varnholt grew up there.</p>
<p>She took 900 steps that day.</p>
<h2>The mill in Orrenby</h2>
<p>Rain fell on 11 days of the season.</p>
<p>Snow fell on 3 days of the season.</p>
</main></body></html>"""


def _context() -> Context:
    document = PageExtractor().extract(Page(SOURCE.address, PAGE.encode(), "text/html", "utf-8"))
    passages = Passages(document, "en")
    reading = read_claim(Claim("a", CLAIM, (SOURCE,), PLACE, language="en"), "en")
    return Context(reading, passages, Aliases(()), SOURCE.address)


def test_a_place_is_aligned_the_same_whatever_was_aligned_before_it() -> None:
    together = _context()
    aligner = together.aligner(together.reading.assertions[0])
    for sentence in together.passages.sentences:
        alone = Context(together.reading, together.passages, together.aliases, together.source)
        by_itself = alone.aligner(alone.reading.assertions[0]).at(sentence)
        assert aligner.at(sentence) == by_itself, sentence.text


def test_the_name_before_a_pronoun_in_another_paragraph_reaches_past_a_place_without_words() -> None:
    context = _context()
    aligner = context.aligner(context.reading.assertions[0])
    by_text = {sentence.text: aligner.at(sentence) for sentence in context.passages.sentences}
    plain, meant = by_text["Rain fell on 14 days of the month."], by_text["She took 900 steps that day."]
    assert max(s.nearness for s in meant.shared if s.name) > max(s.nearness for s in plain.shared if s.name)
