import type { PipelineAnswer } from '../../model/pipeline-facts.js';
import type { SourceRange } from '../../model/source.js';
import type { Stack } from '../../model/stack.js';
import { child, entries, items, keyRange, text, type YamlNode } from '../../model/yaml-node.js';
import { configDifferences } from '../active-config.js';
import { explainedServices } from '../failed-services.js';
import { authorityOf, failureOf, told } from '../pipeline-answer.js';
import { alertmanagersOf } from '../prometheus-endpoints.js';
import type { Problem, Run, RuntimeRule } from '../rule.js';

/** Prometheus hands on what its discovery finds in steps of 5 s. */
const DISCOVERY_MS = 9_000;

/** Alerts that go nowhere though an Alertmanager is named. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/alertmanager-unreachable',
  severity: 'error',
  stage: 'verify',
  summary: 'Prometheus has no Alertmanager though one is configured, or cannot reach it',
  why: 'Prometheus evaluates alerts and drops them when nobody takes them, without a word on its pages: the first to learn of it is who was not called.',
  remedy: 'name the host and port at which the Alertmanager listens, with its scheme, path_prefix and credentials',
  judge(run) {
    // Another configuration explains it.
    if (configDifferences(run).some(({ of }) => of === 'alertmanagers')) return [];
    return [...notFound(run), ...notReached(run)];
  },
};

function notFound({ stack, observation }: Run): Problem[] {
  const known = observation.server?.alertmanagers;
  const root = stack.prometheus?.config?.root;
  const listed = items(child(root, 'alerting', 'alertmanagers'));
  const [first] = listed.filter((one) => entries(one).some(([key]) => /^static_configs$|_sd_configs$/.test(key)));
  if (!known || !first || known.active.length > 0) return [];
  const startedMs = Date.parse(String(observation.server.runtime?.['startTime']));
  const isYoung = !(observation.atMs - startedMs >= DISCOVERY_MS);
  if (known.dropped.length === 0 && isYoung) return [];
  const steps = listed.flatMap((one) => keyRange(one, 'relabel_configs') ?? []);
  const [dropped] = known.dropped;
  const said =
    dropped === undefined
      ? 'its discovery found none'
      : `relabelling drops ${known.dropped.length > 1 ? `all ${String(known.dropped.length)} that it found` : `the only one that it found, ${authorityOf(dropped)}`}`;
  return [
    {
      message: `Prometheus has no Alertmanager to send alerts to: ${said}`,
      cause: 'alertmanager-missing',
      at: (dropped === undefined ? undefined : steps[0]) ?? keyRange(root, 'alerting') ?? first.at,
      help: 'mend the discovery or the relabel_configs in `alerting`',
      evidence: [`Alertmanagers by the API: 0 active, ${String(known.dropped.length)} dropped`],
    },
  ];
}

function notReached(run: Run): Problem[] {
  const explained = explainedServices(run);
  return (run.observation.pipeline ?? []).flatMap((answer): Problem[] => {
    const failure = answer.of === 'alertmanager' ? failureOf(answer) : undefined;
    if (failure === undefined) return [];
    const authority = authorityOf(answer.name);
    const service = serviceOf(run.stack, authority);
    if (service !== undefined && explained.has(service)) return [];
    // The same server is a target too, and its finding says more.
    if (run.targets.some(({ health, expected }) => health === 'down' && expected.address === authority)) return [];
    const errors = run.observation.server?.notificationErrors?.[answer.name];
    return [
      {
        message: `alertmanager "${authority}" ${failure}, so that alerts go nowhere`,
        cause: 'alertmanager-unreachable',
        at: placeOf(run.stack, authority, answer),
        ...(service === undefined ? {} : { subject: { service } }),
        evidence: [
          ...told(answer),
          ...(errors === undefined ? [] : [`alerts that Prometheus could not hand over: ${String(errors)}`]),
        ],
      },
    ];
  });
}

function serviceOf(stack: Stack, authority: string): string | undefined {
  const host = authority.replace(/:\d+$/, '');
  return stack.project.services.find(({ name, containerName }) => name === host || containerName?.value === host)?.name;
}

/** The target; the prefix of its path when it is the path that is wrong. */
function placeOf(
  { prometheus, ...rest }: Stack,
  authority: string,
  { answer, url }: PipelineAnswer,
): SourceRange | undefined {
  const root = prometheus?.config?.root;
  for (const entry of items(child(root, 'alerting', 'alertmanagers'))) {
    const endpoint = alertmanagersOf({ prometheus, ...rest }, entry).find(
      ({ host, port }) => authority === `${host}:${String(port)}` || authority === host,
    );
    if (!endpoint) continue;
    const [prefix, scheme] = [child(entry, 'path_prefix'), child(entry, 'scheme')];
    const isPath = answer?.status !== undefined && answer.status === 404 && !isTop(prefix);
    const isScheme = url.startsWith('https:') && answer?.step === 'tls';
    return (isPath ? prefix : isScheme ? scheme : undefined)?.at ?? endpoint.at;
  }
  return keyRange(root, 'alerting');
}

function isTop(prefix: YamlNode | undefined): boolean {
  return (text(prefix) ?? '/') === '/';
}
