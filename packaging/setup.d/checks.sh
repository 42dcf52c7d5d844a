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

# The same for what the preset check compiles below core/, of the lines that tidy_keys gave: files that it joins, with a
# hash over theirs, and files that it leaves alone.
joined_keys() {
    local file key part
    local -A keys=()
    while IFS=$'\t' read -r file key; do keys[$file]=$key; done
    sed -nE 's/^ *"file": "(.*)",?$/\1/p' build/tidy/joined/compile_commands.json |
        grep -E "^$root/(build/check/core/.*/Unity/|core/)" | while read -r file; do
        if [ -n "${keys[$file]:-}" ]; then
            key=${keys[$file]}
        else
            key=$(sed -nE 's/^#include "(.*)"$/\1/p' "$file" | while read -r part; do echo "${keys[$part]}"; done |
                sha256sum | cut -d' ' -f1)
        fi
        printf '%s\t%s\n' "$file" "joined-$key"
    done
}

# How each file is compiled by itself, and how eight are together, without what only g++ can read.
write_tidy_databases() {
    local preset folder
    while read -r preset folder; do
        mkdir -p "build/tidy/$folder"
        cmake --preset "$preset" >"build/$preset-configure.log" 2>&1 || {
            cat "build/$preset-configure.log"
            return 1
        }
        sed -E 's/ (-Werror|-Winvalid-pch|-fpch-preprocess|-Wno-subobject-linkage|-include [^ ]*cmake_pch\.hxx)//g' \
            "build/$preset/compile_commands.json" >"build/tidy/$folder/compile_commands.json"
    done <<<$'dev alone\ncheck joined'
}

# tidy_each SECONDS DATABASE ARGUMENT…: clang-tidy over the lines of standard input, a file and a hash of all that it is
# made of. What passed is remembered by its hash, so that only what changed is looked at again; what has not been looked
# at when the time is up is left for the next run, and said.
tidy_each() {
    local seen=${XDG_CACHE_HOME:-$HOME/.cache}/kith/tidy limit=$1 database=$2 file key passed=0 good bad todo
    shift 2
    mkdir -p "$seen"
    todo=$(mktemp -d)
    while IFS=$'\t' read -r file key; do
        if [ -e "$seen/$key" ]; then passed=$((passed + 1)); else printf '%s\t%s\n' "$file" "$key"; fi
    done >"$todo/queue"
    touch "$todo/failed" "$todo/done"
    export seen todo database
    started=$(date +%s) limit=$limit \
        xargs -r -a "$todo/queue" -d '\n' -n 1 -P "$jobs" bash -c '
            [ $(($(date +%s) - started)) -lt "$limit" ] || exit 0
            IFS=$(printf "\t") read -r file key <<<"${@: -1}"
            if clang-tidy-19 -p "build/tidy/$database" --quiet "${@:1:$#-1}" "$file" >"$todo/$key" 2>/dev/null; then
                touch "$seen/$key"; echo >>"$todo/done"
            else
                cat "$todo/$key"; echo "$file" >>"$todo/failed"
            fi' tidy "$@"
    good=$(wc -l <"$todo/done")
    bad=$(wc -l <"$todo/failed")
    echo "$passed passed before, $good pass now, $bad do not," \
        "$(($(wc -l <"$todo/queue") - bad - good)) left for the next run"
    rm -r "$todo"
    [ "$bad" = 0 ]
}

# All checks but those that follow every path look at all of core/, eight files at a time, in minutes. Those that do
# need as long for one file; they look at file after file for as long as they may.
check_tidy() {
    local limit=${KITH_TIDY_SECONDS:-120} keys
    if [ "${1:-}" = all ]; then limit=86400; fi
    write_tidy_databases || return 1
    keys=$(tidy_keys)
    say "Static analysis of core/"
    joined_keys <<<"$keys" | tidy_each 86400 joined --checks=-clang-analyzer-*,-bugprone-suspicious-include \
        --header-filter='/(core|ui|app)/.*\.(h|cpp)$' || return 1
    say "Static analysis of core/ along every path, for at most $limit seconds"
    tidy_each "$limit" alone <<<"$keys"
}
