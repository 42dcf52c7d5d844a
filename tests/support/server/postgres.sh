#!/bin/sh
# A PostgreSQL for tests, in a temporary folder, under an unprivileged user, on a socket only.
#   postgres.sh start STATE    starts one and writes its folder into the file STATE; does nothing when it runs already
#   postgres.sh restart STATE  stops it as a power cut would and starts it again
#   postgres.sh stop STATE     stops it and removes its folder
set -eu

action=$1
state=$2

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")

# initdb refuses to run as root.
unprivileged() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=nobody --regid=nogroup --clear-groups env HOME=/ "$@"
    else
        "$@"
    fi
}

start() {
    (cd "$1" && unprivileged "$bin/pg_ctl" -D "$1/data" -l "$1/log" -w -t 60 start >/dev/null)
}

case "$action" in
    start)
        if [ -f "$state" ] && (cd / && unprivileged "$bin/pg_ctl" -D "$(cat "$state")/data" status >/dev/null 2>&1); then
            exit 0
        fi
        folder=$(mktemp -d)
        chmod 755 "$folder"
        [ "$(id -u)" != 0 ] || chown nobody:nogroup "$folder"
        (cd "$folder" && unprivileged "$bin/initdb" -D "$folder/data" -U kith --auth=trust --encoding=UTF8 \
            --locale=C.UTF-8 --no-sync >/dev/null)
        # Nothing here outlives the tests, so that the disk need not be waited for.
        cat >>"$folder/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 300
fsync = ${KITH_TEST_FSYNC:-off}
full_page_writes = off
CONF
        start "$folder"
        echo "$folder" >"$state"
        ;;
    restart)
        folder=$(cat "$state")
        (cd "$folder" && unprivileged "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null)
        start "$folder"
        ;;
    stop)
        [ -f "$state" ] || exit 0
        folder=$(cat "$state")
        (cd / && unprivileged "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null) || true
        rm -rf "$folder" "$state"
        ;;
    *)
        echo "postgres.sh: start, restart or stop" >&2
        exit 2
        ;;
esac
