"""Times the extraction of a folder of pages: ``python benchmarks/extracting.py FOLDER [REPEATS]``.

Prints, for each kind of page, how many there are and what 100 kB of them cost; for PDFs, pages a second.  The first
page of each kind is read once before, so that imports and the start of the process apart are not counted.
"""

import sys
import time
from collections import defaultdict
from pathlib import Path

from claimcheck.errors import UnreadableError
from claimcheck.extractors import PageExtractor
from claimcheck.model import Document, Page

REPEATS = 3


def read_folder(folder: Path) -> dict[str, list[Page]]:
    """Return the pages of a folder by their kind."""
    extractor = PageExtractor()
    kinds: dict[str, list[Page]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            page = Page(path.as_uri(), path.read_bytes())
            try:
                kinds[extractor.extract(page).media_type].append(page)
            except UnreadableError as error:
                print(f"{path.name}: {error.message}")
    return kinds


def time_pages(pages: list[Page], repeats: int) -> tuple[float, list[Document]]:
    """Return the best time for reading all pages, in seconds, and their documents."""
    extractor = PageExtractor()
    extractor.extract(pages[0])
    best = float("inf")
    documents: list[Document] = []
    for _ in range(repeats):
        began = time.perf_counter()
        documents = [extractor.extract(page) for page in pages]
        best = min(best, time.perf_counter() - began)
    return best, documents


def main(folder: str, repeats: int = REPEATS) -> None:
    """Print a line for each kind of page."""
    for kind, pages in read_folder(Path(folder)).items():
        seconds, documents = time_pages(pages, repeats)
        size = sum(len(page.body) for page in pages)
        blocks = sum(len(document.blocks) for document in documents)
        line = f"{kind}: {len(pages)} documents of {size / len(pages) / 1000:,.0f} kB, {blocks:,} blocks, "
        if kind == "application/pdf":
            sheets = sum(max((block.page or 1 for block in document.blocks), default=1) for document in documents)
            print(line + f"{sheets / seconds:,.0f} pages a second")
        else:
            print(line + f"{seconds * 1000 / size * 100_000:.2f} ms per 100 kB, {len(pages) / seconds:,.0f} a second")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
