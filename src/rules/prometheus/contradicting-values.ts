import type { Document } from '../../model/document.js';
import { child, items, text, type MappingNode, type YamlNode } from '../../model/yaml-node.js';
import { mappingsOf, nameOf, ownerOf, valuesOf, type KindValue } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Settings of names, formats and credentials whose values do not go together. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs'],
  code: 'prometheus/contradicting-values',
  severity: 'error',
  summary: 'two values of the configuration contradict each other',
  why: 'Prometheus refuses values that are valid alone but not together, such as UTF-8 escaping with legacy names, or a scrape protocol that is listed twice.',
  remedy: 'change one of the two values',
  check: (document) => [
    ...mappingsOf(document, 'authorization').flatMap(basicType),
    ...valuesOf(document, 'unique-list').flatMap(repeated),
    ...legacyNames(document),
  ],
};

function basicType(value: KindValue<MappingNode>): Problem[] {
  const type = child(value.node, 'type');
  const written = text(type) ?? '';
  if (!type || written.trim().toLowerCase() !== 'basic') return [];
  const owner = ownerOf(value);
  return [
    {
      message: `type of authorization${owner === '' ? '' : ` of ${owner}`} is "${written}", which only basic_auth is for`,
      at: type.at,
      help: 'use basic_auth with username and password',
    },
  ];
}

function repeated(value: KindValue): Problem[] {
  const seen = new Set<string>();
  return items(value.node).flatMap((item): Problem[] => {
    const name = text(item) ?? '';
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ message: `"${name}" stands twice in ${nameOf(value)}`, at: item.at, help: 'remove the second one' }];
  });
}

/** With legacy names nothing may ask for others. */
function legacyNames({ root, version }: Document): Problem[] {
  const global = child(root, 'global');
  const scheme = filled(child(global, 'metric_name_validation_scheme'));
  const found = items(child(root, 'scrape_configs')).flatMap((job): Problem[] => {
    const own = child(job, 'metric_name_validation_scheme');
    const escaping = child(job, 'metric_name_escaping_scheme');
    const written = filled(escaping) ?? filled(child(global, 'metric_name_escaping_scheme'));
    // What is not written follows the global scheme, not the job's own.
    const asked = written ?? (scheme === 'legacy' ? 'underscores' : 'allow-utf-8');
    if ((filled(own) ?? scheme) !== 'legacy' || asked !== 'allow-utf-8') return [];
    const name = text(child(job, 'job_name')) ?? '';
    const problem = {
      message: `scrape job "${name}" has legacy names, but its metric_name_escaping_scheme is "allow-utf-8"${written === undefined ? ' by default' : ''}`,
      at: (filled(escaping) === undefined ? own : escaping)?.at ?? job.at,
      help: 'set metric_name_escaping_scheme of the job to underscores, dots or values',
    };
    // The default is a slip of Prometheus up to 3.5 that later ones may not have.
    return [written === undefined && version.minor === undefined ? { ...problem, severity: 'warning' } : problem];
  });
  return [...found, ...utf8Translation(root, scheme)];
}

function utf8Translation(root: YamlNode | undefined, scheme: string | undefined): Problem[] {
  const strategy = child(root, 'otlp', 'translation_strategy');
  const written = text(strategy) ?? '';
  if (!strategy || scheme !== 'legacy' || !['NoUTF8EscapingWithSuffixes', 'NoTranslation'].includes(written)) return [];
  const message = `translation_strategy of otlp is "${written}", which keeps UTF-8 names, but metric_name_validation_scheme is "legacy"`;
  return [{ message, at: strategy.at, help: 'use UnderscoreEscapingWithSuffixes' }];
}

function filled(node: YamlNode | undefined): string | undefined {
  const written = text(node);
  return written === '' ? undefined : written;
}
