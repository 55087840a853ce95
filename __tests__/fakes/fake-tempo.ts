import type { TempoDriver, TempoImage } from '../../src/ports/tempo.js';

/** A driver that remembers what was asked of it, and writes to memory. */
export class FakeTempo implements TempoDriver {
  readonly calls: string[] = [];
  readonly files = new Map<string, string>();
  obeysStartInterval = true;
  mountsFiles = true;
  inImage: Readonly<Record<string, string>> = {};
  hangsUp = true;

  constructor(private readonly onHangUp: () => void = () => undefined) {}

  images(services: readonly { readonly name: string }[]): Promise<ReadonlyMap<string, TempoImage>> {
    return Promise.resolve(new Map(services.map(({ name }) => [name, {}])));
  }

  fileInImage(service: string, _: string | undefined, path: string): Promise<string | undefined> {
    return Promise.resolve(this.inImage[`${service}:${path}`]);
  }

  write(name: string, text: string): string {
    this.files.set(name, text);
    return `/tmp/run/${name}`;
  }

  useOverride(path: string): void {
    this.calls.push(`override ${path}`);
  }

  hangUp(containerId: string): Promise<boolean> {
    this.calls.push(`hang up ${containerId}`);
    if (this.hangsUp) this.onHangUp();
    return Promise.resolve(this.hangsUp);
  }

  restart(containerId: string): Promise<boolean> {
    this.calls.push(`restart ${containerId}`);
    this.onHangUp();
    return Promise.resolve(true);
  }

  remove(): void {
    this.calls.push('remove');
  }
}
