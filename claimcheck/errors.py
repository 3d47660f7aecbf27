"""Every error that claimcheck raises on purpose.

ClaimcheckError                  anything below; carries a message and a way out (``hint``)
├── UsageError                   an option or a setting that cannot be honoured   (exit 2)
├── ClaimsFileError              the claims file, with every problem it holds     (exit 2)
│   └── LockError                claims.lock, likewise; it is never overwritten   (exit 2)
├── UnknownClaimError            an id on the command line that no claim has      (exit 2)
└── UnreadableError              a page whose text cannot be extracted            (a state, never an exit)
    ├── UnsupportedTypeError     a page of a type that nothing here reads         (a state, never an exit)
    └── NoSuchPartError          a selector that picks nothing on a page          (a state, never an exit)

A user's mistake is always one of these, and reaches the terminal as a message, never as a traceback.
"""

from claimcheck.model import Problem


class ClaimcheckError(Exception):
    """A failure that the user can act on: ``message`` says what, ``hint`` says the way out."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ClaimcheckError):
    """An option, a setting or an environment variable that cannot be honoured."""


class ClaimsFileError(ClaimcheckError):
    """A claims file that cannot be used; ``problems`` lists all that is wrong, in file order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(f"{first.location}: {first.message}", hint=first.hint)
        self.problems = problems


class LockError(ClaimsFileError):
    """A claims.lock that cannot be used: cut short, changed by hand, half merged, of a newer version."""


class UnknownClaimError(ClaimcheckError):
    """An id that no claim of the file has; ``hint`` names the nearest ones."""


class UnreadableError(ClaimcheckError):
    """A page whose text cannot be extracted: encrypted, scanned, broken, too deep, too slow."""


class UnsupportedTypeError(UnreadableError):
    """A page of a media type that no extractor reads: a picture, a video, an archive."""


class NoSuchPartError(UnreadableError):
    """A selector that picks nothing on a page that can be read."""
