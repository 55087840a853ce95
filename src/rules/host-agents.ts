import { imageName } from '../model/service-flags.js';
import type { ComposeService } from '../model/stack.js';

/** Programs that watch the machine, and so have to see it. Sources: the instructions of each for running it in a container. */
const WATCHES_HOST =
  /^(?:node-exporter|node_exporter|cadvisor|process-exporter|dcgm-exporter|promtail|alloy|grafana-agent|agent|telegraf|netdata|vector|fluent-bit|fluentd|filebeat|metricbeat|otel-collector|opentelemetry-collector|opentelemetry-collector-contrib|smartctl-exporter|ebpf_exporter|ebpf-exporter|systemd-exporter|beyla|falco|glances|crowdsec|tetragon|pyroscope)(?:-contrib)?$/;

/** Programs that ask Docker about containers, or manage them. */
const ASKS_DOCKER =
  /^(?:traefik|portainer|portainer-ce|portainer-ee|agent|watchtower|dozzle|diun|autoheal|ouroboros|nginx-proxy|docker-gen|acme-companion|caddy-docker-proxy|homepage|uptime-kuma|gitlab-runner|jenkins|act_runner|lazydocker|prometheus|docker-exporter|docker_exporter|localstack|woodpecker-agent|drone-runner-docker)$/;

/** Restricts what can be asked of Docker: what others are advised to use. */
const SOCKET_PROXY = /^(?:docker-socket-proxy|socket-proxy)$/;

/** Whether a service watches the machine it runs on, by the name of its image. */
export function watchesHost({ image, builtFrom }: ComposeService): boolean {
  return [image, builtFrom].some((one) => WATCHES_HOST.test(imageName(one?.value ?? '')));
}

/** Whether a service is known to need the Docker API. */
export function asksDocker(service: ComposeService): boolean {
  return watchesHost(service) || ASKS_DOCKER.test(imageName(service.image?.value ?? ''));
}

/** Whether a service is a proxy that restricts the Docker API. */
export function isSocketProxy({ image }: ComposeService): boolean {
  return SOCKET_PROXY.test(imageName(image?.value ?? ''));
}
