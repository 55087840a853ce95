#!/usr/bin/env bash
# Says, as NAME=VALUE lines, which images the examples and tests run with. Upstream's where they can be pulled; elsewhere images
# of the real servers are built from Debian's packages, once: an image is tagged with the hash of its recipe.
# SCRAPEGATE_IMAGES: auto (default), upstream or hermetic.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
prefix=scrapegate-hermetic
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pull_seconds=20
probe_image=redis:7-alpine

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "scrapegate: $*"
  exit 3
}
exists() { docker image inspect "$1" > /dev/null 2>&1; }

# The hash of what an image is made of names it, so a changed recipe is built again, and only that.
hash_of() { cat "$@" | sha256sum | cut -c1-12; }
recipe=$(hash_of "$0")
stand_in=$(hash_of "$0" "$here"/images/grafana-stand-in/*)
agent=$(hash_of "$0" "$root"/examples/voice-ai-agent/agent/{package-lock.json,server.js,metrics.js})

mirror() { apt-get indextargets --format '$(REPO_URI)' | awk '/\/debian\/*$/ && !found++'; }

# from_packages NAME SUITE PACKAGES COMMANDS [docker import changes…]
from_packages() {
  local name=$1 suite=$2 packages=$3 commands=$4 changes=() tar change
  exists "$name" && return
  shift 4
  for change in "$@"; do changes+=(-c "$change"); done
  tar=$work/image.tar
  # merged-usr needs its hook; with --variant=extract only extract hooks run, so what users rely on is made there.
  mmdebstrap --quiet --variant=extract --hook-dir=/usr/share/mmdebstrap/hooks/merged-usr \
    --aptopt='Acquire::Check-Valid-Until "false"' \
    --extract-hook='cd "$1" && for a in $(bin/busybox --list); do [ -e "usr/bin/$a" ] || ln -s busybox "usr/bin/$a"; done
      printf "root:x:0:0:root:/:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n" > etc/passwd
      printf "root:x:0:\nnogroup:x:65534:\n" > etc/group' \
    --extract-hook="cd \"\$1\" && $commands" \
    --include="busybox-static,$packages" "$suite" "$tar" "$(mirror)" > "$work/log" 2>&1 || {
    tail -n 20 "$work/log" >&2
    fail "image $name could not be built from Debian's packages"
  }
  docker import "${changes[@]}" "$tar" "$name" > /dev/null
  rm -f "$tar"
  say "built $name"
}

prometheus() { # prometheus NAME SUITE
  from_packages "$1" "$2" prometheus,ca-certificates \
    'mkdir -p prometheus && chown 65534:65534 prometheus' \
    'ENTRYPOINT ["/bin/prometheus"]' 'EXPOSE 9090' 'USER 65534' 'WORKDIR /prometheus' \
    'CMD ["--config.file=/etc/prometheus/prometheus.yml","--storage.tsdb.path=/prometheus"]'
}

alertmanager() {
  from_packages "$1" sid prometheus-alertmanager,ca-certificates \
    'mkdir -p alertmanager && chown 65534:65534 alertmanager && ln -sf prometheus-alertmanager usr/bin/alertmanager' \
    'ENTRYPOINT ["/bin/alertmanager"]' 'EXPOSE 9093' 'USER 65534' 'WORKDIR /alertmanager' \
    'CMD ["--config.file=/etc/alertmanager/alertmanager.yml","--storage.path=/alertmanager"]'
}

# Upstream's image has protected mode off, since in a container the network is what protects.
redis() {
  from_packages "$1" bookworm redis-server,redis-tools \
    'mkdir -p usr/local/bin && printf "#!/bin/sh\nexec /usr/bin/redis-server \"\$@\" --protected-mode no\n" > usr/local/bin/redis-server && chmod 755 usr/local/bin/redis-server' \
    'CMD ["redis-server"]' 'EXPOSE 6379' 'WORKDIR /tmp'
}

node_base() {
  exists "$1" && return
  from_packages "$prefix/debian:$recipe" bookworm libstdc++6,libgcc-s1,ca-certificates true 'CMD ["sh"]'
  local context
  context=$(mktemp -d -p "$work")
  cp "$(readlink -f "$(command -v node)")" "$context/node"
  printf 'FROM %s\nCOPY node /usr/local/bin/node\nENTRYPOINT []\nCMD ["node"]\n' "$prefix/debian:$recipe" > "$context/Dockerfile"
  docker build --quiet --tag "$1" "$context" > /dev/null
  say "built $1"
}

# An app on the Node base; its packages are installed here, since a build container may reach no registry.
node_app() { # node_app NAME BASE DIRECTORY
  exists "$1" && return
  local context
  context=$(mktemp -d -p "$work")
  cp -r "$3"/. "$context"
  # It keeps node_modules out of an ordinary build; here they are the point.
  rm -f "$context/.dockerignore"
  if [ -e "$context/package-lock.json" ]; then (cd "$context" && npm ci --silent --omit=dev --no-audit --no-fund --ignore-scripts >&2); fi
  printf 'FROM %s\nWORKDIR /app\nCOPY . .\nUSER 65534\nCMD ["node", "server.js"]\n' "$2" > "$context/Dockerfile"
  docker build --quiet --tag "$1" "$context" > /dev/null
  say "built $1"
}

hermetic() {
  local name=$prefix
  if ! exists "$name/voice-ai-agent:$agent" || ! exists "$name/prometheus-v3:$recipe"; then
    say "no registry answers: building images of the real servers from Debian's packages (about 90 s, once)"
    [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null || fail "building images needs Debian and root; set SCRAPEGATE_IMAGES=upstream where images can be pulled"
    command -v mmdebstrap > /dev/null || { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends mmdebstrap > /dev/null; }
  fi
  prometheus "$name/prometheus-v3:$recipe" sid
  prometheus "$name/prometheus-v2:$recipe" trixie
  alertmanager "$name/alertmanager:$recipe"
  redis "$name/redis:$recipe"
  node_base "$name/node:$recipe"
  node_app "$name/grafana-stand-in:$stand_in" "$name/node:$recipe" "$here/images/grafana-stand-in"
  node_app "$name/voice-ai-agent:$agent" "$name/node:$recipe" "$root/examples/voice-ai-agent/agent"
  cat << IMAGES
PROMETHEUS_IMAGE=$name/prometheus-v3:$recipe
PROMETHEUS_V2_IMAGE=$name/prometheus-v2:$recipe
ALERTMANAGER_IMAGE=$name/alertmanager:$recipe
REDIS_IMAGE=$name/redis:$recipe
NODE_IMAGE=$name/node:$recipe
GRAFANA_IMAGE=$name/grafana-stand-in:$stand_in
VOICE_AI_AGENT_IMAGE=$name/voice-ai-agent:$agent
VOICE_AI_AGENT_PULL_POLICY=never
IMAGES
}

upstream_images() {
  cat << 'IMAGES'
PROMETHEUS_IMAGE=prom/prometheus:v3.5.0
PROMETHEUS_V2_IMAGE=prom/prometheus:v2.53.5
ALERTMANAGER_IMAGE=prom/alertmanager:v0.28.1
REDIS_IMAGE=redis:7-alpine
NODE_IMAGE=node:24-alpine
GRAFANA_IMAGE=grafana/grafana:12.1.1
IMAGES
}

# Pulled side by side and before anything runs, so that no time-out of a run has to cover it.
upstream() {
  local pulls=() image
  for image in $(upstream_images | cut -d= -f2); do
    exists "$image" && continue
    docker pull --quiet "$image" >&2 &
    pulls+=("$!")
  done
  for pull in "${pulls[@]}"; do wait "$pull" || fail "an image could not be pulled; set SCRAPEGATE_IMAGES=hermetic to build images from Debian's packages"; done
  upstream_images
}

can_pull() { exists "$probe_image" || timeout "$pull_seconds" docker pull --quiet "$probe_image" > /dev/null 2>&1; }

case ${SCRAPEGATE_IMAGES:-auto} in
  upstream) upstream ;;
  hermetic) hermetic ;;
  auto) if exists "$prefix/voice-ai-agent:$agent" || ! can_pull; then hermetic; else upstream; fi ;;
  *) fail "SCRAPEGATE_IMAGES is \"$SCRAPEGATE_IMAGES\", expected auto, upstream or hermetic" ;;
esac
