import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageKind } from '../images.js';
import { ask, inspectAll, serviceOf, type Inspected } from '../observe.js';
import type { ProofStack } from '../stack.js';
import type { StackPlan } from './plan.js';

/** What one look at a stack shows. */
export interface StackSeen {
  readonly services: readonly string[];
  /** Those of them that are the real programs. */
  readonly real: readonly string[];
  readonly up: readonly string[];
  /** Something answers, but not as it would. */
  readonly reached: readonly string[];
  /** Targets that are none of the stack. */
  readonly outside: readonly string[];
  readonly expected: number;
  readonly groups: number;
  readonly alertmanagers: number;
  /** What is not as it should be. */
  readonly wrong: readonly string[];
}

const REACHED = /server gave HTTP response to HTTPS client/;

/** Asks Docker for the containers, and each Prometheus for all that it knows. */
export async function look(stack: ProofStack, plan: StackPlan): Promise<StackSeen> {
  const containers = await inspectAll(stack);
  const services = Object.entries(stack.model.services ?? {});
  const kinds = new Map(services.map(([name, { image, build }]) => [name, imageKind(build ? name : (image ?? ''))]));
  const real = containers.map(serviceOf).filter((name) => isReal(name, containers));
  const missing = services.map(([name]) => name).filter((name) => !containers.some((one) => serviceOf(one) === name));
  const servers = containers.filter((one) => isPrometheus(one, kinds));
  const seen = await Promise.all(servers.map((server) => askServer(server, stack, plan)));
  return {
    services: services.map(([name]) => name),
    real: [...new Set(real)],
    up: seen.flatMap(({ up }) => up),
    reached: seen.flatMap(({ reached }) => reached),
    outside: seen.flatMap(({ outside }) => outside),
    expected: seen.reduce((sum, { expected }) => sum + expected, 0),
    groups: seen.reduce((sum, { groups }) => sum + groups, 0),
    alertmanagers: seen.reduce((sum, { alertmanagers }) => sum + alertmanagers, 0),
    wrong: [
      ...missing.map((name) => `${name} has no container`),
      ...containers.flatMap(wrongWith),
      ...seen.flatMap(({ wrong }) => wrong),
    ],
  };
}

// Stand-ins have an entry point of ours, which begins with `node --input-type`.
const isReal = (name: string, containers: readonly Inspected[]): boolean =>
  containers.some((one) => serviceOf(one) === name && !isStandIn(one));
const isStandIn = ({ Config: { Entrypoint } }: Inspected): boolean =>
  Entrypoint?.[0] === 'node' && ['--input-type=module', '-e'].includes(Entrypoint[1] ?? '');
const isPrometheus = (one: Inspected, kinds: ReadonlyMap<string, string>): boolean => {
  const [program] = one.Config.Entrypoint ?? [];
  const byImage = kinds.get(serviceOf(one))?.startsWith('prometheus') ?? false;
  return !isStandIn(one) && (byImage || program === '/bin/prometheus');
};

/** A container that does not do what its compose file means it to do. */
function wrongWith(one: Inspected): string[] {
  const { State, RestartCount } = one;
  const name = serviceOf(one);
  if (State.Status === 'exited' && State.ExitCode === 0) return [];
  if (State.Status !== 'running') return [`${name} is ${State.Status} (${String(State.ExitCode)}) ${State.Error}`];
  if (RestartCount > 0) return [`${name} was started again ${String(RestartCount)} times`];
  const health = State.Health?.Status ?? 'healthy';
  return health === 'healthy' ? [] : [`${name} is ${health}: ${State.Health?.Log?.at(-1)?.Output.trim() ?? ''}`];
}

interface Target {
  readonly scrapePool: string;
  readonly scrapeUrl: string;
  readonly health: string;
  readonly lastError: string;
}
interface Group {
  readonly name: string;
  readonly rules: readonly { readonly name: string; readonly health: string; readonly lastError?: string }[];
}
type ServerSeen = Omit<StackSeen, 'services' | 'real'>;
const NOTHING = { up: [], reached: [], outside: [], expected: 0, groups: 0, alertmanagers: 0 };

async function askServer(server: Inspected, stack: ProofStack, plan: StackPlan): Promise<ServerSeen> {
  const name = serviceOf(server);
  const base = baseOf(name, stack, plan);
  const paths = ['status/config', 'targets?state=active', 'rules', 'alertmanagers'];
  const answers = await ask(
    stack,
    server,
    paths.map((path) => `${base}/api/v1/${path}`),
  );
  const silent = answers.find(({ status }) => status !== 200) ?? (answers.length === 0 ? { error: 'no answer' } : null);
  if (silent) return { ...NOTHING, wrong: [`${name} does not answer as Prometheus does: ${JSON.stringify(silent)}`] };
  const [config, targets, rules, alerting] = answers.map(
    ({ body }) => (JSON.parse(body ?? '{}') as { data: unknown }).data,
  );
  const { yaml } = config as { yaml: string };
  const { activeTargets } = targets as { activeTargets: Target[] };
  const { groups } = rules as { groups: Group[] };
  const { activeAlertmanagers } = alerting as { activeAlertmanagers: { url: string }[] };
  const judged = judgeTargets(name, activeTargets, plan);
  return {
    ...judged,
    groups: groups.length,
    alertmanagers: activeAlertmanagers.length,
    wrong: [
      ...judged.wrong,
      ...wrongRules(name, yaml, groups),
      ...(await wrongAlertmanagers(server, stack, yaml, activeAlertmanagers)),
    ],
  };
}

/** The base of the API. `{FILE}` is what a file of the stack says, a password for one. */
function baseOf(name: string, { directory }: ProofStack, { api = {} }: StackPlan): string {
  const written = api[name] ?? 'http://localhost:9090';
  return written.replace(/\{(.+)\}/, (_all, file: string) =>
    encodeURIComponent(readFileSync(join(directory, file), 'utf8').trim()),
  );
}

function judgeTargets(
  server: string,
  targets: readonly Target[],
  { outside = {}, partial }: StackPlan,
): Omit<ServerSeen, 'groups' | 'alertmanagers'> {
  const named = targets.map((target) => ({ ...target, address: addressOf(target.scrapeUrl) }));
  const own = named.filter(({ address }) => !(address in outside));
  const says = ({ scrapePool, address }: (typeof named)[number]): string => `${server}: ${scrapePool} ${address}`;
  const isReached = ({ lastError }: Target): boolean => REACHED.test(lastError);
  return {
    up: own.filter(({ health }) => health === 'up').map(says),
    reached: own.filter(isReached).map(({ address }) => address),
    outside: named.filter(({ address }) => address in outside).map(({ address }) => address),
    expected: own.length,
    wrong: [
      ...(own.length === 0 && partial === undefined ? [`${server} has no target of the stack`] : []),
      ...own
        .filter((one) => one.health !== 'up' && !isReached(one))
        .map((one) => `${says(one)} is ${one.health}: ${one.lastError}`),
    ],
  };
}

function addressOf(scrapeUrl: string): string {
  const { hostname, port, protocol } = new URL(scrapeUrl);
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
}

function wrongRules(server: string, yaml: string, groups: readonly Group[]): string[] {
  if (/^rule_files:/m.test(yaml) && groups.length === 0) return [`${server} names rule files and has no rules`];
  return groups.flatMap((group) =>
    group.rules
      .filter(({ health }) => health !== 'ok')
      .map((rule) => `${server}: rule ${rule.name} is ${rule.health} ${rule.lastError ?? ''}`),
  );
}

/** It is asked, since Prometheus calls each one active that its configuration names. A password is asked for first. */
async function wrongAlertmanagers(
  server: Inspected,
  stack: ProofStack,
  yaml: string,
  active: readonly { readonly url: string }[],
): Promise<string[]> {
  if (/^ {2}alertmanagers:/m.test(yaml) && active.length === 0) return [`${serviceOf(server)} has no Alertmanager`];
  const answers = await ask(
    stack,
    server,
    active.map(({ url }) => url),
  );
  return answers
    .filter(({ status }) => status === undefined || ![200, 401, 405].includes(status))
    .map(({ url, status, error }) => `${serviceOf(server)}: ${url} answers ${String(status ?? error)}`);
}
