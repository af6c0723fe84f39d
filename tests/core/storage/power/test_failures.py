"""The disk fails at any operation of SQLite: one sentence, nothing lost, and then all goes on."""

from pathlib import Path

import pytest

from tests.core.storage.power.failures import DEEDS, FULL, ONCE, STAYING, prepare, try_all
from tests.core.storage.power.layer import lack

pytestmark = pytest.mark.skipif(bool(lack()), reason=lack())


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("drafts") / "sound"
    prepare(root)
    return root


@pytest.mark.parametrize("deed", DEEDS)
def test_whatever_fails_is_told_in_a_sentence_loses_nothing_and_can_be_done_again(
    sound: Path, tmp_path: Path, deed: str
) -> None:
    met = try_all(DEEDS[deed], sound, tmp_path / "broken", ONCE, STAYING)
    assert met > 0
    assert try_all(DEEDS[deed], sound, tmp_path / "full", FULL) < met
