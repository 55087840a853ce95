import { describe, expect, test } from '@jest/globals';
import { stackOf } from '../fakes/load.js';
import { parseShell } from '../../src/model/shell-script.js';
import { askedAddresses } from '../../src/rules/asked-addresses.js';
import { commandsOf, healthcheckCommand, type HealthcheckCommand } from '../../src/rules/healthcheck-command.js';
import { certainlyFails } from '../../src/rules/healthcheck-outcome.js';

/** The healthcheck of the one service of a stack; `test` as YAML. */
function healthcheck(test: string): HealthcheckCommand {
  const stack = stackOf({ 'compose.yml': `services:\n  a:\n    image: x\n    healthcheck:\n      test: ${test}\n` });
  const [service] = stack.project.services;
  const command = service && healthcheckCommand(service);
  if (!command) throw new Error('no healthcheck');
  return command;
}

const written = ({ file, start, end }: { file: { text: string }; start: number; end: number }): string =>
  file.text.slice(start, end);

describe('a shell script', () => {
  test.each([
    [
      'wget -q http://x/ || exit 1',
      [
        ['wget', '-q', 'http://x/'],
        ['exit', '1'],
      ],
    ],
    [
      'curl "http://x/?a=b;c" >/dev/null 2>&1 && [ -f /x ]',
      [
        ['curl', 'http://x/?a=b;c'],
        ['[', '-f', '/x', ']'],
      ],
    ],
    ['node -e "fetch(\'http://x\')"', [['node', '-e', "fetch('http://x')"]]],
    ['A=1 exec wget x # no more', [['wget', 'x']]],
    ['a |\n b', [['a'], ['b']]],
    [
      'test "$(curl -s x)" = 1',
      [
        ['test', '$(curl -s x)', '=', '1'],
        ['curl', '-s', 'x'],
      ],
    ],
  ])('%s', (script, commands) => {
    const parsed = parseShell(script);
    const all = [...(parsed?.pipelines.flatMap((one) => one.commands) ?? []), ...(parsed?.substituted ?? [])];
    expect(all.map((words) => words.map(({ value }) => value))).toEqual(commands);
    expect(parsed?.plain).toBe(true);
  });

  test.each(['for i in 1; do x; done', 'cat <<EOF\nx\nEOF', 'echo "open', 'echo $((1 + 1))', 'case x in y) ;; esac'])(
    'is not understood: %s',
    (script) => {
      expect(parseShell(script)).toBeUndefined();
    },
  );

  test.each(['(a || b) && c', 'if a; then b; fi', 'a & b'])('is no plain list: %s', (script) => {
    expect(parseShell(script)?.plain).toBe(false);
  });

  test('words with variables are not literal', () => {
    const [pipeline] = parseShell('curl http://$HOST/ "${X:-y}" plain')?.pipelines ?? [];
    expect(pipeline?.commands[0]?.map(({ literal }) => literal)).toEqual([true, false, false, true]);
  });
});

describe('what is asked', () => {
  test.each([
    ['curl -f http://localhost:9090/-/healthy', 'http localhost 9090 /-/healthy'],
    ['curl -sS -o /dev/null -w "%{http_code}" https://x/a?b=c', 'https x 443 /a'],
    ['wget --header "A: b" -O - localhost:8000/health', 'http localhost 8000 /health'],
    ['wget -q -T 3 -O /tmp/x http://[::1]:80/', 'http ::1 80 /'],
    ['nc -z -w 2 127.0.0.1 6379', 'tcp 127.0.0.1 6379 '],
    ['redis-cli -h cache -p 6380 ping', 'tcp cache 6380 '],
    ['pg_isready --host=db', 'tcp db 5432 '],
    ['promtool check ready --url=http://localhost:9091', 'http localhost 9091 /'],
  ])('%s', (script, expected) => {
    const asked = askedAddresses(healthcheck(JSON.stringify(script)));
    expect(asked.map(({ scheme, host, port, path }) => `${scheme} ${host} ${String(port)} ${path}`)).toEqual([
      expected,
    ]);
  });

  test.each([
    'curl -x proxy:1 http://x/',
    'curl http://$$HOST/',
    'curl --unix-socket /x http://x/',
    'pg_isready -h /run',
  ])('is not known: %s', (script) => {
    expect(askedAddresses(healthcheck(JSON.stringify(script)))).toEqual([]);
  });

  test('has its place, in quotes, lists and blocks', () => {
    for (const test of [
      '["CMD", "curl", "http://9:1@localhost:9/", "http://localhost:9091/health"]',
      "'curl -f ''http://localhost:9091/health'' || exit 1'",
      '|\n        curl -f \\\n          http://localhost:9091/health',
    ]) {
      const asked = askedAddresses(healthcheck(test)).at(-1);
      expect(asked?.portAt && written(asked.portAt)).toBe('9091');
      expect(asked?.pathAt && written(asked.pathAt)).toBe('/health');
      expect(asked && written(asked.hostAt)).toBe('localhost');
    }
  });

  test('a path that is a part of the host is found behind it', () => {
    const [asked] = askedAddresses(healthcheck('wget http://ready/ready'));
    expect(asked?.pathAt && asked.pathAt.start - asked.hostAt.start).toBe('ready'.length);
  });
});

describe('whether a healthcheck certainly fails', () => {
  test.each([
    ['bad', true],
    ['bad || exit 1', true],
    ['bad || exit', true],
    ['bad | grep -q ok', true],
    ['bad && good', true],
    ['good && bad', true],
    ['good; bad', true],
    ['good | bad', true],
    ['bad || false', true],
    ['! good && bad', true],
    ['bad || good', false],
    ['bad || true', false],
    ['bad; good', false],
    ['bad | cat', false],
    ['bad | grep -q x /file', false],
    ['! bad', false],
    ['good || bad', false],
    ['bad; exit 0', false],
    ['bad || exit $$X', false],
    ['if bad; then exit 1; fi', false],
  ])('%s: %s', (script, fails) => {
    expect(certainlyFails(healthcheck(JSON.stringify(script)), ([program]) => program.value === 'bad')).toBe(fails);
  });

  test('CMD and a shell that is named', () => {
    const isBad = ([program]: readonly { value: string }[]): boolean => program?.value === 'bad';
    expect(certainlyFails(healthcheck('[CMD, bad, x]'), isBad)).toBe(true);
    expect(certainlyFails(healthcheck('[CMD, good, bad]'), isBad)).toBe(false);
    expect(certainlyFails(healthcheck('[CMD, sh, -c, "bad || exit 1"]'), isBad)).toBe(true);
    expect(commandsOf(healthcheck('[CMD-SHELL, "a; b"]')).map(([program]) => program.value)).toEqual(['a', 'b']);
  });
});
