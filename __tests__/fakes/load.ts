import type { Stack } from '../../src/model/stack.js';
import { loadStack, type StackRequest } from '../../src/stack/load-stack.js';
import { MemoryFiles } from './memory-files.js';

/** A stack from texts; paths are relative to the project directory `/stack`. */
export function stackOf(files: Readonly<Record<string, string>>, request: Partial<StackRequest> = {}): Stack {
  const absolute = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/stack/${path}`, text]));
  const stack = loadStack(
    {
      directory: '/stack',
      composeFiles: [],
      envFiles: [],
      environment: {},
      profiles: [],
      displayPath: (path) => path.replace('/stack/', ''),
      ...request,
    },
    new MemoryFiles(absolute),
  );
  if (!stack) throw new Error('no compose file');
  return stack;
}

/** Prometheus, an agent that waits for a healthy Redis, and one scrape job. */
export const AGENT_STACK = {
  'compose.yml': `services:
  agent:
    image: example/agent:1
    ports: ["8000:8000"]
    depends_on:
      redis:
        condition: service_healthy
  redis:
    { image: redis:7, healthcheck: { test: [CMD, redis-cli, ping] } }
  prometheus:
    image: prom/prometheus:v3.5.0
    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml", /prometheus]
    healthcheck: { test: [CMD, promtool, check, ready] }
`,
  'prometheus.yml': `global:
  scrape_interval: 15s
scrape_configs:
  - job_name: agent
    static_configs:
      - targets: [agent:8000]
`,
};
