"""Beside stage 3: copies of what was at an address, kept by others or by oneself.

CopyFinder                        the nearest copy that can be had                      finding.py
├── LocalArchive                  a folder of pages                                     local.py
├── RecordedArchive               a folder of WARC files                                recorded.py
├── Wayback                       its index, its availability API, its copies           wayback.py
├── TimeGate                      any archive that speaks Memento                       timegate.py
└── AnyReplay                     the copy that the claims file names                   cited.py
    └── replay                    a memento → the bytes captured                        replay.py
        └── Door                  the limits of an archive, and its complaints          door.py, pace.py

Pure beside them: moments and addresses (stamps.py, sameness.py), what an index and a TimeMap say (cdx.py, links.py).
No client library is used: those that are kept up bring an HTTP client of their own, and every request here goes through
the fetchers, with their address guard, their pace and their bounds.
"""

from claimcheck.archives.cited import AnyReplay
from claimcheck.archives.finding import CopyFinder
from claimcheck.archives.local import LocalArchive
from claimcheck.archives.recorded import RecordedArchive
from claimcheck.archives.timegate import TimeGate
from claimcheck.archives.wayback import BASE, Wayback

__all__ = ["BASE", "AnyReplay", "CopyFinder", "LocalArchive", "RecordedArchive", "TimeGate", "Wayback"]
