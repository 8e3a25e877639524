#!/usr/bin/env bash
# Writes the hashed requirement files from their .in files; nothing of this machine gets into them.
set -euo pipefail
.venv/bin/pip install --quiet pip-tools==7.6.2
for name in requirements requirements-dev .ci/requirements-node; do
    env -u PIP_FIND_LINKS .venv/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
        --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options "$@" \
        --output-file "$name.txt" "$name.in"
done
