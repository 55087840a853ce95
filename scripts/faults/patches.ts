import type { Patch } from './fault.js';

export const COMPOSE = 'compose.yml';
export const CONFIG = 'prometheus/prometheus.yml';
export const COMMAND = 'command: [node, /agent/misbehave.mjs]';
export const PROBE = `test: [CMD, node, -e, "require('fs').accessSync('/tmp/ready')"]`;
export const NODE = '${NODE_IMAGE:-node:24-alpine}';

const AGENT_IMAGE = `    image: ${NODE}\n    command`;

/** Another text in the compose file. */
export const compose = (from: string, to: string): Patch => ({ file: COMPOSE, from, to });

/** The command of the agent, as YAML. */
export const command = (words: string): Patch => compose(COMMAND, `command: ${words}`);

/** The test of the agent's healthcheck, as YAML; it fails soon. */
export const probe = (test: string): readonly Patch[] => [compose(PROBE, `test: ${test}`), IMPATIENT];

/** The agent's probe gets no start period, so that its failures count. */
const IMPATIENT: Patch = compose(
  `      interval: 10s
      timeout: 5s
      retries: 3
      start_period: 30s
      start_interval: 500ms
    networks: [monitoring]

networks:`,
  `      interval: 1s
      timeout: 1s
      retries: 2
    networks: [monitoring]

networks:`,
);

/** Lines of the agent's service, with their indentation. */
export const ofAgent = (lines: string): Patch => compose('\n  voice-ai-agent:\n', `\n  voice-ai-agent:\n${lines}`);

/** Lines of Prometheus' service, with their indentation. */
export const ofPrometheus = (lines: string): Patch => compose('  prometheus:\n', `  prometheus:\n${lines}`);

/** Another image for the agent, whatever the variable says. */
export const agentImage = (image: string): Patch => compose(AGENT_IMAGE, `    image: ${image}\n    command`);

/** Services that come before all others. */
export const services = (lines: string): Patch => compose('services:\n', `services:\n${lines}\n`);

/** Flags of Prometheus behind those that its image has. */
export const prometheusFlags = (...flags: readonly string[]): Patch =>
  ofPrometheus(
    [
      '    command:\n      - --config.file=/etc/prometheus/prometheus.yml\n      - --storage.tsdb.path=/prometheus\n',
      ...flags.map((flag) => `      - ${flag}\n`),
    ].join(''),
  );

/** The agent does what its variable says. */
export const agent = (fault: string, more = ''): Patch =>
  compose('      FAULT: none\n', `      FAULT: ${fault}\n${more}`);

/** Lines of the agent's scrape job, two spaces deeper than its list. */
export const job = (lines: string): Patch => ({
  file: CONFIG,
  from: 'job_name: voice-ai-agent\n',
  to: `job_name: voice-ai-agent\n    ${lines}\n`,
});

/** What the agent's job scrapes, as YAML of a list. */
export const targets = (address: string): Patch => ({
  file: CONFIG,
  from: 'targets: [voice-ai-agent:8000]',
  to: `targets: [${address}]`,
});
