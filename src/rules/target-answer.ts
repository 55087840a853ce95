import type { ProbeAnswer } from '../model/target-probe.js';
import { child } from '../model/yaml-node.js';
import type { Diagnosis, TargetEvidence } from './target-evidence.js';
import { jobLine } from './target-places.js';

/** Keys of a job that give credentials. */
const CREDENTIALS = ['basic_auth', 'authorization', 'bearer_token', 'bearer_token_file', 'oauth2', 'sigv4'];
const LOGIN = /login|log-in|signin|sign-in|sso|oauth|auth|saml|session/i;
const LONGEST = 120;
/** An error of Prometheus quotes what it could not read, and says behind it why. */
const LONGEST_ERROR = 200;

/** 401 and 403. */
export function unauthorized({ job, answer, lastError }: TargetEvidence): Diagnosis {
  const status = statusOf(lastError) ?? answer?.status ?? 401;
  const given = CREDENTIALS.find((key) => child(job?.node, key) !== undefined);
  const wanted = answer?.headers?.['www-authenticate'];
  const scheme = wanted === undefined ? '' : ` (${wanted.slice(0, LONGEST)})`;
  const at = jobLine(job, ...CREDENTIALS);
  const says =
    given === undefined
      ? `it answers ${String(status)}${scheme}, and the job sends no credentials`
      : `it answers ${String(status)}${scheme} to the ${given} of the job`;
  if (status === 403) return { cause: 'forbidden', says, at };
  const help =
    given === undefined
      ? `give job "${job?.name.value ?? ''}" basic_auth or authorization`
      : `mend ${given} of the job`;
  return { cause: 'unauthorized', says, at, help };
}

/** 404, and where the metrics are when that was found out. */
export function notFound({ job, probe, answer, lastError }: TargetEvidence): Diagnosis {
  const status = statusOf(lastError) ?? answer?.status ?? 404;
  const path = job?.metricsPath.value ?? '/metrics';
  const [found] = metricsElsewhere(probe?.elsewhere ?? []);
  const other = found && new URL(found.url).pathname;
  return {
    cause: status === 404 ? 'not-found' : 'http-status',
    says: `${path} answers ${String(status)}${other === undefined ? '' : `; metrics are at ${other}`}`,
    at: jobLine(job, 'metrics_path'),
    help: other === undefined ? undefined : `write \`metrics_path: ${other}\``,
  };
}

/** 5xx, with what the body says first. */
export function serverError({ target, answer, lastError, service }: TargetEvidence): Diagnosis {
  const status = statusOf(lastError) ?? answer?.status ?? 500;
  const line = answer?.status === status ? firstLine(answer) : undefined;
  return {
    cause: 'server-error',
    says: `it answers ${String(status)}${line === undefined ? '' : `: ${line}`}`,
    at: target.expected.at,
    ...(service ? { help: `look at the log of service "${service.name}" for the request` } : {}),
  };
}

/** Where a redirect leads; undefined when the path does not redirect. */
export function redirect({ job, probe, answer }: TargetEvidence): Diagnosis | undefined {
  const location = answer?.headers?.['location'];
  if (answer?.status === undefined || location === undefined || answer.status < 300 || answer.status >= 400)
    return undefined;
  const path = job?.metricsPath.value ?? '/metrics';
  const hops = probe?.answers.filter(({ status = 0 }) => status >= 300 && status < 400) ?? [];
  const urls = hops.map(({ url }) => url);
  const inCircle = new Set(urls).size < urls.length;
  const last = probe?.answers.at(-1);
  const end = last && last !== answer && !inCircle ? `, which is ${described(last)}` : '';
  const isLogin = LOGIN.test(location);
  return {
    cause: 'redirected',
    says: inCircle
      ? `${path} redirects to "${shown(location)}" in a circle`
      : `${path} redirects to "${shown(location)}"${end}`,
    at: jobLine(job, 'metrics_path'),
    help: isLogin
      ? `give job "${job?.name.value ?? ''}" credentials, or exempt ${path} from the login`
      : 'write the path that serves metrics as metrics_path',
  };
}

function described({ status, headers, step }: ProbeAnswer): string {
  if (status === undefined) return `an address that does not answer (${step})`;
  const type = headers?.['content-type'];
  return type === undefined || status !== 200 ? `a ${String(status)}` : `"${type}"`;
}

/** JSON, a web page, or no content type at all. */
export function wrongContent(evidence: TargetEvidence, cause: 'not-exposition' | 'not-exposition-json'): Diagnosis {
  const { run, job, target, answer, probe, lastError } = evidence;
  const { address } = target.expected;
  const path = job?.metricsPath.value ?? '/metrics';
  if (/blank Content-Type|unsupported Content-Type ""/.test(lastError))
    return {
      cause: 'content-type-missing',
      says: `${path} answers without a Content-Type, which Prometheus 3 needs`,
      at: jobLine(job, 'fallback_scrape_protocol'),
      help: 'have it send `Content-Type: text/plain; version=0.0.4`, or write `fallback_scrape_protocol: PrometheusText0.0.4` in the job',
    };
  const what = cause === 'not-exposition-json' ? 'JSON' : kindOf(lastError, answer);
  const other = run.targets.find(
    ({ expected, health }) => health === 'up' && expected.address === address && expected.job !== job?.name.value,
  );
  if (other && job && cause === 'not-exposition-json')
    return {
      cause,
      at: job.name.at,
      help: `remove job "${job.name.value}": job "${other.expected.job}" already scrapes the metrics of this target; watch ${path} with a healthcheck or the blackbox exporter`,
      related: [{ message: `reads ${path}`, at: job.metricsPath.at }],
    };
  const [found] = metricsElsewhere(probe?.elsewhere ?? []);
  const there = found && new URL(found.url).pathname;
  return {
    cause,
    says: `${path} answers ${what}, not metrics${there === undefined ? '' : `; metrics are at ${there}`}`,
    at: jobLine(job, 'metrics_path'),
    help: there === undefined ? undefined : `write \`metrics_path: ${there}\``,
  };
}

/** Text that Prometheus cannot parse: at which place, when the answer was read here too, else in Prometheus' own words. */
export function malformed({ lastError, probe, job }: TargetEvidence): Diagnosis {
  const cause = 'malformed-exposition';
  const fault = probe?.answers.at(-1)?.fault;
  if (!fault)
    return {
      cause,
      says: `its metrics cannot be parsed: ${shown(lastError.replaceAll(/\s*\n\s*/g, ' '), LONGEST_ERROR)}`,
    };
  const place = `line ${String(fault.line)}, column ${String(fault.column)}`;
  return {
    cause,
    says: `its metrics cannot be parsed at ${place} of ${job?.metricsPath.value ?? '/metrics'}: ${fault.message}`,
    help: `mend ${place} of what the service writes there, with a client library of Prometheus or \`promtool check metrics\``,
  };
}

function kindOf(lastError: string, answer: ProbeAnswer | undefined): string {
  const type = /unsupported Content-Type "([^"]+)"/.exec(lastError)?.[1] ?? answer?.headers?.['content-type'];
  if (/html/i.test(type ?? '') || /^\s*<(?:!doctype|html)/i.test(answer?.bodyStart ?? '')) return 'a web page';
  return type === undefined ? 'something else' : `"${type}"`;
}

/** Answers that are metrics by their first line; a server of web pages answers 200 to everything. */
function metricsElsewhere(answers: readonly ProbeAnswer[]): readonly ProbeAnswer[] {
  return answers.filter(
    ({ status, bodyStart = '', headers }) =>
      status === 200 &&
      !/json|html/i.test(headers?.['content-type'] ?? '') &&
      /^(?:# (?:HELP|TYPE|UNIT) |[a-zA-Z_:][\w:]*(?:\{[^}\n]*\})? [-+0-9NI.])/m.test(bodyStart),
  );
}

/** The status in `server returned HTTP status 404 Not Found`. */
function statusOf(lastError: string): number | undefined {
  const [, status] = /HTTP status (\d{3})/.exec(lastError) ?? [];
  return status === undefined ? undefined : Number(status);
}

function firstLine({ bodyStart = '', headers }: ProbeAnswer): string | undefined {
  if (/html/i.test(headers?.['content-type'] ?? '')) return /<title>([^<]*)/i.exec(bodyStart)?.[1]?.trim();
  const line = bodyStart.split('\n').find((one) => one.trim() !== '');
  return line === undefined ? undefined : shown(line.trim());
}

function shown(text: string, most = LONGEST): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
