import type { ContainerHealth, ContainerSnapshot, ContainerState, PublishedPort } from '../../model/observation.js';
import { containerFacts } from './container-facts.js';
import type { InspectedContainer } from './engine.js';

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
    startedAtMs: time(state.StartedAt),
    finishedAtMs: time(state.FinishedAt),
    startError: state.Error,
    probes: (state.Health?.Log ?? [])
      .slice(-PROBES_KEPT)
      .map((probe) => ({ at: probe.Start, exitCode: probe.ExitCode, output: probe.Output })),
    addresses: Object.values(network.Networks ?? {}).flatMap(({ IPAddress }) => (IPAddress ? [IPAddress] : [])),
    publishedPorts: publishedPorts(network.Ports ?? {}),
    ...containerFacts(container),
  };
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
