# Everything a person or the CI runs. Thin on purpose: the work is done by programs that run on
# Windows and macOS too (README.md has their lines); this file only names them.

BIN     := .venv/bin
WORKERS ?= 2
# pytest keeps the tests as it rewrites them only where bytecode may be written; else each of the many
# runs that tests start rewrites its plugins again, and takes twice the time to begin.
KEEP_BYTECODE := PYTHONDONTWRITEBYTECODE=
PYTHON  ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v "$$p" && break; done)

.DEFAULT_GOAL := help
.PHONY: help python install setup demo test test-fast check matrix prove gallery docs screenshots bench lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found. On Debian: sudo apt-get install python3" >&2; exit 2; }

install: python
	@"$(PYTHON)" requirements/install.py

setup: install ## the environment in .venv, browsers and fonts; a second run does nothing
	@$(BIN)/assist setup

demo: setup ## the main job on every browser found, against a mock portal; leaves a report
	@$(BIN)/assist demo

test: setup check ## everything: check, then all tests, browsers too
	@$(KEEP_BYTECODE) $(BIN)/pytest -n $(WORKERS) --dist loadgroup -m "not matrix" --assist-headless-shell

test-fast: install ## all tests that need no browser and no fresh environment
	@$(BIN)/pytest -n $(WORKERS) --dist loadgroup --ignore=tests/e2e -m "not slow"

check: install ## format, lint, types, contracts between packages
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo pyproject.toml

matrix: setup ## every case on every target, in each language, with and without JavaScript
	@$(BIN)/pytest -n $(WORKERS) --dist loadgroup tests/e2e tests/mock_portal/ui tests/mock_portal/worlds tests/harness/pages --assist-javascript both --assist-target chrome --assist-target firefox --assist-target edge --assist-report=out/matrix

prove: install ## long proofs: many more examples for every property, every small change of a check noticed
	@HYPOTHESIS_PROFILE=prove $(BIN)/pytest -n $(WORKERS) --ignore=tests/e2e
	@"$(PYTHON)" requirements/install.py prove
	@$(BIN)/python -m tests.contributions.prove_mutants $(WORKERS)

gallery: setup ## every screen, language and width on one contact sheet
	@$(BIN)/python -m harness.gallery

docs: install ## write the generated pages: checks, library, layouts, fidelity and licences
	@$(BIN)/python -m contributions.checks.write_pages
	@$(BIN)/python -m contributions.library_page
	@$(BIN)/python -m contributions.layout_page.page
	@$(BIN)/python -m mock_portal.fidelity write
	@$(BIN)/python requirements/licences.py

screenshots: setup ## take the pictures of the guides again
	@$(BIN)/python -m harness.screenshots

bench: setup ## each claim of speed, beside its peer
	@$(BIN)/python requirements/install.py bench
	@$(BIN)/python -m benchmarks

lock: install ## resolve the locks in requirements/ again
	@$(BIN)/python requirements/lock.py

clean: ## remove the environment and everything that was made
	@rm -rf .venv build dist out .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis mutants
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
