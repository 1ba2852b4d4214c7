# Every target sets up what it needs. Python 3.11 or later is all that must be there.

PYTHON ?= python3
BIN = .venv/bin

.PHONY: setup demo run test lint lock clean

setup: .venv/ready

demo: setup
	@$(BIN)/outlay demo

run: setup
	@$(BIN)/outlay run

test: .venv/ready-dev
	@$(BIN)/python -m pytest

lint: .venv/ready-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "outlay needs Python 3.11 or later; name one with: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "making .venv"
	@$(PYTHON) -m venv .venv

.venv/ready: deploy/requirements.lock pyproject.toml | .venv/bin/python
	@echo "installing what deploy/requirements.lock names into .venv; this takes about a minute"
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r deploy/requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-dev: deploy/requirements-dev.lock pyproject.toml .venv/ready
	@echo "installing the tools of the tests"
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r deploy/requirements-dev.lock
	@touch $@

# Resolve the ranges of pyproject.toml again, for every platform and Python from 3.11 on.
lock:
	@$(PYTHON) -m venv .venv-lock && .venv-lock/bin/pip install --quiet uv
	@.venv-lock/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 --extra postgres --group build pyproject.toml -o deploy/requirements.lock
	@.venv-lock/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 --extra dev --group build -c deploy/requirements.lock pyproject.toml -o deploy/requirements-dev.lock
	@rm -rf .venv-lock

clean:
	@rm -rf .venv .venv-lock .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
