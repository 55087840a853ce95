import type { SourceRange } from './source.js';

/** Something of the project that is visible inside a container. */
export interface Mount {
  readonly kind: 'bind' | 'volume' | 'content' | 'other';
  /** Bind: absolute path on this machine. Content: the text of an inline config. */
  readonly source: string;
  /** Absolute path in the container. */
  readonly target: string;
  readonly at: SourceRange;
  /** What of the project shows it: `volumes`, `configs` or `secrets` of the service, its image, or the machine for a lone file. */
  readonly origin: 'volumes' | 'configs' | 'secrets' | 'image' | 'machine';
  readonly readOnly: boolean;
  /** The config or secret that it shows. */
  readonly definition?: string | undefined;
  /** Content: where the text stands. */
  readonly contentAt?: SourceRange | undefined;
}
