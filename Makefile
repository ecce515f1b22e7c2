# Everything on a machine with Python >= 3.11, make and git. `make serve` to look, `make test` to be sure.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
BROWSERS := chromium chromium-browser google-chrome

.PHONY: serve site test bench lock clean

serve: .venv/ready  ## check, build and serve at http://127.0.0.1:8000/, rebuilding on every change
	$(BIN)/covenant serve

site: .venv/ready  ## check and build into site/
	$(BIN)/covenant build

test: .venv/ready-for-tests .venv/browser  ## style, types, architecture, and the whole suite
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/covenant messages --check
	$(BIN)/pytest

bench: .venv/ready  ## how fast a large registry is checked and built, as ratios within one run
	$(BIN)/python -m tests.bench

lock: .venv/ready-for-tests  ## renew both lock files from pyproject.toml
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
		--custom-compile-command "make lock" --extra build -o requirements.txt pyproject.toml
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
		--custom-compile-command "make lock" --extra build --extra dev -o requirements-dev.txt pyproject.toml

clean:
	rm -rf .venv site .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info

.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	touch $@

.venv/ready-for-tests: requirements-dev.txt .venv/ready
	$(PIP) install --require-hashes -r requirements-dev.txt
	touch $@

# A browser from the system; as root on Debian its package is installed, elsewhere Playwright's own browser.
.venv/browser: .venv/ready-for-tests
	for name in $(BROWSERS); do command -v $$name && break; done \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get && apt-get -qq update && apt-get -qq install -y chromium; } \
	|| $(BIN)/playwright install chromium
	touch $@
