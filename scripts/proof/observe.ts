import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { docker, PROJECT_LABEL } from './docker.js';
import { imageKind } from './images.js';
import type { Answer, ContainerSeen, Ended, Observation, TargetSeen } from './observation.js';
import type { ProofStack } from './stack.js';
import type { Symptom } from './symptom.js';

const SERVICE_LABEL = 'com.docker.compose.service';
const PROMETHEUS_PORT = 9090;
const LOG_LINES = '60';

/** What is looked at of `docker inspect`. */
export interface Inspected {
  readonly Id: string;
  readonly RestartCount: number;
  readonly Config: {
    readonly Image: string;
    readonly User: string;
    readonly Entrypoint?: readonly string[] | null;
    readonly Labels: Record<string, string>;
    readonly ExposedPorts?: Record<string, unknown>;
  };
  readonly State: {
    readonly Status: string;
    readonly ExitCode: number;
    readonly Error: string;
    readonly Health?: { readonly Status: string; readonly Log: readonly { ExitCode: number; Output: string }[] | null };
  };
}

/** Looks at a stack: the only place that asks Docker and Prometheus how it goes. */
export async function observe(symptom: Symptom, stack: ProofStack): Promise<Observation> {
  const { config, up } = stack;
  const base: Observation = { ...(config ? { config } : {}), ...(up ? { up } : {}) };
  if (symptom.symptom === 'compose-refuses') return base;
  if (symptom.symptom === 'mount-is-directory')
    return { ...base, path: kindOfPath(join(stack.directory, symptom.path)) };
  const containers = await inspectAll(stack);
  switch (symptom.symptom) {
    case 'service-exits':
    case 'service-unhealthy':
    case 'service-never-starts':
      return { ...base, containers: await Promise.all(containers.map(toSeen)) };
    case 'url-unreachable-from': {
      const [answer] = await ask(stack, running(containers, symptom.service), [symptom.url]);
      return answer ? { ...base, answer } : base;
    }
    case 'not-writable':
    case 'not-readable':
      return { ...base, ...(await access(symptom, stack, containers)) };
    case 'no-prometheus':
      return { ...base, ...(await prometheuses(stack, containers)) };
    case 'target-down':
    case 'target-missing':
    case 'rules-not-loaded':
    case 'alertmanager-unreachable':
    case 'remote-write-fails':
      return { ...base, ...(await askPrometheus(symptom, stack, containers)) };
  }
}

/** Every container of a stack. */
export async function inspectAll({ request: { project } }: ProofStack): Promise<Inspected[]> {
  const filter = ['--filter', `label=${PROJECT_LABEL}=${project}`, '--filter', `label=${SERVICE_LABEL}`];
  const { stdout: ids } = await docker(['ps', '--all', '--quiet', '--no-trunc', ...filter]);
  if (ids.trim() === '') return [];
  const { stdout } = await docker(['inspect', ...ids.trim().split(/\s+/)]);
  // One that went away in between leaves the others' descriptions whole.
  return JSON.parse(stdout || '[]') as Inspected[];
}

/** The service that a container is of. */
export const serviceOf = ({ Config }: Inspected): string => Config.Labels[SERVICE_LABEL] ?? '';
const running = (containers: readonly Inspected[], service: string): Inspected | undefined =>
  containers.find((one) => serviceOf(one) === service && one.State.Status === 'running');

async function toSeen(container: Inspected): Promise<ContainerSeen> {
  const { State, RestartCount } = container;
  const { output } = await docker(['logs', '--tail', LOG_LINES, container.Id]);
  return {
    service: serviceOf(container),
    status: State.Status,
    exitCode: State.ExitCode,
    restarts: RestartCount,
    health: State.Health?.Status ?? '',
    probes: (State.Health?.Log ?? []).map(({ ExitCode, Output }) => ({ exitCode: ExitCode, output: Output })),
    log: State.Error === '' ? output : `${output}\n${State.Error}`,
  };
}

function kindOfPath(path: string): 'file' | 'directory' | 'nothing' {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return 'nothing';
  return stats.isDirectory() ? 'directory' : 'file';
}

/** Requests from inside a container's network, which also have its hosts file and its name server. */
export async function ask(
  { request }: ProofStack,
  container: Inspected | undefined,
  urls: readonly string[],
): Promise<Answer[]> {
  if (!container || urls.length === 0) return [];
  const { project, images } = request;
  const place = ['--network', `container:${container.Id}`, '--label', `${PROJECT_LABEL}=${project}`];
  const program = ['node', '--input-type=module', '-e', images.probe, JSON.stringify(urls)];
  const { stdout } = await docker(['run', '--rm', ...place, images.nameOf('node'), ...program]);
  return stdout.startsWith('[') ? (JSON.parse(stdout) as Answer[]) : [];
}

async function access(
  { service, path, symptom }: Extract<Symptom, { path: string; service: string }>,
  { request: { project, images } }: ProofStack,
  containers: readonly Inspected[],
): Promise<{ access?: Ended }> {
  const container = containers.find((one) => serviceOf(one) === service);
  if (!container) return {};
  const wanted = symptom === 'not-writable' ? 'W_OK' : 'R_OK';
  const script = `const fs = require('fs'), p = process.argv[1];
    try { fs.accessSync(p, fs.constants.${wanted}); console.log(p + ' can be used') } catch (e) { console.log(e.message); process.exit(1) }`;
  const place = ['--volumes-from', container.Id, '--label', `${PROJECT_LABEL}=${project}`];
  const user = container.Config.User === '' ? [] : ['--user', container.Config.User];
  const program = ['node', '-e', script, path];
  return {
    access: await docker(['run', '--rm', '--network', 'none', ...place, ...user, images.nameOf('node'), ...program]),
  };
}

async function prometheuses(stack: ProofStack, containers: readonly Inspected[]): Promise<{ prometheuses?: string[] }> {
  const up = containers.filter(({ State }) => State.Status === 'running');
  if (up.length === 0) return {};
  const found = await Promise.all(
    up.map(async (container) => {
      const ports = Object.keys(container.Config.ExposedPorts ?? {}).map((port) => Number.parseInt(port, 10));
      const urls = [...new Set([PROMETHEUS_PORT, ...ports])].map(
        (port) => `http://localhost:${String(port)}/api/v1/status/buildinfo`,
      );
      const answers = await ask(stack, container, urls);
      return answers.some(({ body }) => body?.includes('"goVersion"')) ? [serviceOf(container)] : [];
    }),
  );
  return { prometheuses: found.flat() };
}

/** The service that runs Prometheus: by its image, or because the proof says so. */
function prometheusService({ model, request: { boot } }: ProofStack): string | undefined {
  const isPrometheus = (kind: string): boolean => kind.startsWith('prometheus');
  const told = Object.entries(boot.images).find(([, kind]) => isPrometheus(kind))?.[0];
  const names = Object.entries(model.services ?? {});
  return (
    told ??
    names.find(([, { image }]) => isPrometheus(imageKind(image ?? '')))?.[0] ??
    names.find(([name]) => isPrometheus(name))?.[0]
  );
}

type OfPrometheus = Extract<
  Symptom,
  {
    symptom: 'target-down' | 'target-missing' | 'rules-not-loaded' | 'alertmanager-unreachable' | 'remote-write-fails';
  }
>;

async function askPrometheus(
  symptom: OfPrometheus,
  stack: ProofStack,
  containers: readonly Inspected[],
): Promise<Partial<Observation>> {
  const container = running(containers, prometheusService(stack) ?? '');
  const { api } = stack.request.boot;
  const get = async (path: string): Promise<string | undefined> => {
    const [answer] = await ask(stack, container, [`${api}${path}`]);
    return answer?.status === 200 ? answer.body : undefined;
  };
  const data = async <T>(path: string): Promise<T | undefined> => {
    const body = await get(`/api/v1/${path}`);
    return body === undefined ? undefined : (JSON.parse(body) as { data: T }).data;
  };
  switch (symptom.symptom) {
    case 'target-down':
    case 'target-missing': {
      const answer = await data<{ activeTargets: Parameters<typeof toTarget>[0][] }>('targets?state=active');
      return answer ? { targets: answer.activeTargets.map(toTarget) } : {};
    }
    case 'rules-not-loaded': {
      const answer = await data<{ groups: { name: string }[] }>('rules');
      return answer ? { groups: answer.groups.map(({ name }) => name) } : {};
    }
    case 'alertmanager-unreachable': {
      const answer = await data<{ activeAlertmanagers: { url: string }[] }>('alertmanagers');
      if (!answer) return {};
      const urls = answer.activeAlertmanagers.map(({ url }) => url);
      return { alertmanagers: await ask(stack, container, urls) };
    }
    case 'remote-write-fails': {
      const body = await get('/metrics');
      if (body === undefined) return {};
      return { metrics: sums(body), containers: container ? [await toSeen(container)] : [] };
    }
  }
}

const toTarget = (target: {
  scrapePool: string;
  discoveredLabels: Record<string, string>;
  health: string;
  lastError: string;
}): TargetSeen => ({
  job: target.scrapePool,
  address: target.discoveredLabels['__address__'] ?? '',
  health: target.health,
  lastError: target.lastError,
});

/** The sum over all label sets of each metric. */
export function sums(exposition: string): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const [, name = '', value] of exposition.matchAll(/^([a-zA-Z_:][\w:]*)(?:\{.*\})? (\S+)/gm))
    totals[name] = (totals[name] ?? 0) + Number(value);
  return totals;
}
