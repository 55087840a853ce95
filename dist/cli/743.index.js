export const id = 743;
export const ids = [743];
export const modules = {

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
/**
 * Runs a command by its argv, never through a shell, and takes its output. An abort ends it with SIGTERM, then SIGKILL.
 * Throws EnvironmentError only when the program is not there.
 */
function runCommand(program, args, options = {}) {
    const command = [program, ...args].join(' ');
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
            cwd: options.cwd,
            env: { ...process.env, ...options.env },
            stdio: ['ignore', 'pipe', 'pipe'],
        });
        const stdout = collect(child.stdout);
        const stderr = collect(child.stderr);
        let killer;
        const abort = () => {
            child.kill('SIGTERM');
            killer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
        };
        if (options.signal?.aborted)
            abort();
        else
            options.signal?.addEventListener('abort', abort, { once: true });
        const settle = () => {
            clearTimeout(killer);
            options.signal?.removeEventListener('abort', abort);
        };
        child.once('error', (error) => {
            settle();
            reject(error.code === 'ENOENT' ? missing(program) : error);
        });
        child.once('close', (code, signal) => {
            settle();
            const output = stderr().trim() === '' ? stdout() : stderr();
            resolve({ command, exitCode: code ?? (signal === null ? 1 : 143), stdout: stdout(), output });
        });
    });
}
function missing(program) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EnvironmentError */ .e(`"${program}" is not installed or not in PATH: install Docker Engine with the Compose plugin, see https://docs.docker.com/engine/install/`);
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

/***/ 1743:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ComposeRuntime: () => (/* binding */ ComposeRuntime)
});

// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
// EXTERNAL MODULE: ./src/adapters/docker/command.ts
var command = __webpack_require__(8732);
;// CONCATENATED MODULE: ./src/adapters/docker/snapshot.ts
/** Docker writes this for "never". */
const NEVER = '0001-01-01T00:00:00Z';
const PROBES_KEPT = 5;
/** The part of an inspected container that the stages look at. */
function toSnapshot(container) {
    const { State: state, HostConfig: host, NetworkSettings: network, Config: config } = container;
    return {
        id: container.Id,
        name: container.Name.replace(/^\//, ''),
        service: config.Labels?.['com.docker.compose.service'] ?? '',
        image: config.Image,
        state: state.Status,
        health: (state.Health?.Status ?? 'none'),
        exitCode: state.ExitCode,
        oomKilled: state.OOMKilled,
        restarts: container.RestartCount,
        restartPolicy: host.RestartPolicy.Name || 'no',
        maximumRetries: host.RestartPolicy.MaximumRetryCount,
        startedAtMs: time(state.StartedAt),
        finishedAtMs: time(state.FinishedAt),
        startError: state.Error,
        probes: (state.Health?.Log ?? [])
            .slice(-PROBES_KEPT)
            .map((probe) => ({ at: probe.Start, exitCode: probe.ExitCode, output: probe.Output })),
        addresses: Object.values(network.Networks ?? {}).flatMap(({ IPAddress }) => (IPAddress ? [IPAddress] : [])),
        publishedPorts: publishedPorts(network.Ports ?? {}),
    };
}
function time(written) {
    return written === NEVER ? 0 : Date.parse(written);
}
function publishedPorts(ports) {
    return Object.entries(ports).flatMap(([port, bindings]) => (bindings ?? []).map(({ HostIp, HostPort }) => ({
        containerPort: Number.parseInt(port, 10),
        hostAddress: HostIp,
        hostPort: Number(HostPort),
    })));
}

;// CONCATENATED MODULE: ./src/adapters/docker/compose-runtime.ts



const OLDEST_MINOR = 20;
/** Seconds a container has to stop by itself; after it Docker kills it. */
const STOP_SECONDS = 5;
const DOWN_MS = 60_000;
/** Docker Compose by its command line, and the engine beside it for what has to be fast. */
class ComposeRuntime {
    options;
    engine;
    constructor(options, engine) {
        this.options = options;
        this.engine = engine;
    }
    async require(signal) {
        const compose = await this.#requireCompose();
        try {
            return `Docker Engine ${await this.engine.version(signal)}, Docker Compose ${compose}`;
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            throw new errors/* EnvironmentError */.e(`the Docker engine at ${this.engine.address} does not answer (${why}): start it, or point DOCKER_HOST or the docker context at one that runs`, { cause: error });
        }
    }
    footprint() {
        return this.engine.footprint(this.options.projectName);
    }
    build(services, signal) {
        return this.#compose(['build', ...services], { signal });
    }
    up(services, signal) {
        return this.#compose(['up', '--detach', '--no-deps', ...services], { signal });
    }
    async containers() {
        try {
            return (await this.engine.containers(this.options.projectName)).map(toSnapshot);
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            throw new errors/* EnvironmentError */.e(`the Docker engine at ${this.engine.address} stopped answering (${why})`, {
                cause: error,
            });
        }
    }
    events(signal) {
        return this.engine.events(this.options.projectName, signal);
    }
    async logs(containerId, lines) {
        const text = await this.engine.logs(containerId, lines);
        return text
            .replace(/\n$/, '')
            .split('\n')
            .filter((line, _, all) => all.length > 1 || line !== '')
            .slice(-lines);
    }
    exec(service, argv, signal) {
        return this.#compose(['exec', '--no-TTY', service, ...argv], { signal });
    }
    async consult(question, signal) {
        const { program, image, mounts = [], args = [] } = question;
        if (image === undefined)
            return this.#compose(['config', '--quiet'], { signal });
        const volumes = mounts.flatMap(({ source, target }) => ['--volume', `${source}:${target}:ro`]);
        const flags = ['--rm', '--pull', 'never', '--network', 'none', '--entrypoint', program, ...volumes];
        const result = await (0,command/* runCommand */.d)('docker', ['run', ...flags, image, ...args], { signal });
        // Docker's own failures: no such image, no such program in it.
        return result.exitCode >= 125 ? undefined : result;
    }
    async down({ keepVolumes }) {
        // By the label alone, without the files: they may be gone or broken by now. Bounded, whatever a container does.
        const signal = AbortSignal.timeout(DOWN_MS);
        const flags = ['--remove-orphans', '--timeout', String(STOP_SECONDS)];
        await (0,command/* runCommand */.d)('docker', ['compose', '--project-name', this.options.projectName, 'down', ...flags], {
            signal,
            env: { COMPOSE_FILE: '', COMPOSE_PROFILES: '*' },
            cwd: '/',
        });
        // Volumes go by name, so that those which were there before stay.
        await this.engine.removeAll(this.options.projectName, { keepVolumes });
        return this.footprint();
    }
    /** Global flags of docker compose for this project; also what a user types to look at it. */
    get projectArguments() {
        const { projectName, composeFiles, envFiles, profiles } = this.options;
        return [
            ...['--project-name', projectName],
            ...composeFiles.flatMap((file) => ['--file', file]),
            ...envFiles.flatMap((file) => ['--env-file', file]),
            ...profiles.flatMap((profile) => ['--profile', profile]),
        ];
    }
    #compose(args, { signal }) {
        const own = ['--ansi', 'never', '--progress', 'plain'];
        return (0,command/* runCommand */.d)('docker', ['compose', ...own, ...this.projectArguments, ...args], {
            cwd: this.options.directory,
            signal,
        });
    }
    async #requireCompose() {
        const { exitCode, stdout } = await (0,command/* runCommand */.d)('docker', ['compose', 'version', '--short']);
        if (exitCode !== 0) {
            throw new errors/* EnvironmentError */.e('docker has no "compose" command: install the Compose plugin, see https://docs.docker.com/compose/install/linux/');
        }
        const version = stdout.trim().replace(/^v/, '');
        const [major = 0, minor = 0] = version.split('.').map(Number);
        if (major < 2 || (major === 2 && minor < OLDEST_MINOR)) {
            throw new errors/* EnvironmentError */.e(`Docker Compose is ${version}, 2.${String(OLDEST_MINOR)} or newer is needed: update the Compose plugin`);
        }
        return version;
    }
}


/***/ })

};
