# Builds Kith and starts it on a demo workspace. Sourced by packaging/setup.

build_release() {
    say "Building Kith"
    mkdir -p build
    cmake --preset release -DBUILD_TESTING=OFF >build/release-configure.log 2>&1 || {
        cat build/release-configure.log
        return 1
    }
    cmake --build build/release -j "$jobs"
}

# The demo workspace has a key file beside it, so that it opens on a machine without a keychain.
make_key() {
    [ -s "$1" ] || (umask 077 && od -An -v -tx1 -N32 /dev/urandom | tr -d ' \n' >"$1")
}

kithctl() { build/release/bin/kithctl --workspace "$out/demo.kith" --key-file "$out/demo.key" "$@"; }

# A command line as a person would type it.
as_typed() {
    local word
    for word in "$@"; do
        if [[ $word =~ ^[A-Za-z0-9_./:=-]+$ ]]; then printf ' %s' "$word"; else printf ' "%s"' "$word"; fi
    done
}

# Runs kithctl, shows it, and writes it into the report.
step() {
    local title=$1 result=0
    shift
    printf '\n## %s\n\n    kithctl%s\n\n' "$title" "$(as_typed "$@")" >>"$out/report.md"
    printf '\n$ kithctl%s\n' "$(as_typed "$@")"
    kithctl "$@" >"$out/.step" 2>&1 || result=$?
    sed 's/^/    /' "$out/.step" >>"$out/report.md"
    cat "$out/.step"
    rm "$out/.step"
    if [ "$result" != 0 ]; then die "kithctl ended with $result; see $out/report.md"; fi
}

fill_workspace() {
    local file kind person
    step "A new workspace" init --organisation "Riverside Council"
    step "Invented people" demo --people 500 --seed 1
    # People first: ties and conversations are between people who are there.
    for file in resources/sample/*.{csv,vcf,json}; do
        case "$file" in
            */ties.csv | */interactions.csv) ;;
            *) step "Import $(basename "$file")" import "$file" ;;
        esac
    done
    for kind in ties interactions; do
        step "Import $kind.csv" import "resources/sample/$kind.csv" --kind "$kind"
    done
    step "The same file again changes nothing" import resources/sample/people.csv
    person=$(kithctl --json people --limit 1 | sed -n 's/.*"id": *"\([0-9a-f-]*\)".*/\1/p' | head -1)
    step "Log a conversation" log --person "$person" --channel call --direction both \
        --text "Talked about the platform team; open to a move after the summer."
    step "A reminder for today" remind "$person" --on "$(date +%F)" --reason "Send the description of the role"
    step "Today" today
    step "That person" show "$person"
    step "Is the file sound?" check
}

run_demo() {
    build_release
    out=${KITH_OUT:-$root/out}
    mkdir -p "$out"
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        if [ ! -e "$out/demo.kith" ]; then
            make_key "$out/demo.key"
            kithctl init --organisation "Riverside Council"
            kithctl demo --people 500 --seed 1
        fi
        say "Starting Kith on the demo workspace $out/demo.kith"
        build/release/bin/kith --workspace "$out/demo.kith" --key-file "$out/demo.key"
        return
    fi
    say "No display: showing Kith on the command line"
    rm -f "$out"/demo.kith* "$out"/demo.key
    make_key "$out/demo.key"
    printf '# What packaging/setup run did\n\nOn %s, without a display, in %s.\n' "$(date '+%F %H:%M')" "$out" >"$out/report.md"
    fill_workspace
    QT_QPA_PLATFORM=offscreen build/release/bin/kith --workspace "$out/demo.kith" --key-file "$out/demo.key" \
        --screenshots "$out/screenshots"
    {
        printf '\n## Pictures of the main pages\n\n'
        (cd "$out" && printf -- '- %s\n' screenshots/*)
    } >>"$out/report.md"
    say "The report is $out/report.md, the pictures are in $out/screenshots, the workspace is $out/demo.kith"
}
