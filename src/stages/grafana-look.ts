import type { ContainerSnapshot, Observation } from '../model/observation.js';
import type { PipelineAnswer } from '../model/pipeline-facts.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { child, text } from '../model/yaml-node.js';
import { grafanasOf, isOn, isVariable, uidOf, type ProvisionedSource } from '../rules/grafana-datasources.js';
import { grafanaSetting } from '../rules/grafana-settings.js';
import type { Ask } from './pipeline-look.js';

const MOST_MS = 2_000;
/** What Grafana's own test of a Prometheus data source asks. */
const QUERY = '/api/v1/query?query=1%2B1';

/** Asks each Grafana that runs how it is, and its Prometheus data sources in two ways: by Grafana itself, and from its position. */
export function askGrafanas(stack: Stack, { containers }: Observation, ask: Ask): Promise<PipelineAnswer[]>[] {
  return grafanasOf(stack).flatMap(({ service, sources }) => {
    const running = containers.find((one) => one.service === service.name && one.state === 'running');
    if (!running) return [];
    const grafana = new Grafana(stack, service, running, ask);
    return [grafana.health(), ...sources.filter(isAsked).map((source) => grafana.source(source))];
  });
}

/** Data sources of other kinds have no question that needs nothing; of direct ones the browser asks. */
function isAsked({ type, node }: ProvisionedSource): boolean {
  return type === 'prometheus' && text(child(node, 'access')) !== 'direct';
}

class Grafana {
  readonly #base: string;

  constructor(
    private readonly stack: Stack,
    private readonly service: ComposeService,
    container: ContainerSnapshot,
    private readonly ask: Ask,
  ) {
    const scheme = this.#setting('server', 'protocol') === 'https' ? 'https' : 'http';
    const root = this.#setting('server', 'root_url') ?? '';
    const path = this.#isSet('server', 'serve_from_sub_path') ? /^\w+:\/\/[^/]*(\/.*?)\/?$/.exec(root)?.[1] : undefined;
    const port = this.#setting('server', 'http_port') ?? '3000';
    const host = container.networkMode === 'host' ? 'localhost' : '127.0.0.1';
    this.#base = `${scheme}://${host}:${port}${path ?? ''}`;
  }

  async health(): Promise<PipelineAnswer[]> {
    return [{ of: 'grafana', name: this.service.name, ...(await this.#get(`${this.#base}/api/health`)) }];
  }

  async source(source: ProvisionedSource): Promise<PipelineAnswer[]> {
    const url = text(child(source.node, 'url'));
    if (url === undefined || isVariable(url) || !/^https?:\/\//.test(url)) return [];
    const [asked, tested] = await Promise.all([
      this.#get(`${url.replace(/\/$/, '')}${QUERY}`, basicOf(source)),
      this.#test(source),
    ]);
    return [{ of: 'datasource', name: source.name, ...asked, ...(tested ? { tested } : {}) }];
  }

  /** What Grafana says of it: 200 or 400 with a status of its own; anything else is no answer to the question. */
  async #test(source: ProvisionedSource): Promise<PipelineAnswer['tested']> {
    const credentials = this.#credentials();
    if (!credentials) return undefined;
    const url = `${this.#base}/api/datasources/uid/${encodeURIComponent(uidOf(source))}/health`;
    const { answer } = await this.#get(url, credentials);
    try {
      const { status, message = '' } = JSON.parse(answer?.bodyStart ?? '') as { status?: string; message?: string };
      if (answer?.status === undefined || status === undefined) return undefined;
      return { status: answer.status, word: status, message: message.slice(0, 300) };
    } catch {
      return undefined;
    }
  }

  #get(url: string, headers: Readonly<Record<string, string>> = {}): ReturnType<Ask> {
    // A name that is not in the certificate is Grafana's own matter.
    const tls = url.startsWith('https:') ? { insecure: true } : undefined;
    return this.ask({ from: this.service.name, request: { url, headers, timeoutMs: MOST_MS, tls } });
  }

  /** Those of the compose file, or Grafana's own default where nothing else can have set them; nobody's where all may look. */
  #credentials(): Readonly<Record<string, string>> | undefined {
    if (this.#isSet('auth.anonymous', 'enabled')) return {};
    const [user, password] = ['admin_user', 'admin_password'].map((key) =>
      grafanaSetting(this.stack, this.service, 'security', key),
    );
    if (user?.kind === 'elsewhere' || password?.kind === 'elsewhere') return undefined;
    return basic(user?.kind === 'value' ? user.value : 'admin', password?.kind === 'value' ? password.value : 'admin');
  }

  #setting(section: string, key: string): string | undefined {
    const setting = grafanaSetting(this.stack, this.service, section, key);
    return setting.kind === 'value' ? setting.value : undefined;
  }

  #isSet(section: string, key: string): boolean {
    return /^(?:1|t|true)$/i.test(this.#setting(section, key) ?? '');
  }
}

function basicOf({ node }: ProvisionedSource): Readonly<Record<string, string>> {
  const password = text(child(node, 'secureJsonData', 'basicAuthPassword')) ?? '';
  return isOn(child(node, 'basicAuth')) ? basic(text(child(node, 'basicAuthUser')) ?? '', password) : {};
}

function basic(user: string, password: string): Readonly<Record<string, string>> {
  return { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}
