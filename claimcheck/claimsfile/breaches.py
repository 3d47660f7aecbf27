"""Stage 1, load: one breach of the schema → what is wrong, in the writer's terms, and the way out.

The words about a key come from the schema itself (``title``, ``description``, ``examples``, ``errorMessage`` and
``patternErrorMessage``, the last two as editors show them), so that a key is described in one place.
"""

import json
from collections.abc import Sequence
from typing import Any, TypeAlias

from claimcheck.claimsfile.complaints import shown
from claimcheck.claimsfile.schema import Violation, properties_of
from claimcheck.claimsfile.tree import ListNode, Mapping, Node, Path, Scalar, is_sentence
from claimcheck.enums import Code

Explained: TypeAlias = tuple[Code, str, str]
"""A code, a message and a hint."""

_KINDS = {
    "string": "text",
    "number": "a number",
    "integer": "a number",
    "boolean": "text",
    "array": "a list",
    "object": "a mapping",
}
_OPERATORS = {
    "==": "=", "≥": ">=", "=>": ">=", "⩾": ">=", "≤": "<=", "=<": "<=", "⩽": "<=", "≈": "~", "~=": "~", "≃": "~",
    "about": "~", "approx": "~", "around": "~", "more than": ">", "less than": "<", "at least": ">=", "at most": "<=",
    "up to": "<=", "equal": "=", "eq": "=", "gt": ">", "lt": "<", "ge": ">=", "gte": ">=", "le": "<=", "lte": "<=",
}  # fmt: skip
"""Operators as others write them; they are not near to ours in letters."""
_ADD_CLAIM = 'add one: - "the claim": https://example.org/source'


def explain(node: Node, violation: Violation) -> Explained:
    """Return what is wrong with a node; unknown keys, of which there may be several, are told elsewhere."""
    path, schema, name = violation.path, violation.schema, name_of(violation.path)
    match violation.keyword:
        case "type":
            return _explain_type(node, path, schema)
        case "enum":
            return _explain_version(node) if path == ("version",) else _explain_enum(node, name, schema)
        case "pattern":
            return _explain_pattern(node, path, schema)
        case "required":
            return _explain_required(node, path, schema)
        case "oneOf":
            return _explain_one_of(node, name, schema)
        case "false":
            return Code.BAD_VALUE, f"{name} cannot stand here: {schema['errorMessage']}", "remove one of the two"
        case "minItems" if path == ("claims",):
            return Code.NO_CLAIMS, "there is no claim", _ADD_CLAIM
        case "minItems" | "maxItems" if "errorMessage" in schema:
            return Code.BAD_VALUE, f"{name}: {schema['errorMessage']}", ""
        case "minItems" | "minProperties":
            return Code.BAD_VALUE, f"{name} is empty", "give it a value, or leave it out"
        case "maxLength":
            return Code.BAD_VALUE, f"{name} is longer than {schema['maxLength']:,} characters", "shorten it"
        case _:
            return Code.BAD_VALUE, f"{name} is not in the form that the schema asks for", "see 'claimcheck schema'"


def is_newer(version: Node) -> bool:
    """Return whether a version that is not the current one is later than it."""
    text = (version.text or "") if isinstance(version, Scalar) else ""
    return text.isascii() and text.isdigit() and text.lstrip("0") not in {"", "1"}


def name_of(path: Path) -> str:
    """Return how a message calls the value at a path: its key, or which item of which key it is."""
    if not path:
        return "the file"
    last = path[-1]
    if isinstance(last, int):
        return f"claim {last + 1}" if tuple(path[:-1]) == ("claims",) else f"item {last + 1} of {name_of(path[:-1])}"
    if len(path) == 3 and path[0] == "claims" and is_sentence(last):  # noqa: PLR2004 - claims, index, key
        return f"the source of {name_of(path[:-1])}"
    return f"the source {shown(last)}" if tuple(path[:-1]) == ("sources",) else shown(last)


def inside(path: Path) -> str:
    """Return the end of a message that says in what a key stands."""
    return f" in {name_of(path)}" if path else ""


def listed(words: Sequence[str], last: str = "and", *, quoted: bool = True) -> str:
    """Return words as a list in a sentence."""
    marked = [f"'{word}'" if quoted else word for word in words]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} {last} {marked[-1]}"


def _explain_type(node: Node, path: Path, schema: dict[str, Any]) -> Explained:
    name = name_of(path)
    if not path:
        hint = "run 'claimcheck init' to write a starter"
        return Code.NO_CLAIMS, f"the file is {_kind(node)}, not a mapping with 'claims'", hint
    if isinstance(node, Scalar) and node.text is None:
        return _explain_empty(path)
    if isinstance(node, Scalar) and tuple(path[:-1]) == ("claims",):
        return Code.NO_SOURCE, f"the claim {shown(node.text or '')} has no source", 'write - "the claim": https://…'
    if "errorMessage" in schema:
        return Code.BAD_VALUE, f"{name} is {_kind(node)}: {schema['errorMessage']}", _example(schema, path)
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    wanted = listed(list(dict.fromkeys(_KINDS[kind] for kind in kinds)), "or", quoted=False)
    return Code.BAD_VALUE, f"{name} is {_kind(node)}, where {wanted} is expected", _example(schema, path)


def _explain_empty(path: Path) -> Explained:
    if tuple(path) == ("claims",):
        return Code.NO_CLAIMS, "there is no claim", _ADD_CLAIM
    key = str(path[-1])
    if len(path) == 3 and path[0] == "claims" and (key in {"source", "sources"} or is_sentence(key)):  # noqa: PLR2004 - claims, index, key
        return Code.NO_SOURCE, "the claim has no source: nothing follows the colon", "give it an address"
    hint = "give it a value, or leave it out; a text 'null' or '~' goes between quotation marks"
    return Code.BAD_VALUE, f"{name_of(path)} is empty", hint


def _explain_version(node: Node) -> Explained:
    if isinstance(node, Scalar) and is_newer(node):
        return Code.FILE_UNUSABLE, f"version {node.text} of the format needs a newer claimcheck", "upgrade claimcheck"
    what = shown(node.text or "") if isinstance(node, Scalar) else _kind(node)
    return Code.FILE_UNUSABLE, f"there is no version {what} of the format", "write version: 1, or leave it out"


def _explain_enum(node: Node, name: str, schema: dict[str, Any]) -> Explained:
    from claimcheck.claimsfile.nearest import nearest  # noqa: PLC0415 - loaded on a mistake only

    values = [str(value) for value in schema["enum"]]
    if not isinstance(node, Scalar) or node.text is None:
        return Code.BAD_VALUE, f"{name} is {_kind(node)}", f"it is {listed(values, 'or')}"
    meant = _OPERATORS.get(node.text.strip(), "")
    near = meant if meant in values else nearest(node.text, values)
    message = f"{name} cannot be {shown(node.text)}: it is {listed(values, 'or')}"
    return Code.BAD_VALUE, message, f"did you mean '{near}'?" if near else ""


def _explain_pattern(node: Node, path: Path, schema: dict[str, Any]) -> Explained:
    text = (node.text or "") if isinstance(node, Scalar) else ""
    if not text.strip():
        return _explain_empty(path)
    reason = schema.get("patternErrorMessage", "it is in another form")
    return Code.BAD_VALUE, f"{name_of(path)} cannot be {shown(text)}: {reason}", _example(schema, path)


def _explain_required(node: Node, path: Path, schema: dict[str, Any]) -> Explained:
    present = node.entries if isinstance(node, Mapping) else {}
    lacking = [key for key in schema["required"] if key not in present]
    if not path:
        return Code.NO_CLAIMS, "there is no 'claims' in the file", "put the claims in a list under 'claims:'"
    told: str = properties_of(schema)[lacking[0]]["description"]
    hint = f"add '{lacking[0]}': {told[0].lower()}{told[1:].rstrip('.')}"
    return Code.BAD_VALUE, f"{listed(lacking)} is missing{inside(path)}", hint


def _explain_one_of(node: Node, name: str, schema: dict[str, Any]) -> Explained:
    choices = [choice["required"][0] for choice in schema["oneOf"]]
    present = [choice for choice in choices if isinstance(node, Mapping) and choice in node.entries]
    if present:
        hint = "keep one of them" if "url" in choices else "give each an item of its own"
        return Code.BAD_VALUE, f"{name} has {listed(present)}, which exclude each other", hint
    return Code.BAD_VALUE, f"{name} has none of {listed(choices)}", "add one of them"


def _kind(node: Node) -> str:
    if isinstance(node, Mapping):
        return "a mapping"
    if isinstance(node, ListNode):
        return "a list"
    return "empty" if node.text is None else f"the text {shown(node.text)}"


def _example(schema: dict[str, Any], path: Path) -> str:
    """Return a hint that shows the first example of a key, if the schema has one."""
    examples, key = schema.get("examples"), path[-1]
    if not examples or not isinstance(key, str):
        return ""
    first = examples[0]
    return f"for example {key}: {first if isinstance(first, str) else json.dumps(first, ensure_ascii=False)}"
