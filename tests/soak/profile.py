"""A plugin of pytest: hypothesis looks for much longer, and each time at other examples.

    python -m pytest -p tests.soak.profile --hypothesis-profile=soak --hypothesis-seed=... ...

Only the tests that draw their examples are run.
"""

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

EXAMPLES = 3000

settings.register_profile(
    "soak",
    max_examples=EXAMPLES,
    derandomize=False,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out the tests that draw nothing."""
    items[:] = [
        item for item in items if isinstance(item, pytest.Function) and is_hypothesis_test(item.obj)
    ]
