import { web, withFiles, withShell, type Chapter, type Project } from './project.js';

const networks = (section: string): Project => web('networks: [n]', `networks:\n  n:${section}\n`);
const volumes = (section: string): Project => web('volumes: ["vol:/v"]', `volumes:\n  vol:${section}\n`);
const configs = (section: string): Project => web('configs: [c]', `configs:\n  c:${section}\n`);
const secrets = (section: string): Project => web('secrets: [s]', `secrets:\n  s:${section}\n`);

/** https://docs.docker.com/reference/compose-file/networks/ */
export const networksChapter: Chapter = {
  'network without settings': networks(''),
  'network with a driver': networks(
    ' {driver: bridge, driver_opts: {com.docker.network.bridge.host_binding_ipv4: "127.0.0.1", mtu: 1450}}',
  ),
  'network attachable and internal': networks(' {attachable: true, internal: true}'),
  'network with IPv6': networks(' {enable_ipv6: true, enable_ipv4: false}'),
  'network external': networks(' {external: true}'),
  'network external with a name': networks(' {external: true, name: my-net}'),
  'network external with an interpolated name': withShell(networks(' {external: true, name: "${NET}"}'), {
    NET: 'outer',
  }),
  'network external in the old form': networks(' {external: {name: old}}'),
  'network with ipam': networks(
    ' {ipam: {driver: default, config: [{subnet: 172.28.0.0/16, ip_range: 172.28.5.0/24, gateway: 172.28.5.254, aux_addresses: {host1: 172.28.1.5}}], options: {foo: bar}}}',
  ),
  'network labels as list': networks(' {labels: [a=b, c]}'),
  'network labels as mapping': networks(' {labels: {a: b, n: 1}}'),
  'network with a name': networks(' {name: "${P:-x}-net"}'),
  'the default network changed': web('', 'networks:\n  default: {driver: custom}\n'),
  'network that nobody uses': web('', 'networks:\n  unused: {}\n'),
  'network extension': networks(' {x-own: 1}'),
};

/** https://docs.docker.com/reference/compose-file/volumes/ */
export const volumesChapter: Chapter = {
  'volume without settings': volumes(''),
  'volume with a driver': volumes(
    ' {driver: foobar, driver_opts: {type: nfs, o: "addr=10.40.0.199", device: ":/docker", n: 5}}',
  ),
  'volume external': volumes(' {external: true}'),
  'volume external with a name': volumes(' {external: true, name: actual}'),
  'volume labels': volumes(' {labels: {com.example: x}}'),
  'volume labels as list': volumes(' {labels: [com.example=x]}'),
  'volume with a name': volumes(' {name: my-app-data}'),
  'volume that is a bind': volumes(' {driver: local, driver_opts: {type: none, o: bind, device: /tmp}}'),
  'volume that nobody uses': web('', 'volumes:\n  unused: {}\n'),
};

/** https://docs.docker.com/reference/compose-file/configs/ and https://docs.docker.com/reference/compose-file/secrets/ */
export const filesChapter: Chapter = {
  'config of a file': configs(' {file: ./httpd.conf}'),
  'config of an absolute file': configs(' {file: /etc/httpd.conf}'),
  'config of a variable': withShell(configs(' {environment: SIMPLE}'), { SIMPLE: 'value' }),
  'config with content': configs('\n    content: |\n      debug=${DEBUG:-no}\n      cost=$$5'),
  'config external': configs(' {external: true, name: "${HTTP:-http}"}'),
  'config with a name': configs(' {file: ./x, name: other}'),
  'config with labels and a template driver': configs(' {file: ./x, labels: {a: b}, template_driver: golang}'),
  'secret of a file': secrets(' {file: ./server.cert}'),
  'secret of a variable': withShell(secrets(' {environment: TOKEN}'), { TOKEN: 'hush' }),
  'secret external': secrets(' {external: true}'),
  'secret external with a name': secrets(' {external: true, name: prod-cert}'),
  'secret in the home directory': secrets(' {file: ~/cert}'),
  'a secret for a build': {
    files: {
      'compose.yml':
        'services:\n  web:\n    build:\n      context: .\n      secrets: [s, {source: t, target: cert, mode: 0400}]\nsecrets:\n  s: {file: ./s}\n  t: {file: ./t}\n',
    },
  },
};

const build = (section: string): Project => ({ files: { 'compose.yml': `services:\n  web:\n    build:${section}\n` } });

/** https://docs.docker.com/reference/compose-file/build/ */
export const buildChapter: Chapter = {
  'build as text': build(' ./dir'),
  'build as a dot': build(' .'),
  'build from git': build(' https://github.com/mycompany/example.git#branch:subdirectory'),
  'build from git over ssh': build(' git@github.com:mycompany/example.git'),
  'build with an image': web('build: ./x'),
  'build context and dockerfile': build(' {context: backend, dockerfile: ../backend.Dockerfile}'),
  'build without context': build(' {dockerfile: x.Dockerfile}'),
  'build with an inline dockerfile': build(
    '\n      context: .\n      dockerfile_inline: |\n        FROM base\n        RUN echo $$HOME',
  ),
  'build args as mapping': withShell(build(' {context: ., args: {GIT_COMMIT: cdc3b19, N: 5, GIVEN: , ABSENT: }}'), {
    GIVEN: 'here',
  }),
  'build args as list': withShell(build(' {context: ., args: [GIT_COMMIT=cdc3b19, GIVEN, ABSENT]}'), { GIVEN: 'here' }),
  'build additional contexts': build(
    ' {context: ., additional_contexts: {resources: ./res, app: "docker-image://my-app:latest", source: "https://github.com/a/b.git"}}',
  ),
  'build additional contexts as list': build(' {context: ., additional_contexts: [resources=/path/to/res]}'),
  'build caches': build(
    ' {context: ., cache_from: ["alpine:latest", "type=local,src=path"], cache_to: ["type=local,dest=path"], no_cache: true, pull: true}',
  ),
  'build extra hosts': build(' {context: ., extra_hosts: ["somehost=162.242.195.82", "v6=::1"]}'),
  'build labels': build(' {context: ., labels: {a: b}}'),
  'build network and target': build(
    ' {context: ., network: host, target: prod, isolation: default, privileged: true, shm_size: 128mb}',
  ),
  'build platforms and tags': build(
    ' {context: ., platforms: [linux/amd64, linux/arm64], tags: ["img:tag", "other:tag"]}',
  ),
  'build ssh': build(' {context: ., ssh: [default]}'),
  'build ulimits': build(
    ' {context: ., ulimits: {nproc: 65535, nofile: {soft: 1, hard: 2}}, entitlements: [network.host]}',
  ),
  'build provenance': build(' {context: ., provenance: true, sbom: true}'),
};

/** https://docs.docker.com/reference/compose-file/deploy/ and https://docs.docker.com/reference/compose-file/develop/ */
export const deployChapter: Chapter = {
  'deploy mode and replicas': web('deploy: {mode: replicated, replicas: 6, endpoint_mode: vip}'),
  'deploy labels': web('deploy: {labels: {a: b}}'),
  'deploy labels as list': web('deploy: {labels: [a=b]}'),
  'deploy placement': web(
    'deploy: {placement: {constraints: [node.labels.disktype==ssd], preferences: [{spread: node.labels.zone}], max_replicas_per_node: 2}}',
  ),
  'deploy resources': web(
    'deploy: {resources: {limits: {cpus: "0.50", memory: 50M, pids: 1}, reservations: {cpus: "0.25", memory: 20M}}}',
  ),
  'deploy cpus as number': web('deploy: {resources: {limits: {cpus: 2}}}'),
  'deploy devices': web(
    'deploy: {resources: {reservations: {devices: [{capabilities: [gpu], driver: nvidia, count: 2, options: {virtualization: false}}]}}}',
  ),
  'deploy devices by id': web(
    'deploy: {resources: {reservations: {devices: [{capabilities: [gpu], device_ids: ["0", "3"]}]}}}',
  ),
  'deploy all devices': web('deploy: {resources: {reservations: {devices: [{capabilities: [tpu], count: all}]}}}'),
  'deploy restart policy': web(
    'deploy: {restart_policy: {condition: on-failure, delay: 5s, max_attempts: 3, window: 120s}}',
  ),
  'deploy update and rollback': web(
    'deploy: {update_config: {parallelism: 2, delay: 10s, order: stop-first, failure_action: pause, monitor: 1m, max_failure_ratio: 0.3}, rollback_config: {parallelism: 1, delay: 0s}}',
  ),
  'deploy generic resources': web(
    'deploy: {resources: {reservations: {generic_resources: [{discrete_resource_spec: {kind: gpu, value: 2}}]}}}',
  ),
  'replicas from a variable': withShell(web('deploy: {replicas: "${N}"}'), { N: '4' }),
  'limits in both places that agree': web(
    'cpus: 0.5\nmem_limit: 50M\npids_limit: 5\ndeploy: {resources: {limits: {cpus: "0.5", memory: 50M, pids: 5}}}',
  ),
  'develop watch': {
    files: {
      'compose.yml':
        'services:\n  web:\n    build: .\n    develop:\n      watch:\n        - {path: ./src, action: sync, target: /src, ignore: [node_modules/]}\n        - {path: package.json, action: rebuild}\n',
    },
  },
};

/** https://docs.docker.com/reference/compose-file/version-and-name/, fragments, extensions and profiles. */
export const fileChapter: Chapter = {
  name: {
    files: {
      'compose.yml':
        'name: my-app\nservices:\n  web:\n    image: web:1\n    container_name: ${COMPOSE_PROJECT_NAME}-web\n    networks: [n]\nnetworks:\n  n:\n',
    },
  },
  'name by a variable': withShell(
    { files: { 'compose.yml': 'name: app-${STAGE:-dev}\nservices:\n  web:\n    image: web:1\n' } },
    { STAGE: 'prod' },
  ),
  'name of the environment': withShell(web(''), { COMPOSE_PROJECT_NAME: 'outer' }),
  'name of .env': withFiles(web(''), { '.env': 'COMPOSE_PROJECT_NAME=fromfile\n' }),
  'version and name': {
    files: { 'docker-compose.yml': 'version: "3.8"\nname: x\nservices:\n  web:\n    image: web:1\n' },
  },
  'compose.yaml before compose.yml': {
    files: { 'compose.yaml': 'services:\n  a:\n    image: a:1\n', 'compose.yml': 'services:\n  b:\n    image: b:1\n' },
  },
  'docker-compose.yml with its override': {
    files: {
      'docker-compose.yml': 'services:\n  a:\n    image: a:1\n',
      'docker-compose.override.yml': 'services:\n  a:\n    image: a:2\n',
    },
  },
  COMPOSE_FILE: withShell(
    { files: { 'one.yml': 'services:\n  a:\n    image: a:1\n', 'two.yml': 'services:\n  a:\n    image: a:2\n' } },
    { COMPOSE_FILE: 'one.yml:two.yml' },
  ),
  'COMPOSE_FILE with a separator': withFiles(
    { files: { 'one.yml': 'services:\n  a:\n    image: a:1\n', 'two.yml': 'services:\n  a:\n    image: a:2\n' } },
    { '.env': 'COMPOSE_PATH_SEPARATOR=,\nCOMPOSE_FILE=one.yml,two.yml\n' },
  ),
  'files by name': {
    files: { 'one.yml': 'services:\n  a:\n    image: a:1\n', 'two.yml': 'services:\n  a:\n    image: a:2\n' },
    composeFiles: ['one.yml', 'two.yml'],
  },
  'an anchor and a merge key': {
    files: {
      'compose.yml':
        'x-base: &base\n  restart: always\n  environment: &env {A: 1}\nservices:\n  web:\n    <<: *base\n    image: web:1\n    environment:\n      <<: *env\n      B: 2\n',
    },
  },
  'several merge keys': {
    files: {
      'compose.yml':
        'x-a: &a {restart: always, tty: true}\nx-b: &b {tty: false, init: true}\nservices:\n  web:\n    <<: [*a, *b]\n    image: web:1\n',
    },
  },
  'an alias of a list': {
    files: {
      'compose.yml':
        'x-p: &p ["80:80"]\nservices:\n  web:\n    image: web:1\n    ports: *p\n  db:\n    image: db:1\n    expose: ["1"]\n',
    },
  },
  'an alias of a scalar': { files: { 'compose.yml': 'x-i: &i web:1\nservices:\n  web:\n    image: *i\n' } },
  'a merged service that changes a list': {
    files: {
      'compose.yml':
        'services:\n  web: &web\n    image: web:1\n    ports: ["80:80"]\n  two:\n    <<: *web\n    ports: ["81:80"]\n',
    },
  },
  'extensions at the top': { files: { 'compose.yml': 'x-anything: [1, 2]\nservices:\n  web:\n    image: web:1\n' } },
  'several documents': {
    files: {
      'compose.yml':
        'services:\n  web:\n    image: web:1\n    ports: ["80:80"]\n---\nservices:\n  web:\n    restart: always\n    ports: ["81:81"]\n',
    },
  },
  'several documents with a reset': {
    files: {
      'compose.yml':
        'services:\n  web:\n    image: web:1\n    ports: ["80:80"]\n---\nservices:\n  web:\n    ports: !reset []\n',
    },
  },
  'a profile that is off': web('', '  extra:\n    image: extra:1\n    profiles: [extra]\n'),
  'a profile that is on': { ...web('', '  extra:\n    image: extra:1\n    profiles: [extra]\n'), profiles: ['extra'] },
  'all profiles': {
    ...web('', '  a:\n    image: a:1\n    profiles: [a]\n  b:\n    image: b:1\n    profiles: [b, c]\n'),
    profiles: ['*'],
  },
  COMPOSE_PROFILES: withShell(
    web('', '  a:\n    image: a:1\n    profiles: [a]\n  b:\n    image: b:1\n    profiles: [b]\n'),
    { COMPOSE_PROFILES: 'a,b' },
  ),
  'COMPOSE_PROFILES of .env': withFiles(web('', '  a:\n    image: a:1\n    profiles: [a]\n'), {
    '.env': 'COMPOSE_PROFILES=a\n',
  }),
  'an optional dependency on an inactive service': web(
    'depends_on:\n  a: {condition: service_started, required: false}',
    '  a:\n    image: a:1\n    profiles: [a]\n',
  ),
  'JSON is YAML': { files: { 'compose.yml': '{"services": {"web": {"image": "web:1", "ports": ["80:80"]}}}\n' } },
  'Windows lines': { files: { 'compose.yml': 'services:\r\n  web:\r\n    image: web:1\r\n    command: run it\r\n' } },
  'empty sections': { files: { 'compose.yml': 'services:\n  web:\n    image: web:1\nvolumes: {}\nnetworks: {}\n' } },
  'names with dots and dashes': { files: { 'compose.yml': 'services:\n  my.web-app_1:\n    image: web:1\n' } },
};
