import type { Document } from '../model/document.js';
import { isLegacyLabelName } from '../model/metric-names.js';

/**
 * Tells whether a name may be a label in a configuration. Prometheus 3 takes any text that is not empty; its
 * metric_name_validation_scheme is about what is scraped.
 */
export function labelNameTest({ version }: Document): (name: string) => boolean {
  return version.major < 3 ? isLegacyLabelName : (name) => name !== '';
}
