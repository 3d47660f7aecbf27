"""Which version of the rules a result came from: the code and the tables themselves, in a hash.

A version number would have to be raised by hand at every change of a rule; once forgotten, yesterday's verdict is shown
for today's rules.  The files of the shelves that make a result are hashed instead, with the versions of Python and of
the libraries: it takes some milliseconds, once in a run.
"""

import hashlib
import sys
import sysconfig
from functools import cache
from pathlib import Path

from claimcheck._version import __version__

_PACKAGE = Path(__file__).resolve().parents[1]
_BELOW = (
    "accepted.py", "brevity.py", "domains.py", "enums.py", "errors.py", "languages.py", "looks.py", "model.py",
    "parts.py", "plan.py", "source_reader.py", "text.py",
)  # fmt: skip
_SUFFIXES = frozenset({".py", ".toml", ".tsv", ".txt", ".json"})
_LIBRARIES = frozenset(
    """
    selectolax beautifulsoup4 soupsieve lxml pypdfium2 charset_normalizer markdown_it_py babel text2num rapidfuzz
    pystemmer
    """.split()  # noqa: SIM905 - a table of words reads better as words
)


@cache
def version_of(shelf: str) -> str:
    """Return the version of the rules on a shelf, such as ``extractors``, with all that they stand on."""
    digest = hashlib.sha256(f"{__version__} {sys.version} {_libraries()}".encode())
    files = [path for path in (_PACKAGE / shelf).rglob("*") if path.suffix in _SUFFIXES]
    for path in sorted([*files, *(_PACKAGE / name for name in _BELOW)]):
        if path.is_file():
            digest.update(str(path.relative_to(_PACKAGE)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _libraries() -> list[str]:
    """Return the installed libraries that reading and matching rest on, with their versions."""
    installed = (path.stem for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    return sorted(name for name in installed if name.partition("-")[0].lower() in _LIBRARIES)
