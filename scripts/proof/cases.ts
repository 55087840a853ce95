import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseProof, type Kept, type Proof } from './proof-file.js';

const FIXTURES = join(import.meta.dirname, '..', '..', '__tests__', 'fixtures', 'rules');
const FAMILIES = ['stack', 'mounts', 'startup', 'scraping', 'security'];
const SINGLE_RULES = ['grafana/datasource-unreachable-url'];

/** A bad fixture of which some finding is an error. */
export interface ProofCase {
  readonly code: string;
  /** Name of the directory below the rule's. */
  readonly name: string;
  readonly directory: string;
}

/** A case, and how it is proved: by a proof, or not here for a reason, or not at all. */
export interface PlannedCase extends ProofCase {
  readonly proof?: Proof;
  readonly reason?: string;
  readonly fault?: string;
}

const directories = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

/** Codes of the rules whose errors are to be proved. */
export function codesToProve(root = FIXTURES): string[] {
  return [
    ...FAMILIES.flatMap((family) => directories(join(root, family)).map((name) => `${family}/${name}`)),
    ...SINGLE_RULES,
  ];
}

/** All cases with an error whose code starts so, each with its proof or the reason why it has none. */
export function findCases(
  prefix: string,
  unprovable: Readonly<Record<string, string>>,
  root = FIXTURES,
): PlannedCase[] {
  return codesToProve(root)
    .filter((code) => code.startsWith(prefix))
    .flatMap((code) =>
      directories(join(root, code))
        .filter((name) => name.startsWith('bad'))
        .map((name) => ({ code, name, directory: join(root, code, name) }))
        .filter(({ directory }) => hasError(join(directory, 'expected.txt')))
        .map((one) => planCase(one, unprovable)),
    );
}

/** Whether an `expected.txt` has a line of an error: its place, then the severity. */
export const hasError = (file: string): boolean => existsSync(file) && /^\S+ error /m.test(readFileSync(file, 'utf8'));

function planCase(one: ProofCase, unprovable: Readonly<Record<string, string>>): PlannedCase {
  const file = join(one.directory, 'proof.json');
  const reason = unprovable[`${one.code}/${one.name}`] ?? unprovable[one.code];
  if (!existsSync(file))
    return reason === undefined
      ? { ...one, fault: 'neither proof.json nor a reason in unprovable.json' }
      : { ...one, reason };
  if (unprovable[`${one.code}/${one.name}`] !== undefined)
    return { ...one, fault: 'has a proof.json, yet unprovable.json names it' };
  try {
    const proof = parseProof(readFileSync(file, 'utf8'));
    const missing = proof.claims
      .map(({ control }) => control.case)
      .find((name) => !existsSync(join(one.directory, '..', name)));
    return missing === undefined ? { ...one, proof } : { ...one, fault: `control "${missing}" is no case of the rule` };
  } catch (error) {
    return { ...one, fault: `proof.json: ${(error as Error).message}` };
  }
}

const OF_THE_MACHINE: readonly Kept[] = ['ports', 'names', 'networks'];
const HOST_NETWORK = /^\s*network_mode:\s*["']?host\b/m;

/** Whether a case has to have the machine's ports and names for itself, so that no other may run beside it. */
export function needsMachine({ directory, proof }: PlannedCase): boolean {
  if (!proof) return false;
  if (proof.boot.keep.some((kept) => OF_THE_MACHINE.includes(kept))) return true;
  const fixtures = [directory, ...proof.claims.map(({ control }) => join(directory, '..', control.case))];
  return fixtures.some((fixture) =>
    readdirSync(fixture)
      .filter((name) => /compose.*\.ya?ml$/.test(name))
      .some((name) => HOST_NETWORK.test(readFileSync(join(fixture, name), 'utf8'))),
  );
}
