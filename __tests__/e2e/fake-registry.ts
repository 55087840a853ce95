import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { tarOf } from './tiny-program.js';

/** What a registry does when it is asked for the manifest of a tag. */
export type Mood = 'serves' | 'third-time' | 'closes' | 'hangs' | 401 | 403 | 404 | 429 | 500 | 502 | 503;

const SCHEMA = 'application/vnd.docker.distribution.manifest.v2+json';

interface Blob {
  readonly bytes: Buffer;
  readonly digest: string;
}

/**
 * A registry of one tiny image, on loopback, which Docker asks without TLS. The tag says how it behaves.
 * https://distribution.github.io/distribution/spec/api/
 */
export class FakeRegistry {
  /** How many pulls asked for each tag. */
  readonly asked = new Map<string, number>();
  readonly #server: Server;
  readonly #blobs = new Map<string, Buffer>();
  readonly #manifests = new Map<string, Blob>();

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response);
    });
  }

  static async open(): Promise<FakeRegistry> {
    const registry = new FakeRegistry();
    await new Promise<void>((done) => registry.#server.listen(0, '127.0.0.1', done));
    return registry;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The reference of an image with this mood; others of the same mood differ by `name`. */
  image(mood: Mood, name = 'agent'): string {
    return `127.0.0.1:${String(this.port)}/${name}:${String(mood)}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '';
    const [, name = '', kind, reference = ''] = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(url) ?? [];
    if (url.startsWith('/token')) send(response, 200, 'application/json', '{"token":"anybody"}');
    else if (request.headers.authorization === undefined) this.#challenge(response);
    else if (kind === undefined) send(response, 200, 'application/json', '{}');
    else if (kind === 'blobs') this.#sendBlob(response, this.#blobs.get(reference));
    else if (reference.startsWith('sha256:')) this.#sendBlob(response, this.#blobs.get(reference), SCHEMA);
    else this.#manifest(request, response, name, reference as `${Mood}`);
  }

  /** Like the great registries: whoever asks gets a token, and the token's owner may or may not pull. */
  #challenge(response: ServerResponse): void {
    const realm = `http://127.0.0.1:${String(this.port)}/token`;
    response.setHeader('WWW-Authenticate', `Bearer realm="${realm}",service="fake"`);
    refuse(response, 401);
  }

  #manifest(request: IncomingMessage, response: ServerResponse, name: string, tag: `${Mood}`): void {
    const key = `${name}:${tag}`;
    // A pull asks by HEAD first, and by GET as well when that is refused.
    const times = (this.asked.get(key) ?? 0) + (request.method === 'HEAD' ? 1 : 0);
    this.asked.set(key, times);
    if (tag === 'hangs') return;
    if (tag === 'closes') request.socket.destroy();
    else if (tag === 'third-time' && times < 3) refuse(response, 503);
    else if (tag === 'serves' || tag === 'third-time') {
      const { bytes, digest } = this.#image(key);
      response.setHeader('Docker-Content-Digest', digest);
      send(response, 200, SCHEMA, bytes);
    } else refuse(response, Number(tag));
  }

  #sendBlob(response: ServerResponse, bytes: Buffer | undefined, type = 'application/octet-stream'): void {
    if (bytes) send(response, 200, type, bytes);
    else refuse(response, 404);
  }

  /** Every name is an image of its own, so that one test does not pull for another. */
  #image(key: string): Blob {
    const known = this.#manifests.get(key);
    if (known) return known;
    const tar = tarOf('waits');
    const layer = this.#keep(gzipSync(tar));
    const config = this.#keep(
      Buffer.from(
        JSON.stringify({
          architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
          os: 'linux',
          config: { Entrypoint: ['/waits'], Labels: { of: `${String(this.port)}/${key}` }, StopSignal: 'SIGKILL' },
          rootfs: { type: 'layers', diff_ids: [sha256(tar)] },
        }),
      ),
    );
    const manifest = this.#keep(
      Buffer.from(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: SCHEMA,
          config: describe('application/vnd.docker.container.image.v1+json', config),
          layers: [describe('application/vnd.docker.image.rootfs.diff.tar.gzip', layer)],
        }),
      ),
    );
    this.#manifests.set(key, manifest);
    return manifest;
  }

  #keep(bytes: Buffer): Blob {
    const digest = sha256(bytes);
    this.#blobs.set(digest, bytes);
    return { bytes, digest };
  }
}

function describe(mediaType: string, { bytes, digest }: Blob): object {
  return { mediaType, size: bytes.length, digest };
}

function sha256(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Error codes of the registry API; a proxy before a registry answers with HTML. */
const CODES: Readonly<Record<number, readonly [string, string]>> = {
  401: ['UNAUTHORIZED', 'authentication required'],
  403: ['DENIED', 'requested access to the resource is denied'],
  404: ['MANIFEST_UNKNOWN', 'manifest unknown'],
  429: ['TOOMANYREQUESTS', 'you have reached your pull rate limit'],
};

function refuse(response: ServerResponse, status: number): void {
  const [code, message] = CODES[status] ?? [];
  if (code === undefined) send(response, status, 'text/html', `<html><h1>${String(status)}</h1></html>`);
  else send(response, status, 'application/json', JSON.stringify({ errors: [{ code, message }] }));
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Docker-Distribution-Api-Version': 'registry/2.0',
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
