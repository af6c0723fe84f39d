"""Every test that draws its examples, with thousands of them."""

import subprocess
import sys
from pathlib import Path
from random import Random

from tests.soak.profile import EXAMPLES
from tests.support.places import HOUSE


def look_for_examples(_folder: Path, chance: Random, times: int) -> str:
    """Run them; each time the examples are others."""
    tests = [
        str(file.relative_to(HOUSE))
        for file in sorted((HOUSE / "tests").rglob("test_*.py"))
        if "from hypothesis import" in file.read_text("utf-8")
    ]
    for _ in range(times):
        seed = chance.randrange(10**6)
        chosen = ["--hypothesis-profile=soak", f"--hypothesis-seed={seed}", *tests]
        ended = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "tests.soak.profile", *chosen],
            cwd=HOUSE,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, f"seed {seed}: {ended.stdout[-3000:]}"
    return f"{len(tests)} files of tests, up to {EXAMPLES * times:,} examples for each test"
