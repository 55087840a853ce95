import type { ExpositionFormat } from './exposition.js';

/** The type of a family that has samples and no TYPE. */
export const UNDECLARED = '';

/** A metric family while it is read. */
export interface Family {
  readonly name: string;
  /** Where it was first named. */
  readonly at: number;
  /** Undefined while neither TYPE nor a sample was there, UNDECLARED when only samples were. */
  type: string | undefined;
  unit: string | undefined;
  hasHelp: boolean;
  samples: number;
  /** Whether samples of another family came after its own. */
  left: boolean;
  returned: boolean;
}

/** What a sample's name may end with, by the type of its family. */
const SUFFIXES: Readonly<Record<ExpositionFormat, Readonly<Record<string, readonly string[]>>>> = {
  text: { summary: ['_count', '_sum'], histogram: ['_count', '_sum', '_bucket'] },
  openmetrics: {
    counter: ['_total', '_created'],
    summary: ['_count', '_sum', '_created'],
    histogram: ['_bucket', '_count', '_sum', '_created'],
    gaugehistogram: ['_bucket', '_gcount', '_gsum'],
    info: ['_info'],
  },
};

/** The families of one exposition, by name. */
export class Families {
  readonly #byName = new Map<string, Family>();
  readonly #types: readonly (readonly [string, readonly string[]])[];

  constructor(format: ExpositionFormat) {
    this.#types = Object.entries(SUFFIXES[format]);
  }

  get all(): readonly Family[] {
    return [...this.#byName.values()];
  }

  get size(): number {
    return this.#byName.size;
  }

  /** The family of a name: its own, the one whose part it is by its ending, or a new one. */
  of(name: string, at: number): Family {
    const known = this.#byName.get(name) ?? this.#partOf(name);
    if (known) return known;
    const family = {
      name,
      at,
      type: undefined,
      unit: undefined,
      hasHelp: false,
      samples: 0,
      left: false,
      returned: false,
    };
    this.#byName.set(name, family);
    return family;
  }

  #partOf(name: string): Family | undefined {
    for (const [type, suffixes] of this.#types)
      for (const suffix of suffixes) {
        if (!name.endsWith(suffix)) continue;
        const family = this.#byName.get(name.slice(0, -suffix.length));
        if (family?.type === type) return family;
      }
    return undefined;
  }
}
