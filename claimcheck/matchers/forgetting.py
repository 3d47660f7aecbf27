"""Letting go of the pages that matching keeps ready for the next claim on them.

What was worked out of a page is kept by small caches beside the functions that work it out.  A page of a million
characters takes tens of megabytes there: after one, they are emptied.  Tables of words are no pages and stay.
"""

import inspect
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from typing import Any

from claimcheck.matchers.passages import Passages

_FEW = 64
"""Entries of a cache, up to which it may hold whole pages; larger ones hold words and sentences."""
_HOUSE = "claimcheck."


def forget_pages() -> None:
    """Empty every cache of this program that goes by a page, or by a text of any length."""
    for cache in _caches():
        most: int | None = cache.cache_parameters()["maxsize"]
        if (most or _FEW + 1) <= _FEW and _goes_by_page(cache):
            cache.cache_clear()


def _caches() -> Iterator[Any]:
    modules = [module for name, module in list(sys.modules.items()) if name.startswith(_HOUSE)]
    for module in modules:
        yield from [held for held in list(vars(module).values()) if isinstance(held, _lru_cache_wrapper)]


def _goes_by_page(cache: Any) -> bool:
    parameters = inspect.signature(cache).parameters
    return "text" in parameters or any(p.annotation in {Passages, "Passages"} for p in parameters.values())
