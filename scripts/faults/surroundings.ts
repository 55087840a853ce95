import { execFileSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { FakeRegistry } from '../../__tests__/e2e/fake-registry.js';
import { tarOf } from '../../__tests__/e2e/tiny-program.js';
import type { Surroundings } from './fault.js';

let count = 0;
/** A name that no other run has. */
const ownName = (kind: string): string => `scrapegate-fault-${kind}-${String(process.pid)}-${String((count += 1))}`;

function docker(args: readonly string[], input?: Uint8Array): string {
  return execFileSync('docker', args, {
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(input ? { input } : {}),
  }).trim();
}

/** A container that is just being started, or was removed meanwhile, refuses. */
function succeeds(args: readonly string[]): boolean {
  try {
    docker(args);
    return true;
  } catch {
    return false;
  }
}

/** A registry that answers 403 to whoever pulls. `@REGISTRY@` is where it is. */
export async function registry(): Promise<Surroundings> {
  const fake = await FakeRegistry.open();
  return { tokens: { '@REGISTRY@': `127.0.0.1:${String(fake.port)}` }, close: () => fake.close() };
}

/** Two ports that are free, `@PORT@` and `@OTHER@`, and digits that no other run has, `@HEX@`. */
export async function twoPorts(): Promise<Surroundings> {
  const both = [await portOfProgram(), await portOfProgram()];
  const [one = '', other = ''] = both.map(({ tokens }) => tokens?.['@PORT@']);
  for (const { close } of both) await close();
  const hex = (process.pid * 64 + (count += 1)).toString(16).slice(-4);
  return { tokens: { '@PORT@': one, '@OTHER@': other, '@HEX@': hex }, close: () => undefined };
}

/** A program of this machine that has `@PORT@`. */
export async function portOfProgram(): Promise<Surroundings> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    tokens: { '@PORT@': String((server.address() as AddressInfo).port) },
    close: async () => {
      await new Promise((done) => server.close(done));
    },
  };
}

/** A container of somebody else, named `@NAME@`, that has `@PORT@` of the host. */
export function foreignContainer(): Promise<Surroundings> {
  const name = ownName('foreign');
  const image = process.env['NODE_IMAGE'] ?? 'node:24-alpine';
  docker(['run', '--detach', '--name', name, '--publish', '127.0.0.1::8000', image, 'sleep', '600']);
  const port = docker(['port', name, '8000/tcp']).split(':').at(-1) ?? '';
  return Promise.resolve({
    tokens: { '@PORT@': port, '@NAME@': name },
    close: () => {
      docker(['rm', '--force', name]);
    },
  });
}

/** A network of somebody else, which has the addresses `@SUBNET@`. */
export function foreignNetwork(): Promise<Surroundings> {
  const name = ownName('network');
  const subnet = `10.${String(process.pid % 250)}.${String(count % 250)}.0/24`;
  docker(['network', 'create', '--subnet', subnet, name]);
  return Promise.resolve({
    tokens: { '@SUBNET@': subnet },
    close: () => {
      docker(['network', 'rm', name]);
    },
  });
}

/** An image, `@IMAGE@`, whose program is for a processor that nobody has here. */
export function imageOfAnotherProcessor(): Promise<Surroundings> {
  const image = `${ownName('processor')}:1`;
  const layer = tarOf('waits', process.arch === 'arm64' ? 'x64' : 'arm64');
  docker(['import', '--change', 'ENTRYPOINT ["/waits"]', '-', image], gzipSync(layer));
  return Promise.resolve({
    tokens: { '@IMAGE@': image },
    close: () => {
      docker(['rmi', '--force', image]);
    },
  });
}

/** Does something to the container of the agent as soon as it runs, and once. */
export function toTheAgent(...verb: readonly string[]) {
  return async (directory: string, over: AbortSignal): Promise<void> => {
    while (!over.aborted) {
      const of = (label: string): string[] => ['--filter', `label=com.docker.compose.${label}`];
      const [id] = docker([
        'ps',
        '--quiet',
        ...of(`project.working_dir=${directory}`),
        ...of('service=voice-ai-agent'),
      ]).split('\n');
      if (id && succeeds([...verb, id])) return;
      await new Promise((done) => setTimeout(done, 100));
    }
  };
}
