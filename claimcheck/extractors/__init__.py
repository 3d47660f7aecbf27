"""Stage 4, extract: the bytes of a page become a document, by media type."""

from claimcheck.extractors.page import PageExtractor

__all__ = ["PageExtractor"]
