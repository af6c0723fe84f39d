"""What every test of an editor stands on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.support.desks import Office, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A new draft of an enterprise, and the desk on which it is worked."""
    office = open_office(tmp_path)
    yield office
    office.store.close()
