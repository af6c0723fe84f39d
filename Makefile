# Two commands matter: `make run` opens the program, `make test` proves it. Each sets up what it needs.
# `make test SHUFFLE=17` runs the tests in another order, the same for the same number.
python := .venv/bin/python

on_screen := UNIONAPP_TEST_XCB=1 xvfb-run -a -s "-screen 0 2732x1536x24"

shuffled := $(if $(SHUFFLE),--shuffle=$(SHUFFLE))

.PHONY: run test check bench soak pictures deb windows proof proof-windows pins clean

run: .venv/ready-to-run
	@packaging/run.sh

test: check
	$(python) -m pytest -n auto --dist loadfile $(shuffled)
	@if command -v xvfb-run >/dev/null; then $(on_screen) $(python) -m pytest -m screen $(shuffled); \
	else echo "No xvfb-run here: the tests that need a real screen were left out."; fi

check: .venv/ready-to-test
	$(python) -m ruff format --check .
	$(python) -m ruff check .
	$(python) -m mypy

bench: .venv/ready-to-test
	$(python) -m tests.bench

# What only shows after hours: thousands of examples and page turns, kills, the whole job again and
# again. An hour or two; SOAK_TIMES=5 for a night, `python -m tests.soak kills` for one part.
soak: .venv/ready-to-test
	QT_QPA_PLATFORM=offscreen $(python) -m tests.soak

# The pictures of the README, taken from the program itself.
pictures: .venv/ready-to-test
	$(python) packaging/make_pictures.py

# Builds dist/*.deb in a root of its own, so it needs to be root: sudo make deb
deb:
	packaging/deb/build.sh

# Builds dist/*.exe (the installer) and *.zip for Windows; needs Python 3.11, mingw-w64 and NSIS.
windows: .venv/ready-to-run
	PYTHONHASHSEED=0 PYTHONPATH=packaging $(python) packaging/windows/main.py

# Installs and tries what `make deb` built in bare Debian 12 and 11 systems, and prints what was
# shown; needs to be root and takes some minutes.
proof: .venv/ready-to-run
	packaging/proof-deb.sh

# The same for what `make windows` built, under wine.
proof-windows: .venv/ready-to-run
	packaging/windows/proof.sh

# Only after a change of the bounds in pyproject.toml; needs uv. The lock itself names hosts and stays out.
pins:
	uv lock --upgrade --quiet
	uv export --quiet --format requirements-txt --no-emit-project --no-header --no-annotate --output-file requirements.txt
	uv export --quiet --format requirements-txt --no-emit-project --no-header --no-annotate --no-default-groups --group freeze --output-file packaging/requirements-freeze.txt
	uv export --quiet --format requirements-txt --no-emit-project --no-header --no-annotate --no-default-groups --output-file packaging/windows/requirements.txt
	rm uv.lock

clean:
	rm -rf .venv out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Set up once for each change of these files, so that a second `make run` starts at once.
.venv/ready-to-run: packaging/prepare.sh requirements.txt pyproject.toml
	@packaging/prepare.sh run
	@touch $@

.venv/ready-to-test: .venv/ready-to-run
	@packaging/prepare.sh test
	@touch $@
