"""The values of a lock's lines: text ↔ a string, a number or a list of strings, as TOML writes them.

Every character that cannot be seen is written as an escape, so that a reviewer of the file sees all there is.
"""

import re

Value = str | int | list[str]

_STRING = r'"(?:[^"\\]|\\.)*"'
_TEXT = re.compile(_STRING)
_TEXTS = re.compile(rf"\[(?:{_STRING}(?:, {_STRING})*)?\]")
_NUMBER = re.compile(r"\d{1,12}")
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(.))", re.DOTALL)
_PLAIN = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_SHORT = {character: f"\\{letter}" for letter, character in _PLAIN.items()}
_BMP = 0xFFFF
_LAST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def render_value(value: Value) -> str:
    """Return a value as TOML; equal values give equal text."""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return f'"{"".join(map(_escape, value))}"'
    return f"[{', '.join(map(render_value, value))}]"


def _escape(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    if character.isprintable() and not _is_variation_selector(character):
        return character
    number = ord(character)
    if number in _SURROGATES:
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\u{number:04x}" if number <= _BMP else f"\\U{number:08x}"


def _is_variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def parse_value(text: str) -> Value:
    """Return the value that a text is.

    Raises:
        ValueError: it is none; the message says why.
    """
    if _NUMBER.fullmatch(text):
        return int(text)
    if _TEXT.fullmatch(text):
        return _unescape(text[1:-1])
    if _TEXTS.fullmatch(text):
        return [_unescape(item.group()[1:-1]) for item in _TEXT.finditer(text)]
    raise ValueError("a value that is neither a number nor text in quotation marks")


def _unescape(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(escape: re.Match[str]) -> str:
    code = escape.group(1) or escape.group(2)
    if code is None:
        plain = _PLAIN.get(escape.group(3))
        if plain is None:
            raise ValueError(f"an escape that TOML does not know: {escape.group()}")
        return plain
    number = int(code, 16)
    if number > _LAST or number in _SURROGATES:
        raise ValueError(f"an escape that is no character: {escape.group()}")
    return chr(number)
