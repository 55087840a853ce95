import { overridden, web, withFiles, withShell, type Chapter } from './project.js';

const DB = '  db:\n    image: db:1\n';
const NETS = 'networks:\n  front:\n  back:\n';

/** https://docs.docker.com/reference/compose-file/merge/ */
export const mergeChapter: Chapter = {
  scalars: overridden('restart: always\nhostname: a', 'image: web:2\nhostname: b'),
  'command replaced': overridden('command: [a, b]', 'command: c d'),
  'entrypoint replaced': overridden('entrypoint: a b', 'entrypoint: [c]'),
  'healthcheck test replaced': overridden(
    'healthcheck: {test: [CMD, a], interval: 5s}',
    'healthcheck: {test: b, retries: 2}',
  ),
  'environment list and mapping': overridden('environment: [A=1, B=1]', 'environment: {B: 2, C: 3}'),
  'environment mapping and list': overridden('environment: {A: 1, B: 1}', 'environment: [B=2, C]'),
  'labels list and mapping': overridden('labels: [a=1, b=1]', 'labels: {b: 2}'),
  'annotations and sysctls': overridden(
    'annotations: [a=1]\nsysctls: {x: 1}',
    'annotations: {a: 2}\nsysctls: [x=2, y=3]',
  ),
  'ports appended': overridden('ports: ["80:80"]', 'ports: ["81:81", "80:80", "82"]'),
  'ports short and long': overridden(
    'ports: ["8080:80"]',
    'ports: [{target: 80, published: "8080"}, {target: 81, published: 8081}]',
  ),
  'ports of another address': overridden('ports: ["8080:80"]', 'ports: ["127.0.0.1:8080:80"]'),
  'ports as ranges': overridden('ports: ["8000-8002:80-82"]', 'ports: ["8001:81"]'),
  'expose appended': overridden('expose: ["90", "91"]', 'expose: ["91", 92]'),
  'volumes by mount point': overridden('volumes: ["./a:/x", "./c:/c"]', 'volumes: ["./b:/x", "./d:/d:ro"]'),
  'volumes short and long': overridden('volumes: ["./a:/x"]', 'volumes: [{type: tmpfs, target: /x}]'),
  'volumes long and short': overridden(
    'volumes: [{type: bind, source: ./a, target: /x, read_only: true}]',
    'volumes: ["./b:/x"]',
  ),
  'an anonymous volume over a bind': overridden('volumes: ["./a:/x"]', 'volumes: ["/x"]'),
  'configs by target': overridden(
    'configs: [{source: c1, target: /x}]',
    'configs: [{source: c2, target: /x}]',
    'configs:\n  c1: {file: ./1}\n  c2: {file: ./2}\n',
  ),
  'secrets by target': overridden(
    'secrets: [s1, s2]',
    'secrets: [{source: s3, target: /run/secrets/s1}]',
    'secrets:\n  s1: {file: ./1}\n  s2: {file: ./2}\n  s3: {file: ./3}\n',
  ),
  'depends_on list and mapping': overridden('depends_on: [db]', 'depends_on:\n  db: {condition: service_healthy}', DB),
  'depends_on mapping and list': overridden('depends_on:\n  db: {condition: service_healthy}', 'depends_on: [db]', DB),
  'networks list and mapping': overridden('networks: [front]', 'networks:\n  back: {aliases: [w]}', NETS),
  'networks mappings': overridden(
    'networks:\n  front: {aliases: [a]}',
    'networks:\n  front: {aliases: [b, a], priority: 3}',
    NETS,
  ),
  'networks mapping and list': overridden('networks:\n  front: {aliases: [a]}', 'networks: [front, back]', NETS),
  'dns text and list': overridden('dns: 1.1.1.1\ndns_search: a', 'dns: [2.2.2.2, 1.1.1.1]\ndns_search: [b]'),
  'tmpfs text and text': overridden('tmpfs: /a', 'tmpfs: /b'),
  'capabilities united': overridden('cap_add: [A, B]\ncap_drop: [C]', 'cap_add: [B, D]'),
  'lists that only append': overridden('security_opt: [a]\ngroup_add: ["1"]', 'security_opt: [b]\ngroup_add: ["2"]'),
  'logging with the same driver': overridden(
    'logging: {driver: json-file, options: {a: "1", b: "1"}}',
    'logging: {driver: json-file, options: {b: "2"}}',
  ),
  'logging with another driver': overridden(
    'logging: {driver: json-file, options: {a: "1"}}',
    'logging: {driver: syslog, options: {b: "2"}}',
  ),
  'logging without a driver': overridden(
    'logging: {driver: json-file, options: {a: "1"}}',
    'logging: {options: {b: "2"}}',
  ),
  'ulimits number and mapping': overridden('ulimits: {nofile: 5, nproc: 1}', 'ulimits: {nofile: {soft: 1, hard: 2}}'),
  'ulimits mapping and number': overridden('ulimits: {nofile: {soft: 1, hard: 2}}', 'ulimits: {nofile: 5}'),
  'build text and mapping': overridden('build: ./a', 'build: {dockerfile: x, args: {A: 1}}'),
  'build mapping and text': overridden('build: {context: ./a, dockerfile: x}', 'build: ./b'),
  'build args': overridden('build: {context: ., args: [A=1, B=1]}', 'build: {args: {B: 2}}'),
  'build caches and tags': overridden(
    'build: {context: ., cache_from: [a], tags: [x]}',
    'build: {cache_from: [b], tags: [x, y]}',
  ),
  'extra_hosts united': overridden('extra_hosts: ["a:1.1.1.1"]', 'extra_hosts: {b: 2.2.2.2}'),
  'extra_hosts of the same name': overridden('extra_hosts: ["a:1.1.1.1"]', 'extra_hosts: ["a:2.2.2.2"]'),
  'devices by target': overridden('devices: ["/dev/a:/dev/x"]', 'devices: ["/dev/b:/dev/x", "/dev/c"]'),
  'deploy mappings': overridden(
    'deploy: {replicas: 2, resources: {limits: {cpus: "1"}}}',
    'deploy: {resources: {limits: {memory: 1g}}}',
  ),
  'env_file appended': withFiles(overridden('env_file: a.env', 'env_file: [b.env]'), {
    'a.env': 'A=1\nB=1\n',
    'b.env': 'B=2\n',
  }),
  'profiles united': { ...overridden('profiles: [a]', 'profiles: [a, b]'), profiles: ['b'] },
  'links and external links': overridden('links: [db]', 'links: ["db:x", db]', DB),
  'a null keeps what was there': overridden('restart: always', 'restart:'),
  'an empty mapping keeps what was there': overridden('environment: {A: 1}', 'environment: {}'),
  'an override adds a service': withFiles(web(''), { 'compose.override.yml': 'services:\n  db:\n    image: db:1\n' }),
  'an override changes a network': {
    files: {
      'compose.yml':
        'services:\n  web:\n    image: web:1\n    networks: [n]\nnetworks:\n  n: {driver: bridge, labels: [a=1], ipam: {config: [{subnet: 10.0.0.0/24}]}}\n',
      'compose.override.yml':
        'networks:\n  n: {internal: true, labels: {a: 2}, ipam: {config: [{subnet: 10.0.0.0/24, gateway: 10.0.0.1}]}}\n',
    },
  },
  'an override changes a volume': {
    files: {
      'compose.yml':
        'services:\n  web:\n    image: web:1\n    volumes: ["vol:/v"]\nvolumes:\n  vol: {driver: a, driver_opts: {x: "1"}}\n',
      'compose.override.yml': 'volumes:\n  vol: {driver_opts: {y: "2"}, labels: [l=1]}\n',
    },
  },
  'an override gives a null volume settings': {
    files: {
      'compose.yml': 'services:\n  web:\n    image: web:1\n    volumes: ["vol:/v"]\nvolumes:\n  vol:\n',
      'compose.override.yml': 'volumes:\n  vol: {name: other}\n',
    },
  },
  'an override changes a config': {
    files: {
      'compose.yml': 'services:\n  web:\n    image: web:1\n    configs: [c]\nconfigs:\n  c: {file: ./a}\n',
      'compose.override.yml': 'configs:\n  c: {file: ./b}\n',
    },
  },
  'the name of the last file': {
    files: { 'compose.yml': 'name: one\nservices:\n  web:\n    image: web:1\n', 'compose.override.yml': 'name: two\n' },
  },
  'three files': {
    files: {
      'a.yml': 'services:\n  web:\n    image: web:1\n    ports: ["1:1"]\n    environment: {A: 1}\n',
      'b.yml': 'services:\n  web:\n    ports: ["2:2"]\n    environment: [A=2]\n',
      'sub/c.yml': 'services:\n  web:\n    volumes: ["./x:/x"]\n    environment: {B: 3}\n',
    },
    composeFiles: ['a.yml', 'b.yml', 'sub/c.yml'],
  },
  'reset of a list': overridden('ports: ["80:80"]\nrestart: always', 'ports: !reset []\nrestart: !reset null'),
  'reset of one key of a mapping': overridden('environment: {A: 1, B: 2}', 'environment: {A: !reset null}'),
  'reset of a mapping': overridden('environment: {A: 1}\nlabels: {x: y}', 'environment: !reset {}'),
  'reset of a service': withFiles(web('', DB), { 'compose.override.yml': 'services:\n  db: !reset null\n' }),
  'override of a list': overridden('ports: ["80:80"]', 'ports: !override ["81:81"]'),
  'override of a mapping': overridden('environment: {A: 1}', 'environment: !override {B: 2}'),
  'override of a service': withFiles(web('restart: always', DB), {
    'compose.override.yml': 'services:\n  web: !override\n    image: new:1\n',
  }),
  'override of networks': overridden('networks: [front]', 'networks: !override [back]', NETS),
  'reset in a single file': web('ports: !reset ["80:80"]\nrestart: always'),
};

/** https://docs.docker.com/reference/compose-file/services/#extends */
export const extendsChapter: Chapter = {
  'extends in one file': web(
    'restart: always\nports: ["80:80"]',
    '  copy:\n    extends: web\n    ports: ["81:81"]\n  long:\n    extends: {service: copy}\n    image: long:1\n',
  ),
  'extends of another file': {
    files: {
      'compose.yml': 'services:\n  web:\n    extends: {file: lib/base.yml, service: base}\n    restart: "no"\n',
      'lib/base.yml':
        'services:\n  base:\n    extends: {service: root}\n    image: base:1\n  root:\n    image: root:1\n    volumes: ["./data:/data"]\n    restart: always\n',
    },
  },
  'extends carries paths': withFiles(
    {
      files: {
        'compose.yml': 'services:\n  web:\n    extends: {file: lib/base.yml, service: base}\n',
        'lib/base.yml':
          'services:\n  base:\n    build: ./ctx\n    env_file: ./base.env\n    volumes: ["./v:/v", {type: bind, source: ./w, target: /w}]\n    label_file: ./l.labels\n',
      },
    },
    { 'lib/base.env': 'A=1\n', 'lib/l.labels': 'l=1\n' },
  ),
  'extends merges mappings': {
    files: {
      'compose.yml':
        'services:\n  web:\n    extends: {file: b.yml, service: base}\n    environment: [B=2]\n    labels: {y: "2"}\n    command: own\n    healthcheck: {retries: 5}\n',
      'b.yml':
        'services:\n  base:\n    image: b:1\n    environment: {A: 1, B: 1}\n    labels: [x=1, y=1]\n    command: theirs\n    healthcheck: {test: t, retries: 1}\n',
    },
  },
  'extends carries depends_on': {
    files: {
      'compose.yml':
        'services:\n  base:\n    image: b:1\n    depends_on: [db]\n    networks: [n]\n    volumes: ["vol:/v"]\n  web:\n    extends: base\n    depends_on: [other]\n  db:\n    image: db:1\n  other:\n    image: o:1\nnetworks:\n  n:\nvolumes:\n  vol:\n',
    },
  },
  'extends interpolates the other file': withShell(
    {
      files: {
        'compose.yml': 'services:\n  web:\n    extends: {file: b.yml, service: base}\n',
        'b.yml': 'services:\n  base:\n    image: b:${TAG}\n',
      },
    },
    { TAG: '9' },
  ),
  'extends with a reset': {
    files: {
      'compose.yml':
        'services:\n  base:\n    image: b:1\n    ports: ["80:80"]\n  web:\n    extends: base\n    ports: !reset []\n',
    },
  },
  'extends with an override tag': {
    files: {
      'compose.yml':
        'services:\n  base:\n    image: b:1\n    ports: ["80:80"]\n  web:\n    extends: base\n    ports: !override ["81:80"]\n',
    },
  },
  'extends before a merge': withFiles(
    { files: { 'compose.yml': 'services:\n  base:\n    image: b:1\n    expose: ["1"]\n  web:\n    extends: base\n' } },
    { 'compose.override.yml': 'services:\n  web:\n    expose: ["2"]\n' },
  ),
  'extends of an extended file': {
    files: {
      'compose.yml': 'services:\n  web:\n    extends: {file: a/a.yml, service: s}\n',
      'a/a.yml': 'services:\n  s:\n    extends: {file: ../b/b.yml, service: s}\n    volumes: ["./a:/a"]\n',
      'b/b.yml': 'services:\n  s:\n    image: b:1\n    volumes: ["./b:/b"]\n',
    },
  },
  'extends of the same file by name': {
    files: {
      'compose.yml':
        'services:\n  base:\n    image: b:1\n  web:\n    extends: {file: compose.yml, service: base}\n    restart: always\n',
    },
  },
  'extends of a service with a profile': {
    files: {
      'compose.yml':
        'services:\n  base:\n    image: b:1\n    profiles: [never]\n  web:\n    extends: base\n  other:\n    image: o:1\n',
    },
  },
  'extends across two files that need each other': {
    files: {
      'compose.yml':
        'services:\n  web:\n    extends: {file: lib/b.yml, service: two}\n  one:\n    image: one:1\n    restart: always\n',
      'lib/b.yml': 'services:\n  two:\n    extends: {file: ../compose.yml, service: one}\n    tty: true\n',
    },
  },
  'extends of a file in a sub-directory by name': {
    files: {
      'sub/compose.yml': 'services:\n  web:\n    extends: {file: base.yml, service: base}\n    volumes: ["./x:/x"]\n',
      'sub/base.yml': 'services:\n  base:\n    image: b:1\n    volumes: ["./y:/y"]\n',
    },
    composeFiles: ['sub/compose.yml'],
  },
  'extends of a second file': {
    files: {
      'compose.yml': 'services:\n  web:\n    image: web:1\n',
      'sub/more.yml': 'services:\n  other:\n    extends: {file: base.yml, service: base}\n',
      'base.yml': 'services:\n  base:\n    image: b:1\n',
    },
    composeFiles: ['compose.yml', 'sub/more.yml'],
  },
  'extends with scale and ulimits': {
    files: {
      'compose.yml':
        'services:\n  base:\n    image: b:1\n    ulimits: {nofile: 5}\n    scale: 2\n  web:\n    extends: base\n    ulimits: {nofile: {soft: 1, hard: 3}}\n',
    },
  },
};

/** https://docs.docker.com/reference/compose-file/include/ */
export const includeChapter: Chapter = {
  'include short': {
    files: {
      'compose.yml': 'include:\n  - db/compose.yml\nservices:\n  web:\n    image: web:1\n    depends_on: [db]\n',
      'db/compose.yml': 'services:\n  db:\n    image: db:${TAG:-1}\n    volumes: ["./init:/init"]\n',
      'db/.env': 'TAG=9\n',
    },
  },
  'include long': {
    files: {
      'compose.yml':
        'include:\n  - path: [db/compose.yml, db/more.yml]\n    project_directory: .\n    env_file: db.env\nservices:\n  web:\n    image: web:1\n',
      'db/compose.yml': 'services:\n  db:\n    image: db:$TAG\n    volumes: ["./init:/init"]\n',
      'db/more.yml': 'services:\n  db:\n    restart: always\n',
      'db.env': 'TAG=5\n',
    },
  },
  'include of several files': {
    files: {
      'compose.yml': 'include: [a.yml, {path: b.yml}]\nservices:\n  web:\n    image: web:1\n',
      'a.yml': 'services:\n  a:\n    image: a:1\nnetworks:\n  n1:\n',
      'b.yml': 'services:\n  b:\n    image: b:1\n    networks: [n2]\nnetworks:\n  n2:\n',
    },
  },
  'include of an include': {
    files: {
      'compose.yml': 'include: [one/compose.yml]\nservices:\n  web:\n    image: web:1\n',
      'one/compose.yml': 'include: [two/compose.yml]\nservices:\n  one:\n    image: one:1\n    build: ./ctx\n',
      'one/two/compose.yml':
        'services:\n  two:\n    image: two:1\n    env_file: two.env\n    configs: [c]\nconfigs:\n  c: {file: ./c.yml}\n',
      'one/two/two.env': 'TWO=2\n',
    },
  },
  'the including environment wins': withShell(
    {
      files: {
        'compose.yml': 'include: [db/compose.yml]\nservices:\n  web:\n    image: web:$TAG\n',
        '.env': 'TAG=outer\n',
        'db/compose.yml': 'services:\n  db:\n    image: db:$TAG-$OWN\n',
        'db/.env': 'TAG=inner\nOWN=own\n',
      },
    },
    {},
  ),
  'include with secrets and volumes': {
    files: {
      'compose.yml': 'include: [db/compose.yml]\nservices:\n  web:\n    image: web:1\n    volumes: ["data:/d"]\n',
      'db/compose.yml':
        'services:\n  db:\n    image: db:1\n    secrets: [s]\n    volumes: ["data:/data"]\nsecrets:\n  s: {file: ./s.txt}\nvolumes:\n  data: {name: shared}\n',
    },
  },
  'include with an override of the including project': {
    files: {
      'compose.yml': 'include: [db/compose.yml]\nservices:\n  web:\n    image: web:1\n',
      'compose.override.yml': 'services:\n  db:\n    restart: always\n    ports: ["1:1"]\n',
      'db/compose.yml': 'services:\n  db:\n    image: db:1\n    ports: ["2:2"]\n',
    },
  },
  'include by a variable': withShell(
    {
      files: {
        'compose.yml': 'include: ["${WHICH}/compose.yml"]\nservices:\n  web:\n    image: web:1\n',
        'x/compose.yml': 'services:\n  x:\n    image: x:1\n',
      },
    },
    { WHICH: 'x' },
  ),
  'include of an include with a project directory': {
    files: {
      'compose.yml': 'include:\n  - {path: a/compose.yml, project_directory: .}\nservices:\n  web:\n    image: web:1\n',
      'a/compose.yml': 'include: [b/compose.yml]\nservices:\n  a:\n    image: a:1\n    volumes: ["./v:/v"]\n',
      'b/compose.yml': 'services:\n  b:\n    image: b:1\n    volumes: ["./w:/w"]\n',
    },
  },
  'include and its own extends': {
    files: {
      'compose.yml': 'include: [a/compose.yml]\nservices:\n  web:\n    image: web:1\n',
      'a/compose.yml': 'services:\n  a:\n    extends: {file: base.yml, service: base}\n',
      'a/base.yml': 'services:\n  base:\n    image: a:1\n    build: ./ctx\n',
    },
  },
  'include of an inactive profile': {
    files: {
      'compose.yml': 'include: [a.yml]\nservices:\n  web:\n    image: web:1\n',
      'a.yml': 'services:\n  a:\n    image: a:1\n    profiles: [off]\n',
    },
  },
  'include and extends': {
    files: {
      'compose.yml':
        'include: [db/compose.yml]\nservices:\n  web:\n    extends: {file: db/compose.yml, service: db}\n    image: web:1\n',
      'db/compose.yml': 'services:\n  db:\n    image: db:1\n    volumes: ["./i:/i"]\n',
    },
  },
  'include with an absent env file': {
    files: {
      'compose.yml':
        'include: [{path: db/compose.yml, project_directory: ./db}]\nservices:\n  web:\n    image: web:1\n',
      'db/compose.yml': 'services:\n  db:\n    image: db:${TAG:-none}\n    build: .\n',
    },
  },
};
