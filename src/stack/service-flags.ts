import type { ComposeService } from '../model/stack.js';
import type { Located } from '../model/source.js';
import { commandLine } from './services.js';

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
