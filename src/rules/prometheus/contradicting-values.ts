import type { Document } from '../../model/document.js';
import { child, items, text, type MappingNode } from '../../model/yaml-node.js';
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

/** With legacy names nothing may ask for others. A job that does not say takes what is global. */
function legacyNames({ root }: Document): Problem[] {
  const scheme = text(child(root, 'global', 'metric_name_validation_scheme')) ?? '';
  const escaping = text(child(root, 'global', 'metric_name_escaping_scheme'));
  const owners = [child(root, 'global'), ...items(child(root, 'scrape_configs'))];
  const found = owners.flatMap((owner): Problem[] => {
    const own = child(owner, 'metric_name_escaping_scheme');
    const legacy = (text(child(owner, 'metric_name_validation_scheme')) ?? scheme) === 'legacy';
    if (!legacy || (text(own) ?? escaping) !== 'allow-utf-8') return [];
    const at = own ?? child(owner, 'metric_name_validation_scheme') ?? owner;
    const message = 'metric_name_escaping_scheme is "allow-utf-8", but metric_name_validation_scheme is "legacy"';
    return at ? [{ message, at: at.at, help: 'use underscores, dots or values for escaping' }] : [];
  });
  const strategy = child(root, 'otlp', 'translation_strategy');
  const written = text(strategy) ?? '';
  if (!strategy || scheme !== 'legacy' || !['NoUTF8EscapingWithSuffixes', 'NoTranslation'].includes(written))
    return found;
  const message = `translation_strategy of otlp is "${written}", which keeps UTF-8 names, but metric_name_validation_scheme is "legacy"`;
  return [...found, { message, at: strategy.at, help: 'use UnderscoreEscapingWithSuffixes' }];
}
