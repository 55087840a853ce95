import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SourceFile } from '../../src/model/source.js';
import { compiledSchemaOf, isRight } from '../../src/schema/compiled-schemas.js';
import { conforms } from '../../src/schema/conforms.js';
import { DIALECTS } from '../../src/stack/documents.js';
import { parseYaml } from '../../src/yaml/parse.js';
import { toValue } from '../../src/yaml/to-value.js';
import * as alertmanager from '../differential/alertmanager.js';
import * as blackbox from '../differential/blackbox.js';
import { generateCompose } from '../differential/compose.js';
import * as prometheus from '../differential/prometheus.js';
import { seeded } from '../differential/random.js';
import * as rules from '../differential/rules.js';
import * as web from '../differential/web.js';

const parse = (text: string, dialect: 'v2' | 'v3') => parseYaml(new SourceFile('f', 'rules', text), dialect).roots[0];

describe('the quick look says what the compiled schema says', () => {
  const SUBJECTS = [prometheus, rules, alertmanager, web, blackbox];

  test.each(SUBJECTS.map((subject) => ({ kind: subject.kind, subject })))(
    'of made-up $kind files',
    ({ kind, subject }) => {
      let right = 0;
      for (let seed = 1; seed <= 400; seed++) {
        const text = subject.generate(seeded(seed));
        const root = parse(text, DIALECTS[kind]);
        if (!root) continue;
        const compiled = compiledSchemaOf(kind).validate(toValue(root));
        if (compiled) right++;
        expect({ text, right: isRight(root, kind) }).toEqual({ text, right: compiled });
      }
      // Both answers come up.
      expect(right).toBeGreaterThan(50);
      expect(right).toBeLessThan(390);
    },
  );

  test('of made-up compose files', () => {
    for (let seed = 1; seed <= 300; seed++) {
      for (const text of Object.values(generateCompose(seeded(seed)).files)) {
        const root = parse(text, 'v3');
        if (root?.kind !== 'mapping') continue;
        const compiled = compiledSchemaOf('compose').validate(toValue(root));
        // It may leave a file to the compiled schema, but never pass one that this refuses.
        if (isRight(root, 'compose')) expect({ text, compiled }).toEqual({ text, compiled: true });
      }
    }
  });

  test('of the example', () => {
    const directory = 'examples/voice-ai-agent';
    const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
    expect(files).toContain('prometheus/prometheus.yml');
    const root = parse(readFileSync(join(directory, 'prometheus/prometheus.yml'), 'utf8'), 'v2');
    expect(root && isRight(root, 'prometheus')).toBe(true);
  });
});

test.each([
  ['a keyword that it does not know', { contains: {} }, 'a: 1'],
  ['a value that is no scalar in a list of values', { enum: [{}] }, 'a: 1'],
  ['a reference to elsewhere', { $ref: 'other.json' }, 'a: 1'],
])('%s is left to the compiled schema', (_, schema, yaml) => {
  const root = parse(yaml, 'v3');
  expect(root && conforms(root, schema)).toBe(false);
});
