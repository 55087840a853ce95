import { locate } from '../../model/source.js';
import { child, items, text, type YamlNode } from '../../model/yaml-node.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Two time intervals of one name. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/duplicate-time-interval',
  severity: 'error',
  summary: 'two time intervals have the same name',
  why: 'Alertmanager refuses to start when two time intervals have the same name, also when one is in mute_time_intervals and the other in time_intervals.',
  remedy: 'give each time interval a name of its own',
  check({ root }) {
    const first = new Map<string, YamlNode>();
    const all = [...items(child(root, 'mute_time_intervals')), ...items(child(root, 'time_intervals'))];
    return all.flatMap((interval): Problem[] => {
      const name = child(interval, 'name');
      const written = text(name);
      if (!name || written === undefined) return [];
      const earlier = first.get(written);
      if (!earlier) {
        first.set(written, name);
        return [];
      }
      return [
        {
          message: `time interval "${written}" is already defined on line ${String(locate(earlier.at).start.line)}, expected a name of its own`,
          at: name.at,
          related: [{ message: 'first defined here', at: earlier.at }],
        },
      ];
    });
  },
};
