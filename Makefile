# What there is to do. Everything that is missing is installed first, by name and version (tools/setup).
.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.PHONY: help serve build package test test-native test-browser test-package test-end-to-end lint screenshots size bench doc clean

# The browsers that tests run in: ENGINES=chromium is quick.
ENGINES ?= chromium,firefox,webkit
in_browser = cargo test --target wasm32-unknown-unknown --no-default-features --features element,faults,presets,serde --test in_browser

help: ## list what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

serve: ## run the demo at http://127.0.0.1:8080 (installs what is missing)
	@tools/setup serve
	@. tools/path.sh; trunk serve

build: ## build what is shipped, with the demo, into dist/
	@tools/setup serve
	@rustup component list --toolchain "$$(. tools/versions.env; echo $$RUST)" --installed | grep -q '^rust-src' || tools/setup test
	@. tools/path.sh; . tools/dist.env.sh; trunk build --release

package: ## make what is published from a new build, into dist-package/: for npm, a CDN and crates.io (everything committed)
	@tools/setup package
	@$(MAKE) --no-print-directory build
	@. tools/path.sh; node tools/packaging/package.js
	cargo publish --dry-run --locked -p checked-article
	@cp target/package/checked-article-*.crate dist-package/

test: ## install what the tests need and pass all of them
	@tools/setup test
	@$(MAKE) --no-print-directory lint test-native test-browser build size test-package test-end-to-end

lint:
	cargo fmt --all --check
	cargo check -q --no-default-features
	cargo clippy -q --all-targets --no-default-features --features cli -- -D warnings
	cargo clippy -q --target wasm32-unknown-unknown --no-default-features --features element --lib --bins -- -D warnings
	cargo clippy -q --target wasm32-unknown-unknown --no-default-features --features element,module-finder,module-anchors,module-faults,serde --lib --bins --test in_browser --example yew_page -- -D warnings
	for module in finder anchors faults; do cargo clippy -q --target wasm32-unknown-unknown --no-default-features --features module-$$module --bin $$module -- -D warnings; done
	cargo clippy -q -p end-to-end --all-targets -- -D warnings
	@# What is fuzzed by hand has to build all the same; a check links no libFuzzer, so none is compiled.
	CUSTOM_LIBFUZZER_PATH=/unused/libfuzzer.a cargo check -q --locked --manifest-path fuzz/Cargo.toml --target-dir target/fuzz

test-native: ## unit, property and document tests, without a browser
	cargo test --no-default-features --features cli
	cargo test --lib --features widget widget::

test-browser: ## component tests in headless Chromium and Firefox, or in what ENGINES names
	@. tools/path.sh; case ",$(ENGINES)," in *,chromium,*) \
	  CHROMEDRIVER="$${CHROMEDRIVER:-$$(command -v chromedriver)}" $(in_browser);; esac
	@. tools/path.sh; case ",$(ENGINES)," in *,firefox,*) \
	  GECKODRIVER="$${GECKODRIVER:-$$(command -v geckodriver)}" $(in_browser);; esac

test-package: ## what the packages hold, made from the build in dist/: files, types, reader mode, the crate by itself
	@tools/package-site
	node --test tests/package/*.test.js
	@tools/packaged-crate

test-end-to-end: ## drives the built demo in dist/ as a reader does, in all three browsers or in what ENGINES names
	@tools/trap-build
	@tools/yew-page
	@tools/package-site
	@. tools/path.sh; ENGINES=$(ENGINES) cargo test -p end-to-end

screenshots: ## takes the pictures of docs/pictures anew, from the built demo in dist/
	ENGINES=chromium SCREENSHOTS=1 cargo test -p end-to-end -- pictures

size: ## bytes of what a reader downloads; fails over budget
	@node tools/size.js

bench: ## how long placing targets takes, with other projects' matchers beside it in one table
	@benches/peers/run

doc: ## the crate's documentation
	cargo doc --no-deps --all-features --target wasm32-unknown-unknown

clean: ## remove what was built
	rm -rf dist dist-package target
