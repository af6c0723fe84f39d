"""Where things lie in a checkout."""

from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
CASES = HOUSE / "tests" / "cases"
EXAMPLES = HOUSE / "resources" / "examples"
