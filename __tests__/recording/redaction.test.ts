import { describe, expect, test } from '@jest/globals';
import { Redaction } from '../../src/recording/redaction.js';
import { loadAllSchemas } from '../../src/schema/compiled-schemas.js';
import { AGENT_STACK, stackOf } from '../fakes/load.js';

await loadAllSchemas();

const FILES = {
  ...AGENT_STACK,
  'compose.yml': AGENT_STACK['compose.yml'].replace(
    '    ports: ["8000:8000"]\n',
    `    ports: ["8000:8000"]
    env_file: [agent.env]
    environment:
      DATABASE_URL: postgres://app:Gh7-kLm2pQ@db/app
      API_TOKEN: tok-9f8e7d6c5b
      LOG_LEVEL: debug
    command: [agent, --admin-password=Zx81-spectrum, --port=8000]
`,
  ),
  'agent.env': 'SESSION_SECRET=s3ss10n-s3cr3t\nREDIS_PASSWORD=admin\n',
  'prometheus.yml': `${AGENT_STACK['prometheus.yml']}    basic_auth: {username: prometheus, password: hunter2-hunter2}
`,
};
const SECRETS = [
  'Gh7-kLm2pQ',
  'tok-9f8e7d6c5b',
  'Zx81-spectrum',
  's3ss10n-s3cr3t',
  'hunter2-hunter2',
  'from-the-shell',
];
const redaction = new Redaction(stackOf(FILES), { DEPLOY_TOKEN: 'from-the-shell', HOME: '/home/me' });

describe('credentials', () => {
  test.each(Object.entries(FILES))('are taken out of %s, and everything stays at its place', (_, text) => {
    const redacted = redaction.file(text);
    for (const secret of SECRETS) expect(redacted).not.toContain(secret);
    expect(redacted.split('\n').map((line) => line.length)).toEqual(text.split('\n').map((line) => line.length));
    expect(redaction.file(redacted)).toBe(redacted);
  });

  test('that are common words are hidden at their place only', () => {
    expect(redaction.file(FILES['agent.env'])).toContain('REDIS_PASSWORD=xxxxx\n');
    expect(redaction.text('the admin page of app')).toBe('the admin page of app');
  });

  test('are found again wherever a run repeats them', () => {
    const said = {
      logs: [`login with ${SECRETS[4] ?? ''} failed`],
      nested: { url: 'http://u:pw-of-a-url@agent/' },
      n: 1,
    };
    expect(redaction.deep(said)).toEqual({
      logs: ['login with xxxxxxxxxxxxxxx failed'],
      nested: { url: 'http://u:xxxxxxxxxxx@agent/' },
      n: 1,
    });
    expect(redaction.text('Authorization: Bearer abcdefgh.ijkl')).toBe('Authorization: Bearer xxxxxxxxxxxxx');
    expect(redaction.text('token from-the-shell')).not.toContain('shell');
  });

  test('private keys lose their text', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw\nBCIEIA==\n-----END PRIVATE KEY-----\n';
    expect(redaction.text(key)).toBe(
      '-----BEGIN PRIVATE KEY-----\nxxxxxxxxxxxxxxxx\nxxxxxxxx\n-----END PRIVATE KEY-----\n',
    );
  });

  test('what is none stays', () => {
    for (const plain of ['LOG_LEVEL: debug', '/home/me', 'agent:8000', '--port=8000', 'prometheus'])
      expect(redaction.text(plain)).toBe(plain);
    expect(redaction.file(FILES['prometheus.yml'])).toContain('username: prometheus');
  });

  test.each(['-', 'a', 'a.', '://', '--pass', 'Bearer ', 'a=', '-----BEGIN PRIVATE KEY-----'])(
    'are looked for in a megabyte of "%s" before anybody gives up',
    (part) => {
      expect(redaction.file(part.repeat(1_000_000 / part.length))).toHaveLength(
        part.length * Math.floor(1_000_000 / part.length),
      );
    },
  );
});
