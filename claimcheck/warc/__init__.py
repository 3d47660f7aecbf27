"""Evidence to hand over: exchanges and findings ↔ WARC, the format of web archives (ISO 28500, here as WARC/1.1).

write_warc      exchanges, findings → a file that standard tools replay        writing.py
WarcFile        a file, ours or another program's → exchanges by address       reading.py
└── records     a file → its records, each within bounds                       records.py

warcio is the library of the tools that read such files (pywb, Browsertrix, wget's tests), small, pure Python and well
kept; it comes with the extra ``warc``.  It writes the records, and reads their headers.  It is not given the file
itself to read: it takes a cut or a damaged member for the end of the file, and lets a header line be as long as it
likes.
"""

import importlib.util

from claimcheck.errors import UsageError


def need_warcio(option: str) -> None:
    """Check that the library is there.

    Raises:
        UsageError: it is not; the hint names the command that brings it.
    """
    if importlib.util.find_spec("warcio") is None:
        raise UsageError(f"{option} needs warcio", hint="pip install 'claimcheck-cli[warc]'")
