"""Lives that are drawn, cut at every sync; and every operation of SQLite fails in every way."""

from pathlib import Path
from random import Random

from tests.core.storage.power import cuts
from tests.core.storage.power.cuts import Inspection, Work, at_work, checkpoints_often
from tests.core.storage.power.failures import (
    DEEDS,
    FULL,
    FULL_ONCE,
    ONCE,
    STAYING,
    prepare,
    try_all,
)
from tests.core.storage.power.layer import lack
from tests.support.drawn import chance_of

LIVES, STEPS = 25, 30

# How often what is left is drawn for each sync, beside none and all.
DRAWN = 4


def cut_power(folder: Path, chance: Random, times: int) -> str:
    """What was told as saved is there after each cut and each failure, and nothing else is."""
    if lack():
        return f"{lack()}: left out"
    syncs = outcomes = 0
    for number in range(LIVES * times):
        inspection = _inspected(folder / f"life-{number}", f"{chance.random()}")
        syncs += inspection.cuts
        outcomes += inspection.outcomes
    prepare(folder / "sound")
    failures = sum(
        try_all(deed, folder / "sound", folder / "failing", way)
        for deed in DEEDS.values()
        for way in (ONCE, STAYING, FULL_ONCE, FULL)
    )
    return (
        f"{outcomes:,} disks after power cuts at {syncs:,} syncs, {failures:,} failing operations:"
        " no saved edit lost, nothing half done, 0 tracebacks"
    )


def _inspected(folder: Path, seed: str) -> Inspection:
    chance = chance_of(seed)
    with at_work(folder / "life") as work, checkpoints_often():
        for _ in range(STEPS):
            work.do(chance.choice(_possible(work)))
    inspection = Inspection(work, folder / "cut", chance, DRAWN)
    try:
        inspection.look_at_all()
    except Exception as error:
        raise AssertionError(f"a life with the chances of {seed}: {error!r}") from error
    return inspection


def _possible(work: Work) -> list[cuts.Step]:
    kept = work.kept[-1]
    if not kept.drafts:
        return [cuts.start]
    often = [cuts.type_, cuts.type_at_length] * 4
    steps = [cuts.start, cuts.close_and_type, cuts.put_into_bin, cuts.delete, cuts.back_up]
    return [*often, *steps, *([cuts.bring_back] if kept.backups else [])]
