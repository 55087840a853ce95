// Writes scripts in ASCII alone, the rest as \u escapes, which mean the same in strings, templates and regular expressions. Node
// keeps text with a single wider character in it at two bytes a character, and reads, hashes and compiles it that much slower.
import { readFileSync, writeFileSync } from 'node:fs';

const RAW = /String\.raw`[^`]*[^\x00-\x7f]/;

for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, 'utf8');
  if (RAW.test(text)) throw new Error(`${path}: an escape would be part of the text of String.raw`);
  const escaped = text.replaceAll(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (escaped !== text) writeFileSync(path, escaped);
}
