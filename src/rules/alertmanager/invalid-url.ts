import { parseGoUrl } from '../../model/go-url.js';
import { text } from '../../model/yaml-node.js';
import { nameOf, valuesOf, type KindValue } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** URLs and addresses that Alertmanager cannot use. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/invalid-url',
  severity: 'error',
  summary: 'a URL or an address that Alertmanager cannot use',
  why: 'Alertmanager refuses to start when the URL of a receiver is not http or https or has no host, and when a mail server has no port.',
  remedy: 'write a URL with scheme and host, such as https://chat.example.org/hook, or HOST:PORT for a mail server',
  check: (document) => [
    ...['http-url', 'secret-url', 'template-url'].flatMap((kind) =>
      valuesOf(document, kind).flatMap((value) => urlProblem(value, kind)),
    ),
    ...valuesOf(document, 'url').flatMap((value) => anyUrlProblem(value)),
    ...valuesOf(document, 'host-port').flatMap((value) => smarthostProblem(value)),
  ],
};

function say(value: KindValue, fault: string, expected: string, secret = false): Problem[] {
  // The URL of a webhook is a secret, so messages, which end up in logs, do not quote it.
  const shown = secret ? 'no usable URL' : `"${text(value.node) ?? ''}"`;
  return [{ message: `${nameOf(value)} is ${shown}: ${fault}, expected ${expected}`, at: value.node.at }];
}

function urlProblem(value: KindValue, kind: string): Problem[] {
  const written = text(value.node);
  // An empty template is no URL at all, which is another rule's finding; `<secret>` is how Alertmanager itself prints a URL.
  if (written === undefined || (written === '' && kind === 'template-url')) return [];
  if (written === '<secret>' && kind !== 'http-url') return [];
  if (kind === 'template-url' && written.includes('{{')) return [];
  const parsed = parseGoUrl(written);
  const expected = 'http:// or https:// with a host';
  const secret = kind !== 'http-url';
  if ('fault' in parsed) return say(value, parsed.fault, expected, secret);
  if (parsed.scheme !== 'http' && parsed.scheme !== 'https')
    return say(value, parsed.scheme === '' ? 'it has no scheme' : `the scheme is ${parsed.scheme}`, expected, secret);
  return parsed.host === '' ? say(value, 'it has no host', expected, secret) : [];
}

/** A proxy may have any scheme. */
function anyUrlProblem(value: KindValue): Problem[] {
  const parsed = parseGoUrl(text(value.node) ?? '');
  return 'fault' in parsed ? say(value, parsed.fault, 'a URL such as http://proxy:3128') : [];
}

function smarthostProblem(value: KindValue): Problem[] {
  const written = text(value.node) ?? '';
  if (written === '' || /^(?:[^:[\]]*|\[[^[\]]*\]):[^:[\]]+$/.test(written)) return [];
  const port = written.endsWith(':') || !written.replace(/^\[.*\]/, '').includes(':');
  return say(value, port ? 'the port is missing' : 'host and port cannot be told apart', 'HOST:PORT such as mail:587');
}
