/** Small stacks, each of which ends in one way; recorded from real engines, and replayed in unit tests. */
export interface Scenario {
  readonly name: string;
  /** The service's lines in a compose file, below its image. */
  readonly service: string;
  /** How long events are recorded, milliseconds. */
  readonly forMs: number;
  /** Arguments of a docker command that somebody else runs in the middle; the container's id follows. */
  readonly meddling?: readonly string[];
}

const probe = (test: string, more = ''): string =>
  `healthcheck: { test: [CMD-SHELL, "${test}"], interval: 500ms, timeout: 2s, retries: 2${more} }`;
const shell = (script: string): string => `command: [sh, -c, "${script}"]`;
const STAYS = shell('trap exit TERM; while true; do sleep 0.1; done');
const EATS = 'command: [tail, /dev/zero]\nmem_limit: 20m';

/** The scenarios by the names of their recordings. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'healthy', service: `${STAYS}\n${probe('true')}`, forMs: 2500 },
  {
    name: 'slow-starter',
    service: `${shell('sleep 2.5; touch /tmp/up; sleep 60')}\n${probe('test -e /tmp/up', ', start_period: 20s, start_interval: 500ms')}`,
    forMs: 6000,
  },
  { name: 'stable', service: STAYS, forMs: 2500 },
  { name: 'exit', service: shell('sleep 0.5; exit 3'), forMs: 2000 },
  { name: 'one-shot', service: shell('sleep 0.3'), forMs: 1500 },
  { name: 'crash-loop', service: `restart: always\n${shell('sleep 0.2; exit 1')}`, forMs: 5000 },
  { name: 'exit-0-loop', service: `restart: unless-stopped\n${shell('sleep 0.2')}`, forMs: 4000 },
  { name: 'comes-up-at-third-start', service: `restart: on-failure\n${thirdTime()}`, forMs: 6000 },
  { name: 'retries-used-up', service: `restart: "on-failure:1"\n${shell('sleep 0.2; exit 1')}`, forMs: 3000 },
  { name: 'out-of-memory', service: EATS, forMs: 3000 },
  { name: 'out-of-memory-restarted', service: `restart: always\n${EATS}`, forMs: 3000 },
  { name: 'unhealthy', service: `${STAYS}\n${probe('echo no; exit 1')}`, forMs: 3000 },
  { name: 'replicas', service: `scale: 3\n${STAYS}\n${probe('true')}`, forMs: 3000 },
  {
    name: 'replica-that-exits',
    service: `scale: 3\nvolumes: ["shared:/shared"]\n${shell('mkdir /shared/lock && sleep 0.5 && exit 4; sleep 60')}`,
    forMs: 3000,
  },
  { name: 'paused', service: STAYS, forMs: 3000, meddling: ['pause'] },
  { name: 'stopped', service: `restart: always\n${STAYS}`, forMs: 4000, meddling: ['stop', '--time', '1'] },
  { name: 'restarted', service: STAYS, forMs: 5000, meddling: ['restart', '--time', '1'] },
  { name: 'removed', service: STAYS, forMs: 3000, meddling: ['rm', '--force'] },
];

function thirdTime(): string {
  return `volumes: ["shared:/shared"]\n${shell('echo . >> /shared/starts; test $$(wc -l < /shared/starts) -ge 3 && sleep 60; exit 1')}`;
}

/** A compose file of one service that is called as its scenario. */
export function composeFile({ name, service }: Scenario, image: string): string {
  const lines = [`image: ${image}`, 'init: false', 'stop_grace_period: 1s', ...service.split('\n')];
  return `services:\n  ${name}:\n${lines.map((line) => `    ${line}\n`).join('')}volumes:\n  shared:\n`;
}
