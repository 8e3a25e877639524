#!/usr/bin/env bash
# Runs web server, worker and scheduler together. Ctrl-C stops all three; when one ends, all end, with status 1.
set -uo pipefail
port=${PORT:-8000}
manage=(.venv/bin/python manage.py)
pids=()

alive() { for pid in "${pids[@]}"; do kill -0 "$pid" 2>/dev/null && return 0; done; return 1; }

stop() {
    trap '' INT TERM
    kill -TERM "${pids[@]}" "${announcer:-}" 2>/dev/null
    for _ in {1..100}; do alive || break; sleep 0.1; done
    kill -KILL "${pids[@]}" 2>/dev/null
    wait "${pids[@]}" 2>/dev/null
    exit "$1"
}

announce() {
    for _ in {1..300}; do
        if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "Ready: http://localhost:$port/ and http://localhost:$port/admin/ (Ctrl-C stops)"
            return
        fi
        sleep 0.1
    done
}

if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
    echo "Port $port is taken by another program. Try: make run PORT=8080" >&2
    exit 1
fi

trap 'echo; echo "Stopping ..."; stop 0' INT TERM
reload=$([ -n "${DEBUG:-}" ] || echo --noreload)
"${manage[@]}" runserver $reload "127.0.0.1:$port" & pids+=($!)
"${manage[@]}" db_worker & pids+=($!)
"${manage[@]}" scheduler & pids+=($!)
announce & announcer=$!
wait -n "${pids[@]}"
echo "Web server, worker or scheduler has ended (see above); stopping the others." >&2
stop 1
