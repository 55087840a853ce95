import type { ExpositionFormat } from './exposition.js';
import { UNDECLARED, type Family } from './families.js';
import type { Fault, ProblemList } from './problem-list.js';
import type { Sample } from './sample.js';

const SPLIT: Fault = { code: 'split-family', severity: 'notice', refusedBy: [] };
const NO_TOTAL: Fault = { code: 'counter-without-total', severity: 'notice', refusedBy: [] };
const NO_METADATA: Fault = { code: 'no-metadata', severity: 'notice', refusedBy: [] };
const BASE_UNIT: Fault = { code: 'base-unit', severity: 'notice', refusedBy: [] };

/** Words of a name that say another unit than the base one. Source: https://prometheus.io/docs/practices/naming/#base-units */
const BASE_UNITS: Readonly<Record<string, string>> = {
  milliseconds: 'seconds',
  ms: 'seconds',
  microseconds: 'seconds',
  nanoseconds: 'seconds',
  minutes: 'seconds',
  hours: 'seconds',
  days: 'seconds',
  kilobytes: 'bytes',
  megabytes: 'bytes',
  gigabytes: 'bytes',
  kb: 'bytes',
  mb: 'bytes',
  gb: 'bytes',
  kibibytes: 'bytes',
  mebibytes: 'bytes',
  percent: 'ratio',
  fahrenheit: 'celsius',
  millivolts: 'volts',
  milliamperes: 'amperes',
};

/** What the first sample of a family tells. */
export function firstSampleHygiene(
  sample: Sample,
  family: Family,
  problems: ProblemList,
  format: ExpositionFormat,
): void {
  if (family.type !== 'counter') return;
  const { nameStart, nameEnd } = sample;
  const name = sample.name();
  if (format === 'text') {
    if (!name.endsWith('_total'))
      problems.add(
        NO_TOTAL,
        nameStart,
        nameEnd,
        (it) => `the counter ${it} does not end in _total, as counters do by convention`,
      );
  } else if (name !== `${family.name}_total` && name !== `${family.name}_created`)
    problems.add(
      { ...NO_TOTAL, severity: 'error' },
      nameStart,
      nameEnd,
      (it) => `${it} is a sample of the counter ${family.name}, expected ${family.name}_total: OpenMetrics asks for it`,
    );
}

/** A family whose samples are not all together. */
export function returnedHygiene(sample: Sample, family: Family, problems: ProblemList): void {
  family.returned = true;
  problems.add(
    SPLIT,
    sample.nameStart,
    sample.nameEnd,
    () => `samples of ${family.name} stand apart from those above, expected the lines of a family together`,
  );
}

/** What is known of a family at the end. */
export function familyHygiene({ name, at, hasHelp, type, samples }: Family, problems: ProblemList): void {
  if (samples === 0) return;
  const missing = [...(hasHelp ? [] : ['HELP']), ...(type === undefined || type === UNDECLARED ? ['TYPE'] : [])];
  if (missing.length > 0)
    problems.add(
      NO_METADATA,
      at,
      at + name.length,
      () => `the metric family ${name} has no ${missing.join(' and no ')}`,
    );
  for (const word of name.split('_')) {
    const base = Object.hasOwn(BASE_UNITS, word) ? BASE_UNITS[word] : undefined;
    if (base !== undefined)
      problems.add(
        BASE_UNIT,
        at,
        at + name.length,
        () => `the metric family ${name} is in ${word}, expected the base unit ${base}`,
      );
  }
}
