# Checks of the source text. Sourced by packaging/setup.

tracked_sources() { git -c safe.directory="$root" ls-files -- '*.cpp' '*.h'; }

check_format() {
    say "Formatting"
    local files
    mapfile -t files < <(tracked_sources)
    if ! printf '%s\0' "${files[@]}" | xargs -0 -n 40 -P "$jobs" clang-format-19 --dry-run --Werror; then
        echo "setup: clang-format-19 -i puts this right" >&2
        return 1
    fi
    echo "${#files[@]} files are formatted"
}

# One line for every compiled file below core/: the file and a hash over it, every header of ours that it includes
# and the settings.
tidy_keys() {
    local settings parts
    settings=$({ clang-tidy-19 --version; cat .clang-tidy packaging/cmake/KithOptions.cmake; } | sha256sum)
    tracked_sources | grep '^core/' | xargs awk -f packaging/setup.d/include-closure.awk | sort |
        while IFS=$'\t' read -r -a parts; do
            printf '%s\t%s\n' "$root/${parts[0]}" "$( (echo "$settings"; cat "${parts[@]}") | sha256sum | cut -d' ' -f1)"
        done
}

# How each file is compiled by itself, without what only g++ can read: the precompiled headers and how it treats them.
write_tidy_database() {
    mkdir -p build/tidy
    cmake --preset dev >build/dev-configure.log 2>&1 || {
        cat build/dev-configure.log
        return 1
    }
    sed -E 's/ (-Winvalid-pch|-fpch-preprocess|-include [^ ]*cmake_pch\.hxx)//g' build/dev/compile_commands.json \
        >build/tidy/compile_commands.json
}

# clang-tidy over core/. A file that passed is remembered by the hash of all that it is made of, so that only what
# changed is looked at again; what has not been looked at when the time is up is left for the next run, and said.
check_tidy() {
    say "Static analysis of core/"
    local seen=${XDG_CACHE_HOME:-$HOME/.cache}/kith/tidy limit=${KITH_TIDY_SECONDS:-120} todo passed=0 good bad left
    if [ "${1:-}" = all ]; then limit=86400; fi
    mkdir -p "$seen"
    write_tidy_database
    todo=$(mktemp -d)
    tidy_keys >"$todo/keys"
    while IFS=$'\t' read -r file key; do
        if [ -e "$seen/$key" ]; then passed=$((passed + 1)); else printf '%s\t%s\n' "$file" "$key"; fi
    done <"$todo/keys" >"$todo/queue"
    export seen todo root
    started=$(date +%s) limit=$limit \
        xargs -a "$todo/queue" -d '\n' -n 1 -P "$jobs" bash -c '
            [ $(($(date +%s) - started)) -lt "$limit" ] || exit 0
            IFS=$(printf "\t") read -r file key <<<"$1"
            if clang-tidy-19 -p build/tidy --quiet "$file" >"$todo/$key" 2>/dev/null; then
                touch "$seen/$key"; echo >>"$todo/done"
            else
                cat "$todo/$key"; echo "$file" >>"$todo/failed"
            fi' tidy
    left=$(wc -l <"$todo/queue")
    touch "$todo/failed" "$todo/done"
    good=$(wc -l <"$todo/done")
    bad=$(wc -l <"$todo/failed")
    left=$((left - bad - good))
    echo "$(wc -l <"$todo/keys") files: $passed passed before, $good pass now, $bad do not, $left left for the next run"
    rm -r "$todo"
    [ "$bad" = 0 ]
}
