#!/usr/bin/env bash
# Says, as NAME=VALUE lines, which programs the differential tests compare with: promtool, amtool, blackbox_exporter and Compose's
# plugin. Those that are set in the environment stay; the others come from Debian's packages, once, beside the system.
set -euo pipefail

prefix=${SCRAPEGATE_ORACLES_PREFIX:-/opt/scrapegate-oracles}
packages=(promtool prometheus-alertmanager prometheus-blackbox-exporter docker-compose)

fail() {
  printf 'scrapegate: %s\n' "$*" >&2
  exit 3
}

install_packages() {
  command -v apt-get > /dev/null || fail "promtool, amtool, blackbox_exporter or docker-compose is missing: set PROMTOOL, AMTOOL, BLACKBOX_EXPORTER and COMPOSE to their paths"
  mkdir -p "$prefix" 2> /dev/null || fail "$prefix cannot be written: set SCRAPEGATE_ORACLES_PREFIX to a directory that can"
  local work mirror options
  work=$(mktemp -d)
  mkdir -p "$work"/{lists/partial,cache/archives/partial,debs}
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | awk '/\/debian\/*$/ && !found++') || fail "apt has no Debian mirror; add one to its sources"
  echo "deb $mirror sid main" > "$work/sources.list"
  # sid's Release file may be past its date on a mirror; _apt may not read a directory of another user.
  options=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "APT::Sandbox::User=$(id -un)"
    -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o Acquire::Check-Valid-Until=false)
  apt-get "${options[@]}" -qq update
  (cd "$work/debs" && apt-get "${options[@]}" -qq download "${packages[@]}")
  for deb in "$work"/debs/*.deb; do dpkg -x "$deb" "$prefix"; done
  rm -rf "$work"
  touch "$prefix/complete"
}

main() {
  if [ -z "${PROMTOOL:-}" ] || [ -z "${AMTOOL:-}" ] || [ -z "${BLACKBOX_EXPORTER:-}" ] || [ -z "${COMPOSE:-}" ]; then
    [ -e "$prefix/complete" ] || install_packages >&2
  fi
  cat << PROGRAMS
PROMTOOL=${PROMTOOL:-$prefix/usr/bin/promtool}
AMTOOL=${AMTOOL:-$prefix/usr/bin/amtool}
BLACKBOX_EXPORTER=${BLACKBOX_EXPORTER:-$prefix/usr/bin/prometheus-blackbox-exporter}
COMPOSE=${COMPOSE:-$prefix/usr/libexec/docker/cli-plugins/docker-compose}
PROGRAMS
}

main
