import { posix } from 'node:path';
import type { KnownConfig, KnownImage } from '../../knowledge/image.js';
import { mountFor } from '../../model/mounted-path.js';
import { flag } from '../../model/service-flags.js';
import type { SourceRange } from '../../model/source.js';
import type { ComposeService } from '../../model/stack.js';
import { child, keyRange, text } from '../../model/yaml-node.js';
import { hasCommand, inContainer, runsImage } from '../known-config.js';
import { hasForeignMounts, targetOf } from '../mount-facts.js';
import { insertedWord } from '../inserted-word.js';
import type { Problem, StackRule } from '../rule.js';

/**
 * The file, in its working directory, that a program reads without the flag.
 * https://github.com/prometheus/prometheus/blob/main/docs/command-line/prometheus.md
 * https://github.com/prometheus/alertmanager/blob/main/cmd/alertmanager/main.go
 * https://github.com/prometheus/blackbox_exporter/blob/master/main.go
 */
const WITHOUT_FLAG: Readonly<Record<string, string>> = {
  prometheus: 'prometheus.yml',
  alertmanager: 'alertmanager.yml',
  'blackbox-exporter': 'blackbox.yml',
};

/** Commands that replace the image's own, which names the configuration. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/command-without-config',
  severity: 'error',
  summary: 'a command replaces the words of the image that name the configuration, and does not name it itself',
  why: 'The path of the configuration is no default of the program but a flag in the CMD of its image, and `command:` replaces all of that. The program then looks in its working directory, finds nothing there, and ends.',
  remedy: 'write the flag that names the configuration into the command as well',
  check: ({ project }) => project.services.flatMap((service) => problemOf(service) ?? []),
};

function problemOf(service: ComposeService): Problem | undefined {
  const known = runsImage(service);
  const config = known?.config;
  if (!known || !config?.flag || !config.lost_with_command || !hasCommand(service) || hasForeignMounts(service))
    return undefined;
  if (flag(service, config.flag) || isOtherTask(service)) return undefined;
  const written = WITHOUT_FLAG[known.name];
  // An image without a working directory starts its program in the root directory.
  const inDirectory = { ...known, workdir: known.workdir ?? '/' };
  const path = written === undefined ? undefined : inContainer(service, inDirectory, written);
  const cover = path === undefined ? undefined : mountFor(service.mounts, path);
  // A volume there is that of the data: nobody keeps a configuration on it, though one could.
  if (cover && cover.mount.kind !== 'volume') return undefined;
  const mounted = cover ? 'where a volume of data is mounted' : 'where nothing is mounted';
  const where = path === undefined ? 'no configuration' : `"${path}", ${mounted}`;
  const wanted = `--${config.flag}=${configOf(service, config)}`;
  const at = keyRange(service.node, 'command') ?? service.at;
  const lost = (known.command ?? []).filter((word) => !flag(service, nameOf(word))).join(' ');
  return {
    message: `the command of service "${service.name}" lacks "--${config.flag}", and replaces that of the image, which has it: ${known.title} reads ${where}, and does not start`,
    at,
    severity: path === undefined || cover ? 'warning' : 'error',
    help: `add ${wanted} to the command${lost === '' ? '' : `; the command of the image, which yours replaces, is: ${(known.command ?? []).join(' ')}`}`,
    related: relatedConfig(service, config, known),
    subject: { service: service.name },
    fix: fixOf(service, wanted),
  };
}

/** `--version`, `--help` and the like need no configuration, and a variable may hold the flag. */
function isOtherTask({ command }: ComposeService): boolean {
  return command.some(
    ({ value }) =>
      /^--?(?:version|help|h|help-long|help-man)$/.test(value) || value.startsWith('@') || value.includes('$'),
  );
}

function nameOf(word: string): string {
  return word.replace(/^--?/, '').replace(/=.*$/s, '');
}

/** Where the project has its configuration: a mounted file of that name, or the path of the image. */
function configOf({ mounts }: ComposeService, config: KnownConfig): string {
  const name = posix.basename(config.path);
  return mountFor(mounts, config.path)
    ? config.path
    : (mounts.find(({ target }) => posix.basename(target) === name)?.target ?? config.path);
}

function relatedConfig(
  service: ComposeService,
  config: KnownConfig,
  { title }: KnownImage,
): { message: string; at: SourceRange }[] {
  const mounted = mountFor(service.mounts, configOf(service, config));
  return mounted
    ? [{ message: `${title} does not read the configuration that is mounted here`, at: targetOf(mounted.mount) }]
    : [];
}

function fixOf(service: ComposeService, word: string): Problem['fix'] {
  const command = child(service.node, 'command');
  const edit = command && text(command) !== '' ? insertedWord(command, word) : undefined;
  return edit && { safety: 'suggested', title: `add ${word}`, edits: [edit] };
}
