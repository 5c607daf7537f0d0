# Everything that is done with this project by hand or by CI. Start with: make demo

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$p; break; }; done)
VENV := .venv
RUN := $(VENV)/bin/python
PORT ?= 8080
# Compiled files are kept whatever the machine says: the tests start this program some hundred times.
TEST := env -u PYTHONDONTWRITEBYTECODE $(RUN) -m pytest
PIP := -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: help install demo test test-browser lint format audit wheel licenses map bench scale year simulate chaos crash fuzz soak lock clean

help: ## Show what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

install: $(VENV)/.run ## Set up what the bot needs to run

demo: $(VENV)/.run ## Try the bot in the browser (PORT=8080, DATA_DIR=… to keep the data)
	@exec env $(if $(DATA_DIR),DATA_DIR="$(DATA_DIR)",) $(RUN) -m bot demo --port $(PORT)

test: $(VENV)/.dev ## Run all tests (those in a browser are skipped where none is installed)
	@$(TEST) -n 4 --no-loadscope-reorder

test-browser: $(VENV)/.dev ## Install a headless Chromium and run the tests of the page
	@$(RUN) -m tests.e2e.browser || $(RUN) -m playwright install --with-deps chromium
	@$(TEST) -m browser

lint: $(VENV)/.dev ## Check style, types, layers and content
	@$(VENV)/bin/ruff format --check --quiet .
	@$(VENV)/bin/ruff check --quiet .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports --no-cache
	@$(RUN) -m bot check

format: $(VENV)/.dev ## Put the code into its form
	@$(VENV)/bin/ruff format --quiet .
	@$(VENV)/bin/ruff check --fix --quiet .

audit: .venv-audit/.ready $(VENV)/.run ## List what the bot is made of and look for known vulnerabilities
	@test .venv-audit/run/.ready -nt requirements.txt || { rm -rf .venv-audit/run && $(RUN) -m venv .venv-audit/run \
		&& .venv-audit/run/bin/python $(PIP) -r requirements.txt && touch .venv-audit/run/.ready; }
	@.venv-audit/bin/cyclonedx-py environment .venv-audit/run --pyproject pyproject.toml --output-reproducible \
		--of JSON -o sbom.json 2>/dev/null
	@echo "sbom.json: what the bot runs with (CycloneDX)"
	@.venv-audit/bin/python .ci/audit.py

wheel: $(VENV)/.dev ## Build the wheel into dist/, the same bytes wherever it is built
	@$(RUN) -m hatchling build -t wheel

licenses: $(VENV)/.run ## Write docs/licenses.md, under which licence each package stands
	@$(RUN) docs/licenses.py

map: $(VENV)/bin/python ## Write docs/map.md and the glossary, from heads and docstrings
	@$(RUN) docs/map.py

bench: $(VENV)/.dev $(VENV)/.rivals ## Measure against named baselines (some minutes)
	@$(RUN) -m bench

scale: $(VENV)/.dev ## Measure PostgreSQL with a million teachers (a quarter of an hour)
	@$(RUN) -m bench.scale

year: $(VENV)/.dev ## Live through a year of reminders with 10,000 teachers (an hour)
	@$(RUN) -m bench.year --teachers 10000

simulate: $(VENV)/.dev ## Live through 2,000 worlds, each from a seed (SEEDS=…, FROM=…)
	@$(RUN) -m bench.simulate --seeds $(or $(SEEDS),2000) --from $(or $(FROM),0)

chaos: $(VENV)/.dev ## Kill processes and restart their database, again and again (KILLS=…, SEED=…; minutes)
	@$(RUN) -m bench.chaos --kills $(or $(KILLS),100) --seed $(or $(SEED),1) $(if $(WRITE),--write)

crash: $(VENV)/.dev ## Kill the store 1,000 times and count what was lost
	@$(RUN) -m bench.crash

fuzz: $(VENV)/.dev ## Send the bot 100,000 updates that nobody should send (SEED=…; some minutes)
	@$(RUN) -m bench.hostile.fuzz $(if $(SEED),--seed $(SEED))

soak: $(VENV)/.dev ## Live through 200,000 updates and see what grows (a quarter of an hour)
	@$(RUN) -m bench.hostile.soak

lock: $(VENV)/.dev ## Pin the newest allowed packages, with hashes
	@$(RUN) -m pip install --quiet uv
	@for set in "requirements.txt" "requirements-encryption.txt --extra encryption" \
		"requirements-postgres.txt --extra postgres" "requirements-dev.txt --group dev"; do \
		$(VENV)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header pyproject.toml -o $$set; done
	@for set in bench/rivals .ci/audit; do \
		$(VENV)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header $$set.in -o $$set.txt; done

clean: ## Remove what was set up
	@rm -rf $(VENV) .venv-bench .venv-audit dist sbom.json .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { \
		echo "Langkah Guru needs Python 3.11 or newer, found: $$(python3 --version 2>&1 || echo none)." >&2; \
		echo "Install one, or name it: make demo PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Langkah Guru needs Python 3.11 or newer, but $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; exit 1; }
	@echo "Setting up .venv with $$($(PYTHON) --version) (once) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(VENV)/bin/python
	@echo "Installing packages (once) …"
	@$(RUN) $(PIP) -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	@echo "Installing packages for tests (once) …"
	@$(RUN) $(PIP) -r requirements-dev.txt
	@touch $@

$(VENV)/.rivals: bench/rivals.txt | $(VENV)/bin/python
	@$(RUN) -m venv .venv-bench
	@.venv-bench/bin/python $(PIP) -r bench/rivals.txt
	@touch $@

.venv-audit/.ready: .ci/audit.txt | $(VENV)/bin/python
	@$(RUN) -m venv .venv-audit
	@.venv-audit/bin/python $(PIP) -r .ci/audit.txt
	@touch $@
