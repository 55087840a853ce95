/** A compose project as texts, and how `docker compose config` is asked about it. */
export interface Project {
  readonly files: Readonly<Record<string, string>>;
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Named with `-f`, in merge order; found when there are none. */
  readonly composeFiles?: readonly string[];
}

/** One chapter of the Compose specification: the name of a case, and the project that shows it. */
export type Chapter = Readonly<Record<string, Project>>;

/** A project with the service `web`; `body` are more of its keys, `rest` further sections at the left margin. */
export function web(body: string, rest = ''): Project {
  return { files: { 'compose.yml': `services:\n  web:\n    image: web:1\n${indent(body, 4)}${rest}` } };
}

/** A base file and an override, both about the service `web`. */
export function overridden(base: string, override: string, rest = ''): Project {
  return {
    files: {
      'compose.yml': `services:\n  web:\n    image: web:1\n${indent(base, 4)}${rest}`,
      'compose.override.yml': `services:\n  web:\n${indent(override, 4)}`,
    },
  };
}

/** The project with more files. */
export function withFiles(project: Project, files: Readonly<Record<string, string>>): Project {
  return { ...project, files: { ...project.files, ...files } };
}

/** The project with variables of the shell. */
export function withShell(project: Project, environment: Readonly<Record<string, string>>): Project {
  return { ...project, environment };
}

function indent(text: string, width: number): string {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => `${' '.repeat(width)}${line}\n`).join('');
}
