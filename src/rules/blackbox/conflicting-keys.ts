import { acceptsEncoding } from '../../model/accept-encoding.js';
import { child, entries, keyRange, text, type MappingNode, type YamlNode } from '../../model/yaml-node.js';
import { mappingsOf, ownerOf, type KindValue } from '../../schema/values.js';
import { exclusive, httpClientProblems } from '../http-client.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Keys of modules that exclude each other. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['blackbox'],
  code: 'blackbox/conflicting-keys',
  severity: 'error',
  summary: 'keys of a module that exclude or need each other',
  why: 'blackbox_exporter refuses to start when it cannot tell which of two settings counts: body and body_file, two ways to log in, a compression that the request does not accept.',
  remedy: 'keep one of the keys',
  check: (document) => [
    ...mappingsOf(document, 'http').flatMap(httpProblems),
    ...mappingsOf(document, 'query_response').flatMap(({ node, ...value }) =>
      exclusive(node, ['expect', 'expect_bytes'], ownerOf(value)),
    ),
    ...httpClientProblems(document),
  ],
};

function httpProblems(value: KindValue<MappingNode>): Problem[] {
  const { node } = value;
  const owner = ownerOf(value);
  const both = isTrue(child(node, 'fail_if_ssl')) && isTrue(child(node, 'fail_if_not_ssl'));
  return [
    ...exclusive(node, ['body', 'body_file'], owner),
    ...encodingProblems(node, owner),
    ...http3Problems(node, owner),
    // The exporter starts, but no probe can succeed.
    ...(both ? exclusive(node, ['fail_if_ssl', 'fail_if_not_ssl'], owner) : []).map((problem) => ({
      ...problem,
      severity: 'warning' as const,
    })),
  ];
}

/** As yaml.v3 reads it into a boolean. */
function isTrue(node: YamlNode | undefined): boolean {
  return node?.kind === 'scalar' && (node.value === true || /^(?:y|Y|yes|Yes|YES|on|On|ON)$/.test(node.text));
}

function encodingProblems(node: YamlNode, owner: string): Problem[] {
  const compression = text(child(node, 'compression')) ?? '';
  return entries(child(node, 'headers')).flatMap(([name, { value }]): Problem[] => {
    const accepted = text(value) ?? '';
    if (name.toLowerCase() !== 'accept-encoding' || acceptsEncoding(accepted, compression)) return [];
    return [
      {
        message: `${name} of ${owner} is "${accepted}", which does not accept its compression "${compression}"`,
        at: value.at,
        help: `add ${compression} to "${name}" or remove the header`,
      },
    ];
  });
}

function http3Problems(node: YamlNode, owner: string): Problem[] {
  const http2 = child(node, 'enable_http2');
  const off = http2?.kind === 'scalar' && (http2.value === false || /^(?:n|N|no|No|NO|off|Off|OFF)$/.test(http2.text));
  if (!isTrue(child(node, 'enable_http3')) || off) return [];
  return [
    {
      message: `enable_http3 of ${owner} is true while enable_http2 is ${http2 ? 'true' : 'not set, which means true'}, expected false`,
      at: keyRange(node, 'enable_http3'),
      help: 'add "enable_http2: false"',
    },
  ];
}
