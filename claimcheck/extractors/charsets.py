"""Stage 4, extract: the bytes of a page become characters, whatever charset they claim to be in.

The order is that of browsers (BOM, HTTP header, the document's own declaration), then detection.  Labels are those of
the WHATWG Encoding Standard, where ``iso-8859-1`` and ``ascii`` are names of windows-1252; a label that it does not
know counts as none, which also keeps Python's codecs that are no charsets (``hex``, ``unicode_escape``) out.

One departure: a body that is valid UTF-8 with at least one character outside ASCII is UTF-8, even where a single-byte
charset is declared.  Words in windows-1252 hardly ever form valid UTF-8 by chance, and servers that add a default
charset to every answer are common.
"""

import re

_SAMPLE = 100_000
"""Bytes that charset-normalizer looks at: its time grows with them, its answer hardly changes."""
_DECLARED_WITHIN = 4096
"""Browsers look at the first 1,024 bytes for a declaration; some pages put scripts before it."""

_WESTERN = frozenset("éèêëàâäáçùûüúîïíôöóñãõßœÉÈÀÇÄÖÜ€£«»°·\xa0\u2019\u2018\u201c\u201d\u2013\u2014\u2026")
_MOSTLY = 0.9

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

_CODECS = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 x-unicode20utf8",
    "cp1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 latin-1 l1 ascii us-ascii",
    "cp1250": "windows-1250 cp1250 x-cp1250",
    "cp1251": "windows-1251 cp1251 x-cp1251",
    "cp1253": "windows-1253 cp1253",
    "cp1254": "windows-1254 cp1254 iso-8859-9 latin5",
    "cp1255": "windows-1255 cp1255",
    "cp1256": "windows-1256 cp1256",
    "cp1257": "windows-1257 cp1257",
    "cp1258": "windows-1258 cp1258",
    "cp874": "windows-874 tis-620 iso-8859-11",
    "cp866": "ibm866 cp866",
    "koi8-r": "koi8-r koi8 koi",
    "koi8-u": "koi8-u koi8-ru",
    "mac-roman": "macintosh mac x-mac-roman",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    **{f"iso-8859-{n}": f"iso-8859-{n} iso8859-{n} iso_8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    "gb18030": "gb18030 gbk gb2312 x-gbk gb_2312-80 chinese",
    "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5",
    "euc-jp": "euc-jp x-euc-jp",
    "iso2022_jp": "iso-2022-jp",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j",
    "cp949": "euc-kr ks_c_5601-1987 ksc5601 windows-949 korean",
    "utf-16-le": "utf-16 utf-16le unicode ucs-2",
    "utf-16-be": "utf-16be",
}
_LABELS = {label: codec for codec, labels in _CODECS.items() for label in labels.split()}
_SINGLE_BYTE = re.compile(r"cp12|iso-8859|koi8|mac|cp874|cp866")

_META = re.compile(rb"<meta\b[^>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s{0,99}<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})", re.IGNORECASE)


def decode_body(body: bytes, declared: str = "") -> str:
    """Return the characters of a body; bytes that are none in its charset become U+FFFD, never an error."""
    for mark, codec in _BOMS:
        if body.startswith(mark):
            return body.decode(codec, errors="replace")
    codecs = [codec for codec in (_find_codec(declared), _find_declaration(body)) if codec]
    if not codecs or _SINGLE_BYTE.match(codecs[0]):
        codecs.insert(0, "utf-8")
    for codec in codecs:
        try:
            return body.decode(codec)
        except UnicodeDecodeError:
            continue
    return body.decode(_detect(body, codecs), errors="replace")


def _find_codec(label: str) -> str:
    return _LABELS.get(label.strip().strip("\"'").lower(), "")


def _find_declaration(body: bytes) -> str:
    """Return the codec that the document itself names; UTF-16 cannot be named in ASCII and means UTF-8."""
    head = body[:_DECLARED_WITHIN]
    found = _XML.search(head) or _META.search(head)
    codec = _find_codec(found.group(1).decode("ascii", "replace")) if found else ""
    return "utf-8" if codec.startswith("utf-16") else codec


def _detect(body: bytes, declared: list[str]) -> str:
    """Return the likeliest codec of a body that is not clean in any that was declared."""
    broken = body.decode("utf-8", errors="replace").count("\ufffd")
    beyond_ascii = sum(len(run) for run in re.findall(rb"[\x80-\xff]+", body))
    if broken * 5 <= beyond_ascii:
        # A few bad bytes in good UTF-8, such as a text cut in the middle of a character.
        return "utf-8"
    wanted = [codec for codec in declared if codec != "utf-8"]
    if wanted:
        return wanted[0]
    from charset_normalizer import from_bytes  # noqa: PLC0415 - takes 30 ms to import, and few pages need it

    best = from_bytes(body[:_SAMPLE]).best()
    if best is None or best.encoding == "ascii":
        return "cp1252"
    return "cp1252" if _is_western(body[:_SAMPLE]) else best.encoding


def _is_western(sample: bytes) -> bool:
    """Return whether a text reads like French, German, Spanish, Portuguese or Italian in the web's own charset.

    Detectors tell one Latin charset from another badly; in the wrong one, nearly every accent is one that these
    languages do not have.
    """
    beyond = [letter for letter in sample.decode("cp1252", errors="replace") if letter > "\x7f"]
    common = sum(letter in _WESTERN for letter in beyond)
    return common >= _MOSTLY * len(beyond)
