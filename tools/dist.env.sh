# Sourced by the release build: the standard library is rebuilt for size and a panic aborts at once, which brings the
# module from 43 to 32 kB (brotli) before a line of ours. RUSTC_BOOTSTRAP opens these switches of the stable compiler;
# they are set here alone, so that every other build is plain stable Rust.
export RUSTC_BOOTSTRAP=1
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
export CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT=true
export CARGO_PROFILE_RELEASE_PANIC=immediate-abort
# Nothing reads what Debug would print, nor the places of panics that are not printed. Loops that are rewritten for speed
# (loop strength reduction) have more code.
export RUSTFLAGS="-Zfmt-debug=none -Zlocation-detail=none -Cllvm-args=-disable-lsr"
