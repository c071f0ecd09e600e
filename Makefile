PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: tryout test test-servers lint types imports check clean

$(VENV)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@

tryout: $(VENV)/ready ## play one week of the service against embedded mail servers
	$(BIN)/mailbot tryout

test: $(VENV)/ready ## everything that needs no system packages: at most 4 minutes on two cores
	$(BIN)/pytest -n 2

test-servers: $(VENV)/ready ## smoke journeys on a private Dovecot + Postfix (needs root and the Debian packages)
	$(BIN)/pytest -m servers tests/servers

lint: $(VENV)/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/ready
	$(BIN)/mypy

imports: $(VENV)/ready
	$(BIN)/lint-imports

check: lint types imports test ## what to run before a commit
