import { locate } from '../../model/source.js';
import { child, items, text, type YamlNode } from '../../model/yaml-node.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Two scrape jobs of one name. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus'],
  code: 'prometheus/duplicate-job',
  severity: 'error',
  summary: 'two scrape jobs have the same name',
  why: 'Prometheus refuses a configuration in which two scrape jobs have the same job_name, also when one of them comes from scrape_config_files.',
  remedy: 'give each scrape job a name of its own, or put the targets into one job',
  check({ root, included }) {
    const first = new Map<string, YamlNode>();
    const jobs = [root, ...included.map((document) => document.root)].flatMap((one) =>
      items(child(one, 'scrape_configs')),
    );
    return jobs.flatMap((job): Problem[] => {
      const name = child(job, 'job_name');
      const written = text(name);
      if (!name || written === undefined) return [];
      const earlier = first.get(written);
      if (!earlier) {
        first.set(written, name);
        return [];
      }
      const { file, start } = locate(earlier.at);
      const where = earlier.at.file === name.at.file ? `on line ${String(start.line)}` : `in ${file}`;
      return [
        {
          message: `scrape job "${written}" is already defined ${where}`,
          at: name.at,
          subject: { job: written },
          related: [{ message: 'first defined here', at: earlier.at }],
        },
      ];
    });
  },
};
