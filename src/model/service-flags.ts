import { shellWords } from './shell-words.js';
import type { Located } from './source.js';
import type { ComposeService } from './stack.js';

/** The name of an image without registry, organisation, tag and digest. */
export function imageName(image: string): string {
  return (image.split('@')[0] ?? '').replace(/:[^/]*$/, '').replace(/^.*\//, '');
}

/** The value of `--NAME=VALUE`, `--NAME VALUE` or with one dash, and where it stands. */
export function flag(service: ComposeService, name: string): Located<string> | undefined {
  const words = commandLine(service);
  for (const [index, word] of words.entries()) {
    const match = new RegExp(`^--?${name.replaceAll('.', '\\.')}(?:=(.*))?$`, 's').exec(word.value);
    if (!match) continue;
    if (match[1] !== undefined) return { value: match[1], at: word.at };
    const next = words[index + 1];
    if (next) return next;
  }
  return undefined;
}

/** The whole command line of a service as far as the compose file writes it. */
export function commandLine(service: ComposeService): readonly Located<string>[] {
  return [...service.entrypoint, ...service.command].flatMap((word) =>
    // `sh -c "prometheus --flag"` hides the flags in one word.
    word.value.includes(' ') ? shellWords(word.value).map((value) => ({ value, at: word.at })) : [word],
  );
}
