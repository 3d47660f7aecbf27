"""The file that ``claimcheck init`` writes: short, commented, and true when it is checked."""

from importlib.resources import files
from pathlib import Path

from claimcheck.errors import UsageError


def starter_text() -> str:
    """Return a commented claims file that loads."""
    return (files("claimcheck.claimsfile") / "starter.yaml").read_text(encoding="utf-8")


def write_starter(path: Path) -> None:
    """Write the starter where nothing is yet.

    Raises:
        UsageError: something is there already (it is left as it is), or nothing can be written there.
    """
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(starter_text())
    except FileExistsError:
        raise UsageError(
            f"{path} is there already, and stays as it is", hint="name another file: claimcheck init NEW.yaml"
        ) from None
    except FileNotFoundError:
        raise UsageError(
            f"{path} cannot be written: there is no folder {path.parent}", hint="make the folder first"
        ) from None
    except (OSError, ValueError) as error:
        cause = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UsageError(
            f"{path} cannot be written: {cause.lower()}", hint="name another file: claimcheck init PATH"
        ) from None
