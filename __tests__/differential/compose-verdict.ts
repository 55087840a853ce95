import { loadStack } from '../../src/stack/load-stack.js';
import { check } from '../../src/stages/check.js';
import { HOME, askCompose } from '../fakes/compose-oracle.js';
import { MemoryFiles } from '../fakes/memory-files.js';

/** Whether a project is taken, and the words of the one who says so. */
export interface Verdict {
  readonly accepted: boolean;
  readonly why: string;
}

/** The findings that say that Compose would refuse the project. */
export function ourVerdict(files: Readonly<Record<string, string>>): Verdict {
  const absolute = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/project/${path}`, text]));
  const request = {
    directory: '/project',
    composeFiles: [],
    envFiles: [],
    environment: { HOME },
    profiles: [],
    displayPath: (path: string): string => path.replace('/project/', ''),
  };
  const stack = loadStack(request, new MemoryFiles(absolute));
  if (!stack) return { accepted: false, why: 'no compose file' };
  const errors = check(stack).filter(
    ({ severity, code }) =>
      severity === 'error' && code !== 'file/no-dockerfile' && /^(?:compose|file)\/|^yaml\/syntax$/.test(code),
  );
  return { accepted: errors.length === 0, why: errors.map(({ code, message }) => `${code}: ${message}`).join('; ') };
}

/** What `docker compose config -q` says of the project in a directory. */
export async function theirVerdict(directory: string): Promise<Verdict> {
  const { accepted, stderr } = await askCompose({ directory, quiet: true });
  const why = stderr.split('\n').filter((line) => line !== '' && !line.includes('level=warning'));
  return { accepted, why: why.join(' ') };
}
