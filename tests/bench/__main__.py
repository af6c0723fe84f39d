"""`make bench`: every promise about speed, measured side by side, one row each."""

import tempfile
from pathlib import Path

from tests.bench.edits import compare_edits, compare_openings, measure_held
from tests.bench.exports import compare_exports
from tests.bench.frozen import report_frozen
from tests.bench.growths.readings import measure_readings
from tests.bench.growths.tables import growths
from tests.bench.pages.long_table import measure_long_table
from tests.bench.pages.rows import measure_rows
from tests.bench.papers import compare_papers
from tests.bench.starts import compare_starts
from tests.bench.windows import measure_windows
from tests.support.places import EXAMPLES
from ui.paper.pdf import write

EXAMPLE = EXAMPLES / "subdistrict.toml"


def main() -> None:
    """Print one row for each promise."""
    print(f"{'what: ours / theirs, medians':<58} {'ours':>12}  {'theirs':>12}  ratio")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        print(compare_starts(_made(place / "starts"), EXAMPLE), flush=True)
        for comparison in compare_exports(_made(place / "exports"), EXAMPLE):
            print(comparison, flush=True)
        for row in report_frozen(_made(place / "frozen")):
            print(row, flush=True)
        print(compare_edits(_made(place / "edits"), EXAMPLE), flush=True)
        print(compare_openings(_made(place / "openings"), EXAMPLE), flush=True)
        for row in measure_held(_made(place / "held"), EXAMPLE):
            print(row, flush=True)
        for row in measure_windows(_made(place / "windows"), EXAMPLE):
            print(row, flush=True)
        for row in measure_rows(_made(place / "rows")):
            print(row, flush=True)
        for row in measure_long_table(_made(place / "table")):
            print(row, flush=True)
        for comparison in compare_papers(_made(place / "papers"), EXAMPLE):
            print(comparison, flush=True)
    print(measure_readings(), flush=True)
    for growth in growths(PDF=write.packed):
        print(growth, flush=True)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    main()
