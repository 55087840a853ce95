import type { SourceRange } from './source.js';

/** A bad option, argument or settings file: exit code 2, one line, before anything starts. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  /** @param at the place in the settings file, when it is about one */
  constructor(
    message: string,
    readonly at?: SourceRange,
  ) {
    super(message);
  }
}

/** The environment cannot run the gate: exit code 3. The message says what to do. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Prometheus answers, and wants to know who asks. */
export class CredentialsNeeded extends Error {
  override readonly name = 'CredentialsNeeded';
}
