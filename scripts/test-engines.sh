#!/usr/bin/env bash
# The end-to-end tests of waiting on two pairs of Docker Engine and Compose: the one that is here, and an older one.
set -euo pipefail
cd "$(dirname "$0")/.."
export NODE_OPTIONS=--experimental-vm-modules NODE_NO_WARNINGS=1
tests=(node node_modules/jest/bin/jest.js __tests__/e2e/waiting.test.ts --selectProjects e2e)
on() { docker version --format 'Docker Engine {{.Server.Version}}'; docker compose version; "${tests[@]}"; }
if [ "${1:-}" = "on" ]; then on; exit; fi
scripts/with-docker.sh bash -c 'scripts/test-engines.sh on && scripts/older-docker.sh scripts/test-engines.sh on'
