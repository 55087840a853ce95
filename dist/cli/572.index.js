// 478e1a6fd6f031f2
(() => {
'use strict';
const id = 572;
const ids = [572];
const modules = {

/***/ 8732:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runCommand)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7206);


/** Output beyond this is not kept; a command that prints more is stuck in a loop. */
const MOST_OUTPUT = 4 * 1024 * 1024;
const KILL_AFTER_MS = 3000;
/** What a killed command started may hold its output open; it is not waited for longer. */
const GIVE_UP_MS = 1000;
/**
 * Runs a command by its argv, never through a shell, and takes its output. An abort ends it, and the plug-ins that it started, with SIGTERM,
 * then SIGKILL. It has a process group of its own, so that Ctrl-C in a terminal reaches only us, who end it in order.
 * Throws EnvironmentError only when the program is not there.
 */
function runCommand(program, args, options = {}) {
    const command = [program, ...args].join(' ');
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
            cwd: options.cwd,
            env: { ...process.env, ...options.env },
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: true,
        });
        const stdout = collect(child.stdout);
        const stderr = collect(child.stderr);
        const bounds = boundsOf(child, options);
        child.once('error', (error) => {
            bounds.lift();
            reject(error.code === 'ENOENT' ? missing(program) : error);
        });
        child.once('close', (code, signal) => {
            bounds.lift();
            const output = (stderr().trim() === '' ? stdout() : stderr()) + bounds.said();
            resolve({ command, exitCode: code ?? (signal === null ? 1 : 143), stdout: stdout(), output });
        });
    });
}
function boundsOf(child, { signal, idleMs }) {
    let said = '';
    let killer;
    const abort = () => {
        signalGroup(child, 'SIGTERM');
        killer = setTimeout(() => {
            signalGroup(child, 'SIGKILL');
            killer = setTimeout(() => child.emit('close', null, 'SIGKILL'), GIVE_UP_MS);
        }, KILL_AFTER_MS);
    };
    const stopWatching = idleMs === undefined
        ? undefined
        : watchSilence(child, idleMs, () => {
            said = `\nError: no progress for ${String(idleMs / 1000)} s\n`;
            abort();
        });
    if (signal?.aborted)
        abort();
    else
        signal?.addEventListener('abort', abort, { once: true });
    return {
        said: () => said,
        lift: () => {
            clearTimeout(killer);
            stopWatching?.();
            signal?.removeEventListener('abort', abort);
        },
    };
}
/** Calls when nothing was printed for so long, until the function that it returns is called. */
function watchSilence({ stdout, stderr }, silenceMs, onSilence) {
    const timer = setTimeout(onSilence, silenceMs);
    for (const stream of [stdout, stderr])
        stream.on('data', () => timer.refresh());
    return () => {
        clearTimeout(timer);
    };
}
function signalGroup(child, signal) {
    try {
        if (child.pid !== undefined)
            process.kill(-child.pid, signal);
    }
    catch {
        // Ended meanwhile, or a system without process groups.
        child.kill(signal);
    }
}
function missing(program) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EnvironmentError */ .eG(`"${program}" is not installed or not in PATH: install Docker Engine with the Compose plugin, see https://docs.docker.com/engine/install/`);
}
function collect(stream) {
    let text = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
        if (text.length < MOST_OUTPUT)
            text += chunk;
    });
    return () => text;
}


/***/ }),

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


/***/ }),

/***/ 7535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ NUMBER_LABEL),
/* harmony export */   NV: () => (/* binding */ PROJECT_LABEL),
/* harmony export */   SW: () => (/* binding */ isNameOfProject),
/* harmony export */   eq: () => (/* binding */ HELPER_LABEL),
/* harmony export */   qY: () => (/* binding */ EVENTS)
/* harmony export */ });
/** The label by which Compose knows its own. */
const PROJECT_LABEL = 'com.docker.compose.project';
/**
 * Only containers of services have it. Those in which the classic builder runs the steps of a Dockerfile have the other labels of the
 * image that they make.
 */
const NUMBER_LABEL = 'com.docker.compose.container-number';
/** The label of containers that are not the project's services but were started for its run. */
const HELPER_LABEL = 'io.scrapegate.project';
/**
 * Whether Compose made up the name of a service's image, so that nobody else means it: PROJECT-SERVICE, with an underscore in
 * compatibility mode. https://docs.docker.com/reference/compose-file/build/#using-build-and-image
 */
function isNameOfProject(reference, project, service) {
    const name = reference.replace(/:[^:/]*$/, '');
    return service !== '' && (name === `${project}-${service}` || name === `${project}_${service}`);
}
/** Events that change what the gate thinks; `exec_*`, which every probe causes, is not among them. */
const EVENTS = [
    'create',
    'start',
    'die',
    'oom',
    'kill',
    'stop',
    'restart',
    'destroy',
    'pause',
    'unpause',
    'health_status',
];


/***/ })

};

return { id, ids, modules };
})()
