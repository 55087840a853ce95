import { join } from 'node:path';
import type { Finding } from '../../src/model/finding.js';
import type { SourceFile } from '../../src/model/source.js';
import { Dice } from '../differential/dice.js';
import { seeded } from '../differential/random.js';
import { STACKS, checkStack } from '../fakes/healthy-stacks.js';
import { ChangedFiles } from './changed-files.js';
import type { Fault, Injection } from './fault.js';

/** What became of one fault in one stack. */
export interface Outcome {
  readonly stack: string;
  readonly fault: Fault;
  /** A finding with a right code, which the healthy stack does not have. */
  readonly found: boolean;
  /** The same on a right line. */
  readonly positioned: boolean;
  /** `FILE:LINE` that were right. */
  readonly places: readonly string[];
  /** What was found that the healthy stack does not have. */
  readonly news: readonly string[];
}

/** Injects each fault into a stack, at up to `most` of its places that chance takes, and looks what `check` finds. */
export async function recallOf(name: string, faults: readonly Fault[], most: number, seed: number): Promise<Outcome[]> {
  const healthy = await checkStack(name);
  const { stack } = healthy;
  if (!stack) return [];
  const before = new Set(healthy.findings.map(identity));
  const outcomes: Outcome[] = [];
  for (const fault of faults) {
    // A source of its own, so that a new fault moves no other's places.
    const dice = new Dice(seeded(seed + hash(`${name} ${fault.name}`)));
    const places = [...fault.places(stack)];
    for (let count = 0; count < most && places.length > 0; count++) {
      const [injection] = places.splice(dice.number(places.length), 1);
      if (injection) outcomes.push(await judge(name, fault, injection, before));
    }
  }
  return outcomes;
}

async function judge(name: string, fault: Fault, injection: Injection, before: ReadonlySet<string>): Promise<Outcome> {
  const directory = join(STACKS, name);
  const texts = new Map([...changedTexts(injection)].map(([file, text]) => [join(directory, file.path), text]));
  const { findings } = await checkStack(name, new ChangedFiles(directory, texts));
  const news = findings.filter((finding) => !before.has(identity(finding)));
  const right = news.filter(({ code }) => fault.codes.includes(code));
  const places = placesOf(injection);
  const at = ({ location }: Finding): string => `${location?.file ?? ''}:${String(location?.start.line ?? 0)}`;
  return {
    stack: name,
    fault,
    found: right.length > 0,
    positioned: right.some((finding) => places.includes(at(finding))),
    places,
    news: news.map((finding) => `${at(finding)} ${finding.code} ${finding.message}`),
  };
}

/** Lines move with the fault, messages do not. */
function identity({ code, message, location }: Finding): string {
  return `${code} ${location?.file ?? ''} ${message}`;
}

/** The texts of the files that an injection changes. */
export function changedTexts({ edits }: Injection): Map<SourceFile, string> {
  const texts = new Map<SourceFile, string>();
  // From the last to the first, so that offsets stay true; of two at one place the later one comes second.
  const order = edits.map((edit, index) => ({ ...edit, index }));
  order.sort((a, b) => b.at.start - a.at.start || b.index - a.index);
  for (const { at, text } of order) {
    const old = texts.get(at.file) ?? at.file.text;
    texts.set(at.file, old.slice(0, at.start) + text + old.slice(at.end));
  }
  return texts;
}

/** `FILE:LINE` of every right place, after the change. */
function placesOf({ edits, at }: Injection): string[] {
  return at.map((place) => {
    const edit = typeof place === 'number' ? edits[place] : undefined;
    const range = typeof place === 'number' ? edit?.at : place;
    if (!range) throw new Error('the place of a fault is none of its edits');
    const start = range.file.position(range.start);
    const line = edits.reduce((sum, other, index) => {
      const end = other.at.file.position(other.at.end);
      const isBefore = end.line < start.line || (end.line === start.line && end.column <= start.column);
      // Of two insertions at one place, the later one comes second; a key that is inserted does not move the text before it.
      const isLater = typeof place === 'number' && other.at.start === range.start && index >= place;
      if (other.at.file.path !== range.file.path || !isBefore || isLater) return sum;
      return sum + lines(other.text) - lines(other.at.file.text.slice(other.at.start, other.at.end));
    }, start.line);
    return `${range.file.path}:${String(line + lines(/^\s*/.exec(edit?.text ?? '')?.[0] ?? ''))}`;
  });
}

const lines = (text: string): number => text.split('\n').length - 1;

function hash(name: string): number {
  return Buffer.from(name).reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 7);
}
