import { PIPELINE_CAUSES } from './pipeline-causes.js';
import { START_CAUSES } from './start-causes.js';
import { TARGET_CAUSES } from './target-causes.js';

/**
 * The closed list of causes a run-time failure can have. A cause says why, its page says what to do;
 * `unexplained` is the honest answer when the evidence fits none of the others.
 */
export const CAUSES = {
  ...TARGET_CAUSES,
  ...PIPELINE_CAUSES,
  ...START_CAUSES,
  'not-exposition-json': {
    title: 'the endpoint answers JSON, not metrics',
    explanation:
      'Prometheus reads the text exposition format or OpenMetrics. A JSON body, such as a health endpoint gives, can never be scraped.',
    remedy:
      'scrape the path that serves metrics (usually /metrics) and watch the health endpoint with a healthcheck or the blackbox exporter',
  },
  'not-exposition': {
    title: 'the endpoint answers something that is not metrics',
    explanation: 'The body is neither text exposition format nor OpenMetrics, often an HTML page.',
    remedy: 'set metrics_path to the path that serves metrics',
  },
  'malformed-exposition': {
    title: 'the metrics cannot be parsed',
    explanation: 'The endpoint answers with metrics, but a line of them breaks the exposition format.',
    remedy: 'fetch the endpoint, run `promtool check metrics` on the body and mend the line it names',
  },
  'name-does-not-resolve': {
    title: 'the target name does not resolve',
    explanation:
      'Prometheus asked its resolver for the name and got no address. Service names resolve on shared networks only.',
    remedy: 'use the name of a running service that shares a network with Prometheus',
  },
  'no-route': {
    title: 'there is no route to the target',
    explanation: 'The address is on a network that Prometheus is not attached to.',
    remedy: 'attach Prometheus and the service to the same network',
  },
  'connection-refused': {
    title: 'nothing accepts connections on the target port',
    explanation:
      'The container is there, but nothing listens on this port on an address that other containers can reach: another port, 127.0.0.1 only, or the process is not up.',
    remedy: 'scrape the port the process listens on, and have it listen on 0.0.0.0',
  },
  timeout: {
    title: 'the target answers too slowly',
    explanation: 'The scrape took longer than scrape_timeout, or packets are dropped on the way.',
    remedy: 'make the endpoint faster or raise scrape_timeout (at most scrape_interval)',
  },
  unauthorized: {
    title: 'the target wants credentials',
    explanation: 'The endpoint answered 401 or 403.',
    remedy: 'give the scrape job basic_auth or authorization, or let the monitoring network in',
  },
  'not-found': {
    title: 'the metrics path does not exist',
    explanation: 'The endpoint answered 404: the service runs, but has no metrics at this path.',
    remedy: 'set metrics_path to the path that serves metrics, or instrument the service',
  },
  'server-error': {
    title: 'the target fails while it answers',
    explanation: 'The endpoint answered with a 5xx status.',
    remedy: "look at the service's own log for the request",
  },
  'http-status': {
    title: 'the target answers with a status other than 200',
    explanation: 'Prometheus accepts only 200 OK.',
    remedy: 'have the path answer 200 with metrics, or change metrics_path',
  },
  'tls-mismatch': {
    title: 'scheme and server disagree about TLS',
    explanation: 'Prometheus spoke HTTPS to a plain HTTP server, or plain HTTP to a TLS server.',
    remedy: 'set `scheme` of the scrape job to what the server speaks',
  },
  certificate: {
    title: 'the certificate is not accepted',
    explanation: 'The TLS handshake failed on the certificate: unknown authority, wrong name or expired.',
    remedy: 'give tls_config a ca_file and, if needed, server_name',
  },
  'limit-exceeded': {
    title: 'the scrape is over a configured limit',
    explanation: 'sample_limit, label_limit, target_limit or body_size_limit of the scrape job was passed.',
    remedy: 'raise the limit or expose less',
  },
  'target-missing': {
    title: 'Prometheus has no such target',
    explanation: 'The configuration names the target, but the running Prometheus never created it.',
    remedy: 'make sure that Prometheus runs the configuration that is on disk',
  },
  'never-scraped': {
    title: 'the target was not scraped in time',
    explanation: 'Prometheus knows the target, but the first scrape had not happened when the time was over.',
    remedy: 'raise --timeout, or lower scrape_interval',
  },
  'target-dropped': {
    title: 'relabelling drops the target',
    explanation: 'The discovery finds targets, and a step of relabel_configs drops every one of them.',
    remedy: 'mend the step that the finding points at, or what the discovery looks for',
  },
  'target-flapping': {
    title: 'the target goes up and down',
    explanation: 'A scrape succeeded, and a later one failed: what was proved did not last.',
    remedy: "look into the service's log at the time of the failed scrapes",
  },
  'container-exited': {
    title: 'the container exited',
    explanation: 'The main process ended with a failure and nothing restarts it.',
    remedy: 'read its last log lines',
  },
  'out-of-memory': {
    title: 'the kernel killed the container for its memory',
    explanation: 'The container went over its memory limit.',
    remedy: 'raise mem_limit or make the process use less',
  },
  'crash-loop': {
    title: 'the container restarts over and over',
    explanation: 'The process fails soon after each start and the restart policy starts it again.',
    remedy: 'read its last log lines',
  },
  'stopped-from-outside': {
    title: 'somebody else stopped, paused or removed the container',
    explanation: 'It did not end by itself: a person or another program asked Docker for it while the gate waited.',
    remedy: 'find out who else works on this engine, and run the gate again',
  },
  'command-not-found': {
    title: 'the command does not exist in the image',
    explanation: 'Exit code 127: the entry point or command names a program that the image does not have.',
    remedy: 'mend `command` or `entrypoint`, or use an image that has the program',
  },
  'command-not-executable': {
    title: 'the command cannot be executed',
    explanation: 'Exit code 126: the file is there but is not executable, or is for another architecture.',
    remedy: 'set the executable bit in the image, or build it for this machine',
  },
  'healthcheck-fails': {
    title: 'the healthcheck fails',
    explanation: 'The container runs, but its probe keeps failing.',
    remedy: "read the probe's own output; run the probe with `docker compose exec`",
  },
  'healthcheck-binary-missing': {
    title: "the healthcheck's program is not in the image",
    explanation: 'The probe itself cannot start: the image has no such program, or no shell.',
    remedy: 'use a program that the image has, in the exec form `["CMD", …]` if it has no shell',
  },
  'healthcheck-slow': {
    title: 'the healthcheck did not pass in time',
    explanation: 'The container was still `starting` when the time was over.',
    remedy: 'raise --timeout, or give the healthcheck a shorter interval or start_interval',
  },
  'dependency-unmet': {
    title: 'a dependency can never be as depends_on wants it',
    explanation:
      'The condition of depends_on names a state that the service does not have: healthy without a healthcheck.',
    remedy: 'give the dependency a healthcheck, or use another condition',
  },
  'image-unavailable': {
    title: 'the image cannot be had',
    explanation: 'The image is not on this machine and could not be pulled or built.',
    remedy: 'check the name and tag, and that this machine may pull it',
  },
  'image-denied': {
    title: 'the registry does not let this machine pull the image',
    explanation:
      'The registry answered 401 or 403, or said "denied". Registries say so as well of an image that does not exist, so that nobody learns which private ones do.',
    remedy: 'check the name and tag, and log in with `docker login REGISTRY` as somebody who may pull it',
  },
  'image-rate-limited': {
    title: 'the registry limits the rate of pulls',
    explanation:
      'The registry answered 429: this address or account pulled too often. Asking again would only count as one more pull, so it is not tried again.',
    remedy: 'log in, pull through a mirror, or keep the images in a cache; the limit ends by itself after some hours',
  },
  'registry-unavailable': {
    title: 'the registry does not answer',
    explanation:
      'The registry could not be reached, closed the connection, timed out or answered with a server error, also when it was asked again.',
    remedy: "look at the registry's status page and at proxies and firewalls on the way, or run again later",
  },
  'wrong-architecture': {
    title: 'the image is for another architecture',
    explanation: 'The image, or the program in it, is made for another processor than that of this machine.',
    remedy: 'use an image for this architecture, set `platform:` and install emulation, or build it here',
  },
  'port-in-use': {
    title: 'a host port is already in use',
    explanation: 'Another process or container listens on the published port.',
    remedy: 'stop what holds the port, or publish another one',
  },
  'networks-exhausted': {
    title: 'Docker has no addresses left for another network',
    explanation:
      'Each network takes a range of the address pools of the engine, and all of them are taken or overlap with routes of this machine.',
    remedy:
      'remove networks that nobody uses with `docker network prune`, or give the engine more `default-address-pools`',
  },
  'device-missing': {
    title: 'a device of this service is not on this machine',
    explanation: 'The service names a device or a GPU that this machine or its container runtime does not have.',
    remedy: 'remove the device from the service, put it into a file for machines that have it, or install its driver',
  },
  'mount-failed': {
    title: 'something cannot be mounted',
    explanation:
      'The source of a mount does not exist, is a file where a directory is expected, or the other way round, or its target cannot be made.',
    remedy: 'correct the source of the mount; paths are relative to the directory of the first compose file',
  },
  'name-in-use': {
    title: 'the name of the container is taken',
    explanation:
      'A container_name is unique on a machine, so that a second copy of the stack cannot run beside the first one.',
    remedy: 'remove container_name, or remove the container that has the name',
  },
  'disk-full': {
    title: 'the disk of the engine is full',
    explanation: 'Docker could not write an image, a layer, a volume or a log.',
    remedy: 'make room: `docker system df` shows what takes it, `docker system prune` removes what nobody uses',
  },
  'bring-up-failed': {
    title: 'Docker could not start the service',
    explanation: 'docker compose up failed; its own words are in the evidence.',
    remedy: "follow Docker's own message",
  },
  'prometheus-unreachable': {
    title: 'Prometheus does not answer',
    explanation: 'The Prometheus container runs, but its HTTP API could not be reached in any way.',
    remedy: 'publish its port or check --web.listen-address and --web.external-url',
  },
  'prometheus-behind-authentication': {
    title: 'Prometheus wants credentials',
    explanation:
      'Its web.config asks for a name and a password (basic_auth_users), and the run has none or wrong ones.',
    remedy: 'set SCRAPEGATE_PROMETHEUS_USERNAME and SCRAPEGATE_PROMETHEUS_PASSWORD in the environment of the run',
  },
  'another-prometheus': {
    title: 'another Prometheus answers',
    explanation:
      'What answers at the published port started before the container of this run, so it is another process: an engine on another machine, or a port that somebody else has.',
    remedy: 'publish another port, or run where the engine is',
  },
  'clock-jumped': {
    title: 'the clock of Prometheus jumped',
    explanation: 'The time on its clock and the time that passed do not agree, so that its scrapes cannot be dated.',
    remedy: 'let the clock settle (time synchronisation, a machine that slept) and run again',
  },
  'no-evidence': {
    title: 'there is nothing to judge',
    explanation: 'No expected target was seen, so nothing proves that Prometheus scrapes anything.',
    remedy: 'add a scrape job for your services',
  },
  cancelled: {
    title: 'the run was cancelled',
    explanation: 'A signal ended the run before it had a verdict.',
    remedy: 'run it again',
  },
  'deadline-passed': {
    title: 'the time was over',
    explanation: 'The one deadline of the run passed before the stack was proved.',
    remedy: 'raise --timeout, or find what is slow in the timeline',
  },
  unexplained: {
    title: 'the cause is not known',
    explanation: 'The evidence fits none of the known causes.',
    remedy: 'read the evidence; please open an issue with it',
  },
} as const satisfies Record<string, { title: string; explanation: string; remedy: string }>;

/** One of the closed list. */
export type Cause = keyof typeof CAUSES;
