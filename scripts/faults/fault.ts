import type { Cause } from '../../src/model/cause.js';

/** One replacement of text in a file of the stack; the text has to be there. */
export interface Patch {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Something that is made wrong in a stack that works, and what is to be said about it. */
export interface Fault {
  readonly name: string;
  /** In words, for the table. */
  readonly title: string;
  readonly patches: readonly Patch[];
  /** Which stack it is: Prometheus and the agent alone, or with rules, Alertmanager and Grafana. */
  readonly stack?: 'pipeline';
  /** Further files of the stack by their paths. */
  readonly files?: Readonly<Record<string, string>>;
  /** Modes of files by their paths. */
  readonly modes?: Readonly<Record<string, number>>;
  /** Codes of checks of files that are suppressed, so that the fault gets to run at all. */
  readonly suppress?: readonly string[];
  /** What the certificate of the server is like; none without it. */
  readonly certificate?: 'valid' | 'expired' | 'of-another-name';
  /** Only one of them shows the fault, or shows it so; both by default. */
  readonly expect: Expected | { readonly 2: Expected | 'healthy'; readonly 3: Expected | 'healthy' };
}

/** What the first finding is to be. */
export interface Expected {
  readonly code: string;
  readonly cause?: Cause;
  readonly file: Patch['file'];
  /** Text of the line that the finding is to point at. */
  readonly line: string;
}
