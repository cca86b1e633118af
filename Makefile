# Hearth, as a table of contents. `make help` shows it.

SWIFT  ?= swift
PREFIX ?= /usr/local

HEARTH     := .build/release/hearth
SHARE      := $(DESTDIR)$(PREFIX)/share
SHELLS     := bash zsh fish
DOCUMENTS  := docs/security.md docs/format.md docs/unseal.py LICENSE
PEERS      := .build/bench/venv

# How the binary is linked decides a quarter of a start. The libraries besides C's go into it, where the system has them
# in that form, instead of being loaded and bound; the hundred thousand places that depend on where it lies are written
# down as bits (glibc 2.36 and newer can read them); nothing in it can be looked up by name from outside; and C's own
# library is looked for where the system has it, and not beside the binary first. Swift would make generic types out of
# their names when they are first needed, and look for what each conforms to among the eight thousand conformances of the
# binary, every time: asked for by address they are simply there.
RUNTIME    := .build/runtime
INSIDE     := /usr/lib/gcc/*/*/libstdc++.a $(addprefix /usr/lib/$(shell uname -m)-linux-gnu/lib,$(addsuffix .a,sqlite3 sodium ncursesw tinfo))
RELATIVE   := $(shell ldd --version | awk 'NR == 1 && $$NF >= 2.36 { print "-Xlinker -z -Xlinker pack-relative-relocs" }')
LINKING    := --static-swift-stdlib --disable-local-rpath -Xswiftc -use-ld=lld -Xswiftc -L$(RUNTIME) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
              -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
              $(RELATIVE) -Xlinker --no-export-dynamic -Xlinker -s
# The same for `make test` and `make check`, so that nothing is compiled twice.
BUILD_TEST := --explicit-target-dependency-import-check error

export PYTHONDONTWRITEBYTECODE := 1

.DEFAULT_GOAL := help
.PHONY: help run demo needs build test crash check bench golden words keys manual pictures install uninstall clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ---- Using it

define open
	@test -t 0 && test -t 1 || { echo "Hearth opens full screen, and this is no terminal. From a shell: make build" >&2; exit 2; }
	@$(MAKE) --no-print-directory build
	@exec $(HEARTH) $(1)
endef

run: ## Build Hearth and open it
	$(call open)

demo: ## Build Hearth and open two years of a made-up life, in memory only
	$(call open,--demo)

build: needs ## Build the one binary, .build/release/hearth
	@mkdir -p $(RUNTIME)
	@for library in $(INSIDE); do ! test -f $$library || ln -sf $$library $(RUNTIME)/; done
	@$(SWIFT) build --configuration release --product hearth $(LINKING)

install: ## Copy the binary to PREFIX/bin (PREFIX=/usr/local), its manual, what shells complete, and what is promised
	@test -x $(HEARTH) || $(MAKE) --no-print-directory build
	@mkdir -p .build/completions
	@for shell in $(SHELLS); do $(HEARTH) --generate-completion-script $$shell > .build/completions/$$shell || exit 1; done
	install -D -m 755 $(HEARTH) $(DESTDIR)$(PREFIX)/bin/hearth
	install -D -m 644 docs/hearth.1 $(SHARE)/man/man1/hearth.1
	install -D -m 644 .build/completions/bash $(SHARE)/bash-completion/completions/hearth
	install -D -m 644 .build/completions/zsh $(SHARE)/zsh/site-functions/_hearth
	install -D -m 644 .build/completions/fish $(SHARE)/fish/vendor_completions.d/hearth.fish
	install -D -m 644 -t $(SHARE)/doc/hearth $(DOCUMENTS)

uninstall: ## Remove all of these; no journal is touched
	rm -f $(DESTDIR)$(PREFIX)/bin/hearth $(SHARE)/man/man1/hearth.1
	rm -f $(SHARE)/bash-completion/completions/hearth $(SHARE)/zsh/site-functions/_hearth
	rm -f $(SHARE)/fish/vendor_completions.d/hearth.fish
	rm -f $(addprefix $(SHARE)/doc/hearth/,$(notdir $(DOCUMENTS)))
	@rmdir $(SHARE)/doc/hearth 2>/dev/null || true

# ---- Working on it

needs: ## Install what a build needs, or say what is missing
	@scripts/needs.sh

test: needs ## Run every test
	@$(SWIFT) test --parallel --disable-xctest $(BUILD_TEST) </dev/null

crash: needs ## Every power cut, kill, fault and flipped bit, at length (some minutes)
	@HEARTH_CRASH=long $(SWIFT) test --disable-xctest $(BUILD_TEST) --filter 'SealTests|HearthStorageTests|process is killed|CheckRulesTests|SecrecyStories|FullDiskStories|CheckTraceStories' </dev/null

check: needs ## Check arrows, imports, format, lengths, warnings and all that is generated
	@scripts/check.sh

bench: build ## Measure beside nano, ripgrep and jrnl (QUICK=1, FULL=1, STRICT=1): docs/bench.md
	@scripts/needs.sh bench
	@test -x $(PEERS)/bin/jrnl || { python3 -m venv $(PEERS) && $(PEERS)/bin/pip install --quiet --retries 1 jrnl; } || true
	@python3 scripts/bench $(if $(QUICK),--quick) $(if $(FULL),--full) $(if $(STRICT),--strict)

golden: needs ## Draw the golden screens anew; look at the difference before it is committed
	@HEARTH_GOLDEN=update $(SWIFT) test --parallel --disable-xctest $(BUILD_TEST) --filter 'HearthAppTests|ConceptsTests' </dev/null

words: needs ## Renew what is generated from Resources/: sentences, prompts, themes, embedded files, docs/support-lines.md
	@python3 scripts/words.py
	@python3 scripts/prompts.py
	@python3 scripts/resources.py
	@python3 scripts/themes.py
	@python3 scripts/support-lines.py

keys: needs ## Renew docs/keys.md from the bindings
	@$(SWIFT) build --product hearth $(BUILD_TEST)
	@.build/debug/hearth keys --format markdown > .build/keys.md
	@mv .build/keys.md docs/keys.md

manual: needs ## Renew docs/hearth.1 from what the verbs say of themselves
	@$(SWIFT) build --product hearth $(BUILD_TEST)
	@python3 scripts/manual.py

pictures: ## Draw the pictures of the README from the golden screens
	@python3 scripts/pictures.py

clean: ## Remove everything that was built
	rm -rf .build
