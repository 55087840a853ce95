import type { HostAccess } from './host-entry.js';

/** What became of an attempt to read a file. */
export type RecordedRead =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: ReadFault };

/** Why a file cannot be read. */
export type ReadFault = 'missing' | 'directory' | 'unreadable' | 'too-large' | 'not-utf8' | 'symlink-loop';

/** What a file system answered, by absolute path: as much of it as a run asked for. */
export interface FileAnswers {
  readonly read: Readonly<Record<string, RecordedRead>>;
  readonly kind: Readonly<Record<string, 'file' | 'directory' | 'other' | 'missing'>>;
  /** `null` where nothing is known. */
  readonly access: Readonly<Record<string, HostAccess | null>>;
  readonly directories: Readonly<Record<string, readonly string[]>>;
  readonly list: Readonly<Record<string, readonly string[]>>;
}
