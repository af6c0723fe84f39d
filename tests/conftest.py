"""What every test stands on: its own data folder, the same fonts and the same drawn examples."""

import os
from collections import defaultdict
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

from tests.support.noon import CLOCKS, AroundNoon

# LibreOffice and Qt read this once, when they start, so it is set before any test runs.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))

# Others may look into a folder that a test makes, whoever runs it: some tests go without that.
os.umask(0o022)

# Each run draws the same examples; `make soak` draws new ones. A busy machine is no defect: none is
# judged by how long it took.
settings.register_profile(
    "same",
    derandomize=True,
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the tests in another order: none may stand on what another left behind."""
    parser.addoption(
        "--shuffle",
        metavar="SEED",
        help="run the files, and the tests in each of them, in the order that this seed draws",
    )


def pytest_report_header(config: pytest.Config) -> str | None:
    """Tell what brings the same order again."""
    seed = config.getoption("shuffle")
    return f"order: --shuffle={seed}" if seed else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Shuffle the files, and the tests in each of them."""
    if not (seed := config.getoption("shuffle")):
        return
    chance = Random(seed)  # noqa: S311  # an order that can be drawn again
    files = defaultdict(list)
    for item in items:
        files[item.path].append(item)
    shuffled = list(files.values())
    chance.shuffle(shuffled)
    for tests in shuffled:
        chance.shuffle(tests)
    items[:] = [item for tests in shuffled for item in tests]


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Draw the same whichever modules are there: hypothesis draws constants out of their code too.

    Which these are depends on the tests that came before, on the other processes and on the path.
    """
    if settings().derandomize:
        providers._get_local_constants = lambda: providers._local_constants


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the drafts and settings of the person who runs it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("UNIONAPP_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _no_day_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that begins just before midnight tells of the same today to its end."""
    for module in CLOCKS:
        monkeypatch.setattr(f"{module}.datetime", AroundNoon)
