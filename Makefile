# What a person runs and what CI runs. A bare clone needs only python3 (3.11 or later), git and make; the tests need npm too.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip install --quiet --disable-pip-version-check
# The lock is whole, so nothing is left for pip to resolve.
LOCKED := $(PIP) --require-hashes --no-deps --requirement
EDITABLE := $(PIP) --no-deps --no-build-isolation --editable .
BUILD := pyproject.toml hatch_build.py package.json package-lock.json
# Without npm its own package for Python stands in: a build without isolation asks for nothing.
NODE_AT_HAND = @command -v npm >/dev/null || $(PIP) $$($(RUN) -c 'import hatch_build; print(hatch_build.NODE)')
# A venv of its own: uv must be there to mend a lock that no longer installs.
UV := .venv-uv/bin/uv
LOCK := $(UV) pip compile --no-config --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --annotation-style line --custom-compile-command 'make lock'
SITE_READY := $(VENV)/ready-site
DEV_READY := $(VENV)/ready-dev
NPM_READY := node_modules/.package-lock.json
RESOLUTION_newest := highest
RESOLUTION_lowest := lowest-direct
# Which tests stay in one process, tests/conftest.py says.
PYTEST := $(RUN) -m pytest
PARALLEL := -n 2
# The floor in pyproject.toml is for all tests: a chosen few are run without it.
COVERAGE := $(if $(ARGS),,--cov --cov-report=term:skip-covered --durations=10)
LIGHTHOUSE := tests/browser/lighthouse

.PHONY: help site serve test slow fmt lint types layers browser packaging docs languages bench property lighthouse tools clean
.PHONY: mutants fuzz release-check lock test-newest test-lowest

help: ## what there is
	@grep -hE '^[a-z-]+( [a-z-]+)*:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 26

site: $(SITE_READY) ## build the demo journal into _site
	@$(RUN) -m journal_site build
	@echo "The demo is in $(CURDIR)/_site: open $(CURDIR)/_site/index.html, or run 'make serve'."

serve: $(SITE_READY) ## preview the demo journal
	@$(RUN) -m journal_site serve

test: $(DEV_READY) $(NPM_READY) tools ## every test, with the coverage that CI holds
	$(PYTEST) $(PARALLEL) $(COVERAGE) $(ARGS)

browser: $(DEV_READY) $(NPM_READY) tools ## only the tests in Chromium and by the Nu checker
	$(PYTEST) -m browser $(ARGS)

packaging: $(DEV_READY) ## only the tests of wheel, sdist and editable install
	$(PYTEST) -m packaging $(ARGS)

property: $(DEV_READY) ## the random cases, many more than `make test` tries
	HYPOTHESIS_PROFILE=thorough $(PYTEST) -m property $(ARGS)

mutants: $(DEV_READY) ## whether the tests notice when the program is made wrong; ARGS='index --seed 7 --count 20'
	$(RUN) -m tests.mutants $(ARGS)

fuzz: $(VENV)/ready-fuzz ## inputs by coverage, with atheris (Linux); ARGS='markdown --seconds 600', all targets without
	$(RUN) -m tests.fuzz $(ARGS)

slow: $(DEV_READY) $(NPM_READY) tools ## the long runs: all attacks, kills, faults and the preview under load (an hour or more)
	nice -n 19 $(PYTEST) --no-cov --slow -m slow -s $(ARGS)

fmt: $(DEV_READY) ## format, and mend what ruff can
	$(RUN) -m ruff check --fix-only .
	$(RUN) -m ruff format .

lint: $(DEV_READY) ## ruff, with every rule but those that pyproject.toml argues against
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .

types: $(DEV_READY) ## mypy strict, tests included
	$(RUN) -m mypy

layers: $(DEV_READY) ## who may import whom, and how large files and folders may be
	$(VENV)/bin/lint-imports --no-logo
	$(RUN) -m tests.architecture.rooms

docs: $(DEV_READY) ## write docs/theme.md, docs/reference/ and the pictures of the rooms from the code
	$(RUN) -m docs.make_theme
	$(RUN) -m docs.make_reference
	$(RUN) -m docs.make_schemas
	$(RUN) -m docs.make_template
	$(RUN) -m docs.rooms

languages: $(DEV_READY) ## write the tables made from the languages' words and from CLDR
	$(RUN) -m docs.make_languages

bench: $(VENV)/ready-bench ## the figures of benchmarks/README.md, on this machine
	$(RUN) -m benchmarks $(ARGS)

lighthouse: $(DEV_READY) $(LIGHTHOUSE)/node_modules/.package-lock.json tools ## Lighthouse's four scores of the demo's pages
	$(RUN) $(LIGHTHOUSE)/scores.py $(ARGS)

lock: $(UV) ## renew the lock for what pyproject.toml asks; ARGS=--upgrade takes the newest releases
	$(LOCK) $(ARGS) --group dev --output-file requirements-dev.txt pyproject.toml
	$(LOCK) $(ARGS) --group build --constraint requirements-dev.txt --output-file requirements.txt pyproject.toml
	$(LOCK) $(ARGS) --group pyproject.toml:bench --output-file requirements-bench.txt
	$(LOCK) $(ARGS) --group pyproject.toml:fuzz --output-file requirements-fuzz.txt

test-newest test-lowest: test-%: $(UV) ## the unit tests with the newest or lowest releases that pyproject.toml allows
	$(UV) venv --no-config --quiet --clear --python $(PYTHON) .venv-$*
	$(UV) pip compile --no-config --quiet --resolution $(RESOLUTION_$*) --python .venv-$* --group dev --no-header \
	  --output-file .venv-$*/requirements.txt pyproject.toml
	$(UV) pip install --no-config --quiet --python .venv-$* --requirements .venv-$*/requirements.txt
	$(UV) pip install --no-config --quiet --python .venv-$* --no-deps --no-build-isolation --editable .
	.venv-$*/bin/python -m pytest $(PARALLEL) $(or $(ARGS),tests/unit)

release-check: $(DEV_READY) $(UV) ## all that a release needs and the network is not needed for; leaves dist/
	$(RUN) .ci/release.py check --uv $(UV) $(ARGS)

clean: ## remove all that make and the tools left here
	rm -rf $(VENV) .venv-* node_modules $(LIGHTHOUSE)/node_modules journal_site/_vendor _site .journal .fuzz build dist
	rm -rf .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

tools: # Chromium and Java for the browser tests, where this machine lets us install them
	@sh tests/browser/tools.sh

$(RUN):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "journal needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) -V 2>&1). Try: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "No virtual environment could be made (Debian, Ubuntu: apt-get install python3-venv)." >&2; exit 1; }

# Without npm's files the package is not ready, whatever the stamp says.
ifeq ($(wildcard journal_site/_vendor/versions.json),)
.PHONY: $(SITE_READY) $(DEV_READY)
endif

$(SITE_READY): requirements.txt $(BUILD) | $(RUN)
	$(LOCKED) requirements.txt
	$(NODE_AT_HAND)
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" $(EDITABLE)
	@touch $@

$(DEV_READY): requirements-dev.txt $(BUILD) | $(RUN)
	$(LOCKED) requirements-dev.txt
	$(NODE_AT_HAND)
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" $(EDITABLE)
	@touch $@ $(SITE_READY)

$(VENV)/ready-bench: requirements-bench.txt $(DEV_READY)
	$(LOCKED) requirements-bench.txt
	@touch $@

$(VENV)/ready-fuzz: requirements-fuzz.txt $(DEV_READY)
	$(LOCKED) requirements-fuzz.txt
	@touch $@

$(UV):
	@$(PYTHON) -m venv .venv-uv
	.venv-uv/bin/python -m pip install --quiet --disable-pip-version-check uv

$(NPM_READY): package.json package-lock.json
	@command -v npm >/dev/null || { echo "The browser tests need npm (Debian, Ubuntu: apt-get install npm)." >&2; exit 1; }
	npm ci --ignore-scripts
	@touch $@

$(LIGHTHOUSE)/node_modules/.package-lock.json: $(LIGHTHOUSE)/package.json $(LIGHTHOUSE)/package-lock.json
	cd $(LIGHTHOUSE) && npm ci --ignore-scripts
	@touch $@
