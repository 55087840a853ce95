import type { ContainerFacts } from '../../src/model/container-facts.js';
import type { ProbeAnswer } from '../../src/model/target-probe.js';
import type { Inspection, ProbeRequest } from '../../src/ports/inspection.js';

/** What a fake target answers to a path; what is left out is a good answer. */
export type Answers = (request: ProbeRequest) => Partial<ProbeAnswer>;

/** Looks into nothing, and answers by a script; remembers what was asked. */
export class FakeInspection implements Inspection {
  readonly asked: ProbeRequest[] = [];
  reachesContainers = true;
  /** No program in the container that could ask. */
  hasNoProgram = false;

  constructor(
    private readonly answers: Answers = () => ({}),
    private readonly files: Readonly<Record<string, string>> = {},
  ) {}

  facts(): Promise<ContainerFacts> {
    return Promise.resolve({});
  }

  credential(path: string): string | undefined {
    return this.files[path];
  }

  get(request: ProbeRequest, signal: AbortSignal): Promise<ProbeAnswer | undefined> {
    if (this.hasNoProgram) return Promise.resolve(undefined);
    this.asked.push(request);
    const base = { url: request.url, address: request.address, totalMs: 3 };
    if (signal.aborted) return Promise.resolve({ ...base, step: 'request', errorCode: 'TIMEOUT' });
    const answer = this.answers(request);
    const good = { step: 'done', status: 200, bodyStart: 'a 1\n', bodyBytes: 4 } as const;
    // One that failed before its body has none of it.
    const whole = { ...base, ...(answer.errorCode === undefined ? good : { step: 'connect' as const }), ...answer };
    const fault = request.read?.(Buffer.from(whole.bodyStart ?? ''), whole.headers?.['content-type']);
    return Promise.resolve({ ...whole, ...(fault && { fault }) });
  }
}
