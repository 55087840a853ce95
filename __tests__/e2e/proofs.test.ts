import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { findCases } from '../../scripts/proof/cases.js';
import { leftOf, removeProject } from '../../scripts/proof/docker.js';
import { HermeticImages } from '../../scripts/proof/hermetic.js';
import { parseProof } from '../../scripts/proof/proof-file.js';
import { proveCase, type ProofContext, type Proved } from '../../scripts/proof/prove.js';

// All cases of all rules take minutes: `npm run prove:errors` boots them. Here is what shows that the proofs are proofs.
jest.setTimeout(120_000);

const SYMPTOMS = join('__tests__', 'fixtures', 'proofs');
const run = `scrapegate-proof-test-${String(process.pid)}`;
const projects: string[] = [];
let context: ProofContext;

beforeAll(() => {
  const nextProject = (): string => {
    projects.push(`${run}-${String(projects.length)}`);
    return projects.at(-1) ?? '';
  };
  context = { images: new HermeticImages(`${run}-images`), nextProject, signal: new AbortController().signal };
});
afterAll(async () => {
  await removeProject(`${run}-images`);
  for (const project of projects) expect(await leftOf(project)).toEqual([]);
});

async function prove(code: string, root?: string): Promise<Proved[]> {
  const [one] = findCases(code, {}, root);
  if (!one?.proof) throw new Error(`no proof of ${code}: ${one?.fault ?? 'no case'}`);
  return proveCase(one, one.proof, context);
}

describe('a bad fixture on real Docker', () => {
  test('of config-not-mounted makes Prometheus exit, and the good one does not', async () => {
    const [proved] = await prove('stack/config-not-mounted');
    expect(proved).toMatchObject({ isProved: true, control: { is: 'absent', said: 'prometheus is running' } });
    expect(proved?.bad.said).toContain('open /etc/prom/prometheus.yml: no such file or directory');
  });

  test('of no-services is refused by Compose', async () => {
    const [proved] = await prove('stack/no-services');
    expect(proved).toMatchObject({ isProved: true, bad: { said: 'no service selected' } });
  });

  test('of target-published-port has a target that is down', async () => {
    const [proved] = await prove('stack/target-published-port');
    expect(proved).toMatchObject({ isProved: true, control: { said: 'agent agent:8000 is up' } });
    expect(proved?.bad.said).toMatch(/:18000: connect: connection refused$/);
  });

  test('with a missing bind source gets a directory', async () => {
    const [proved] = await prove('stack/directory-for-file', SYMPTOMS);
    expect(proved).toMatchObject({ isProved: true });
  });
});

test('a claim that the control has as well is not proved', async () => {
  const [one] = findCases('stack/no-services', {});
  if (!one) throw new Error('no case');
  const claim = { symptom: 'compose-refuses', control: 'bad', within: 3 };
  const [proved] = await proveCase(one, parseProof(JSON.stringify(claim)), context);
  expect(proved).toMatchObject({ isProved: false, bad: { is: 'shown' }, control: { is: 'shown' } });
});

test('a healthy stack that is said to fail is not proved', async () => {
  const [one] = findCases('stack/no-services', {});
  if (!one) throw new Error('no case');
  const claim = { symptom: 'service-exits', service: 'prometheus', within: 6 };
  const healthy = { ...one, directory: join(one.directory, '..', 'good') };
  const [proved] = await proveCase(healthy, parseProof(JSON.stringify(claim)), context);
  expect(proved).toMatchObject({ isProved: false, bad: { is: 'absent' } });
});
