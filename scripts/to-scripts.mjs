// Makes scripts of the chunks of a bundle, which are ES modules, and has its loader run them by src/entry/chunks.ts, which keeps their
// compiled code. A chunk is three exports and imports nothing; where a bundler writes anything else, this fails.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [directory = ''] = process.argv.slice(2);
const EXPORTS = ['id', 'ids', 'modules'];
const IMPORT = 'import("./" + __nccwpck_require__.u(chunkId))';
const RUN =
  'Promise.resolve(globalThis[Symbol.for("scrapegate.chunks")].load(import.meta.dirname, __nccwpck_require__.u(chunkId)))';

function replaceOnce(text, from, to, path) {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${path}: ${parts.length - 1} times "${from}", expected one`);
  return parts.join(to);
}

for (const name of readdirSync(directory).filter((one) => /^\d+\.index\.js$/.test(one))) {
  const path = join(directory, name);
  let text = readFileSync(path, 'utf8');
  if (/^import |\bimport\.meta\b/m.test(text)) throw new Error(`${path}: a script can neither import nor know its URL`);
  for (const one of EXPORTS) text = replaceOnce(text, `export const ${one} =`, `const ${one} =`, path);
  const script = `(() => {\n'use strict';\n${text}\nreturn { ${EXPORTS.join(', ')} };\n})()\n`;
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 16);
  writeFileSync(path, `// ${hash}\n${script}`);
}
const index = join(directory, 'index.js');
writeFileSync(index, replaceOnce(readFileSync(index, 'utf8'), IMPORT, RUN, index));
