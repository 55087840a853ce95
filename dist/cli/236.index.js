// daa195545bf00cbd
(() => {
'use strict';
const id = 236;
const ids = [236];
const modules = {

/***/ 5236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DockerInspection: () => (/* binding */ DockerInspection)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/model/kernel-sockets.ts
var kernel_sockets = __webpack_require__(7119);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./src/adapters/docker/sockets.ts


/**
 * The sockets that listen in the network namespace of a container's process on this machine; undefined when they cannot be read:
 * another system, an engine in a virtual machine, a process that is gone. Needs no rights: the files are readable for everybody.
 */
async function socketsOfProcess(pid, containerId) {
    if (process.platform !== 'linux' || pid === 0)
        return undefined;
    const directory = `/proc/${String(pid)}`;
    try {
        // Where the engine runs in a virtual machine, the number is that of another process here.
        if (!(await (0,promises_.readFile)(`${directory}/cgroup`, 'utf8')).includes(containerId))
            return undefined;
        const [v4, v6] = await Promise.all([
            (0,promises_.readFile)(`${directory}/net/tcp`, 'utf8'),
            // There is none where IPv6 is off.
            (0,promises_.readFile)(`${directory}/net/tcp6`, 'utf8').catch(() => ''),
        ]);
        return (0,kernel_sockets/* listeningSockets */.OC)(`${v4}\n${v6}`);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/adapters/docker/wget-answer.ts
/** Docker's and the shell's codes for a program that the image does not have. */
const NO_PROGRAM = [126, 127];
const KEPT = 4096;
/** What `wget -q -S -O -` of BusyBox or GNU says when it fails, and the word of the system for it. */
const FAILURES = [
    [/bad address|unable to resolve host|Name or service not known/i, 'resolve', 'ENOTFOUND'],
    [/Connection refused/i, 'connect', 'ECONNREFUSED'],
    [/No route to host/i, 'connect', 'EHOSTUNREACH'],
    [/Network is unreachable/i, 'connect', 'ENETUNREACH'],
    [/timed out/i, 'request', 'TIMEOUT'],
    [/Connection reset|error getting response|server closed/i, 'request', 'ECONNRESET'],
    [/certificate|TLS|SSL/i, 'tls', 'TLS'],
];
/**
 * The answer in what wget printed; undefined when the image has no wget. It follows redirects by itself and then has the body of
 * the last answer: the first one is what counts here. Of an answer other than 200 it has no body.
 */
function wgetAnswer(url, result, totalMs, read) {
    const { exitCode, stdout } = result;
    // The standard error is what `output` has, unless it is empty.
    const said = result.output === stdout ? '' : result.output;
    const responses = said.split(/^\s*HTTP\/[\d.]+\s+/m).slice(1);
    const [first] = responses;
    if (first !== undefined) {
        const status = Number.parseInt(first, 10);
        const isWhole = responses.length === 1 && exitCode === 0;
        const headers = headersIn(first);
        const body = isWhole ? bodyOf(stdout, status === 200 ? read : undefined, headers['content-type']) : {};
        return {
            url,
            step: exitCode === 0 || status !== 200 ? 'done' : 'body',
            status,
            headers,
            ...body,
            totalMs,
        };
    }
    const failure = FAILURES.find(([words]) => words.test(said));
    if (!failure || NO_PROGRAM.includes(exitCode))
        return undefined;
    const [, step, errorCode] = failure;
    return { url, step, errorCode, error: said.trim().split('\n').at(-1) ?? '', totalMs };
}
function bodyOf(stdout, read, contentType) {
    const bytes = Buffer.from(stdout);
    const fault = read?.(bytes, contentType);
    return { bodyStart: stdout.slice(0, KEPT), bodyBytes: bytes.length, ...(fault && { fault }) };
}
function headersIn(response) {
    return Object.fromEntries(response.split('\n').flatMap((line) => {
        const [, name, value] = /^\s*(content-type|content-encoding|content-length|location|www-authenticate):\s*(.*?)\s*$/i.exec(line) ?? [];
        return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value]];
    }));
}

;// CONCATENATED MODULE: ./src/adapters/docker/inspection.ts




/** Looks into containers by `/proc`, by the Engine API, and by a program of the container where neither is at hand. */
class DockerInspection {
    engine;
    runtime;
    #architectures = new Map();
    constructor(engine, runtime) {
        this.engine = engine;
        this.runtime = runtime;
    }
    /** On Linux the bridge networks of a local engine are networks of this machine. */
    get reachesContainers() {
        return process.platform === 'linux' && this.engine.address.startsWith('unix://');
    }
    async facts(container, signal) {
        const [listening, architecture, stats] = await Promise.all([
            this.#sockets(container, signal),
            this.#architecture(container.image, signal),
            this.#stats(container, signal),
        ]);
        return {
            ...(listening && { listening }),
            ...(architecture === undefined ? {} : { architecture }),
            ...(stats && { stats }),
        };
    }
    credential(path) {
        try {
            return (0,external_node_fs_.readFileSync)(path, 'utf8').trim();
        }
        catch {
            return undefined;
        }
    }
    async get(request, signal) {
        if (!this.reachesContainers)
            return this.#askInside(request, signal);
        // Loaded with TLS and all that when something runs that can be asked.
        const { httpProbe } = await __webpack_require__.e(/* import() */ 167).then(__webpack_require__.bind(__webpack_require__, 3167));
        return httpProbe(request, signal);
    }
    /** By wget in the container of Prometheus. Credentials would be seen in its list of processes, and stay here. */
    async #askInside(request, signal) {
        const { url, headers, timeoutMs, from, read } = request;
        if ('Authorization' in headers)
            return undefined;
        const startedMs = performance.now();
        const seconds = String(Math.max(1, Math.ceil(timeoutMs / 1000)));
        // Compressed, the body could not be read here.
        const plain = Object.entries(headers).filter(([name]) => name !== 'Accept-Encoding');
        const flags = plain.flatMap(([name, value]) => ['--header', `${name}: ${value}`]);
        const result = await this.runtime
            .exec(from, ['wget', '-q', '-S', '-O', '-', '-T', seconds, ...flags, url], signal)
            .catch(() => undefined);
        return result && wgetAnswer(url, result, Math.round(performance.now() - startedMs), read);
    }
    async #sockets(container, signal) {
        if (container.state !== 'running')
            return undefined;
        const local = await socketsOfProcess(container.pid ?? 0, container.id);
        if (local)
            return local;
        const argv = ['cat', '/proc/net/tcp', '/proc/net/tcp6'];
        const said = await this.runtime.exec(container.service, argv, signal).catch(() => undefined);
        // Without IPv6 the second file is missing, which is no fault.
        return said?.stdout.includes('local_address') ? (0,kernel_sockets/* listeningSockets */.OC)(said.stdout) : undefined;
    }
    #architecture(image, signal) {
        let known = this.#architectures.get(image);
        if (!known) {
            known = this.#ask(`/images/${encodeURIComponent(image)}/json`, signal).then((answer) => answer?.Architecture);
            this.#architectures.set(image, known);
        }
        return known;
    }
    async #stats({ id, state }, signal) {
        if (state !== 'running')
            return undefined;
        const raw = (await this.#ask(`/containers/${id}/stats?stream=false&one-shot=true`, signal));
        return (raw && {
            memoryBytes: raw.memory_stats?.usage ?? 0,
            memoryLimitBytes: raw.memory_stats?.limit ?? 0,
            cpuMs: Math.round((raw.cpu_stats?.cpu_usage?.total_usage ?? 0) / 1e6),
            processes: raw.pids_stats?.current ?? 0,
        });
    }
    async #ask(path, signal) {
        try {
            return await this.engine.ask?.(path, signal);
        }
        catch {
            return undefined;
        }
    }
}


/***/ }),

/***/ 7119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OC: () => (/* binding */ listeningSockets),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   z2: () => (/* binding */ isWildcard)
/* harmony export */ });
/** The state TCP_LISTEN of include/net/tcp_states.h. */
const LISTEN = '0A';
/**
 * The sockets that wait for connections in a text of `/proc/net/tcp` or `/proc/net/tcp6`. Addresses are 32-bit words in hexadecimal,
 * each in the byte order of the machine; every machine that Docker runs on in practice is little-endian.
 * https://docs.kernel.org/networking/proc_net_tcp.html
 */
function listeningSockets(text) {
    const found = new Map();
    for (const line of text.split('\n')) {
        const [, local, , state] = line.trim().split(/\s+/);
        if (state !== LISTEN || local === undefined)
            continue;
        const socket = parseLocal(local);
        if (socket)
            found.set(`${socket.address} ${String(socket.port)}`, socket);
    }
    return [...found.values()];
}
function parseLocal(local) {
    const [, hex = '', port = ''] = /^([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})$/i.exec(local) ?? [];
    if (hex === '')
        return undefined;
    const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => [6, 4, 2, 0].map((at) => Number.parseInt(word.slice(at, at + 2), 16)));
    const isMapped = bytes.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255;
    const family = bytes.length === 4 || isMapped ? 4 : 6;
    const address = family === 4 ? bytes.slice(-4).join('.') : ipv6(bytes);
    return { family, address, port: Number.parseInt(port, 16) };
}
/** The short form of RFC 5952: the longest run of zero groups becomes `::`. */
function ipv6(bytes) {
    const groups = Array.from({ length: 8 }, (_, at) => (bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0));
    let best = { start: -1, length: 1 };
    for (let start = 0; start < 8; start++) {
        let length = 0;
        while (start + length < 8 && groups[start + length] === 0)
            length++;
        if (length > best.length)
            best = { start, length };
    }
    const hex = groups.map((group) => group.toString(16));
    if (best.start < 0)
        return hex.join(':');
    return `${hex.slice(0, best.start).join(':')}::${hex.slice(best.start + best.length).join(':')}`;
}
/** Whether only the container itself can reach an address. */
function isLoopback(address) {
    return address === '::1' || address.startsWith('127.');
}
/** Whether a socket accepts what is sent to any address of its family. */
function isWildcard(address) {
    return address === '0.0.0.0' || address === '::';
}


/***/ })

};

return { id, ids, modules };
})()
