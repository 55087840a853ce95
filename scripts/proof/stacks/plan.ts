import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kept, Listener } from '../proof-file.js';

/** The healthy stacks. */
export const STACKS = join(import.meta.dirname, '..', '..', '..', '__tests__', 'stacks');

/** What nobody can read off a stack, and what of it cannot be shown here. */
export interface StackPlan {
  readonly name: string;
  /**
   * Ports by service that no compose file gives and nothing is known of, each with where the fixture says it: `FILE: TEXT`, or with
   * the page of the program that does.
   * `null` is what only the scraped target says, so that its being up shows a name and a network, but no port.
   */
  readonly listen?: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  /** How many targets of the stack have to be found, where some are discovered late. */
  readonly targets?: number;
  /** How a stand-in speaks. */
  readonly speaks?: Readonly<Record<string, Listener['speaks']>>;
  /** Targets that are none of the stack, with the reason: nobody answers there. */
  readonly outside?: Readonly<Record<string, string>>;
  /** Stand-ins for what runs beside the stack. */
  readonly beside?: Readonly<Record<string, Readonly<Record<string, unknown> & { readonly port: number }>>>;
  /** Base of the API by service; `{FILE}` is what the file says. */
  readonly api?: Readonly<Record<string, string>>;
  readonly keep?: readonly Kept[];
  /** It uses ports of the host. */
  readonly alone?: boolean;
  /** The name of the project that targets name. */
  readonly project?: string;
  /** Directories of several projects, and the networks that they share. */
  readonly projects?: readonly string[];
  readonly shared?: readonly string[];
  readonly notes?: readonly string[];
  /** Why it can be shown in part only. */
  readonly partial?: string;
}

/** The plans of all stacks whose name starts so. Throws when a plan and the stacks do not fit. */
export function stackPlans(only: string): StackPlan[] {
  const told = JSON.parse(readFileSync(join(import.meta.dirname, 'stacks.json'), 'utf8')) as Record<
    string,
    Omit<StackPlan, 'name'>
  >;
  const names = readdirSync(STACKS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  for (const name of Object.keys(told)) if (!names.includes(name)) throw new Error(`stacks.json: no stack "${name}"`);
  const plans = names.filter((name) => name.startsWith(only)).map((name) => ({ name, ...told[name] }));
  for (const plan of plans) checkEvidence(plan);
  return plans.sort((a, b) => a.name.localeCompare(b.name));
}

/** A port that the fixture no longer gives would be played by a stand-in all the same. */
function checkEvidence({ name, listen = {} }: StackPlan): void {
  for (const [service, ports] of Object.entries(listen))
    for (const evidence of Object.values(ports)) {
      if (evidence === null || evidence.startsWith('https://')) continue;
      const [file = '', text = ''] = evidence.split(/: (.*)/s);
      const path = join(STACKS, name, file);
      if (!existsSync(path) || !readFileSync(path, 'utf8').includes(text))
        throw new Error(`stacks.json: ${name}, ${service}: ${file} does not say "${text}"`);
    }
}

/** Addresses whose port only the target says. */
export const assumed = ({ listen = {} }: StackPlan): string[] =>
  Object.entries(listen).flatMap(([service, ports]) =>
    Object.entries(ports).flatMap(([port, evidence]) => (evidence === null ? [`${service}:${port}`] : [])),
  );
