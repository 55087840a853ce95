// f709cb4b341a3f66
(() => {
'use strict';
const id = 267;
const ids = [267];
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

/***/ 8267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findEngine: () => (/* binding */ findEngine)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/adapters/docker/engine.ts
var engine = __webpack_require__(7535);
// EXTERNAL MODULE: ./src/adapters/system-clock.ts
var system_clock = __webpack_require__(9180);
;// CONCATENATED MODULE: ./src/adapters/docker/engine-exec.ts

/** The engine closes the output a moment before it knows the exit code. */
const ENDED_EVERY_MS = 20;
/**
 * Runs a program in a container by the Engine API and returns its exit code; its output is thrown away. Throws when the container does not
 * run or the signal aborts, which leaves the program running: the API cannot end it.
 * https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Exec
 */
async function execInContainer(engine, containerId, argv, signal) {
    const created = await engine.json(`/containers/${containerId}/exec`, {
        method: 'POST',
        content: { AttachStdout: true, AttachStderr: true, Cmd: argv },
        signal,
    });
    const { Id: id } = created;
    const content = { Detach: false, Tty: false };
    const output = await engine.stream(`/exec/${id}/start`, { method: 'POST', content, signal });
    // Read to its end, which is that of the program.
    for await (const _ of output)
        ;
    for (;;) {
        signal.throwIfAborted();
        const { Running, ExitCode } = (await engine.json(`/exec/${id}/json`, { signal }));
        if (!Running && ExitCode !== null)
            return ExitCode;
        await system_clock/* systemClock */.m.sleep(ENDED_EVERY_MS, signal);
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./src/adapters/docker/engine-socket.ts

/** The engine answered that it will not, or cannot. */
class EngineRefusal extends Error {
    status;
    name = 'EngineRefusal';
    constructor(status, said) {
        super(`the Docker engine answered ${String(status)}: ${said}`);
        this.status = status;
    }
}
const SILENCE_MS = 10_000;
/** Connections at a time, those that are answered without end beside them. */
const CONNECTIONS = 8;
/**
 * The local socket of a Docker Engine, by Node's own client: a run begins with the engine, and undici takes 25 to 70 ms to be loaded where
 * this takes 3.
 */
class EngineSocket {
    path;
    #agent = new external_node_http_.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    #streams = new external_node_http_.Agent();
    constructor(path) {
        this.path = path;
    }
    /** Throws when there is no answer; a refusal is one. */
    async ask(path, question = {}) {
        const answer = await this.#send(this.#agent, path, { silenceMs: SILENCE_MS, ...question });
        return { status: statusOf(answer), headers: answer.headers, body: await readWhole(answer) };
    }
    /** What the JSON of an answer is worth. Throws when there is no answer, and EngineRefusal. */
    async json(path, question = {}) {
        const { status, body } = await this.ask(path, question);
        if (status >= 400)
            throw new EngineRefusal(status, body.toString());
        return JSON.parse(body.toString());
    }
    /** An answer that is read while the engine goes on with it, on a connection of its own. Throws as `json` does. */
    async stream(path, question = {}) {
        const answer = await this.#send(this.#streams, path, question);
        if (statusOf(answer) < 400)
            return answer;
        throw new EngineRefusal(statusOf(answer), (await readWhole(answer)).toString());
    }
    close() {
        this.#agent.destroy();
        this.#streams.destroy();
    }
    #send(agent, path, { method = 'GET', signal, content, silenceMs = 0 }) {
        const sent = content === undefined ? undefined : JSON.stringify(content);
        const headers = sent === undefined ? {} : { 'content-type': 'application/json' };
        return new Promise((resolve, reject) => {
            const asked = (0,external_node_http_.request)({
                ...{ socketPath: this.path, path, method, agent, headers, timeout: silenceMs },
                ...(signal ? { signal } : {}),
            });
            let answer;
            asked.once('response', (begun) => {
                answer = begun;
                resolve(begun);
            });
            asked.once('timeout', () => {
                (answer ?? asked).destroy(new Error(`it says nothing for ${String(silenceMs / 1000)} s`));
            });
            asked.on('error', reject);
            asked.end(sent);
        });
    }
}
function statusOf({ statusCode = 0 }) {
    return statusCode;
}
async function readWhole(answer) {
    const parts = [];
    for await (const part of answer)
        parts.push(part);
    return Buffer.concat(parts);
}

// EXTERNAL MODULE: ./src/adapters/docker/engine-event.ts
var engine_event = __webpack_require__(9074);
;// CONCATENATED MODULE: ./src/adapters/docker/log-stream.ts
const HEADER_BYTES = 8;
/**
 * The text of a log stream without a terminal, in which each piece has a header: the stream's number, three zero bytes and
 * the length, big endian. https://docs.docker.com/reference/api/engine/ ("Stream format")
 */
function demultiplex(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const pieces = [];
    for (let at = 0; at + HEADER_BYTES <= bytes.length;) {
        const length = view.getUint32(at + 4);
        pieces.push(bytes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + length));
        at += HEADER_BYTES + length;
    }
    const decoder = new TextDecoder();
    return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
}

;// CONCATENATED MODULE: ./src/adapters/docker/engine-api.ts





/** Starting waits for the program to be executed, which takes its time on a busy machine. */
const START_MS = 120_000;
const SERVICE_LABEL = 'com.docker.compose.service';
/** A container goes with its anonymous volumes. */
const REMOVAL = {
    containers: (id) => `/containers/${id}?force=1&v=1`,
    networks: (id) => `/networks/${id}`,
    volumes: (id) => `/volumes/${id}?force=1`,
    images: (id) => `/images/${id}`,
};
/** The Docker Engine API on its local socket: ten times faster than the docker command. https://docs.docker.com/reference/api/engine/ */
class EngineApi {
    address;
    #socket;
    constructor(socketPath) {
        this.address = `unix://${socketPath}`;
        this.#socket = new EngineSocket(socketPath);
    }
    async version(signal) {
        const version = (await this.#socket.json('/version', { signal }));
        return version.Version;
    }
    async list(project) {
        return (await this.#socket.json(`/containers/json?all=1&filters=${ofServices(project)}`));
    }
    async inspect(ids) {
        const inspected = await Promise.all(ids.map((id) => this.#inspect(id)));
        return inspected.filter((container) => container !== undefined);
    }
    async *events(project, signal) {
        const filters = { type: ['container'], label: [`${engine/* PROJECT_LABEL */.NV}=${project}`, engine/* NUMBER_LABEL */.BM], event: engine/* EVENTS */.qY };
        yield* (0,engine_event/* eventsOf */.X)(await this.#socket.stream(`/events?filters=${encode(filters)}`, { signal }));
    }
    async logs(id, lines) {
        const path = `/containers/${id}/logs?stdout=1&stderr=1&tail=${String(lines)}`;
        const { body, headers } = await this.#socket.ask(path);
        const raw = String(headers['content-type']).includes('raw-stream');
        return raw ? body.toString() : demultiplex(body);
    }
    async info(signal) {
        return (await this.#socket.json('/info', { signal }));
    }
    ask(path, signal) {
        return this.#socket.json(path, { signal });
    }
    async publishing(signal) {
        const running = (await this.#socket.json('/containers/json', { signal }));
        return running.map(({ Names, Labels, Ports }) => ({
            name: (Names[0] ?? '').replace(/^\//, ''),
            labels: Labels ?? {},
            ports: (Ports ?? []).flatMap(({ IP, PublicPort, Type }) => PublicPort === undefined ? [] : [{ protocol: Type, address: IP ?? '', port: PublicPort }]),
        }));
    }
    async hasImage(image) {
        return (await this.#socket.ask(`/images/${encodeURI(image)}/json`)).status === 200;
    }
    async start(id, signal) {
        const question = { method: 'POST', silenceMs: START_MS, signal };
        const { status, body } = await this.#socket.ask(`/containers/${id}/start`, question);
        // 304: it runs already.
        return status < 400 ? undefined : engineMessage(body.toString());
    }
    async exec(id, argv, signal) {
        return execInContainer(this.#socket, id, argv, signal);
    }
    async footprint(project) {
        const [containers, helpers, networks, volumes, images] = await Promise.all([
            this.#containerIds(project),
            this.#containerIds(project, engine/* HELPER_LABEL */.eq),
            this.#networkIds(project),
            this.#volumeNames(project),
            this.#imageNames(project),
        ]);
        return { containers: [...containers, ...helpers], networks, volumes, images };
    }
    async stop(ids, graceSeconds) {
        const path = (id) => `/containers/${id}/stop?t=${String(graceSeconds)}`;
        await Promise.all(ids.map(async (id) => this.#socket.ask(path(id), { method: 'POST' })));
    }
    async remove(kind, ids) {
        const problems = await Promise.all(ids.map(async (id) => {
            const path = REMOVAL[kind](encodeURIComponent(id));
            const { status, body } = await this.#socket.ask(path, { method: 'DELETE' });
            const text = body.toString();
            // Removed meanwhile, or somebody else is at it.
            const isGoing = status < 400 || status === 404 || text.includes('already in progress');
            return isGoing ? [] : [engineMessage(text)];
        }));
        return problems.flat();
    }
    close() {
        this.#socket.close();
        return Promise.resolve();
    }
    async #inspect(id) {
        try {
            return (await this.#socket.json(`/containers/${id}/json`));
        }
        catch (error) {
            // Removed between the list and this look.
            if (error instanceof EngineRefusal && error.status === 404)
                return undefined;
            throw error;
        }
    }
    async #containerIds(project, label = engine/* PROJECT_LABEL */.NV) {
        const list = (await this.#socket.json(`/containers/json?all=1&filters=${labelled(project, label)}`));
        return list.flatMap(({ Id }) => Id ?? []);
    }
    async #networkIds(project) {
        const list = (await this.#socket.json(`/networks?filters=${labelled(project)}`));
        return list.flatMap(({ Id }) => Id ?? []);
    }
    async #volumeNames(project) {
        const list = (await this.#socket.json(`/volumes?filters=${labelled(project)}`));
        return (list.Volumes ?? []).flatMap(({ Name }) => Name ?? []);
    }
    async #imageNames(project) {
        const list = (await this.#socket.json(`/images/json?filters=${labelled(project)}`));
        return list.flatMap(({ RepoTags, Labels }) => (RepoTags ?? []).filter((name) => (0,engine/* isNameOfProject */.SW)(name, project, Labels?.[SERVICE_LABEL] ?? '')));
    }
}
function ofServices(project) {
    return encode({ label: [`${engine/* PROJECT_LABEL */.NV}=${project}`, engine/* NUMBER_LABEL */.BM] });
}
function labelled(project, label = engine/* PROJECT_LABEL */.NV) {
    return encode({ label: [`${label}=${project}`] });
}
/** What an engine says in an answer that is an error: an object with one message. */
function engineMessage(text) {
    const message = /"message":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
    return (message === undefined ? text : JSON.parse(`"${message}"`)).trim();
}
function encode(filters) {
    return encodeURIComponent(JSON.stringify(filters));
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./src/adapters/docker/command.ts
var command = __webpack_require__(8732);
;// CONCATENATED MODULE: ./src/adapters/docker/engine-cli.ts




/** A container goes with its anonymous volumes. */
const engine_cli_REMOVAL = {
    containers: ['rm', '--force', '--volumes'],
    networks: ['network', 'rm'],
    volumes: ['volume', 'rm', '--force'],
    images: ['image', 'rm'],
};
/** An engine that only the docker command can reach: over ssh, TCP with TLS, or a context with credentials. */
class EngineCli {
    address;
    constructor(address) {
        this.address = address;
    }
    async version(signal) {
        return (await this.#docker(['version', '--format', '{{.Server.Version}}'], signal)).trim();
    }
    async list(project) {
        const format = ['--no-trunc', '--format', '{{.ID}}\t{{.State}}\t{{.Status}}'];
        const labels = ['--filter', `label=${engine/* PROJECT_LABEL */.NV}=${project}`, '--filter', `label=${engine/* NUMBER_LABEL */.BM}`];
        const out = await this.#docker(['ps', '--all', ...format, ...labels]);
        return out.split('\n').flatMap((line) => {
            const [Id = '', State = '', Status = ''] = line.split('\t');
            return Id === '' ? [] : [{ Id, State, Status }];
        });
    }
    async inspect(ids) {
        if (ids.length === 0)
            return [];
        const { stdout, output, exitCode } = await (0,command/* runCommand */.d)('docker', ['inspect', '--type', 'container', ...ids]);
        // One that was removed since makes the command fail, but it still prints the others.
        if (exitCode !== 0 && !/no such (?:container|object)/i.test(output))
            throw new Error(output.trim());
        return JSON.parse(stdout || '[]');
    }
    async *events(project, signal) {
        const labels = [`label=${engine/* PROJECT_LABEL */.NV}=${project}`, `label=${engine/* NUMBER_LABEL */.BM}`];
        const filters = ['type=container', ...labels, ...engine/* EVENTS */.qY.map((event) => `event=${event}`)];
        const args = ['events', '--format', '{{json .}}', ...filters.flatMap((filter) => ['--filter', filter])];
        const child = (0,external_node_child_process_.spawn)('docker', args, { stdio: ['ignore', 'pipe', 'ignore'], signal });
        child.on('error', () => undefined);
        yield* (0,engine_event/* eventsOf */.X)(child.stdout);
    }
    async logs(id, lines) {
        const { stdout, output } = await (0,command/* runCommand */.d)('docker', ['logs', '--tail', String(lines), id]);
        return output === stdout ? stdout : stdout + output;
    }
    async info(signal) {
        return JSON.parse(await this.#docker(['info', '--format', '{{json .}}'], signal));
    }
    async publishing(signal) {
        const ids = (await this.#docker(['ps', '--quiet', '--no-trunc'], signal)).split('\n').filter((id) => id !== '');
        if (ids.length === 0)
            return [];
        const { stdout } = await (0,command/* runCommand */.d)('docker', ['inspect', '--type', 'container', ...ids], { signal });
        return JSON.parse(stdout || '[]').map(({ Name, Config, NetworkSettings }) => ({
            name: Name.replace(/^\//, ''),
            labels: Config.Labels ?? {},
            ports: Object.entries(NetworkSettings.Ports ?? {}).flatMap(([port, bindings]) => (bindings ?? []).map(({ HostIp, HostPort }) => ({
                protocol: port.split('/')[1] ?? 'tcp',
                address: HostIp,
                port: Number(HostPort),
            }))),
        }));
    }
    async hasImage(image) {
        return (await (0,command/* runCommand */.d)('docker', ['image', 'inspect', '--format', '{{.Id}}', image])).exitCode === 0;
    }
    async start(id, signal) {
        const { exitCode, output } = await (0,command/* runCommand */.d)('docker', ['start', id], { signal });
        return exitCode === 0 ? undefined : output;
    }
    async exec(id, argv, signal) {
        return (await (0,command/* runCommand */.d)('docker', ['exec', id, ...argv], { signal })).exitCode;
    }
    async footprint(project) {
        const containers = ['ps', '--all', '--no-trunc'];
        const [services, helpers, networks, volumes, images] = await Promise.all([
            this.#ids(containers, project),
            this.#ids(containers, project, engine/* HELPER_LABEL */.eq),
            this.#ids(['network', 'ls', '--no-trunc'], project),
            this.#ids(['volume', 'ls'], project),
            this.#imageNames(project),
        ]);
        return { containers: [...services, ...helpers], networks, volumes, images };
    }
    async stop(ids, graceSeconds) {
        await (0,command/* runCommand */.d)('docker', ['stop', '--time', String(graceSeconds), ...ids]);
    }
    async remove(kind, ids) {
        const { exitCode, output } = await (0,command/* runCommand */.d)('docker', [...engine_cli_REMOVAL[kind], ...ids]);
        if (exitCode === 0)
            return [];
        return output.split('\n').filter((line) => line !== '' && !/no such|not found|already in progress/i.test(line));
    }
    async close() {
        // Every command was its own process.
    }
    async #ids(list, project, label = engine/* PROJECT_LABEL */.NV) {
        return lines(await this.#docker([...list, '--quiet', '--filter', `label=${label}=${project}`]));
    }
    /** The list has no labels, so the service is told by the name. */
    async #imageNames(project) {
        const format = ['--format', '{{.Repository}}:{{.Tag}}'];
        const names = lines(await this.#docker(['image', 'ls', ...format, '--filter', `label=${engine/* PROJECT_LABEL */.NV}=${project}`]));
        const service = (name) => name.slice(project.length + 1).replace(/:.*$/, '');
        return names.filter((name) => (0,engine/* isNameOfProject */.SW)(name, project, service(name)));
    }
    async #docker(args, signal) {
        const result = await (0,command/* runCommand */.d)('docker', args, signal ? { signal } : {});
        if (result.exitCode !== 0)
            throw new Error(result.output.trim());
        return result.stdout;
    }
}
function lines(text) {
    return text.split('\n').filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./src/adapters/docker/find-engine.ts





const DEFAULT_HOST = 'unix:///var/run/docker.sock';
/** The engine that the docker command would use: its API where that is a local socket, else the command itself. */
async function findEngine(environment) {
    const host = environment['DOCKER_HOST'] || (await contextHost(environment));
    return host.startsWith('unix://') ? new EngineApi(host.slice('unix://'.length)) : new EngineCli(host);
}
/** A look-up that does not contact the engine. */
async function contextHost(environment) {
    if (!mayHaveChosen(environment))
        return DEFAULT_HOST;
    const context = environment['DOCKER_CONTEXT'] || undefined;
    try {
        const { getExecOutput } = await __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 1260));
        const format = ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'];
        const args = context === undefined ? format : [...format, context];
        const options = { silent: true, ignoreReturnCode: true, env: settingsOf(environment) };
        const { exitCode, stdout } = await getExecOutput('docker', args, options);
        return exitCode === 0 && stdout.trim() !== '' ? stdout.trim() : DEFAULT_HOST;
    }
    catch {
        // No docker command: the check of requirements says so.
        return DEFAULT_HOST;
    }
}
/**
 * Whether a context may be in use: most machines have none, and there the command, which takes 20 ms to say so, need not be asked.
 * https://docs.docker.com/engine/manage-resources/contexts/
 */
function mayHaveChosen(environment) {
    if (environment['DOCKER_CONTEXT'])
        return true;
    const file = (0,external_node_path_.join)(environment['DOCKER_CONFIG'] || (0,external_node_path_.join)(environment['HOME'] || (0,external_node_os_.homedir)(), '.docker'), 'config.json');
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8').includes('"currentContext"');
    }
    catch (error) {
        return error.code !== 'ENOENT';
    }
}
function settingsOf(environment) {
    return Object.fromEntries(Object.entries(environment).map(([name, value = '']) => [name, value]));
}


/***/ })

};

return { id, ids, modules };
})()
