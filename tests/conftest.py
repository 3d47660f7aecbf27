"""What all tests share: how properties are tried."""

from hypothesis import HealthCheck, settings

# How long an example takes depends on what else the machine is doing; a timing is never an assertion.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
