import { posix } from 'node:path';
import { mountFor } from '../model/mounted-path.js';
import { SourceFile, type SourceRange } from '../model/source.js';
import { child, items, keyRange, text, type YamlNode } from '../model/yaml-node.js';
import { parseYaml } from '../yaml/parse.js';
import type { Run } from './rule.js';

/** Something that the running Prometheus has otherwise than the file on disk. */
export interface Difference {
  /** What follows "Prometheus runs another configuration than FILE: ". */
  readonly says: string;
  /** Where the file has it. */
  readonly at: SourceRange;
  readonly of: 'jobs' | 'rules' | 'alertmanagers';
}

/**
 * What the active configuration has otherwise than the file, by meaning: Prometheus writes it anew with every default, without
 * secrets, and another tempo changes its intervals. So jobs, their targets, paths and schemes, files of rules and Alertmanagers count.
 */
export function configDifferences({ stack, observation }: Run): readonly Difference[] {
  const config = stack.prometheus?.config;
  const active = observation.server?.activeConfig;
  if (!config || active === undefined) return [];
  const [root] = parseYaml(new SourceFile('active configuration', 'prometheus', active), 'v2').roots;
  if (!root || child(root, 'global') === undefined) return [];
  const directory = posix.dirname(stack.prometheus.configPath.value);
  return [
    ...ofJobs(config.root, root),
    ...ofRules(config.root, root, directory),
    ...ofAlertmanagers(config.root, root),
  ];
}

/** What brings the configuration into the container: an entry point that may rewrite it, its mount, the flag that names it, or the service. */
export function configOrigin({ stack }: Run): SourceRange | undefined {
  const { service, configPath } = stack.prometheus ?? {};
  if (!service || !configPath) return undefined;
  const [program] = service.entrypoint;
  if (program && !/(?:^|\/)prometheus$/.test(program.value)) return program.at;
  return mountFor(service.mounts, configPath.value)?.mount.at ?? configPath.at;
}

function ofJobs(disk: YamlNode, active: YamlNode): Difference[] {
  const running = new Map(items(child(active, 'scrape_configs')).map((job) => [text(child(job, 'job_name')), job]));
  const written = items(child(disk, 'scrape_configs'));
  const differences = written.flatMap((job): Difference[] => {
    const node = child(job, 'job_name');
    const name = text(node);
    if (node === undefined || name === undefined) return [];
    const other = running.get(name);
    running.delete(name);
    const says = other ? difference(name, job, other) : `it has no scrape job "${name}"`;
    return says === undefined ? [] : [{ says, at: node.at, of: 'jobs' }];
  });
  const at = keyRange(disk, 'scrape_configs') ?? disk.at;
  const more = [...running.keys()].map((name) => ({
    says: `it has scrape job "${name ?? ''}", which the file does not have`,
    at,
    of: 'jobs' as const,
  }));
  return [...differences, ...more];
}

function difference(name: string, disk: YamlNode, active: YamlNode): string | undefined {
  const [written, running] = [disk, active].map(targetsOf);
  if (written !== running) return `scrape job "${name}" has targets ${running ?? ''} in place of ${written ?? ''}`;
  for (const [key, usual] of [
    ['metrics_path', '/metrics'],
    ['scheme', 'http'],
  ] as const) {
    const [on, off] = [disk, active].map((job) => text(child(job, key)) ?? usual);
    if (on !== off) return `scrape job "${name}" has ${key} "${off ?? ''}" in place of "${on ?? ''}"`;
  }
  return undefined;
}

/** The targets of the static_configs of a job or of an entry of `alertmanagers`, in one order. */
function targetsOf(node: YamlNode): string {
  const all = items(child(node, 'static_configs')).flatMap((group) =>
    items(child(group, 'targets')).flatMap((target) => text(target) ?? []),
  );
  return all.length === 0
    ? 'none'
    : all
        .map((one) => `"${one}"`)
        .sort()
        .join(', ');
}

function ofRules(disk: YamlNode, active: YamlNode, directory: string): Difference[] {
  const [written, running] = [disk, active].map((root) =>
    items(child(root, 'rule_files'))
      .flatMap((one) => text(one) ?? [])
      .map((path) => posix.resolve(directory, path))
      .sort(),
  );
  if (written?.join('\n') === running?.join('\n')) return [];
  const said = running?.length ? running.map((path) => `"${path}"`).join(', ') : 'none';
  return [{ says: `its rule_files are ${said}`, at: keyRange(disk, 'rule_files') ?? disk.at, of: 'rules' }];
}

function ofAlertmanagers(disk: YamlNode, active: YamlNode): Difference[] {
  const [written, running] = [disk, active].map((root) =>
    items(child(root, 'alerting', 'alertmanagers'))
      .map(targetsOf)
      .sort()
      .join(', '),
  );
  if (written === running) return [];
  const said = running === '' ? 'none' : running;
  return [
    { says: `its Alertmanagers are ${said ?? ''}`, at: keyRange(disk, 'alerting') ?? disk.at, of: 'alertmanagers' },
  ];
}
