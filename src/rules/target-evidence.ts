import { splitAddress } from '../model/address.js';
import type { Cause } from '../model/cause.js';
import type { ContainerSnapshot } from '../model/observation.js';
import { containersNamed, resolveName } from '../model/resolve-name.js';
import type { SourceRange } from '../model/source.js';
import type { ComposeService, ScrapeJob } from '../model/stack.js';
import type { ProbeAnswer, TargetProbe } from '../model/target-probe.js';
import type { TargetResult } from '../model/target.js';
import type { Problem, Run } from './rule.js';

/** Why a target is down, and which line has to change. */
export interface Diagnosis {
  readonly cause: Cause;
  /** What follows "is down: "; the title of the cause when absent. */
  readonly says?: string | undefined;
  readonly at?: SourceRange | undefined;
  readonly help?: string | undefined;
  readonly related?: NonNullable<Problem['related']>;
  readonly evidence?: readonly string[];
}

/** All that is known of one target that is not up. */
export interface TargetEvidence {
  readonly run: Run;
  readonly target: TargetResult;
  /** Prometheus' own words; empty before its first scrape. */
  readonly lastError: string;
  readonly job: ScrapeJob | undefined;
  /** Host and port that are asked. */
  readonly host: string;
  readonly port: number;
  readonly prometheus: ContainerSnapshot | undefined;
  /** The containers that Prometheus was led to. */
  readonly containers: readonly ContainerSnapshot[];
  readonly service: ComposeService | undefined;
  readonly probe: TargetProbe | undefined;
  /** The answer to Prometheus' own request. */
  readonly answer: ProbeAnswer | undefined;
}

/** Gathers what the observation has of a target. */
export function evidenceOf(run: Run, target: TargetResult): TargetEvidence {
  const { stack, observation } = run;
  const { expected, lastError = '', scrapeUrl } = target;
  const job = stack.prometheus?.config?.jobs.find(({ name }) => name.value === expected.job);
  const { host, port } = asked(scrapeUrl ?? `${job?.scheme ?? 'http'}://${expected.address ?? ''}/`);
  const prometheus = observation.containers.find(({ service }) => service === stack.prometheus?.service.name);
  const containers = containersOf(host, lastError, prometheus, observation.containers);
  const named = containers[0]?.service ?? expected.service;
  const probe = observation.targetProbes?.find((one) => one.job === expected.job && one.address === expected.address);
  return {
    run,
    target,
    lastError,
    job,
    host,
    port,
    prometheus,
    containers,
    service: stack.project.services.find(({ name }) => name === named),
    probe,
    // Addresses that could not be connected to come before the one that could.
    answer: probe?.answers.find(({ step }) => step !== 'connect') ?? probe?.answers[0],
  };
}

function asked(url: string): { readonly host: string; readonly port: number } {
  const [, scheme = '', authority = ''] = /^(\w+):\/\/([^/?#]*)/.exec(url) ?? [];
  const address = splitAddress(authority);
  return { host: address?.host ?? '', port: address?.port ?? (scheme === 'https' ? 443 : 80) };
}

/** By the address that Prometheus' own words name, else by the name as Docker resolves it. */
function containersOf(
  host: string,
  lastError: string,
  prometheus: ContainerSnapshot | undefined,
  all: readonly ContainerSnapshot[],
): readonly ContainerSnapshot[] {
  const dialled = dialledAddress(lastError);
  const owners = all.filter(({ addresses, networks = [] }) =>
    [...addresses, ...networks.map(({ address6 }) => address6)].includes(dialled ?? '-'),
  );
  if (owners.length === 1) return owners;
  const found = prometheus ? resolveName(host, prometheus, all).containers : [];
  return found.length > 0 ? found : containersNamed(host, all);
}

/** The address in `dial tcp 172.18.0.3:8000: connect: …`. */
export function dialledAddress(lastError: string): string | undefined {
  const [, v6, v4] = /dial tcp (?:\[([0-9a-f:.]+)\]|([\d.]+)):\d+/.exec(lastError) ?? [];
  return v6 ?? v4;
}
