import type { ComposeService } from '../../model/stack.js';
import { conditionFix } from '../dependency-edits.js';
import { isDataStore } from '../image-facts.js';
import { isAlwaysRestarted, oneShot } from '../one-shot.js';
import type { Problem, StackRule } from '../rule.js';

/** Jobs that prepare something and whose end nobody waits for. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/one-shot-not-awaited',
  severity: 'warning',
  summary: 'services start before a migration or another job that prepares them has ended',
  why: 'service_started is met when the job has only begun, and without depends_on nothing waits at all: a service then finds a database without tables, sometimes.',
  remedy: 'wait for the job with `condition: service_completed_successfully`',
  check({ project: { services } }) {
    return services.flatMap((job) => {
      const kind = oneShot(job);
      if (!kind || isAlwaysRestarted(job)) return [];
      const started = services.flatMap((service) =>
        service.dependsOn
          .filter((one) => one.service === job.name && one.condition === 'service_started')
          .map((dependency): Problem => ({
            message: `service "${service.name}" waits only for the start of "${job.name}", a job whose end it needs`,
            at: dependency.at,
            help: `write \`${job.name}: { condition: service_completed_successfully }\` below depends_on`,
            subject: { service: service.name },
            related: [{ message: 'the job', at: job.at }],
            fix: conditionFix(service, dependency, 'service_completed_successfully'),
            ...(kind === 'certainly' ? {} : { severity: 'notice' as const }),
          })),
      );
      return started.length > 0 || kind === 'probably' ? started : unawaited(job, services);
    });
  },
};

/** Services that use the same database as a job and do not wait for it. */
function unawaited(job: ComposeService, services: readonly ComposeService[]): Problem[] {
  const stores = new Set(job.dependsOn.map(({ service }) => service));
  const shared = services.filter((service) => isDataStore(service) && stores.has(service.name));
  if (shared.length === 0 || services.some(({ dependsOn }) => dependsOn.some(({ service }) => service === job.name)))
    return [];
  const user = services.find(
    (service) =>
      service !== job &&
      !oneShot(service) &&
      sameImage(service, job) &&
      service.dependsOn.some((one) => shared.some(({ name }) => name === one.service)),
  );
  if (!user) return [];
  return [
    {
      message: `no service waits for the end of the job "${job.name}", although "${user.name}" uses the same ${shared[0]?.name ?? ''}`,
      at: job.at,
      help: `add \`${job.name}: { condition: service_completed_successfully }\` to the depends_on of "${user.name}"`,
      subject: { service: job.name },
      related: [{ message: 'the service that may start too early', at: user.at }],
      severity: 'notice',
    },
  ];
}

/** The same code: one image, or one build context. */
function sameImage(a: ComposeService, b: ComposeService): boolean {
  const key = ({ image, node }: ComposeService): string | undefined => {
    const build = node.entries.get('build')?.value;
    if (build?.kind === 'scalar') return `build ${build.text}`;
    const context = build?.kind === 'mapping' ? build.entries.get('context')?.value : undefined;
    return context?.kind === 'scalar' ? `build ${context.text}` : image && `image ${image.value}`;
  };
  return key(a) !== undefined && key(a) === key(b);
}
