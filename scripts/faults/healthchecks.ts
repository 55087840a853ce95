import type { Cause } from '../../src/model/cause.js';
import type { Expected, Fault } from './fault.js';
import { agent, COMPOSE, probe } from './patches.js';

const unhealthy = (cause: Cause, line = 'test: ['): Expected => ({
  code: 'runtime/service-unhealthy',
  cause,
  file: COMPOSE,
  line,
});

/** Probes that fail although the service is there, and one of a service that is ill. */
export const HEALTHCHECK_FAULTS: readonly Fault[] = [
  {
    name: 'probe-program-missing',
    title: "the healthcheck's program is not in the image",
    patches: probe('[CMD, curl, -f, http://127.0.0.1:8000/metrics]'),
    suppress: ['startup/*'],
    expect: unhealthy('healthcheck-binary-missing', 'curl'),
  },
  {
    name: 'probe-program-missing-in-shell',
    title: 'the same in a shell',
    patches: probe('curl -f http://127.0.0.1:8000/metrics || exit 1'),
    suppress: ['startup/*'],
    expect: unhealthy('healthcheck-binary-missing', 'curl'),
  },
  {
    name: 'probe-wrong-port',
    title: 'the healthcheck asks another port than the process listens on',
    patches: probe('[CMD, wget, -q, -O, /dev/null, http://127.0.0.1:8080/metrics]'),
    suppress: ['startup/*'],
    expect: unhealthy('healthcheck-wrong-port', ':8080'),
  },
  {
    name: 'probe-wrong-path',
    title: 'the healthcheck asks a path that the process does not serve',
    patches: [agent('elsewhere'), ...probe('[CMD, wget, -q, -O, /dev/null, http://127.0.0.1:8000/healthy]')],
    suppress: ['startup/*'],
    expect: unhealthy('healthcheck-wrong-path', '/healthy'),
  },
  {
    name: 'probe-wrong-bind',
    title: 'the healthcheck asks 127.0.0.1, the process listens on the address of the container only',
    patches: [
      agent('none', '      HOST: own\n'),
      ...probe('[CMD, wget, -q, -O, /dev/null, http://127.0.0.1:8000/metrics]'),
    ],
    suppress: ['startup/*'],
    expect: unhealthy('healthcheck-wrong-address', '127.0.0.1:8000'),
  },
  {
    name: 'probe-ipv6-localhost',
    title: 'the healthcheck asks [::1], the process listens on IPv4 only',
    patches: probe('[CMD, wget, -q, -O, /dev/null, "http://[::1]:8000/metrics"]'),
    suppress: ['startup/*'],
    expect: unhealthy('healthcheck-wrong-address', '[::1]'),
  },
  {
    name: 'probe-too-slow',
    title: 'the healthcheck takes longer than its timeout',
    patches: [agent('slow'), ...probe('[CMD, wget, -q, -O, /dev/null, http://127.0.0.1:8000/metrics]')],
    suppress: ['startup/*'],
    expect: unhealthy('healthcheck-timeout', 'timeout: 1s'),
  },
  {
    name: 'ill',
    title: 'the service says of itself that it is ill',
    patches: [agent('unavailable'), ...probe('[CMD, wget, -q, -O, /dev/null, http://127.0.0.1:8000/metrics]')],
    suppress: ['startup/*'],
    expect: unhealthy('healthcheck-fails', '/metrics]'),
  },
  {
    name: 'never-ready',
    title: 'the service is not ready when the time is over',
    patches: [agent('none', '      LATE: "60000"\n')],
    flags: ['--timeout', '12s'],
    expect: {
      code: 'runtime/service-not-ready',
      cause: 'healthcheck-slow',
      file: COMPOSE,
      line: 'test: [CMD, node',
    },
  },
];
