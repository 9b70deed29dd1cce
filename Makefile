# `make demo` prints the discrepancy report of the shipped fixtures and writes demo.html; `make test` passes the tests.
# Both set up everything they need in .venv; nothing else is touched.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready

.PHONY: demo test slow lint bench pictures clean

demo: $(READY)
	@$(BIN)/counterclaim demo
	@$(BIN)/counterclaim demo -o demo.html
	@echo "open demo.html in a browser; the same in the terminal, from its beginning: $(BIN)/counterclaim demo | less"

test: $(READY)
	$(BIN)/python -m pytest -n 2

slow: $(VENV)/.referee
	$(BIN)/python -m pytest -n 2 -m slow

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python benchmarks/loading.py
	$(BIN)/python benchmarks/end_to_end.py
	$(BIN)/python benchmarks/judging.py
	$(BIN)/python benchmarks/belligerents.py --quick
	$(BIN)/python benchmarks/rendering.py

pictures: $(READY)
	$(BIN)/python docs/images/make.py

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "counterclaim needs Python 3.11 or newer; say which with: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)

$(VENV)/.referee: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,referee]'
	@touch $(VENV)/.referee

clean:
	rm -rf demo.html $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
