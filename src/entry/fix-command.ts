import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { OverlayFiles } from '../adapters/overlay-files.js';
import { repositoryRoot } from '../adapters/repository-root.js';
import { behindLinks, replaceTogether } from '../adapters/write-atomically.js';
import { unifiedDiff } from '../fix/unified-diff.js';
import { mend, type Mended } from '../mend.js';
import { renderMended } from '../report/mended.js';
import { painter } from '../report/paint.js';
import { harmless } from '../model/harmless.js';
import type { RunPorts, RunResult } from '../run.js';
import type { Mend, Settings } from '../settings/settings.js';

/** What `check --fix` came to. */
export interface FixOutcome {
  /** The check of the files as they are now. */
  readonly result: RunResult;
  /** The changes that a dry run shows in place of the findings. */
  readonly diff?: string | undefined;
  /** What was mended and what was not, in lines. */
  readonly told: string;
}

/** The pipeline. It is handed over, since what a chunk of its own imports can no longer be bundled in one piece, which costs every run. */
export type Run = (settings: Settings, ports: RunPorts, cancel: AbortSignal) => Promise<RunResult>;

/** Mends files and checks them again; a dry run writes nothing. Throws EnvironmentError when a file cannot be written. */
export async function fix(
  settings: Settings,
  { dryRun, suggestions }: Mend,
  ports: RunPorts,
  run: Run,
): Promise<FixOutcome> {
  const { workingDirectory } = ports;
  const never = new AbortController().signal;
  const check = (texts: ReadonlyMap<string, string>): Promise<RunResult> => {
    // By what links lead to: a file that is read by two names is one file.
    const real = new Map([...texts].map(([path, text]) => [realpathSync(resolve(workingDirectory, path)), text]));
    const textOf = (path: string): string | undefined => real.get(behindLinks(path));
    return run(settings, { ...ports, files: new OverlayFiles(ports.files, textOf) }, never);
  };
  const mended = await mend(check, { suggestions, nameOf: namesOfWritable(settings.paths, workingDirectory) });
  const told = renderMended({ ...mended, dryRun });
  if (dryRun) return { result: mended.before, diff: diffOf(mended, settings.color), told };
  if (mended.files.length === 0) return { result: mended.before, told };
  replaceTogether(mended.files.map((file) => ({ ...file, path: resolve(workingDirectory, file.path) })));
  return { result: await check(new Map()), told };
}

/** For a terminal it is coloured and cannot control it; a program gets it byte by byte. */
function diffOf({ files }: Mended, color: boolean): string {
  const diff = files.map(({ path, before, after, origins }) => unifiedDiff(path, before, after, origins)).join('');
  if (!color) return diff;
  const paint = painter(true);
  const lines = diff.split('\n').map((line) => {
    const text = harmless(line);
    if (/^(?:---|\+\+\+) /.test(line)) return paint('bold', text);
    const style = { '+': 'green', '-': 'red', '@': 'cyan' } as const;
    return /^[-+@]/.test(line) ? paint(style[line.charAt(0) as keyof typeof style], text) : text;
  });
  return lines.join('\n');
}

/**
 * Gives a file the name by which it was first met, whatever links lead to it, and none to what is not to be written: other things
 * than files, read-only ones, and those outside of the repositories that were named.
 */
function namesOfWritable(paths: readonly string[], workingDirectory: string): (path: string) => string | undefined {
  const roots = ['.', ...paths].map((path) => behindLinks(repositoryRoot(resolve(workingDirectory, path))));
  const names = new Map<string, string>();
  const seen = new Map<string, string | undefined>();
  const nameOf = (path: string): string | undefined => {
    try {
      const real = realpathSync(resolve(workingDirectory, path));
      accessSync(real, constants.W_OK);
      if (!statSync(real).isFile() || !roots.some((root) => isInside(real, root))) return undefined;
      const name = names.get(real) ?? path;
      names.set(real, name);
      return name;
    } catch {
      return undefined;
    }
  };
  return (path) => {
    if (!seen.has(path)) seen.set(path, nameOf(path));
    return seen.get(path);
  };
}

function isInside(path: string, root: string): boolean {
  const [first] = relative(root, path).split(sep);
  return first !== '..';
}
