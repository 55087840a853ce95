import type { Document } from '../model/document.js';
import { isLegacyLabelName } from '../model/metric-names.js';
import { child, text, type YamlNode } from '../model/yaml-node.js';
import type { Way } from '../schema/values.js';

/** Tells whether a name may be a label here. Prometheus 3 takes any text that is not empty, unless it is told to be as strict as 2. */
export function labelNameTest({ version, root }: Document, inside?: Way): (name: string) => boolean {
  const legacy = version.major < 3 || scheme(root, inside) === 'legacy';
  return legacy ? isLegacyLabelName : (name) => name !== '';
}

/** The nearest `metric_name_validation_scheme`: the job's own, or the global one. */
function scheme(root: YamlNode | undefined, inside: Way | undefined): string | undefined {
  for (let way = inside; way; way = way.inside) {
    const own = text(child(way.node, 'metric_name_validation_scheme'));
    if (own !== undefined && own !== '') return own;
  }
  return text(child(root, 'global', 'metric_name_validation_scheme'));
}
