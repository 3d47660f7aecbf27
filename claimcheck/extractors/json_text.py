"""Stage 4, extract: JSON → Document: a paragraph for every text, a ``key: value`` line for every other value.

A list of flat objects is a table: every object is a row, its keys are the headers.  The names on the way to a value are
its section.  Values, depth and size are bounded.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
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
_BEGINNING = 1_500_000
"""Characters whose values fit the memory of the process apart, even where every four of them are one."""
_STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{},]', re.DOTALL)
"""A string, which is passed over, or a mark that structures."""
_CLOSED_BY = {"[": "]", "{": "}"}


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


def read_beginning(page: Page, media_type: str, *, selector: str = "") -> Document:
    """Return the values at the beginning of a JSON document that takes too much memory as a whole, said to be cut.

    Raises:
        UnreadableError: as ``read_json`` does.
    """
    source = decode_body(page.body, page.charset)
    if len(source) <= _BEGINNING:
        return read_json(page, media_type, selector=selector)
    body = _close(source[:_BEGINNING]).encode("utf-8", "surrogatepass")
    document = read_json(replace(page, body=body, charset="utf-8"), media_type, selector=selector)
    return replace(document, truncated=document.truncated or f"the first {_BEGINNING:,} characters of its JSON")


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


def _close(beginning: str) -> str:
    """Return the beginning of a JSON document, cut behind its last whole item and closed; of lines, the whole ones."""
    if "\n" in beginning and _is_lines(beginning):
        return beginning[: beginning.rindex("\n")]
    open_now: list[str] = []
    end, still_open = 0, [""]
    for found in _STRUCTURE.finditer(beginning):
        mark = found.group()
        if mark in _CLOSED_BY:
            open_now.append(_CLOSED_BY[mark])
        elif mark == ",":
            end, still_open = found.start(), open_now[: _DEEPEST + 1]
        elif open_now and mark in "]}":
            open_now.pop()
    return beginning[:end] + "".join(reversed(still_open))


def _is_lines(beginning: str) -> bool:
    try:
        json.loads(beginning[: beginning.index("\n")])
    except (ValueError, RecursionError):
        return False
    return True
