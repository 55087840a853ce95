#!/usr/bin/env bash
# Runs a command with a Docker Engine and images at hand, and stops the engine again if it was not there before.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
SCRAPEGATE_DOCKERD_PID=$(mktemp)
export SCRAPEGATE_DOCKERD_PID

stop_engine() {
  local pid
  pid=$(cat "$SCRAPEGATE_DOCKERD_PID" 2> /dev/null || true)
  rm -f "$SCRAPEGATE_DOCKERD_PID"
  [ -n "$pid" ] && kill "$pid" 2> /dev/null || return 0
  # Only the process that was started here, and not before it has ended its own children.
  for _ in $(seq 100); do kill -0 "$pid" 2> /dev/null || return 0; sleep 0.1; done
}
trap stop_engine EXIT

"$here/ensure-docker.sh"
images=$("$here/images.sh")
while IFS='=' read -r name value; do
  # What the caller has set wins.
  [ -n "${!name:-}" ] || export "$name=$value"
done <<< "$images"
status=0
"$@" || status=$?
exit "$status"
