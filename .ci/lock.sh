#!/usr/bin/env bash
# Writes the hashed requirement files from their .in files; nothing of this machine gets into them.
# Debian 12's own Python does it: some packages want a later 3.11, and what is locked must install there.
set -euo pipefail
python=${LOCK_PYTHON:-/usr/bin/python3}
"$python" -c 'import sys; sys.exit(sys.version_info[:3] != (3, 11, 2) and "Lock with Python 3.11.2, as Debian 12 has it.")'
[ -x .cache/lock/bin/pip-compile ] || { "$python" -m venv .cache/lock && .cache/lock/bin/pip install --quiet pip-tools; }
for name in requirements requirements-dev .ci/requirements-node; do
    env -u PIP_FIND_LINKS .cache/lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
        --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options "$@" \
        --output-file "$name.txt" "$name.in"
done
