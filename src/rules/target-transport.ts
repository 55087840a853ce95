import type { Diagnosis, TargetEvidence } from './target-evidence.js';
import { jobLine, settingLine } from './target-places.js';

/** A scrape that took longer than scrape_timeout, against what was measured here. */
export function timedOut({ run, job, answer, target, service }: TargetEvidence): Diagnosis {
  const limitMs = job?.scrapeTimeoutMs ?? 10_000;
  const limit = seconds(limitMs);
  const at = settingLine(run.stack, job, 'scrape_timeout');
  if (answer?.step === 'connect')
    return {
      cause: 'timeout',
      says: `no connection within scrape_timeout ${limit}: packets to it are dropped on the way`,
      at: target.expected.at,
      help: 'look at firewalls and at the networks of both containers',
    };
  const { firstByteMs, totalMs = 0, step } = answer ?? {};
  const took = step === 'done' && totalMs > limitMs ? totalMs : undefined;
  const name = service ? `"${service.name}"` : 'the target';
  const measured =
    took !== undefined
      ? `, ${name} takes ${seconds(took)}`
      : step !== undefined && totalMs > limitMs
        ? `, ${name} had not answered after ${seconds(totalMs)}`
        : '';
  const slowly = firstByteMs !== undefined && took !== undefined && firstByteMs < limitMs ? ' to send all of it' : '';
  const interval = job?.scrapeIntervalMs ?? 0;
  const raise =
    took === undefined
      ? undefined
      : took < interval
        ? `make the endpoint faster, or raise scrape_timeout above ${seconds(took)}`
        : `make the endpoint faster, or raise scrape_timeout above ${seconds(took)} and scrape_interval, now ${seconds(interval)}, with it`;
  return {
    cause: 'timeout',
    says: `no answer within scrape_timeout ${limit}${measured}${slowly}`,
    at,
    help: raise,
    related: [{ message: 'the target', at: target.expected.at }],
  };
}

function seconds(ms: number): string {
  return ms < 1000 ? `${String(Math.round(ms))}ms` : `${String(Math.round(ms / 100) / 10)}s`;
}

/** Plain HTTP against TLS and back. */
export function tlsMismatch({ job, answer, lastError, probe, target }: TargetEvidence): Diagnosis | undefined {
  if (/server gave HTTP response to HTTPS client/.test(lastError))
    return {
      cause: 'server-speaks-plain-http',
      says: 'the job says `scheme: https`, and the server speaks plain HTTP',
      at: jobLine(job, 'scheme'),
      help: 'remove `scheme: https` from the job, or have the server speak TLS',
    };
  const speaksTls = probe?.elsewhere.some(({ url, status }) => url.startsWith('https:') && status !== undefined);
  const saysSo = /to an HTTPS server|plain HTTP request was sent to HTTPS/i.test(answer?.bodyStart ?? '');
  const looksLikeTls = /malformed HTTP response "\\x15\\x03/.test(lastError);
  if (job?.scheme !== 'https' && (speaksTls === true || saysSo || looksLikeTls))
    return {
      cause: 'server-wants-tls',
      says: 'the server speaks TLS, and the job asks it in plain HTTP',
      at: jobLine(job, 'scheme'),
      help: 'write `scheme: https` in the job, with the ca_file of its certificate in tls_config',
    };
  if (!/tls:|first record does not look like/.test(lastError)) return undefined;
  return {
    cause: 'tls-mismatch',
    says: lastError.replace(/^.*?(tls: )/, '$1'),
    at: jobLine(job, 'tls_config', 'scheme') ?? target.expected.at,
  };
}

/** Why the certificate is not accepted, in the words of Go's crypto/x509. */
export function certificate({ job, lastError, target, service }: TargetEvidence): Diagnosis {
  const words = /x509: (.*)$/.exec(lastError)?.[1] ?? /tls: (.*)$/.exec(lastError)?.[1] ?? lastError;
  if (/has expired or is not yet valid/.test(words)) {
    const expired = /current time \S+ is after (\S+)/.exec(words)?.[1];
    return {
      cause: 'certificate-expired',
      says: expired === undefined ? 'its certificate is not valid yet' : `its certificate expired at ${expired}`,
      at: target.expected.at,
      ...(service ? { help: `renew the certificate of service "${service.name}"` } : {}),
    };
  }
  const [, valid, asked] = /certificate is valid for (.*), not (\S+)/.exec(words) ?? [];
  if (
    asked !== undefined ||
    /doesn't contain any IP SANs|relies on legacy Common Name|not valid for any names/.test(words)
  )
    return {
      cause: 'certificate-name',
      says:
        asked === undefined
          ? `its certificate names nobody: ${words}`
          : `its certificate is for ${valid ?? ''}, not for ${asked}`,
      at: jobLine(job, 'tls_config', 'scheme'),
      help:
        asked === undefined
          ? undefined
          : `write \`server_name: ${valid?.split(', ')[0] ?? ''}\` in tls_config, or have the certificate made for "${asked}"`,
    };
  if (/unknown authority/.test(words))
    return {
      cause: 'certificate-authority',
      says: 'its certificate is of an authority that Prometheus does not know',
      at: jobLine(job, 'tls_config', 'scheme'),
    };
  return { cause: 'certificate', says: words, at: jobLine(job, 'tls_config', 'scheme') };
}

/** The connection ended before the answer did. */
export function closed({ target, answer, lastError, service }: TargetEvidence): Diagnosis {
  const at = target.expected.at;
  const whose = service ? `service "${service.name}"` : 'the server';
  if (/gzip|flate/.test(lastError))
    return { cause: 'bad-encoding', says: 'its answer says Content-Encoding: gzip, and is not', at };
  const { status, headers, bodyBytes = 0 } = answer ?? {};
  const promised = headers?.['content-length'];
  if (status === 200 || /unexpected EOF/.test(lastError))
    return {
      cause: 'truncated-body',
      says:
        promised === undefined
          ? 'its answer ends in the middle'
          : `its answer ends after ${String(bodyBytes)} of ${promised} bytes`,
      at,
    };
  return { cause: 'connection-closed', says: `${whose} closes the connection without an answer`, at };
}

/** Which limit of the job was passed, and by how much. */
export function overLimit({ run, job, lastError, answer }: TargetEvidence): Diagnosis {
  const known = [
    ['sample_limit', /sample.?limit exceeded/],
    ['body_size_limit', /body.?size.?limit|body size/],
    ['target_limit', /target.?limit exceeded/],
    ['label_name_length_limit', /label.?name.?length.?limit/],
    ['label_value_length_limit', /label.?value.?length.?limit/],
    ['label_limit', /label.?limit exceeded/],
  ] as const;
  const key = known.find(([, words]) => words.test(lastError))?.[0];
  if (key === undefined) return { cause: 'limit-exceeded', says: lastError, at: job?.name.at };
  const details = /\(([^)]*)\)/.exec(lastError)?.[1];
  const size =
    key === 'body_size_limit' && answer?.bodyBytes !== undefined
      ? `the body has ${String(answer.bodyBytes)} bytes`
      : undefined;
  const more = details ?? size;
  return {
    cause: 'limit-exceeded',
    says: `it is over ${key}${more === undefined ? '' : ` (${more})`}`,
    at: settingLine(run.stack, job, key),
    help: `raise ${key}, or expose less`,
  };
}
