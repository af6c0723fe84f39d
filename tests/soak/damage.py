"""Stores of drafts are spoiled in every way, opened and worked on, one after the other."""

import shutil
from collections import Counter
from pathlib import Path
from random import Random

from tests.core.storage.damage import look_after, small_store, spoiled_so
from tests.support.drawn import chance_of

STORES = 2_000


def spoil_stores(folder: Path, chance: Random, times: int) -> str:
    """Each ends in open drafts and a sentence; what was not spoiled is there, to the edit."""
    sound = folder / "sound"
    kept = small_store(sound)
    seen: Counter[str] = Counter()
    for number in range(STORES * times):
        seed = f"{chance.random()}"
        spoiled = folder / "spoiled"
        try:
            outcome = look_after(spoiled, sound, kept, spoiled_so(number), chance_of(seed))
        except Exception as error:
            way = spoiled_so(number).__name__
            raise AssertionError(f"{way} with the chances of {seed}: {error!r}") from error
        finally:
            shutil.rmtree(spoiled, ignore_errors=True)
        seen["told of" if outcome.told else "not touched by it"] += 1
        seen["edits lost"] += outcome.lost
    figures = ", ".join(f"{number:,} {words}" for words, number in sorted(seen.items()))
    return f"{STORES * times:,} spoiled stores ({figures}), 0 dead ends, 0 tracebacks"
