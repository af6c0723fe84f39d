"""The disk refuses any of what Python does with files: all or nothing is done, and it is told."""

import pytest

from tests.core.refusals.jobs import JOBS
from tests.core.refusals.trying import ERRORS, Job, try_job

SHORT = [job for job in JOBS if not job.is_long]


@pytest.mark.parametrize("job", SHORT, ids=[job.name for job in SHORT])
def test_whatever_is_refused_all_is_done_or_nothing_and_it_can_be_done_again(job: Job) -> None:
    assert try_job(job, ERRORS).refused
