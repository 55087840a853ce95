import type { ContainerHealth, ContainerSnapshot, ContainerState, PublishedPort } from '../../model/observation.js';
import type { ContainerSummary } from '../../model/container-event.js';
import { containerFacts } from './container-facts.js';
import type { InspectedContainer, ListedContainer } from './engine.js';

/** Docker writes this for "never". */
const NEVER = '0001-01-01T00:00:00Z';
const PROBES_KEPT = 5;

/** The part of an inspected container that the stages look at. */
export function toSnapshot(container: InspectedContainer): ContainerSnapshot {
  const { State: state, HostConfig: host, NetworkSettings: network, Config: config } = container;
  return {
    id: container.Id,
    name: container.Name.replace(/^\//, ''),
    service: config.Labels?.['com.docker.compose.service'] ?? '',
    image: config.Image,
    state: state.Status as ContainerState,
    health: (state.Health?.Status ?? 'none') as ContainerHealth,
    exitCode: state.ExitCode,
    oomKilled: state.OOMKilled,
    restarts: container.RestartCount,
    restartPolicy: host.RestartPolicy.Name || 'no',
    maximumRetries: host.RestartPolicy.MaximumRetryCount,
    ...(container.Created === undefined ? {} : { createdAtMs: time(container.Created) }),
    startedAtMs: time(state.StartedAt),
    finishedAtMs: time(state.FinishedAt),
    startError: state.Error,
    probes: (state.Health?.Log ?? []).slice(-PROBES_KEPT).map((probe) => ({
      at: probe.Start,
      ...(probe.End === undefined ? {} : { endedAt: probe.End }),
      exitCode: probe.ExitCode,
      output: probe.Output,
    })),
    ...(state.Health?.FailingStreak === undefined ? {} : { failingStreak: state.Health.FailingStreak }),
    addresses: Object.values(network.Networks ?? {}).flatMap(({ IPAddress }) => (IPAddress ? [IPAddress] : [])),
    publishedPorts: publishedPorts(network.Ports ?? {}),
    ...containerFacts(container),
  };
}

/** The part of a listed container that shows whether it has to be looked at again. */
export function toSummary({ Id, State, Status }: ListedContainer): ContainerSummary {
  const written = /\((healthy|unhealthy|health: starting)\)/.exec(Status)?.[1];
  const health = written === 'health: starting' ? 'starting' : (written ?? 'none');
  return { id: Id, state: State, health: health as ContainerHealth };
}

function time(written: string): number {
  return written === NEVER ? 0 : Date.parse(written);
}

function publishedPorts(ports: NonNullable<InspectedContainer['NetworkSettings']['Ports']>): PublishedPort[] {
  return Object.entries(ports).flatMap(([port, bindings]) =>
    (bindings ?? []).map(({ HostIp, HostPort }) => ({
      containerPort: Number.parseInt(port, 10),
      hostAddress: HostIp,
      hostPort: Number(HostPort),
    })),
  );
}
