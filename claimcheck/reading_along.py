"""Beside the pipeline: the article that makes the claims, read for the reports that show it.

The article is fetched and read like any source, after all of them, so that the guard of addresses, the bounds of time
and size and the refusal of paths that lead out of the folder hold for it too.  No verdict rests on it.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePosixPath

from claimcheck.enums import Role, StateClass
from claimcheck.errors import UnreadableError
from claimcheck.languages import language_of
from claimcheck.model import Article, ClaimsFile, Document, Location, Report, Source, Span
from claimcheck.ports import Extractor, Fetcher, Listener, Pipeline, ValueReader
from claimcheck.redaction import redact
from claimcheck.text import sentences

_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".pdf", ".rst", ".xml"})
"""What the name of a file ends in: with one of these, an article that is not there is missing, and no title."""
_DENIAL = " [denial]"
"""How a value reader marks what is neither a figure nor a date."""
MOST_SENTENCES = 5_000
"""Sentences that are looked at for figures and dates; the longest articles have a tenth of it."""


class ArticleReader:
    """Reads the article that a claims file names."""

    def __init__(self, fetcher: Fetcher, extractor: Extractor, values: ValueReader) -> None:
        self._fetcher = fetcher
        self._extractor = extractor
        self._values = values

    async def read(self, claims_file: ClaimsFile) -> Article | None:
        """Return the article; none where the file names none.  Whatever goes wrong is its ``detail``."""
        name = claims_file.article.strip()
        if not name:
            return None
        shown, on_the_web = redact(name), name.startswith(("http://", "https://"))
        address = name.partition("#")[0] if on_the_web else f"file:{name}"
        fetched = await self._fetcher.fetch(Source(address, Location(claims_file.path, 1, 1)))
        if fetched.page is None or fetched.state.state_class is not StateClass.PRESENT:
            if not on_the_web and not _looks_like_a_file(name):
                return Article(shown)
            return Article(shown, detail=f"{fetched.unseen or fetched.state.label} ({redact(fetched.detail)})")
        try:
            document = self._extractor.extract(fetched.page)
        except UnreadableError as error:
            return Article(shown, detail=error.message)
        return Article(shown, document, self._stating(document, claims_file.language))

    def _stating(self, document: Document, language: str) -> tuple[Span, ...]:
        """Return the sentences of the article's own text that state a figure or a date."""
        spoken = language or document.language or language_of(document.text)
        issued = document.issued.day if document.issued else None
        blocks = [block for block in document.blocks if not (block.role.is_boilerplate or block.role is Role.HEADING)]
        spans = [span for block in blocks for span in sentences(document.text, block.span)][:MOST_SENTENCES]
        return tuple(span for span in spans if self._states(document.text[slice(*span)], spoken, issued))

    def _states(self, sentence: str, language: str, issued: date | None) -> bool:
        values = self._values.read_values(sentence, language, issued)
        return any(not value.endswith(_DENIAL) for value in values)


def _looks_like_a_file(name: str) -> bool:
    return "/" in name or PurePosixPath(name).suffix.lower() in _ENDINGS


class IllustratedPipeline:
    """Another pipeline, whose reports come with the article and the moment."""

    def __init__(self, pipeline: Pipeline, reader: ArticleReader, now: Callable[[], datetime]) -> None:
        """Take the pipeline, whoever reads articles, and whoever tells the time in UTC."""
        self._pipeline = pipeline
        self._reader = reader
        self._now = now

    async def verify(
        self, claims_file: ClaimsFile, ids: Collection[str] = (), *, listener: Listener | None = None
    ) -> Report:
        """Return the report; of a run that was interrupted, without the article: nobody waits for it any more."""
        report = await self._pipeline.verify(claims_file, ids, listener=listener)
        article = None if report.interrupted else await self._reader.read(claims_file)
        return replace(report, article=article, made_at=self._now())
