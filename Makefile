# Two commands are enough: `make site` builds the portal, `make test` proves it. `make help` lists the rest.
# Every target makes its own .venv when it is missing or when its lock file changed.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# The first Python 3.11+ that is found; another one: make site PYTHON=/path/to/python3.12
FIND_PYTHON = for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done
PYTHON ?= $(shell $(FIND_PYTHON))
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input --quiet
RUN := $(VENV)/stamp-run
DEV := $(VENV)/stamp-dev

OUTPUT ?= _site
RELEASES ?= 1000
DATASETS ?= 0
ROWS ?= 10000 100000

UV_COMPILE = $(VENV)/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-emit-find-links --quiet --custom-compile-command 'make lock'

.PHONY: help site serve check test lint format docs bench lock upgrade clean browser

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(RUN) ## check everything and build the portal into _site/
	@echo "make site: checking the content and building the portal into $(OUTPUT)/"
	@$(PY) build.py build --output "$(OUTPUT)"

serve: $(RUN) ## preview with live reload at http://127.0.0.1:8000/
	@echo "make serve: building, then serving with live reload; stop with Ctrl+C"
	@$(PY) build.py serve

check: $(RUN) ## check content and data, write nothing
	@echo "make check: checking content and data; nothing is written"
	@$(PY) build.py check

test: lint browser ## lint, then run every test (Chromium included)
	@echo "make test: running all tests, a file at a time on each processor"
	@$(PY) -m pytest --numprocesses auto --dist loadfile

lint: $(DEV) ## ruff, mypy, import-linter, zizmor, actionlint with shellcheck
	@echo "make lint: ruff, mypy, import-linter, zizmor, actionlint, shellcheck"
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports --no-logo
	@$(VENV)/bin/zizmor --offline --quiet .github
	@$(VENV)/bin/actionlint -shellcheck $(VENV)/bin/shellcheck .github/workflows/*.yml
	@$(VENV)/bin/shellcheck .ci/run

format: $(DEV) ## let ruff mend style and layout
	@$(VENV)/bin/ruff check --fix --quiet .
	@$(VENV)/bin/ruff format .

docs: $(RUN) ## redo the reference of diagnostic codes, docs/kode.md
	@$(PY) docs/diagnostics.py

bench: $(DEV) ## time builds of a made-up corpus beside Hugo, where it is installed, and checks of tables
	@echo "make bench: $(RELEASES) releases, $(DATASETS) datasets (other sizes: RELEASES=10000 DATASETS=50)"
	@$(PY) bench/run.py --releases $(RELEASES) --datasets $(DATASETS)
	@$(PY) bench/tables_bench.py --rows $(ROWS)

lock: $(DEV) ## redo both lock files from pyproject.toml, keeping versions where possible
	@echo "make lock: resolving for Python 3.11+ on Linux, macOS and Windows"
	@$(UV_COMPILE) $(UPGRADE) --output-file requirements.lock
	@$(UV_COMPILE) $(UPGRADE) --group dev -c requirements.lock --output-file requirements-dev.lock

upgrade: ## redo both lock files with the newest allowed versions
	@$(MAKE) --no-print-directory lock UPGRADE=--upgrade

clean: ## remove what was built and cached (.venv stays)
	@echo "make clean: removing $(OUTPUT)/, the cache and the tools' caches"
	@rm -rf "$(OUTPUT)" .lintas ./.*.lintas bench/_work .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -path ./$(VENV) -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

# --- environments --------------------------------------------------------------------------------------------------

$(PY):
	@test -n "$(PYTHON)" || { \
		echo "Lintas memerlukan Python 3.11 atau yang lebih baru; tidak ditemukan. / Python 3.11 or newer was not found." >&2; \
		echo "Pasang dari https://www.python.org/downloads/ atau sebutkan letaknya: make site PYTHON=/path/python3.11" >&2; exit 2; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) bukan Python 3.11 atau yang lebih baru. / $(PYTHON) is not Python 3.11 or newer." >&2; exit 2; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Modul venv belum ada. Di Debian/Ubuntu: sudo apt-get install python3-venv, lalu ulangi." >&2; \
		echo "(The venv module is missing. On Debian/Ubuntu: sudo apt-get install python3-venv, then try again.)" >&2; exit 2; }
	@echo "make: creating $(VENV) with $$("$(PYTHON)" --version)"
	@"$(PYTHON)" -m venv --clear $(VENV)

$(RUN): requirements.lock | $(PY)
	@echo "make: installing the packages of requirements.lock into $(VENV)"
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(DEV): requirements-dev.lock requirements.lock | $(PY)
	@echo "make: installing the packages of requirements-dev.lock into $(VENV)"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $(RUN) $@

browser: $(DEV)
	@$(PY) tests/browser/chromium.py
