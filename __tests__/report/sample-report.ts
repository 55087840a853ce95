import type { Finding } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';

/** One finding, with anything about it replaced. */
export function finding(rest: Partial<Finding> = {}): Finding {
  return {
    code: 'runtime/target-down',
    severity: 'error',
    stage: 'verify',
    message:
      'target "voice-ai-agent:8000" of scrape job "voice-ai-agent-health" is down: the endpoint answers JSON, not metrics',
    cause: 'not-exposition-json',
    location: { file: 'prometheus.yml', start: { line: 12, column: 15 }, end: { line: 12, column: 36 } },
    related: [],
    help: 'remove job "voice-ai-agent-health"',
    ...rest,
  };
}

/** A run on the voice agent whose second job reads a JSON health endpoint. */
export const SAMPLE: Report = {
  schema_version: 1,
  tool: { name: 'scrapegate', version: '0.1.0' },
  command: 'gate',
  verdict: 'fail',
  status: 'degraded',
  timestamp: 1795000009.1,
  started_at: '2026-11-18T15:06:40.000Z',
  duration_ms: 9100,
  checks: { prometheus: 'ok', scrape_targets: 'failed: the endpoint answers JSON, not metrics', configuration: 'ok' },
  prometheus_url: 'http://127.0.0.1:9091',
  prometheus_health: {
    status: 'degraded',
    timestamp: 1795000009.1,
    service_running: true,
    config_valid: true,
    endpoints_accessible: { 'http://127.0.0.1:9091/-/ready': true },
    error_messages: ['target down'],
    recovery_actions: [],
  },
  config_status: {
    yaml_valid: true,
    scrape_configs: ['voice-ai-agent', 'voice-ai-agent-health'],
    target_accessibility: {
      'voice-ai-agent/voice-ai-agent:8000': true,
      'voice-ai-agent-health/voice-ai-agent:8000': false,
    },
    validation_errors: [],
    recommendations: [],
  },
  files: [
    { path: 'compose.yml', kind: 'compose', errors: 0, warnings: 0 },
    { path: 'prometheus.yml', kind: 'prometheus', errors: 1, warnings: 0 },
  ],
  stages: [
    { name: 'check', status: 'passed', started_at: '2026-11-18T15:06:40.000Z', duration_ms: 20 },
    { name: 'up', status: 'passed', started_at: '2026-11-18T15:06:40.020Z', duration_ms: 1400 },
    { name: 'verify', status: 'failed', started_at: '2026-11-18T15:06:46.200Z', duration_ms: 2200 },
    { name: 'down', status: 'skipped', skipped_because: 'the stack is left running' },
  ],
  findings: [finding()],
  suppressed: [],
  services: [
    {
      name: 'voice-ai-agent',
      image: 'agent:1',
      state: 'running',
      health: 'none',
      restarts: 0,
      ready_after_ms: 2100,
      depends_on: ['redis'],
      logs_tail: ['listening', '::error::no'],
    },
    {
      name: 'prometheus',
      image: 'prom/prometheus:v3.5.0',
      state: 'running',
      health: 'healthy',
      restarts: 0,
      ready_after_ms: 6100,
      depends_on: ['voice-ai-agent'],
    },
    {
      name: 'redis',
      image: 'redis:7-alpine',
      state: 'running',
      health: 'none',
      restarts: 0,
      ready_after_ms: 1800,
      depends_on: [],
    },
  ],
  targets: [
    {
      job: 'voice-ai-agent',
      target: 'voice-ai-agent:8000',
      expected_from: { file: 'prometheus.yml', line: 9 },
      health: 'up',
      service: 'voice-ai-agent',
      scrape_duration_ms: 15.5,
      first_up_after_ms: 6700,
    },
    {
      job: 'voice-ai-agent-health',
      target: 'voice-ai-agent:8000',
      expected_from: { file: 'prometheus.yml', line: 16 },
      health: 'down',
      service: 'voice-ai-agent',
      last_error: 'received unsupported Content-Type "application/json"',
    },
  ],
  authorities: [{ program: 'promtool', about: 'prometheus.yml', accepted: true }],
  recovery: [],
  budgets: [],
  tempo: { mode: 'faithful', changes: [], confirmations: [] },
};
