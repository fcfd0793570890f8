# Sets up what it needs on Debian and Ubuntu, then runs the kiosk or its tests. `make` lists it all.

PYTHON ?= python3
ARGS ?=

# What the Qt libraries and plugins in use are linked against (objdump -p), as Debian packages;
# PipeWire and VA-API are loaded at run time, and Qt complains when they are not there.
RUN_PACKAGES := python3 python3-venv \
	libegl1 libgl1 libgl1-mesa-dri libdrm2 \
	libx11-6 libx11-xcb1 libxext6 libxrandr2 libxkbcommon0 libxkbcommon-x11-0 \
	libxcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 \
	libxcb-randr0 libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 \
	libxcb-util1 libxcb-xfixes0 libxcb-xkb1 \
	libwayland-client0 libwayland-cursor0 libwayland-egl1 \
	libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 \
	libpulse0 libpipewire-0.3-0 libva2 libva-drm2 libva-x11-2 \
	libgssapi-krb5-2 libbrotli1 libbz2-1.0 libzstd1
# The virtual desktop, what plays the visitor and the screen reader on it, and what makes media.
TEST_PACKAGES := $(RUN_PACKAGES) \
	xvfb dbus at-spi2-core python3-pyatspi gir1.2-atspi-2.0 \
	xdotool x11-utils x11-xserver-utils ffmpeg fonts-noto-core

BIN := .venv/bin
DESKTOP := $(BIN)/python tests/gui/session.py

.DEFAULT_GOAL := help
# One thing after the other, except where -j is said within.
ifndef SIDE_BY_SIDE
.NOTPARALLEL:
endif
.DELETE_ON_ERROR:
.PHONY: help install run test lint test-code test-gui test-gui-software test-gui-gpu check format \
	bench screenshots recording soak clean

help: ## this list
	@awk -F ': .*## ' '/^[a-z-]+:.* ## / {printf "make %-18s %s\n", $$1, $$2}' Makefile
	@echo 'Options go in ARGS, for example: make run ARGS="my-exhibit --language en"'

install: .venv/.ready-to-run ## what `kiosk` needs, without starting it

run: .venv/.ready-to-run ## the example exhibit in a window
	@$(BIN)/kiosk --windowed $(ARGS)

test: .venv/.ready-to-test ## everything that is checked before a change is accepted
	@$(MAKE) --no-print-directory --keep-going lint test-code test-gui

# Each has a desktop of its own and mostly waits for what a visitor would wait for.
test-gui: .venv/.ready-to-test ## the tests of the window, both ways of drawing side by side
	@printf '\n%s\n' '== tests of the window: what they say is shown when each has ended'
	@$(MAKE) --no-print-directory --keep-going --jobs=2 --output-sync=target SIDE_BY_SIDE=yes \
		test-gui-software test-gui-gpu

check: .venv/.ready-to-run ## look for problems in the example exhibit
	@$(BIN)/kiosk check $(ARGS)

# Runs a command, then says how long it took; the exit code is the command's.
define part
	@start=$$(date +%s); status=0; printf '\n%s\n' '== $(1)'; { $(2); } || status=$$?; \
	[ $$status = 0 ] && word=good || word=FAILED; \
	echo "== $(1): $$word, $$(($$(date +%s) - start)) s"; exit $$status
endef

LINTERS := "ruff check ." "ruff format --check ." "mypy" "lint-imports --no-logo" "python tests/lint_qml.py"

lint: .venv/.ready-to-test ## format, types, layers and QML
	$(call part,lint,failed=0; for tool in $(LINTERS); do $(BIN)/$$tool || failed=1; done; \
		[ $$failed = 0 ])

test-code: .venv/.ready-to-test ## the tests that need no window
	$(call part,tests without a window,\
		$(BIN)/pytest --numprocesses=2 --dist=worksteal --ignore=tests/gui $(ARGS))

test-gui-software: .venv/.ready-to-test ## the tests of the window, drawn by Qt's software renderer
	$(call part,tests of the window$(comma) software renderer,\
		KIOSK_RENDERER=software $(DESKTOP) $(BIN)/pytest tests/gui $(ARGS))

test-gui-gpu: .venv/.ready-to-test ## the tests of the window, drawn by OpenGL
	$(call part,tests of the window$(comma) OpenGL renderer,\
		KIOSK_RENDERER=gpu $(DESKTOP) $(BIN)/pytest tests/gui -m "not slow and not gui_once" $(ARGS))

comma := ,

format: .venv/.ready-to-test ## put Python and QML files into the format that lint asks for
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format . ; $(BIN)/python tests/lint_qml.py --fix

bench: .venv/.ready-to-test ## measure frames, start and memory, and those of peers in Chromium
	@$(DESKTOP) $(BIN)/python tests/bench/run.py $(ARGS)

screenshots: .venv/.ready-to-test ## pictures of every screen
	@$(DESKTOP) $(BIN)/python tests/screens/shoot.py $(ARGS)

recording: .venv/.ready-to-test ## a short film of a hand on the timeline
	@$(DESKTOP) $(BIN)/python -m tests.screens.record $(ARGS)

soak: .venv/.ready-to-test ## the long runs
	@KIOSK_RENDERER=$${KIOSK_RENDERER:-software} $(DESKTOP) $(BIN)/pytest -m slow $(ARGS)

clean: ## remove the virtual environment, caches and everything built
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find kiosk tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Installs those of the Debian packages $(1) that are missing. A package counts as there when an
# installed one provides it, as libglib2.0-0t64 does libglib2.0-0.
define install_packages
	@mkdir -p .venv
	@command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || { \
		echo 'This is not Debian or Ubuntu. Install what corresponds to these packages yourself:'; \
		echo '  $(strip $(1))'; exit 0; }; \
	missing=$$(dpkg-query -W -f '$${db:Status-Status} $${Package}, $${Provides}\n' | \
		awk -v packages='$(strip $(1))' ' \
			/^installed / { \
				gsub(/\([^)]*\)/, ""); \
				for (i = split(substr($$0, 11), names, /[, ]+/); i > 0; i--) have[names[i]] \
			} \
			END { \
				n = split(packages, wanted, /[ \t]+/); \
				for (i = 1; i <= n; i++) if (!(wanted[i] in have)) printf "%s ", wanted[i] \
			}'); \
	[ -n "$$missing" ] || exit 0; \
	if [ "$$(id -u)" = 0 ]; then as_root=env; \
	elif sudo -n true 2>/dev/null; then as_root='sudo env'; \
	else \
		echo 'The kiosk needs system packages that only an administrator can install.'; \
		echo 'Run this once, then call make again:'; \
		echo "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends $$missing"; \
		exit 1; \
	fi; \
	echo "Installing system packages: $$missing"; \
	$$as_root apt-get update -qq && \
	$$as_root DEBIAN_FRONTEND=noninteractive \
		apt-get install -qq --yes --no-install-recommends -o DPkg::Lock::Timeout=120 \
		$$missing >.venv/apt.log 2>&1 || { \
		tail -n 20 .venv/apt.log; \
		echo 'The system packages could not be installed; the lines above say why.'; exit 1; }
endef

# Installs the project with the dependencies $(1): quietly in a log, with progress on a terminal.
define install_python
	@echo 'Installing Python packages (Qt alone is about 300 MB the first time) ...'
	@[ -t 1 ] && quiet= || quiet=--quiet; \
	PIP_ROOT_USER_ACTION=ignore $(BIN)/python -m pip install $$quiet --no-input \
		--disable-pip-version-check --editable $(1) || { \
		echo 'The Python packages could not be installed; is the network there? Call make again.'; \
		exit 1; }
endef

.venv/.run-packages: Makefile
	$(call install_packages,$(RUN_PACKAGES))
	@touch $@

.venv/.test-packages: Makefile
	$(call install_packages,$(TEST_PACKAGES))
	@touch $@ .venv/.run-packages

.venv/.python: | .venv/.run-packages
	@for python in $(PYTHON) python3.14 python3.13 python3.12 python3.11; do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			$$python -m venv .venv && touch $@ && exit 0; exit 1; \
		fi; \
	done; \
	echo 'The kiosk needs Python 3.11 or newer. Install one and name it: make run PYTHON=python3.11'; \
	exit 1

.venv/.ready-to-run: pyproject.toml | .venv/.run-packages .venv/.python
	$(call install_python,.)
	@touch $@

.venv/.ready-to-test: pyproject.toml | .venv/.test-packages .venv/.python
	$(call install_python,'.[dev]')
	@touch $@ .venv/.ready-to-run
