"""Stage 1, load: path → text.  A file is read once, whole, within a bound, as UTF-8."""

import codecs
import stat
from pathlib import Path

from claimcheck.enums import Code
from claimcheck.errors import ClaimsFileError
from claimcheck.model import Location, Problem

MAX_BYTES = 16 * 1024 * 1024
"""The largest file read."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path, file: str, *, code: Code = Code.FILE_UNUSABLE, missing: str = "") -> str:
    """Return the text of a file, without its byte order mark.

    Args:
        path: where the file is.
        file: its path as the user gave it, for messages.
        code: the code of what can go wrong.
        missing: the way out where there is no such file.

    Raises:
        ClaimsFileError: there is no such file, it is no regular file, too large, unreadable or not UTF-8.
    """
    return _decode(_read(path, file, code, missing), file, code)


def _read(path: Path, file: str, code: Code, missing: str) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _unusable(file, code, "this is a folder, not a file", f"name the file in it: {path / 'claims.yaml'}")
        if not stat.S_ISREG(mode):
            raise _unusable(file, code, "this is no regular file", "put its contents into a file, and name that")
        with path.open("rb") as stream:
            body = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _unusable(file, code, "no such file", missing) from None
    except PermissionError:
        raise _unusable(file, code, "the file may not be read", "give yourself read permission on it") from None
    except OSError as error:
        cause = (error.strerror or str(error)).lower()
        raise _unusable(file, code, f"the file cannot be read: {cause}", "check the path") from None
    except ValueError:  # a NUL in the path
        raise _unusable(file, code, "no file can have this path", "check the path") from None
    if len(body) > MAX_BYTES:
        megabytes = MAX_BYTES // (1024 * 1024)
        raise _unusable(file, code, f"the file is larger than {megabytes} MB", "split it into several files")
    return body


def _decode(body: bytes, file: str, code: Code) -> str:
    if body.startswith(_UTF16):
        raise _unusable(file, code, "the file is UTF-16, not UTF-8", "save it with the encoding UTF-8")
    body = body.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = body[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        message = f"not UTF-8 text: byte 0x{body[error.start]:02x} at offset {error.start}"
        problem = Problem(Location(file, line, column), code, message, "save the file with the encoding UTF-8")
        raise ClaimsFileError((problem,)) from None


def _unusable(file: str, code: Code, message: str, hint: str) -> ClaimsFileError:
    return ClaimsFileError((Problem(Location(file, 1, 1), code, message, hint),))
