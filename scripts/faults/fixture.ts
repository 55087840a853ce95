import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Observation } from '../../src/model/observation.js';
import type { FaultResult } from './run-fault.js';

const FIXTURES = join(import.meta.dirname, '..', '..', '__tests__', 'fixtures', 'rules');
/** As much of a body as a diagnosis looks at. */
const BODY = 300;

/** Writes what a run recorded as a fixture of the rule that is to find it: the stack, and `run.json` beside it. */
export function writeFixture({ fault, major, expected, recording, files }: FaultResult): void {
  if (expected === 'healthy' || !recording?.run.observation) return;
  const name = `bad-${fault.name}${major === 2 ? '-prometheus-2' : ''}`;
  const directory = join(FIXTURES, expected.code, name);
  rmSync(directory, { recursive: true, force: true });
  const targets = recording.run.targets.map((target) => {
    const { expected: promised, ...seen } = target as { expected: { job: string; address: string } };
    return { job: promised.job, address: promised.address, ...seen };
  });
  const slimmer = fault.stack === 'pipeline' ? slimPipeline : slim;
  const run = { observation: slimmer(recording.run.observation), targets };
  const texts = { ...files, 'run.json': `${JSON.stringify(run, undefined, 2)}\n` };
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

/** Without what no rule of targets looks at. */
function slim({ authorities: _, server, targetProbes = [], containers, ...rest }: Observation): Observation {
  return {
    ...rest,
    containers: containers.map(({ mounts: _mounts, stats: _stats, ...container }) => container),
    ...(server?.version === undefined ? {} : { server: { version: server.version } }),
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
