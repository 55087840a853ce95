import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a target answers. */
export interface Served {
  readonly body: Uint8Array | string;
  readonly contentType: string;
}

/** Whether the target was up, and what Prometheus said when it was not. */
export interface ScrapeVerdict {
  readonly up: boolean;
  readonly error: string;
}

export const TEXT = 'text/plain; version=0.0.4; charset=utf-8';
export const OPENMETRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

interface ActiveTarget {
  readonly health: string;
  readonly lastError: string;
  readonly discoveredLabels: Readonly<Record<string, string>>;
}

/** What a real Prometheus of this image says of each body when it scrapes it. Needs a Docker Engine on this machine. */
export async function scrapeVerdicts(image: string, served: readonly Served[]): Promise<ScrapeVerdict[]> {
  const server = createServer((request, response) => {
    const one = served[Number(request.url?.slice(1))];
    response.writeHead(one ? 200 : 404, { 'content-type': one?.contentType ?? 'text/plain' }).end(one?.body);
  });
  const [port, own] = [await listen(server), await freePort()];
  const directory = mkdtempSync(join(tmpdir(), 'scrapegate-scrape-'));
  writeFileSync(join(directory, 'prometheus.yml'), configuration(port, served.length), { mode: 0o644 });
  const name = `scrapegate-scrape-${String(process.pid)}-${String(own)}`;
  const mount = `${join(directory, 'prometheus.yml')}:/etc/prometheus/prometheus.yml:ro`;
  const flags = [
    '--config.file=/etc/prometheus/prometheus.yml',
    '--storage.tsdb.path=/prometheus',
    `--web.listen-address=127.0.0.1:${String(own)}`,
  ];
  try {
    docker('run', '-d', '--name', name, '--network', 'host', '-v', mount, image, ...flags);
    return await verdicts(own, served.length);
  } finally {
    docker('rm', '-f', '-v', name);
    server.close();
    server.closeAllConnections();
    rmSync(directory, { recursive: true, force: true });
  }
}

function configuration(port: number, count: number): string {
  const groups = Array.from(
    { length: count },
    (_, index) =>
      `      - { targets: ["127.0.0.1:${String(port)}"], labels: { case: "${String(index)}", __metrics_path__: "/${String(index)}" } }\n`,
  );
  return `global: { scrape_interval: 5s, scrape_timeout: 4s }\nscrape_configs:\n  - job_name: cases\n    static_configs:\n${groups.join('')}`;
}

async function verdicts(port: number, count: number): Promise<ScrapeVerdict[]> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const targets = await activeTargets(port);
    const known = targets.filter(({ health }) => health !== 'unknown');
    if (known.length === count) {
      const found: ScrapeVerdict[] = [];
      for (const { health, lastError, discoveredLabels } of known)
        found[Number(discoveredLabels['case'])] = { up: health === 'up', error: lastError };
      return found;
    }
    if (Date.now() > deadline) throw new Error(`${String(known.length)} of ${String(count)} targets were scraped`);
    await sleep(500);
  }
}

async function activeTargets(port: number): Promise<readonly ActiveTarget[]> {
  try {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/api/v1/targets?state=active`);
    return ((await answer.json()) as { data: { activeTargets: ActiveTarget[] } }).data.activeTargets;
  } catch {
    return [];
  }
}

function docker(...args: string[]): void {
  execFileSync('docker', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  return port;
}
