"""A disk that refuses one thing after the other, once and for good, for every reason there is."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.core.refusals.jobs import JOBS
from tests.core.refusals.trying import ERRORS, Job, try_job


def refuse_one_by_one(folder: Path, chance: Random, times: int) -> str:
    """Each job with each of its operations refused; nothing is drawn, and once is enough."""
    del folder, chance, times
    tried = [try_job(job, (error,), for_good=for_good) for job, error, for_good in _trials()]
    refused, told = sum(each.refused for each in tried), sum(each.told for each in tried)
    return (
        f"{len(JOBS)} jobs, {refused:,} operations refused, {told:,} told in a sentence:"
        " nothing lost, nothing half done, 0 tracebacks"
    )


def _trials() -> Iterator[tuple[Job, int, bool]]:
    return ((job, each, for_good) for job in JOBS for each in ERRORS for for_good in (False, True))
