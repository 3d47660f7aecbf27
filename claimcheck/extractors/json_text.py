"""Stage 4, extract: JSON → Document: a paragraph for every text, a ``key: value`` line for every other value.

A list of flat objects is a table: every object is a row, its keys are the headers.  The names on the way to a value are
its section.  Values, depth and size are bounded.
"""

import json
from collections.abc import Iterator
from typing import Any

from claimcheck.enums import Role
from claimcheck.errors import UnreadableError
from claimcheck.extractors.charsets import decode_body
from claimcheck.extractors.drafting import CellDraft, Draft, assemble, tidy
from claimcheck.extractors.selecting import refuse_selector
from claimcheck.model import Document, Page

_DEEPEST = 60
_MOST_BYTES = 20_000_000
_MOST_DRAFTS = 50_000
_LONGEST = 5_000


def read_json(page: Page, media_type: str, *, selector: str = "") -> Document:
    """Return the values of a JSON document, or of one JSON document a line.

    Raises:
        UnreadableError: it is no JSON, or too big or too deep; or a selector is given.
    """
    refuse_selector(selector, media_type)
    if len(page.body) > _MOST_BYTES:
        raise UnreadableError(f"the JSON is larger than {_MOST_BYTES // 1_000_000} MB")
    source = decode_body(page.body, page.charset)
    try:
        value = _parse(source)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("the JSON is broken, or nested too deep") from error
    drafts: list[Draft] = []
    cut = ""
    for draft in _walk(value, (), 0):
        if len(drafts) >= _MOST_DRAFTS:
            cut = f"the first {_MOST_DRAFTS:,} values"
            break
        drafts.append(draft)
    text, blocks, truncated = assemble(drafts)
    title = value.get("title") or value.get("name") if isinstance(value, dict) else ""
    return Document(
        text,
        blocks,
        title=tidy(title)[:300] if isinstance(title, str) else "",
        media_type=media_type,
        truncated=cut or truncated,
    )


def _parse(source: str) -> Any:
    try:
        return json.loads(source)
    except ValueError:
        lines = [line for line in source.split("\n") if line.strip()]
        if len(lines) < 2:  # noqa: PLR2004 - one document that is broken
            raise
        return [json.loads(line) for line in lines]


def _walk(value: Any, path: tuple[str, ...], depth: int) -> Iterator[Draft]:
    section = " \u203a ".join(path[:-1])
    if isinstance(value, dict):
        if depth < _DEEPEST:
            for name, held in value.items():
                yield from _walk(held, (*path, name), depth + 1)
    elif isinstance(value, list):
        if _is_table(value):
            yield from (_row(item, " \u203a ".join(path)) for item in value)
        elif depth < _DEEPEST:
            for held in value:
                yield from _walk(held, path, depth + 1)
    elif isinstance(value, str) and " " in value.strip():
        yield from (Draft(tidy(line), section=" \u203a ".join(path)) for line in value.split("\n") if line.strip())
    elif value is not None and value != "":
        name = f"{path[-1]}: " if path else ""
        yield Draft(tidy(f"{name}{_say(value)}"), Role.LIST_ITEM, section=section)


def _is_table(value: list[Any]) -> bool:
    return len(value) > 1 and all(
        isinstance(item, dict)
        and item
        and all(
            held is None or (isinstance(held, str | int | float) and len(str(held)) < _LONGEST)
            for held in item.values()
        )
        for item in value
    )


def _row(item: dict[str, Any], section: str) -> Draft:
    cells = [CellDraft(tidy(_say(held)), tidy(name)) for name, held in item.items() if held is not None and held != ""]
    return Draft(" ".join(cell.text for cell in cells), Role.TABLE_ROW, section, cells=cells)


def _say(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
