import type { HealthyVariant } from './fault.js';
import { agent, compose, CONFIG, job, NODE, ofAgent, ofPrometheus, prometheusFlags, services, command } from './patches.js';

const TLS = '      TLS_CERT: /agent/cert.pem\n      TLS_KEY: /agent/key.pem\n';
const DISCOVERED = '    static_configs:\n      - targets: [voice-ai-agent:8000]\n';

/** Stacks that work, each in its own way: nothing is to be found. */
export const HEALTHY_VARIANTS: readonly HealthyVariant[] = [
  {
    name: 'plain',
    title: 'the stack as it is, Prometheus unpublished',
    patches: [],
    expect: 'healthy',
  },
  {
    name: 'slow-starter',
    title: 'a service that needs ten seconds to be ready, within its start_period',
    patches: [agent('none', '      LATE: "10000"\n')],
    expect: 'healthy',
  },
  {
    name: 'one-shots',
    title: 'a one-shot that the agent waits for, and one that nobody waits for',
    patches: [
      services(
        ['migrate', 'tidy']
          .map(
            (name) => `  ${name}:\n    image: ${NODE}\n    command: [node, -e, ""]\n    networks: [monitoring]\n`,
          )
          .join('\n'),
      ),
      ofAgent('    depends_on:\n      migrate:\n        condition: service_completed_successfully\n'),
    ],
    expect: 'healthy',
  },
  {
    name: 'replicas',
    title: 'three replicas behind dns_sd',
    patches: [
      ofAgent('    deploy:\n      replicas: 3\n'),
      {
        file: CONFIG,
        from: DISCOVERED,
        to: `    dns_sd_configs:
      - names: [voice-ai-agent]
        type: A
        port: 8000
        refresh_interval: 5s
`,
      },
    ],
    expect: 'healthy',
  },
  {
    name: 'host-networking',
    title: 'Prometheus and the agent in the network of the host',
    patches: [],
    expect: 'healthy',
  },
];
void compose;
void job;
void ofPrometheus;
void prometheusFlags;
void command;
void TLS;
