import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stackOf } from '../fakes/load.js';
import { MemoryFiles } from '../fakes/memory-files.js';
import { SourceFile } from '../../src/model/source.js';
import { check } from '../../src/stages/check.js';
import { readDockerfile, type BuildRequest } from '../../src/stack/dockerfile.js';
import { parseDockerfile } from '../../src/stack/dockerfile-parse.js';

const FILES = {
  '/c/a.yml': '',
  '/c/b.yml': '',
  '/c/conf/prometheus.yml': '',
  '/c/conf/rules/one.yml': '',
};

function build(text: string, request: Partial<BuildRequest> = {}) {
  const file = new SourceFile('Dockerfile', 'dockerfile', text);
  return readDockerfile(file, { context: '/c', args: new Map(), files: new MemoryFiles(FILES), ...request });
}

const mounts = (text: string, request: Partial<BuildRequest> = {}): string[] =>
  (build(text, request)?.mounts ?? []).map(({ kind, source, target }) => `${kind} ${source} ${target}`);

const values = (words: readonly { value: unknown }[] | undefined): unknown[] | undefined =>
  words?.map(({ value }) => value);

describe('COPY and ADD are mounts', () => {
  test.each([
    ['a file', 'COPY a.yml /etc/x.yml', ['bind /c/a.yml /etc/x.yml']],
    ['a file into a directory', 'ADD a.yml /etc/x/', ['bind /c/a.yml /etc/x/a.yml']],
    ['a file into a directory of the image', 'COPY a.yml /etc/prometheus', ['bind /c/a.yml /etc/prometheus/a.yml']],
    [
      'a file into a directory that was copied',
      'COPY conf /x\nCOPY a.yml /x/rules\nCOPY a.yml /x/rules/deep/\nCOPY b.yml /x/rules',
      [
        'bind /c/conf /x',
        'bind /c/a.yml /x/rules',
        'bind /c/a.yml /x/rules/deep/a.yml',
        'bind /c/b.yml /x/rules/b.yml',
      ],
    ],
    [
      'a directory over another one',
      'COPY conf /x\nCOPY conf/rules /x',
      [
        'bind /c/conf/rules /x',
        'bind /c/conf/prometheus.yml /x/prometheus.yml',
        'bind /c/conf/rules/one.yml /x/rules/one.yml',
      ],
    ],
    ['a directory over a file', 'COPY a.yml /x/prometheus.yml\nCOPY conf /x', ['bind /c/conf /x']],
    [
      'a directory around one that was copied',
      'COPY conf/rules /x/rules\nCOPY b.yml /x/rules/\nCOPY conf /x',
      ['bind /c/conf /x', 'bind /c/b.yml /x/rules/b.yml'],
    ],
    ['a directory', 'COPY conf/ /etc/prometheus/', ['bind /c/conf /etc/prometheus']],
    ['all', 'COPY . /app', ['bind /c /app']],
    ['several sources', 'COPY a.yml b.yml /x/', ['bind /c/a.yml /x/a.yml', 'bind /c/b.yml /x/b.yml']],
    ['a pattern', 'COPY *.yml /x/', ['bind /c/a.yml /x/a.yml', 'bind /c/b.yml /x/b.yml']],
    ['JSON form', 'COPY ["a.yml", "/with space.yml"]', ['bind /c/a.yml /with space.yml']],
    ['flags', 'COPY --chown=nobody:nobody --chmod=644 a.yml /x.yml', ['bind /c/a.yml /x.yml']],
    ['the working directory', 'WORKDIR /w\nWORKDIR sub\nCOPY a.yml .', ['bind /c/a.yml /w/sub/a.yml']],
    ['a path that climbs out', 'COPY ../../a.yml /x.yml', ['bind /c/a.yml /x.yml']],
    ['variables', 'ARG D=/etc/p\nENV F=$D/x.yml\nCOPY ${MISSING:-a}.yml $F', ['bind /c/a.yml /etc/p/x.yml']],
    ['what is fetched', 'ADD https://example.com/x.yml /x.yml', ['other  /x.yml']],
    ['what another image has', 'COPY --from=busybox /bin/sh /sh', ['other  /sh']],
    ['what does not exist', 'COPY none.yml /x.yml', ['other  /x.yml']],
    [
      'a text in place',
      'COPY <<EOF /x.yml\na: 1\nEOF\nCOPY a.yml /y.yml',
      ['content a: 1\n /x.yml', 'bind /c/a.yml /y.yml'],
    ],
    ['a text with variables', 'COPY <<EOF /x.yml\na: $B\nEOF', ['other  /x.yml']],
    ['a text with quoted variables', "COPY <<'EOF' /d/\na: $B\nEOF", ['content a: $B\n /d/EOF']],
    ['a copy inside a text', 'RUN <<EOF\nCOPY a.yml /x.yml\nEOF\nCOPY b.yml /y.yml', ['bind /c/b.yml /y.yml']],
  ])('%s', (_, text, expected) => {
    expect(mounts(`FROM prom/prometheus:v3.5.0\n${text}\n`)).toEqual(expected);
  });
});

describe('lines', () => {
  test('are continued over comments and empty lines', () => {
    expect(mounts('FROM a\nCOPY \\\n  # why\n\n  a.yml \\  \n  /x.yml\n')).toEqual(['bind /c/a.yml /x.yml']);
  });

  test('are continued by a back-tick when the file says so', () => {
    expect(mounts('# escape=`\nFROM a\nCOPY a.yml `\n  /x.yml\r\n')).toEqual(['bind /c/a.yml /x.yml']);
  });

  test('have words that know where they are', () => {
    const text = 'from a\n  CMD [ "one", "t\\u0077o" ]\nCMD x "y z" \\\n  w\n';
    const file = new SourceFile('Dockerfile', 'dockerfile', text);
    const [from, json, shell] = parseDockerfile(file);
    const shown = (instruction: typeof from) =>
      instruction?.words.map(({ value, at }) => [value, text.slice(at.start, at.end)]);
    expect(from?.keyword).toBe('FROM');
    expect(json && text.slice(json.at.start, json.at.end)).toBe('CMD');
    expect(shown(json)).toEqual([
      ['one', '"one"'],
      ['two', '"t\\u0077o"'],
    ]);
    expect(shown(shell)).toEqual([
      ['x', 'x'],
      ['y z', '"y z"'],
      ['w', 'w'],
    ]);
  });

  test('a text without an end reaches to the end of the file', () => {
    expect(mounts('FROM a\nCOPY <<EOF /x\na: 1')).toEqual(['content a: 1 /x']);
  });
});

describe('stages', () => {
  const text = `ARG VERSION=v2.53.0
FROM busybox AS files
COPY conf /out
FROM prom/prometheus:\${VERSION} AS base
CMD ["--config.file=/base.yml"]
COPY a.yml /base.yml
FROM base AS last
COPY --from=files /out/rules /rules
COPY --from=0 /out/prometheus.yml /p.yml
FROM scratch
`;

  test('pass on what they have', () => {
    const image = build(text, { target: 'LAST' });
    expect(image?.base?.value).toBe('prom/prometheus:v2.53.0');
    expect(values(image?.command)).toEqual(['--config.file=/base.yml']);
    expect(mounts(text, { target: 'last' })).toEqual([
      'bind /c/a.yml /base.yml',
      'bind /c/conf/rules /rules',
      'bind /c/conf/prometheus.yml /p.yml',
    ]);
  });

  test('the last one is taken when none is named', () => {
    expect(build(text)).toMatchObject({ base: undefined, mounts: [], command: [] });
    expect(build(text, { target: '1' })?.mounts).toHaveLength(1);
    expect(build(text, { target: 'none' })).toBeUndefined();
  });

  test('arguments of the build win over defaults', () => {
    expect(build(text, { target: 'base', args: new Map([['VERSION', 'v3.1.0']]) })?.base?.value).toBe(
      'prom/prometheus:v3.1.0',
    );
  });

  test('an argument before FROM counts inside only when it is named again', () => {
    expect(mounts('ARG N=a\nFROM x\nCOPY $N.yml /x')).toEqual(['other  /x']);
    expect(mounts('ARG N=a\nFROM x\nARG N\nCOPY $N.yml /x')).toEqual(['bind /c/a.yml /x']);
  });

  test('an image whose name is not known is none', () => {
    expect(build('ARG BASE\nFROM $BASE\n')?.base).toBeUndefined();
  });

  test('an entry point takes away the command of the image below, not its own', () => {
    expect(values(build('FROM a AS x\nCMD a\nFROM x\nENTRYPOINT ["b"]\n')?.command)).toEqual([]);
    expect(values(build('FROM a\nCMD a\nENTRYPOINT b c\n')?.command)).toEqual(['a']);
  });

  test('ports are exposed', () => {
    expect(values(build('FROM a\nARG P=80\nEXPOSE $P 90-91/tcp 53/udp\n')?.exposed)).toEqual([80, 90, 91]);
  });
});

test('no text makes the reader fail or hang', () => {
  const piece = fc.constantFrom(
    ...[
      'FROM a',
      ' AS b',
      'COPY',
      ' --from=b',
      ' --from=0',
      ' a.yml',
      ' /x',
      ' <<EOF',
      'EOF',
      ' ["a", "b"]',
      ' [',
      '"',
      "'",
      '\\',
    ],
    ...[
      '\n',
      '\r\n',
      '\\\n',
      '# x',
      ' conf',
      ' .',
      'ARG A=',
      '$A',
      '${A:-',
      '}',
      'ENV A',
      'EXPOSE 1-9',
      'CMD',
      'WORKDIR ..',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      for (const { target } of build(text)?.mounts ?? []) expect(target.startsWith('/')).toBe(true);
      const file = new SourceFile('Dockerfile', 'dockerfile', text);
      for (const { keyword, at, words } of parseDockerfile(file)) {
        expect(text[at.start]?.toUpperCase()).toBe(keyword[0]);
        for (const word of words) expect(word.at.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 1000 },
  );
});

describe('a Prometheus whose configuration is in its image', () => {
  const compose = `services:
  metrics:
    build: ./monitoring
  agent:
    image: example/agent:1
    expose: ["8000"]
`;
  const dockerfile = `FROM prom/prometheus:v2.53.0
COPY prometheus.yml /etc/prometheus/prometheus.yml
COPY rules/ /etc/prometheus/rules/
`;
  const config = `rule_files: [rules/*.yml, none/*.yml]
scrape_configs:
  - job_name: agent
    static_configs:
      - targets: [agnet:8000]
alerting:
  alertmanagers: [{static_configs: [{targets: [alerts.example.com:9093]}]}]
`;
  const files = {
    'compose.yml': compose,
    'monitoring/Dockerfile': dockerfile,
    'monitoring/prometheus.yml': config,
    'monitoring/rules/one.yml':
      'groups:\n  - name: g\n    rules:\n      - alert: A\n        expr: up\n        for: 1x\n',
  };
  const shown = (all: Readonly<Record<string, string>>): string[] =>
    check(stackOf(all)).map(
      ({ code, location }) =>
        `${location?.file ?? ''}:${String(location?.start.line)}:${String(location?.start.column)} ${code}`,
    );

  test('is found, with its version', () => {
    const stack = stackOf(files);
    expect(stack.prometheus?.service.name).toBe('metrics');
    expect(stack.prometheus?.version).toMatchObject({ major: 2, minor: 53 });
    expect(stack.prometheus?.config?.file.path).toBe('monitoring/prometheus.yml');
    expect(stack.files.find(({ kind }) => kind === 'dockerfile')?.path).toBe('monitoring/Dockerfile');
    const [found, missing] = stack.documents[0]?.references ?? [];
    expect(found).toMatchObject({
      containerPath: '/etc/prometheus/rules/*.yml',
      matches: ['/stack/monitoring/rules/one.yml'],
    });
    expect(missing?.state).toBe('unmounted');
  });

  test('has its findings in the files of the repository', () => {
    expect(shown(files)).toEqual([
      'monitoring/prometheus.yml:5:19 stack/target-unknown-service',
      'monitoring/rules/one.yml:6:14 alerting/invalid-duration',
      'monitoring/prometheus.yml:1:27 prometheus/rule-file-missing',
    ]);
  });

  test('but what is mounted over it wins', () => {
    const mounted = compose.replace(
      './monitoring\n',
      './monitoring\n    volumes: ["./other:/etc/prometheus", "./r.yml:/etc/prometheus/rules/one.yml"]\n',
    );
    const stack = stackOf({ ...files, 'compose.yml': mounted, 'other/prometheus.yml': config });
    expect(stack.prometheus?.config?.file.path).toBe('other/prometheus.yml');
    expect(stack.prometheus?.service.mounts).toHaveLength(2);
  });

  test('the command of the image names the configuration', () => {
    const stack = stackOf({
      ...files,
      'monitoring/Dockerfile':
        'FROM prom/prometheus\nCOPY prometheus.yml /p.yml\nCMD ["--config.file=/p.yml", \\\n  "--web.listen-address=:9191"]\n',
    });
    expect(stack.prometheus).toMatchObject({ port: 9191, configPath: { value: '/p.yml' } });
    const at = stack.prometheus?.configPath.at;
    expect(at?.file.path).toBe('monitoring/Dockerfile');
    expect(at?.file.position(at.start)).toEqual({ line: 3, column: 6 });
    expect(stack.prometheus?.config?.file.path).toBe('monitoring/prometheus.yml');
  });

  test('a command of the compose file takes its place, an entry point takes both', () => {
    const words = (extra: string) => {
      const service = stackOf({
        'compose.yml': `services:\n  metrics:\n    build: {context: monitoring, args: {A: b}}\n${extra}`,
        'monitoring/Dockerfile': 'FROM prom/prometheus\nENTRYPOINT ["/e"]\nCMD ["c"]\n',
      }).project.services[0];
      return values([...(service?.entrypoint ?? []), ...(service?.command ?? [])]);
    };
    expect(words('')).toEqual(['/e', 'c']);
    expect(words('    command: [x]\n')).toEqual(['/e', 'x']);
    expect(words('    entrypoint: [y]\n')).toEqual(['y']);
    expect(words('    entrypoint: [y]\n    command: [x]\n')).toEqual(['y', 'x']);
  });

  test('a Dockerfile that is missing is reported at the key that needs it', () => {
    const { [`monitoring/Dockerfile`]: _, ...without } = files;
    expect(shown(without)).toEqual(['compose.yml:3:5 file/no-dockerfile']);
    const named = compose.replace('./monitoring', '{context: ./monitoring, dockerfile: Prod.dockerfile}');
    expect(shown({ ...files, 'compose.yml': named })).toEqual(['compose.yml:3:48 file/no-dockerfile']);
  });

  test('a context elsewhere cannot be seen and is no fault', () => {
    const elsewhere = compose.replace('./monitoring', 'https://example.com/x.git#main');
    expect(shown({ 'compose.yml': elsewhere }).filter((line) => line.includes('unreadable'))).toEqual([]);
  });

  test('a Dockerfile inside the compose file is read, and its text has the positions of the compose file', () => {
    const inline = compose.replace(
      './monitoring\n',
      '\n      context: monitoring\n      dockerfile_inline: |\n        FROM prom/prometheus:v2.53.0\n        CMD ["--config.file=/none.yml"]\n',
    );
    const at = stackOf({ ...files, 'compose.yml': inline }).prometheus?.configPath.at;
    expect(at?.file.position(at.start)).toEqual({ line: 7, column: 14 });
  });

  test('a configuration that is written in the Dockerfile is judged there', () => {
    const text = `FROM prom/prometheus\nCOPY <<EOF /etc/prometheus/prometheus.yml\nscrape_configs:\n  - job_name: agent\n    static_configs: [{targets: [agnet:8000]}]\nEOF\n`;
    expect(shown({ 'compose.yml': compose, 'monitoring/Dockerfile': text })).toEqual([
      'monitoring/Dockerfile:5:33 stack/target-unknown-service',
    ]);
  });
});

describe('what is done to the image', () => {
  const steps = (text: string) => build(`FROM debian:13-slim\n${text}`)?.steps;

  test.each([
    ['RUN apk add --no-cache curl=8.1-r0 bash && rm -rf /x', ['curl', 'bash'], false],
    ['RUN apt-get update \\\n && apt-get install -y --no-install-recommends \\\n    wget', ['wget'], false],
    ['RUN ["apk", "add", "curl"]', ['curl'], false],
    ['RUN mkdir /data && chown app /data', [], false],
    ['RUN apk add $PACKAGES', ['$PACKAGES'], true],
    ['RUN curl -sL https://example.org/setup | bash', [], true],
    ['RUN <<EOF\napk add curl\nEOF', [], true],
    ['COPY . /usr/local/bin/', [], true],
    ['COPY tools /', [], true],
    ['COPY --from=x /a /usr/bin/wget', [], false],
    ['ENV PATH=/opt/tools:$PATH', [], true],
    ['ENV PATH=/app/.venv/bin:$PATH', [], false],
  ])('%s', (text, packages, bringsUnknown) => {
    expect(steps(text)).toMatchObject({ packages, bringsUnknown });
  });

  test('the final stage has what its own and its parents do', () => {
    const built = build(
      'FROM alpine AS base\nRUN apk add wget\nUSER app\nHEALTHCHECK CMD wget x\nFROM alpine AS other\nRUN make\nFROM base\nCOPY x /bin/x\nUSER 1000:1000\n',
    )?.steps;
    expect(built).toMatchObject({ packages: ['wget'], programs: ['x'], bringsUnknown: false, fromScratch: false });
    expect(built?.user?.value).toBe('1000:1000');
    expect(built?.healthcheck?.disabled).toBe(false);
  });

  test('HEALTHCHECK NONE takes it away, and scratch is nothing', () => {
    const built = build('FROM scratch\nHEALTHCHECK NONE\n')?.steps;
    expect(built).toMatchObject({ fromScratch: true, healthcheck: { disabled: true } });
  });
});
