/** The ways in which a service of a small stack fails, and how Docker lets it be known. */
export interface RedCase {
  readonly name: string;
  /** Lines of the service in the compose file. */
  readonly agent: string;
  /**
   * What makes it certain, for somebody who reads `docker events`: the first of these events of the agent; the second end of a run that
   * began when Prometheus was healthy; or the end of the `docker compose up` that fails.
   */
  readonly known: 'die' | 'health_status: unhealthy' | 'second-end' | 'command';
}

const NODE = '${NODE_IMAGE}';
const SERVES = `command: [node, -e, "require('http').createServer((q, r) => r.end('up 1\\\\n')).listen(8000)"]`;

/** @param port a port of the host that somebody else has */
export function redCases(port: number): RedCase[] {
  const ran = `image: ${NODE}\ninit: true`;
  return [
    { name: 'exits', agent: `${ran}\ncommand: [sh, -c, "sleep 2; exit 1"]`, known: 'die' },
    {
      name: 'crash loop',
      agent: `${ran}\nrestart: always\ncommand: [sh, -c, "sleep 0.5; exit 1"]`,
      known: 'second-end',
    },
    {
      name: 'out of memory',
      agent: `${ran}\nmem_limit: 20m\ncommand: [sh, -c, "sleep 1; exec tail /dev/zero"]`,
      known: 'die',
    },
    {
      name: 'unhealthy',
      agent: `${ran}\n${SERVES}\nhealthcheck: { test: [CMD-SHELL, "exit 1"], interval: 1s, timeout: 1s, retries: 3 }`,
      known: 'health_status: unhealthy',
    },
    { name: 'missing image', agent: 'image: scrapegate-bench/no-such-image:1\npull_policy: never', known: 'command' },
    { name: 'port in use', agent: `${ran}\n${SERVES}\nports: ["127.0.0.1:${String(port)}:8000"]`, known: 'command' },
  ];
}

/** The project of one case: Prometheus and Redis, which are well, and the agent that waits for Redis, probed every 10 s as most are. */
export function redProject({ agent }: RedCase): Readonly<Record<string, string>> {
  const lines = agent.split('\n').map((line) => `    ${line}\n`);
  return {
    'compose.yml': `services:
  prometheus:
    image: \${PROMETHEUS_IMAGE}
    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
    tmpfs: ["/prometheus:uid=65534"]
    healthcheck:
      test: [CMD, promtool, check, ready, "--url=http://127.0.0.1:9090"]
      interval: 5s
      start_period: 30s
      start_interval: 500ms
  redis:
    image: \${REDIS_IMAGE}
    healthcheck: { test: [CMD, redis-cli, ping], interval: 10s, timeout: 5s, retries: 3 }
  agent:
    depends_on: { redis: { condition: service_healthy } }
${lines.join('')}`,
    'prometheus.yml': `global: { scrape_interval: 5s }
scrape_configs:
  - job_name: agent
    static_configs: [{ targets: ["agent:8000"] }]
`,
  };
}
