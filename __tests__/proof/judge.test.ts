import { describe, expect, test } from '@jest/globals';
import { judge, type Verdict } from '../../scripts/proof/judge.js';
import type { ContainerSeen, Observation } from '../../scripts/proof/observation.js';
import type { Symptom } from '../../scripts/proof/symptom.js';

const ok = { exitCode: 0, output: 'Container agent Started\n' };
const refused = { exitCode: 1, output: 'Network made\nno service selected\n' };
const container = (more: Partial<ContainerSeen> = {}): ContainerSeen => ({
  service: 'agent',
  status: 'running',
  exitCode: 0,
  restarts: 0,
  health: '',
  probes: [],
  log: '',
  ...more,
});
const target = (health: string, lastError = '') => ({ job: 'agent', address: 'agent:8000', health, lastError });
const exits: Symptom = { symptom: 'service-exits', service: 'agent', log: 'no such file' };
const unhealthy: Symptom = { symptom: 'service-unhealthy', service: 'agent', output: 'not found' };
const down: Symptom = { symptom: 'target-down', job: 'agent', error: 'refused' };
const missing: Symptom = { symptom: 'target-missing', job: 'agent' };
const unreachable: Symptom = { symptom: 'url-unreachable-from', service: 'grafana', url: 'http://a:1' };
const refuses: Symptom = { symptom: 'compose-refuses', message: 'no service' };
const waits: Symptom = { symptom: 'service-never-starts', service: 'agent' };
const noAlertmanager: Symptom = { symptom: 'alertmanager-unreachable', address: 'a:9093' };
const remote: Symptom = { symptom: 'remote-write-fails', log: 'receiver' };
const rules: Symptom = { symptom: 'rules-not-loaded', group: 'up' };
const directory: Symptom = { symptom: 'mount-is-directory', path: 'x.yml' };
const unwritable: Symptom = { symptom: 'not-writable', service: 'agent', path: '/data' };
const REMOTE = 'prometheus_remote_storage_';
const am = { url: 'http://a:9093/api/v2/alerts' };

const CASES: readonly (readonly [string, Symptom, Observation, Verdict['is']])[] = [
  ['up fails and says so', refuses, { config: ok, up: refused }, 'shown'],
  ['config fails and says so', refuses, { config: refused }, 'shown'],
  ['up fails for another reason', refuses, { config: ok, up: { exitCode: 1, output: 'no space left' } }, 'untold'],
  ['up still runs', refuses, { config: ok }, 'untold'],
  ['up succeeds', refuses, { config: ok, up: ok }, 'absent'],
  [
    'exits 2 with the line',
    exits,
    { containers: [container({ status: 'exited', exitCode: 2, log: 'x: no such file\nbye' })] },
    'shown',
  ],
  [
    'exits 2 with another line',
    exits,
    { containers: [container({ status: 'exited', exitCode: 2, log: 'killed' })] },
    'untold',
  ],
  [
    'one of two copies exits',
    exits,
    { containers: [container(), container({ status: 'exited', exitCode: 2, log: 'no such file' })] },
    'shown',
  ],
  [
    'one of two copies is not started yet',
    exits,
    { containers: [container(), container({ status: 'created' })] },
    'untold',
  ],
  [
    'is restarted',
    exits,
    { containers: [container({ status: 'restarting', exitCode: 1, restarts: 3, log: 'no such file' })] },
    'shown',
  ],
  ['runs between restarts', exits, { containers: [container({ restarts: 3, log: 'no such file' })] }, 'untold'],
  ['has done its work', exits, { containers: [container({ status: 'exited' })] }, 'absent'],
  ['is not started yet', exits, { containers: [container({ status: 'created' })] }, 'untold'],
  [
    'there is no such container',
    exits,
    { containers: [container({ service: 'other', status: 'exited', exitCode: 1 })] },
    'untold',
  ],
  [
    'probe lacks the program',
    unhealthy,
    { containers: [container({ health: 'unhealthy', probes: [{ exitCode: -1, output: 'curl: not found' }] })] },
    'shown',
  ],
  [
    'probe fails otherwise',
    unhealthy,
    { containers: [container({ health: 'unhealthy', probes: [{ exitCode: 1, output: '503' }] })] },
    'untold',
  ],
  [
    'still starting',
    unhealthy,
    { containers: [container({ health: 'starting', probes: [{ exitCode: -1, output: 'curl: not found' }] })] },
    'untold',
  ],
  [
    'healthy after a failure',
    unhealthy,
    { containers: [container({ health: 'healthy', probes: [{ exitCode: 1, output: 'not found' }] })] },
    'absent',
  ],
  ['without a healthcheck', unhealthy, { containers: [container()] }, 'untold'],
  ['is created only', waits, { containers: [container({ status: 'created' })] }, 'shown'],
  ['was started', waits, { containers: [container()] }, 'absent'],
  ['target down', down, { targets: [target('down', 'connection refused')] }, 'shown'],
  ['target down for another reason', down, { targets: [target('down', 'EOF')] }, 'untold'],
  ['target unknown', down, { targets: [target('unknown')] }, 'untold'],
  ['target up', down, { targets: [target('up')] }, 'absent'],
  ['one of two targets is not asked yet', down, { targets: [target('up'), target('unknown')] }, 'untold'],
  ['no such target', down, { targets: [{ ...target('down', 'refused'), job: 'other' }] }, 'untold'],
  ['Prometheus does not answer', down, {}, 'untold'],
  ['no target of the job', missing, { targets: [] }, 'shown'],
  ['a target of the job', missing, { targets: [target('down', 'refused')] }, 'absent'],
  ['Prometheus does not answer', missing, {}, 'untold'],
  ['nothing answers', { symptom: 'no-prometheus' }, { prometheuses: [] }, 'shown'],
  ['nothing runs', { symptom: 'no-prometheus' }, {}, 'untold'],
  ['one answers', { symptom: 'no-prometheus' }, { prometheuses: ['p'] }, 'absent'],
  ['it has none', noAlertmanager, { alertmanagers: [] }, 'shown'],
  ['it reaches none', noAlertmanager, { alertmanagers: [{ ...am, error: 'ENOTFOUND' }] }, 'shown'],
  ['the wrong path', noAlertmanager, { alertmanagers: [{ ...am, status: 404 }] }, 'shown'],
  ['it reaches one', noAlertmanager, { alertmanagers: [{ ...am, status: 200 }] }, 'absent'],
  ['another is reached', noAlertmanager, { alertmanagers: [{ url: 'http://b:9093/', status: 200 }] }, 'shown'],
  [
    'samples fail',
    remote,
    { metrics: { [`${REMOTE}samples_failed_total`]: 3 }, containers: [container({ log: 'no receiver' })] },
    'shown',
  ],
  [
    'samples fail for another reason',
    remote,
    { metrics: { [`${REMOTE}samples_retried_total`]: 3 }, containers: [container()] },
    'untold',
  ],
  ['nothing was sent yet', remote, { metrics: {} }, 'untold'],
  ['samples arrive', remote, { metrics: { [`${REMOTE}queue_highest_sent_timestamp_seconds`]: 1 } }, 'absent'],
  ['the group is not loaded', rules, { groups: ['other'] }, 'shown'],
  ['the group is loaded', rules, { groups: ['up'] }, 'absent'],
  ['no name', unreachable, { answer: { url: 'http://a:1', error: 'ENOTFOUND' } }, 'shown'],
  ['an error of the server', unreachable, { answer: { url: 'http://a:1', status: 404 } }, 'shown'],
  ['an answer', unreachable, { answer: { url: 'http://a:1', status: 302 } }, 'absent'],
  ['nobody could ask', unreachable, {}, 'untold'],
  ['Docker made a directory', directory, { path: 'directory' }, 'shown'],
  ['a file', directory, { path: 'file' }, 'absent'],
  ['nothing there', directory, { path: 'nothing' }, 'untold'],
  ['access refused', unwritable, { access: { exitCode: 1, output: 'EACCES' } }, 'shown'],
  ['access given', unwritable, { access: ok }, 'absent'],
];

describe('judge', () => {
  test.each(CASES.map(([name, symptom, seen, is]) => ({ what: `${symptom.symptom}, ${name}`, symptom, seen, is })))(
    'says $is for $what',
    ({ symptom, seen, is }) => {
      expect(judge(symptom, seen).is).toBe(is);
    },
  );

  test('quotes the line that tells, not the last one', () => {
    const seen = { containers: [container({ status: 'exited', exitCode: 2, log: 'open x: no such file\nbye\n' })] };
    expect(judge(exits, seen).said).toBe('exit code 2: open x: no such file');
  });

  test('says why there is no container', () => {
    expect(judge(exits, { config: ok, up: refused, containers: [] }).said).toBe('docker compose: no service selected');
  });
});
