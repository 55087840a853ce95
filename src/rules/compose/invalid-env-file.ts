import { child, items, text } from '../../model/yaml-node.js';
import type { Problem, StackRule } from '../rule.js';

/** Entries of `env_file` with a format that is not known. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/invalid-env-file',
  severity: 'error',
  summary: 'an entry of env_file has an unknown format',
  why: 'Compose knows no format of env files but the usual one and "raw", and refuses any other.',
  remedy: 'leave "format" away, or write "raw"',
  check: ({ project }) => {
    const active = new Set(project.services.map(({ name }) => name));
    return [...project.services, ...project.inactive].flatMap(({ name, node }) =>
      items(child(node, 'env_file')).flatMap((item): Problem[] => {
        if (item.kind !== 'mapping') return [];
        const subject = { service: name };
        const format = child(item, 'format');
        // A file that may be absent and is not there is never read.
        if (
          format === undefined ||
          text(format) === 'raw' ||
          !active.has(name) ||
          text(child(item, 'required')) === 'false'
        )
          return [];
        const message = `the format of an "env_file" of service "${name}" is "${text(format) ?? ''}", expected "raw"`;
        return [{ message, at: format.at, subject }];
      }),
    );
  },
};
