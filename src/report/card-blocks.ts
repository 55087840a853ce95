import type { ConfigStatus, PrometheusHealth, Status } from '../model/report.js';
import type { RunRecord } from '../model/run-record.js';

/** `prometheus_health` of the contract: the state of Prometheus itself. */
export function prometheusHealth(record: RunRecord, status: Status): PrometheusHealth {
  const name = record.stack?.prometheus?.service.name;
  const containers = record.observation?.containers.filter(({ service }) => service === name) ?? [];
  const ready = record.observation?.prometheus.ready === true;
  const url = record.observation?.prometheus.url;
  return {
    status: !ready ? 'failed' : status === 'healthy' ? 'healthy' : 'degraded',
    timestamp: record.endedMs / 1000,
    service_running: containers.length > 0 && containers.every(({ state }) => state === 'running'),
    config_valid: isConfigValid(record),
    endpoints_accessible:
      url === undefined
        ? {}
        : { [`${url}/-/ready`]: ready, [`${url}/api/v1/targets`]: record.observation?.targets !== undefined },
    error_messages: record.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    recovery_actions: [],
  };
}

/** `config_status` of the contract: what the files say and which of their targets answer. */
export function configStatus(record: RunRecord): ConfigStatus {
  const early = record.findings.filter(({ stage }) => stage === 'load' || stage === 'check');
  // What cannot be read stays so when somebody asks not to hear of it.
  const seen = [...early, ...(record.suppressed ?? []).map(({ finding }) => finding)];
  const jobs = record.stack?.prometheus?.config?.jobs ?? [];
  return {
    yaml_valid:
      record.files.length > 0 && !seen.some(({ code, severity }) => code === 'yaml/syntax' && severity === 'error'),
    scrape_configs: jobs.map(({ name }) => name.value),
    target_accessibility: Object.fromEntries(
      record.targets.map(({ expected, health }) => [`${expected.job}/${expected.address ?? '*'}`, health === 'up']),
    ),
    validation_errors: early.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    recommendations: [...new Set(record.findings.flatMap(({ help }) => help ?? []))],
  };
}

function isConfigValid({ files, findings }: RunRecord): boolean {
  if (files.length === 0) return false;
  return !findings.some(({ severity, stage }) => severity === 'error' && (stage === 'load' || stage === 'check'));
}
