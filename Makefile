# Everything a developer or an administrator does; README.md says when.
PYTHON ?= python3
BIN := .venv/bin
VENDOR := build/vendor/manifest.json

.PHONY: run test lint unit browser mutants bench shots assets pin clean

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
	$(BIN)/python -m pytest --ignore=tests/browser

browser: .venv/installed-dev assets
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m pytest tests/browser

# Not part of `make test`: it takes about ten minutes. docs/mutants.md says what may survive.
mutants: .venv/installed-mutants
	rm -rf mutants
	$(BIN)/mutmut run
	@$(BIN)/mutmut results --all true | awk -f docs/mutants.awk

bench: .venv/installed-dev assets
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m bench.run
	$(BIN)/python -m bench.scale
	$(BIN)/python -m bench.findings
	$(BIN)/python -m bench.reports
	$(BIN)/python -m bench.while_writing

shots: .venv/installed-dev assets
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m tests.browser.shots

assets: $(VENDOR)

$(VENDOR): package-lock.json dashboard/web/frontend.py .venv/installed
	command -v npm >/dev/null || $(BIN)/python -m pip install --quiet --editable ".[frontend]"
	$(BIN)/python -m dashboard assets

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	@touch $@

.venv/installed-mutants: .venv/installed-dev
	$(BIN)/python -m pip install --quiet --editable ".[mutants]"
	@touch $@

pin: .venv/installed-dev
	$(BIN)/python -m piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --output-file requirements.txt pyproject.toml

clean:
	rm -rf .venv build node_modules var shots mutants .mypy_cache .ruff_cache .pytest_cache .hypothesis
