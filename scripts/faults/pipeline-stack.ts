import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGENT, cut, replaced } from './stack.js';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'voice-ai-agent');

/** Rules over what the agent that can misbehave exposes. */
const RULES = `groups:
  - name: voice-ai-agent
    rules:
      - record: job:voice_agent_turns:rate1m
        expr: sum by (job) (rate(voice_agent_turns_total[1m]))
      - alert: VoiceAgentDown
        expr: up{job="voice-ai-agent"} == 0
        for: 1m
      - alert: VoiceAgentBusy
        expr: voice_agent_active_sessions > 100
        for: 1m
`;

const DASHBOARD = `{
  "uid": "voice-ai-agent",
  "title": "Voice agent",
  "panels": [
    {
      "title": "Turns",
      "type": "timeseries",
      "targets": [{ "expr": "rate(voice_agent_turns_total[5m])", "refId": "A" }]
    }
  ]
}
`;

/** The files of the example without Redis, with an agent that can misbehave and rules over it. */
export function pipelineTexts(major: 2 | 3): Record<string, string> {
  const read = (path: string): string => readFileSync(join(EXAMPLE, path), 'utf8');
  let compose = cut(read('compose.yml'), /\n {2}redis:\n(?:(?: {4}.*)?\n)+/);
  compose = replaced(compose, /    image: \$\{VOICE_AI[\s\S]*?    healthcheck:[\s\S]*?      interval/, AGENT);
  compose = replaced(compose, 'networks: [app, monitoring]', 'networks: [monitoring]');
  compose = replaced(compose, '  app:\n', '');
  compose = replaced(compose, / {4}ports:\n {6}- .*\n/g, '');
  if (major === 2) compose = replaced(compose, ':-prom/prometheus:v3.5.0', ':-prom/prometheus:v2.53.5');
  return {
    'compose.yml': compose,
    'prometheus/prometheus.yml': replaced(
      read('prometheus/prometheus.yml'),
      /scrape_interval: 5s\n {2}scrape_timeout: 4s/,
      'scrape_interval: 2s\n  scrape_timeout: 1s',
    ),
    'prometheus/rules/voice-ai-agent.yml': RULES,
    'alertmanager/alertmanager.yml': read('alertmanager/alertmanager.yml'),
    'grafana/provisioning/datasources/prometheus.yml': read('grafana/provisioning/datasources/prometheus.yml'),
    'grafana/provisioning/dashboards/dashboards.yml': read('grafana/provisioning/dashboards/dashboards.yml'),
    'grafana/dashboards/voice-ai-agent.json': DASHBOARD,
  };
}
