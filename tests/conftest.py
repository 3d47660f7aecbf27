"""What all tests share: how properties are tried."""

import os

import pytest
from hypothesis import HealthCheck, settings

# No test asks an archive that it has not put up itself; child processes inherit this.
os.environ["CLAIMCHECK_ARCHIVE"] = "never"

# How long an example takes depends on what else the machine is doing; a timing is never an assertion.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let what is tried for a while be tried for longer by hand."""
    parser.addoption("--fuzz-seconds", type=int, default=5, help="how long each target is fuzzed")
    parser.addoption("--kills", type=int, default=20, help="how often a run is killed at a random moment")
