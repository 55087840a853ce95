#!/usr/bin/env bash
# Makes sure that a Docker Engine with Compose answers. On Debian as root it installs one beside the system (nothing of the
# system is upgraded) and starts it; elsewhere it says what to do. The pid of an engine it started goes into the file
# $SCRAPEGATE_DOCKERD_PID, so that the caller can stop it.
set -euo pipefail

prefix=${SCRAPEGATE_DOCKER_PREFIX:-/opt/scrapegate-docker}
pid_file=${SCRAPEGATE_DOCKERD_PID:-/run/scrapegate-dockerd.pid}
log=/var/log/scrapegate-dockerd.log
start_seconds=30

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "scrapegate: $*"
  exit 3
}
answers() { docker info > /dev/null 2>&1 && docker compose version > /dev/null 2>&1; }

install_engine() {
  say "installing Docker Engine and Compose from Debian's packages into $prefix"
  local work mirror options
  work=$(mktemp -d)
  mkdir -p "$work"/{lists/partial,cache/archives/partial,debs} "$prefix"
  # The mirror that this machine already uses, but the suite that has a current engine.
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | awk '/\/debian\/*$/ && !found++') || fail "apt has no Debian mirror; add one to its sources"
  echo "deb $mirror sid main" > "$work/sources.list"
  # sid's Release file may be past its date on a mirror; _apt may not read a directory of root's.
  options=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o APT::Sandbox::User=root
    -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o Acquire::Check-Valid-Until=false)
  apt-get "${options[@]}" -qq update
  (cd "$work/debs" && apt-get "${options[@]}" -qq download docker.io containerd docker-cli docker-buildx docker-compose)
  for deb in "$work"/debs/*.deb; do dpkg -x "$deb" "$prefix"; done
  # sid's runc wants a newer C library than the machine may have, so this one is the machine's own.
  apt-get -qq update
  DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends runc iptables tini > /dev/null
  # The engine looks for its init process, which `init: true` wants, under this name.
  ln -sf "$(command -v tini)" "$prefix/usr/bin/docker-init"
  install -d /usr/libexec/docker/cli-plugins /usr/local/bin
  ln -sf "$prefix"/usr/libexec/docker/cli-plugins/docker-* /usr/libexec/docker/cli-plugins/
  command -v docker > /dev/null || ln -sf "$prefix/usr/bin/docker" /usr/local/bin/docker
  rm -rf "$work"
  touch "$prefix/complete"
}

start_engine() {
  say "starting the Docker Engine"
  # Left by an engine that was killed; its number may belong to another process by now.
  pgrep -x dockerd > /dev/null || rm -f /var/run/docker.pid /var/run/docker/containerd/containerd.pid
  PATH="$prefix/usr/sbin:$prefix/usr/bin:$PATH:/usr/sbin:/sbin" nohup dockerd > "$log" 2>&1 < /dev/null &
  echo $! > "$pid_file"
  for _ in $(seq $((start_seconds * 5))); do
    answers && return
    sleep 0.2
  done
  tail -n 15 "$log" >&2
  fail "the Docker Engine did not answer within ${start_seconds} s; its log is $log"
}

main() {
  answers && return
  local todo="install Docker Engine with the Compose plugin (https://docs.docker.com/engine/install/) and start it"
  command -v apt-get > /dev/null && grep -qi debian /etc/os-release 2> /dev/null || fail "no Docker Engine answers here: $todo"
  [ "$(id -u)" -eq 0 ] || fail "no Docker Engine answers here, and installing one needs root: $todo, or run this as root"
  [ -e "$prefix/complete" ] || install_engine
  start_engine
}

main
