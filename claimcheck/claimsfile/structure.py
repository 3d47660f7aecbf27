"""Stage 1, load: tree and schema → problems.

Every breach of the schema becomes a message with its place and a way out.
"""

import json
from typing import Any

from claimcheck.claimsfile.complaints import Complaints, shown
from claimcheck.claimsfile.schema import Violation, examples_of, properties_of, unknown_keys, violations
from claimcheck.claimsfile.tree import Entry, ListNode, Mapping, Node, Path, Scalar, node_at, place_at, plain
from claimcheck.enums import Code

_KINDS = {
    "string": "text",
    "number": "a number",
    "integer": "a number",
    "boolean": "text",
    "array": "a list",
    "object": "a mapping",
}
_WITHOUT_DAMAGE = frozenset({"additionalProperties", "required"})
"""The breaches after which the rest of the value can still be read."""


def check_structure(root: Node, complaints: Complaints) -> frozenset[int]:
    """Note every breach of the schema; return the identities of the nodes that must not be read on."""
    unsound: set[int] = set()
    found = violations(plain(root))
    newer = next((v for v in found if v.path == ("version",)), None)
    if newer is not None and _is_newer(root):
        _report(root, newer, complaints)
        return frozenset({id(root)})
    for violation in found:
        _report(root, violation, complaints)
        if violation.keyword not in _WITHOUT_DAMAGE:
            unsound.add(id(node_at(root, violation.path)))
    return frozenset(unsound)


def _is_newer(root: Node) -> bool:
    version = node_at(root, ("version",))
    return (
        isinstance(version, Scalar)
        and (version.text or "").isascii()
        and (version.text or "").isdigit()
        and version.text not in {"0", "1"}
    )


def _report(root: Node, violation: Violation, complaints: Complaints) -> None:
    node = node_at(root, violation.path)
    if violation.keyword == "additionalProperties" and isinstance(node, Mapping):
        for key in unknown_keys(violation.schema, list(node.entries)):
            _report_unknown_key(node.entries[key], violation, complaints)
        return
    place = place_at(root, violation.path)
    code, message, hint = _explain(node, violation)
    complaints.add(place, code, message, hint)


def _report_unknown_key(entry: Entry, violation: Violation, complaints: Complaints) -> None:
    from claimcheck.claimsfile.nearest import nearest  # noqa: PLC0415 - loaded on a mistake only

    known = list(properties_of(violation.schema))
    inside = _inside(violation.path)
    if not known:
        complaints.add(entry, Code.BAD_VALUE, f"{shown(entry.key)}: {violation.schema['errorMessage']}", "rename it")
        return
    if near := nearest(entry.key, known):
        hint = f"did you mean '{near}'?"
    elif " " in entry.key.strip() and "claim" in known:
        hint = "a claim in one line has a '- ' of its own; one with keys is written 'claim: …'"
    else:
        hint = f"the keys are {_listed(known)}"
    complaints.add(entry, Code.UNKNOWN_KEY, f"unknown key {shown(entry.key)}{inside}", hint)


def _explain(node: Node, violation: Violation) -> tuple[Code, str, str]:
    path, schema, name = violation.path, violation.schema, _name(violation.path)
    match violation.keyword:
        case "type":
            return _explain_type(node, path, schema)
        case "enum" if path == ("version",):
            return _explain_version(node)
        case "enum":
            return _explain_enum(node, name, schema)
        case "pattern":
            return _explain_pattern(node, path, schema)
        case "required":
            return _explain_required(node, path, schema)
        case "oneOf":
            return _explain_one_of(node, name, schema)
        case "false":
            return Code.BAD_VALUE, f"{name} cannot stand here: {schema['errorMessage']}", "remove one of the two"
        case "minItems" if path == ("claims",):
            return Code.NO_CLAIMS, "there is no claim", 'add one: - "the claim": https://example.org/source'
        case "minItems" | "maxItems" if "errorMessage" in schema:
            return Code.BAD_VALUE, f"{name}: {schema['errorMessage']}", ""
        case "minItems" | "minProperties":
            return Code.BAD_VALUE, f"{name} is empty", "give it a value, or leave it out"
        case "maxLength":
            return Code.BAD_VALUE, f"{name} is longer than {schema['maxLength']:,} characters", "shorten it"
        case _:
            return Code.BAD_VALUE, f"{name} is not in the form that the schema asks for", "see 'claimcheck schema'"


def _explain_type(node: Node, path: Path, schema: dict[str, Any]) -> tuple[Code, str, str]:
    name = _name(path)
    empty = isinstance(node, Scalar) and node.text is None
    if not path:
        return (
            Code.NO_CLAIMS,
            f"the file is {_kind(node)}, not a mapping with 'claims'",
            "run 'claimcheck init' for a starter",
        )
    if tuple(path) == ("claims",) and empty:
        return Code.NO_CLAIMS, "there is no claim", 'add one: - "the claim": https://example.org/source'
    if len(path) == 2 and path[0] == "claims" and isinstance(node, Scalar) and not empty:  # noqa: PLR2004 - claims, index
        return Code.NO_SOURCE, f"the claim {shown(node.text or '')} has no source", 'write - "the claim": https://…'
    if empty:
        return _empty(path, name)
    if "errorMessage" in schema:
        return Code.BAD_VALUE, f"{name} is {_kind(node)}: {schema['errorMessage']}", _example(schema, name)
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    wanted = _listed(list(dict.fromkeys(_KINDS[kind] for kind in kinds)), "or", quoted=False)
    return Code.BAD_VALUE, f"{name} is {_kind(node)}, where {wanted} is expected", _example(schema, name)


def _empty(path: Path, name: str) -> tuple[Code, str, str]:
    own_source = len(path) == 3 and path[0] == "claims" and "_" not in str(path[2])  # noqa: PLR2004 - claims, index, key
    if own_source and (path[2] in {"source", "sources"} or not str(path[2]).isalpha()):
        return Code.NO_SOURCE, "the claim has no source: nothing follows the colon", "give it an address"
    return (
        Code.BAD_VALUE,
        f"{name} is empty",
        "give it a value, or leave it out; a text 'null' or '~' goes between quotation marks",
    )


def _explain_version(node: Node) -> tuple[Code, str, str]:
    text = shown(node.text or "") if isinstance(node, Scalar) else _kind(node)
    if (
        isinstance(node, Scalar)
        and (node.text or "").isdigit()
        and (node.text or "").isascii()
        and node.text not in {"0", "1"}
    ):
        return Code.FILE_UNUSABLE, f"version {text} of the format needs a newer claimcheck", "upgrade claimcheck"
    return Code.FILE_UNUSABLE, f"there is no version {text} of the format", "write version: 1, or leave it out"


def _explain_enum(node: Node, name: str, schema: dict[str, Any]) -> tuple[Code, str, str]:
    from claimcheck.claimsfile.nearest import nearest  # noqa: PLC0415 - loaded on a mistake only

    values = [str(value) for value in schema["enum"]]
    text = node.text if isinstance(node, Scalar) else None
    if text is None:
        what = "empty" if isinstance(node, Scalar) else _kind(node)
        return Code.BAD_VALUE, f"{name} is {what}", f"it is {_listed(values, 'or')}"
    near = nearest(text, values)
    message = f"{name} cannot be {shown(text)}: it is {_listed(values, 'or')}"
    return Code.BAD_VALUE, message, f"did you mean '{near}'?" if near else ""


def _explain_pattern(node: Node, path: Path, schema: dict[str, Any]) -> tuple[Code, str, str]:
    name, text = _name(path), node.text if isinstance(node, Scalar) else ""
    if not (text or "").strip():
        return _empty(path, name)
    message = f"{name} cannot be {shown(text or '')}: {schema.get('patternErrorMessage', 'it is in another form')}"
    return Code.BAD_VALUE, message, _example(schema, name)


def _explain_required(node: Node, path: Path, schema: dict[str, Any]) -> tuple[Code, str, str]:
    present = node.entries if isinstance(node, Mapping) else {}
    lacking = [key for key in schema["required"] if key not in present]
    if lacking == ["claims"] and not path:
        return Code.NO_CLAIMS, "there is no 'claims' in the file", "put the claims in a list under 'claims:'"
    examples = examples_of(schema, lacking[0]) or ["…"]
    return Code.BAD_VALUE, f"{_listed(lacking)} is missing{_inside(path)}", f"add {lacking[0]}: {_written(examples[0])}"


def _explain_one_of(node: Node, name: str, schema: dict[str, Any]) -> tuple[Code, str, str]:
    choices = [choice["required"][0] for choice in schema["oneOf"]]
    present = [choice for choice in choices if isinstance(node, Mapping) and choice in node.entries]
    if present:
        hint = "keep one of them" if "url" in choices else "give each an item of its own"
        return Code.BAD_VALUE, f"{name} has {_listed(present)}, which exclude each other", hint
    return Code.BAD_VALUE, f"{name} has none of {_listed(choices)}", "add one of them"


def _name(path: Path) -> str:
    """Return how a message calls the value at a path: its key, or which item of which key it is."""
    if not path:
        return "the file"
    last = path[-1]
    if isinstance(last, str):
        return shown(last)
    return f"claim {last + 1}" if tuple(path[:-1]) == ("claims",) else f"item {last + 1} of {_name(path[:-1])}"


def _inside(path: Path) -> str:
    return f" in {_name(path)}" if path else ""


def _kind(node: Node) -> str:
    if isinstance(node, Mapping):
        return "a mapping"
    if isinstance(node, ListNode):
        return "a list"
    return "empty" if node.text is None else f"the text {shown(node.text)}"


def _listed(words: list[str], last: str = "and", *, quoted: bool = True) -> str:
    marked = [f"'{word}'" if quoted else word for word in words]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} {last} {marked[-1]}"


def _example(schema: dict[str, Any], name: str) -> str:
    examples = schema.get("examples")
    return f"for example {name.strip(chr(39))}: {_written(examples[0])}" if examples and name.startswith("'") else ""


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
