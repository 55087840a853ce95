import { posix } from 'node:path';
import { parseShell, type ShellWord } from '../model/shell-script.js';
import type { BuildSteps } from '../model/stack.js';
import type { Instruction } from './dockerfile-parse.js';
import { expand, type Variables } from './dockerfile-variables.js';

/** Directories in which programs are found. */
const PROGRAMS = ['/bin', '/sbin', '/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin'];
const ABOVE_PROGRAMS = new Set(['/', '/usr', '/usr/local', ...PROGRAMS]);

/** What a COPY or ADD adds to the programs of an image. */
export function afterCopy(steps: BuildSteps, { words }: Instruction, variables: Variables): BuildSteps {
  const target = expand(words.at(-1)?.value ?? '', variables);
  const sources = words.slice(0, -1).map(({ value }) => expand(value, variables));
  // What is unpacked lands below the target as well.
  const single = sources.length === 1 && !/[*?[]|\.(?:tar|tgz|tar\.\w+|txz|tbz2?)$/.test(sources[0] ?? '');
  const path = posix.normalize(target);
  const bare = path.replace(/(?<=.)\/$/, '');
  if (PROGRAMS.includes(posix.dirname(bare))) return withPrograms(steps, [posix.basename(bare)]);
  if (!ABOVE_PROGRAMS.has(bare)) return steps;
  const named = single && path.endsWith('/') && PROGRAMS.includes(bare) && posix.extname(sources[0] ?? '') === '';
  // A source without an ending may still be a directory, whose files are copied by names that are not written here.
  return { ...(named ? withPrograms(steps, [posix.basename(sources[0] ?? '')]) : steps), bringsUnknown: true };
}

/** Programs in a directory of the image's own can have any name, except where it is one of a language's packages. */
export function afterPath(steps: BuildSteps, before: string | undefined, after: string | undefined): BuildSteps {
  if (before === after || /venv|node_modules\/\.bin/.test(after ?? '')) return steps;
  return { ...steps, bringsUnknown: true };
}

function withPrograms(steps: BuildSteps, added: readonly string[]): BuildSteps {
  return { ...steps, programs: [...steps.programs, ...added] };
}

/** Commands of a build that bring no program whose name a healthcheck would use, except by the packages they name. */
const HARMLESS = new Set(
  'true : cd set echo export mkdir chmod chown chgrp rm rmdir touch test [ adduser addgroup useradd groupadd usermod deluser sed cat pip pip3 npm yarn pnpm go cargo'.split(
    ' ',
  ),
);
const INSTALLERS: Readonly<Record<string, readonly string[]>> = {
  apk: ['add'],
  'apt-get': ['install'],
  apt: ['install'],
  yum: ['install'],
  dnf: ['install'],
  microdnf: ['install'],
  tdnf: ['install'],
};

/** What a RUN adds to the programs of an image. */
export function afterRun(steps: BuildSteps, { words, heredocs }: Instruction): BuildSteps {
  const script = heredocs.length > 0 ? undefined : parseShell(words.map(({ value }) => value).join(' '));
  if (!script) return { ...steps, bringsUnknown: true };
  const commands = [...script.pipelines.flatMap((pipeline) => pipeline.commands), ...script.substituted];
  return commands.reduce(afterCommand, steps);
}

function afterCommand(steps: BuildSteps, [program, ...rest]: readonly ShellWord[]): BuildSteps {
  const name = program?.value ?? '';
  const verbs = INSTALLERS[name];
  if (!verbs) return HARMLESS.has(name) ? steps : { ...steps, bringsUnknown: true };
  const words = rest.filter(({ value }) => !value.startsWith('-'));
  const verb = words.findIndex(({ value }) => verbs.includes(value));
  if (verb < 0) return steps;
  const packages = words.slice(verb + 1);
  const unknown = packages.some(({ literal, value }) => !literal || value.includes('/'));
  return {
    ...steps,
    packages: [...steps.packages, ...packages.map(({ value }) => value.replace(/[=<>~@].*$/, ''))],
    bringsUnknown: steps.bringsUnknown || unknown,
  };
}
