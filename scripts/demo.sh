#!/usr/bin/env bash
# The main job on the example stack: check, bring up, verify, report, tear down. Needs no node_modules: dist/ is committed.
set -euo pipefail
cd "$(dirname "$0")/.."
exec scripts/with-docker.sh node dist/cli/index.js gate examples/voice-ai-agent "$@"
