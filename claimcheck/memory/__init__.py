"""Beside every stage: what earlier runs saw, kept in a folder beside the claims file; safe to delete.

RememberingFetcher                offline and after an interruption               fetching.py
RememberingExtractor, …Matcher,   what was worked out of the same bytes           readings.py
…Classifier
RememberingReader                 the same of a whole source, in one              looks.py
RememberingArchive                what archives hold, and their copies            archiving.py
RunMemory                         the port of the pipeline, and of fetching       store.py
├── RememberedPages               pages, validators, what each source led to      pages.py
├── History                       looks and runs                                  history.py
│   └── count_strikes             looks → suspected or confirmed; pure            strikes.py
├── KnownHosts                    how hosts want to be asked                      hosts.py
└── Readings                      results by the hash of what they depend on      readings.py
KeptEvidence                      what a run was told to keep, in files            evidence.py
RecallingPipeline                 the verdicts of each day, in a file of their own    recalling.py, days.py
Database                          SQLite, its tables, its folder                  database.py, schema.py, folder.py
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from claimcheck.memory.ages import age_words
from claimcheck.memory.archiving import RememberingArchive
from claimcheck.memory.database import Database
from claimcheck.memory.fetching import RememberingFetcher
from claimcheck.memory.looks import RememberingReader
from claimcheck.memory.readings import RememberingClassifier, RememberingExtractor, RememberingMatcher
from claimcheck.memory.recalling import RecallingPipeline
from claimcheck.memory.store import RunMemory

__all__ = [
    "RecallingPipeline",
    "RememberingArchive",
    "RememberingClassifier",
    "RememberingExtractor",
    "RememberingFetcher",
    "RememberingMatcher",
    "RememberingReader",
    "RunMemory",
    "age_words",
    "open_memory",
]


def open_memory(
    folder: Path, now: Callable[[], datetime], warn: Callable[[str], None], *, offline: bool = False
) -> RunMemory:
    """Return the memory in a folder, which is made at the first need; whoever takes it closes it."""
    return RunMemory(Database(folder, warn), now, offline=offline)
