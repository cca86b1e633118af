# Hearth, as a table of contents. `make help` shows it.

SWIFT  ?= swift
PREFIX ?= /usr/local

HEARTH     := .build/release/hearth
# The same for `make test` and `make check`, so that nothing is compiled twice.
BUILD_TEST := --explicit-target-dependency-import-check error

export PYTHONDONTWRITEBYTECODE := 1

.DEFAULT_GOAL := help
.PHONY: help run needs build test check golden words keys pictures install uninstall clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ---- Using it

run: ## Build Hearth and open it
	@test -t 0 && test -t 1 || { echo "Hearth opens full screen, and this is no terminal. From a shell: make build" >&2; exit 2; }
	@$(MAKE) --no-print-directory build
	@exec $(HEARTH)

build: needs ## Build the one binary, .build/release/hearth
	@$(SWIFT) build --configuration release --product hearth --static-swift-stdlib -Xlinker -s

install: ## Copy the binary to PREFIX/bin (PREFIX=/usr/local)
	@test -x $(HEARTH) || $(MAKE) --no-print-directory build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(HEARTH) $(DESTDIR)$(PREFIX)/bin/hearth

uninstall: ## Remove that binary; no journal is touched
	rm -f $(DESTDIR)$(PREFIX)/bin/hearth

# ---- Working on it

needs: ## Install what a build needs, or say what is missing
	@scripts/needs.sh

test: needs ## Run every test
	@$(SWIFT) test --parallel --disable-xctest $(BUILD_TEST) </dev/null

check: needs ## Check arrows, imports, format, lengths, warnings and all that is generated
	@scripts/check.sh

golden: needs ## Draw the golden screens anew; look at the difference before it is committed
	@HEARTH_GOLDEN=update $(SWIFT) test --parallel --disable-xctest $(BUILD_TEST) --filter HearthAppTests </dev/null

words: needs ## Renew what is generated from Resources/: sentences, embedded files, docs/support-lines.md
	@python3 scripts/words.py
	@python3 scripts/resources.py
	@python3 scripts/support-lines.py

keys: needs ## Renew docs/keys.md from the bindings
	@$(SWIFT) build --product hearth $(BUILD_TEST)
	@.build/debug/hearth keys --format markdown > .build/keys.md
	@mv .build/keys.md docs/keys.md

pictures: ## Draw the pictures of the README from the golden screens
	@python3 scripts/pictures.py

clean: ## Remove everything that was built
	rm -rf .build
