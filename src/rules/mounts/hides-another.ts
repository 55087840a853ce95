import type { Mount } from '../../model/mount.js';
import { isWithin } from '../../model/mounted-path.js';
import type { ComposeService } from '../../model/stack.js';
import { sourceOf, targetOf } from '../mount-facts.js';
import type { Problem, StackRule } from '../rule.js';

/** Mounts that take the place of others. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/hides-another',
  severity: 'warning',
  summary: 'a mount hides another one, or configuration that the image was built with',
  why: 'Of two volumes with one target Compose keeps the last, without a word. A volume over a directory of the image shows what the image had when the volume was made: later changes of the Dockerfile do not arrive.',
  remedy: 'remove one of them, or give each a target of its own',
  check: ({ project }) => project.services.flatMap((service) => [...sameTargets(service), ...overImage(service)]),
};

function sameTargets({ name, mounts }: ComposeService): Problem[] {
  const last = new Map<string, Mount>();
  return mounts
    .filter(({ origin }) => origin !== 'image')
    .flatMap((mount): Problem[] => {
      const before = last.get(mount.target);
      last.set(mount.target, mount);
      // The same thing twice is hygiene, and merged files may well say it.
      if (!before || (before.source === mount.source && before.kind === mount.kind)) return [];
      return [
        {
          message: `service "${name}" mounts two things at "${mount.target}", and only ${quoted(mount)} is there`,
          at: targetOf(mount),
          help: 'remove one of them, or change its target',
          related: [{ message: `this one is hidden: ${quoted(before)}`, at: before.at }],
          subject: { service: name },
        },
      ];
    });
}

function quoted({ written, source, definition }: Mount): string {
  return JSON.stringify(definition ?? (written === '' ? 'an anonymous volume' : written) ?? source);
}

/** A volume over configuration that COPY brought. */
function overImage(service: ComposeService): Problem[] {
  const { name, mounts, hidden = [] } = service;
  return mounts
    .filter(({ kind, source, origin }) => kind === 'volume' && source !== '' && origin === 'volumes')
    .flatMap((volume): Problem[] => {
      const copied = hidden.find(({ target }) => isWithin(target, volume.target) && isConfiguration(target));
      if (!copied) return [];
      return [
        {
          message: `the volume at "${volume.target}" of service "${name}" hides "${copied.target}" of its image: once the volume is made, changes of that file do not arrive`,
          at: sourceOf(volume),
          help: `mount the volume where only data is, or remove it`,
          related: [{ message: 'the image has it from here', at: copied.at }],
          subject: { service: name },
        },
      ];
    });
}

function isConfiguration(target: string): boolean {
  return isWithin(target, '/etc') || /\.(?:ya?ml|conf|ini|toml|rules)$/.test(target);
}
