#!/usr/bin/env bash
# Runs a command against an older pair of Docker Engine and Compose: Debian trixie's 26.1 and 2.26, installed beside whatever is here
# (nothing of the system is changed). The engine has a network namespace of its own, in which the command runs too: two engines on one
# set of iptables chains undo each other's rules, and the ports it publishes are on that namespace's loopback alone. It has its own
# directories, its own containerd, and the images of the engine that is here. It is stopped when the command ends; its images stay.
#   scripts/with-docker.sh scripts/older-docker.sh npm run -s jest -- …
set -euo pipefail

prefix=${SCRAPEGATE_OLDER_PREFIX:-/opt/scrapegate-older-docker}
suite=trixie
state=$prefix/state
run=/run/scrapegate-older
socket=$run/docker.sock
log=$state/dockerd.log
start_seconds=30

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "scrapegate: $*"
  exit 3
}

install_engine() {
  say "installing the Docker Engine and Compose of Debian $suite into $prefix"
  local work mirror options
  work=$(mktemp -d)
  mkdir -p "$work"/{lists/partial,cache/archives/partial,debs} "$prefix"
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | awk '/\/debian\/*$/ && !found++') || fail "apt has no Debian mirror; add one to its sources"
  echo "deb $mirror $suite main" > "$work/sources.list"
  options=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o APT::Sandbox::User=root
    -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o Acquire::Check-Valid-Until=false)
  apt-get "${options[@]}" -qq update
  (cd "$work/debs" && apt-get "${options[@]}" -qq download docker.io containerd docker-cli docker-compose)
  for deb in "$work"/debs/*.deb; do dpkg -x "$deb" "$prefix"; done
  rm -rf "$work"
  # The docker command looks for plugins in its configuration directory first.
  mkdir -p "$prefix/config/cli-plugins" "$state"
  ln -sf "$prefix/usr/libexec/docker/cli-plugins/docker-compose" "$prefix/config/cli-plugins/docker-compose"
  command -v tini > /dev/null && ln -sf "$(command -v tini)" "$prefix/usr/bin/docker-init"
  touch "$prefix/complete"
}

older() { env DOCKER_HOST="unix://$socket" DOCKER_CONFIG="$prefix/config" "$prefix/usr/bin/docker" "$@"; }

start_engine() {
  say "starting the older Docker Engine"
  mkdir -p "$run" "$state"
  local flags=(--host "unix://$socket" --data-root "$state/data" --exec-root "$run/exec" --pidfile "$run/docker.pid" --iptables=true)
  PATH="$prefix/usr/sbin:$prefix/usr/bin:$PATH:/usr/sbin:/sbin" nohup unshare --net --mount --propagation private \
    sh -c 'ip link set lo up && exec "$@"' sh "$prefix/usr/sbin/dockerd" "${flags[@]}" > "$log" 2>&1 < /dev/null &
  engine=$!
  for _ in $(seq $((start_seconds * 5))); do
    older info > /dev/null 2>&1 && return
    kill -0 "$engine" 2> /dev/null || break
    sleep 0.2
  done
  tail -n 15 "$log" >&2
  fail "the older Docker Engine did not answer within ${start_seconds} s; its log is $log"
}

# Only the process that was started here, and not before it has ended its own children.
stop_engine() {
  [ -n "${engine:-}" ] || return 0
  kill "$engine" 2> /dev/null || true
  for _ in $(seq 150); do kill -0 "$engine" 2> /dev/null || break; sleep 0.1; done
}

# The images that the variables name, from the engine that is here.
load_images() {
  local name missing=()
  for name in $(compgen -v | grep '_IMAGE$'); do
    older image inspect "${!name}" > /dev/null 2>&1 || missing+=("${!name}")
  done
  [ "${#missing[@]}" -eq 0 ] && return
  say "copying ${#missing[@]} images"
  docker save "${missing[@]}" | older load --quiet > /dev/null
}

[ "$#" -gt 0 ] || fail "a command is expected: scripts/older-docker.sh COMMAND…"
command -v apt-get > /dev/null && [ "$(id -u)" -eq 0 ] || fail "the older engine is installed from Debian's packages, by root"
[ -e "$prefix/complete" ] || install_engine
trap stop_engine EXIT
start_engine
load_images
status=0
PATH="$prefix/usr/bin:$PATH" DOCKER_HOST="unix://$socket" DOCKER_CONFIG="$prefix/config" \
  nsenter --target "$engine" --net -- "$@" || status=$?
exit "$status"
