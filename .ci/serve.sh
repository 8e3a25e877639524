#!/usr/bin/env bash
# Runs web server, worker and scheduler together. Ctrl-C stops all three; when one ends, all end, with status 1.
# DEBUG=1 restarts the web server whenever a source file changes.
set -uo pipefail
port=${PORT:-8000}
manage=(.venv/bin/python manage.py)
pids=()

listening() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }
alive() { for pid in "$@"; do kill -0 "$pid" 2>/dev/null && return 0; done; return 1; }

stop() {
    trap '' INT TERM
    kill -TERM "${pids[@]}" 2>/dev/null
    for _ in {1..100}; do alive "${pids[@]}" || break; sleep 0.1; done
    kill -KILL "${pids[@]}" 2>/dev/null
    wait
    exit "$1"
}

if listening; then
    echo "Port $port is taken by another program. Try: make run PORT=8080" >&2
    exit 1
fi

trap 'echo; echo "Stopping ..."; stop 0' INT TERM
reload=$([ -n "${DEBUG:-}" ] || echo --noreload)
"${manage[@]}" runserver $reload "127.0.0.1:$port" & pids+=($!)
# The web server first: whoever started this waits for it.
for _ in {1..600}; do
    listening && echo "Ready: http://localhost:$port/ and http://localhost:$port/admin/ (Ctrl-C stops)" && break
    alive "${pids[0]}" || break
    sleep 0.1
done
"${manage[@]}" db_worker & pids+=($!)
"${manage[@]}" scheduler & pids+=($!)
wait -n "${pids[@]}"
echo "Web server, worker or scheduler has ended (see above); stopping the others." >&2
stop 1
