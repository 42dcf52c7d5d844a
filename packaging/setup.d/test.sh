# Builds and tests everything. Sourced by packaging/setup.

configure_and_build() {
    say "Building: $1"
    cmake --preset "$1" >"build/$1-configure.log" 2>&1 || {
        cat "build/$1-configure.log"
        return 1
    }
    cmake --build "build/$1" -j "$jobs" ${2:+--target "${@:2}"}
}

# Runs ctest in a build folder and adds up what it says; never stops the script.
passed=0 failed=0
run_ctest() {
    local log=build/$1-ctest.log line
    say "Tests: $1"
    # One more than cores: many wait for a disk, a server or a process.
    ctest --test-dir "build/$1" -j "$((jobs + 1))" --output-on-failure --no-tests=error --timeout 300 "${@:2}" 2>&1 | tee "$log" || true
    line=$(grep -E '^[0-9]+% tests passed, [0-9]+ tests? failed out of [0-9]+' "$log" | tail -1 || true)
    if [[ $line =~ ,\ ([0-9]+)\ tests?\ failed\ out\ of\ ([0-9]+) ]]; then
        failed=$((failed + BASH_REMATCH[1]))
        passed=$((passed + BASH_REMATCH[2] - BASH_REMATCH[1]))
    else
        failed=$((failed + 1))
    fi
}

# Runs one check; the others go on when it fails.
broken=()
attempt() {
    local what=$1
    shift
    "$@" || broken+=("$what")
}

run_tests() {
    mkdir -p build
    export QT_QPA_PLATFORM=offscreen
    attempt "formatting" check_format
    configure_and_build check
    run_ctest check
    say "Every public header compiles by itself"
    attempt "header sets" cmake --build build/check --target all_verify_interface_header_sets -j "$jobs"
    attempt "static analysis" check_tidy
    configure_and_build core-only
    # The simulator's seeds and the sweeps have run already, of the same objects, and have nothing to do with a screen.
    run_ctest core-only -E '^simulator_seeds_|Killed\.|KillSweep\.|FaultSweep\.|ImportProperty\.|Derived\.|Architecture'
    # The fuzzers alone; the other tests need not pass under clang as well.
    configure_and_build fuzz fuzzers
    run_ctest fuzz -R '^fuzz_'
    say "Result"
    if [ ${#broken[@]} -gt 0 ]; then printf 'check that failed: %s\n' "${broken[@]}"; fi
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ] && [ ${#broken[@]} = 0 ]
}
