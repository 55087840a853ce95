import { builtin } from '../../model/builtin.js';
import { splitPort } from '../../model/port-syntax.js';
import { child, items, text, type MappingNode, type ScalarNode } from '../../model/yaml-node.js';
import type { StackRule } from '../rule.js';

const LARGEST = 65_535;

/** Ports that Docker cannot read. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/invalid-port',
  severity: 'error',
  summary: 'a port is out of range, no number, or has an address that is none',
  why: 'Compose refuses a port that is not [[ADDRESS:]PUBLISHED:]TARGET[/PROTOCOL] with ports from 1 to 65535.',
  remedy: 'write the port as "8080:80" or in the long syntax with "target" and "published"',
  check: ({ project }) =>
    [...project.services, ...project.inactive].flatMap(({ name, node }) => [
      ...items(child(node, 'expose')).flatMap((item) =>
        item.kind === 'scalar' && typeof item.value === 'number' && !Number.isInteger(item.value)
          ? {
              message: `exposed port "${item.text}" of service "${name}" is no whole number`,
              at: item.at,
              subject: { service: name },
            }
          : [],
      ),
      ...items(child(node, 'ports')).flatMap((item) => {
        const why =
          item.kind === 'scalar' ? shortProblem(item) : item.kind === 'mapping' ? longProblem(item) : undefined;
        if (why === undefined) return [];
        const shown = item.kind === 'scalar' ? ` "${item.text}"` : '';
        return { message: `port${shown} of service "${name}" ${why}`, at: item.at, subject: { service: name } };
      }),
    ]),
};

function longProblem(item: MappingNode): string | undefined {
  const target = child(item, 'target');
  if (target === undefined) return 'has no "target"; write the port of the container';
  const address = text(child(item, 'host_ip')) ?? '';
  return address === '' || ipVersion(address) !== 0
    ? undefined
    : `has the address "${address}", expected an IP address`;
}

function shortProblem(item: ScalarNode): string | undefined {
  if (typeof item.value === 'number' && !Number.isInteger(item.value)) return 'is no whole number';
  const parts = splitPort(item.text);
  if (!parts) return 'is not [[ADDRESS:]PUBLISHED:]TARGET[/PROTOCOL]';
  const { target, published, protocol } = parts;
  if (target === '') return 'has no port of the container';
  const inside = range(target);
  if (!inside || inside[0] === 0) return `has the container port "${target}", expected 1 to ${String(LARGEST)}`;
  const outside = published === '' ? undefined : range(published);
  if (published !== '' && !outside) return `has the published port "${published}", expected 0 to ${String(LARGEST)}`;
  if (outside && inside[0] !== inside[1] && outside[1] - outside[0] !== inside[1] - inside[0]) {
    return `has ranges of different length: "${published}" and "${target}"`;
  }
  if (!['', 'tcp', 'udp', 'sctp'].includes(protocol.toLowerCase())) {
    return `has the protocol "${protocol}", expected tcp, udp or sctp`;
  }
  return addressProblem(item.text, parts.address);
}

/** 4, 6, or 0 for what is no address; the usual form is told without loading Node's sockets. */
function ipVersion(address: string): number {
  const parts = address.split('.');
  const usual = parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  return usual ? 4 : builtin.net().isIP(address);
}

/** The address of IPv6 stands in brackets, so that its colons are its own. */
function addressProblem(written: string, address: string): string | undefined {
  if (address === '') return undefined;
  const version = ipVersion(address);
  if (version === 0) return `has the address "${address}", expected an IP address`;
  return version === 6 && !written.startsWith('[')
    ? `has an IPv6 address without brackets; write "[${address}]"`
    : undefined;
}

function range(written: string): [first: number, last: number] | undefined {
  const [, first, last = first] = /^([0-9]+)(?:-([0-9]+))?$/.exec(written) ?? [];
  if (first === undefined) return undefined;
  const numbers: [number, number] = [Number(first), Number(last)];
  return numbers[1] <= LARGEST && numbers[0] <= numbers[1] ? numbers : undefined;
}
