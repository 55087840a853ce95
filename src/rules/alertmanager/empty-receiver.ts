import { child, entries, items, text, type YamlNode } from '../../model/yaml-node.js';
import { mappingsOf } from '../../schema/values.js';
import type { DocumentRule } from '../rule.js';

/** Names that say that nothing is to be sent. */
const ON_PURPOSE = /null|black.?hole|none|drop|void|dev.?null|silen|ignore|mute|noop|nowhere|empty|discard/i;

/** A route whose alerts reach nobody. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/empty-receiver',
  severity: 'notice',
  summary: 'the receiver of the root route has no integration',
  why: 'An alert that no other route takes goes to the receiver of the root route. One without any integration sends nothing, and nobody is told.',
  remedy: 'add an integration such as webhook_configs to the receiver, or call it "null" when nothing is to be sent',
  check(document) {
    const [root] = mappingsOf(document, 'root_route');
    const name = child(root?.node, 'receiver');
    const receivers = mappingsOf(document, 'receiver');
    const receiver = receivers.find(({ node }) => text(child(node, 'name')) === text(name))?.node;
    const written = text(name) ?? '';
    if (!name || !receiver || sends(receiver)) return [];
    // Exactly what the remedy says to write.
    if (written === 'null') return [];
    // A catch-all that sends nothing is a way to write it when other routes do send.
    if (ON_PURPOSE.test(written) && receivers.some(({ node }) => sends(node))) return [];
    const none = receivers.every(({ node }) => !sends(node));
    return [
      {
        message: none
          ? `no receiver has an integration, so that nobody is told of any alert`
          : `receiver "${written}" of the root route has no integration: alerts that no other route takes reach nobody`,
        at: child(receiver, 'name')?.at ?? receiver.at,
        related: [{ message: 'the root route', at: name.at }],
      },
    ];
  },
};

function sends(receiver: YamlNode): boolean {
  return entries(receiver).some(([key, { value }]) => key.endsWith('_configs') && items(value).length > 0);
}
