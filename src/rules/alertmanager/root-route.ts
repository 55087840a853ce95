import { child, entries, items, keyRange, text, type YamlNode } from '../../model/yaml-node.js';
import type { DocumentRule, Problem } from '../rule.js';
import { documentStart } from '../schema-problems.js';

/** The route at the top, which takes every alert. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/root-route',
  severity: 'error',
  summary: 'a top route that is missing, has no receiver or does not take every alert',
  why: 'Every alert starts at the route at the top, and falls back to its receiver. So Alertmanager refuses to start when it is missing, has no receiver, or has matchers, time intervals or continue.',
  remedy: 'give the route at the top a receiver only, and put matchers and time intervals into its routes',
  check({ root, file, whole }) {
    // What is left of a broken file tells nothing about what is missing from it.
    if (!whole) return [];
    const route = child(root, 'route');
    if (!route || (route.kind === 'scalar' && route.value === null))
      return [
        {
          message: 'the configuration has no route, expected one with a receiver',
          at: keyRange(root, 'route') ?? (root ? documentStart(root) : { file, start: 0, end: 0 }),
          help: 'add "route" with "receiver"',
        },
      ];
    if (route.kind !== 'mapping') return [];
    return [...receiverProblem(route, keyRange(root, 'route') ?? route.at), ...tooMuch(route)];
  },
};

function receiverProblem(route: YamlNode, at: YamlNode['at']): Problem[] {
  const receiver = child(route, 'receiver');
  if (receiver && (receiver.kind !== 'scalar' || (text(receiver) ?? '') !== '')) return [];
  return [
    {
      message: 'the top route has no receiver, expected the one that gets what no other route takes',
      at: receiver?.at ?? at,
      help: 'add "receiver" to the top route',
    },
  ];
}

const MUST_BE_EMPTY = ['match', 'match_re', 'matchers', 'mute_time_intervals', 'active_time_intervals'];

function tooMuch(route: YamlNode): Problem[] {
  const filled = MUST_BE_EMPTY.filter((key) => {
    const value = child(route, key);
    // An empty matcher is none.
    return (
      entries(value).length > 0 || items(value).some((item) => key !== 'matchers' || (text(item) ?? '').trim() !== '')
    );
  });
  const proceed = child(route, 'continue');
  const keys = proceed?.kind === 'scalar' && proceed.value === true ? [...filled, 'continue'] : filled;
  return keys.map((key) => ({
    message: `the top route has "${key}", expected none since it takes every alert`,
    at: keyRange(route, key) ?? route.at,
    help: `move "${key}" into a route below`,
  }));
}
