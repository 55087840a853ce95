import { baseImage } from '../image-facts.js';
import type { StackRule } from '../rule.js';

/** Programs that run as root though their image has a user for them. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/root-user',
  severity: 'notice',
  summary: 'a container runs as root though its image has a user of its own',
  why: 'Mostly root is written because a directory could not be written. Its owner is what is wrong then; as root, a fault in the program is worth more to who finds it.',
  remedy: 'remove `user`, and give the directory to the user of the image, or use a named volume',
  check: (stack) =>
    stack.project.services.flatMap((service) => {
      const { user } = service;
      const known = baseImage(service);
      if (!user || !/^(?:0|root)(?::|$)/.test(user.value) || !known?.user) return [];
      const own = String(known.user);
      const [data] = known.data ?? [];
      const where = service.mounts.find(({ kind, target }) => kind === 'bind' && target === data);
      return [
        {
          message: `service "${service.name}" runs as root; the image of ${known.title} has user ${own} for it`,
          at: user.at,
          help: where
            ? `remove \`user\`, and give the directory that is mounted at ${where.target} to user ${own}, or use a named volume`
            : `remove \`user\`: named volumes belong to user ${own} from their start`,
          subject: { service: service.name },
        },
      ];
    }),
};
