import type { SourceRange } from '../model/source.js';
import type { ComposeService, ScrapeJob, Stack } from '../model/stack.js';
import { child, keyRange } from '../model/yaml-node.js';

/** The line of a scrape job that sets one of the keys, the first that is there; the job itself when none is. */
export function jobLine(job: ScrapeJob | undefined, ...keys: readonly string[]): SourceRange | undefined {
  for (const key of keys) {
    const at = lineOf(job?.node, key);
    if (at) return at;
  }
  return job?.name.at;
}

/** The same for keys that `global` may set for all jobs. */
export function settingLine(stack: Stack, job: ScrapeJob | undefined, key: string): SourceRange | undefined {
  const root = stack.prometheus?.config?.root;
  return lineOf(job?.node, key) ?? lineOf(child(root, 'global'), key) ?? job?.name.at;
}

/** Keys and values of one line are shown whole; of a mapping only the key. */
function lineOf(node: Parameters<typeof child>[0], key: string): SourceRange | undefined {
  const value = child(node, key);
  return value?.kind === 'scalar' ? value.at : keyRange(node, key);
}

/** A variable that tells a server where to listen. */
const BIND_NAME = /(?:^|_)(?:host|hostname|bind|addr|address|listen|interface|ip)(?:_|$)/i;
const BIND_FLAG =
  /^--?(?:[\w.-]*[.-])?(?:host|bind|addr|address|listen(?:-?addr(?:ess)?)?|listen|interface|ip)(?:[.-][\w.-]*)?(?:=|$)/i;

/**
 * Where a service is told to bind an address that `isBound` recognises: a word of its command or entry point, or a variable. Undefined
 * when its files do not say, as when it is the default of the program.
 */
export function bindLine(
  service: ComposeService,
  isBound: (host: string) => boolean,
): { readonly at: SourceRange; readonly written: string } | undefined {
  const words = [...service.entrypoint, ...service.command];
  const found: { readonly at: SourceRange; readonly written: string; readonly sure: boolean }[] = [];
  for (const [index, { value, at }] of words.entries()) {
    const previous = words[index - 1]?.value ?? '';
    const [, flagged] = /^-[^=]*=(.*)$/.exec(value) ?? [];
    const isFlag = BIND_FLAG.test(value) || BIND_FLAG.test(previous);
    if (hostsIn(flagged ?? value).some(isBound)) found.push({ at, written: value, sure: isFlag });
  }
  for (const [name, located] of service.environment)
    if (located && hostsIn(located.value).some(isBound))
      found.push({ at: located.at, written: `${name}: ${located.value}`, sure: BIND_NAME.test(name) });
  return found.find(({ sure }) => sure) ?? (found.length === 1 ? found[0] : undefined);
}

/** Addresses that a value consists of: itself, or before its port. A URL names another server. */
function hostsIn(value: string): string[] {
  if (value.includes('://')) return [];
  return value.split(/[\s,]+/).flatMap((word) => {
    const [, v6, plain] = /^(?:\[([0-9a-f:]+)\](?::\d+)?|([\w.-]+):\d+|.*)$/i.exec(word) ?? [];
    return [v6 ?? plain ?? word];
  });
}
