"""What all tests share: how properties are tried."""

import os

from hypothesis import HealthCheck, settings

# No test asks an archive that it has not put up itself; child processes inherit this.
os.environ["CLAIMCHECK_ARCHIVE"] = "never"

# How long an example takes depends on what else the machine is doing; a timing is never an assertion.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
