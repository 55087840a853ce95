import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docker } from './docker.js';
import type { ImageKind } from './images.js';

const VARIABLES: Partial<Record<ImageKind, string>> = {
  prometheus: 'PROMETHEUS_IMAGE',
  'prometheus-v2': 'PROMETHEUS_V2_IMAGE',
  alertmanager: 'ALERTMANAGER_IMAGE',
  redis: 'REDIS_IMAGE',
  grafana: 'GRAFANA_IMAGE',
  node: 'NODE_IMAGE',
  'stand-in': 'NODE_IMAGE',
};
const PROGRAMS: Partial<Record<ImageKind, { of: ImageKind; program: string; entrypoint: string; more: string }>> = {
  'prometheus-bare': {
    of: 'prometheus',
    program: '/usr/bin/prometheus /usr/bin/promtool /bin/',
    entrypoint: '["/bin/prometheus"]',
    more: 'COPY --from=full /etc/prometheus /etc/prometheus\nCOPY --from=full --chown=65532:65532 /prometheus /prometheus\nUSER 65532\nWORKDIR /prometheus\nCMD ["--config.file=/etc/prometheus/prometheus.yml","--storage.tsdb.path=/prometheus"]',
  },
  'alertmanager-bare': {
    of: 'alertmanager',
    program: '/usr/bin/prometheus-alertmanager /bin/alertmanager',
    entrypoint: '["/bin/alertmanager"]',
    more: 'COPY --from=full --chown=65532:65532 /alertmanager /alertmanager\nUSER 65532\nWORKDIR /alertmanager\nCMD ["--config.file=/etc/alertmanager/alertmanager.yml","--storage.path=/alertmanager"]',
  },
  'stand-in-bare': {
    of: 'node',
    program: '/usr/local/bin/node /usr/local/bin/node',
    entrypoint: '[]',
    more: 'ENV PATH=/usr/local/bin\nCMD ["node"]',
  },
};

const programText = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

/** The images of real servers that are at hand, and those without a shell, which are made of them when wanted. */
export class HermeticImages {
  readonly standIn = programText('stand-in.mjs');
  readonly probe = programText('probe.mjs');
  readonly #made = new Map<ImageKind, Promise<void>>();

  /** Images that are made wear the label of this project. */
  constructor(readonly project: string) {}

  nameOf = (kind: ImageKind): string => {
    const variable = VARIABLES[kind];
    if (variable === undefined) return `${this.project}-${kind}`;
    const name = process.env[variable];
    if (name === undefined)
      throw new Error(`no ${variable}: run this by \`npm run prove:errors\`, or under scripts/with-docker.sh`);
    return name;
  };

  /** Makes sure that an image of the kind is there. */
  async provide(kind: ImageKind): Promise<void> {
    if (!(kind in PROGRAMS)) return;
    const making = this.#made.get(kind) ?? this.#make(kind);
    this.#made.set(kind, making);
    return making;
  }

  async #make(kind: ImageKind): Promise<void> {
    const recipe = PROGRAMS[kind];
    if (!recipe) return;
    const dockerfile = [
      `FROM ${this.nameOf(recipe.of)} AS full`,
      'FROM scratch',
      'COPY --from=full /usr/lib/x86_64-linux-gnu /lib/x86_64-linux-gnu',
      'COPY --from=full /lib64 /lib64',
      'COPY --from=full /etc/passwd /etc/group /etc/',
      `COPY --from=full ${recipe.program}`,
      recipe.more,
      `ENTRYPOINT ${recipe.entrypoint}`,
    ].join('\n');
    const label = `com.docker.compose.project=${this.project}`;
    const made = await docker(['build', '--label', label, '--tag', this.nameOf(kind), '-'], { input: dockerfile });
    if (made.exitCode !== 0) throw new Error(`image ${kind} could not be made: ${made.output}`);
  }
}
