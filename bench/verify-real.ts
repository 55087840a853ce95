import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { address, POOLS, poolOf } from './verify-targets.js';

const EXPORTER = `require('http').createServer((_, r) => r.setHeader('content-type', 'text/plain; version=0.0.4').end('a 1\\n')).listen(9999)`;

function docker(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync('docker', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`docker ${args[0] ?? ''}: ${stderr}`);
  return stdout.trim();
}

/** A Prometheus that has just started, and one exporter in its network namespace that is every address of loopback. */
export class RealPrometheus {
  readonly port = 9999;

  private constructor(
    readonly url: string,
    private readonly names: readonly string[],
  ) {}

  /** @param into where its configuration is written */
  static async start(into: string, targets: number): Promise<RealPrometheus> {
    const name = `scrapegate-bench-verify-${String(process.pid)}`;
    const directory = join(into, 'prometheus');
    mkdirSync(directory, { recursive: true });
    const jobs = POOLS.map((pool) => {
      const own = Array.from({ length: targets }, (_, index) => index).filter(
        (index) => poolOf(index, targets) === pool,
      );
      return `  - {job_name: ${pool}, static_configs: [{targets: [${own.map((index) => `"${address(index)}"`).join(', ')}]}]}`;
    });
    const config = `global: {scrape_interval: 10s}\nscrape_configs:\n${jobs.join('\n')}\n`;
    writeFileSync(join(directory, 'prometheus.yml'), config);
    const mount = `${directory}:/etc/prometheus:ro`;
    docker(
      'run',
      '-d',
      '--rm',
      '--name',
      name,
      '-p',
      '127.0.0.1::9090',
      '-v',
      mount,
      process.env['PROMETHEUS_IMAGE'] ?? '',
    );
    const exporter = ['--network', `container:${name}`, process.env['NODE_IMAGE'] ?? '', 'node', '-e', EXPORTER];
    docker('run', '-d', '--rm', '--name', `${name}-exporter`, ...exporter);
    const url = `http://${docker('port', name, '9090/tcp').split('\n')[0] ?? ''}`;
    const started = new RealPrometheus(url, [`${name}-exporter`, name]);
    for (;;) {
      const ready = await fetch(`${url}/-/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) return started;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** When Prometheus itself first had a successful scrape of the last target: the floor of any verdict. */
  async lastUpMs(): Promise<number> {
    const answer = await fetch(`${this.url}/api/v1/query?query=${encodeURIComponent('up[5m]')}`);
    const { data } = (await answer.json()) as { data: { result: { values: [number, string][] }[] } };
    const firsts = data.result.map(({ values }) => values.find(([, value]) => value === '1')?.[0] ?? 0);
    return Math.max(...firsts) * 1000;
  }

  stop(): void {
    docker('rm', '--force', '--volumes', ...this.names);
  }
}
