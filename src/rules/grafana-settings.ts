import type { SourceRange } from '../model/source.js';
import type { ComposeService, ServiceText, Stack } from '../model/stack.js';
import { isWithin } from '../model/mounted-path.js';
import { openingsBeyondHost } from './exposure.js';
import { baseImage } from './image-facts.js';
import { hasUnseenVariables } from './unseen-variables.js';

/** What a Grafana is told of one setting. */
export type GrafanaSetting =
  | { readonly kind: 'value'; readonly value: string; readonly at: SourceRange; readonly by: string }
  /** Nothing sets it, so Grafana's own default holds. */
  | { readonly kind: 'default' }
  /** A file, a variable of the shell or a configuration that cannot be seen gives it. */
  | { readonly kind: 'elsewhere' };

/** Every Grafana of the stack, by its image. */
export function grafanaServices(stack: Stack): ComposeService[] {
  return stack.project.services.filter((service) => baseImage(service)?.role === 'grafana');
}

/** Whether the setting is on, by Go's words for true. */
export function isTurnedOn(setting: GrafanaSetting): boolean {
  return setting.kind === 'value' && /^(?:1|t|true|yes|on)$/i.test(setting.value);
}

/** A setting by its variable, the file that a variable names, or grafana.ini. */
export function grafanaSetting(stack: Stack, service: ComposeService, section: string, key: string): GrafanaSetting {
  const variable = `GF_${section}_${key}`.replaceAll('.', '_').toUpperCase();
  if (service.environment.has(`${variable}__FILE`)) return { kind: 'elsewhere' };
  if (service.environment.has(variable)) {
    const set = service.environment.get(variable);
    if (set === undefined || set.value.startsWith('$__') || (set.value === '' && hasVariable(set.at)))
      return { kind: 'elsewhere' };
    if (set.value !== '') return { kind: 'value', ...set, by: variable };
  }
  const inis = (stack.texts ?? []).filter((one) => one.service === service.name && one.containerPath.endsWith('.ini'));
  for (const ini of inis) {
    const found = inIni(ini, section, key);
    if (found) return found;
  }
  return inis.length === 0 && mayBeElsewhere(stack, service) ? { kind: 'elsewhere' } : { kind: 'default' };
}

/** Of an empty value the key is what is known, so that the rest of its line is looked at. */
function hasVariable({ file, start }: SourceRange): boolean {
  return /^[^\n]*\$/.test(file.text.slice(start, start + 500));
}

/** Env files that are missing here, scripts, and configurations on volumes may set anything. */
function mayBeElsewhere(stack: Stack, service: ComposeService): boolean {
  if (service.node.entries.has('entrypoint') || service.command.length > 0 || service.hasBuild) return true;
  if (hasUnseenVariables(stack, service)) return true;
  return service.mounts.some(({ target }) => isWithin('/etc/grafana/grafana.ini', target));
}

function inIni({ file }: ServiceText, section: string, key: string): GrafanaSetting | undefined {
  let current = '';
  const lines = /^[ \t]*(?:\[([^\]\n]+)\]|([\w.]+)[ \t]*=[ \t]*(.*?))[ \t]*\r?$/gm;
  for (const match of file.text.matchAll(lines)) {
    const [line, header, name, written = ''] = match;
    if (header !== undefined) current = header;
    if (header !== undefined || current !== section || name !== key) continue;
    const value = written.replace(/^(["'`])(.*)\1$/, '$2');
    if (value === '' || value.startsWith('$')) return { kind: 'elsewhere' };
    const start = match.index + line.indexOf(name) + line.slice(line.indexOf(name)).lastIndexOf(written);
    return { kind: 'value', value, at: { file, start, end: start + written.length }, by: `${key} in ${file.path}` };
  }
  return undefined;
}

/** Whether others than the users of this machine reach a Grafana, and where that is written. */
export function isOpen(stack: Stack, service: ComposeService): { message: string; at: SourceRange } | undefined {
  const [first] = openingsBeyondHost(stack, service);
  return first?.reach === 'everywhere' ? { message: 'published here', at: first.at } : undefined;
}
