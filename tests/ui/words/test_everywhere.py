"""All places of the window: every word that is painted is said, and can be said in any language.

They are opened in a process of their own, for many words are said while a module is imported.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import HOUSE
from tests.ui.support.words import PLACES
from tests.ui.words.made_up import Others


@pytest.mark.parametrize("beginning", PLACES)
def test_every_word_is_said_of_what_paints_it_and_in_the_language_that_is_spoken(
    beginning: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "tests.ui.words.made_up", beginning, str(tmp_path)]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


def test_a_word_of_the_window_in_chinese_is_noticed() -> None:
    core = Others(("草稿", "上年的会员"))
    assert core.have("草稿")
    assert core.have("草稿上年的会员人"), "put together by the core, with a measure word"
    assert not core.have("我的草稿"), "which stands in the window"
    assert not core.have("草稿箱子")
