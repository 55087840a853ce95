import { child, keyRange, text, type MappingNode } from '../../model/yaml-node.js';
import { jsonFault } from '../../yaml/json-fault.js';
import type { DocumentRule, Problem } from '../rule.js';
import { documentProblems, documentStart } from '../schema-problems.js';

const LONGEST_UID = 40;

/** Files of dashboards that Grafana cannot load. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['dashboard'],
  code: 'grafana/invalid-dashboard',
  severity: 'error',
  summary: 'a file of a dashboard is broken JSON, is no dashboard, or has a title or uid that Grafana refuses',
  why: 'Grafana writes one line to its log about a dashboard that it cannot load, and goes on without it.',
  remedy: 'export the dashboard again, or mend the file at this place',
  check(document) {
    const { file, root } = document;
    const fault = jsonFault(file.text);
    if (fault) {
      const at = { file, start: fault.offset, end: Math.min(fault.offset + 1, file.text.length) };
      return [{ message: `the dashboard is no JSON: ${fault.message}`, at, help: 'mend the JSON at this place' }];
    }
    if (!root) return [];
    if (root.kind !== 'mapping')
      return [
        {
          message: `the file is a ${root.kind === 'sequence' ? 'list' : 'single value'}, expected the object of a dashboard`,
          at: documentStart(root),
        },
      ];
    // Resources of Grafana's newer interfaces have the dashboard below `spec`, in a form of their own.
    if (root.entries.has('apiVersion') && root.entries.has('spec')) return [];
    return [...titleProblems(root), ...uidProblems(root), ...documentProblems(document).invalidValues.map(asWarning)];
  },
};

function titleProblems(root: MappingNode): Problem[] {
  const title = child(root, 'title');
  if ((text(title) ?? '').trim() !== '') return [];
  if (title !== undefined && title.kind !== 'scalar') return [];
  if (child(root, 'dashboard')?.kind === 'mapping')
    return [
      {
        message: 'the file is an answer of Grafana\'s HTTP API: the dashboard is what stands below "dashboard"',
        at: keyRange(root, 'dashboard') ?? documentStart(root),
        help: 'keep only the object below "dashboard"',
      },
    ];
  return [
    {
      message: title === undefined ? 'the dashboard has no "title"' : 'the "title" of the dashboard is empty',
      at: title?.at ?? documentStart(root),
      help: 'add a "title"; a file that is no dashboard belongs elsewhere',
    },
  ];
}

function uidProblems(root: MappingNode): Problem[] {
  const node = child(root, 'uid');
  const uid = text(node)?.trim();
  if (!node || uid === undefined) return [];
  if (uid.length > LONGEST_UID)
    return [
      {
        message: `uid "${uid}" has ${String(uid.length)} characters, expected at most ${String(LONGEST_UID)}`,
        at: node.at,
        help: `shorten the uid to ${String(LONGEST_UID)} characters`,
      },
    ];
  const bad = /[^\w-]/.exec(uid)?.[0];
  if (bad === undefined) return [];
  return [
    {
      message: `uid "${uid}" has the character "${bad}", expected letters, digits, "-" and "_"`,
      at: node.at,
      help: 'leave the character out of the uid',
    },
  ];
}

/** Grafana takes much that is not as it should be. */
function asWarning(problem: Problem): Problem {
  return { ...problem, severity: 'warning' };
}
