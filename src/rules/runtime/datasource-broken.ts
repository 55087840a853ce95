import { meaningOfHost, splitAddress } from '../../model/address.js';
import type { PipelineAnswer } from '../../model/pipeline-facts.js';
import { explainedServices } from '../failed-services.js';
import { publicPart } from '../endpoint.js';
import { grafanasOf, valueAt } from '../grafana-datasources.js';
import { authorityOf, failureOf, told } from '../pipeline-answer.js';
import type { Problem, Run, RuntimeRule } from '../rule.js';

/** A data source that answers no query, as Grafana asks it. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/datasource-broken',
  severity: 'error',
  stage: 'verify',
  summary: 'a Prometheus data source of Grafana answers no query',
  why: 'Grafana is up and shows its dashboards, and every panel on this data source is empty.',
  remedy: 'write the service and the port at which the server listens, with its path and credentials',
  judge(run) {
    const { observation } = run;
    const unhealthy = new Set(
      observation.pipeline?.filter((one) => one.of === 'grafana' && failureOf(one)).map(({ name }) => name),
    );
    return (observation.pipeline ?? []).flatMap((answer) =>
      answer.of === 'datasource' && !unhealthy.has(answer.from) ? problem(run, answer) : [],
    );
  },
};

function problem(run: Run, answer: PipelineAnswer): Problem[] {
  const { stack } = run;
  const grafana = grafanasOf(stack).find(({ service }) => service.name === answer.from);
  const source = grafana?.sources.find(({ name }) => name === answer.name);
  const failure = failing(answer);
  if (!grafana || !source || failure === undefined) return [];
  const authority = authorityOf(answer.url);
  const host = splitAddress(authority)?.host ?? authority;
  const meaning = meaningOfHost(stack, grafana.service, host);
  // What is outside of the stack may be there where it is deployed.
  if (meaning.kind === 'outside') return [];
  if (meaning.kind === 'service' && explainedServices(run).has(meaning.service.name)) return [];
  const url = publicPart(answer.url.replace(/\/api\/v1\/query\?.*$/s, ''));
  return [
    {
      message: `data source "${source.name}" of Grafana is broken: url "${url}": ${failure}`,
      cause: 'grafana-datasource-broken',
      at: valueAt(source.node, 'url').at,
      subject: { service: grafana.service.name },
      evidence: [
        ...told(answer),
        ...(answer.tested ? [`Grafana's own test: ${answer.tested.word}: ${answer.tested.message}`] : []),
      ],
    },
  ];
}

/** Grafana's own word counts; where it was not to be had, what was asked from its position. */
function failing(answer: PipelineAnswer): string | undefined {
  const { tested, url } = answer;
  const seen = failureOf(answer);
  const said = seen === undefined ? undefined : `${authorityOf(url)} ${seen}`;
  if (!tested) return said;
  if (!/^error$/i.test(tested.word)) return undefined;
  return said ?? `Grafana says "${tested.message.replaceAll(/\s+/g, ' ')}"`;
}
