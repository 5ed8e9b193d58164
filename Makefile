# Two commands do everything on a machine with Python 3.11: `make demo` and `make test`.
.DEFAULT_GOAL := help
.PHONY: help setup demo test check format bench eval lock browser golden clean

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
CHECKED := src tests benchmarks scripts

help:    ## what there is
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## ?/  make \1\t/' | expand -t 18

setup: $(STAMP)    ## make .venv with everything, prism included

$(STAMP): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Prism needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@command -v $(BIN)/uv >/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --requirement requirements-dev.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $(STAMP)

demo: setup    ## a whole newsroom on the sample wire, in the browser
	$(BIN)/prism demo

test: setup browser    ## everything that CI runs: format, lint, types, import contract, all tests, quality floors
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses 2 --max-worker-restart 1 --dist loadfile --no-loadscope-reorder  # by folders: the files with few tests are the slow ones, and would come last

check: setup    ## before every commit: format, lint, types, import contract, fast tests
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses 2 --dist loadfile -m "not slow and not browser and not postgres and not data"

format: setup    ## put the code into its format
	$(BIN)/ruff format $(CHECKED)
	$(BIN)/ruff check --fix $(CHECKED)

eval: setup    ## quality of every stage, held against the pinned floors
	$(BIN)/prism eval

bench: setup    ## speed: medians and ratios of one run
	$(BIN)/python benchmarks/run.py

lock: setup    ## renew the locked dependencies
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --group dev --extra postgres --extra local pyproject.toml --output-file requirements-dev.lock

browser:    ## Chromium for the browser tests, where it can be installed; else they skip and say so
	@sh scripts/ensure-browser.sh
	@sh scripts/ensure-page-checkers.sh

golden: setup browser    ## pictures of all kinds of pages made anew (tests/golden/pages); look at them before you commit them
	PRISM_GOLDEN=record $(BIN)/pytest -q tests/e2e/test_golden_pictures.py

clean:    ## remove what was made
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
