#!/usr/bin/env bash
# packaging/setup reads apt's sources in both formats, and leaves alone what is disabled or not for binaries.
set -euo pipefail
cd "$(dirname "$0")/../.."
source packaging/setup.d/install.sh
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

cat >"$work/a.list" <<'TEXT'
# deb file:/srv/commented bookworm main
deb [arch=amd64 signed-by=/keys/a.gpg] file:/srv/one bookworm main contrib # trailing words
deb-src file:/srv/one bookworm main
deb file:/srv/plain bookworm-updates main
deb file:/srv/other stable tools
TEXT
cat >"$work/b.sources" <<'TEXT'
# a comment
Types: deb deb-src
URIs: file:/srv/two
Suites: bookworm
 bookworm-backports
Components: main
Signed-By: /keys/b.gpg

Enabled: no
Types: deb
URIs: file:/srv/disabled
Suites: bookworm
Components: main

Types: deb-src
URIs: file:/srv/source
Suites: bookworm
Components: main

types: deb
uris: file:/srv/three
suites: trixie
components: main
signed-by:
 -----BEGIN KEY-----
 .
 abc
TEXT

expected=$(printf '%b\n' \
    'file:/srv/one\tbookworm\t/keys/a.gpg' \
    'file:/srv/plain\tbookworm-updates\t-' \
    'file:/srv/two\tbookworm\t/keys/b.gpg' \
    'file:/srv/two\tbookworm-backports\t/keys/b.gpg' \
    'file:/srv/three\ttrixie\t\\n -----BEGIN KEY-----\\n .\\n abc')
actual=$(apt_entries "$work/a.list" "$work/b.sources" "$work/missing.list")
diff <(echo "$expected") <(echo "$actual")

# Every package is listed once, with a stage and a purpose.
awk '!/^#/ { if ($1 !~ /^(build|test)$/ || NF < 3 || seen[$2]++) { print "packages.txt: " $0; bad = 1 } } END { exit bad }' \
    packaging/packages.txt
