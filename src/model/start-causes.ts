/** Why a service does not start, does not stay or is not healthy, where its own words or its sockets tell more. */
export const START_CAUSES = {
  'config-not-readable': {
    title: 'the program may not read its configuration',
    explanation:
      'The file is mounted, but belongs to another user and its mode lets nobody else read it. A container runs as the user of its image, not as you.',
    remedy: 'let the user of the container read the file (`chmod a+r`), or set `user` of the service to its owner',
  },
  'config-rejected': {
    title: 'the program does not accept its configuration',
    explanation: 'It read the file, found something in it that it does not know or allow, and ended.',
    remedy: 'mend what the program names; `promtool check config` says the same without starting it',
  },
  'flag-rejected': {
    title: 'the program does not accept its command line',
    explanation: 'A flag or its value is not one that this version of the program knows.',
    remedy: 'remove or mend the flag; `--help` of the same image lists what there is',
  },
  'storage-not-writable': {
    title: 'the program may not write where it wants to',
    explanation: 'The directory belongs to another user, or it is mounted read-only.',
    remedy:
      'mount a named volume there, or give the directory to the user of the container, and do not mount it read-only',
  },
  'storage-full': {
    title: 'the storage has no room',
    explanation: 'The file system that the program writes to is full.',
    remedy: 'make room there, or give the mount a larger size',
  },
  'user-missing': {
    title: 'the image has no such user',
    explanation: 'A name in `user` is looked up in /etc/passwd and /etc/group of the image.',
    remedy: 'use a number, or a name that the image has',
  },
  'healthcheck-wrong-port': {
    title: 'the healthcheck asks another port than the process listens on',
    explanation: 'The probe was refused on its port, while the process in the container listens on another one.',
    remedy: 'ask the port that the process listens on',
  },
  'healthcheck-wrong-address': {
    title: 'the healthcheck asks another address than the process listens on',
    explanation:
      'The process listens on the port of the probe, but not on the address that it asks: on the address of the container alone, or on IPv4 where the probe asks IPv6.',
    remedy: 'have the process listen on 0.0.0.0, or ask the address that it listens on',
  },
  'healthcheck-wrong-path': {
    title: 'the healthcheck asks a path that the service does not serve',
    explanation: 'The service answered the probe with 404: it runs, but has nothing at this path.',
    remedy: 'ask a path that the service serves',
  },
  'healthcheck-timeout': {
    title: 'the healthcheck takes longer than its timeout',
    explanation: 'Docker ended the probe each time, before it could say anything.',
    remedy: 'raise `timeout` of the healthcheck, or have it ask something that answers quickly',
  },
} as const;
