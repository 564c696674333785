# Every verb of the project. `make help` lists them; `make report` and `make test` need nothing first.
PYTHON3 ?= python3
VENV := .venv
PYTHON := $(VENV)/bin/python
SETUP := $(VENV)/.ok
export PYTHONPATH := $(CURDIR)
# Values given on the command line reach the programs through the environment, never through the
# shell's own reading, so that no quote or semicolon in them can become a command.
export MEMO AS_OF SET CASES FIGURE Q
.DEFAULT_GOAL := help
.PHONY: help setup doctor load report golden audit explain sql bench test lint check clean

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-9s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(SETUP) ## virtual environment from requirements.lock and the system's text libraries

$(SETUP): requirements.lock reports/doctor.py
	@$(PYTHON3) reports/doctor.py --install
	@echo "setting up $(VENV) from requirements.lock" >&2
	@if command -v uv >/dev/null 2>&1; then \
		uv venv --quiet --allow-existing --python $(PYTHON3) $(VENV) \
		&& VIRTUAL_ENV=$(VENV) uv pip sync --quiet --compile-bytecode \
		--require-hashes requirements.lock; \
	else \
		$(PYTHON3) -m venv $(VENV) && $(PYTHON) -m pip install --quiet --disable-pip-version-check \
		--no-deps --require-hashes -r requirements.lock; \
	fi
	@touch $@

doctor: ## what this machine needs, and the command that installs it
	@$(PYTHON3) reports/doctor.py

load: $(SETUP) ## check the bundled facts and load them alone into build/scratch/raw.duckdb
	@mkdir -p build/scratch && rm -f build/scratch/raw.duckdb
	@$(PYTHON) -m ingest load --database build/scratch/raw.duckdb

report: $(SETUP) ## build and publish: [MEMO=name] [AS_OF=YYYY-MM-DD] [SET="key=value ..."]
	@$(PYTHON) -m reports build --memo "$$MEMO" --as-of "$$AS_OF" --set "$$SET"

golden: $(SETUP) ## run the golden cases through the code of the memos: [CASES=path]
	@$(PYTHON) -m reports golden --cases "$$CASES"

audit: $(SETUP) ## recompute every number of the published memos and compare with the PDFs
	@$(PYTHON) -m reports audit

explain: $(SETUP) ## from a figure down to raw rows and SQL: MEMO=name FIGURE=id
	@$(PYTHON) -m reports explain --memo "$$MEMO" --figure "$$FIGURE"

sql: $(SETUP) ## read-only shell on the published database, or one query: [Q="select ..."]
	@$(PYTHON) -m reports sql --query "$$Q"

bench: $(SETUP) ## measure times and memory, also with 10, 100 and 1000 times the prices
	@$(PYTHON) -m reports bench

test: $(SETUP) ## all tests, without network
	@$(PYTHON) -m pytest

lint: $(SETUP) ## format and lint rules of Python; those of SQL stand in tests/test_conventions.py
	@$(PYTHON) -m ruff format --check --quiet . && $(PYTHON) -m ruff check --quiet .

check: lint test golden report audit ## everything that guards the main branch

clean: ## remove build/ and all caches
	@rm -rf build dbt_project/target dbt_project/logs .pytest_cache .ruff_cache .hypothesis
	@find dbt_project ingest reports tests -name __pycache__ -prune -exec rm -rf {} +
