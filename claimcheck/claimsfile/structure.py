"""Stage 1, load: tree and schema → problems.  Every breach of the schema is told at its place, with a way out."""

from claimcheck.claimsfile.breaches import explain, inside, is_newer, listed
from claimcheck.claimsfile.complaints import MAX_PROBLEMS, Complaints, shown
from claimcheck.claimsfile.records import Damage
from claimcheck.claimsfile.schema import Violation, properties_of, unknown_keys, violations
from claimcheck.claimsfile.tree import Entry, Mapping, Node, node_at, place_at, plain
from claimcheck.enums import Code

_WITHOUT_DAMAGE = frozenset({"additionalProperties", "required"})
"""The breaches after which the rest of the value can still be read."""


def check_structure(root: Node, complaints: Complaints) -> Damage:
    """Note every breach of the schema; return what of the tree must not be read on."""
    found = violations(plain(root), MAX_PROBLEMS)
    whole = len(found) < MAX_PROBLEMS
    mistyped = {violation.path for violation in found if violation.keyword == "type"}
    found = [v for v in found if v.keyword == "type" or v.path not in mistyped]
    version = next((v for v in found if v.path == ("version",)), None)
    if version is not None and is_newer(node_at(root, version.path)):
        # A newer format may have any other key; no more can be said of the file.
        _report(root, version, complaints)
        return Damage(nodes=frozenset({id(root)}))
    slips: set[tuple[int, str]] = set()
    for violation in found:
        if violation.keyword == "additionalProperties":
            slips |= _report_unknown_keys(root, violation, complaints)
    for violation in found:
        if violation.keyword != "additionalProperties" and not _is_slip(root, violation, slips):
            _report(root, violation, complaints)
    if not whole:  # what else is damaged is not known
        complaints.add(root, Code.FILE_UNUSABLE, f"more than {MAX_PROBLEMS:,} problems; these are some of them")
        return Damage(nodes=frozenset({id(root)}))
    damaged = (node_at(root, v.path) for v in found if v.keyword not in _WITHOUT_DAMAGE)
    return Damage(frozenset(map(id, damaged)), frozenset(slips))


def _is_slip(root: Node, violation: Violation, slips: set[tuple[int, str]]) -> bool:
    """Return whether a key is missing only because it is misspelt: one mistake is told once."""
    node = node_at(root, violation.path)
    choices = violation.schema.get("oneOf", []) if violation.keyword == "oneOf" else [violation.schema]
    return violation.keyword in {"required", "oneOf"} and any(
        (id(node), key) in slips for choice in choices for key in choice.get("required", ())
    )


def _report(root: Node, violation: Violation, complaints: Complaints) -> None:
    code, message, hint = explain(node_at(root, violation.path), violation)
    complaints.add(place_at(root, violation.path), code, message, hint)


def _report_unknown_keys(root: Node, violation: Violation, complaints: Complaints) -> set[tuple[int, str]]:
    """Note every unknown key of a mapping; return which keys were meant, each with the mapping's identity."""
    node = node_at(root, violation.path)
    if not isinstance(node, Mapping):  # the schema says it of mappings alone
        return set()
    meant: set[tuple[int, str]] = set()
    for key in unknown_keys(violation.schema, list(node.entries)):
        meant |= {(id(node), known) for known in _report_unknown_key(node.entries[key], violation, complaints)}
    return meant


def _report_unknown_key(entry: Entry, violation: Violation, complaints: Complaints) -> tuple[str, ...]:
    from claimcheck.claimsfile.nearest import nearest  # noqa: PLC0415 - loaded on a mistake only

    known = tuple(properties_of(violation.schema))
    if not known:  # the keys are names, and this is none
        complaints.add(entry, Code.BAD_VALUE, f"{shown(entry.key)}: {violation.schema['errorMessage']}", "rename it")
        return ()
    meant: tuple[str, ...] = ()
    if near := nearest(entry.key, known):
        hint, meant = f"did you mean '{near}'?", (near,)
    elif " " in entry.key.strip() and "claim" in known:
        hint = "a claim in one line has a '- ' of its own and no other key; with keys, it is written 'claim: …'"
        meant = ("claim", "source")
    else:
        hint = f"the keys are {listed(known)}"
    complaints.add(entry, Code.UNKNOWN_KEY, f"unknown key {shown(entry.key)}{inside(violation.path)}", hint)
    return meant
