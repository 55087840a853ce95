import { items, child } from '../../model/yaml-node.js';
import type { Document, FileReference } from '../../model/document.js';
import type { StackRule } from '../rule.js';
import { namingDocuments, nearestEntry, startOf } from '../idle-file.js';

/** Files of targets that no `file_sd_configs` matches. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/targets-not-loaded',
  severity: 'warning',
  summary: 'a file with targets is mounted into the container of Prometheus, and no file_sd_configs matches it',
  why: 'Prometheus reads the files of targets that file_sd_configs names and no other. Targets in any other file are not scraped, and nothing says so.',
  remedy: 'add the path to the files of a file_sd_configs, or move the file to where a pattern matches',
  check: (stack) => {
    const { prometheus } = stack;
    if (!prometheus) return [];
    const references = namingDocuments(stack).flatMap(targetReferences);
    return prometheus.idle
      .filter(({ kind }) => kind === 'target-groups')
      .map((idle) => {
        const near = nearestEntry(references, idle.containerPath);
        return {
          message: near
            ? `no file_sd_configs matches "${idle.containerPath}", so these targets are not scraped`
            : `no job of Prometheus has file_sd_configs, so these targets at "${idle.containerPath}" are not scraped`,
          at: startOf(idle, /"?targets"?(?=\s*:)/),
          help: near
            ? `add "${idle.containerPath}" to the files of a job, or mend the nearest entry, "${near.written}"`
            : `give a job this file: file_sd_configs: [{ files: ["${idle.containerPath}"] }]`,
          related: near ? [{ message: 'the nearest entry of file_sd_configs', at: near.node.at }] : [],
          subject: { service: prometheus.service.name },
        };
      });
  },
};

function targetReferences({ root, references }: Document): FileReference[] {
  const owners = [...items(child(root, 'scrape_configs')), ...items(child(root, 'alerting', 'alertmanagers'))];
  const nodes = new Set(
    owners.flatMap((owner) => items(child(owner, 'file_sd_configs'))).flatMap((one) => items(child(one, 'files'))),
  );
  return references.filter(({ node }) => nodes.has(node));
}
