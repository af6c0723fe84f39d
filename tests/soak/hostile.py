"""Every hostile file there is and thousands of spoiled ones, given to every reader."""

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

import pytest

from tests.hostile.paths import hostile_paths
from tests.hostile.readings import READ, READINGS, Reading, outcome
from unionapp.system import HOME_VARIABLE
from unionapp.system.worker import MOST_MEMORY, MOST_SECONDS, process
from unionapp.system.worker.frames import Given

MUTATIONS = 5000

# Seconds of computing besides: the process starts, and what it found is taken in.
_BESIDES = 5


@dataclass
class Cost:
    """What the files cost at most, and which did."""

    files: int = 0
    seconds: float = 0
    slowest: str = ""
    megabytes: int = 0

    def of(self, name: str, ask: Callable[[], object]) -> str:
        """Note what one costs, and return what came of it."""
        begun = _computed()
        came = outcome(ask)
        seconds = _computed() - begun
        assert seconds <= MOST_SECONDS + _BESIDES, f"{name} took {seconds:.1f} s"
        self.files += 1
        if seconds > self.seconds:
            self.seconds, self.slowest = seconds, name
        return came


def _computed() -> float:
    """Seconds that were computed here and in processes that have ended, whatever else is done."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


class WatchedWorker(process.Worker):
    """A process that is looked at while it reads, and waited for when it has."""

    cost = Cost()

    def reply_to(self, given: Given, tick: Callable[[], object]) -> bytes | None:
        def look() -> None:
            self.cost.megabytes = max(self.cost.megabytes, self._peak())
            tick()

        return super().reply_to(given, look)

    def end(self) -> None:
        super().end()
        self._thread.join()

    def _peak(self) -> int:
        """The most memory that it has had so far, in megabytes; 0 once it has ended."""
        try:
            status = Path(f"/proc/{self._process.pid if self._process else 0}/status").read_text()
        except OSError:
            return 0
        peaks = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
        return int(next(peaks, 0)) // 1024


def read_hostile_files(folder: Path, chance: Random, times: int) -> str:
    """Each is read, or refused in one sentence, in 10 seconds and 512 MB."""
    cost, spoiled = Cost(), Cost()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(HOME_VARIABLE, str(folder / "home"))
        patched.setattr(process, "Worker", WatchedWorker)
        patched.setattr(WatchedWorker, "cost", cost)
        for name, reading in READINGS.items():
            (folder / name).mkdir()
            _read_hostile(reading, folder / name, cost)
            _read_spoiled(name, reading, folder / name, spoiled, chance, MUTATIONS * times)
    assert cost.megabytes <= MOST_MEMORY >> 20, f"a process had {cost.megabytes} MB"
    here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    return (
        f"{cost.files:,} hostile files, at most {cost.seconds:.1f} s ({cost.slowest}) and "
        f"{cost.megabytes} MB; {spoiled.files:,} spoiled ones, at most {spoiled.seconds:.1f} s; "
        f"0 faults; {here} MB here"
    )


def _read_hostile(reading: Reading, folder: Path, cost: Cost) -> None:
    for what, path in hostile_paths(folder, reading.suffix):
        came = cost.of(what, partial(reading.ask, path))
        assert came != READ or "called" in what, what
    file = folder / f"表{reading.suffix}"
    for sample in reading.samples():
        file.write_bytes(sample.make())
        cost.of(sample.name, partial(reading.ask, file))


def _read_spoiled(
    name: str, reading: Reading, folder: Path, cost: Cost, chance: Random, times: int
) -> None:
    file = folder / f"坏{reading.suffix}"
    for number, content in enumerate(reading.mutated(chance, times)):
        (folder / "last").write_bytes(content)
        cost.of(f"{name}, spoiled, the {number}th", partial(reading.here, content, file))
