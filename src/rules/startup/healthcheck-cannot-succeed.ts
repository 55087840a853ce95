import { goDurationNs } from '../../model/go-duration.js';
import type { ComposeService } from '../../model/stack.js';
import { child, keyRange, type YamlNode } from '../../model/yaml-node.js';
import type { Problem, StackRule } from '../rule.js';

const MS = 1e6;
const SECOND = 1e9;
/** After this long most who wait have given up; it is the deadline of a run without another one. */
const PATIENCE = 300 * SECOND;
/** The start of a process inside a container takes longer than this. */
const SHORTEST_PROBE = 50 * MS;

/** Timings with which a healthcheck cannot succeed, or not in time. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/healthcheck-cannot-succeed',
  severity: 'error',
  summary: 'the timings of a healthcheck are refused, leave it no time, or make it come too late',
  why: 'Docker refuses timings below 1ms and Compose a start_interval without start_period. The first check comes one interval after the start, so a long interval makes everyone wait who depends on it.',
  remedy: 'use timings such as interval 10s, timeout 5s, retries 3, start_period 30s, start_interval 1s',
  check: ({ project }) =>
    project.services.flatMap((service) =>
      // Compose reads start_interval also where the healthcheck is switched off.
      (service.healthcheck?.disabled ? withoutPeriod(service) : problemsOf(service)).map((problem) => ({
        ...problem,
        subject: { service: service.name },
      })),
    ),
};

interface Timing {
  readonly node: YamlNode;
  readonly text: string;
  readonly ns: number;
}

function timing(service: ComposeService, key: string): Timing | undefined {
  const node = child(service.node, 'healthcheck', key);
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  const ns = goDurationNs(node.text);
  return ns === undefined ? undefined : { node, text: node.text, ns };
}

function problemsOf(service: ComposeService): Problem[] {
  const refused = ['interval', 'timeout', 'start_period', 'start_interval'].flatMap((key) => {
    const value = timing(service, key);
    if (!value || value.ns === 0 || value.ns >= MS) return [];
    const message = `the healthcheck of service "${service.name}" has ${key} "${value.text}"; Docker refuses less than 1ms`;
    return [{ message, at: value.node.at, help: 'write a duration such as "5s"' }];
  });
  return refused.length > 0
    ? refused
    : [...withoutPeriod(service), ...startInterval(service), ...tooShort(service), ...tooLate(service)];
}

function withoutPeriod(service: ComposeService): Problem[] {
  const healthcheck = child(service.node, 'healthcheck');
  const interval = timing(service, 'start_interval');
  if (!interval || child(healthcheck, 'start_period')) return [];
  const message = `the healthcheck of service "${service.name}" has start_interval without start_period, which Compose refuses`;
  const at = keyRange(healthcheck, 'start_interval') ?? interval.node.at;
  return [{ message, at, help: 'add `start_period: 30s`, the time in which start_interval counts' }];
}

function startInterval(service: ComposeService): Problem[] {
  const interval = timing(service, 'start_interval');
  const period = timing(service, 'start_period');
  if (!interval || !period || interval.ns < period.ns) return [];
  return [
    {
      message: `the healthcheck of service "${service.name}" has start_interval "${interval.text}", which is not shorter than its start_period "${period.text}": it has no effect`,
      at: interval.node.at,
      help: 'write a start_interval such as "1s"',
      severity: 'notice',
      related: [{ message: 'the start period', at: period.node.at }],
    },
  ];
}

function tooShort(service: ComposeService): Problem[] {
  const timeout = timing(service, 'timeout');
  if (!timeout || timeout.ns === 0 || timeout.ns >= SHORTEST_PROBE) return [];
  const message = `the healthcheck of service "${service.name}" has timeout "${timeout.text}", in which hardly a process starts inside a container`;
  return [{ message, at: timeout.node.at, help: 'write a timeout such as "5s"', severity: 'warning' }];
}

function tooLate(service: ComposeService): Problem[] {
  const interval = timing(service, 'interval');
  if (!interval || interval.ns < PATIENCE) return [];
  const early = timing(service, 'start_interval');
  if (early && (timing(service, 'start_period')?.ns ?? 0) > early.ns) return [];
  return [
    {
      message: `the healthcheck of service "${service.name}" first runs after its interval "${interval.text}", and until then the service is not healthy`,
      at: interval.node.at,
      help: 'add `start_period: 30s` and `start_interval: 1s`, or write a shorter interval',
      severity: 'warning',
    },
  ];
}
