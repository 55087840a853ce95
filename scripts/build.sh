#!/usr/bin/env bash
# Bundles the three entries. The same sources give the same bytes on any machine, so dist/ can be compared with git.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf dist
bundle() {
  npx --no-install ncc build "src/entry/$1.ts" -C -o "dist/$1" --license licenses.txt --target es2022 > /dev/null
  node scripts/to-ascii.mjs "dist/$1"/*.js
}
running=()
for entry in action post cli; do
  bundle "$entry" &
  running+=("$!")
done
for pid in "${running[@]}"; do wait "$pid"; done
# Only the command line is run often by one user on one machine.
node scripts/to-scripts.mjs dist/cli
chmod +x dist/cli/index.js
