import type { Observation } from '../model/observation.js';
import type { PipelineAnswer } from '../model/pipeline-facts.js';
import { resolveName } from '../model/resolve-name.js';
import type { ScrapeJob, Stack } from '../model/stack.js';
import type { ProbeAnswer } from '../model/target-probe.js';
import { child, items, text } from '../model/yaml-node.js';
import type { Clock } from '../ports/clock.js';
import type { Inspection } from '../ports/inspection.js';
import { askGrafanas } from './grafana-look.js';
import { hostAndPort, scrapeRequest, type ScrapeRequest } from './probe-request.js';

/** What it may take: the verdict waits for it. */
const MOST_MS = 2_000;
/** Something that has only just been started may not listen yet. */
const AGAIN_MS = 250;
/** Characters of a body. */
const KEPT = 300;
/** Where Prometheus sends alerts, below the prefix of the Alertmanager. */
const ALERTS = '/api/v2/alerts';

/** What is looked at, and from where. */
export interface PipelineLook {
  readonly stack: Stack;
  readonly observation: Observation;
  /** Undefined where nothing can be looked into. */
  readonly inspection: Inspection | undefined;
  readonly clock: Clock;
}

/** One GET from the position of a service. */
export interface Question {
  readonly from: string;
  readonly request: ScrapeRequest;
}

/** Asks from the position of a service, until something answers or the time is over. */
export type Ask = (question: Question) => Promise<Pick<PipelineAnswer, 'from' | 'url' | 'resolution' | 'answer'>>;

/** Asks what is behind Prometheus and before it: Alertmanagers, Grafana, its data sources. Never throws. */
export async function lookAtPipeline(look: PipelineLook): Promise<readonly PipelineAnswer[] | undefined> {
  const { stack, observation, inspection, clock } = look;
  if (!inspection || !observation.prometheus.ready) return undefined;
  const signal = AbortSignal.timeout(MOST_MS);
  const ask = asker(observation, inspection, clock, signal);
  const answers = await Promise.all([
    ...alertmanagers(look, inspection).map(async ({ name, ...question }): Promise<PipelineAnswer> => {
      return { of: 'alertmanager', name, ...(await ask(question)) };
    }),
    ...askGrafanas(stack, observation, ask),
  ]);
  return answers.flat().map((one) => withoutBody(one));
}

function asker(observation: Observation, inspection: Inspection, clock: Clock, signal: AbortSignal): Ask {
  return async ({ from, request }) => {
    const asking = observation.containers.find(({ service }) => service === from);
    const host = hostAndPort(request.url)?.host;
    const base = { from, url: request.url };
    if (!asking || host === undefined) return { ...base, resolution: 'outside' };
    const { kind: resolution, addresses } = resolveName(host, asking, observation.containers);
    const [address] = resolution === 'literal' ? [] : addresses;
    if (address === undefined) return { ...base, resolution };
    let answer: ProbeAnswer | undefined;
    const until = clock.now() + MOST_MS - AGAIN_MS;
    do {
      if (answer) await clock.sleep(AGAIN_MS, signal);
      answer = await inspection.get({ ...request, address, from, timeoutMs: MOST_MS }, signal).catch(() => undefined);
    } while (answer?.errorCode === 'ECONNREFUSED' && clock.now() < until && !signal.aborted);
    return { ...base, resolution, answer };
  };
}

/** The Alertmanagers that Prometheus has found, each asked with the credentials of the entry that names it. */
function alertmanagers(
  { stack, observation }: PipelineLook,
  inspection: Inspection,
): readonly (Question & { readonly name: string })[] {
  const { service, config } = stack.prometheus ?? {};
  if (!service || !config) return [];
  const listed = items(child(config.root, 'alerting', 'alertmanagers'));
  return (observation.server?.alertmanagers?.active ?? []).flatMap((name) => {
    const authority = /^https?:\/\/([^/]+)/.exec(name)?.[1];
    const named = listed.filter((one) =>
      items(child(one, 'static_configs')).some((group) =>
        items(child(group, 'targets')).some((target) => text(target) === authority),
      ),
    );
    const [entry] = named.length > 0 ? named : listed;
    if (entry?.kind !== 'mapping' || !name.endsWith(ALERTS)) return [];
    const url = `${name.slice(0, -ALERTS.length)}/api/v2/status`;
    const job: ScrapeJob = {
      name: { value: '', at: entry.at },
      node: entry,
      metricsPath: { value: '', at: entry.at },
      scheme: text(child(entry, 'scheme')) ?? 'http',
      scrapeIntervalMs: MOST_MS,
      scrapeTimeoutMs: MOST_MS,
      staticTargets: [],
      discoveries: [],
      relabels: false,
    };
    const asked = scrapeRequest(stack, job, { address: authority ?? '', scrapeUrl: url }, (path) =>
      inspection.credential(path),
    );
    const request = asked && { ...asked, headers: withoutScraping(asked.headers) };
    return request ? [{ name, from: service.name, request }] : [];
  });
}

function withoutScraping(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:Accept|X-Prometheus-)/.test(name)));
}

/** A status holds a whole configuration; of an answer that is no good its first words say why. */
function withoutBody(one: PipelineAnswer): PipelineAnswer {
  const bodyStart = one.answer?.bodyStart;
  if (!one.answer || bodyStart === undefined) return one;
  const isGood = one.of === 'alertmanager' && one.answer.status === 200;
  return { ...one, answer: { ...one.answer, bodyStart: isGood ? '' : bodyStart.slice(0, KEPT) } };
}
