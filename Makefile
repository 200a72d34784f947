# What there is to do here. Needs make and Python 3.11 or newer; everything else goes into .venv.
# Paths are relative throughout, so that the folder may be anywhere, spaces included.

PIP = .venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --require-virtualenv --require-hashes

.PHONY: help run tour test format lock settings train-filters soak bench venv ready ready-dev
.NOTPARALLEL:

help: ## what there is to do
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1	\2/p' Makefile | expand -t 18

run: ready ## start the tutor: in Discord with DISCORD_TOKEN set, else in the playground (OPEN=1: and show its page)
	@exec .venv/bin/python -m bot run $(if $(OPEN),--open)

tour: ready ## watch a learner and a moderator use the tutor in the playground
	@exec .venv/bin/python -m bot tour

test: ready-dev ## formatting, lint, types, floors, tests with coverage
	@.venv/bin/python -m ruff format --check --quiet . || { echo "Not formatted: run make format." >&2; exit 1; }
	@.venv/bin/python -m ruff check --quiet .
	@.venv/bin/python -m mypy --no-error-summary
	@said=$$($(LINT_IMPORTS) 2>&1) || { echo "$$said"; exit 1; }
	@.venv/bin/python -m pytest --cov -n auto --dist worksteal -m "not browser and not soak and not corpus"

format: ready-dev ## put the code into shape
	@.venv/bin/python -m ruff format --quiet .
	@.venv/bin/python -m ruff check --quiet --fix .

lock: ready-dev ## write both lock files anew from pyproject.toml
	@$(LOCK) pyproject.toml -o requirements.lock
	@$(LOCK) --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

settings: ready ## write .env.example and docs/server-settings.md anew from the settings in the code
	@.venv/bin/python -m bot.settings > .env.example
	@.venv/bin/python -m bot.servers.settings.page > docs/server-settings.md

train-filters: ready-dev ## learn the filters' weights anew: SETS=folder with the development sets (docs/safety-data.md)
	@.venv/bin/python -m bot.safety.training.train $(SETS)

soak: ready-dev ## the long tests: minutes to hours
	@.venv/bin/python -m pytest -m soak

bench: ready-dev ## what is measured: speed, memory, recall, false alarms (some minutes each, alone on the machine)
	@set -e; for name in $(BENCHMARKS); do echo "== $$name"; .venv/bin/python -m "benchmarks.$$name"; done

# --- what the above needs ---

# Those that need nothing but this repository; what else is in the folder is given files or writes some, and says so at its top.
BENCHMARKS = ack calibrate_refusal explain many_servers memory page practice quiz_buttons quiz_live safety storage memory_use

# By module, not by script: a script knows only the path at which .venv was made.
LINT_IMPORTS = .venv/bin/python -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'

LOCK = .venv/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

# The stamps are copies of the locks: an installation is out of date when its lock changed, whatever the clocks say.
ready: venv
	@cmp -s requirements.lock .venv/run.lock || { \
		echo "Installing what the tutor needs (once; a minute or two) …" && \
		rm -f .venv/run.lock && $(PIP) -r requirements.lock && cp requirements.lock .venv/run.lock; }

ready-dev: venv
	@cmp -s requirements-dev.lock .venv/dev.lock || { \
		echo "Installing what the tests need (once; a few minutes) …" && \
		rm -f .venv/dev.lock .venv/run.lock && $(PIP) -r requirements-dev.lock && \
		cp requirements-dev.lock .venv/dev.lock && cp requirements.lock .venv/run.lock; }

# A .venv that is missing, broken (moved, or its Python gone) or too old is made anew. The first choice is a Python
# for which every dependency has a wheel; PYTHON=… is tried before all.
venv:
	@.venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		for newest in 15 99; do \
			for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
				"$$python" -c "import sys; sys.exit(not (3, 11) <= sys.version_info < (3, $$newest))" 2>/dev/null || continue; \
				rm -rf .venv; \
				"$$python" -m venv .venv >/dev/null 2>&1 && exit 0; \
				found="$$python"; \
			done; \
		done; \
		rm -rf .venv; \
		if [ -n "$$found" ]; then \
			echo "$$found cannot make a virtual environment. On Debian or Ubuntu: sudo apt install python3-venv" >&2; \
		else \
			echo "Python 3.11 or newer is needed, and none was found. Get it from https://www.python.org/downloads/" >&2; \
		fi; \
		exit 1; }
