#!/usr/bin/env bash
# The real parts that tests run against: Chromium and a PostgreSQL of the project's own. Debian only.
#   services.sh install   installs what is missing (as root)
#   services.sh start     PostgreSQL on 127.0.0.1:5433 (or POSTGRES_PORT), user and database "portal", no password; this machine only
#   services.sh stop
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(chromium chromium-driver fonts-noto-core postgresql-15 gettext)
port=${POSTGRES_PORT:-5433}
programs=/usr/lib/postgresql/15/bin
as=()    # PostgreSQL refuses to run as root: nobody runs it then
[ "$(id -u)" != 0 ] || as=(setpriv --reuid=nobody --regid=nogroup --clear-groups --)
unprivileged() { (cd / && "${as[@]}" "$@"); }

# Below a home that others cannot enter, nobody could not reach the data: then it lies in /var/tmp.
choose_folder() {
    folder=$PWD/.cache/postgres
    mkdir -p "$folder"
    [ "$(id -u)" != 0 ] || chown nobody:nogroup "$folder"
    if ! unprivileged test -w "$folder"; then
        folder=/var/tmp/portal-postgres-$(printf '%s' "$PWD" | sha256sum | cut -c1-12)
        mkdir -p -m 700 "$folder"
        [ "$(id -u)" != 0 ] || chown nobody:nogroup "$folder"
    fi
}

install() {
    local missing=()
    for package in "${packages[@]}"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    if [ ${#missing[@]} = 0 ]; then
        echo "Already installed: ${packages[*]}"
        return
    fi
    if [ "$(id -u)" != 0 ]; then
        echo "Only root can install ${missing[*]}: sudo make services" >&2
        exit 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    timeout 300 apt-get update --quiet
    timeout 1500 apt-get install --yes --quiet --no-install-recommends "${missing[@]}"
}

start() {
    choose_folder
    if "$programs/pg_isready" --quiet --host 127.0.0.1 --port $port; then
        echo "PostgreSQL answers on 127.0.0.1:$port already."
    else
        [ -f "$folder/data/PG_VERSION" ] ||
            unprivileged "$programs/initdb" -D "$folder/data" -U portal -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
        unprivileged "$programs/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 start -o \
            "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off -c jit=off -c lock_timeout=60s" >/dev/null
        echo "PostgreSQL started on 127.0.0.1:$port."
    fi
    local ask=("$programs/psql" --host 127.0.0.1 --port "$port" --username portal --dbname postgres --no-password -qtA)
    [ "$("${ask[@]}" -c "SELECT 1 FROM pg_database WHERE datname = 'portal'")" = 1 ] ||
        "${ask[@]}" -c 'CREATE DATABASE portal'
    echo "Use it with DATABASE_URL=postgres://portal@127.0.0.1:$port/portal"
}

stop() {
    [ -x "$programs/pg_ctl" ] || return 0
    choose_folder
    if unprivileged "$programs/pg_ctl" -D "$folder/data" status >/dev/null 2>&1; then
        unprivileged "$programs/pg_ctl" -D "$folder/data" -m fast -w -t 60 stop >/dev/null
        echo "PostgreSQL stopped."
    fi
}

case "${1:-}" in
    install | start | stop) "$1" ;;
    *) sed -n '2,5s/^# //p' "$0"; exit 2 ;;
esac
