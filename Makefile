# What a newcomer needs: `make tryout`, and `make test`. Python 3.11 or later; another one: make PYTHON=python3.13 tryout
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
AXE := $(VENV)/axe/node_modules/axe-core/axe.min.js
FILES := pyproject.toml setup.py constraints.txt

.PHONY: help tryout test test-servers test-pages pictures bench fuzz-read bench-read second-opinion likely-intents lint types imports check read-samples clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "mailbot needs Python 3.11 or later, and $(PYTHON) is older: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/tryout-ready: $(BIN)/python $(FILES)
	$(PIP) install --constraint constraints.txt --editable '.[tryout]'
	@touch $@

$(VENV)/ready: $(BIN)/python $(FILES)
	$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $(VENV)/tryout-ready $@

tryout: $(VENV)/tryout-ready ## play the service against embedded mail servers
	$(BIN)/mailbot tryout

test: $(VENV)/ready ## everything that needs no system packages: at most 4 minutes on two cores
	$(BIN)/pytest -n 2

test-servers: $(VENV)/ready ## smoke journeys on a private Dovecot + Postfix (as root, with the Debian packages), and whole processes: at most 15 minutes
	$(BIN)/pytest -m servers tests/servers
	$(BIN)/pytest -m processes -n 2 tests

$(AXE):
	npm install --silent --no-save --no-audit --no-fund --prefix $(VENV)/axe axe-core@4.14.1

test-pages: $(VENV)/ready $(AXE) ## every email in Chromium, by axe-core (needs chromium and npm)
	$(BIN)/pytest -m pages tests/pages

pictures: $(VENV)/ready ## take the pictures of docs/pictures anew (needs chromium)
	$(BIN)/python tests/pages/pictures.py

bench: $(VENV)/ready ## how fast and how big, on a private Dovecot + Postfix (as root); prints figures, asserts little
	$(BIN)/pytest -m bench -s -p no:randomly tests/bench

read-samples: $(VENV)/ready ## how well letters are read, against the floors; ARGS="--show families" shows what was read wrongly
	$(BIN)/python tests/scores $(ARGS)

fuzz-read: $(VENV)/ready ## N=100000 damaged mails read in every way; prints what failed and how long the slowest took
	$(BIN)/python -m tests.reading.fuzz

likely-intents: $(VENV)/ready ## fit what letters are likely for to our own letters (training/), and tell how well they do
	$(PIP) install --constraint constraints.txt --editable '.[train]'
	$(BIN)/python training/intents.py

second-opinion: $(VENV)/ready ## fit the second opinion on risk anew to our own stories, and tell what it adds
	$(PIP) install --constraint constraints.txt --editable '.[train]'
	$(BIN)/python training/second_opinion.py

bench-read: $(VENV)/ready ## emails a second, opened and read, next to the standard library's parser
	$(BIN)/python -m tests.bench.bench_read

lint: $(VENV)/ready ## format and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/ready ## mypy, strict
	$(BIN)/mypy

imports: $(VENV)/ready ## imports point inward
	$(BIN)/lint-imports

check: lint types imports test ## what to run before a commit

clean: ## forget everything that was built or downloaded
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
