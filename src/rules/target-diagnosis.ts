import type { Cause } from '../model/cause.js';
import { causeOfScrapeError } from '../model/scrape-error.js';
import type { TargetResult } from '../model/target.js';
import type { Run } from './rule.js';
import { malformed, notFound, redirect, serverError, unauthorized, wrongContent } from './target-answer.js';
import { evidenceOf, type Diagnosis, type TargetEvidence } from './target-evidence.js';
import { refused, unresolved } from './target-network.js';
import { certificate, closed, overLimit, timedOut, tlsMismatch } from './target-transport.js';

/** The longest part of a body or an error that a finding quotes. */
const LONGEST = 200;

/** A diagnosis with everything that speaks for it. */
export type TargetDiagnosis = Diagnosis & {
  readonly evidence: readonly string[];
  readonly service: string | undefined;
};

/**
 * Why a target is down: Prometheus' own words tell the kind of failure, and what containers listen on, how names resolve and what the
 * target answers here tell why. Pure.
 */
export function diagnoseTarget(run: Run, target: TargetResult): TargetDiagnosis {
  const evidence = evidenceOf(run, target);
  const cause = causeOfScrapeError(evidence.lastError);
  const diagnosis = DIAGNOSES[cause]?.(evidence, cause) ?? { cause };
  return {
    ...diagnosis,
    at: diagnosis.at ?? target.expected.at,
    evidence: [...said(evidence), ...(diagnosis.evidence ?? []), ...answerSeen(evidence)],
    service: evidence.service?.name,
  };
}

type Diagnose = (evidence: TargetEvidence, cause: Cause) => Diagnosis;

const ofStatus: Diagnose = (evidence) => badRequest(evidence) ?? redirect(evidence) ?? notFound(evidence);
const ofCredentials: Diagnose = (evidence) => redirect(evidence) ?? unauthorized(evidence);
const ofTls: Diagnose = (evidence, cause) => tlsMismatch(evidence) ?? { cause };
const ofEnd: Diagnose = (evidence) => tlsMismatch(evidence) ?? closed(evidence);
const ofContent: Diagnose = (evidence, cause) =>
  redirect(evidence) ?? wrongContent(evidence, cause === 'not-exposition-json' ? cause : 'not-exposition');

/** By what Prometheus' words alone tell. */
const DIAGNOSES: Readonly<Partial<Record<Cause, Diagnose>>> = {
  'name-does-not-resolve': unresolved,
  'connection-refused': refused,
  timeout: timedOut,
  unauthorized: ofCredentials,
  forbidden: ofCredentials,
  'not-found': ofStatus,
  'http-status': ofStatus,
  redirected: ofStatus,
  'server-error': serverError,
  'server-speaks-plain-http': ofTls,
  'tls-mismatch': ofTls,
  certificate,
  'certificate-authority': certificate,
  'certificate-name': certificate,
  'certificate-expired': certificate,
  'connection-closed': ofEnd,
  'truncated-body': ofEnd,
  'bad-encoding': ofEnd,
  'not-exposition': ofContent,
  'not-exposition-json': ofContent,
  'content-type-missing': ofContent,
  'malformed-exposition': malformed,
  'limit-exceeded': overLimit,
};

/** A TLS server of Go answers 400 to plain HTTP. */
function badRequest(evidence: TargetEvidence): Diagnosis | undefined {
  return evidence.lastError.includes('HTTP status 400') ? tlsMismatch(evidence) : undefined;
}

function said({ lastError, target }: TargetEvidence): string[] {
  return [
    `Prometheus says: ${lastError || 'nothing'}`,
    ...(target.scrapeUrl ? [`it scrapes ${target.scrapeUrl}`] : []),
  ];
}

/** What was seen when the target was asked as Prometheus asks; nothing when it was not. */
export function answerSeen({ probe, answer }: TargetEvidence): string[] {
  if (!probe || !answer) return [];
  const { status, headers, bodyStart = '', bodyBytes, error, errorCode, totalMs, url, address } = answer;
  const where = `${url}${address === undefined ? '' : ` at ${address}`}`;
  if (status === undefined)
    return [`asked here, ${where}: ${errorCode || error || 'no answer'} after ${String(totalMs)} ms`];
  const type = headers?.['content-type'] ?? 'no content type';
  const [line] = bodyStart.split('\n').filter((one) => one.trim() !== '');
  return [
    `asked here, ${where}: ${String(status)}, ${type}, ${String(bodyBytes ?? 0)} bytes after ${String(totalMs)} ms`,
    ...(line === undefined ? [] : [`it begins with: ${short(line)}`]),
  ];
}

function short(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
