# Everything a developer or an administrator does; README.md says when.
PYTHON ?= python3
BIN := .venv/bin
# What is deployed is what is run and tested here: its versions, without the hashes of its files.
DEPLOYED := .venv/deployed.txt
PIP := $(BIN)/python -m pip install --quiet --constraint $(DEPLOYED)
VENDOR := build/vendor/manifest.json

.PHONY: run test lint unit browser mutants bench backtest shots assets pin clean

run: .venv/installed
	@$(MAKE) --no-print-directory assets || echo "The front-end files could not be built; the dashboard runs without them, more slowly."
	$(BIN)/python app.py

test: lint unit browser

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: .venv/installed-dev
	$(BIN)/python -m pytest --numprocesses=auto --ignore=tests/browser

browser: .venv/installed-dev assets
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m pytest --numprocesses=auto tests/browser

# Not part of `make test`: about a quarter of an hour. docs/mutants.md explains what survives.
mutants: .venv/installed-mutants
	rm -rf mutants
	$(BIN)/mutmut run
	$(BIN)/mutmut results --all true | $(BIN)/python -m bench.mutants

bench: .venv/installed-dev assets
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m bench.run
	$(BIN)/python -m bench.scale
	$(BIN)/python -m bench.room
	$(BIN)/python -m bench.findings
	$(BIN)/python -m bench.false_alarms
	$(BIN)/python -m bench.reports
	$(BIN)/python -m bench.while_writing

# SERIES names folders of published CSV files to try the outlook on, beside simulated series.
SERIES ?= data

backtest: .venv/installed-dev
	$(BIN)/python -m bench.backtest $(SERIES)

shots: .venv/installed-dev assets
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m tests.browser.shots

assets: $(VENDOR)

$(VENDOR): package-lock.json dashboard/web/frontend.py dashboard/web/bootstrap.scss $(wildcard assets/*) .venv/installed
	command -v npm >/dev/null || $(PIP) --editable ".[frontend]"
	$(BIN)/python -m dashboard assets

.venv/installed: pyproject.toml requirements.txt
	$(PYTHON) -m venv .venv
	sed -n 's/^\([A-Za-z0-9._-]*==[^ ]*\).*/\1/p' requirements.txt > $(DEPLOYED)
	$(PIP) --upgrade pip setuptools
	$(PIP) --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	$(PIP) --editable ".[dev]"
	@touch $@

.venv/installed-mutants: .venv/installed-dev
	$(PIP) --editable ".[mutants]"
	@touch $@

pin: .venv/installed-dev
	$(BIN)/python -m piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --output-file requirements.txt pyproject.toml

clean:
	rm -rf .venv build node_modules var shots mutants .mypy_cache .ruff_cache .pytest_cache .hypothesis
