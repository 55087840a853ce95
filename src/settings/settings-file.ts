import { UsageError } from '../model/errors.js';
import { SourceFile } from '../model/source.js';
import type { IgnoreEntry } from '../model/suppression.js';
import type { ScalarNode, YamlNode } from '../model/yaml-node.js';
import type { Files } from '../ports/files.js';
import { parseYaml } from '../yaml/parse.js';
import { placeOf, readIgnores } from './ignore-list.js';
import { readStages, type StageEntry } from './stage-list.js';
import { COMMAND_LINE_ONLY, LISTS, SWITCHES, type RawOptions, type RawValue } from './settings.js';

/** What a settings file says. */
export interface SettingsFile {
  readonly options: RawOptions;
  readonly ignores: readonly IgnoreEntry[];
  readonly stages?: readonly StageEntry[];
}

/** Reads a settings file; empty when it does not exist and was not asked for. Throws UsageError with the place. */
export function readSettingsFile(path: string, shown: string, required: boolean, files: Files): SettingsFile {
  const read = files.read(path);
  if (!read.ok) {
    if (read.reason === 'missing' && !required) return { options: {}, ignores: [] };
    throw new UsageError(`the settings file "${shown}" cannot be read: ${read.reason.replaceAll('-', ' ')}`);
  }
  const { roots, problems } = parseYaml(new SourceFile(shown, 'settings', read.text), 'v3');
  const [problem] = problems;
  if (problem) throw new UsageError(`${placeOf(problem.at)}: ${problem.message}`);
  const [root] = roots;
  if (root === undefined) return { options: {}, ignores: [] };
  if (root.kind !== 'mapping')
    throw new UsageError(`${placeOf(root.at)}: settings must be a mapping of option names to values`);
  const ignores = root.entries.get('ignore')?.value;
  const stages = root.entries.get('stages')?.value;
  const options = [...root.entries].filter(([name]) => name !== 'ignore' && name !== 'stages');
  return {
    options: Object.fromEntries(options.map(([name, { key, value }]) => [name, rawValue(name, key, value)])),
    ignores: ignores === undefined ? [] : readIgnores(ignores),
    ...(stages === undefined ? {} : { stages: readStages(stages) }),
  };
}

/** Scalars stay text, as they are on the command line, except where the option is a switch or a list. */
function rawValue(name: string, key: ScalarNode, node: YamlNode): RawValue {
  // Every later check would write files; with a baseline it would find nothing, ever.
  if (COMMAND_LINE_ONLY.includes(name))
    throw new UsageError(`${placeOf(key.at)}: ${name} is only for the command line: remove it here`);
  const isList = (LISTS as readonly string[]).includes(name);
  if (node.kind === 'sequence') return node.items.map((item) => (item.kind === 'scalar' ? item.text : ''));
  if (node.kind === 'mapping') throw new UsageError(`${placeOf(node.at)}: ${name} must not be a mapping`);
  if ((SWITCHES as readonly string[]).includes(name) && typeof node.value === 'boolean') return node.value;
  return isList ? [node.text] : node.text;
}
