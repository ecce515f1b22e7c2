# Everything on a machine with Python >= 3.11, make and git. `make serve` to look, `make test` to be sure.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
BROWSERS := chromium chromium-browser google-chrome

.PHONY: serve site checksums links test bench lock clean

serve: .venv/ready  ## check, build and serve at http://127.0.0.1:8000/, rebuilding on every change
	$(BIN)/covenant serve

site: .venv/ready  ## check and build into site/
	$(BIN)/covenant build

# The digest goes where the forge's next job finds it; at a terminal it is shown.
checksums: site  ## build, and list the hash of every file in site/checksums.txt
	cd site && find . -type f ! -name checksums.txt -exec sha256sum {} + | LC_ALL=C sort -k 2 > checksums.txt
	@echo "digest=sha256:$$(sha256sum < site/checksums.txt | cut -c -64)" >> "$${GITHUB_OUTPUT:-/dev/stdout}"

# Addresses of the site itself are looked up in site/; the forge's editor asks to log in.
links: site .venv/ready-for-tests  ## build, and follow every link of the site, also to other hosts
	$(BIN)/lychee --no-progress --root-dir $(CURDIR)/site --index-files index.html --include-fragments=anchor-only \
		--remap "$$(sed -n 's/^site_url: *//p' mkdocs.yml) file://$(CURDIR)/site/" --exclude '/(edit|new)/' site

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
