import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Observation } from '../../src/model/observation.js';
import type { ServerFacts } from '../../src/model/server-facts.js';
import type { FaultResult } from './run-fault.js';

const FIXTURES = join(import.meta.dirname, '..', '..', '__tests__', 'fixtures', 'rules');
/** As much of a body as a diagnosis looks at. */
const BODY = 300;

/**
 * Writes what a run recorded as a fixture: of the rule that is to find it, or of a healthy stack, in which nothing is to be found. Only
 * what Prometheus has a part in is kept for both of its versions.
 */
export function writeFixture({ fault, major, expected, recording, files }: FaultResult): void {
  if (!recording?.run.observation) return;
  const directory = placeOf(fault, major, expected);
  if (directory === undefined) return;
  const targets = recording.run.targets.map((target) => {
    const {
      expected: promised,
      droppedBy: _,
      ...seen
    } = target as {
      expected: { job: string; address: string };
      droppedBy?: unknown;
    };
    return { job: promised.job, address: promised.address, ...seen };
  });
  const slimmer = fault.stack === 'pipeline' ? slimPipeline : slim;
  const run = `${JSON.stringify({ observation: slimmer(recording.run.observation), targets }, undefined, 2)}\n`;
  // Where a path of the run's own directory is a part of the evidence, the fixture would be of that directory only.
  if (run.includes(tmpdir() + '/scrapegate-fault-')) return;
  rmSync(directory, { recursive: true, force: true });
  for (const [path, text] of Object.entries({ ...files, 'run.json': run })) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

function placeOf(
  { name, flags }: FaultResult['fault'],
  major: 2 | 3,
  expected: FaultResult['expected'],
): string | undefined {
  const suffix = major === 2 ? '-prometheus-2' : '';
  if (expected === 'healthy')
    return flags === undefined && major === 3 ? join(FIXTURES, '..', 'healthy-runs', name) : undefined;
  if (major === 2 && !expected.code.startsWith('runtime/target-')) return undefined;
  return join(FIXTURES, expected.code, `bad-${name}${suffix}`);
}

/** What it is and since when, and whether it stores anything. */
function slimServer({ version, runtime, storedUp }: ServerFacts): ServerFacts {
  return {
    ...(version === undefined ? {} : { version }),
    ...(storedUp && { runtime: { startTime: runtime?.['startTime'] }, storedUp }),
  };
}

/** Without what no rule of targets looks at. */
function slim({ authorities: _, server, targetProbes = [], containers, ...rest }: Observation): Observation {
  return {
    ...rest,
    containers: containers.map(({ mounts: _mounts, stats: _stats, ...container }) => container),
    ...(server?.version === undefined ? {} : { server: slimServer(server) }),
    targetProbes: targetProbes
      .filter(({ answers }) => answers.length > 0)
      .map((probe) => ({
        ...probe,
        answers: probe.answers.map((answer) =>
          answer.bodyStart === undefined ? answer : { ...answer, bodyStart: answer.bodyStart.slice(0, BODY) },
        ),
        elsewhere: probe.elsewhere.map((answer) => ({ ...answer, bodyStart: answer.bodyStart?.slice(0, BODY) ?? '' })),
      })),
  };
}

/** Without what no rule of the pipeline looks at. */
export function slimPipeline({ authorities: _, server, containers, ...rest }: Observation): Observation {
  const { tsdb: _tsdb, runtime, ...told } = server ?? {};
  const { startTime, reloadConfigSuccess } = runtime ?? {};
  return {
    ...rest,
    targetProbes: [],
    containers: containers.map(({ mounts: _mounts, stats: _stats, probes: _probes, ...container }) => ({
      ...container,
      probes: [],
    })),
    ...(server ? { server: { ...told, runtime: { startTime, reloadConfigSuccess } } } : {}),
  };
}
