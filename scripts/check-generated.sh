#!/usr/bin/env bash
# Fails when anything generated is not what its sources give: dist/, src/generated/, docs/, the tables in README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
generated=(dist src/generated docs README.md)
npm run -s build
stale=$(git status --porcelain -- "${generated[@]}")
if [ -n "$stale" ]; then
  printf 'generated files are stale; run `npm run build` and commit:\n%s\n' "$stale" >&2
  exit 1
fi
echo "generated files are up to date"
