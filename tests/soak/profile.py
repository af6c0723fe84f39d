"""A plugin of pytest: the profile under which hypothesis looks for much longer.

    python -m pytest -p tests.soak.profile --hypothesis-profile=soak ...

Tests that name a number of examples of their own keep it.
"""

from hypothesis import HealthCheck, settings

EXAMPLES = 3000

settings.register_profile(
    "soak",
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
