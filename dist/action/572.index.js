export const id = 572;
export const ids = [572];
export const modules = {

/***/ 572:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ComposeTempo: () => (/* binding */ ComposeTempo)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/adapters/docker/command.ts
var command = __webpack_require__(8732);
;// CONCATENATED MODULE: ./src/adapters/docker/container-probe.ts
/** Docker's defaults, container/health.go: https://docs.docker.com/reference/dockerfile/#healthcheck. */
const DEFAULT_MS = 30_000;
/** What Docker runs a `CMD-SHELL` test with where the image names no shell. */
const SHELL = ['/bin/sh', '-c'];
/**
 * The healthcheck of a container as Docker runs it, wherever it comes from; undefined without one. `CMD` is an argv, `CMD-SHELL` one
 * string for the shell of the image (getProbe in moby's daemon/health.go).
 */
function containerProbe({ Config: config }) {
    const { Test: test, Interval: interval, Timeout: timeout } = config.Healthcheck ?? {};
    const [kind, ...words] = test ?? [];
    const argv = kind === 'CMD' ? words : kind === 'CMD-SHELL' ? [...(config.Shell ?? SHELL), ...words] : [];
    if (words.length === 0)
        return undefined;
    // A zero means not set to Docker; durations are nanoseconds.
    return { argv, intervalMs: interval ? interval / 1e6 : DEFAULT_MS, timeoutMs: timeout ? timeout / 1e6 : DEFAULT_MS };
}
/** Runs a healthcheck once, for as long as Docker would let it run. Throws what the engine threw. */
async function runProbe(engine, containerId, { argv, timeoutMs }, signal) {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
        const exitCode = await engine.exec(containerId, argv, AbortSignal.any([signal, timeout]));
        // The docker command ends, rather than throws, when it is cut short.
        if (timeout.aborted)
            return 'hung';
        return exitCode === 0 ? 'passed' : 'failed';
    }
    catch (error) {
        if (timeout.aborted)
            return 'hung';
        throw error;
    }
}

// EXTERNAL MODULE: ./src/adapters/docker/engine.ts
var engine = __webpack_require__(7535);
;// CONCATENATED MODULE: ./src/adapters/docker/image-healthcheck.ts
/** What of an inspected image bears on the tempo. */
function toTempoImage({ Config: config }) {
    const check = config?.Healthcheck;
    if (!check)
        return {};
    const ms = (ns) => (ns ?? 0) / 1e6;
    return {
        healthcheck: {
            test: check.Test ?? [],
            intervalMs: ms(check.Interval),
            timeoutMs: ms(check.Timeout),
            startPeriodMs: ms(check.StartPeriod),
            startIntervalMs: ms(check.StartInterval),
        },
    };
}

;// CONCATENATED MODULE: ./src/adapters/docker/tar.ts
const BLOCK = 512;
const SIZE = { start: 124, end: 136 };
const TYPE = 156;
/** The text of the first regular file of a tar archive: what `docker cp CONTAINER:FILE -` prints. Undefined when there is none. */
function firstFileOfTar(archive) {
    for (let at = 0; at + BLOCK <= archive.length;) {
        const size = Number.parseInt(archive.toString('latin1', at + SIZE.start, at + SIZE.end), 8);
        if (Number.isNaN(size))
            return undefined;
        const type = archive.toString('latin1', at + TYPE, at + TYPE + 1);
        const body = at + BLOCK;
        if (type === '0' || type === '\0')
            return archive.toString('utf8', body, body + size);
        // Headers of the next entry (pax) come before it, as entries of their own.
        at = body + Math.ceil(size / BLOCK) * BLOCK;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/adapters/docker/compose-tempo.ts






/** `start_interval` came with Engine 25 and Compose 2.24: https://github.com/docker/compose/pull/10939. Before, Compose refuses or ignores it. */
const OLDEST = { engine: [25, 0], compose: [2, 24] };
/** The fast tempo of a compose project on the engine that the docker command uses. */
class ComposeTempo {
    runtime;
    projectName;
    directory;
    mountsFiles;
    startIntervals;
    constructor(runtime, projectName, directory, mountsFiles, 
    /** By the versions when absent. */
    startIntervals) {
        this.runtime = runtime;
        this.projectName = projectName;
        this.directory = directory;
        this.mountsFiles = mountsFiles;
        this.startIntervals = startIntervals;
    }
    get obeysStartInterval() {
        if (this.startIntervals !== undefined)
            return this.startIntervals;
        const { engine, compose } = this.runtime.versions;
        return isAtLeast(engine, OLDEST.engine) && isAtLeast(compose, OLDEST.compose);
    }
    async images(services, signal) {
        const names = services.map(({ name, image }) => [name, image ?? this.#builtImage(name)]);
        const byImage = await inspectAll([...new Set(names.map(([, image]) => image))], signal);
        return new Map(names.flatMap(([name, image]) => {
            const inspected = byImage.get(image);
            return inspected ? [[name, toTempoImage(inspected)]] : [];
        }));
    }
    async fileInImage(service, image, path, signal) {
        const label = `${engine/* PROJECT_LABEL */.NV}=${this.projectName}`;
        // Never started. It has the project's label, so that clean-up finds it should this process be killed right now.
        const create = [
            'create',
            '--pull',
            'never',
            '--network',
            'none',
            '--label',
            label,
            image ?? this.#builtImage(service),
        ];
        const { exitCode, stdout } = await (0,command/* runCommand */.d)('docker', create, { signal });
        if (exitCode !== 0)
            return undefined;
        const id = stdout.trim();
        try {
            const copy = await (0,command/* runCommand */.d)('docker', ['cp', '--follow-link', `${id}:${path}`, '-'], { signal });
            return copy.exitCode === 0 ? firstFileOfTar(Buffer.from(copy.stdout)) : undefined;
        }
        finally {
            await (0,command/* runCommand */.d)('docker', ['rm', '--force', '--volumes', id]);
        }
    }
    write(name, text) {
        const path = this.directory.write(name, text);
        // Containers run as other users, and the process may have a umask that shuts them out.
        (0,external_node_fs_.chmodSync)(path, 0o644);
        return path;
    }
    useOverride(path) {
        this.runtime.useOverride(path);
    }
    hangUp(containerId, signal) {
        return succeeds(['kill', '--signal', 'HUP', containerId], signal);
    }
    restart(containerId, signal) {
        return succeeds(['restart', '--time', '5', containerId], signal);
    }
    async healthcheck(containerId) {
        const [container] = await this.runtime.docker.inspect([containerId]);
        return container && containerProbe(container);
    }
    runHealthcheck(containerId, probe, signal) {
        return runProbe(this.runtime.docker, containerId, probe, signal);
    }
    /** How Compose names an image that it builds for a service without one. */
    #builtImage(service) {
        return `${this.projectName}-${service}`;
    }
}
/** One command for all of them where each is there, which is most of the time; an answer does not say which name it is for. */
async function inspectAll(images, signal) {
    if (images.length === 0)
        return new Map();
    const { stdout } = await (0,command/* runCommand */.d)('docker', ['image', 'inspect', ...images], { signal });
    const found = JSON.parse(stdout || '[]');
    if (found.length === images.length || images.length === 1)
        return new Map(found.map((image, index) => [images[index] ?? '', image]));
    const singly = await Promise.all(images.map((image) => inspectAll([image], signal)));
    return new Map(singly.flatMap((one) => [...one]));
}
async function succeeds(args, signal) {
    return (await (0,command/* runCommand */.d)('docker', args, { signal })).exitCode === 0;
}
function isAtLeast(version, [major, minor]) {
    const [ownMajor = 0, ownMinor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
    return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}


/***/ })

};
