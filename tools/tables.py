"""The tables of docs/, made from what the program itself goes by: schemas, codes, states, settings, profiles."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from claimcheck.claimsfile import schema_text
from claimcheck.cli.settings import HOST_KEYS, KEYS
from claimcheck.enums import State
from claimcheck.explain import pages
from claimcheck.notices import changes_schema_text
from claimcheck.policy.profiles import PROFILES
from claimcheck.reporters import report_schema_text

_GROUPS = {
    "S": "The state of a source",
    "V": "What a source says of a claim",
    "D": "What became of an accepted passage",
    "F": "The claims file and its lock",
}
_TYPES = {
    str: "text",
    bool: "true or false",
    list: "one text or a list",
    int: "number",
    float: "seconds",
    dict: "table",
}


def claims_file() -> str:
    """Return every key of claims.yaml by the place where it stands."""
    schema = json.loads(schema_text())
    held = schema["$defs"]
    places = (
        ("The file", schema["properties"]),
        ("A claim", held["claim"]["properties"]),
        ("A source", held["source_with_keys"]["properties"]),
        ("An expectation", held["expectation"]["properties"]),
        ("A quote", _properties(held["one_quote"])),
        ("A locator", _properties(held["locator"])),
        ("Defaults", schema["properties"]["defaults"]["properties"]),
    )
    return "\n".join(f"## {title}\n\n{_key_table(keys, held)}" for title, keys in places if keys)


def _properties(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys of a mapping, wherever in a condition of the schema it stands."""
    if "properties" in node:
        found: dict[str, Any] = node["properties"]
        return found
    for part in ("then", "else"):
        if isinstance(node.get(part), dict) and (found := _properties(node[part])):
            return found
    return {}


def _key_table(keys: Mapping[str, Any], held: Mapping[str, Any]) -> str:
    lines = ["| key | means | by default | example |", "|---|---|---|---|"]
    for name, node in keys.items():
        whole = _resolved(node, held)
        example = whole.get("examples", whole.get("enum", [""]))[0]
        default = whole.get("default", "")
        lines.append(f"| `{name}` | {_cell(str(whole.get('description', '')))} | {_code(default)} | {_code(example)} |")
    return "\n".join(lines) + "\n"


def _resolved(node: Mapping[str, Any], held: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema with what it refers to; what it says itself comes first."""
    reference = str(node.get("$ref", "")).removeprefix("#/$defs/")
    return {**(_resolved(held[reference], held) if reference else {}), **node}


def _code(value: object) -> str:
    if value == "":
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"`{_cell(text)}`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def codes() -> str:
    """Return every code: its meaning, an example, why it matters, what to do."""
    parts = []
    for letter, title in _GROUPS.items():
        parts.append(f"## {letter}: {title.lower()}\n")
        for code, page in sorted(pages().items()):
            if code.startswith(letter):
                parts.append(f"### {code}: {page['title']} {{#{code.lower()}}}\n\n{_paragraphs(page['means'])}")
                parts.append(f"*Example.* {_paragraphs(page['example'])}")
                parts.append(f"*Why it matters.* {_paragraphs(page['matters'])}")
                parts.append(f"*What to do.* {_paragraphs(page['todo'])}")
    return "\n".join(parts)


def _paragraphs(text: str) -> str:
    """Return a text of a code's page as Markdown: lines that are indented are a listing, all else is words."""
    parts: list[str] = []
    for line in text.strip("\n").split("\n"):
        if line.startswith("  "):
            parts.append(f"    {line.strip()}")
        elif line.strip():
            parts.append(line.strip().replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_"))
    return "\n\n".join(parts) + "\n"


def states() -> str:
    """Return every state of a source with its class and its code."""
    known = pages()
    lines = ["| state | class | code | means |", "|---|---|---|---|"]
    for state in State:
        code = str(state.code or "")
        means = known[code]["means"].strip().split("\n")[0] if code else "It is there, at the address that is cited."
        link = f"[{code}](codes.md#{code.lower()})" if code else ""
        lines.append(f"| {state.label} | {state.state_class.value.replace('_', ' ')} | {link} | {_cell(means)} |")
    return "\n".join(lines)


def report() -> str:
    """Return every property of the JSON report."""
    return _property_table(json.loads(report_schema_text()))


def changes() -> str:
    """Return every property of what a webhook is sent."""
    return _property_table(json.loads(changes_schema_text()))


def _property_table(schema: Mapping[str, Any]) -> str:
    lines = ["| property | type | means |", "|---|---|---|"]
    lines += [
        f"| `{path}` | {_type(node, schema)} | {_described(node, schema)} |" for path, node in _walk(schema, "", schema)
    ]
    return "\n".join(lines)


def _described(node: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    return _cell(str(_resolved(node, schema.get("$defs", {})).get("description", "")))


def _walk(node: Mapping[str, Any], path: str, schema: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give every property, those below another right after it; ``[]`` stands for each item of a list."""
    whole = _resolved(node, schema.get("$defs", {}))
    for choice in [whole, *whole.get("anyOf", ()), *whole.get("oneOf", ())]:
        held = _resolved(choice, schema.get("$defs", {}))
        for name, child in held.get("properties", {}).items():
            yield f"{path}{name}", child
            yield from _walk(child, f"{path}{name}.", schema)
        if isinstance(held.get("items"), dict):
            yield from _walk(held["items"], f"{path.removesuffix('.')}[].", schema)


def _type(node: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    whole = _resolved(node, schema.get("$defs", {}))
    if "const" in whole:
        return f"`{json.dumps(whole['const'])}`"
    if "enum" in whole:
        return ", ".join(f"`{json.dumps(value)}`" for value in whole["enum"])
    kinds = whole.get("type") or [_type(choice, schema) for choice in whole.get("anyOf", whole.get("oneOf", ()))]
    return " or ".join([kinds] if isinstance(kinds, str) else kinds)


def settings() -> str:
    """Return every setting, and every setting of a host."""
    lines = ["| setting | holds | variable |", "|---|---|---|"]
    lines += [
        f"| `{name}` | {_TYPES[kind]} | {_variable(name) if kind is not dict else ''} |" for name, kind in KEYS.items()
    ]
    lines += ["", "| setting of a host | holds |", "|---|---|"]
    lines += [f"| `{name}` | {_TYPES[kind]} |" for name, kind in HOST_KEYS.items()]
    return "\n".join(lines)


def _variable(name: str) -> str:
    return f"`CLAIMCHECK_{name.replace('-', '_').upper()}`"


def profiles() -> str:
    """Return every profile with what fails in it."""
    lines = ["| `--profile` | the same as | besides |", "|---|---|---|"]
    for name, profile in PROFILES.items():
        besides = ["`--strict`"] * profile.strict + ["needs `--since REF`"] * profile.needs_since
        lines.append(f"| `{name}` | `--fail-on {','.join(profile.fail_on)}` | {', '.join(besides)} |")
    return "\n".join(lines)


TABLES: Mapping[str, Callable[[], str]] = {
    "claims-file": claims_file,
    "codes": codes,
    "states": states,
    "report": report,
    "changes": changes,
    "settings": settings,
    "profiles": profiles,
}
"""Each table by the name that pages call it by."""
