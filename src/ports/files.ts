import type { HostAccess } from '../model/host-entry.js';

/** What became of an attempt to read a file. */
export type FileRead =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly reason: 'missing' | 'directory' | 'unreadable' | 'too-large' | 'not-utf8' | 'symlink-loop';
    };

/** The file system as the loader needs it. Paths are absolute; nothing throws. */
export interface Files {
  /** The text of a file without its byte order mark. Refuses what no configuration is: over 16 MiB, not UTF-8. */
  read(path: string): FileRead;
  /** What is at the path, symbolic links followed. */
  kind(path: string): 'file' | 'directory' | 'other' | 'missing';
  /**
   * Permissions and owners of what is at the path, symbolic links followed. Undefined when nothing is there, and where containers
   * see others than this machine does.
   */
  access(path: string): HostAccess | undefined;
  /** Names of the directories in a directory, sorted, symbolic links left out. */
  directories(path: string): readonly string[];
  /** Names in a directory, sorted; empty when it is none. */
  list(path: string): readonly string[];
}
