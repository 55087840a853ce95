import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { OverlayFiles } from '../../src/adapters/overlay-files.js';
import { applyFixes } from '../../src/fix/apply-fixes.js';
import type { Rule } from '../../src/rules/rule.js';
import { FixtureFiles } from './fixture-files.js';
import { findingsOf, loadFixture } from './rule-fixtures.js';

/** What becomes of a bad case. */
export interface MendedFixture {
  /** The texts of the files that changed, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Findings that were mended and are still there, and those that could be mended still. */
  readonly left: readonly string[];
}

/** Applies all fixes of one rule to a bad case, suggested ones too, for as many rounds as a run has. */
export function mendFixture(rule: Rule, directory: string): MendedFixture {
  const texts = new Map<string, string>();
  const files = new OverlayFiles(new FixtureFiles(directory), (path) => texts.get(relative(directory, path)));
  const mended = new Set<string>();
  for (let round = 0; round < 3; round++) {
    const sources = new Map(loadFixture(directory, files).files.map(({ path, text }) => [path, text]));
    const { changes, applied } = applyFixes(findingsOf(rule, directory, files), sources, { suggestions: true });
    for (const { path, after } of changes) texts.set(path, after);
    for (const { message } of applied) mended.add(message);
    if (applied.length === 0) break;
  }
  const left = findingsOf(rule, directory, files).filter(
    ({ message, fix }) => fix !== undefined || mended.has(message),
  );
  return {
    files: Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1))),
    left: left.map(({ message }) => message),
  };
}

/** All files of a directory by path; none when it is not there. */
export function readFiles(directory: string): Record<string, string> {
  if (!existsSync(directory)) return {};
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.sort().map((path) => [relative(directory, path), readFileSync(path, 'utf8')]));
}

/** Makes a directory have these files and no others. */
export function writeFiles(directory: string, files: Readonly<Record<string, string>>): void {
  rmSync(directory, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}
