"""claimcheck: does every source of an article still exist, and does it still support its claim?"""

from claimcheck._version import __version__

__all__ = ["__version__"]
