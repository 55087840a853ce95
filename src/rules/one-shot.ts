import type { ComposeService } from '../model/stack.js';
import { parseShell } from '../model/shell-script.js';

/** Commands of well-known tools that do their work and end. */
const JOBS: readonly RegExp[] = [
  /^alembic (?:-\S+ )*(?:upgrade|downgrade|stamp)\b/,
  /^(?:python3? )?(?:\.\/)?manage\.py (?:migrate|loaddata|collectstatic|createsuperuser)\b/,
  /^flask db (?:upgrade|init|migrate)\b/,
  /^(?:npx )?prisma (?:migrate deploy|db push|db seed)\b/,
  /^(?:npx )?(?:knex|sequelize|typeorm|drizzle-kit) (?:migrate|db:migrate|db:seed|seed|migration:run)/,
  /^(?:bundle exec )?(?:bin\/)?(?:rails|rake) db:\w+/,
  /^(?:npm run|yarn|pnpm(?: run)?) (?:db[:-])?(?:migrate|migration|migrations|seed)(?::\w+)*$/,
  /^(?:goose|dbmate|atlas migrate|flyway|liquibase) .*\b(?:up|apply|migrate|update)\b/,
  /^migrate .*\bup\b/,
  /^mc (?:mb|admin|policy|anonymous)\b/,
  /^(?:kafka-topics(?:\.sh)?) .*--create\b/,
];
const JOB_IMAGES =
  /(?:^|\/)(?:migrate\/migrate|flyway\/flyway|redgate\/flyway|liquibase\/liquibase|minio\/mc)(?::|@|$)/;
const JOB_NAME =
  /(?:^|[-_])(?:migrat(?:e|es|ion|ions|or)|init|initdb|seed|seeder|setup|bootstrap|createbuckets?|create-buckets?)(?:[-_]|$)/i;

/** Whether a service does its work and ends: `certainly` by what it runs, `probably` by its name. */
export function oneShot(service: ComposeService): 'certainly' | 'probably' | undefined {
  if (runsJob(service)) return 'certainly';
  // What others reach at a port stays.
  if (service.ports.length > 0 || service.expose.length > 0 || service.healthcheck) return undefined;
  return JOB_NAME.test(service.name) ? 'probably' : undefined;
}

function runsJob({ command, entrypoint, image, hasBuild }: ComposeService): boolean {
  const words = [...entrypoint, ...command].map(({ value }) => value);
  if (!hasBuild && JOB_IMAGES.test(image?.value ?? '') && entrypoint.length === 0) return true;
  const shell = words.findIndex((word) => /^-[eux]*l?[eux]*c$/.test(word));
  const line =
    shell >= 0 && /(?:^|\/)(?:ba|a|da)?sh$/.test(words[shell - 1] ?? '') ? words[shell + 1] : words.join(' ');
  // Text in `sh -c` is split already where it was one word.
  const script = parseShell(line ?? '');
  const last = script?.plain ? script.pipelines.at(-1)?.commands.at(-1) : undefined;
  const text = last?.map(({ value }) => value).join(' ') ?? '';
  return text !== '' && JOBS.some((job) => job.test(text));
}

/** Whether Docker starts a container again that ended well. */
export function isAlwaysRestarted({ restart }: ComposeService): boolean {
  return restart === 'always' || restart === 'unless-stopped';
}
