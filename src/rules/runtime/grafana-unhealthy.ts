import { authorityOf, failureOf, told } from '../pipeline-answer.js';
import { explainedServices } from '../failed-services.js';
import type { Problem, RuntimeRule } from '../rule.js';

/** Grafana runs, and its health endpoint says that it does not work. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/grafana-unhealthy',
  severity: 'error',
  stage: 'verify',
  summary: 'the health endpoint of Grafana does not answer, or says that its database fails',
  why: 'A container that runs is no Grafana that answers: without its database nobody can log in, and no dashboard is shown.',
  remedy: "look at the log of Grafana's service",
  judge(run) {
    const explained = explainedServices(run);
    return (run.observation.pipeline ?? []).flatMap((answer): Problem[] => {
      const { of, name: service, url } = answer;
      if (of !== 'grafana' || explained.has(service)) return [];
      const isDown = run.targets.some(({ health, expected }) => health === 'down' && expected.service === service);
      const failure = failureOf(answer) ?? databaseOf(answer.answer?.bodyStart);
      if (failure === undefined || isDown) return [];
      const port = /:(\d+)$/.exec(authorityOf(url))?.[1] ?? '';
      return [
        {
          message: `Grafana in service "${service}" is not healthy: port ${port} ${failure}`,
          cause: 'grafana-unhealthy',
          at: run.stack.project.services.find(({ name }) => name === service)?.at,
          help: `look at the log of service "${service}"`,
          subject: { service },
          evidence: told(answer),
        },
      ];
    });
  },
};

/** `{"database": "failing", …}` comes with 503, of some versions with 200. */
function databaseOf(body = ''): string | undefined {
  const [, state] = /"database"\s*:\s*"(\w+)"/.exec(body) ?? [];
  return state === undefined || state === 'ok' ? undefined : `says that its database is "${state}"`;
}
