"""A person at the real window who types into every kind of editor, killed again and again."""

from pathlib import Path
from random import Random

from tests.ui.support.steady import LONG, MOST_LOST, SHORT, Rhythm, killed_again_and_again

KILLS = 2000
# The longest table there may be, too.
ROWS = (SHORT, LONG, 5000)
RHYTHMS = (
    Rhythm(pause=(15, 30), in_one_place=(3, 120), rests=1, most_keys=120),
    Rhythm(pause=(60, 200), in_one_place=(3, 60), rests=2, most_keys=60),
    Rhythm(pause=(15, 450), in_one_place=(1, 40), rests=4, most_keys=40),
)


def kill_typists(folder: Path, chance: Random, times: int) -> str:
    """What was told as saved is there, a second of typing at most is not, the status was true."""
    runs = []
    for rows in ROWS:
        for at, rhythm in enumerate(RHYTHMS):
            count = KILLS * times // (len(ROWS) * len(RHYTHMS)) + 1
            seeds = [f"{chance.randrange(10**9)}" for _ in range(count)]
            found = killed_again_and_again(folder / f"{rows} {at}", rows, seeds, rhythm)
            for seed, told in zip(seeds, found, strict=True):
                what = f"{rows} rows, {rhythm}, seed {seed}"
                assert not [*told.lies()], f"{what}: {[*told.lies()]}"
                assert told.seconds_lost() <= MOST_LOST, f"{what}: {told.seconds_lost():.2f} s lost"
            runs += found
    keys = sum(len(told.keys) for told in runs)
    longest = max(told.seconds_lost() for told in runs)
    return (
        f"{len(runs):,} kills at {keys:,} keys: nothing lost that was told as saved, "
        f"{longest:.2f} s of typing at most"
    )
