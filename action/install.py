"""A step of the action: installs claimcheck into an environment of its own, from the action's checkout or the index.

Runs before anything of the checked-out project is looked at, and from no folder that the project may write to: whoever
starts ``python -m pip`` in a stranger's checkout runs the stranger's ``pip.py``.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
_VERSION = re.compile(r"[0-9][0-9A-Za-z.+!-]{0,60}")
_EXTRAS = re.compile(r"[a-z0-9-]+(,[a-z0-9-]+)*")


def requirement(version: str, extras: str, checkout: Path) -> str:
    """Return what pip is to install.

    Args:
        version: of the package on the index; empty for the checkout.
        extras: their names, with commas between them.
        checkout: the action's own folder.

    Raises:
        ValueError: a version or an extra that cannot be one.
    """
    extras = extras.replace(" ", "")
    if extras and not _EXTRAS.fullmatch(extras):
        raise ValueError(f"extras: '{extras}' is no list of extras")
    if version and not _VERSION.fullmatch(version):
        raise ValueError(f"version: '{version}' is no version")
    wanted = f"[{extras}]" if extras else ""
    return f"claimcheck-cli{wanted}=={version}" if version else f"{checkout}{wanted}"


def place() -> Path:
    """Return the environment that the steps share."""
    return Path(os.environ["RUNNER_TEMP"]) / "claimcheck"


def program(name: str) -> str:
    """Return the path of a program in that environment."""
    folder, end = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
    return str(place() / folder / f"{name}{end}")


def main() -> int:
    """Install, and return the exit code of the step."""
    try:
        wanted = requirement(os.environ.get("INPUT_VERSION", ""), os.environ.get("INPUT_EXTRAS", ""), HERE.parent)
    except ValueError as error:
        print(f"::error title=claimcheck::{error}")
        return 2
    subprocess.run([sys.executable, "-m", "venv", str(place())], check=True, cwd=HERE)
    pip = [program("python"), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    return subprocess.run([*pip, wanted], check=False, cwd=HERE).returncode


if __name__ == "__main__":
    sys.exit(main())
