import type { Cause } from '../../src/model/cause.js';

/** One replacement of text in a file of the stack; the text has to be there. */
export interface Patch {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A file that the stack has besides, by its path. */
export interface ExtraFile {
  readonly text: string;
  readonly mode?: number;
}

/** What stands ready around a stack while it runs, and goes with it. */
export interface Surroundings {
  /** Texts of the patches that are known only now, such as `@PORT@`. */
  readonly tokens?: Readonly<Record<string, string>>;
  readonly close: () => void | Promise<void>;
}

/** A stack made of the example by small patches. */
export interface Scenario {
  readonly name: string;
  /** In words, for the table. */
  readonly title: string;
  readonly patches: readonly Patch[];
  /** Which stack it is: Prometheus and the agent alone, or with rules, Alertmanager and Grafana. */
  readonly stack?: 'pipeline';
  readonly files?: Readonly<Record<string, ExtraFile>>;
  /** Modes of files of the stack. */
  readonly modes?: Readonly<Record<string, number>>;
  /** What the certificate of the server is like; none without it. */
  readonly certificate?: 'valid' | 'expired' | 'of-another-name';
  /** More options of the gate. */
  readonly flags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Opened before the stack is written. */
  readonly surroundings?: () => Promise<Surroundings>;
  /** What somebody else does while the gate runs, given the directory of the stack; ends when the signal is aborted. */
  readonly meanwhile?: (directory: string, over: AbortSignal) => Promise<void>;
}

/** Something that is made wrong in a stack that works, and what is to be said about it. */
export interface Fault extends Scenario {
  /** Codes of checks of files that are suppressed, so that the fault gets to run at all. */
  readonly suppress?: readonly string[];
  /** Only one of them shows the fault, or shows it so; both by default. */
  readonly expect: Expected | { readonly 2: Expected | 'healthy'; readonly 3: Expected | 'healthy' };
}

/** A stack that works in a way that is not the usual one: nothing is to be found. */
export interface HealthyVariant extends Scenario {
  readonly expect: 'healthy';
  /** Codes of findings that the variant asks for, such as the mount of Docker's socket. */
  readonly allowed?: readonly string[];
}

/** What the first finding is to be. */
export interface Expected {
  readonly code: string;
  readonly cause?: Cause;
  readonly file: Patch['file'];
  /** Text of the line that the finding is to point at. */
  readonly line: string;
  /** Text that its message has to have. */
  readonly says?: string;
}
