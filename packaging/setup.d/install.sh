# Debian packages: which are missing, and where SQLCipher comes from. Sourced by packaging/setup.

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "installing packages needs root or sudo; this ran: $*"
    fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 "$@"; }

# Names of the packages of the given stages.
packages_of() {
    local stage
    for stage in "$@"; do
        awk -v stage="$stage" '$1 == stage { print $2 }' packaging/packages.txt
    done
}

installed_version() { { dpkg-query -W -f '${db:Status-Status} ${Version}' "$1" 2>/dev/null || true; } | sed -n 's/^installed //p'; }

# Reads apt's source files given as arguments, in both formats, and prints the enabled entries for binary packages
# that hold the component main: URI, suite and Signed-By (or "-"), separated by tabs, one suite a line.
apt_entries() {
    local file
    for file in "$@"; do
        [ -e "$file" ] || continue
        case "$file" in
            *.list) awk -f packaging/setup.d/one-line-sources.awk "$file" ;;
            *.sources) awk -f packaging/setup.d/deb822-sources.awk "$file" ;;
        esac
    done
}

configured_sources() { apt_entries /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; }

# Debian 12's own SQLCipher is older than the full-text search that Kith needs; the backports suite has it.
enable_backports() {
    local entries uri signed file=/etc/apt/sources.list.d/kith-backports.sources
    entries=$(configured_sources)
    if awk -F '\t' '$2 == "bookworm-backports" { found = 1 } END { exit !found }' <<<"$entries"; then return 0; fi
    IFS=$'\t' read -r uri _ signed < <(awk -F '\t' '$2 == "bookworm"' <<<"$entries") ||
        die "apt has no source for Debian 12 (bookworm); Kith takes SQLCipher from the backports beside it"
    say "Adding bookworm-backports from the mirror this machine uses: $file"
    {
        echo "# Kith takes only libsqlcipher from here."
        printf 'Types: deb\nURIs: %s\nSuites: bookworm-backports\nComponents: main\n' "$uri"
        if [ "$signed" != - ]; then printf 'Signed-By: %b\n' "$signed"; fi
    } | as_root tee "$file" >/dev/null
}

codename() { (. /etc/os-release && echo "${VERSION_CODENAME:-}"); }

# Installs the packages of the given stages that are missing; asks apt nothing when there are none.
install_packages() {
    local name version missing=() sqlcipher=()
    for name in $(packages_of "$@"); do
        version=$(installed_version "$name")
        if [ "$name" = libsqlcipher-dev ]; then
            if [ -z "$version" ] || dpkg --compare-versions "$version" lt 4.6; then sqlcipher=("$name"); fi
        elif [ "$name" = npm ] && command -v npm >/dev/null; then
            continue
        elif [ -z "$version" ]; then
            missing+=("$name")
        fi
    done
    if [ ${#missing[@]} -eq 0 ] && [ ${#sqlcipher[@]} -eq 0 ]; then
        say "Every package that Kith needs is installed"
        return
    fi
    case "$(codename)" in
        bookworm)
            if [ ${#sqlcipher[@]} -gt 0 ]; then
                enable_backports
                sqlcipher=(libsqlcipher-dev/bookworm-backports libsqlcipher1/bookworm-backports)
            fi
            ;;
        trixie) ;;
        *) echo "setup: this is neither Debian 12 nor 13; trying all the same" >&2 ;;
    esac
    say "Installing ${missing[*]} ${sqlcipher[*]}"
    apt -qq update
    apt -qq -y --no-install-recommends install "${missing[@]}" "${sqlcipher[@]}"
}

# Conformance data for the tests of importers and graph, from npm, as the lock file says; kept in build/npm.
install_test_data() {
    local from=packaging/npm-test-data to=build/npm
    if [ -d "$to/node_modules" ] && cmp -s "$from/package-lock.json" "$to/package-lock.json"; then return; fi
    say "Fetching conformance data for importers and graph"
    mkdir -p "$to"
    rm -rf "$to/node_modules"
    cp "$from/package.json" "$from/package-lock.json" "$to/"
    if ! npm ci --prefix "$to" --ignore-scripts --no-audit --no-fund --loglevel=error; then
        rm "$to/package-lock.json"
        die "npm could not fetch the conformance data"
    fi
}
