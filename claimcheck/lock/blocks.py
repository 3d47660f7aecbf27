"""The blocks of a lock: an acceptance ↔ the named values of its lines.

A block ends in a sum of its other lines.  It guards against slips, not against malice: whoever changes a value by
hand, or loses a line in a merge, hears of it; whoever wants to forge an entry can, which is why a lock is reviewed.
"""

from collections.abc import Mapping
from hashlib import sha256

from claimcheck.accepted import Acceptance, Hashes, Passage
from claimcheck.enums import Verdict
from claimcheck.lock.values import Value, render_value

_TEXTS = (
    "claim",
    "claim_sha256",
    "source",
    "final_url",
    "title",
    "language",
    "issued",
    "memento",
    "verdict",
    "by",
    "on",
    "why",
    "body_sha256",
    "text_sha256",
    "text_simhash",
    "payload",
    "payload_of",
)
_PASSAGE_TEXTS = ("exact", "prefix", "suffix")
_PASSAGE_NUMBERS = ("start", "end", "page")
_NEEDED = ("claim", "claim_sha256", "source", "verdict", "by", "on")
_VERDICTS = frozenset({v.value for v in Verdict} - {Verdict.IGNORED, Verdict.UNVERIFIABLE})
MOST_PASSAGES = 20
KEY_LENGTH = 8


def source_key(address: str) -> str:
    """Return the short name that a source's lines carry: the beginning of a digest of its address."""
    return sha256(address.encode("utf-8", "replace")).hexdigest()[:KEY_LENGTH]


def values_of(entry: Acceptance) -> dict[str, Value]:
    """Return the values of an entry by name, in the order of its lines; what is empty has no line."""
    values: dict[str, Value] = {"claim": entry.claim, "source": entry.source}
    for number, passage in enumerate(entry.passages, 1):
        values |= {f"passage.{number}.{name}": held for name, held in _passage_values(passage).items()}
    values |= {
        "verdict": entry.verdict.value,
        "codes": list(entry.codes),
        "by": entry.by,
        "on": entry.on,
        "why": entry.why,
        "final_url": entry.final_url,
        "title": entry.title,
        "language": entry.language,
        "issued": entry.issued,
        "memento": entry.memento,
        "claim_sha256": entry.claim_sha256,
        "body_sha256": entry.hashes.body,
        "text_sha256": entry.hashes.text,
        "text_simhash": entry.hashes.likeness,
        "payload": entry.hashes.payload,
        "payload_of": entry.hashes.payload_of,
    }
    kept = {name: value for name, value in values.items() if value not in ("", [])}
    return kept | {"sum": sum_of(kept)}


def _passage_values(passage: Passage) -> dict[str, Value]:
    page: dict[str, Value] = {} if passage.page is None else {"page": passage.page}
    return {
        "exact": passage.exact,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
        "values": list(passage.values),
        "start": passage.start,
        "end": passage.end,
        **page,
    }


def sum_of(values: Mapping[str, Value]) -> str:
    """Return the sum of a block's values, its own apart; the order of the lines does not matter."""
    lines = [f"{name} = {render_value(value)}" for name, value in sorted(values.items()) if name != "sum"]
    return sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()[:16]


def entry_of(claim_id: str, values: Mapping[str, Value], line: int) -> Acceptance:
    """Return the entry that a block's values make.

    Raises:
        ValueError: they make none; the message says why.
    """
    if values.get("sum") != sum_of(values):
        if "sum" not in values:
            raise ValueError("its last line is missing: the file was cut short, or a merge lost lines")
        raise ValueError("its lines do not add up to its sum: it was changed by hand, or a merge lost lines")
    texts = {name: _text(values, name) for name in _TEXTS}
    missing = [name for name in _NEEDED if not texts[name]]
    if missing:
        raise ValueError(f"it has no '{missing[0]}'")
    if texts["verdict"] not in _VERDICTS:
        raise ValueError(f"no verdict that can be accepted: '{texts['verdict']}'")
    codes = values.get("codes", [])
    return Acceptance(
        claim_id=claim_id,
        claim=texts["claim"],
        claim_sha256=texts["claim_sha256"],
        source=texts["source"],
        passages=_passages(values),
        hashes=Hashes(
            texts["body_sha256"], texts["text_sha256"], texts["text_simhash"], texts["payload"], texts["payload_of"]
        ),
        verdict=Verdict(texts["verdict"]),
        by=texts["by"],
        on=texts["on"],
        why=texts["why"],
        codes=tuple(codes) if isinstance(codes, list) else (),
        final_url=texts["final_url"],
        title=texts["title"],
        language=texts["language"],
        issued=texts["issued"],
        memento=texts["memento"],
        line=line,
    )


def _text(values: Mapping[str, Value], name: str) -> str:
    value = values.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"'{name}' must be text")  # noqa: TRY004 - one kind of error for all that makes no entry
    return value


def _passages(values: Mapping[str, Value]) -> tuple[Passage, ...]:
    passages = []
    for number in range(1, MOST_PASSAGES + 1):
        mark = f"passage.{number}."
        held = {name.removeprefix(mark): value for name, value in values.items() if name.startswith(mark)}
        if not held:
            break
        exact, prefix, suffix = (_text(held, name) for name in _PASSAGE_TEXTS)
        numbers = [held.get(name) for name in _PASSAGE_NUMBERS]
        stated = held.get("values", [])
        if not exact.strip() or not all(n is None or isinstance(n, int) for n in numbers):
            raise ValueError(f"its passage {number} has no words, or a place that is no number")
        start, end, page = (n if isinstance(n, int) else None for n in numbers)
        values_held = tuple(stated) if isinstance(stated, list) else ()
        passages.append(Passage(exact, prefix, suffix, start or 0, end or 0, page, values_held))
    if not passages:
        raise ValueError("it has no passage")
    return tuple(passages)
