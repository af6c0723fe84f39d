"""Every test that draws its examples, with thousands of new ones."""

import subprocess
import sys
from pathlib import Path
from random import Random

from tests.soak.profile import EXAMPLES
from tests.support.places import HOUSE


def look_for_examples(_folder: Path, chance: Random, times: int) -> str:
    """Run them; each time the examples are others, drawn from a seed that is printed."""
    for _ in range(times):
        seed = chance.randrange(10**6)
        print(f"examples: --hypothesis-seed={seed}", flush=True)
        ended = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "-q", "--tb=short", "-n", "auto"),
                *(
                    "-o",
                    "faulthandler_timeout=0",
                    "-p",
                    "tests.soak.profile",
                    "--hypothesis-profile=soak",
                ),
                f"--hypothesis-seed={seed}",
            ],
            cwd=HOUSE,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, f"seed {seed}:\n{ended.stdout}{ended.stderr}"
    return f"some {EXAMPLES * times:,} new examples for each test that draws them"
