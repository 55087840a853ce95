import type { ScrapeJob } from '../model/stack.js';
import type { ProbeAnswer } from '../model/target-probe.js';
import { child, text } from '../model/yaml-node.js';
import type { ProbeRequest } from '../ports/inspection.js';
import type { ScrapeRequest } from './probe-request.js';

const ELSEWHERE_MS = 2_000;
/** Where metrics usually are: client libraries, Spring, Quarkus and MicroProfile, Vault, Consul and Nomad, Traefik's and Envoy's. */
const USUAL_PATHS = [
  '/metrics',
  '/metrics/',
  '/actuator/prometheus',
  '/q/metrics',
  '/prometheus',
  '/prometheus/metrics',
  '/stats/prometheus',
  '/federate',
];

/** One request with what differs from the first. */
export type Get = (more: Partial<ProbeRequest> & { readonly address: string }) => Promise<ProbeAnswer | undefined>;

/** Where metrics, or an answer at all, are to be had when the first answer was none; nothing when there is no need to ask. */
export async function elsewhereThan(
  answer: ProbeAnswer | undefined,
  get: Get,
  address: string | undefined,
  asked: string,
): Promise<ProbeAnswer[]> {
  if (!answer || address === undefined) return [];
  const { origin, pathname, href } = new URL(asked);
  const more = { address, timeoutMs: ELSEWHERE_MS, read: undefined };
  if (wantsTls(answer, asked)) {
    const answered = await get({ ...more, url: href.replace(/^http:/, 'https:'), tls: { insecure: true } });
    return answered?.status === undefined ? [] : [answered];
  }
  if (!wantsOtherPath(answer)) return [];
  const paths = USUAL_PATHS.filter((path) => path !== pathname);
  const answers = await Promise.all(paths.map((path) => get({ ...more, url: `${origin}${path}` })));
  return answers.filter((one) => one?.status === 200).filter((one) => one !== undefined);
}

/** What is wrong with an answer, in a few words; undefined when nothing is to be seen. */
export function faultOf(answer: ProbeAnswer | undefined, resolved: readonly string[]): string | undefined {
  if (resolved.length === 0) return 'has a name that does not resolve for Prometheus';
  if (!answer || answer.errorCode === 'TIMEOUT') return undefined;
  if (answer.status === undefined) return `does not answer (${answer.errorCode ?? answer.error ?? answer.step})`;
  return answer.status === 200 ? undefined : `answers ${String(answer.status)} at ${new URL(answer.url).pathname}`;
}

/** Metrics may be at another path when this one has none. */
function wantsOtherPath(answer: ProbeAnswer): boolean {
  if (answer.status === undefined || answer.status === 401 || answer.status === 403) return false;
  if (answer.status !== 200) return answer.status < 500 && answer.status !== 400;
  return /^\s*[<{[]/.test(answer.bodyStart ?? '') || (answer.bodyBytes === 0 && answer.step === 'done');
}

/** A TLS server closes a connection on which plain HTTP comes, or answers with an alert; one of Go says so. */
function wantsTls({ step, errorCode, status }: ProbeAnswer, asked: string): boolean {
  if (!asked.startsWith('http:')) return false;
  return status === 400 || (step === 'request' && errorCode !== 'TIMEOUT');
}

/** The request that a redirect asks for. Another host gets no credentials, as in Go's client. */
export function redirected(
  answer: ProbeAnswer | undefined,
  job: ScrapeJob,
  request: ScrapeRequest,
): Pick<ScrapeRequest, 'url' | 'headers'> | undefined {
  const location = answer?.headers?.['location'];
  if (!answer || location === undefined || ![301, 302, 303, 307, 308].includes(answer.status ?? 0)) return undefined;
  if (text(child(job.node, 'follow_redirects')) === 'false') return undefined;
  const url = parseUrl(location, answer.url);
  if (!url) return undefined;
  const { Authorization: _, ...bare } = request.headers;
  const sameHost = url.host === new URL(answer.url).host;
  return { url: url.href, headers: sameHost ? request.headers : bare };
}

function parseUrl(location: string, base: string): URL | undefined {
  try {
    return new URL(location, base);
  } catch {
    return undefined;
  }
}
