import { dirname, resolve } from 'node:path';
import type { Document } from './model/document.js';
import { UsageError } from './model/errors.js';
import { bySeverityThenPlace, type Finding } from './model/finding.js';
import type { SourceFile } from './model/source.js';
import { inlineOf, type Stack } from './model/stack.js';
import type { Files } from './ports/files.js';
import type { Settings } from './settings/settings.js';
import { loadParser } from './exposition/loaded-parser.js';
import { loadGoRegex, mayNeedGoRegex } from './promql/go-regex.js';
import { loadSchemas } from './schema/compiled-schemas.js';
import { findStacks } from './stack/find-stacks.js';
import { loadFile } from './stack/load-file.js';
import { loadStack, type StackRequest } from './stack/load-stack.js';
import { check, judge } from './stages/check.js';

/** What `check` needs of the world. */
export interface CheckPorts {
  readonly files: Files;
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly displayPath: (absolute: string) => string;
}

/** What `check` saw of everything it was told to look at. */
export interface CheckedPaths {
  /** The first stack. */
  readonly stack?: Stack | undefined;
  readonly files: readonly SourceFile[];
  readonly inline: readonly SourceFile[];
  readonly findings: readonly Finding[];
}

/** Loads the stack of one directory or compose file. Throws UsageError when there is none. */
export function loadOneStack(path: string, settings: Settings, ports: CheckPorts): Stack {
  const absolute = resolve(ports.workingDirectory, path);
  const kind = ports.files.kind(absolute);
  if (kind === 'missing')
    throw new UsageError(`"${path}" does not exist: name the directory that has the compose file`);
  const stack = loadStack(requestFor(absolute, kind === 'directory', settings, ports), ports.files);
  if (!stack)
    throw new UsageError(
      `no compose file in "${path}": expected compose.yaml, compose.yml, docker-compose.yaml or docker-compose.yml, or name one with --compose-file`,
    );
  refuseWrongService(stack, settings);
  return stack;
}

function requestFor(path: string, isDirectory: boolean, settings: Settings, ports: CheckPorts): StackRequest {
  const { workingDirectory, environment, displayPath } = ports;
  const explicit = settings.composeFiles.map((file) => resolve(workingDirectory, file));
  return {
    directory: isDirectory ? path : dirname(path),
    composeFiles: isDirectory ? explicit : [path, ...explicit],
    envFiles: settings.envFiles.map((file) => resolve(workingDirectory, file)),
    environment,
    displayPath,
    profiles: settings.profiles,
    prometheusService: settings.prometheusService,
  };
}

function refuseWrongService({ prometheus, problems, project }: Stack, { prometheusService: named }: Settings): void {
  if (named === undefined || prometheus !== undefined || problems.length > 0) return;
  const names = project.services.map(({ name }) => name).join(', ');
  throw new UsageError(`--prometheus-service is "${named}", but the services of the project are ${names}`);
}

/** Loads what stacks and single documents are judged by. */
export async function loadJudges(stacks: readonly Stack[], alone: readonly Document[] = []): Promise<void> {
  const documents = [...stacks.flatMap((stack) => stack.documents), ...alone];
  const regex = documents.some(({ file }) => mayNeedGoRegex(file.text));
  const compose = stacks.flatMap(({ project }) => project.stages.map((root) => ({ kind: 'compose' as const, root })));
  const others = documents.flatMap(({ kind, root }) => (root ? [{ kind, root }] : []));
  const exposed = documents.some(({ kind }) => kind === 'metrics');
  await Promise.all([loadSchemas([...compose, ...others]), regex && loadGoRegex(), exposed && loadParser()]);
}

/** Judges every path: the stacks at and below a directory, a file alone. Throws UsageError when there is nothing to judge. */
export async function checkPaths(settings: Settings, ports: CheckPorts): Promise<CheckedPaths> {
  const parts = await Promise.all(
    settings.paths.map((path) =>
      ['file', 'other'].includes(ports.files.kind(resolve(ports.workingDirectory, path)))
        ? checkFile(path, settings, ports)
        : checkDirectory(path, settings, ports),
    ),
  );
  const files = parts.flatMap((part) => part.files);
  if (parts.every(({ judged }) => !judged)) {
    throw new UsageError(
      `nothing tells what ${settings.paths.map((path) => `"${path}"`).join(', ')} is: name it with --as prometheus, rules, alertmanager, …`,
    );
  }
  return {
    stack: parts.find(({ stack }) => stack !== undefined)?.stack,
    files: [...new Map(files.map((file) => [file.path, file])).values()],
    inline: parts.flatMap(({ inline }) => inline),
    findings: parts.length === 1 ? (parts[0]?.findings ?? []) : once(parts.flatMap(({ findings }) => findings)),
  };
}

interface Part extends CheckedPaths {
  /** False when nobody could tell what it is. */
  readonly judged: boolean;
}

async function checkDirectory(path: string, settings: Settings, ports: CheckPorts): Promise<Part> {
  const absolute = resolve(ports.workingDirectory, path);
  const named = settings.composeFiles.length > 0 || (ports.environment['COMPOSE_FILE'] ?? '') !== '';
  const found = named ? [absolute] : findStacks(absolute, ports.files);
  // Nothing to judge, which is said as it is said of a gate.
  if (found.length === 0) loadOneStack(path, settings, ports);
  const stacks: Stack[] = [];
  for (const directory of found) {
    const stack = loadStack(requestFor(directory, true, settings, ports), ports.files);
    if (stack && !isPartOf(stack, stacks)) stacks.push(stack);
  }
  const [first] = stacks;
  if (first && stacks.length === 1) refuseWrongService(first, settings);
  await loadJudges(stacks);
  const some = stacks.some(({ prometheus }) => prometheus !== undefined);
  const findings = stacks.flatMap((stack) =>
    check(stack).filter(({ code }) => stacks.length === 1 || !some || code !== 'stack/no-prometheus'),
  );
  return {
    judged: true,
    stack: stacks.find(({ prometheus }) => prometheus !== undefined) ?? first,
    files: stacks.flatMap((stack) => stack.files),
    inline: stacks.flatMap(inlineOf),
    findings: stacks.length === 1 ? findings : once(findings),
  };
}

/** A compose file that another stack includes or extends is a part of it; one that cannot be read is not known to be. */
function isPartOf({ files }: Stack, stacks: readonly Stack[]): boolean {
  const [own] = files;
  return own !== undefined && stacks.some((stack) => stack.files.some((file) => file.path === own.path));
}

async function checkFile(path: string, settings: Settings, ports: CheckPorts): Promise<Part> {
  const absolute = resolve(ports.workingDirectory, path);
  const as = settings.as === 'compose' ? undefined : settings.as;
  const { kind, documents, files, problems } =
    settings.as === 'compose'
      ? { kind: 'compose' as const, documents: [], files: [], problems: [] }
      : loadFile(absolute, as, ports.files, ports.displayPath);
  if (kind === 'compose') return checkComposeFile(path, settings, ports);
  await loadJudges([], documents);
  const found = [...problems, ...documents.flatMap(judge)];
  const unknown = kind === undefined && problems.length === 0;
  return {
    judged: !unknown,
    files,
    inline: [],
    findings: (unknown ? [unknownKind(path)] : found).sort(bySeverityThenPlace),
  };
}

/** A compose file alone may be a part of a stack, so that what it lacks is no fault. */
async function checkComposeFile(path: string, settings: Settings, ports: CheckPorts): Promise<Part> {
  const stack = loadOneStack(path, settings, ports);
  await loadJudges([stack]);
  const findings = check(stack).filter(({ code }) => code !== 'stack/no-prometheus' || settings.paths.length === 1);
  return { judged: true, stack, files: stack.files, inline: inlineOf(stack), findings };
}

function unknownKind(path: string): Finding {
  const start = { line: 1, column: 1 };
  return {
    code: 'file/unknown-kind',
    severity: 'notice',
    stage: 'load',
    message: `nothing in "${path}" tells what it is, so it was not checked`,
    location: { file: path, start, end: start },
    related: [],
    help: 'name its kind with --as, or leave it out',
  };
}

/** Two stacks may share a file, whose findings are said once. */
function once(findings: readonly Finding[]): Finding[] {
  const seen = new Map(
    findings.map((finding) => [JSON.stringify([finding.code, finding.message, finding.location]), finding]),
  );
  return [...seen.values()].sort(bySeverityThenPlace);
}
