import type { PipelineAnswer } from '../model/pipeline-facts.js';
import type { ProbeAnswer } from '../model/target-probe.js';

const LONGEST = 120;
const SYSTEM: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses connections',
  EHOSTUNREACH: 'cannot be reached: no route to the host',
  ENETUNREACH: 'cannot be reached: no route to the network',
  TIMEOUT: 'does not answer within 2 s',
  ECONNRESET: 'closes the connection without an answer',
};

/** Why an answer is none that one can work with, as a part of a sentence whose subject is the host and port; undefined when it is good, or nothing is known. */
export function failureOf({ resolution, url, answer }: PipelineAnswer): string | undefined {
  if (resolution === 'none') return 'is a name that does not resolve';
  if (!answer) return undefined;
  const { status, step, errorCode = '', error = '' } = answer;
  if (/wrong version number/.test(error)) return 'does not speak TLS, and is asked by HTTPS';
  if (status === undefined)
    return SYSTEM[errorCode] ?? `does not answer (${step}: ${(error || errorCode).replaceAll(/\s+/g, ' ').trim()})`;
  if (status >= 200 && status < 300) return undefined;
  const path = pathOf(url);
  if (status === 401 || status === 403) return `answers ${String(status)} at ${path}: it wants other credentials`;
  if (status === 400 && /HTTP request to an HTTPS server/.test(answer.bodyStart ?? ''))
    return 'speaks TLS, and is asked by plain HTTP';
  const line = firstLine(answer);
  return `answers ${String(status)} at ${path}${line === undefined ? '' : ` ("${line}")`}`;
}

/** Host and port of a URL. */
export function authorityOf(url: string): string {
  return /^\w+:\/\/(?:[^/@]*@)?([^/?#]+)/.exec(url)?.[1] ?? url;
}

/** What was asked and what came of it, as evidence. */
export function told({ from, url, answer, resolution }: PipelineAnswer): string[] {
  const asked = `asked as service "${from}" would, ${url}`;
  if (!answer) return [`${asked}: the name is found by "${resolution}"`];
  const { status, address, step, errorCode = '', error = '', bodyStart = '' } = answer;
  const came =
    status === undefined ? `${step}: ${errorCode} ${error}`.trim() : `${String(status)} ${bodyStart.slice(0, LONGEST)}`;
  return [`${asked} (${address ?? ''}): ${came.replaceAll(/\s+/g, ' ').trim()}`];
}

function pathOf(url: string): string {
  return url.replace(/^\w+:\/\/[^/]*/, '').replace(/\?.*$/s, '');
}

function firstLine({ bodyStart = '', headers }: ProbeAnswer): string | undefined {
  if (/html/i.test(headers?.['content-type'] ?? '')) return undefined;
  const line = bodyStart.trim().split('\n')[0] ?? '';
  return line === '' ? undefined : line.slice(0, LONGEST);
}
