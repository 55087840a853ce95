import { KNOWN_CODES } from './known-codes.js';
import type { Finding } from './model/finding.js';
import { linesOf } from './model/lines.js';
import type { RunRecord } from './model/run-record.js';
import type { IgnoreEntry, Sifted } from './model/suppression.js';
import { applySuppressions } from './suppress/apply.js';
import { applyBaseline, baselineOf, renderBaseline, type Baseline, type BaselinePlace } from './suppress/baseline.js';
import type { Evidence } from './suppress/held.js';
import { expectsTargets } from './stages/expects-targets.js';

/** What the user said about findings that are not to count. */
export interface SieveOptions {
  readonly command: 'check' | 'gate';
  readonly ignores: readonly IgnoreEntry[];
  readonly baseline?: Baseline | undefined;
  /** The path of a baseline that this run writes; it then lists everything that was found. */
  readonly newBaseline?: string | undefined;
  /** Absolute. */
  readonly workingDirectory: string;
}

/** The files that findings are about. */
export type WhatWasRead = Pick<RunRecord, 'stack' | 'files' | 'inline'>;

/** A record after its findings were sifted. */
export interface Settled {
  readonly record: RunRecord;
  /** The text of the baseline that was asked for. */
  readonly newBaseline?: string | undefined;
}

/** Takes out of findings what does not count: suppressed in a file, in the settings, or listed in the baseline. Pure. */
export class Sieve {
  constructor(private readonly options: SieveOptions) {}

  /** What counts of the findings about files, before anything is started. */
  remaining(findings: readonly Finding[], about: WhatWasRead): readonly Finding[] {
    return this.#sift(findings, about).sifted.findings;
  }

  /** A finished record with its findings sifted. */
  settle(record: RunRecord): Settled {
    const { sifted, newBaseline } = this.#sift(record.findings, record);
    return { record: { ...record, ...sifted }, newBaseline };
  }

  #sift(findings: readonly Finding[], about: WhatWasRead & Partial<RunRecord>): SiftedTwice {
    const { ignores, baseline, newBaseline, workingDirectory } = this.options;
    const evidence = this.#evidence(findings, about);
    // Every text with comments of its own.
    const files = [...about.files, ...about.inline];
    const first = applySuppressions(findings, files, ignores, { codes: KNOWN_CODES, evidence });
    const shown = newBaseline ?? baseline?.shown;
    if (shown === undefined) return { sifted: first };
    const texts = new Map(about.files.map(({ path, text }) => [path, text]));
    const place: BaselinePlace = { shown, workingDirectory, lineOf: linesOf(texts) };
    const wanted = baseline ?? baselineOf(first.findings, place);
    const second = applyBaseline(first.findings, wanted, place, evidence);
    return {
      sifted: { findings: second.findings, suppressed: [...first.suppressed, ...second.suppressed] },
      newBaseline: newBaseline === undefined ? undefined : renderBaseline(wanted),
    };
  }

  #evidence(findings: readonly Finding[], { stack, observation, targets = [] }: Partial<RunRecord>): Evidence {
    const allRead = !findings.some(({ stage, severity }) => stage === 'load' && severity === 'error');
    const provable = stack !== undefined && expectsTargets(stack);
    const someUp = observation && targets.some(({ health }) => health === 'up');
    return { command: this.options.command, allRead, provable, someUp };
  }
}

interface SiftedTwice {
  readonly sifted: Sifted;
  readonly newBaseline?: string | undefined;
}
