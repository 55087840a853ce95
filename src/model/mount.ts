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
  /** The part of the compose file that names the source; undefined when nothing does, or when it was interpolated. */
  readonly sourceAt?: SourceRange | undefined;
  /** The same for the target. */
  readonly targetAt?: SourceRange | undefined;
  /** The source as the compose file has it, variables filled in. */
  readonly written?: string | undefined;
  /** Bind: whether Docker makes an empty directory when the source is missing; else it refuses to make the container. */
  readonly makesSource?: boolean | undefined;
  /** The config or secret that it shows. */
  readonly definition?: string | undefined;
  /** Content: where the text stands. */
  readonly contentAt?: SourceRange | undefined;
}
