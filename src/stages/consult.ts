import type { Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import type { AuthorityAnswer } from '../model/observation.js';
import type { ComposeService, Stack } from '../model/stack.js';
import type { Consultation, Runtime } from '../ports/runtime.js';

/** Programs that say whether a file is right, by the kind of file. Each is in the image of the server that reads it. */
const PROGRAMS: Readonly<Partial<Record<Document['kind'], { program: string; args: (path: string) => string[] }>>> = {
  prometheus: { program: 'promtool', args: (path) => ['check', 'config', path] },
  alertmanager: { program: 'amtool', args: (path) => ['check-config', path] },
};

/** The files that one answer is about, in the words of messages. */
interface Question {
  readonly consultation: Consultation;
  readonly about: string;
  /** Paths of the files as findings print them. */
  readonly files: ReadonlySet<string>;
}

/**
 * Asks the programs that have the last word: `docker compose config`, and promtool and amtool out of the stack's own images, on the
 * real files. Programs and images that are not there are left out; nothing is pulled for it.
 */
export async function consult(
  stack: Stack,
  findings: readonly Finding[],
  runtime: Runtime,
  signal: AbortSignal,
): Promise<AuthorityAnswer[]> {
  const asked = questionsOf(stack).map(async ({ consultation, about, files }): Promise<AuthorityAnswer[]> => {
    const result = await runtime.consult(consultation, signal).catch(() => undefined);
    if (!result || signal.aborted) return [];
    const ours = findings.filter(({ severity, location }) => severity === 'error' && files.has(location?.file ?? ''));
    const answer = {
      program: consultation.program,
      about,
      accepted: result.exitCode === 0,
      said: result.output.trim(),
    };
    return [{ ...answer, ours: ours.map(({ code, message }) => `${code}: ${message}`) }];
  });
  return (await Promise.all(asked)).flat();
}

function questionsOf(stack: Stack): Question[] {
  const composeFiles = stack.files.filter(({ kind }) => kind === 'compose').map(({ path }) => path);
  const compose: Question = {
    consultation: { program: 'docker compose config' },
    about: composeFiles.join(', '),
    files: new Set(composeFiles),
  };
  return [compose, ...stack.documents.flatMap((document) => questionAbout(document, stack))];
}

function questionAbout(document: Document, stack: Stack): Question[] {
  const known = PROGRAMS[document.kind];
  const service = stack.project.services.find(({ name }) => name === document.place.service);
  if (!known || service?.image === undefined || !isVisible(document, service, stack)) return [];
  const mounts = service.mounts.flatMap(({ kind, source, target }) => (kind === 'bind' ? [{ source, target }] : []));
  const { program, args } = known;
  return [
    {
      consultation: { program, image: service.image.value, mounts, args: args(document.place.containerPath) },
      about: document.file.path,
      files: new Set([document, ...partsOf(document, stack)].map(({ file }) => file.path)),
    },
  ];
}

/** Whatever the document names is judged with it. */
function partsOf({ place, kind }: Document, { documents }: Stack): Document[] {
  return kind === 'prometheus' ? documents.filter((other) => other.place.service === place.service) : [];
}

/** Only what is mounted from this machine can be shown to the program the way the server sees it. */
function isVisible({ file, references }: Document, { mounts }: ComposeService, { files }: Stack): boolean {
  return files.includes(file) && mounts.length > 0 && references.every(({ state }) => state !== 'elsewhere');
}
