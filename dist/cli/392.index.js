// a737119eedee5fda
(() => {
'use strict';
const id = 392;
const ids = [392];
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

/***/ 6392:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ComposeRuntime: () => (/* binding */ ComposeRuntime)
});

// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
// EXTERNAL MODULE: ./src/model/footprint.ts
var footprint = __webpack_require__(1722);
// EXTERNAL MODULE: ./src/adapters/system-clock.ts
var system_clock = __webpack_require__(9180);
// EXTERNAL MODULE: ./src/adapters/docker/command.ts
var docker_command = __webpack_require__(8732);
;// CONCATENATED MODULE: ./src/adapters/docker/children.ts

/** The commands that one run started and that may still be at work. */
class Children {
    #end = new AbortController();
    #running = new Set();
    #cutShort = false;
    /** As `runCommand`, and ended by `end` as well. */
    async run(program, args, options = {}) {
        const signal = options.signal ? AbortSignal.any([options.signal, this.#end.signal]) : this.#end.signal;
        const command = (0,docker_command/* runCommand */.d)(program, args, { ...options, signal });
        this.#running.add(command);
        try {
            return await command;
        }
        finally {
            this.#running.delete(command);
            this.#cutShort ||= signal.aborted;
        }
    }
    /**
     * Ends all of them and waits until they have ended: what they are making must not race with its removal.
     * Tells whether any was cut short, since an engine may still be at work on what it asked for.
     */
    async end() {
        this.#end.abort();
        await Promise.allSettled(this.#running);
        return this.#cutShort;
    }
}

// EXTERNAL MODULE: ./src/adapters/docker/compose-version.ts
var compose_version = __webpack_require__(6240);
// EXTERNAL MODULE: ./src/adapters/docker/engine.ts
var engine = __webpack_require__(7535);
// EXTERNAL MODULE: ./src/adapters/docker/engine-event.ts
var engine_event = __webpack_require__(9074);
;// CONCATENATED MODULE: ./src/adapters/docker/remove-project.ts

/** What a container has to stop by itself, whatever `stop_grace_period` says. */
const GRACE_SECONDS = 5;
/** How long after a command was cut short an engine may still make what it asked for, on a machine with much to do. */
const SETTLE_MS = 1000;
const MOST_MS = 40_000;
/** After so many rounds without any effect it is held by somebody else. */
const MOST_VAIN_ROUNDS = 5;
const FIRST_PAUSE_MS = 100;
const LOOK_MS = 250;
const NOTHING = { containers: [], networks: [], volumes: [] };
/**
 * Removes what has the project's label, by the label alone: the compose files may be gone or broken by now. It looks again until nothing
 * is there, since an engine may go on making what a command asked for that was killed meanwhile. `docker compose down` is no help here:
 * it looks once, stops level after level of depends_on, and takes volumes that the user had before. Never throws.
 */
async function removeProject(engine, project, { keep, hurry, settleMs }, clock) {
    const until = clock.now() + MOST_MS;
    let quietSince;
    let last = { ...NOTHING, problems: [] };
    for (let vain = 0, stopped = false;;) {
        const before = last;
        last = await look(engine, project, keep);
        if ((0,footprint/* isGone */.ST)(last)) {
            quietSince ??= clock.now();
            if (clock.now() - quietSince >= settleMs)
                return last;
            await clock.sleep(Math.min(LOOK_MS, settleMs));
            continue;
        }
        quietSince = undefined;
        vain = (0,footprint/* areSame */.tj)(before, last) ? vain + 1 : 0;
        if (vain >= MOST_VAIN_ROUNDS || clock.now() >= until)
            return { ...last, problems: reasons(before, last) };
        if (!stopped && last.containers.length > 0) {
            await Promise.race([engine.stop(last.containers, GRACE_SECONDS).catch(() => undefined), aborted(hurry)]);
            stopped = true;
        }
        if (vain > 0)
            await clock.sleep(FIRST_PAUSE_MS * 2 ** vain);
        if (last.problems.length === 0)
            last = { ...last, problems: await removeOnce(engine, last) };
    }
}
/** What there is of the project that is not to stay. An engine that does not answer is a problem. */
async function look(engine, project, keep) {
    try {
        return { ...(0,footprint/* without */.FF)(await engine.footprint(project), keep), problems: [] };
    }
    catch (error) {
        return { ...NOTHING, problems: [messageOf(error)] };
    }
}
async function removeOnce(engine, left) {
    const problems = [];
    const remove = async (kind) => {
        const ids = (0,footprint/* thingsOf */.P5)(left, kind);
        if (ids.length === 0)
            return;
        try {
            problems.push(...(await engine.remove(kind, ids)));
        }
        catch (error) {
            problems.push(messageOf(error));
        }
    };
    await remove('containers');
    await Promise.all([remove('networks'), remove('volumes'), remove('images')]);
    return problems;
}
/** A look tells what is left, the attempt before it why. */
function reasons(before, last) {
    return [...new Set([...before.problems, ...last.problems])];
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function aborted(signal) {
    return new Promise((resolve) => {
        if (signal?.aborted)
            resolve();
        signal?.addEventListener('abort', () => {
            resolve();
        }, { once: true });
    });
}

;// CONCATENATED MODULE: ./src/adapters/docker/container-facts.ts
/** The part of an inspected container that a diagnosis needs, besides its state. */
function containerFacts(container) {
    const { State: state, Config: config, HostConfig: host, NetworkSettings: network } = container;
    return {
        pid: state.Pid ?? 0,
        user: config.User ?? '',
        command: [...(container.Path === undefined ? [] : [container.Path]), ...(container.Args ?? [])],
        ...(host.NetworkMode === undefined ? {} : { networkMode: host.NetworkMode }),
        networks: Object.entries(network.Networks ?? {}).map(([name, one]) => toNetwork(name, one)),
        mounts: (container.Mounts ?? []).map((mount) => ({
            kind: mount.Type,
            source: mount.Name ?? mount.Source ?? '',
            target: mount.Destination,
            writable: mount.RW,
        })),
    };
}
function toNetwork(name, network) {
    const { IPAddress, GlobalIPv6Address = '', Aliases, DNSNames } = network;
    return { name, address: IPAddress, address6: GlobalIPv6Address, names: [...new Set(DNSNames ?? Aliases ?? [])] };
}

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
        ...(container.Created === undefined ? {} : { createdAtMs: time(container.Created) }),
        startedAtMs: time(state.StartedAt),
        finishedAtMs: time(state.FinishedAt),
        startError: state.Error,
        probes: (state.Health?.Log ?? []).slice(-PROBES_KEPT).map((probe) => ({
            at: probe.Start,
            ...(probe.End === undefined ? {} : { endedAt: probe.End }),
            exitCode: probe.ExitCode,
            output: probe.Output,
        })),
        ...(state.Health?.FailingStreak === undefined ? {} : { failingStreak: state.Health.FailingStreak }),
        addresses: Object.values(network.Networks ?? {}).flatMap(({ IPAddress }) => (IPAddress ? [IPAddress] : [])),
        publishedPorts: publishedPorts(network.Ports ?? {}),
        ...containerFacts(container),
    };
}
/** The part of a listed container that shows whether it has to be looked at again. */
function toSummary({ Id, State, Status }) {
    const written = /\((healthy|unhealthy|health: starting)\)/.exec(Status)?.[1];
    const health = written === 'health: starting' ? 'starting' : (written ?? 'none');
    return { id: Id, state: State, health: health };
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









/** A registry that accepts a connection and then says nothing holds a pull for ever; a slow one shows some progress. */
const PULL_IDLE_MS = 60_000;
/** Docker Compose by its command line, and the engine beside it for what has to be fast. */
class ComposeRuntime {
    options;
    engine;
    directory;
    #children = new Children();
    #versions = { engine: '', compose: '' };
    #override;
    constructor(options, engine, 
    /** Temporary files that containers may have mounted; removed with them. */
    directory) {
        this.options = options;
        this.engine = engine;
        this.directory = directory;
    }
    async require(signal) {
        const asked = this.engine.version(signal);
        // That there is no docker command is said before that its engine does not answer.
        asked.catch(() => undefined);
        const compose = await (0,compose_version/* composeVersion */.J)();
        try {
            const engine = await asked;
            this.#versions = { engine, compose };
            return `Docker Engine ${engine}, Docker Compose ${compose}`;
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            throw new errors/* EnvironmentError */.eG(`the Docker engine at ${this.engine.address} does not answer (${why}): start it, or point DOCKER_HOST or the docker context at one that runs`, { cause: error });
        }
    }
    /** Empty before `require`. */
    get versions() {
        return this.#versions;
    }
    /** The engine itself, for what is asked of containers rather than of the project. */
    get docker() {
        return this.engine;
    }
    /** A compose file of ours, read after the user's from now on. */
    useOverride(path) {
        this.#override = path;
    }
    footprint() {
        return this.engine.footprint(this.options.projectName);
    }
    async absentImages(images) {
        const here = await Promise.all(images.map(({ image }) => this.engine.hasImage(image)));
        return images.filter((_, index) => here[index] === false);
    }
    pull(service, signal) {
        // Not `docker pull`: that asks for a password when the registry refuses, and waits for one that nobody types.
        return this.#compose(['pull', service], { signal, idleMs: PULL_IDLE_MS });
    }
    build(services, signal) {
        // A build that is cut short leaves temporary files of buildx. Not for other commands: a compose file may have ${TMPDIR} in it.
        return this.#compose(['build', ...services], { signal, env: this.directory?.environment ?? {} });
    }
    up(services, signal) {
        return this.#compose(['up', '--detach', '--no-deps', ...services], { signal });
    }
    create(services, signal) {
        // What is to be pulled was, so that no policy asks a registry again, and so was built what is to be built.
        return this.#compose(['up', '--no-start', '--no-deps', '--pull', 'missing', ...services], { signal });
    }
    async start(containerId, signal) {
        const command = `docker start ${containerId.slice(0, 12)}`;
        try {
            const output = (await this.engine.start(containerId, signal)) ?? '';
            return { command, exitCode: output === '' ? 0 : 1, stdout: '', output };
        }
        catch (error) {
            const output = error instanceof Error ? error.message : String(error);
            return { command, exitCode: 1, stdout: '', output };
        }
    }
    async containers() {
        return this.inspect((await this.list()).map(({ id }) => id));
    }
    list() {
        return this.#ask(async () => (await this.engine.list(this.options.projectName)).map(toSummary));
    }
    inspect(ids) {
        return this.#ask(async () => (await this.engine.inspect(ids)).map(toSnapshot));
    }
    async *events(signal) {
        for await (const event of this.engine.events(this.options.projectName, signal)) {
            const told = (0,engine_event/* toContainerEvent */.P)(event);
            if (told)
                yield told;
        }
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
            return this.#compose(['config', '--quiet'], { signal }, []);
        const volumes = mounts.flatMap(({ source, target }) => ['--volume', `${source}:${target}:ro`]);
        const label = `${engine/* HELPER_LABEL */.eq}=${this.options.projectName}`;
        const flags = ['--rm', '--pull', 'never', '--network', 'none', '--label', label, '--entrypoint', program];
        const result = await this.#children.run('docker', ['run', ...flags, ...volumes, image, ...args], { signal });
        // Docker's own failures: no such image, no such program in it.
        return result.exitCode >= 125 ? undefined : result;
    }
    async down(options) {
        const settleMs = (await this.#children.end()) ? SETTLE_MS : 0;
        const left = await removeProject(this.engine, this.options.projectName, { ...options, settleMs }, system_clock/* systemClock */.m);
        if (this.directory === undefined || !(0,footprint/* isGone */.ST)(left) || this.directory.remove())
            return left;
        return { ...left, problems: [`the temporary directory ${this.directory.path} cannot be removed`] };
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
    async #ask(question) {
        try {
            return await question();
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            throw new errors/* EnvironmentError */.eG(`the Docker engine at ${this.engine.address} stopped answering (${why}): look at its log, start it and run the gate again`, { cause: error });
        }
    }
    #compose(args, options, override = this.#override === undefined ? [] : ['--file', this.#override]) {
        const own = ['--ansi', 'never', '--progress', 'plain'];
        return this.#children.run('docker', ['compose', ...own, ...this.projectArguments, ...override, ...args], {
            ...options,
            cwd: this.options.directory,
        });
    }
}


/***/ }),

/***/ 6240:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ composeVersion)
/* harmony export */ });
/* unused harmony export acceptedVersion */
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7206);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8732);


const OLDEST_MINOR = 20;
/**
 * Two programs in Go that end at once: to collect their garbage and to share them out over the processors takes a fifth of their time.
 * https://pkg.go.dev/runtime#hdr-Environment_Variables
 */
const SHORT_LIVED = { GOGC: 'off', GOMAXPROCS: '1' };
let asked;
/**
 * The version of the Compose plugin, asked once a process: whoever asks at its beginning has the answer when it is needed.
 * Throws EnvironmentError when there is none, or one that is too old.
 */
function composeVersion() {
    asked ??= ask();
    return asked;
}
async function ask() {
    return acceptedVersion(await (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runCommand */ .d)('docker', ['compose', 'version', '--short'], { env: SHORT_LIVED }));
}
/** The version out of what the plugin said. Throws EnvironmentError as `composeVersion` does. */
function acceptedVersion({ exitCode, stdout }) {
    if (exitCode !== 0) {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EnvironmentError */ .eG('docker has no "compose" command: install the Compose plugin, see https://docs.docker.com/compose/install/linux/');
    }
    const version = stdout.trim().replace(/^v/, '');
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major < 2 || (major === 2 && minor < OLDEST_MINOR)) {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EnvironmentError */ .eG(`Docker Compose is ${version}, 2.${String(OLDEST_MINOR)} or newer is needed: update the Compose plugin`);
    }
    return version;
}


/***/ }),

/***/ 9074:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ toContainerEvent),
/* harmony export */   X: () => (/* binding */ eventsOf)
/* harmony export */ });
/** Signals after which a process usually goes on: HUP, USR1, USR2, WINCH. */
const HARMLESS = new Set(['1', '10', '12', '28']);
/** The part of an engine's event that the stages look at; undefined when it changes nothing. */
function toContainerEvent({ Action, Actor, timeNano }) {
    const attributes = Actor.Attributes ?? {};
    // `health_status: healthy`: the state follows the action.
    const [action = '', health] = Action.split(': ');
    if (action === 'kill' && HARMLESS.has(attributes['signal'] ?? ''))
        return undefined;
    return {
        action: action,
        containerId: Actor.ID,
        service: attributes['com.docker.compose.service'] ?? '',
        atMs: Math.floor(timeNano / 1e6),
        ...(action === 'die' ? { exitCode: Number(attributes['exitCode'] ?? 0) } : {}),
        ...(action === 'health_status' && health !== undefined ? { health: health } : {}),
    };
}
/** The events of a stream of JSON lines, however it is cut into pieces. What is not JSON is left out. */
async function* eventsOf(chunks) {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of chunks) {
        rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
        const lines = rest.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
            const event = parse(line);
            if (event)
                yield event;
        }
    }
}
function parse(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
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


/***/ }),

/***/ 1722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   Im: () => (/* binding */ isEmpty),
/* harmony export */   Mz: () => (/* binding */ removalCommand),
/* harmony export */   P5: () => (/* binding */ thingsOf),
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   aU: () => (/* binding */ leftBehind),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   tj: () => (/* binding */ areSame)
/* harmony export */ });
const KINDS = ['containers', 'networks', 'volumes', 'images'];
const NOTHING = { containers: [], networks: [], volumes: [], images: [] };
const ID_LENGTH = 12;
function thingsOf(footprint, kind) {
    return footprint[kind] ?? [];
}
/** What is there and is not to stay. */
function without(found, keep) {
    const of = (kind) => thingsOf(found, kind).filter((id) => !thingsOf(keep, kind).includes(id));
    return { containers: of('containers'), networks: of('networks'), volumes: of('volumes'), images: of('images') };
}
function isEmpty(footprint) {
    return KINDS.every((kind) => thingsOf(footprint, kind).length === 0);
}
function areSame(a, b) {
    return KINDS.every((kind) => thingsOf(a, kind).join() === thingsOf(b, kind).join());
}
/** Whether nothing is left, and it is known. */
function isGone(left) {
    return left.problems.length === 0 && isEmpty(left);
}
/** One line about what stayed although it was to go, with the reasons and what to do; undefined when nothing did. */
function leftBehind(left, project) {
    if (isGone(left))
        return undefined;
    const what = isEmpty(left) ? '' : `: ${describe(left)}`;
    const why = left.problems.length > 0 ? ` (${left.problems.join('; ')})` : '';
    return `project ${project} could not be removed whole${what}${why}; remove it with \`${removalCommand(project, left)}\``;
}
/** The things by sort and name: "container 3f50432baca1, volume shop_data". */
function describe(footprint) {
    const hexadecimal = /^[0-9a-f]{64}$/;
    return KINDS.flatMap((kind) => thingsOf(footprint, kind).map((id) => `${kind.slice(0, -1)} ${hexadecimal.test(id) ? id.slice(0, ID_LENGTH) : id}`)).join(', ');
}
/**
 * What to type to remove a project. Compose removes every volume that has the project's label, so it is not asked to
 * where some of them were there before the run.
 */
function removalCommand(project, remains, keep = NOTHING) {
    const commands = isEmpty(keep)
        ? // Without a time-out of its own it waits as long as the file says, which may be minutes.
            [`docker compose -p ${project} down --volumes --timeout 5`]
        : [
            `docker compose -p ${project} rm --stop --force --volumes`,
            ...commandFor('docker network rm', without(remains, keep).networks.map((id) => id.slice(0, ID_LENGTH))),
            ...commandFor('docker volume rm', without(remains, keep).volumes),
        ];
    return [...commands, ...commandFor('docker image rm', thingsOf(without(remains, keep), 'images'))].join(' && ');
}
function commandFor(command, names) {
    return names.length === 0 ? [] : [`${command} ${names.join(' ')}`];
}


/***/ })

};

return { id, ids, modules };
})()
