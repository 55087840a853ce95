import type { ContainerSeen, Observation } from './observation.js';
import type { Symptom } from './symptom.js';

/** `shown` and `absent` are both seen; what cannot be told yet proves neither. */
export interface Verdict {
  readonly is: 'shown' | 'absent' | 'untold';
  readonly said: string;
}

const shown = (said: string): Verdict => ({ is: 'shown', said });
const absent = (said: string): Verdict => ({ is: 'absent', said });
const untold = (said: string): Verdict => ({ is: 'untold', said });

/** The line that matches the pattern, or the last that says something. */
function tellingLine(text: string, pattern?: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const telling = pattern === undefined ? undefined : lines.find((line) => new RegExp(pattern, 'i').test(line));
  return (telling ?? lines.at(-1) ?? '').trim();
}
const matches = (text: string, pattern?: string): boolean =>
  pattern === undefined || new RegExp(pattern, 'i').test(text);

/** Whether an observation shows the symptom. Pure: what it looks at is all in the observation. */
export function judge(symptom: Symptom, seen: Observation): Verdict {
  switch (symptom.symptom) {
    case 'compose-refuses':
      return judgeRefusal(seen, symptom.message);
    case 'service-exits':
    case 'service-unhealthy':
    case 'service-never-starts': {
      const containers = seen.containers?.filter(({ service }) => service === (symptom.service ?? service)) ?? [];
      if (containers.length === 0) return untold(refusal(seen) ?? `${symptom.service ?? 'the stack'} has no container`);
      // Of several copies one that fails is enough, and all have to be well.
      const verdicts = containers.map((container) => judgeContainer(symptom, container));
      const telling = (is: Verdict['is']): Verdict | undefined => verdicts.find((verdict) => verdict.is === is);
      return telling('shown') ?? telling('untold') ?? absent(verdicts[0]?.said ?? '');
    }
    case 'target-down':
    case 'target-missing':
      return judgeTargets(symptom, seen);
    case 'no-prometheus':
      if (!seen.prometheuses) return untold(refusal(seen) ?? 'no container runs');
      if (seen.prometheuses.length > 0) return absent(`${seen.prometheuses.join(', ')} answers as Prometheus does`);
      return shown('no container answers /api/v1/status/buildinfo');
    case 'alertmanager-unreachable':
      return judgeAlertmanagers(seen, symptom.address);
    case 'remote-write-fails':
      return judgeRemoteWrite(seen, symptom.log);
    case 'rules-not-loaded':
      return judgeGroups(seen, symptom.group);
    case 'url-unreachable-from':
      return judgeAnswer(seen, symptom.error);
    case 'mount-is-directory':
      if (seen.path === 'directory') return shown(`${symptom.path} is a directory, made by Docker`);
      return seen.path === 'file' ? absent(`${symptom.path} is a file`) : untold(`${symptom.path} is not there`);
    case 'not-writable':
    case 'not-readable':
      if (!seen.access) return untold(refusal(seen) ?? `service ${symptom.service} has no container`);
      return seen.access.exitCode === 0
        ? absent(tellingLine(seen.access.output))
        : shown(tellingLine(seen.access.output));
  }
}

/** Why there may be no container. */
const refusal = ({ config, up }: Observation): string | undefined => {
  const failed = [config, up].find((ended) => ended && ended.exitCode !== 0);
  return failed && `docker compose: ${tellingLine(failed.output)}`;
};

function judgeRefusal({ config, up }: Observation, message?: string): Verdict {
  const failed = [config, up].find((ended) => ended && ended.exitCode !== 0);
  if (!failed) return up ? absent('docker compose up succeeded') : untold('docker compose up has not ended');
  const line = tellingLine(failed.output, message);
  return matches(failed.output, message) ? shown(line) : untold(`docker compose refused for another reason: ${line}`);
}

type OfContainer = Extract<Symptom, { symptom: 'service-exits' | 'service-unhealthy' | 'service-never-starts' }>;

function judgeContainer(symptom: OfContainer, container: ContainerSeen): Verdict {
  const { status, exitCode, restarts, health, probes, log } = container;
  const state = `${container.service} is ${status}${status === 'exited' ? ` (${String(exitCode)})` : ''}`;
  if (symptom.symptom === 'service-never-starts') return status === 'created' ? shown(state) : absent(state);
  if (symptom.symptom === 'service-unhealthy') {
    const failed = probes.find((probe) => probe.exitCode !== 0 && matches(probe.output, symptom.output));
    if (health === 'unhealthy' && failed)
      return shown(`unhealthy, exit code ${String(failed.exitCode)}: ${tellingLine(failed.output, symptom.output)}`);
    return health === 'healthy' ? absent('healthy') : untold(`${state}, health: ${health || 'no healthcheck'}`);
  }
  const failed =
    (status === 'exited' || status === 'restarting' || status === 'dead' || restarts > 0) && exitCode !== 0;
  if (!failed && restarts === 0) return status === 'running' || status === 'exited' ? absent(state) : untold(state);
  const line = `exit code ${String(exitCode)}: ${tellingLine(log, symptom.log)}`;
  const expected = matches(log, symptom.log) && (symptom.code === undefined || symptom.code === exitCode);
  return failed && expected ? shown(line) : untold(`failed otherwise: ${line}`);
}

type OfTarget = Extract<Symptom, { symptom: 'target-down' | 'target-missing' }>;

function judgeTargets(symptom: OfTarget, seen: Observation): Verdict {
  if (!seen.targets) return untold(refusal(seen) ?? 'Prometheus does not answer');
  const targets = seen.targets.filter(
    ({ job, address }) =>
      (symptom.job === undefined || job === symptom.job) &&
      (symptom.address === undefined || address === symptom.address),
  );
  const [first] = targets;
  const what = [symptom.job, symptom.address].filter((part) => part !== undefined).join(' ');
  if (symptom.symptom === 'target-missing')
    return first ? absent(`${first.job} ${first.address} is there`) : shown(`no target${what ? ` of ${what}` : ''}`);
  if (!first) return untold(`no target of ${what}`);
  const down = targets.find(({ health, lastError }) => health === 'down' && matches(lastError, symptom.error));
  if (down) return shown(down.lastError);
  if (targets.every(({ health }) => health === 'up')) return absent(`${first.job} ${first.address} is up`);
  return untold(targets.map(({ health, lastError }) => `${health} ${lastError}`).join('; '));
}

function judgeAlertmanagers({ alertmanagers, ...seen }: Observation, address?: string): Verdict {
  if (!alertmanagers) return untold(refusal(seen) ?? 'Prometheus does not answer');
  const asked = alertmanagers.filter(({ url }) => address === undefined || new URL(url).host === address);
  const reached = asked.find(({ status }) => status !== undefined && status < 300);
  if (reached) return absent(`${reached.url} answers ${String(reached.status)}`);
  const [first] = asked;
  return shown(first ? `${first.url}: ${first.error ?? String(first.status)}` : 'Prometheus has no Alertmanager');
}

const REMOTE = 'prometheus_remote_storage_';

function judgeRemoteWrite(seen: Observation, log?: string): Verdict {
  const { metrics } = seen;
  if (!metrics) return untold(refusal(seen) ?? 'Prometheus does not answer');
  const value = (name: string): number => metrics[`${REMOTE}${name}`] ?? 0;
  const failed = value('samples_failed_total') + value('samples_retried_total');
  const text = seen.containers?.map((container) => container.log).join('\n') ?? '';
  const line = log === undefined ? '' : `: ${tellingLine(text, log)}`;
  if (failed > 0)
    return matches(text, log) ? shown(`${String(failed)} samples failed or tried again${line}`) : untold(line);
  return value('queue_highest_sent_timestamp_seconds') > 0 ? absent('samples arrive') : untold('nothing was sent yet');
}

function judgeGroups({ groups, ...seen }: Observation, group?: string): Verdict {
  if (!groups) return untold(refusal(seen) ?? 'Prometheus does not answer');
  const has = group === undefined ? groups.length > 0 : groups.includes(group);
  const loaded = groups.length > 0 ? `groups loaded: ${groups.join(', ')}` : 'no group is loaded';
  return has ? absent(loaded) : shown(loaded);
}

function judgeAnswer({ answer, ...seen }: Observation, error?: string): Verdict {
  if (!answer) return untold(refusal(seen) ?? 'the container does not run');
  const said = answer.error ?? `status ${String(answer.status)}`;
  if (answer.status !== undefined && answer.status < 400)
    return absent(`${answer.url} answers ${String(answer.status)}`);
  return matches(said, error) ? shown(`${answer.url}: ${said}`) : untold(`failed otherwise: ${said}`);
}
