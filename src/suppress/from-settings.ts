import type { Finding } from '../model/finding.js';
import type { IgnoreEntry } from '../model/suppression.js';
import { pathGlob } from './path-glob.js';
import type { Suppression } from './suppression.js';

/** The entries of `ignore` in the settings file as suppressions. */
export function settingsSuppressions(entries: readonly IgnoreEntry[]): Suppression[] {
  return entries.map((entry) => {
    const { code, reason, at, file } = entry;
    const isMeant = file === undefined ? undefined : pathGlob(file);
    const covers = (finding: Finding): boolean => {
      if (isMeant && !(finding.location && isMeant(finding.location.file))) return false;
      return fitsSubject(entry, finding);
    };
    return { kind: 'settings', code, reason, at, scope: scopeOf(entry), covers };
  });
}

const NAMES = ['service', 'job', 'target'] as const;

function fitsSubject(entry: IgnoreEntry, { subject }: Finding): boolean {
  return NAMES.every((name) => entry[name] === undefined || entry[name] === subject?.[name]);
}

function scopeOf(entry: IgnoreEntry): string {
  const named = NAMES.flatMap((name) => (entry[name] === undefined ? [] : [`${name} "${entry[name]}"`]));
  const about = named.length > 0 ? ` about ${named.join(', ')}` : '';
  return entry.file === undefined ? about.trimStart() || 'in any file' : `in "${entry.file}"${about}`;
}
