import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { docker, removeProject } from './docker.js';
import { hasten } from './intervals.js';
import type { HermeticImages } from './hermetic.js';
import type { Ended } from './observation.js';
import { kindOf, makeOverride, type ComposeConfig, type OverrideContext } from './override.js';
import type { Boot } from './proof-file.js';

const NOT_OF_THE_STACK = ['ABOUT.md', 'expected.txt', 'proof.json', 'run.json', 'modes.json'];
// Whose the files of a fixture are: somebody who is neither root nor a user of an image.
const OWNER = 1000;
const OVERRIDE = '.proof-override.yml';
// Nothing of this machine's settings may fill a variable of a fixture.
const ENVIRONMENT = ['PATH', 'HOME', 'DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_CONFIG', 'DOCKER_CERT_PATH'];

/** What a stack is booted with. */
export interface StackRequest {
  readonly fixture: string;
  readonly project: string;
  readonly boot: Boot;
  readonly checked: ReadonlySet<string>;
  readonly images: HermeticImages;
  readonly signal: AbortSignal;
  /** Where in the fixture the project is, when not at its top. */
  readonly within?: string;
  /** Networks that the project shares with others: see the override. */
  readonly shared?: Readonly<Record<string, string>>;
  /** The project whose generated container names it uses. */
  readonly calledAs?: string;
  /** What is known once the project has been read: more to boot with, and services beside those of the fixture. */
  readonly more?: (model: ComposeConfig) => { readonly boot: Boot; readonly beside: object };
}

/** A copy of a fixture in a directory of its own, as a Compose project of its own. Nobody judges it on the way up. */
export class ProofStack {
  readonly directory: string;
  config: Ended | undefined;
  up: Ended | undefined;
  model: ComposeConfig = {};
  #files: string | undefined;
  #going: Promise<void> | undefined;
  readonly #root = realpathSync(mkdtempSync(join(tmpdir(), 'scrapegate-proof-')));
  readonly #stop = new AbortController();

  constructor(readonly request: StackRequest) {
    this.directory = join(this.#root, 'stack');
    const { fixture, boot } = request;
    cpSync(fixture, this.directory, {
      recursive: true,
      filter: (source) => !NOT_OF_THE_STACK.includes(relative(fixture, source)),
    });
    this.#setAccess();
    if (!boot.keep.includes('intervals')) this.#hasten();
  }

  get #cwd(): string {
    return join(this.directory, this.request.within ?? '.');
  }

  /** Starts `docker compose up`, which may last as long as it waits for a service. */
  async boot(): Promise<void> {
    this.config = await this.#compose('config', '--format', 'json');
    if (this.config.exitCode !== 0) return;
    this.model = JSON.parse((this.config as Ended & { stdout: string }).stdout) as ComposeConfig;
    await this.#writeOverride();
    this.#going = this.#compose('up', '--detach', '--quiet-pull').then((ended) => {
      this.up = ended;
    });
  }

  /** Removes containers, networks, volumes, images and the directory. */
  async remove(): Promise<void> {
    this.#stop.abort();
    await this.#going;
    await removeProject(this.request.project);
    rmSync(this.#root, { recursive: true, force: true });
  }

  /** A text of Docker without what differs from run to run. */
  readable(text: string): string {
    const project = this.request.project;
    return text.replaceAll(this.directory, '.').replaceAll(`${project}-`, '').replaceAll(project, 'PROJECT');
  }

  #compose(...args: string[]): Promise<Ended & { readonly stdout: string }> {
    const { project, boot } = this.request;
    const known = Object.fromEntries(ENVIRONMENT.map((name) => [name, process.env[name]]));
    const profiles = boot.profiles.length > 0 ? { COMPOSE_PROFILES: boot.profiles.join(',') } : {};
    const files = this.#files === undefined ? {} : { COMPOSE_FILE: this.#files };
    return docker(['compose', '--project-name', project, ...args], {
      cwd: this.#cwd,
      environment: { ...known, ...profiles, ...files, COMPOSE_PROGRESS: 'plain', COMPOSE_MENU: 'false' },
      signal: this.#stop.signal,
    });
  }

  async #writeOverride(): Promise<void> {
    const { boot: told, checked, images, more, shared, calledAs } = this.request;
    const { boot, beside } = more?.(this.model) ?? { boot: told, beside: {} };
    const context: OverrideContext = {
      boot,
      checked,
      imageOf: images.nameOf,
      isHealthy: more !== undefined,
      ...(shared ? { shared } : {}),
      ...(calledAs === undefined ? {} : { calledAs }),
      standIn: images.standIn,
      elsewhere: (source) => this.#elsewhere(source),
      dockerfile: (service) => this.#dockerfile(service),
    };
    for (const [name, service] of Object.entries(this.model.services ?? {}))
      await images.provide(kindOf(name, service, context));
    writeFileSync(join(this.#cwd, OVERRIDE), makeOverride(this.model, context, beside));
    this.#files = [...this.#ownFiles(), OVERRIDE].join(':');
  }

  /** The files that Compose takes without being told. */
  #ownFiles(): string[] {
    const settings = join(this.#cwd, '.env');
    const told = existsSync(settings) ? /^COMPOSE_FILE=(.*)$/m.exec(readFileSync(settings, 'utf8'))?.[1] : undefined;
    if (told !== undefined) return told.trim().split(':');
    const first = (...names: string[]): string[] =>
      names.filter((name) => existsSync(join(this.#cwd, name))).slice(0, 1);
    return [
      ...first('compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'),
      ...first(
        'compose.override.yaml',
        'compose.override.yml',
        'docker-compose.override.yaml',
        'docker-compose.override.yml',
      ),
    ];
  }

  #dockerfile(service: string): string | undefined {
    const build = this.model.services?.[service]?.build as Record<string, string | undefined> | undefined;
    if (!build) return undefined;
    if (build['dockerfile_inline'] !== undefined) return build['dockerfile_inline'].replaceAll('$$', '$');
    const path = join(build['context'] ?? this.#cwd, build['dockerfile'] ?? 'Dockerfile');
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  /** Docker would make directories all over this machine for paths that are not there. */
  #elsewhere(source: string): string | undefined {
    const isOwn = !relative(this.directory, source).startsWith('..');
    return isOwn || existsSync(source) ? undefined : join(this.#root, 'elsewhere', source);
  }

  /** Owner and modes, which git does not keep: those of `modes.json` beside the fixture, and of the proof. */
  #setAccess(): void {
    const { fixture, boot } = this.request;
    const file = join(fixture, 'modes.json');
    const own = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
    if (process.getuid?.() === 0)
      for (const name of readdirSync(this.directory, { recursive: true }) as string[])
        lchownSync(join(this.directory, name), OWNER, OWNER);
    // The control may not have the file, or have it by another name.
    for (const [path, mode] of Object.entries({ ...boot.modes, ...own }))
      if (existsSync(join(this.directory, path))) chmodSync(join(this.directory, path), Number.parseInt(mode, 8));
  }

  #hasten(): void {
    for (const name of readdirSync(this.directory, { recursive: true }) as string[]) {
      if (!/\.ya?ml$/.test(name)) continue;
      const path = join(this.directory, name);
      const text = readFileSync(path, 'utf8');
      const hastened = hasten(text);
      if (hastened !== text) writeFileSync(path, hastened);
    }
  }
}
