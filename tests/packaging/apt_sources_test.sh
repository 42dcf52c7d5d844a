#!/usr/bin/env bash
# packaging/setup reads apt's sources in both formats, and leaves alone what is disabled or not for binaries.
set -euo pipefail
cd "$(dirname "$0")/../.."
source packaging/setup.d/install.sh
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

cat >"$work/a.list" <<'TEXT'
# deb http://commented.example/packages bookworm main
deb [arch=amd64 signed-by=/keys/a.gpg] http://one.example/packages bookworm main contrib # trailing words
deb-src http://one.example/packages bookworm main
deb http://plain.example/packages bookworm-updates main
deb http://other.example/tools stable tools
TEXT
cat >"$work/b.sources" <<'TEXT'
# a comment
Types: deb deb-src
URIs: http://two.example/packages
Suites: bookworm
 bookworm-backports
Components: main
Signed-By: /keys/b.gpg

Enabled: no
Types: deb
URIs: http://disabled.example/packages
Suites: bookworm
Components: main

Types: deb-src
URIs: http://source.example/packages
Suites: bookworm
Components: main

types: deb
uris: http://three.example/packages
suites: trixie
components: main
signed-by:
 -----BEGIN KEY-----
 .
 abc
TEXT

expected=$(printf '%b\n' \
    'http://one.example/packages\tbookworm\t/keys/a.gpg' \
    'http://plain.example/packages\tbookworm-updates\t-' \
    'http://two.example/packages\tbookworm\t/keys/b.gpg' \
    'http://two.example/packages\tbookworm-backports\t/keys/b.gpg' \
    'http://three.example/packages\ttrixie\t\\n -----BEGIN KEY-----\\n .\\n abc')
actual=$(apt_entries "$work/a.list" "$work/b.sources" "$work/missing.list")
diff <(echo "$expected") <(echo "$actual")

# Every package is listed once, with a stage and a purpose.
awk '!/^#/ { if ($1 !~ /^(build|test)$/ || NF < 3 || seen[$2]++) { print "packages.txt: " $0; bad = 1 } } END { exit bad }' \
    packaging/packages.txt
