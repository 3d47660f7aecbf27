"""Stage 1, load: the values inside a claim that have a form of their own: quotes, expectations, locators, ignores."""

import re
from decimal import Decimal, InvalidOperation

from claimcheck.claimsfile.complaints import Complaints, shown
from claimcheck.claimsfile.dates import first_day
from claimcheck.claimsfile.records import Damage, Record, text_of
from claimcheck.claimsfile.tree import ListNode, Mapping, Node
from claimcheck.enums import Code, ExpectKind, Op
from claimcheck.model import Expectation, Ignore, Locator, Quote

_NUMBER = re.compile(r"[+-]?[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?")


def read_quotes(record: Record) -> tuple[Quote, ...]:
    """Return the quotes of a claim."""
    return tuple(quote for node in record.all("quote") if (quote := _read_quote(record.within(node), node)).exact)


def _read_quote(parts: Record | None, node: Node) -> Quote:
    if parts is None:
        return Quote(text_of(node))
    return Quote(parts.text("exact"), prefix=parts.text("prefix"), suffix=parts.text("suffix"))


def read_locator(record: Record) -> Locator:
    """Return where in the source a claim says to look."""
    parts = record.record("locator")
    if parts is None:
        return Locator()
    page = parts.text("page")
    return Locator(int(page) if page else None, section=parts.text("section"), selector=parts.text("selector"))


def read_ignore(record: Record, complaints: Complaints) -> Ignore | None:
    """Return why and until when a claim is ignored, if it is; a day that does not exist is a problem."""
    parts = record.record("ignore")
    if parts is None:
        return None
    until = read_date(parts, "until", complaints)
    return Ignore(parts.text("reason"), until=first_day(until), by=parts.text("by"))


def read_date(record: Record, key: str, complaints: Complaints) -> str:
    """Return the date of a key as written; a day that does not exist is a problem."""
    node = record.get(key)
    text = text_of(node)
    if node is not None and text and first_day(text) is None:
        complaints.add(node, Code.BAD_VALUE, f"'{key}' cannot be {shown(text)}: there is no such day", "check the day")
        return ""
    return text


def read_expectations(record: Record, complaints: Complaints) -> tuple[Expectation, ...]:
    """Return what a claim expects of its source."""
    items = (record.within(node) for node in record.all("expect"))
    found = (_read_expectation(item, complaints) for item in items if item is not None)
    return tuple(expectation for expectation in found if expectation is not None)


def _read_expectation(item: Record, complaints: Complaints) -> Expectation | None:
    kind = next((kind for kind in ExpectKind if item.get(kind) is not None), None)
    if kind is None:
        return None
    op = item.text("op")
    return Expectation(
        kind,
        _expected(kind, item, complaints),
        unit=item.text("unit"),
        op=Op(op) if op else Op.EQ,
        tolerance=item.text("tolerance"),
    )


def _expected(kind: ExpectKind, item: Record, complaints: Complaints) -> str:
    match kind:
        case ExpectKind.VALUE:
            return plain_number(item.text("value"))
        case ExpectKind.RANGE:
            return _range(item, complaints)
        case ExpectKind.DATE:
            return read_date(item, "date", complaints)
        case ExpectKind.MEDIA_TYPE:
            return item.text("media_type").lower()
        case ExpectKind.ENTITY | ExpectKind.TEXT:
            return item.text(kind)


def _range(item: Record, complaints: Complaints) -> str:
    node = item.get("range")
    if not isinstance(node, ListNode):
        return text_of(node)
    ends = [plain_number(text) for text in item.texts("range")]
    try:
        low, high = (Decimal(end.replace(",", ".")) for end in ends)
    except (InvalidOperation, ValueError):  # an end that breaks the schema is told already
        return ""
    if low > high:
        complaints.add(node, Code.BAD_VALUE, "'range' begins with its greater number", f"write [{high}, {low}]")
    return "\N{EN DASH}".join(ends)


def plain_number(text: str) -> str:
    """Return a number without the notation of programs, other text as it is: ``3_000`` is 3000, ``1e3`` is 1000."""
    if not _NUMBER.fullmatch(text):
        return text
    bare = text.replace("_", "")
    return f"{Decimal(bare):f}" if "e" in bare.lower() else bare


def read_aliases(node: Node | None, damage: Damage) -> tuple[tuple[str, ...], ...]:
    """Return the groups of names, from a list of lists or a mapping from a name to the others."""
    if isinstance(node, ListNode):
        groups = [tuple(map(text_of, item.items)) for item in node.items if isinstance(item, ListNode)]
    elif isinstance(node, Mapping):
        record = Record(node, damage)
        groups = [(key, *record.texts(key)) for key in node.entries]
    else:
        groups = []
    return tuple(tuple(dict.fromkeys(filter(None, group))) for group in groups)
