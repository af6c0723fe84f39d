"""Spoiled stores end in open drafts and a sentence, and what was not spoiled is there."""

from pathlib import Path

import pytest

from tests.core.storage.damage import Kept, look_after, small_store, spoiled_so
from tests.support.drawn import chance_of

STORES = 60


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Kept]:
    folder = tmp_path_factory.mktemp("sound")
    return folder, small_store(folder)


@pytest.mark.parametrize("number", range(STORES))
def test_a_spoiled_store_is_never_a_dead_end(
    tmp_path: Path, sound: tuple[Path, Kept], number: int
) -> None:
    look_after(tmp_path / "spoiled", *sound, spoiled_so(number), chance_of(f"damage {number}"))
