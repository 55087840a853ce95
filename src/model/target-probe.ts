/** How far one attempt to fetch the metrics of a target came. */
export type ProbeStep = 'resolve' | 'connect' | 'tls' | 'request' | 'body' | 'done';

/** The first place of a body at which Prometheus stops to read it. */
export interface BodyFault {
  /** From 1, in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  /** The offending text, cut to a readable length, and what is wrong with it. */
  readonly text: string;
  readonly message: string;
}

/** One answer of a target, or why there was none. */
export interface ProbeAnswer {
  readonly url: string;
  /** The address that was connected to, without the port. */
  readonly address?: string;
  /** The step that failed, or `done`. */
  readonly step: ProbeStep;
  /** The system's or the library's own word for the failure: `ECONNREFUSED`, `CERT_HAS_EXPIRED`, … */
  readonly errorCode?: string;
  readonly error?: string;
  readonly status?: number;
  /** Lower-case names; only those that say something about a scrape. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The first part of the body, decoded. */
  readonly bodyStart?: string;
  /** Bytes that came, after decompression; what was cut off is counted up to a limit. */
  readonly bodyBytes?: number;
  /** Absent when the body can be read, and when nobody read it. */
  readonly fault?: BodyFault;
  /** Milliseconds until the connection stood, until the first byte, and until the end. */
  readonly connectMs?: number;
  readonly firstByteMs?: number;
  readonly totalMs: number;
}

/** What came of asking a target like Prometheus does, from where Prometheus is. */
export interface TargetProbe {
  readonly job: string;
  /** As the configuration names it. */
  readonly address: string;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** `host`: from this machine to the container's own address; `exec`: by a program in the container of Prometheus. */
  readonly by: 'host' | 'exec';
  /** The addresses that the name has for Prometheus; empty when it resolves to none. */
  readonly resolved: readonly string[];
  /** First the answer to Prometheus' own request, then where it was redirected to. */
  readonly answers: readonly ProbeAnswer[];
  /** Answers at other usual paths, asked only when the first gave no metrics. */
  readonly elsewhere: readonly ProbeAnswer[];
}
