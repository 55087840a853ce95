import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { selfSigned } from './certificate.js';
import type { Fault, HealthyVariant } from './fault.js';
import { pipelineTexts } from './pipeline-stack.js';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'voice-ai-agent');
const DAY_MS = 86_400_000;
/** Services and jobs of the example that a fault of a target has nothing to do with. */
const LEFT_OUT = ['alertmanager', 'redis', 'grafana'];

/** The files of the example cut down to Prometheus and the agent, with the agent replaced by one that can misbehave. */
export function baseTexts(major: 2 | 3): Record<'compose.yml' | 'prometheus/prometheus.yml', string> {
  const read = (path: string): string => readFileSync(join(EXAMPLE, path), 'utf8');
  let compose = read('compose.yml');
  for (const name of LEFT_OUT) compose = cut(compose, new RegExp(`\\n  ${name}:\\n(?:(?:    .*)?\\n)+`));
  compose = replaced(compose, /    image: \$\{VOICE_AI[\s\S]*?    healthcheck:[\s\S]*?      interval/, AGENT);
  compose = replaced(compose, 'networks: [app, monitoring]', 'networks: [monitoring]');
  compose = replaced(compose, '  app:\n', '');
  compose = replaced(compose, / {4}ports:\n {6}- "\$\{BIND_ADDRESS:-127.0.0.1\}:\$\{PROMETHEUS_PORT.*\n/, '');
  if (major === 2) compose = replaced(compose, ':-prom/prometheus:v3.5.0', ':-prom/prometheus:v2.53.5');
  let config = read('prometheus/prometheus.yml');
  for (const name of LEFT_OUT) config = config.replace(new RegExp(`\\n  - job_name: ${name}\\n(?:    .*\\n)+`), '');
  config = replaced(config, /\nrule_files:[\s\S]*?(?=\nscrape_configs)/, '');
  config = replaced(config, /scrape_interval: 5s\n  scrape_timeout: 4s/, 'scrape_interval: 2s\n  scrape_timeout: 1s');
  return { 'compose.yml': compose, 'prometheus/prometheus.yml': config };
}

/** The agent that can misbehave. */
export const AGENT = `    image: \${NODE_IMAGE:-node:24-alpine}
    command: [node, /agent/misbehave.mjs]
    environment:
      FAULT: none
    volumes:
      - ./agent:/agent:ro
    healthcheck:
      test: [CMD, node, -e, "require('fs').accessSync('/tmp/ready')"]
      interval`;

/** Writes the stack of a fault or a variant into a new directory. */
export function writeStack(
  scenario: Fault | HealthyVariant,
  major: 2 | 3,
  tokens: Readonly<Record<string, string>> = {},
): string {
  const directory = join(mkdtempSync(join(tmpdir(), 'scrapegate-fault-')), 'stack');
  const texts: Record<string, string> = 'stack' in scenario ? { ...pipelineTexts(major) } : { ...baseTexts(major) };
  for (const { file, from, to } of scenario.patches) texts[file] = replaced(texts[file] ?? '', from, to);
  const known = (text: string): string =>
    Object.entries(tokens).reduce((all, [token, value]) => all.replaceAll(token, value), text);
  mkdirSync(join(directory, 'agent'), { recursive: true });
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), known(text));
  }
  cpSync(join(import.meta.dirname, 'misbehave.mjs'), join(directory, 'agent', 'misbehave.mjs'));
  if (scenario.certificate) writeCertificate(directory, scenario.certificate);
  for (const [path, { text, mode }] of Object.entries(scenario.files ?? {})) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), known(text));
    if (mode !== undefined) chmodSync(join(directory, path), mode);
  }
  for (const [path, mode] of Object.entries(scenario.modes ?? {})) chmodSync(join(directory, path), mode);
  const codes = 'suppress' in scenario ? (scenario.suppress ?? []) : [];
  const ignores = codes.map((code) => `  - code: ${code}\n    reason: the fault is to run\n`);
  if (ignores.length > 0) writeFileSync(join(directory, '..', '.scrapegate.yml'), `ignore:\n${ignores.join('')}`);
  return directory;
}

function writeCertificate(directory: string, kind: NonNullable<Fault['certificate']>): void {
  const days = kind === 'expired' ? [-30, -1] : [-1, 30];
  const [from = 0, until = 0] = days.map((day) => Date.now() + day * DAY_MS);
  const name = kind === 'of-another-name' ? 'another.example' : 'voice-ai-agent';
  const { cert, key } = selfSigned({ name, from: new Date(from), until: new Date(until) });
  writeFileSync(join(directory, 'agent', 'cert.pem'), cert);
  writeFileSync(join(directory, 'agent', 'key.pem'), key);
  writeFileSync(join(directory, 'prometheus', 'ca.pem'), cert);
}

/** Like `replace`, for text that has to be there. */
export function replaced(text: string, from: string | RegExp, to: string): string {
  const next = text.replace(from, () => to);
  if (next === text) throw new Error(`the stack has no "${String(from)}"`);
  return next;
}

/** Takes out a block that has to be there. */
export function cut(text: string, block: RegExp): string {
  return replaced(text, block, '\n');
}
