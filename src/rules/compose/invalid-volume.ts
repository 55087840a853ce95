import type { ComposeService } from '../../model/stack.js';
import { splitVolume, type ShortVolume } from '../../model/volume-syntax.js';
import { child, items, text, type YamlNode } from '../../model/yaml-node.js';
import type { Problem, StackRule } from '../rule.js';

const WHY: Readonly<Record<NonNullable<ShortVolume['problem']>, string>> = {
  empty: 'is empty',
  'empty part': 'has nothing between two colons',
  'too many colons': 'has too many colons',
};

/** Volumes that Compose cannot read, and mount points that are taken. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/invalid-volume',
  severity: 'error',
  summary: 'a volume is not SOURCE:TARGET, lacks its source or target, or its target is a tmpfs already',
  why: 'Compose refuses a volume that it cannot split, a bind without a source, and two mounts at one place.',
  remedy: 'write "SOURCE:TARGET[:OPTIONS]", or the long syntax with "type", "source" and "target"',
  check: ({ project }) => [
    ...[...project.services, ...project.inactive].flatMap((service) =>
      items(child(service.node, 'volumes')).flatMap((item) => {
        const why = item.kind === 'scalar' ? shortProblem(item.text) : longProblem(item);
        return why === undefined ? [] : problem(service, item, why);
      }),
    ),
    ...project.services.flatMap(takenTargets),
  ],
};

function shortProblem(written: string): string | undefined {
  const { problem: found } = splitVolume(written);
  return found && `${WHY[found]}; expected SOURCE:TARGET[:OPTIONS]`;
}

function longProblem(item: YamlNode): string | undefined {
  if (item.kind !== 'mapping') return undefined;
  if (text(child(item, 'target')) === undefined) return 'has no "target"; write the path in the container';
  const source = text(child(item, 'source')) ?? '';
  return text(child(item, 'type')) === 'bind' && source === '' ? 'is a bind without a "source"' : undefined;
}

/** The places of tmpfs are taken when the volumes come. */
function takenTargets(service: ComposeService): Problem[] {
  const written = child(service.node, 'tmpfs');
  const tmpfs = (written?.kind === 'scalar' ? [written] : items(written)).map(
    (item) => (text(item) ?? '').split(':')[0],
  );
  return items(child(service.node, 'volumes')).flatMap((item) => {
    const target = item.kind === 'scalar' ? splitVolume(item.text).target : text(child(item, 'target'));
    return tmpfs.includes(target)
      ? problem(service, item, `has the target "${target ?? ''}", where "tmpfs" is already`)
      : [];
  });
}

function problem({ name }: ComposeService, item: YamlNode, why: string): Problem {
  const shown = item.kind === 'scalar' ? ` "${item.text}"` : '';
  return { message: `volume${shown} of service "${name}" ${why}`, at: item.at, subject: { service: name } };
}
