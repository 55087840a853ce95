import type { ProbeAnswer } from '../../model/target-probe.js';
import type { ReadBody } from '../../ports/inspection.js';
import type { CommandResult } from '../../ports/runtime.js';

/** Docker's and the shell's codes for a program that the image does not have. */
const NO_PROGRAM = [126, 127];
const KEPT = 4096;

/** What `wget -q -S -O -` of BusyBox or GNU says when it fails, and the word of the system for it. */
const FAILURES: readonly (readonly [RegExp, ProbeAnswer['step'], string])[] = [
  [/bad address|unable to resolve host|Name or service not known/i, 'resolve', 'ENOTFOUND'],
  [/Connection refused/i, 'connect', 'ECONNREFUSED'],
  [/No route to host/i, 'connect', 'EHOSTUNREACH'],
  [/Network is unreachable/i, 'connect', 'ENETUNREACH'],
  [/timed out/i, 'request', 'TIMEOUT'],
  [/Connection reset|error getting response|server closed/i, 'request', 'ECONNRESET'],
  [/certificate|TLS|SSL/i, 'tls', 'TLS'],
];

/**
 * The answer in what wget printed; undefined when the image has no wget. It follows redirects by itself and then has the body of
 * the last answer: the first one is what counts here. Of an answer other than 200 it has no body.
 */
export function wgetAnswer(
  url: string,
  result: CommandResult,
  totalMs: number,
  read?: ReadBody,
): ProbeAnswer | undefined {
  const { exitCode, stdout } = result;
  // The standard error is what `output` has, unless it is empty.
  const said = result.output === stdout ? '' : result.output;
  const responses = said.split(/^\s*HTTP\/[\d.]+\s+/m).slice(1);
  const [first] = responses;
  if (first !== undefined) {
    const status = Number.parseInt(first, 10);
    const isWhole = responses.length === 1 && exitCode === 0;
    const headers = headersIn(first);
    const body = isWhole ? bodyOf(stdout, status === 200 ? read : undefined, headers['content-type']) : {};
    return {
      url,
      step: exitCode === 0 || status !== 200 ? 'done' : 'body',
      status,
      headers,
      ...body,
      totalMs,
    };
  }
  const failure = FAILURES.find(([words]) => words.test(said));
  if (!failure || NO_PROGRAM.includes(exitCode)) return undefined;
  const [, step, errorCode] = failure;
  return { url, step, errorCode, error: said.trim().split('\n').at(-1) ?? '', totalMs };
}

function bodyOf(stdout: string, read: ReadBody | undefined, contentType: string | undefined): Partial<ProbeAnswer> {
  const bytes = Buffer.from(stdout);
  const fault = read?.(bytes, contentType);
  return { bodyStart: stdout.slice(0, KEPT), bodyBytes: bytes.length, ...(fault && { fault }) };
}

function headersIn(response: string): Record<string, string> {
  return Object.fromEntries(
    response.split('\n').flatMap((line) => {
      const [, name, value] =
        /^\s*(content-type|content-encoding|content-length|location|www-authenticate):\s*(.*?)\s*$/i.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value]];
    }),
  );
}
