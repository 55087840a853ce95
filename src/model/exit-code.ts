/** Signals by number on Linux, for all architectures that images come in but MIPS. https://man7.org/linux/man-pages/man7/signal.7.html */
const SIGNALS: Readonly<Record<number, readonly [name: string, meaning: string]>> = {
  1: ['SIGHUP', 'its terminal or parent went away'],
  2: ['SIGINT', 'somebody interrupted it, as Ctrl-C does'],
  3: ['SIGQUIT', 'somebody asked it to quit with a core dump'],
  4: ['SIGILL', 'it ran an instruction that this processor does not have: the image may be for another one'],
  5: ['SIGTRAP', 'it ran into a breakpoint or an assertion of its runtime'],
  6: ['SIGABRT', 'it gave up by itself: a failed assertion, an uncaught exception or a corrupted heap'],
  7: ['SIGBUS', 'it read memory that is not there, often a mapped file that was cut or a full /dev/shm'],
  8: ['SIGFPE', 'it divided by zero or overflowed'],
  9: ['SIGKILL', 'killed from outside'],
  10: ['SIGUSR1', 'a signal that it does not handle'],
  11: ['SIGSEGV', 'it used memory that is not its own: a bug in the program or a native library'],
  12: ['SIGUSR2', 'a signal that it does not handle'],
  13: ['SIGPIPE', 'it wrote to a pipe or connection that nobody reads any more'],
  14: ['SIGALRM', 'its own timer ended it'],
  15: ['SIGTERM', 'somebody asked it to stop'],
  24: ['SIGXCPU', 'it used up its processor time (ulimits)'],
  25: ['SIGXFSZ', 'it wrote a file larger than allowed (ulimits)'],
  31: ['SIGSYS', 'it made a system call that the seccomp profile forbids'],
};

/**
 * Codes with a meaning of their own: Docker's (https://docs.docker.com/engine/containers/run/#exit-status), the shell's
 * (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02), sysexits.h.
 */
const MEANINGS: Readonly<Record<number, string>> = {
  0: 'the process ended by itself and reported success',
  1: 'the process reported a failure; what it was stands in its log, if anywhere',
  2: 'the process reported a failure; by convention wrong usage, such as an unknown option',
  64: 'wrong usage, by the convention of sysexits.h',
  65: 'bad input data, by the convention of sysexits.h',
  66: 'an input file that is missing or unreadable, by the convention of sysexits.h',
  69: 'a service that it needs is unavailable, by the convention of sysexits.h',
  70: 'an internal error, by the convention of sysexits.h',
  71: 'an error of the operating system, by the convention of sysexits.h',
  74: 'an error of input or output, by the convention of sysexits.h',
  75: 'a temporary failure, by the convention of sysexits.h',
  77: 'a permission that it does not have, by the convention of sysexits.h',
  78: 'something wrong with its configuration, by the convention of sysexits.h',
  124: 'the program "timeout" ended it because its time was over',
  125: 'the program that was to start it (docker, env, timeout) failed itself',
  126: 'the command is there but cannot be executed: no execute permission, a directory, or made for another machine',
  127: 'the command was not found: no such program in the image or in PATH, or no such interpreter or library loader',
  128: 'an invalid exit status, or a start that failed inside Docker',
  255: 'the process reported -1 or a status out of range',
};

/** SIGKILL is the one signal that Docker itself sends when a stop takes too long, and that the kernel sends when memory is short. */
const KILLED =
  'killed from outside by SIGKILL; Docker saw no memory limit exceeded, so by `docker kill`, by a stop that took too long, or by a host that ran out of memory';
const OUT_OF_MEMORY = 'SIGKILL by the kernel: the container went over its memory limit';

const FIRST_SIGNAL = 128;

/** Name of the signal that ended a process with this exit code, such as `SIGSEGV` for 139. */
export function signalOf(exitCode: number): string | undefined {
  return SIGNALS[exitCode - FIRST_SIGNAL]?.[0];
}

/** What an exit code of a container's main process means, in words; undefined for a code that only the program can explain. */
export function explainExitCode(exitCode: number, { oomKilled = false } = {}): string | undefined {
  if (exitCode === FIRST_SIGNAL + 9) return oomKilled ? OUT_OF_MEMORY : KILLED;
  const [name, meaning] = SIGNALS[exitCode - FIRST_SIGNAL] ?? [];
  const words = name === undefined ? MEANINGS[exitCode] : `ended by ${name}: ${meaning ?? ''}`;
  if (!oomKilled) return words;
  // The main process may outlive a child that the kernel killed, and then end with a code of its own.
  const killed = 'the kernel killed a process of the container for its memory';
  return words === undefined ? killed : `${killed}; ${words}`;
}
