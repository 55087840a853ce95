import { firstBrokenByte } from './decode.js';
import type { ExpositionFormat, ExpositionOptions } from './exposition.js';
import { Families, UNDECLARED, type Family } from './families.js';
import { Histograms } from './histograms.js';
import { familyHygiene, firstSampleHygiene, returnedHygiene } from './hygiene.js';
import { duplicateLabel } from './label-names.js';
import { isNumber } from './number.js';
import { BROKEN, STRICT, type Fault, type ProblemList } from './problem-list.js';
import { Sample } from './sample.js';
import { SeriesTable, seriesHash, seriesKey } from './series-table.js';
import { judgeTimestamp } from './timestamps.js';

const UTF8_NAME: Fault = { code: 'utf8-name', severity: 'notice', refusedBy: ['prometheus2', 'promtool'] };
const DUPLICATE: Fault = { code: 'duplicate-series', severity: 'warning', refusedBy: [] };

/** What is known of all samples so far, and what is wrong between them. */
export class Ledger {
  samples = 0;
  mostLabels = 0;
  longestLabelName = 0;
  longestLabelValue = 0;
  readonly families: Families;
  readonly table = new SeriesTable();
  readonly #histograms: Histograms;
  #lastName = '';
  #lastFamily: Family | undefined;
  #current: Family | undefined;

  /**
   * @param broken whether bytes that are no UTF-8 stand in the text
   * @param samePlace reads the labels of the sample at an offset anew, to compare it
   */
  constructor(
    private readonly text: string,
    private readonly problems: ProblemList,
    private readonly options: ExpositionOptions,
    readonly broken: boolean,
    private readonly readAt: (place: number) => Sample,
  ) {
    this.families = new Families(options.format);
    this.#histograms = new Histograms(problems);
  }

  get format(): ExpositionFormat {
    return this.options.format;
  }

  /** Whether any line named a family: promtool then takes a sample without a name for one of the last. */
  get anyFamily(): boolean {
    return this.families.size > 0;
  }

  /** The family that HELP, TYPE or UNIT is about. */
  declare(name: string, at: number): Family {
    this.#lastFamily = undefined;
    return this.families.of(name, at);
  }

  /** Takes a sample that was read. */
  sample(sample: Sample): void {
    this.samples++;
    if (sample.labels + 1 > this.mostLabels) this.mostLabels = sample.labels + 1;
    if (!this.#namesAreRight(sample)) return;
    const family = this.#familyOf(sample);
    this.#bounds(sample, family);
    judgeTimestamp(sample, this.problems, this.options);
    this.#refuseDuplicate(sample);
  }

  finish(): void {
    this.#histograms.finish();
    for (const family of this.families.all) familyHygiene(family, this.problems);
  }

  #familyOf(sample: Sample): Family {
    const { nameStart, nameEnd } = sample;
    let family = this.#lastFamily;
    if (!family || nameEnd - nameStart !== this.#lastName.length || !this.text.startsWith(this.#lastName, nameStart)) {
      this.#lastName = this.text.slice(nameStart, nameEnd);
      family = this.families.of(sample.name(), nameStart);
      this.#lastFamily = family;
    }
    if (family.samples++ === 0) firstSampleHygiene(sample, family, this.problems, this.format);
    family.type ??= UNDECLARED;
    if (family !== this.#current) {
      if (this.#current) this.#current.left = true;
      if (family.left && !family.returned) returnedHygiene(sample, family, this.problems);
      this.#current = family;
    }
    return family;
  }

  #bounds(sample: Sample, family: Family): void {
    const bound =
      family.type === 'histogram' || family.type === 'gaugehistogram'
        ? 'le'
        : family.type === 'summary'
          ? 'quantile'
          : undefined;
    if (bound === undefined) return;
    for (let label = 0; label < sample.labels; label++) {
      if (!sample.isNamed(label, bound)) continue;
      const [start, end] = [sample.offset(label, 2), sample.offset(label, 3)];
      if (!isNumber(this.text, start, end))
        this.problems.add(STRICT, start, end, (it) => `${bound} of ${family.name} is ${it}, expected a number`);
      else if (family.type === 'histogram') this.#histograms.bucket(sample, family, label);
    }
  }

  #namesAreRight(sample: Sample): boolean {
    const { problems, text } = this;
    let right = true;
    const refuse = (start: number, end: number, message: (it: string) => string): void => {
      right = false;
      problems.add(BROKEN, start, end, message);
    };
    if (sample.nameQuoted && sample.nameStart === sample.nameEnd)
      refuse(sample.nameStart - 1, sample.nameEnd + 1, () => 'the metric name is empty');
    if (sample.nameNeedsQuotes()) problems.add(UTF8_NAME, sample.nameStart, sample.nameEnd, utf8Name('metric'));
    for (let label = 0; label < sample.labels; label++) {
      const [start, end] = [sample.offset(label, 0), sample.offset(label, 1)];
      const value = sample.offset(label, 3) - sample.offset(label, 2);
      if (end - start > this.longestLabelName) this.longestLabelName = end - start;
      if (value > this.longestLabelValue) this.longestLabelValue = value;
      if (start === end) refuse(start - 1, end + 1, () => 'a label name is empty');
      else if (sample.isNamed(label, '__name__'))
        refuse(start, end, () => 'the label "__name__" is the metric name itself, which stands before the braces');
      if (sample.labelNeedsQuotes(label)) problems.add(UTF8_NAME, start, end, utf8Name('label'));
    }
    const again = duplicateLabel(sample);
    if (again >= 0)
      refuse(
        sample.offset(again, 0),
        sample.offset(again, 1),
        (it) => `the label ${it} is there twice, expected each label once`,
      );
    if (this.broken) {
      const end = sample.labels > 0 ? sample.offset(sample.labels - 1, 3) : sample.nameEnd;
      const at = firstBrokenByte(
        text,
        Math.min(sample.nameStart, sample.labels > 0 ? sample.offset(0, 0) : sample.nameStart),
        Math.max(end, sample.nameEnd),
      );
      if (at >= 0) refuse(at, at + 1, () => 'a name or label value has bytes that are not UTF-8');
    }
    return right;
  }

  #refuseDuplicate(sample: Sample): void {
    let hash = seriesHash(sample);
    const time = sample.timestampStart < 0 ? '' : this.text.slice(sample.timestampStart, sample.timestampEnd);
    for (let i = 0; i < time.length; i++) hash = (Math.imul(hash, 31) + time.charCodeAt(i)) | 0;
    let own: string | undefined;
    const place = this.problems.lineStart;
    const first = this.table.add(hash, place, (other) => {
      own ??= seriesKey(sample) + time;
      const twin = this.readAt(other);
      const twinTime = twin.timestampStart < 0 ? '' : this.text.slice(twin.timestampStart, twin.timestampEnd);
      return seriesKey(twin) + twinTime === own;
    });
    if (first < 0) return;
    const end = sample.valueStart;
    this.problems.add(
      DUPLICATE,
      place,
      end,
      (it) => `the series ${it.replace(/\s+"$/, '"')} is there twice: Prometheus keeps one of the samples`,
    );
  }
}

function utf8Name(of: string): (it: string) => string {
  return (it) =>
    `the ${of} name ${it} needs quotes: Prometheus 2 and promtool refuse it, and so do queries without quotes`;
}
