# What one can say to this project. `make` alone prints the list.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

PYTHON ?= python3
PORT ?= 8000
export PORT
bin := .venv/bin
manage := $(bin)/python manage.py
code := tenants cms compliance search demo
python_code := $(wildcard $(code) tests manage.py)
templates = find $(wildcard $(code)) -path '*/templates/*.html' -not -path '*/node_modules/*'

style := cms/theme/static/theme/build/portal.css
sass := $(wildcard cms/theme/sass/*.scss cms/theme/sass/*/*.scss)
catalogues := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))
migrations := $(wildcard $(addsuffix /migrations/*.py,$(code) cms/*))
# A named database may have been emptied since: it is asked each time. So is a var/ that lost its own.
stale := $(if $(DATABASE_URL),again,$(if $(wildcard var/db.sqlite3),,again))

.PHONY: help setup run test lint format check bench browser crawl guide services clean assets messages catalogue lock again

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/.runtime assets messages ## Install everything that running needs

run: setup var/demo.txt ## Serve the demonstration province at http://localhost:8000 (PORT=8080 for another port)
	@sed 's/:8000/:$(PORT)/g' var/demo.txt
	@.ci/serve.sh

test: setup .venv/.development ## Run all tests; on PostgreSQL if DATABASE_URL says so (ARGS="tests/tenants -x" for some)
	@echo "Database: $(if $(DATABASE_URL),as DATABASE_URL says,SQLite in memory; DATABASE_URL is not set)"
	$(bin)/pytest -n auto -m "not browser" $(ARGS)
	@$(if $(ARGS),,$(MAKE) browser)

# Apart from the others: the browser's driver keeps an event loop, in which Django opens connections of its own.
browser: setup .venv/.development ## Run the browser tests alone
	$(bin)/pytest -m browser $(ARGS)

crawl: setup .venv/.development ## Walk every address as every role, in all depth, and look for another portal's rows
	CRAWL=full $(bin)/pytest -n 2 tests/isolation $(ARGS)

lint: setup .venv/.development ## Look for everything that a machine can see
	$(bin)/ruff check $(python_code) .ci
	$(bin)/ruff format --check $(python_code) .ci
	$(templates) -print0 | xargs -0 -r $(bin)/djade --check --target-version 5.2
	$(bin)/lint-imports
	DJANGO_SETTINGS_MODULE=cms.settings.test $(manage) makemigrations --check --dry-run
	.ci/check_deploy.sh
	$(bin)/python .ci/translations.py check
	[ ! -x $(bin)/hadolint ] || $(bin)/hadolint Dockerfile
	$(bin)/python .ci/figures.py

format: .venv/.development ## Put code and templates into their one form
	$(bin)/ruff check --fix $(python_code) .ci
	$(bin)/ruff format $(python_code) .ci
	$(templates) -print0 | xargs -0 -r $(bin)/djade --target-version 5.2

check: lint test ## lint and test, as before a commit

bench: setup .venv/.development ## Measure speed and size
	$(bin)/python -m tests.bench $(ARGS)

guide: ## Take the pictures of the built-in guide anew, while `make run` serves the demonstration
	$(bin)/python -m tests.browser.guide_pictures

services: ## Install and start Chromium and PostgreSQL (Debian, as root)
	.ci/services.sh install
	.ci/services.sh start

assets: $(style) ## Build style sheets and fonts

messages: $(catalogues) ## Compile the message catalogues

catalogue: .venv/.development ## Add new words to the English catalogue, for a translator to fill in
	$(bin)/python .ci/translations.py update

lock: ## Write the hashed requirement files anew
	.ci/lock.sh

clean: ## Remove what was installed or built; your data in var/ stays
	.ci/services.sh stop
	rm -rf .venv node_modules $(dir $(style)) $(catalogues) .cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	@$(PYTHON) -m venv .venv

.venv/.runtime: requirements.txt | .venv/pyvenv.cfg
	@echo "Installing what the portals need (a minute or two) ..."
	@$(bin)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

.venv/.development: requirements-dev.txt .venv/.runtime
	@echo "Installing what tests and linters need ..."
	@$(bin)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt --requirement requirements-dev.txt
	@touch $@

node_modules/.package-lock.json: package-lock.json .npmrc | .venv/.runtime
	@echo "Installing what style sheets are built from ..."
	@.ci/npm.sh ci --omit=optional --silent
	@touch $@

$(style): $(sass) package.json node_modules/.package-lock.json
	@echo "Building style sheets ..."
	@.ci/npm.sh run build --silent
	@touch $@

%.mo: %.po | .venv/.runtime
	@$(bin)/pybabel --quiet compile --locale $(notdir $(patsubst %/LC_MESSAGES/,%,$(dir $<))) --input-file $< --output-file $@

var/.migrated: $(migrations) .venv/.runtime $(stale)
	@echo "Preparing the database ..."
	@mkdir -p var/static
	@$(manage) migrate --no-input --verbosity 0
	@touch $@

# What the command prints (addresses, accounts) is kept and shown again at each start.
var/demo.txt: var/.migrated | $(catalogues)
	@echo "Loading the demonstration province ..."
	@PORT=8000 $(manage) load_demo > $@.new
	@mv $@.new $@
