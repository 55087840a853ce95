import { UsageError } from '../model/errors.js';
import { SourceFile } from '../model/source.js';
import type { YamlNode } from '../model/yaml-node.js';
import type { Files } from '../ports/files.js';
import { parseYaml } from '../yaml/parse.js';
import { LISTS, SWITCHES, type RawOptions, type RawValue } from './settings.js';

/** The options of a settings file; none when it does not exist and was not asked for. Throws UsageError with the place. */
export function readSettingsFile(path: string, shown: string, required: boolean, files: Files): RawOptions {
  const read = files.read(path);
  if (!read.ok) {
    if (read.reason === 'missing' && !required) return {};
    throw new UsageError(`the settings file "${shown}" cannot be read: ${read.reason.replaceAll('-', ' ')}`);
  }
  const { roots, problems } = parseYaml(new SourceFile(shown, 'settings', read.text), 'v3');
  const [problem] = problems;
  if (problem) throw new UsageError(`${place(problem.at)}: ${problem.message}`);
  const [root] = roots;
  if (root === undefined) return {};
  if (root.kind !== 'mapping')
    throw new UsageError(`${place(root.at)}: settings must be a mapping of option names to values`);
  return Object.fromEntries([...root.entries].map(([name, { value }]) => [name, rawValue(name, value)]));
}

/** Scalars stay text, as they are on the command line, except where the option is a switch or a list. */
function rawValue(name: string, node: YamlNode): RawValue {
  const isList = (LISTS as readonly string[]).includes(name);
  if (node.kind === 'sequence') return node.items.map((item) => (item.kind === 'scalar' ? item.text : ''));
  if (node.kind === 'mapping') throw new UsageError(`${place(node.at)}: ${name} must not be a mapping`);
  if ((SWITCHES as readonly string[]).includes(name) && typeof node.value === 'boolean') return node.value;
  return isList ? [node.text] : node.text;
}

function place(at: YamlNode['at']): string {
  const { line, column } = at.file.position(at.start);
  return `${at.file.path}:${String(line)}:${String(column)}`;
}
