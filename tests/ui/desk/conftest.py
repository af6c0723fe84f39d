"""What every test of a desk stands on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.samples import value
from tests.ui.support.desks import Office, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A new draft of a school, and the desk on which it is worked."""
    office = open_office(tmp_path, "school", value("unit", "甲"))
    yield office
    office.store.close()
