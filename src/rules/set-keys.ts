import { child, type MappingNode } from '../model/yaml-node.js';

/** Keys of Go maps, which are unset when they are empty; a section is set as soon as it is there. */
const MAPS = ['proxy_connect_header', 'http_headers', 'headers'];

/** Whether a key has a value that Go does not take for the zero of its type: not empty, `false`, `0` or null. */
export function isSet(mapping: MappingNode, key: string): boolean {
  const value = child(mapping, key);
  if (value === undefined) return false;
  if (value.kind === 'sequence') return value.items.length > 0;
  if (value.kind === 'mapping') return value.entries.size > 0 || !MAPS.includes(key);
  return value.value !== null && value.text !== '' && value.value !== false && value.value !== 0;
}

/** Those of the keys that are set, in the order of the text. */
export function setKeys(mapping: MappingNode, keys: readonly string[]): string[] {
  return [...mapping.entries.keys()].filter((key) => keys.includes(key) && isSet(mapping, key));
}
