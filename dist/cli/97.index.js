// 2c30a8ff629924c9
(() => {
'use strict';
const id = 97;
const ids = [97];
const modules = {

/***/ 335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ isEmptyAnswer)
/* harmony export */ });
/** Whether an answer is whole and has no sample: nothing at all, or comments only. What is longer than what was kept is not judged. */
function isEmptyAnswer({ status, step, bodyStart = '', bodyBytes = 0 }) {
    if (status !== 200 || step !== 'done')
        return false;
    if (bodyBytes === 0)
        return true;
    if (new TextEncoder().encode(bodyStart).length < bodyBytes)
        return false;
    return bodyStart.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
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


/***/ }),

/***/ 9741:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   nS: () => (/* binding */ lasting),
/* harmony export */   qo: () => (/* binding */ clockTime)
/* harmony export */ });
/** `6.5 s`, `1 min 20 s`, `250 ms`: a length of time for a person. */
function lasting(ms) {
    if (ms < 1000)
        return `${String(Math.max(0, Math.round(ms)))} ms`;
    if (ms < 60_000)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}
/** The time of day, in UTC as logs of workflows have it: `18:09:41.300 UTC`. */
function clockTime(ms) {
    return `${new Date(ms).toISOString().slice(11, 23)} UTC`;
}
/** A moment by the clock, and how long after the run began when that is known. An engine elsewhere may have another clock. */
function moment(ms, runStartedMs) {
    const after = runStartedMs === undefined ? -1 : ms - runStartedMs;
    return after < 0 ? clockTime(ms) : `${clockTime(ms)}, ${lasting(after)} after the run began`;
}


/***/ }),

/***/ 2857:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ containersNamed),
/* harmony export */   q: () => (/* binding */ resolveName)
/* harmony export */ });
/**
 * Resolves a host name as the container `from` would, from what Docker tells of networks and names, without asking anybody. `outside`
 * is a name that only the world may know. https://docs.docker.com/engine/network/#dns-services
 */
function resolveName(host, from, containers) {
    const name = host.toLowerCase().replace(/(.)\.$/, '$1');
    if (isAddress(name)) {
        const owners = containers.filter((container) => addressesOf(container).includes(name));
        return isLoopbackName(name) ? own(from) : { kind: 'literal', addresses: [name], containers: owners };
    }
    if (isLoopbackName(name))
        return own(from);
    const found = (from.networks ?? []).flatMap((network) => containers.flatMap((container) => {
        const there = container.networks?.find((one) => one.name === network.name);
        if (!there || !hasName(there.names, name, network.name))
            return [];
        const addresses = [there.address, there.address6].filter((address) => address !== '');
        return addresses.map((address) => ({ address, container }));
    }));
    if (found.length > 0)
        return {
            kind: 'networks',
            addresses: [...new Set(found.map(({ address }) => address))],
            containers: [...new Set(found.map(({ container }) => container))],
        };
    return { kind: name.includes('.') || isOnHost(from) ? 'outside' : 'none', addresses: [], containers: [] };
}
/** Containers that have the name on any network of theirs, also one that the asker is not on. */
function containersNamed(host, containers) {
    const name = host.toLowerCase();
    return containers.filter(({ networks = [], service }) => networks.length > 0 ? networks.some((network) => hasName(network.names, name, network.name)) : service === name);
}
function hasName(names, name, network) {
    return names.some((one) => one.toLowerCase() === name || `${one}.${network}`.toLowerCase() === name);
}
function own(from) {
    return { kind: 'own', addresses: isOnHost(from) ? ['127.0.0.1'] : addressesOf(from), containers: [from] };
}
function addressesOf({ networks = [] }) {
    return networks.flatMap(({ address, address6 }) => [address, address6]).filter((address) => address !== '');
}
function isOnHost({ networkMode }) {
    return networkMode === 'host';
}
function isAddress(name) {
    return /^\d+(?:\.\d+){3}$/.test(name) || name.includes(':');
}
function isLoopbackName(name) {
    return name === 'localhost' || name === '::1' || /^127\.[\d.]+$/.test(name);
}


/***/ }),

/***/ 6726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ isPermanent),
/* harmony export */   v: () => (/* binding */ causeOfScrapeError)
/* harmony export */ });
/** Prometheus' words in `lastError`, most telling first. Seen on 2.53 and 3.5; sources: scrape/scrape.go, net/http, net. */
const CAUSES = [
    [/blank Content-Type|unsupported Content-Type ""/i, 'content-type-missing'],
    [/unsupported Content-Type "[^"]*json|while parsing: "\s*[{[]|valid start token, got "[{[]/i, 'not-exposition-json'],
    [/unsupported Content-Type|while parsing: "\s*<|valid start token, got "</i, 'not-exposition'],
    [/HTTP status 401/i, 'unauthorized'],
    [/HTTP status 403/i, 'forbidden'],
    [/HTTP status 404/i, 'not-found'],
    [/HTTP status 5\d\d/i, 'server-error'],
    [/HTTP status 3\d\d|stopped after \d+ redirects/i, 'redirected'],
    [/HTTP status \d+/i, 'http-status'],
    [/no such host|server misbehaving|Temporary failure in name resolution/i, 'name-does-not-resolve'],
    [/connection refused/i, 'connection-refused'],
    [/no route to host|network is unreachable/i, 'no-route'],
    [/x509: .*unknown authority/i, 'certificate-authority'],
    [/x509: certificate has expired or is not yet valid/i, 'certificate-expired'],
    [/x509: .*(?:certificate is valid for|IP SANs|not valid for any names|Common Name)/i, 'certificate-name'],
    [/x509|certificate/i, 'certificate'],
    [/server gave HTTP response to HTTPS client/i, 'server-speaks-plain-http'],
    [/tls:|first record does not look like a TLS|malformed HTTP response/i, 'tls-mismatch'],
    [/deadline exceeded|timeout|timed out/i, 'timeout'],
    [/gzip: |flate: /i, 'bad-encoding'],
    [/unexpected EOF/i, 'truncated-body'],
    [/\bEOF$|connection reset|broken pipe/i, 'connection-closed'],
    [/limit exceeded|exceeds? (?:the )?limit|body size limit/i, 'limit-exceeded'],
    [
        /expected|invalid|unexpected|duplicate|while parsing|label name|metric name|data does not end/i,
        'malformed-exposition',
    ],
];
/** The cause behind a scrape's `lastError`. */
function causeOfScrapeError(lastError) {
    return CAUSES.find(([words]) => words.test(lastError))?.[1] ?? 'unexplained';
}
/** Causes that another scrape cannot cure, since the answer shows a server that is up and set up otherwise. */
const PERMANENT = new Set([
    'not-exposition-json',
    'not-exposition',
    'malformed-exposition',
    'content-type-missing',
    'unauthorized',
    'forbidden',
    'redirected',
    'bad-encoding',
    'tls-mismatch',
    'server-speaks-plain-http',
    'certificate',
    'certificate-authority',
    'certificate-name',
    'certificate-expired',
    'limit-exceeded',
]);
/** Whether one failed scrape is enough to know; other causes may be a service that has only just started. */
function isPermanent(cause) {
    return PERMANENT.has(cause);
}


/***/ }),

/***/ 5691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ stableAfterMs),
/* harmony export */   cy: () => (/* binding */ loopProvedInMs),
/* harmony export */   oQ: () => (/* binding */ quickRuns)
/* harmony export */ });
/* unused harmony exports STABLE_AFTER_MS, LOOP_PATIENCE_MS */
/**
 * A run this long is no part of a loop. Docker's own restart manager thinks so too: it starts its back-off again after it
 * (restartmanager.go, https://github.com/moby/moby/blob/master/daemon/internal/restartmanager/restart_manager.go).
 */
const LONG_RUN_MS = 10_000;
/** How long a container without a healthcheck has to run before it counts as ready. */
const STABLE_AFTER_MS = 1500;
/** How long a service may go on dying while others that it may wait for are on their way. */
const LOOP_PATIENCE_MS = 30_000;
/** Restarts that prove a loop where nobody watched the runs. */
const RESTARTS_THAT_PROVE = 3;
/** The latest runs that all ended soon, oldest first. */
function quickRuns({ watched }) {
    const runs = watched?.endedRuns ?? [];
    const long = runs.findLastIndex(({ startedAtMs, endedAtMs }) => endedAtMs - startedAtMs >= LONG_RUN_MS);
    return runs.slice(long + 1);
}
/** How long a container has to run to count as stable: longer than any of the runs that failed before this one. */
function stableAfterMs(container) {
    const longest = Math.max(0, ...quickRuns(container).map(({ startedAtMs, endedAtMs }) => endedAtMs - startedAtMs));
    return longest === 0 ? STABLE_AFTER_MS : Math.min(LONG_RUN_MS, Math.max(STABLE_AFTER_MS, 2 * longest));
}
/**
 * Whether a container restarts over and over. It may only be waiting for another service by dying, as many do: so two quick ends
 * prove a loop when the last of these runs began after every service that it may wait for was ready, and half a minute of
 * them in any company.
 * @returns how long until time alone proves it, 0 when it is proved, undefined when it does not loop
 */
function loopProvedInMs(container, nowMs) {
    const { watched, restarts, state, startedAtMs } = container;
    if (state === 'running' && nowMs - startedAtMs >= stableAfterMs(container))
        return undefined;
    if (!watched)
        return restarts >= RESTARTS_THAT_PROVE ? 0 : undefined;
    const runs = quickRuns(container);
    const [first] = runs;
    const last = runs.at(-1);
    if (!first || !last || runs.length < 2)
        return undefined;
    if (watched.companionsReadyAtMs !== undefined && last.startedAtMs >= watched.companionsReadyAtMs)
        return 0;
    return Math.max(0, first.endedAtMs + LOOP_PATIENCE_MS - nowMs);
}


/***/ }),

/***/ 9916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ publishedPorts)
/* harmony export */ });
/* harmony import */ var _model_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2699);

/** The ports that a stack takes of its machine for sure; where Docker picks one, none is. */
function publishedPorts({ project }) {
    return project.services.flatMap((service) => {
        // Without a network of its own nothing is published.
        if (service.networkMode && !['bridge', 'default'].includes(service.networkMode.value))
            return [];
        const copies = (0,_model_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(service.node, 'deploy', 'replicas') ?? (0,_model_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(service.node, 'scale');
        if ((0,_model_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(copies) === '0')
            return [];
        return ['tcp', 'udp'].flatMap((protocol) => (protocol === 'tcp' ? service.ports : service.udpPorts).flatMap((mapping) => {
            const { hostPort } = mapping;
            return hostPort === undefined || hostPort === 0 ? [] : [{ service, protocol, mapping, port: hostPort }];
        }));
    });
}


/***/ }),

/***/ 4603:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ classifyPull)
/* harmony export */ });
/**
 * What Docker says of a pull that failed, telling words first. `docker compose pull` hands on the engine's words, and those are the
 * registry's; words of the registry API: https://distribution.github.io/distribution/spec/api/#errors-2
 */
const WORDS = [
    // A limit lasts for minutes or hours, and each new question counts.
    [
        /toomanyrequests|too many requests|(?:unauthenticated )?pull rate limit|\b429\b/i,
        'permanent',
        'image-rate-limited',
        'the registry limits the rate of pulls',
    ],
    [/no space left on device/i, 'permanent', 'disk-full', 'the disk of the engine is full'],
    [
        /no matching manifest for \S+|no match for platform in manifest|does not match the (?:specified|detected) (?:host )?platform|does not provide the specified platform/i,
        'permanent',
        'wrong-architecture',
        'the image is not made for this machine',
    ],
    // Docker Hub tells nobody whether an image exists that they may not see.
    [
        /repository (?:\S+ )?(?:does not exist|not found)|(?:manifest|name|repository name)(?: \S+)? (?:unknown|not known)|manifest for \S+ not found|invalid reference format|repository name must be|no such image|:? ?404 not found|(?:\/v2\/\S+|\bresolve reference "[^"]+"): not found|\S+:\S+: not found/i,
        'permanent',
        'image-unavailable',
        'the registry has no such image, or does not show it',
    ],
    [
        /\bdenied\b|unauthorized|authentication required|no basic auth credentials|incorrect username or password|insufficient[ _]scope|\b40[13] (?:forbidden|unauthorized)|forbidden/i,
        'permanent',
        'image-denied',
        'the registry does not let this machine pull it',
    ],
    // The certificate will be the same next time; so will a registry that speaks no TLS.
    [
        /x509:|certificate (?:signed by unknown|has expired|is valid for)|server gave HTTP response to HTTPS client|first record does not look like a TLS handshake/i,
        'permanent',
        'registry-unavailable',
        'there is no secure connection to the registry',
    ],
    [/TLS handshake timeout/i, 'transient', 'registry-unavailable', 'the TLS handshake with the registry timed out'],
    [
        /timeout exceeded while awaiting headers|i\/o timeout|deadline exceeded|timed out|request canceled while waiting|no progress for [\d.]+ s/i,
        'transient',
        'registry-unavailable',
        'the registry did not answer in time',
    ],
    [
        /connection refused|connection reset|broken pipe|no route to host|network is unreachable|connection (?:was )?closed|use of closed network connection|server misbehaving|temporary failure in name resolution|stream error|GOAWAY/i,
        'transient',
        'registry-unavailable',
        'the registry cannot be reached',
    ],
    [
        /(?:status(?: code)?:?|unexpected HTTP status:?|status code \S+:) ?5\d\d|\b50[0234] (?:internal|not implemented|bad|service|gateway)|internal server error|bad gateway|service unavailable|gateway time-?out/i,
        'transient',
        'registry-unavailable',
        'the registry answers with a server error',
    ],
    [/\bunexpected EOF\b|: EOF\b|\bEOF$/m, 'transient', 'registry-unavailable', 'the registry closed the connection'],
    [/no such host/i, 'permanent', 'registry-unavailable', 'the name of the registry does not resolve'],
    [
        /filesystem layer verification failed|failed to register layer: .*(?:unexpected|corrupt)/i,
        'transient',
        'registry-unavailable',
        'a layer came damaged',
    ],
];
/** Judges what Docker printed. What is not known is not tried again: it would hide what is wrong. Pure. */
function classifyPull(output) {
    const said = errorsOf(output);
    const row = WORDS.find(([words]) => words.test(said));
    return row && { kind: row[1], cause: row[2], why: row[3] };
}
/** Without lines of progress, in which names of images and layers could look like words of an error. */
function errorsOf(output) {
    const lines = output.split('\n').map((line) => line.trim());
    const errors = lines.filter((line) => /^(?:Error response from daemon|failed to|Error:|error )|\bError\b/i.test(line));
    return (errors.length > 0 ? errors : lines).join('\n');
}


/***/ }),

/***/ 1843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N0: () => (/* binding */ FOREIGN_GRACE_MS),
  A5: () => (/* binding */ conditionMet),
  xf: () => (/* binding */ judgeService),
  co: () => (/* binding */ readinessOf)
});

// EXTERNAL MODULE: ./src/rules/crash-loop.ts
var crash_loop = __webpack_require__(5691);
;// CONCATENATED MODULE: ./src/rules/start-error.ts
/** Docker's words for a container that it could not start, first match decides. */
const WORDS = [
    [/port is already allocated|address already in use|failed to bind host port/i, 'port-in-use'],
    [/exec format error|permission denied/i, 'command-not-executable'],
    [/executable file not found|no such file or directory/i, 'command-not-found'],
];
/** Why Docker could not start a container, by its own words. */
function startErrorCause(words) {
    return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'bring-up-failed';
}

;// CONCATENATED MODULE: ./src/rules/readiness.ts


/** How long somebody else may take to start again what they stopped, paused or removed: `docker restart` does both. */
const FOREIGN_GRACE_MS = 10_000;
/** Judges a service of a plan by those of all containers that are its own. */
function readinessOf(service, all, { readyWhen, replicas }, nowMs) {
    const own = all.filter((container) => container.service === service);
    return judgeService(own, readyWhen.get(service) ?? 'healthy-or-running', nowMs, replicas.get(service));
}
/** Judges a service by all of its containers: one that is hopeless decides, else every replica has to be ready. */
function judgeService(containers, readyWhen, nowMs, replicas = 1) {
    if (replicas === 0)
        return { kind: 'ready', as: 'running' };
    const there = containers.filter(({ watched }) => watched?.removedAtMs === undefined);
    // One that was replaced by another is not missed.
    const missed = there.length < replicas ? containers.filter((container) => !there.includes(container)) : [];
    const verdicts = [...there, ...missed].map((container) => judgeContainer(container, readyWhen, nowMs));
    return (verdicts.find(({ kind }) => kind === 'hopeless') ??
        soonest(verdicts) ??
        (there.length < replicas ? { kind: 'waiting', reason: missing(replicas, there.length) } : verdicts[0]) ?? {
        kind: 'waiting',
        reason: 'its container',
    });
}
function missing(replicas, there) {
    return replicas === 1 ? 'its container' : `${String(replicas - there)} of its ${String(replicas)} containers`;
}
/** The first reason to wait, with the first instant at which any of them may be gone. */
function soonest(verdicts) {
    const waiting = verdicts.filter((verdict) => verdict.kind === 'waiting');
    const [first] = waiting;
    const recheckMs = Math.min(...waiting.map((verdict) => verdict.recheckMs ?? Infinity));
    return first && (recheckMs === Infinity ? first : { ...first, recheckMs });
}
function judgeContainer(container, readyWhen, nowMs) {
    const { state, watched, startError } = container;
    if (watched?.removedAtMs !== undefined)
        return foreign(watched.removedAtMs, nowMs, 'was removed', 'its replacement');
    switch (state) {
        case 'running':
            return judgeRunning(container, readyWhen, nowMs);
        case 'exited':
            return judgeExited(container, nowMs);
        case 'restarting':
            return judgeFailed(container, nowMs) ?? { kind: 'waiting', reason: 'its restart' };
        case 'dead':
            return { kind: 'hopeless', cause: 'container-exited', reason: 'is dead: Docker could not remove what it left' };
        case 'paused':
            return foreign(watched?.pausedAtMs, nowMs, 'is paused', 'being unpaused');
        case 'created':
            if (startError === '')
                return { kind: 'waiting', reason: 'its start' };
            return { kind: 'hopeless', cause: startErrorCause(startError), reason: 'could not be started' };
        case 'removing':
            return { kind: 'waiting', reason: 'its removal' };
    }
}
function judgeRunning(container, readyWhen, nowMs) {
    const { health, startedAtMs, watched } = container;
    const failed = judgeFailed(container, nowMs);
    if (failed?.kind === 'hopeless' && (health !== 'healthy' || failed.cause === 'out-of-memory'))
        return failed;
    if (health === 'unhealthy') {
        const cause = probeCannotStart(container) ? 'healthcheck-binary-missing' : 'healthcheck-fails';
        return { kind: 'hopeless', cause, reason: 'its healthcheck fails' };
    }
    if (readyWhen === 'completed')
        return { kind: 'waiting', reason: 'its completion' };
    if (health === 'healthy')
        return { kind: 'ready', as: 'healthy' };
    if (health === 'starting')
        return failed ?? { kind: 'waiting', reason: 'its healthcheck' };
    const left = startedAtMs + (0,crash_loop/* stableAfterMs */.GW)(container) - nowMs;
    if (left <= 0)
        return { kind: 'ready', as: 'running' };
    return { kind: 'waiting', reason: watched?.endedRuns.length ? 'a run that lasts' : 'a stable run', recheckMs: left };
}
/** What the runs that ended say of a container that Docker restarts; undefined when they say nothing. */
function judgeFailed(container, nowMs) {
    const { state, oomKilled, watched, restarts, exitCode } = container;
    const outOfMemory = watched?.endedRuns.some((run) => run.oomKilled) ?? false;
    // A process that outlives the end of one of its children was not killed itself.
    if (outOfMemory || (oomKilled && state === 'restarting')) {
        return { kind: 'hopeless', cause: 'out-of-memory', reason: 'was killed' };
    }
    const provedInMs = (0,crash_loop/* loopProvedInMs */.cy)(container, nowMs);
    if (provedInMs === undefined)
        return undefined;
    const ends = Math.max(restarts, (0,crash_loop/* quickRuns */.oQ)(container).length);
    const last = (0,crash_loop/* quickRuns */.oQ)(container).at(-1)?.exitCode ?? exitCode;
    const reason = `ended ${String(ends)} times, last with exit code ${String(last)}`;
    if (provedInMs === 0)
        return { kind: 'hopeless', cause: 'crash-loop', reason };
    return { kind: 'waiting', reason: `a run that lasts: it ${reason}`, recheckMs: provedInMs };
}
/**
 * Docker sets this state only when it will not start the container again, whatever the restart policy: it is `restarting` else, from the
 * same instant on (daemon/monitor.go of moby, handleContainerExit).
 */
function judgeExited(container, nowMs) {
    const { exitCode, restartPolicy, watched, oomKilled } = container;
    const keptUp = restartPolicy === 'always' || restartPolicy === 'unless-stopped';
    if (watched?.stoppedAtMs !== undefined)
        return foreign(watched.stoppedAtMs, nowMs, 'was stopped', 'being started again');
    if (exitCode === 0 && !oomKilled) {
        if (!keptUp)
            return { kind: 'ready', as: 'completed' };
        return { kind: 'hopeless', cause: 'stopped-from-outside', reason: 'was stopped: Docker does not restart it' };
    }
    return { kind: 'hopeless', cause: exitCause(container), reason: `exited with code ${String(exitCode)}` };
}
/** What somebody else did may be undone by them in a moment. */
function forever(reason) {
    return { kind: 'hopeless', cause: 'stopped-from-outside', reason: `${reason} by somebody else` };
}
function foreign(sinceMs, nowMs, what, undone) {
    if (sinceMs === undefined)
        return { kind: 'waiting', reason: undone };
    const left = sinceMs + FOREIGN_GRACE_MS - nowMs;
    return left <= 0 ? forever(what) : { kind: 'waiting', reason: undone, recheckMs: left };
}
/** Why a container exited, by what Docker and the shell's conventions say. */
function exitCause({ oomKilled, exitCode }) {
    if (oomKilled)
        return 'out-of-memory';
    if (exitCode === 126)
        return 'command-not-executable';
    if (exitCode === 127)
        return 'command-not-found';
    return 'container-exited';
}
/** Docker's words, or the shell's exit codes 126 and 127, for a probe that could not even start. */
function probeCannotStart({ probes }) {
    const last = probes.at(-1);
    if (!last)
        return false;
    return (last.exitCode === 126 ||
        last.exitCode === 127 ||
        /OCI runtime exec failed|executable file not found/.test(last.output));
}
/** Whether a dependency's condition holds; every container of the service has to meet it. */
function conditionMet(condition, containers, replicas = 1) {
    const there = containers.filter(({ watched }) => watched?.removedAtMs === undefined);
    if (there.length < Math.max(1, replicas))
        return false;
    return there.every(({ state, health, exitCode, startedAtMs }) => {
        if (condition === 'service_completed_successfully')
            return state === 'exited' && exitCode === 0;
        if (condition === 'service_healthy')
            return state === 'running' && health === 'healthy';
        return startedAtMs > 0;
    });
}


/***/ }),

/***/ 1278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ nothingStored)
/* harmony export */ });
/** Between the start of a scrape and what the clock of a query says of its samples. */
const SLACK_MS = 1000;
/**
 * Whether Prometheus scrapes and keeps nothing. A scrape counts as succeeded before its samples are written, so a target is up also when
 * the storage takes none of them. Undefined when samples are stored, and when that is not known, as in agent mode. Pure.
 * Source: https://github.com/prometheus/prometheus/blob/v3.5.0/scrape/scrape.go, scrapeAndReport
 */
function nothingStored({ targets, server }) {
    const scraped = (targets?.active ?? []).filter(({ health, lastScrapeMs }) => health === 'up' && lastScrapeMs > 0);
    if (!server?.storedUp || scraped.length === 0)
        return undefined;
    const { newestMs } = server.storedUp;
    const last = scraped.reduce((one, other) => (other.lastScrapeMs > one.lastScrapeMs ? other : one));
    const startedMs = Date.parse(String(server.runtime?.['startTime']));
    const isOld = newestMs === undefined || newestMs < startedMs || newestMs + intervalOf(last) < last.lastScrapeMs;
    return isOld ? { scrapedMs: last.lastScrapeMs, newestMs } : undefined;
}
/** A sample that is older than this is not of the last scrape. Without the word of Prometheus only its start is what counts. */
function intervalOf({ intervalMs = Infinity }) {
    return intervalMs + SLACK_MS;
}


/***/ }),

/***/ 3002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ judge),
  L: () => (/* binding */ judgeAuthorities)
});

// EXTERNAL MODULE: ./src/model/yaml-node.ts
var yaml_node = __webpack_require__(2699);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/model/mounted-path.ts
var mounted_path = __webpack_require__(8637);
// EXTERNAL MODULE: ./src/model/source.ts
var source = __webpack_require__(5180);
// EXTERNAL MODULE: ./src/yaml/parse.ts + 2 modules
var parse = __webpack_require__(7784);
;// CONCATENATED MODULE: ./src/rules/active-config.ts





/**
 * What the active configuration has otherwise than the file, by meaning: Prometheus writes it anew with every default, without
 * secrets, and another tempo changes its intervals. So jobs, their targets, paths and schemes, files of rules and Alertmanagers count.
 */
function configDifferences({ stack, observation }) {
    const config = stack.prometheus?.config;
    const active = observation.server?.activeConfig;
    if (!config || active === undefined)
        return [];
    const [root] = (0,parse/* parseYaml */.h)(new source/* SourceFile */.s('active configuration', 'prometheus', active), 'v2').roots;
    if (!root || (0,yaml_node/* child */.jf)(root, 'global') === undefined)
        return [];
    const directory = external_node_path_.posix.dirname(stack.prometheus.configPath.value);
    return [
        ...ofJobs(config.root, root),
        ...ofRules(config.root, root, directory),
        ...ofAlertmanagers(config.root, root),
    ];
}
/** What brings the configuration into the container: an entry point that may rewrite it, its mount, the flag that names it, or the service. */
function configOrigin({ stack }) {
    const { service, configPath } = stack.prometheus ?? {};
    if (!service || !configPath)
        return undefined;
    const [program] = service.entrypoint;
    if (program && !/(?:^|\/)prometheus$/.test(program.value))
        return program.at;
    return (0,mounted_path/* mountFor */.t)(service.mounts, configPath.value)?.mount.at ?? configPath.at;
}
function ofJobs(disk, active) {
    const running = new Map((0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(active, 'scrape_configs')).map((job) => [(0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(job, 'job_name')), job]));
    const written = (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(disk, 'scrape_configs'));
    const differences = written.flatMap((job) => {
        const node = (0,yaml_node/* child */.jf)(job, 'job_name');
        const name = (0,yaml_node/* text */.Qq)(node);
        if (node === undefined || name === undefined)
            return [];
        const other = running.get(name);
        running.delete(name);
        const says = other ? difference(name, job, other) : `it has no scrape job "${name}"`;
        return says === undefined ? [] : [{ says, at: node.at, of: 'jobs' }];
    });
    const at = (0,yaml_node/* keyRange */.xA)(disk, 'scrape_configs') ?? disk.at;
    const more = [...running.keys()].map((name) => ({
        says: `it has scrape job "${name ?? ''}", which the file does not have`,
        at,
        of: 'jobs',
    }));
    return [...differences, ...more];
}
function difference(name, disk, active) {
    const [written, running] = [disk, active].map(targetsOf);
    if (written !== running)
        return `scrape job "${name}" has targets ${running ?? ''} in place of ${written ?? ''}`;
    for (const [key, usual] of [
        ['metrics_path', '/metrics'],
        ['scheme', 'http'],
    ]) {
        const [on, off] = [disk, active].map((job) => (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(job, key)) ?? usual);
        if (on !== off)
            return `scrape job "${name}" has ${key} "${off ?? ''}" in place of "${on ?? ''}"`;
    }
    return undefined;
}
/** The targets of the static_configs of a job or of an entry of `alertmanagers`, in one order. */
function targetsOf(node) {
    const all = (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(node, 'static_configs')).flatMap((group) => (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(group, 'targets')).flatMap((target) => (0,yaml_node/* text */.Qq)(target) ?? []));
    return all.length === 0
        ? 'none'
        : all
            .map((one) => `"${one}"`)
            .sort()
            .join(', ');
}
function ofRules(disk, active, directory) {
    const [written, running] = [disk, active].map((root) => (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(root, 'rule_files'))
        .flatMap((one) => (0,yaml_node/* text */.Qq)(one) ?? [])
        .map((path) => external_node_path_.posix.resolve(directory, path))
        .sort());
    if (written?.join('\n') === running?.join('\n'))
        return [];
    const said = running?.length ? running.map((path) => `"${path}"`).join(', ') : 'none';
    return [{ says: `its rule_files are ${said}`, at: (0,yaml_node/* keyRange */.xA)(disk, 'rule_files') ?? disk.at, of: 'rules' }];
}
function ofAlertmanagers(disk, active) {
    const [written, running] = [disk, active].map((root) => (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(root, 'alerting', 'alertmanagers'))
        .map(targetsOf)
        .sort()
        .join(', '));
    if (written === running)
        return [];
    const said = running === '' ? 'none' : running;
    return [
        { says: `its Alertmanagers are ${said ?? ''}`, at: (0,yaml_node/* keyRange */.xA)(disk, 'alerting') ?? disk.at, of: 'alertmanagers' },
    ];
}

// EXTERNAL MODULE: ./src/rules/readiness.ts + 1 modules
var rules_readiness = __webpack_require__(1843);
;// CONCATENATED MODULE: ./src/rules/waiting-chain.ts
/** More chains than this explain nothing more. */
const MOST_CHAINS = 8;
const UNTIL = {
    service_started: 'started',
    service_healthy: 'healthy',
    service_completed_successfully: 'completed',
};
/** Services that were never started and wait for this one, in the order of the compose file. */
function heldDirectly({ stack, observation }, name) {
    return stack.project.services.flatMap((service) => {
        const dependency = service.dependsOn.find((one) => one.service === name && one.required);
        return dependency && observation.neverStarted.includes(service.name) ? [{ name: service.name, dependency }] : [];
    });
}
/** All services that a failed one holds back, also by way of others: nearest first, each once. */
function heldBack(run, name) {
    const seen = new Set([name]);
    const held = [];
    for (const next of seen) {
        for (const one of heldDirectly(run, next)) {
            if (seen.has(one.name))
                continue;
            seen.add(one.name);
            held.push(one);
        }
    }
    return held;
}
/**
 * Who waits for a failed service and for what, a line a chain: `agent (until redis is healthy) \u2190 web (until agent is started)`.
 * A service that two chains reach stands in the first one.
 */
function waitingChains(run, name) {
    const seen = new Set([name]);
    const chains = [];
    const follow = (service, before) => {
        const next = heldDirectly(run, service).filter((held) => !seen.has(held.name));
        for (const held of next)
            seen.add(held.name);
        if (next.length === 0 && before.length > 0)
            chains.push([...before]);
        for (const held of next)
            follow(held.name, [...before, `${held.name} (until ${service} is ${UNTIL[held.dependency.condition]})`]);
    };
    follow(name, []);
    const lines = chains.slice(0, MOST_CHAINS).map((chain) => chain.join(' \u2190 '));
    const more = chains.length - lines.length;
    return more > 0 ? [...lines, `and ${String(more)} more`] : lines;
}

;// CONCATENATED MODULE: ./src/rules/failed-services.ts


/** The services that no waiting helps, in the order of the compose file. */
function failedServices({ stack, plan, observation }) {
    return stack.project.services.flatMap((service) => {
        const containers = observation.containers.filter((container) => container.service === service.name);
        const readyWhen = plan.readyWhen.get(service.name) ?? 'healthy-or-running';
        // What somebody else did and has not undone when the run is over counts, though a wait would give them longer.
        const atMs = observation.atMs + (containers.some(isHeld) ? rules_readiness/* FOREIGN_GRACE_MS */.N0 : 0);
        const verdict = (0,rules_readiness/* judgeService */.xf)(containers, readyWhen, atMs, plan.replicas.get(service.name));
        const [first] = containers;
        if (verdict.kind !== 'hopeless' || !first)
            return [];
        const container = containers.find((c) => (0,rules_readiness/* judgeService */.xf)([c], readyWhen, atMs).kind === 'hopeless') ?? first;
        return [{ service, container, cause: verdict.cause, reason: verdict.reason }];
    });
}
/** Stopped, paused or removed by somebody else. */
function isHeld({ watched }) {
    return [watched?.stoppedAtMs, watched?.pausedAtMs, watched?.removedAtMs].some((at) => at !== undefined);
}
/** What failed because of a service: targets on it and services that waited for it, folded under its finding. */
function consequences(run, service) {
    const waiting = heldBack(run, service);
    const held = new Set([service, ...waiting.map(({ name }) => name)]);
    const related = waiting.map(({ name, dependency }) => ({
        message: `service "${name}" was never started: it waits for "${dependency.service}"`,
        at: dependency.at,
    }));
    for (const { expected, health } of run.targets) {
        if (expected.service === undefined || !held.has(expected.service) || health === 'up')
            continue;
        related.push({
            message: `target "${expected.address ?? ''}" of scrape job "${expected.job}" is ${health} because of it`,
            at: expected.at,
        });
    }
    return related;
}
/** Services whose failure has a finding of its own, and those held back by them: their targets need no second one. */
function explainedServices(run) {
    const failed = failedServices(run).map(({ service }) => service.name);
    return new Set([...failed, ...run.observation.neverStarted, ...(run.observation.bringUpFailure?.services ?? [])]);
}

;// CONCATENATED MODULE: ./src/rules/pipeline-answer.ts
const LONGEST = 120;
const SYSTEM = {
    ECONNREFUSED: 'refuses connections',
    EHOSTUNREACH: 'cannot be reached: no route to the host',
    ENETUNREACH: 'cannot be reached: no route to the network',
    TIMEOUT: 'does not answer within 2 s',
    ECONNRESET: 'closes the connection without an answer',
};
/** Why an answer is none that one can work with, as a part of a sentence whose subject is the host and port; undefined when it is good, or nothing is known. */
function failureOf({ resolution, url, answer }) {
    if (resolution === 'none')
        return 'is a name that does not resolve';
    if (!answer)
        return undefined;
    const { status, step, errorCode = '', error = '' } = answer;
    if (/wrong version number/.test(error))
        return 'does not speak TLS, and is asked by HTTPS';
    if (status === undefined)
        return SYSTEM[errorCode] ?? `does not answer (${step}: ${(error || errorCode).replaceAll(/\s+/g, ' ').trim()})`;
    if (status >= 200 && status < 300)
        return undefined;
    const path = pathOf(url);
    if (status === 401 || status === 403)
        return `answers ${String(status)} at ${path}: it wants other credentials`;
    if (status === 400 && /HTTP request to an HTTPS server/.test(answer.bodyStart ?? ''))
        return 'speaks TLS, and is asked by plain HTTP';
    const line = firstLine(answer);
    return `answers ${String(status)} at ${path}${line === undefined ? '' : ` ("${line}")`}`;
}
/** Host and port of a URL. */
function authorityOf(url) {
    return /^\w+:\/\/(?:[^/@]*@)?([^/?#]+)/.exec(url)?.[1] ?? url;
}
/** What was asked and what came of it, as evidence. */
function told({ from, url, answer, resolution }) {
    const asked = `asked as service "${from}" would, ${url}`;
    if (!answer)
        return [`${asked}: the name is found by "${resolution}"`];
    const { status, address, step, errorCode = '', error = '', bodyStart = '' } = answer;
    const came = status === undefined ? `${step}: ${errorCode} ${error}`.trim() : `${String(status)} ${bodyStart.slice(0, LONGEST)}`;
    return [`${asked} (${address ?? ''}): ${came.replaceAll(/\s+/g, ' ').trim()}`];
}
function pathOf(url) {
    return url.replace(/^\w+:\/\/[^/]*/, '').replace(/\?.*$/s, '');
}
function firstLine({ bodyStart = '', headers }) {
    if (/html/i.test(headers?.['content-type'] ?? ''))
        return undefined;
    const line = bodyStart.trim().split('\n')[0] ?? '';
    return line === '' ? undefined : line.slice(0, LONGEST);
}

// EXTERNAL MODULE: ./src/rules/prometheus-endpoints.ts
var prometheus_endpoints = __webpack_require__(8588);
;// CONCATENATED MODULE: ./src/rules/runtime/alertmanager-unreachable.ts





/** Prometheus hands on what its discovery finds in steps of 5 s. */
const DISCOVERY_MS = 9_000;
/** Alerts that go nowhere though an Alertmanager is named. */
const rule = {
    scope: 'runtime',
    code: 'runtime/alertmanager-unreachable',
    severity: 'error',
    stage: 'verify',
    summary: 'Prometheus has no Alertmanager though one is configured, or cannot reach it',
    why: 'Prometheus evaluates alerts and drops them when nobody takes them, without a word on its pages: the first to learn of it is who was not called.',
    remedy: 'name the host and port at which the Alertmanager listens, with its scheme, path_prefix and credentials',
    judge(run) {
        // Another configuration explains it.
        if (configDifferences(run).some(({ of }) => of === 'alertmanagers'))
            return [];
        return [...notFound(run), ...notReached(run)];
    },
};
function notFound({ stack, observation }) {
    const known = observation.server?.alertmanagers;
    const root = stack.prometheus?.config?.root;
    const listed = (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(root, 'alerting', 'alertmanagers'));
    const [first] = listed.filter((one) => (0,yaml_node/* entries */.jO)(one).some(([key]) => /^static_configs$|_sd_configs$/.test(key)));
    if (!known || !first || known.active.length > 0)
        return [];
    const startedMs = Date.parse(String(observation.server.runtime?.['startTime']));
    const isYoung = !(observation.atMs - startedMs >= DISCOVERY_MS);
    if (known.dropped.length === 0 && isYoung)
        return [];
    const steps = listed.flatMap((one) => (0,yaml_node/* keyRange */.xA)(one, 'relabel_configs') ?? []);
    const [dropped] = known.dropped;
    const said = dropped === undefined
        ? 'its discovery found none'
        : `relabelling drops ${known.dropped.length > 1 ? `all ${String(known.dropped.length)} that it found` : `the only one that it found, ${authorityOf(dropped)}`}`;
    return [
        {
            message: `Prometheus has no Alertmanager to send alerts to: ${said}`,
            cause: 'alertmanager-missing',
            at: (dropped === undefined ? undefined : steps[0]) ?? (0,yaml_node/* keyRange */.xA)(root, 'alerting') ?? first.at,
            help: 'mend the discovery or the relabel_configs in `alerting`',
            evidence: [`Alertmanagers by the API: 0 active, ${String(known.dropped.length)} dropped`],
        },
    ];
}
function notReached(run) {
    const explained = explainedServices(run);
    return (run.observation.pipeline ?? []).flatMap((answer) => {
        const failure = answer.of === 'alertmanager' ? failureOf(answer) : undefined;
        if (failure === undefined)
            return [];
        const authority = authorityOf(answer.name);
        const service = serviceOf(run.stack, authority);
        if (service !== undefined && explained.has(service))
            return [];
        // The same server is a target too, and its finding says more.
        if (run.targets.some(({ health, expected }) => health === 'down' && expected.address === authority))
            return [];
        const errors = run.observation.server?.notificationErrors?.[answer.name];
        return [
            {
                message: `alertmanager "${authority}" ${failure}, so that alerts go nowhere`,
                cause: 'alertmanager-unreachable',
                at: placeOf(run.stack, authority, answer),
                ...(service === undefined ? {} : { subject: { service } }),
                evidence: [
                    ...told(answer),
                    ...(errors === undefined ? [] : [`alerts that Prometheus could not hand over: ${String(errors)}`]),
                ],
            },
        ];
    });
}
function serviceOf(stack, authority) {
    const host = authority.replace(/:\d+$/, '');
    return stack.project.services.find(({ name, containerName }) => name === host || containerName?.value === host)?.name;
}
/** The target; the prefix of its path when it is the path that is wrong. */
function placeOf({ prometheus, ...rest }, authority, { answer, url }) {
    const root = prometheus?.config?.root;
    for (const entry of (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(root, 'alerting', 'alertmanagers'))) {
        const endpoint = (0,prometheus_endpoints/* alertmanagersOf */.W6)({ prometheus, ...rest }, entry).find(({ host, port }) => authority === `${host}:${String(port)}` || authority === host);
        if (!endpoint)
            continue;
        const [prefix, scheme] = [(0,yaml_node/* child */.jf)(entry, 'path_prefix'), (0,yaml_node/* child */.jf)(entry, 'scheme')];
        const isPath = answer?.status !== undefined && answer.status === 404 && !isTop(prefix);
        const isScheme = url.startsWith('https:') && answer?.step === 'tls';
        return (isPath ? prefix : isScheme ? scheme : undefined)?.at ?? endpoint.at;
    }
    return (0,yaml_node/* keyRange */.xA)(root, 'alerting');
}
function isTop(prefix) {
    return ((0,yaml_node/* text */.Qq)(prefix) ?? '/') === '/';
}

;// CONCATENATED MODULE: ./src/rules/runtime/authority-disagrees.ts
/** The first words of a program that say what is wrong. */
const authority_disagrees_LONGEST = 300;
/** A program with the last word judges a file otherwise than Scrapegate. */
const authority_disagrees_rule = {
    scope: 'runtime',
    code: 'runtime/authority-disagrees',
    severity: 'warning',
    stage: 'check',
    summary: 'promtool, amtool or docker compose judges a file otherwise than Scrapegate does',
    why: 'Scrapegate reads configuration files by itself. Where Docker is there, the gate also asks the programs of the stack, which have the last word. When they disagree, one of the two is wrong, and usually that is Scrapegate.',
    remedy: 'trust the program, and report the difference with the file, or the part of it that matters, at https://github.com/scrapegate/scrapegate/issues',
    judge: ({ observation }) => differences(observation.authorities ?? []),
};
/** One problem for each answer that is not our own. */
function differences(answers) {
    return answers.flatMap((answer) => (answer.accepted === (answer.ours.length === 0) ? [] : [problem(answer)]));
}
function problem({ program, about, accepted, said, ours }) {
    const [first = ''] = ours;
    const reason = said
        .split('\n')
        .filter((line) => /error|fail|invalid|not |must|unexpected/i.test(line))
        .join(' ') || said;
    return {
        message: accepted
            ? `${program} accepts ${about}, in which Scrapegate finds a fault (${first})`
            : `${program} refuses ${about}, in which Scrapegate finds no fault: ${reason.replaceAll(/\s+/g, ' ').slice(0, authority_disagrees_LONGEST)}`,
        evidence: [said, ...ours].filter((line) => line !== ''),
    };
}

// EXTERNAL MODULE: ./src/model/cause.ts + 3 modules
var model_cause = __webpack_require__(1714);
// EXTERNAL MODULE: ./src/rules/pull-failure.ts
var pull_failure = __webpack_require__(4603);
;// CONCATENATED MODULE: ./src/rules/start-failure-place.ts

/** The line of the compose file that has to change for a service to start; the service's own name when none is known. */
function placeOfFailure(stack, service, failure, output) {
    return (ofProject(stack, failure, output) ?? (service && (PLACES[failure.cause]?.(service, failure, output) ?? service.at)));
}
/** Networks and volumes belong to no service alone. */
function ofProject({ project: { root } }, { cause }, output) {
    const defined = (kind) => (0,yaml_node/* entries */.jO)((0,yaml_node/* child */.jf)(root, kind)).map(([name, { key }]) => [name, key.at]);
    if (cause === 'networks-exhausted')
        return defined('networks').find(([name]) => new RegExp(`_${name}[ :]`).test(output))?.[1];
    if (cause === 'mount-failed')
        return defined('volumes').find(([name]) => output.includes(`_${name}/_data'`))?.[1];
    return undefined;
}
const ofImage = ({ image, node }) => image?.at ?? (0,yaml_node/* keyRange */.xA)(node, 'build');
/** Where each cause is written, when a service writes it. */
const PLACES = {
    'port-in-use': ({ ports, udpPorts }, _, output) => [...ports, ...udpPorts].find(({ hostPort }) => new RegExp(`[:.]${String(hostPort)}\\b`).test(output))?.at,
    'wrong-architecture': (service, ...rest) => (0,yaml_node/* child */.jf)(service.node, 'platform')?.at ?? ofImage(service, ...rest),
    'image-unavailable': ofImage,
    'image-denied': ofImage,
    'image-rate-limited': ofImage,
    'registry-unavailable': ofImage,
    'name-in-use': ({ containerName }) => containerName?.at,
    'device-missing': ({ node }, { thing }) => deviceOf(node, thing),
    'mount-failed': (service, { thing }, output) => mountOf(service, thing, output),
    'command-not-found': (service, { thing }) => commandOf(service, thing),
    'command-not-executable': (service, { thing }) => commandOf(service, thing),
    'user-missing': ({ user }) => user?.at,
    'bring-up-failed': ({ node }, _, output) => /Cannot mkdir|chdir to cwd|current working directory/i.test(output) ? (0,yaml_node/* child */.jf)(node, 'working_dir')?.at : undefined,
};
function deviceOf(node, device) {
    const written = (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(node, 'devices')).find((item) => device !== undefined && ((0,yaml_node/* text */.Qq)(item) ?? (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(item, 'source')) ?? '').startsWith(device));
    return written?.at ?? (0,yaml_node/* child */.jf)(node, 'deploy', 'resources', 'reservations', 'devices')?.at ?? (0,yaml_node/* keyRange */.xA)(node, 'gpus');
}
/** By the source that Docker names, else by the target in its words. */
function mountOf({ mounts, node }, source, output) {
    // One source may be mounted at several places.
    const isTarget = ({ target }) => output.includes(`"${target}"`);
    const ofSource = mounts.filter((one) => one.source === source);
    const mount = ofSource.find(isTarget) ?? ofSource[0] ?? mounts.find(isTarget);
    if (mount)
        return mount.sourceAt ?? mount.at;
    return (0,yaml_node/* keyRange */.xA)(node, 'tmpfs') ?? (0,yaml_node/* keyRange */.xA)(node, 'secrets') ?? (0,yaml_node/* keyRange */.xA)(node, 'configs');
}
/** The program is the first word of the entry point, or of the command when there is none. */
function commandOf({ entrypoint, command, node }, program) {
    const words = [...entrypoint, ...command];
    return (words.find(({ value }) => value === program) ?? words[0])?.at ?? (0,yaml_node/* keyRange */.xA)(node, 'image');
}

;// CONCATENATED MODULE: ./src/rules/start-failure.ts

/** Telling words first; a group is the thing they are about. Words of Engine 20.10 to 29 with runc. */
const WORDS = [
    [/port is already allocated|address already in use|failed to bind host port/i, 'port-in-use'],
    [
        /non-overlapping IPv4 address pool|address pools have been fully subnetted|Pool overlaps with other one/i,
        'networks-exhausted',
    ],
    [/container name "\/?([^"]+)" is already in use/i, 'name-in-use'],
    [/no space left on device/i, 'disk-full'],
    [/unable to find (?:user|group) ([^\s:]+)|no matching entries in (?:passwd|group) file/i, 'user-missing'],
    [/adding custom device "([^"]+)"|select device driver "([^"]*)"|nvidia-container-cli|CDI device/i, 'device-missing'],
    [
        /bind source path does not exist: (\S+)|mounting "([^"]+)" to rootfs|mount(?:ing|ed) a? ?directory onto a file|failed to mount local volume: mount ([^\s:,]+)|error while creating mount source path '([^']+)'|creating mountpoints?/i,
        'mount-failed',
    ],
    [/exec format error|does not match the detected host platform/i, 'wrong-architecture'],
    [
        /exec: "([^"]+)": (?:executable file not found|stat \S+: no such file or directory)|exec (\S+): no such file or directory|executable file not found|no such file or directory: unknown/i,
        'command-not-found',
    ],
    [/exec: "([^"]+)": (?:permission denied|is a directory)|permission denied: unknown/i, 'command-not-executable'],
];
/** What can only be said of images. */
const OF_IMAGES = /unable to get image|failed to solve|no such image/i;
/** Words that stand before each failure of a start. */
const WRAPPING = /^(?:error(?: response)? from daemon|failed to create task for container|failed to create shim task|OCI runtime create failed|runc create failed|unable to start container process|error during container init|failed to set up container networking|\w+_linux\.go:\d+|(?:starting container process|container init) caused): /i;
/** Judges what docker compose, or the engine, said of a container that could not be made or started. Pure. */
function classifyStart(output) {
    const words = tellingLine(output);
    for (const [pattern, cause] of WORDS) {
        const match = pattern.exec(output);
        if (match)
            return { cause, thing: match.slice(1).find(Boolean), words };
    }
    const pulled = (0,pull_failure/* classifyPull */.S)(output);
    if (pulled)
        return { cause: pulled.cause, words };
    return { cause: OF_IMAGES.test(output) ? 'image-unavailable' : 'bring-up-failed', words };
}
/** The line that says what is wrong, without what Docker wraps around it. */
function tellingLine(output) {
    const lines = output
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    let telling = lines.findLast((line) => /error|failed|denied|not found|in use/i.test(line)) ?? lines.at(-1);
    if (telling === undefined)
        return 'docker compose said nothing';
    for (let shorter = telling.replace(WRAPPING, ''); shorter !== telling; shorter = telling.replace(WRAPPING, ''))
        telling = shorter;
    return telling.replace(/: unknown$/, '');
}

;// CONCATENATED MODULE: ./src/rules/runtime/bring-up-failed.ts




/** Docker refused to build, create or start a service. */
const bring_up_failed_rule = {
    scope: 'runtime',
    code: 'runtime/bring-up-failed',
    severity: 'error',
    stage: 'up',
    summary: 'docker compose could not build, create or start a service',
    why: 'The container never ran, so nothing after it could be judged.',
    remedy: "follow Docker's own words, which are quoted",
    judge: ({ stack, observation }) => (observation.bringUpFailure ? [bring_up_failed_problem(stack, observation.bringUpFailure)] : []),
};
function bring_up_failed_problem(stack, failure) {
    const { output, attempts } = failure;
    const found = classifyStart(output);
    const service = culprit(stack, failure);
    const tried = attempts === undefined ? '' : `, also at attempt ${String(attempts)}`;
    return {
        message: `${subjectOf(service, failure)} could not be started: ${bring_up_failed_told(service, found, output)}${tried}`,
        cause: found.cause,
        at: placeOfFailure(stack, service, found, output),
        ...(found.cause === 'bring-up-failed' ? {} : { help: model_cause/* CAUSES */.h[found.cause].remedy }),
        ...(service === undefined ? {} : { subject: { service: service.name } }),
        evidence: [
            `${failure.command} (exit code ${String(failure.exitCode)})`,
            ...output
                .split('\n')
                .filter((line) => line.trim() !== '')
                .slice(-8),
        ],
    };
}
function subjectOf(service, { services }) {
    const names = service ? [service.name] : services;
    return `${names.length === 1 ? 'service' : 'services'} ${names.map((name) => `"${name}"`).join(', ')}`;
}
/** Docker's words, with the image before those that speak of none. */
function bring_up_failed_told(service, { cause, words }, output) {
    if (cause === 'port-in-use')
        return portInUse(output) ?? words;
    const image = service?.image?.value;
    if (image === undefined || !ABOUT_IMAGES.has(cause))
        return words;
    const why = (0,pull_failure/* classifyPull */.S)(output)?.why;
    return `image "${image}" cannot be had: ${why === undefined ? '' : `${why}: `}${words}`;
}
const ABOUT_IMAGES = new Set([
    'image-unavailable',
    'image-denied',
    'image-rate-limited',
    'registry-unavailable',
    'wrong-architecture',
]);
/** Docker buries the port in the middle of a long line. */
function portInUse(output) {
    // Engine 28 names both ends, the host's first: `bind host port 127.0.0.1:16379:172.18.0.3:6379/tcp`.
    const both = /bind host port (?:for )?[0-9a-f.[\]:]*?:(\d+):[0-9a-f.[\]:]+:\d+\/(?:tcp|udp)/i.exec(output);
    const port = (both ?? /(?:Bind for |listen tcp4? )?[0-9.[\]:]*:(\d+)[^\n]*(?:allocated|in use)/i.exec(output))?.[1];
    return port === undefined ? undefined : `port ${port} of the host is already in use`;
}
/** The service that Docker's words name: by container, image or port; the only one of the stage otherwise. */
function culprit(stack, { services, output }) {
    if (/^failed to create network/m.test(output))
        return undefined;
    const candidates = stack.project.services.filter(({ name }) => services.includes(name));
    // The container whose network could not be made; others only stand in the lines of progress.
    const endpoint = /connectivity on endpoint (\S+)/.exec(output)?.[1];
    const reported = candidates.find(({ name }) => endpoint !== undefined && endpoint.replace(/-\d+$/, '').endsWith(`-${name}`));
    if (reported)
        return reported;
    const taken = candidates.find(({ containerName }) => containerName && output.includes(`"/${containerName.value}"`));
    if (taken)
        return taken;
    const named = candidates.find(({ name, image, ports }) => new RegExp(`[-_]${name}[-_]\\d+\\b|(?:service|container|target|image) "?${name}"?(?![\\w-])`, 'i').test(output) ||
        (image !== undefined && output.includes(image.value)) ||
        // Compose's own progress line, when a registry's answer names no image.
        new RegExp(`^\\s*${name} Error\\b`, 'm').test(output) ||
        ports.some(({ hostPort }) => hostPort !== undefined && new RegExp(`[:.]${String(hostPort)}\\b.*(?:allocated|in use)`).test(output)));
    return named ?? (candidates.length === 1 ? candidates[0] : undefined);
}

;// CONCATENATED MODULE: ./src/rules/runtime/config-not-on-disk.ts

const MOST_RELATED = 5;
/** Prometheus runs something else than the file that was judged. */
const config_not_on_disk_rule = {
    scope: 'runtime',
    code: 'runtime/config-not-on-disk',
    severity: 'error',
    stage: 'verify',
    summary: 'the running Prometheus has another configuration than the file on disk',
    why: 'What is proved of the running Prometheus says nothing of the file that is to be deployed.',
    remedy: 'mount the directory of the configuration in place of the single file, build the image again, and let nothing rewrite the file',
    judge(run) {
        const { prometheus } = run.stack;
        const file = prometheus?.config?.file.path ?? '';
        if (!prometheus)
            return [];
        const base = { at: configOrigin(run), subject: { service: prometheus.service.name } };
        const problems = [];
        const [first, ...others] = configDifferences(run);
        if (first)
            problems.push({
                ...base,
                message: `Prometheus runs another configuration than ${file}: ${first.says}${others.length > 0 ? ` (and ${String(others.length)} more)` : ''}`,
                cause: 'config-not-on-disk',
                related: [first, ...others].slice(0, MOST_RELATED).map(({ says, at }) => ({ message: says, at })),
            });
        if (run.observation.server?.runtime?.['reloadConfigSuccess'] === false)
            problems.push({
                ...base,
                message: `Prometheus could not load ${file} again and goes on with what it had`,
                cause: 'config-reload-failed',
                help: `see what "promtool check config" says of it in service "${prometheus.service.name}", and the log of Prometheus`,
            });
        return problems;
    },
};

// EXTERNAL MODULE: ./src/model/address.ts + 2 modules
var model_address = __webpack_require__(568);
// EXTERNAL MODULE: ./src/rules/endpoint.ts
var endpoint = __webpack_require__(8474);
// EXTERNAL MODULE: ./src/rules/grafana-datasources.ts
var grafana_datasources = __webpack_require__(456);
;// CONCATENATED MODULE: ./src/rules/runtime/datasource-broken.ts





/** A data source that answers no query, as Grafana asks it. */
const datasource_broken_rule = {
    scope: 'runtime',
    code: 'runtime/datasource-broken',
    severity: 'error',
    stage: 'verify',
    summary: 'a Prometheus data source of Grafana answers no query',
    why: 'Grafana is up and shows its dashboards, and every panel on this data source is empty.',
    remedy: 'write the service and the port at which the server listens, with its path and credentials',
    judge(run) {
        const { observation } = run;
        const unhealthy = new Set(observation.pipeline?.filter((one) => one.of === 'grafana' && failureOf(one)).map(({ name }) => name));
        return (observation.pipeline ?? []).flatMap((answer) => answer.of === 'datasource' && !unhealthy.has(answer.from) ? datasource_broken_problem(run, answer) : []);
    },
};
function datasource_broken_problem(run, answer) {
    const { stack } = run;
    const grafana = (0,grafana_datasources/* grafanasOf */.hg)(stack).find(({ service }) => service.name === answer.from);
    const source = grafana?.sources.find(({ name }) => name === answer.name);
    const failure = failing(answer);
    if (!grafana || !source || failure === undefined)
        return [];
    const authority = authorityOf(answer.url);
    const host = (0,model_address/* splitAddress */.lS)(authority)?.host ?? authority;
    const meaning = (0,model_address/* meaningOfHost */.ni)(stack, grafana.service, host);
    // What is outside of the stack may be there where it is deployed.
    if (meaning.kind === 'outside')
        return [];
    if (meaning.kind === 'service' && explainedServices(run).has(meaning.service.name))
        return [];
    const url = (0,endpoint/* publicPart */.J)(answer.url.replace(/\/api\/v1\/query\?.*$/s, ''));
    return [
        {
            message: `data source "${source.name}" of Grafana is broken: url "${url}": ${failure}`,
            cause: 'grafana-datasource-broken',
            at: (0,grafana_datasources/* valueAt */.fK)(source.node, 'url').at,
            subject: { service: grafana.service.name },
            evidence: [
                ...told(answer),
                ...(answer.tested ? [`Grafana's own test: ${answer.tested.word}: ${answer.tested.message}`] : []),
            ],
        },
    ];
}
/** Grafana's own word counts; where it was not to be had, what was asked from its position. */
function failing(answer) {
    const { tested, url } = answer;
    const seen = failureOf(answer);
    const said = seen === undefined ? undefined : `${authorityOf(url)} ${seen}`;
    if (!tested)
        return said;
    if (!/^error$/i.test(tested.word))
        return undefined;
    return said ?? `Grafana says "${tested.message.replaceAll(/\s+/g, ' ')}"`;
}

;// CONCATENATED MODULE: ./src/rules/runtime/dependency-unmet.ts



/** A condition of depends_on that the service it names can never meet. */
const dependency_unmet_rule = {
    scope: 'runtime',
    code: 'runtime/dependency-unmet',
    severity: 'error',
    stage: 'up',
    summary: 'a service waits for a state that its dependency can never reach',
    why: 'A service without a healthcheck is never healthy, and one that completed is not running: whatever waits for that is never started.',
    remedy: 'give the dependency a healthcheck, or wait for another condition',
    judge: (run) => {
        const { stack, plan, observation } = run;
        return stack.project.services
            .filter(({ name }) => observation.neverStarted.includes(name))
            .flatMap((service) => service.dependsOn.flatMap((dependency) => {
            const containers = observation.containers.filter((container) => container.service === dependency.service);
            const readyWhen = plan.readyWhen.get(dependency.service) ?? 'healthy-or-running';
            const readiness = (0,rules_readiness/* judgeService */.xf)(containers, readyWhen, observation.atMs);
            if (readiness.kind !== 'ready' || (0,rules_readiness/* conditionMet */.A5)(dependency.condition, containers))
                return [];
            return [
                {
                    message: `service "${service.name}" was never started: it waits for "${dependency.service}" to be healthy, ${why(dependency, containers)}`,
                    cause: 'dependency-unmet',
                    at: dependency.at,
                    subject: { service: service.name },
                    related: consequences(run, service.name),
                    evidence: [
                        `state: "${dependency.service}" is ${states(containers)}`,
                        ...waitingChains(run, dependency.service).map((chain) => `waiting for it: ${chain}`),
                    ],
                },
            ];
        }));
    },
};
function states(containers) {
    const all = containers.map(({ state, health, exitCode }) => state === 'exited' ? `exited with code ${String(exitCode)}` : `${state}, health ${health}`);
    return [...new Set(all)].join('; ');
}
function why({ service }, containers) {
    return containers.some(({ state }) => state === 'exited')
        ? `but "${service}" completed`
        : `but "${service}" has no healthcheck`;
}

;// CONCATENATED MODULE: ./src/rules/runtime/grafana-unhealthy.ts


/** Grafana runs, and its health endpoint says that it does not work. */
const grafana_unhealthy_rule = {
    scope: 'runtime',
    code: 'runtime/grafana-unhealthy',
    severity: 'error',
    stage: 'verify',
    summary: 'the health endpoint of Grafana does not answer, or says that its database fails',
    why: 'A container that runs is no Grafana that answers: without its database nobody can log in, and no dashboard is shown.',
    remedy: "look at the log of Grafana's service",
    judge(run) {
        const explained = explainedServices(run);
        return (run.observation.pipeline ?? []).flatMap((answer) => {
            const { of, name: service, url } = answer;
            if (of !== 'grafana' || explained.has(service))
                return [];
            const isDown = run.targets.some(({ health, expected }) => health === 'down' && expected.service === service);
            const failure = failureOf(answer) ?? databaseOf(answer.answer?.bodyStart);
            if (failure === undefined || isDown)
                return [];
            const port = /:(\d+)$/.exec(authorityOf(url))?.[1] ?? '';
            return [
                {
                    message: `Grafana in service "${service}" is not healthy: port ${port} ${failure}`,
                    cause: 'grafana-unhealthy',
                    at: run.stack.project.services.find(({ name }) => name === service)?.at,
                    help: `look at the log of service "${service}"`,
                    subject: { service },
                    evidence: told(answer),
                },
            ];
        });
    },
};
/** `{"database": "failing", \u2026}` comes with 503, of some versions with 200. */
function databaseOf(body = '') {
    const [, state] = /"database"\s*:\s*"(\w+)"/.exec(body) ?? [];
    return state === undefined || state === 'ok' ? undefined : `says that its database is "${state}"`;
}

;// CONCATENATED MODULE: ./src/rules/runtime/interrupted.ts

/** A run that a signal ended, or that ran out of time before everything was started. */
const interrupted_rule = {
    scope: 'runtime',
    code: 'runtime/interrupted',
    severity: 'error',
    stage: 'up',
    summary: 'the run was cancelled, or its time was over before everything was started',
    why: 'A workflow, a person or the deadline ended the run before it had a verdict; the report has what was known until then.',
    remedy: 'run it again, with a longer --timeout if images have to be pulled or built first',
    judge(run) {
        if (run.observation.interrupted === 'cancelled') {
            return [{ message: 'the run was cancelled before the stack was proved', cause: 'cancelled' }];
        }
        return run.observation.interrupted === 'deadline' ? outOfTime(run) : [];
    },
};
/** Services that were started and are not ready have a finding of their own, which explains why others were not. */
function outOfTime({ stack, plan, observation }) {
    const { neverStarted, containers, atMs } = observation;
    const [first] = stack.project.services.filter(({ name }) => neverStarted.includes(name));
    const someNotReady = stack.project.services.some(({ name }) => {
        const own = containers.filter(({ service }) => service === name);
        // A container that waits for its start tells nothing.
        if (neverStarted.includes(name))
            return false;
        return own.length > 0 && (0,rules_readiness/* judgeService */.xf)(own, plan.readyWhen.get(name) ?? 'healthy-or-running', atMs).kind !== 'ready';
    });
    if (!first || someNotReady)
        return [];
    return [
        {
            message: `the time was over before ${neverStarted.map((name) => `"${name}"`).join(', ')} could be started`,
            cause: 'deadline-passed',
            at: first.at,
        },
    ];
}

// EXTERNAL MODULE: ./src/model/nearest.ts
var nearest = __webpack_require__(9179);
// EXTERNAL MODULE: ./src/model/target.ts
var model_target = __webpack_require__(5936);
// EXTERNAL MODULE: ./src/rules/asked-selectors.ts
var asked_selectors = __webpack_require__(3436);
// EXTERNAL MODULE: ./src/rules/sample-sources.ts
var sample_sources = __webpack_require__(9974);
// EXTERNAL MODULE: ./src/rules/stack-rules.ts
var stack_rules = __webpack_require__(4661);
// EXTERNAL MODULE: ./src/rules/stored-samples.ts
var stored_samples = __webpack_require__(1278);
;// CONCATENATED MODULE: ./src/rules/runtime/metric-not-exposed.ts







/** What Prometheus makes by itself, for each target and each alert. */
const OWN = /^(?:up|ALERTS|ALERTS_FOR_STATE|scrape_\w+)$/;
/** What a family has more names for than its own. */
const SUFFIXES = /_(?:bucket|count|sum|total|created|info)$/;
/** Functions whose business is that there may be nothing. */
const OF_ABSENCE = new Set(['absent', 'absent_over_time']);
/** Metrics that expressions ask for and nobody has. */
const metric_not_exposed_rule = {
    scope: 'runtime',
    code: 'runtime/metric-not-exposed',
    severity: 'notice',
    stage: 'verify',
    summary: 'a rule or a panel asks for a metric that nothing in the running stack exposes',
    why: 'Prometheus takes the name of a metric that does not exist for an empty result: the alert never fires and the panel stays empty, without an error.',
    remedy: 'correct the name, or expose the metric; some appear only when something happens for the first time',
    judge(run) {
        const names = namesOf(run);
        if (!names || (0,stored_samples/* nothingStored */.V)(run.observation))
            return [];
        const found = new Map();
        for (const asked of (0,asked_selectors/* askedExpressions */.i)(run.stack))
            for (const { metric, start, call } of asked.selectors) {
                if (metric === undefined || isKnown(metric, names, run) || OF_ABSENCE.has(call ?? ''))
                    continue;
                const at = (0,asked_selectors/* writtenAt */.n)(asked, start, start + metric.length);
                if (!at)
                    continue;
                const known = found.get(metric);
                if (known) {
                    found.set(metric, { ...known, related: [...(known.related ?? []), { message: asked.owner(), at }] });
                    continue;
                }
                const close = (0,nearest/* nearest */.p)(metric, names);
                found.set(metric, {
                    message: `${asked.owner()} asks for ${metric}, which no target exposes${close === undefined ? '' : `; there is ${close}`}`,
                    cause: 'metric-not-exposed',
                    at,
                    help: close === undefined ? undefined : `write ${close}, if that is what is meant`,
                });
            }
        return [...found.values()];
    },
};
/** Every name that there is; undefined when something may be missing yet, or comes from elsewhere. */
function namesOf(run) {
    const { stack, targets, observation } = run;
    const names = observation.server?.metricNames;
    if (!names || targets.length === 0 || !targets.every((one) => (0,model_target/* isFine */.z)(one) && one.health === 'up'))
        return undefined;
    if ((0,sample_sources/* takesOtherSamples */.WR)(stack) || configDifferences(run).length > 0)
        return undefined;
    return new Set(names);
}
function isKnown(metric, names, { stack }) {
    if (OWN.test(metric) || names.has(metric) || (0,stack_rules/* recordedMetrics */.Kj)(stack).has(metric))
        return true;
    return names.has(metric.replace(SUFFIXES, ''));
}

;// CONCATENATED MODULE: ./src/rules/runtime/no-evidence.ts

/** A run that saw no target at all. */
const no_evidence_rule = {
    scope: 'runtime',
    code: 'runtime/no-evidence',
    severity: 'error',
    stage: 'verify',
    summary: 'no target was expected, so nothing was proved',
    why: 'A gate that passes on zero evidence is no gate.',
    remedy: 'mount a prometheus.yml with scrape jobs for the services',
    judge({ stack, targets, observation }) {
        if (!observation.prometheus.ready || targets.some((target) => (0,model_target/* isEvidence */.e)(target)))
            return [];
        const config = stack.prometheus?.config;
        return [
            {
                message: targets.length === 0
                    ? 'the configuration of Prometheus names no target that could be verified'
                    : targets.some(({ health }) => health === 'external')
                        ? 'no target of the stack was seen: those that the configuration names are outside of it, or are dropped'
                        : 'relabelling drops every target that the configuration names',
                cause: 'no-evidence',
                at: config?.root.at ?? stack.prometheus?.service.at,
                related: droppingSteps(targets),
            },
        ];
    },
};
/** Each step that drops something, once. */
function droppingSteps(targets) {
    const steps = new Map();
    for (const { droppedBy } of targets)
        if (droppedBy)
            steps.set(`${droppedBy.file.path}:${String(droppedBy.start)}`, droppedBy);
    return [...steps.values()].map((at) => ({ message: 'this step drops targets', at }));
}

// EXTERNAL MODULE: ./src/rules/published-ports.ts
var published_ports = __webpack_require__(9916);
;// CONCATENATED MODULE: ./src/rules/runtime/port-in-use.ts

/** A port that is to be published and that somebody else has, seen before anything was started. */
const port_in_use_rule = {
    scope: 'runtime',
    code: 'runtime/port-in-use',
    severity: 'error',
    stage: 'prepare',
    summary: 'a port of the host that a service publishes is taken already',
    why: 'A port of the host leads to one program. Docker would start what comes before and then refuse the service: "port is already allocated".',
    remedy: 'stop what has the port, or publish another one',
    judge({ stack, observation }) {
        const holders = observation.host?.portsInUse ?? [];
        const clashes = (0,published_ports/* publishedPorts */.L)(stack).flatMap((published) => {
            const holder = holders.find((one) => isFor(one, published));
            return holder ? [{ published, holder }] : [];
        });
        // One holder is one thing to do, however many ports it has.
        const groups = [...new Set(clashes.map(({ holder }) => groupOf(holder)))];
        return groups.map((group) => problemOf(stack, clashes.filter(({ holder }) => groupOf(holder) === group)));
    },
};
function isFor(holder, { protocol, port, mapping }) {
    return holder.protocol === protocol && holder.port === port && holder.wantedAddress === mapping.hostAddress;
}
function groupOf({ container, process, protocol, port }) {
    if (container)
        return `project ${container.project ?? container.name}`;
    return process ? `process ${String(process.pid)}` : `${protocol} ${String(port)}`;
}
function problemOf(stack, [first, ...others]) {
    if (!first)
        throw new Error('a group without a clash');
    const { published, holder } = first;
    return {
        message: `service "${published.service.name}" cannot publish ${named(published)} of the host: it is taken by ${who(stack, holder)}`,
        cause: 'port-in-use',
        at: published.mapping.at,
        help: remedy(stack, first),
        subject: { service: published.service.name },
        related: others.map(({ published: other, holder: its }) => ({
            message: `${named(other)} of service "${other.service.name}" is taken by ${who(stack, its)}`,
            at: other.mapping.at,
        })),
    };
}
function named({ protocol, port }) {
    return `${protocol === 'udp' ? 'UDP port' : 'port'} ${String(port)}`;
}
function who(stack, { container, process, address }) {
    if (process)
        return `process "${process.name}" (pid ${String(process.pid)})`;
    if (!container)
        return `a program${address === '' ? '' : ` that listens on ${address}`}`;
    const { name, project, service } = container;
    if (project === undefined || service === undefined)
        return `container "${name}"`;
    if (isOwnStack(stack, container))
        return `service "${service}" of this same compose file, which runs as project "${project}"`;
    return `container "${name}", service "${service}" of project "${project}"`;
}
/** The usual case on the machine of a developer: the stack runs already. */
function isOwnStack({ project }, { composeFiles }) {
    return composeFiles.some((path) => project.composeFiles.includes(path));
}
function remedy(stack, { published, holder }) {
    const variable = variableOf(published);
    const other = variable === undefined ? 'publish another port here' : `set ${variable} to a port that is free for this run`;
    const { container, process } = holder;
    if (container?.project !== undefined) {
        const stop = `\`docker compose -p ${container.project} down\``;
        return isOwnStack(stack, container)
            ? `stop the stack that runs with ${stop}, or ${other}`
            : `stop the other project with ${stop}, or ${other}`;
    }
    if (container)
        return `stop the container with \`docker stop ${container.name}\`, or ${other}`;
    return process ? `stop the process, or ${other}` : `find it with \`ss -ltnup\` as root, stop it, or ${other}`;
}
/** The variable of the entry that gives the port of the host. */
function variableOf({ mapping: { at } }) {
    const written = at.file.text.slice(at.start, at.end);
    const names = [...written.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
    return names.find((name) => /port/i.test(name)) ?? (names.length === 1 ? names[0] : undefined);
}

;// CONCATENATED MODULE: ./src/rules/runtime/prometheus-unreachable.ts


/** Prometheus runs, but its API gives no answer. */
const prometheus_unreachable_rule = {
    scope: 'runtime',
    code: 'runtime/prometheus-unreachable',
    severity: 'error',
    stage: 'verify',
    summary: 'the HTTP API of Prometheus does not answer',
    why: 'What cannot be asked cannot be proved: without the API no target is known to be scraped.',
    remedy: 'publish its port, and check --web.listen-address, --web.external-url and --web.config.file',
    judge(run) {
        const { stack, observation } = run;
        const prometheus = stack.prometheus;
        const { ready, lastError, refusal } = observation.prometheus;
        if (!prometheus || ready || lastError === undefined || explainedServices(run).has(prometheus.service.name))
            return [];
        return [
            {
                ...prometheus_unreachable_told(prometheus, lastError, refusal),
                at: at(prometheus, refusal),
                subject: { service: prometheus.service.name },
                evidence: observation.logs[prometheus.service.name] ?? [],
            },
        ];
    },
};
/** What is to be said of a Prometheus that answers, and not to us. */
function prometheus_unreachable_told({ service }, lastError, refusal) {
    const name = `Prometheus in service "${service.name}"`;
    if (refusal === undefined)
        return { message: `${name} does not answer: ${lastError}`, cause: 'prometheus-unreachable' };
    const cause = refusal === 'credentials' ? 'prometheus-behind-authentication' : refusal;
    const help = model_cause/* CAUSES */.h[cause].remedy;
    if (refusal === 'credentials')
        return { message: `${name} wants credentials: ${lastError}`, cause, help };
    return { message: `${name} was not reached: ${lastError}`, cause, help };
}
/** The flag that names the file which asks for credentials, or the service. */
function at({ service }, refusal) {
    const flag = service.command.find(({ value }) => value.startsWith('--web.config.file'));
    return refusal === 'credentials' && flag ? flag.at : service.at;
}

;// CONCATENATED MODULE: ./src/rules/loaded-rules.ts


/** Every group of the files of rules that Prometheus reads; none when it did not say what it has. */
function loadedGroups({ stack, observation }) {
    const rules = observation.server?.rules;
    const { service, configPath } = stack.prometheus ?? {};
    if (!rules || !service || !configPath)
        return [];
    const directory = external_node_path_.posix.dirname(configPath.value);
    const byGroup = new Map();
    for (const rule of rules) {
        const key = `${external_node_path_.posix.resolve(directory, rule.file)}\n${rule.group}`;
        byGroup.set(key, [...(byGroup.get(key) ?? []), rule]);
    }
    return stack.documents
        .filter(({ kind, place }) => kind === 'rules' && place.service === service.name)
        .flatMap((document) => (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(document.root, 'groups')).map((node) => {
        const name = (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(node, 'name')) ?? '';
        const loaded = byGroup.get(`${loaded_rules_pathOf(document)}\n${name}`) ?? [];
        return { document, node, name, rules: (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(node, 'rules')), loaded };
    }));
}
/** Path in the container of a file that a pattern of rule_files matched, of which the document knows the directory. */
function loaded_rules_pathOf({ place, file }) {
    return external_node_path_.posix.join(external_node_path_.posix.dirname(place.containerPath), external_node_path_.posix.basename(file.path));
}

;// CONCATENATED MODULE: ./src/rules/runtime/rule-failing.ts


const rule_failing_LONGEST = 200;
/** Rules that cannot be evaluated on the data that is there. */
const rule_failing_rule = {
    scope: 'runtime',
    code: 'runtime/rule-failing',
    severity: 'error',
    stage: 'verify',
    summary: 'a rule fails when Prometheus evaluates it',
    why: 'A rule that fails gives nothing: its alert never fires, its series is never recorded, and the log of Prometheus is the only place that tells.',
    remedy: 'match with `on(\u2026)` and `group_left`, or aggregate one side with `sum by (\u2026)`',
    judge: (run) => loadedGroups(run).flatMap(({ rules, loaded, name }) => {
        // Otherwise nobody knows which is which.
        if (loaded.length !== rules.length)
            return [];
        return rules.flatMap((node, index) => {
            const one = loaded[index];
            const error = one && errorOf(one);
            return one && error !== undefined ? [rule_failing_problem(node, one, name, error)] : [];
        });
    }),
};
/** What Prometheus says of the last evaluation; when that had no data yet, what a query answered after it. */
function errorOf({ health, lastError, queryError }) {
    return health === 'err' ? lastError : queryError;
}
function rule_failing_problem(node, { name, kind }, group, error) {
    const what = kind === 'alerting' ? `alert "${name}"` : `recording rule "${name}"`;
    const expression = (0,yaml_node/* child */.jf)(node, 'expr');
    const said = error.replaceAll(/\s+/g, ' ');
    return {
        message: `${what} of group "${group}" fails when it is evaluated: ${said.length > rule_failing_LONGEST ? `${said.slice(0, rule_failing_LONGEST)}\u2026` : said}`,
        cause: 'rule-fails',
        at: (expression ?? node).at,
        help: helpFor(error),
        subject: { rule: name },
        evidence: [`expression: ${((0,yaml_node/* text */.Qq)(expression) ?? '').replaceAll(/\s+/g, ' ').trim()}`, `Prometheus: ${error}`],
    };
}
function helpFor(error) {
    if (/many-to-many|must be explicit|duplicate series/.test(error))
        return 'name the labels that match in `on(\u2026)` with `group_left` or `group_right`, or aggregate one side with `sum by (\u2026)`';
    if (/same labelset/.test(error))
        return 'keep a label that tells the results apart, or aggregate them with `sum by (\u2026)`';
    return undefined;
}

;// CONCATENATED MODULE: ./src/rules/runtime/rules-not-loaded.ts



/** Rules that are on disk and not in Prometheus. */
const rules_not_loaded_rule = {
    scope: 'runtime',
    code: 'runtime/rules-not-loaded',
    severity: 'error',
    stage: 'verify',
    summary: 'the running Prometheus lacks rules of a file that its configuration names',
    why: 'An alert that is not loaded never fires, and nothing else tells.',
    remedy: 'mount the file where rule_files looks for it, and build images with copies of it again',
    judge(run) {
        // Another configuration explains it.
        if (configDifferences(run).some(({ of }) => of === 'rules'))
            return [];
        const missing = new Map();
        for (const group of loadedGroups(run))
            if (group.loaded.length !== group.rules.length)
                missing.set(group.document, [...(missing.get(group.document) ?? []), group]);
        const all = run.observation.server?.rules?.length ?? 0;
        return [...missing].map(([document, groups]) => {
            const [first] = groups;
            const loaded = groups.reduce((sum, group) => sum + group.loaded.length, 0);
            const written = groups.reduce((sum, group) => sum + group.rules.length, 0);
            const named = document.namedBy?.[0] ?? (0,yaml_node/* child */.jf)(run.stack.prometheus?.config?.root, 'rule_files');
            return {
                message: `Prometheus has loaded ${String(loaded)} of ${String(written)} rules of ${document.file.path} (group "${first?.name ?? ''}"${groups.length > 1 ? ` and ${String(groups.length - 1)} more` : ''})`,
                cause: 'rules-not-loaded',
                at: named?.at ?? document.root?.at,
                help: `see that "${loaded_rules_pathOf(document)}" in the container is the file ${document.file.path}`,
                related: groups.map(({ name, node }) => ({ message: `group "${name}"`, at: ((0,yaml_node/* child */.jf)(node, 'name') ?? node).at })),
                evidence: [`Prometheus has loaded ${String(all)} rules in all`],
            };
        });
    },
};

// EXTERNAL MODULE: ./src/model/evidence.ts
var evidence = __webpack_require__(6860);
// EXTERNAL MODULE: ./src/model/moment.ts
var moment = __webpack_require__(9741);
// EXTERNAL MODULE: ./src/rules/mount-facts.ts
var mount_facts = __webpack_require__(9428);
;// CONCATENATED MODULE: ./src/rules/rejected-config.ts

/** What Prometheus says of a configuration that it does not accept, led back to the line of the file. Pure. */
function rejectedConfig(words, service, { prometheus }) {
    const config = prometheus?.service.name === service.name ? prometheus.config : undefined;
    // A file that cannot be opened was not read.
    if (!config || /permission denied|no such file/i.test(words))
        return undefined;
    const job = /job name \\?"([^"\\]+)/.exec(words)?.[1];
    const line = /\bline (\d+)/.exec(words)?.[1];
    const at = ofJob(config.jobs, job, words) ?? (line === undefined ? undefined : lineRange(config.file, Number(line)));
    return at && { cause: 'config-rejected', at };
}
/** The key that the words speak of, else the name of the job. */
function ofJob(jobs, name, words) {
    const job = jobs.find((one) => one.name.value === name);
    if (!job)
        return undefined;
    const key = ['scrape_timeout', 'scrape_interval'].find((one) => words.includes(one.replace('_', ' ')) && (0,yaml_node/* child */.jf)(job.node, one));
    return (key === undefined ? undefined : (0,yaml_node/* keyRange */.xA)(job.node, key)) ?? job.name.at;
}
/** A whole line without its indentation. */
function lineRange(file, line) {
    const lines = file.text.split('\n');
    const text = lines[line - 1];
    if (text === undefined)
        return undefined;
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    return { file, start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length };
}

;// CONCATENATED MODULE: ./src/rules/exit-words.ts




/** Telling words first. Go, Node.js, Python, C and runc write a path and the system's word for the error in one line. */
const READINGS = [
    // runc says this in the container's log since the start itself succeeds: libcontainer, finalizeNamespace and execve.
    [/^exec (\/\S+): exec format error/, ([, path = ''], service) => notExecutable(path, service)],
    [/no space left on device|ENOSPC/i, (_, service) => full(service)],
    [
        /(?:unknown (?:long|short) flag|unknown flag|flag provided but not defined|unexpected argument|invalid value .*?flag)[^-'"]*['"]?(-{0,2}[\w.-]+)/i,
        ([, flag = ''], service) => rejectedFlag(service, flag),
    ],
    [/parsing command line arguments: .*"([^"]+)"/i, ([, value = ''], service) => rejectedValue(service, value)],
    [
        /parsing YAML file|error loading config|unmarshal errors/i,
        ({ input }, service, stack) => rejectedConfig(input, service, stack),
    ],
    [/(\/[^\s"',:]+)["']?: permission denied|permission denied[^/]{0,20}['"]?(\/[^\s"',:]+)/i, denied],
    [/(\/[^\s"',:]+)["']?: read-only file system|read-only file system[^/]{0,20}['"]?(\/[^\s"',:]+)/i, denied],
];
/** Judges the last log lines of a service whose container ended; undefined when they say nothing that is known. Pure. */
function exitWords(logs, service, stack) {
    const lines = logs.map((line) => line.trim()).reverse();
    for (const [pattern, read] of READINGS) {
        for (const line of lines) {
            const match = pattern.exec(line);
            const found = match && read(match, service, stack);
            if (found)
                return { ...found, line };
        }
    }
    return undefined;
}
/** A text of the project has no first line that names its interpreter; a program of an image is for another processor. */
function notExecutable(path, service) {
    const words = [...service.entrypoint, ...service.command];
    const at = (words.find(({ value }) => value === path) ?? words[0])?.at;
    if ((0,mounted_path/* mountFor */.t)(service.mounts, path))
        return { cause: 'command-not-executable', at: at ?? service.at };
    return {
        cause: 'wrong-architecture',
        at: (0,yaml_node/* child */.jf)(service.node, 'platform')?.at ?? service.image?.at ?? at ?? service.at,
    };
}
function denied([words, one, other], service) {
    const path = one ?? other ?? '';
    const mount = (0,mounted_path/* mountFor */.t)(service.mounts, path)?.mount;
    const readOnly = /read-only/i.test(words);
    if (!readOnly && mount && (0,mount_facts/* looksLikeFile */.QM)(path))
        return { cause: 'config-not-readable', at: (0,mount_facts/* sourceOf */.vz)(mount) };
    const root = mount ? undefined : (0,yaml_node/* child */.jf)(service.node, 'read_only')?.at;
    const at = mount?.at ?? (readOnly ? root : (service.user?.at ?? root));
    return at && { cause: 'storage-not-writable', at };
}
/** The mount that limits its own size, or the only one that can be written. */
function full(service) {
    const writable = service.mounts.filter(({ readOnly }) => !readOnly);
    const at = (0,yaml_node/* keyRange */.xA)(service.node, 'tmpfs') ?? (writable.length === 1 ? writable[0]?.at : undefined);
    return { cause: 'storage-full', at: at ?? service.at };
}
function rejectedFlag({ command, entrypoint }, flag) {
    const name = flag.replace(/^-+/, '').replace(/=.*/, '');
    const written = [...command, ...entrypoint].find(({ value }) => value.startsWith('-') && value.replace(/^-+/, '').split('=', 1)[0] === name);
    return written && { cause: 'flag-rejected', at: written.at };
}
/** Only the value is said. */
function rejectedValue({ command, entrypoint }, value) {
    const written = [...command, ...entrypoint].find((word) => word.value === value || word.value.endsWith(`=${value}`));
    return written && { cause: 'flag-rejected', at: written.at };
}

;// CONCATENATED MODULE: ./src/rules/runtime/samples-not-stored.ts





/** What is quoted of the log of Prometheus. */
const LINES = 5;
/** Lines that speak of what cannot be written. */
const TELLING = /commit failed|append failed|\bwrite\b|no space|read-only|WAL|TSDB|storage/i;
/** Targets are up, and Prometheus keeps nothing of what it scrapes. */
const samples_not_stored_rule = {
    scope: 'runtime',
    code: 'runtime/samples-not-stored',
    severity: 'error',
    stage: 'verify',
    summary: 'Prometheus scrapes its targets and stores no sample of them',
    why: 'A target is up as soon as its metrics were read. When the storage is full or broken they are then thrown away: every list of targets is green, and no alert, rule or panel has data.',
    remedy: 'give the storage of Prometheus room, and look at its log for "Scrape commit failed"',
    judge(run) {
        const { stack, observation } = run;
        const nothing = (0,stored_samples/* nothingStored */.V)(observation);
        if (!nothing || !stack.prometheus)
            return [];
        const { service } = stack.prometheus;
        const log = observation.logs[service.name] ?? [];
        const words = exitWords(log, service, stack);
        const up = observation.targets?.active.filter(({ health }) => health === 'up').length ?? 0;
        const newest = nothing.newestMs === undefined ? 'there is none' : `the newest is of ${(0,moment/* clockTime */.qo)(nothing.newestMs)}`;
        return [
            {
                message: `Prometheus calls ${String(up)} ${up === 1 ? 'target' : 'targets'} up and stores no sample of them${words ? `: ${reasonIn(words.line)}` : ''}`,
                cause: words?.cause ?? 'samples-not-stored',
                at: words?.at ?? (0,mounted_path/* mountFor */.t)(service.mounts, '/prometheus')?.mount.at ?? service.at,
                subject: { service: service.name },
                evidence: [
                    `last scraped at ${(0,moment/* clockTime */.qo)(nothing.scrapedMs)}; of the samples of "up" that a query finds ${newest}`,
                    ...(log.length > 0 ? [evidence/* LOG_HEADING */.sN, ...samples_not_stored_told(log).map(evidence/* evidenceLine */.OF)] : []),
                ],
            },
        ];
    },
};
/** A line of Prometheus is `time=\u2026 level=\u2026 msg=\u2026 err="\u2026"`. */
function reasonIn(line) {
    return /\berr="((?:[^"\\]|\\.)+)"/.exec(line)?.[1] ?? line;
}
function samples_not_stored_told(log) {
    const telling = log.filter((line) => TELLING.test(line));
    return (telling.length > 0 ? telling : log).slice(-LINES);
}

// EXTERNAL MODULE: ./src/model/size.ts
var size = __webpack_require__(4856);
;// CONCATENATED MODULE: ./src/rules/runtime/scarce-resources.ts


const MIB = 1024 ** 2;
/** Less than this lasts for neither an image nor the first blocks of Prometheus. */
const LITTLE_DISK = 1024 * MIB;
/** Not even the log of a container and the lock of a database can be written. */
const NO_DISK = MIB;
/** A machine that has less than the stack will need. */
const scarce_resources_rule = {
    scope: 'runtime',
    code: 'runtime/scarce-resources',
    severity: 'warning',
    stage: 'prepare',
    summary: 'the machine has little disk or memory left for the stack',
    why: 'A full disk and a lack of memory show themselves in many ways: databases that stop, containers that are killed, healthchecks that are late.',
    remedy: 'make room, or give the stack a larger machine',
    judge({ stack, observation: { host } }) {
        return host ? [...disk(host), ...memory(stack, host)] : [];
    },
};
function disk({ disk: store }) {
    if (!store || store.freeBytes >= LITTLE_DISK)
        return [];
    const full = store.freeBytes < NO_DISK;
    return [
        {
            message: `the disk of Docker at ${store.path} has ${shown(store.freeBytes)} free of ${shown(store.totalBytes)}, expected 1 GiB at least`,
            cause: 'disk-full',
            help: '`docker system df` shows what takes the room, `docker system prune` removes what nobody uses',
            severity: full ? 'error' : 'warning',
        },
    ];
}
/** What is reserved has to be there; a limit is only what a service may take. */
function memory(stack, { memory: had }) {
    if (!had)
        return [];
    const services = stack.project.services;
    const reserved = services.flatMap((service) => share(service, ['mem_reservation'], 'reservations'));
    const limits = services.flatMap((service) => share(service, ['mem_limit'], 'limits'));
    const free = had.availableBytes ?? had.totalBytes;
    return [
        ...overdrawn('memory reservations', reserved, free, had.availableBytes === undefined ? '' : ' free', 'warning'),
        ...overdrawn('memory limits', limits, had.totalBytes, '', 'notice'),
    ];
}
function overdrawn(what, shares, most, kind, severity) {
    const sum = shares.reduce((total, { bytes }) => total + bytes, 0);
    const [largest, ...others] = [...shares].sort((a, b) => b.bytes - a.bytes);
    if (!largest || sum <= most)
        return [];
    return [
        {
            message: `the ${what} of all services are ${shown(sum)} together, the machine of the engine has ${shown(most)}${kind}`,
            at: largest.node.at,
            help: 'lower them, or stop what else takes memory there',
            related: others.map(({ service, node, bytes }) => ({
                message: `service "${service.name}" adds ${shown(bytes)}`,
                at: node.at,
            })),
            severity,
        },
    ];
}
function share(service, short, kind) {
    const node = (0,yaml_node/* child */.jf)(service.node, ...short) ?? (0,yaml_node/* child */.jf)(service.node, 'deploy', 'resources', kind, 'memory');
    const bytes = (0,size/* sizeInBytes */.W)((0,yaml_node/* text */.Qq)(node) ?? '');
    const copies = Number((0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(service.node, 'deploy', 'replicas') ?? (0,yaml_node/* child */.jf)(service.node, 'scale')) ?? 1);
    return node && bytes !== undefined && copies > 0 ? [{ service, node, bytes: bytes * copies }] : [];
}
function shown(bytes) {
    return bytes >= 1024 * MIB ? `${(bytes / 1024 / MIB).toFixed(1)} GiB` : `${String(Math.floor(bytes / MIB))} MiB`;
}

;// CONCATENATED MODULE: ./src/model/exit-code.ts
/** Signals by number on Linux, for all architectures that images come in but MIPS. https://man7.org/linux/man-pages/man7/signal.7.html */
const SIGNALS = {
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
const MEANINGS = {
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
const KILLED = 'killed from outside by SIGKILL; Docker saw no memory limit exceeded, so by `docker kill`, by a stop that took too long, or by a host that ran out of memory';
const OUT_OF_MEMORY = 'SIGKILL by the kernel: the container went over its memory limit';
const FIRST_SIGNAL = 128;
/** Name of the signal that ended a process with this exit code, such as `SIGSEGV` for 139. */
function signalOf(exitCode) {
    return SIGNALS[exitCode - FIRST_SIGNAL]?.[0];
}
/** What an exit code of a container's main process means, in words; undefined for a code that only the program can explain. */
function explainExitCode(exitCode, { oomKilled = false } = {}) {
    if (exitCode === FIRST_SIGNAL + 9)
        return oomKilled ? OUT_OF_MEMORY : KILLED;
    const [name, meaning] = SIGNALS[exitCode - FIRST_SIGNAL] ?? [];
    const words = name === undefined ? MEANINGS[exitCode] : `ended by ${name}: ${meaning ?? ''}`;
    if (!oomKilled)
        return words;
    // The main process may outlive a child that the kernel killed, and then end with a code of its own.
    const killed = 'the kernel killed a process of the container for its memory';
    return words === undefined ? killed : `${killed}; ${words}`;
}

;// CONCATENATED MODULE: ./src/rules/failure-evidence.ts




/** Runs of the probe that are quoted, and lines of each one's output. */
const PROBES = 3;
const PROBE_LINES = 12;
/**
 * All that explains why a service is not as it should be: since when, its exit code in words, the runs of its probe, who waits for
 * it, and its last log lines. For `evidence` of a finding, see `model/evidence.ts`.
 */
function failureEvidence(run, service, container) {
    const log = run.observation.logs[service.name] ?? [];
    return [
        ...since(container, run.observation.runStartedMs),
        ...exit(container),
        ...(container.startError === '' ? [] : [`Docker says: ${container.startError}`]),
        ...probes(service, container),
        ...waitingChains(run, service.name).map((chain) => `waiting for it: ${chain}`),
        ...(log.length > 0 ? [evidence/* LOG_HEADING */.sN, ...log.map(evidence/* evidenceLine */.OF)] : ['log: it logged nothing']),
    ];
}
/** When it came to be as it is, by the clock and since the run began. */
function since(container, runStartedMs) {
    const { state, startedAtMs, finishedAtMs, restarts } = container;
    const at = (ms) => (0,moment/* moment */.n$)(ms, runStartedMs);
    if (state === 'running') {
        const [bad, all] = failingProbes(container);
        if (bad)
            return [`since: its probe fails${all ? ' at least' : ''} since ${at(Date.parse(bad.at))}`, ...looping()];
        return [...(startedAtMs > 0 ? [`since: it runs since ${at(startedAtMs)}`] : []), ...looping()];
    }
    if (finishedAtMs <= 0)
        return looping();
    const ran = startedAtMs > 0 && finishedAtMs >= startedAtMs ? `; it ran for ${(0,moment/* lasting */.nS)(finishedAtMs - startedAtMs)}` : '';
    return [`since: it exited at ${at(finishedAtMs)}${ran}`, ...looping()];
    function looping() {
        const { restartPolicy, createdAtMs = Infinity } = container;
        const within = finishedAtMs > createdAtMs ? ` in ${(0,moment/* lasting */.nS)(finishedAtMs - createdAtMs)}` : '';
        return restarts > 0 ? [`restarts: ${String(restarts)}${within} by its restart policy "${restartPolicy}"`] : [];
    }
}
/** The first of the failures that its last probes were, and whether more of them may lie before what Docker keeps. */
function failingProbes({ probes: kept }) {
    const lastGood = kept.findLastIndex(({ exitCode }) => exitCode === 0);
    return [kept[lastGood + 1], lastGood < 0 && kept.length >= 5];
}
function exit({ state, exitCode, oomKilled, restarts }) {
    // Docker keeps the code of the run before only while the container does not run.
    if (state === 'running' || state === 'created' || state === 'paused') {
        return oomKilled || restarts === 0 || exitCode === 0 ? [] : explained();
    }
    return explained();
    function explained() {
        const words = explainExitCode(exitCode, { oomKilled }) ?? 'a code of its own; what it means only the program says';
        return [`exit code ${String(exitCode)}: ${words}`];
    }
}
function probes({ healthcheck }, { probes: kept, failingStreak = 0 }) {
    if (kept.length === 0)
        return [];
    const command = healthcheck && healthcheck.test.length > 0 ? healthcheck.test.join(' ') : "the image's own HEALTHCHECK";
    const streak = failingStreak > 1 ? ` (failed ${String(failingStreak)} times in a row)` : '';
    return [
        `probe: ${command}${streak}`,
        ...kept.slice(-PROBES).map((probe, index, all) => probeRun(probe, all[index - 1])),
    ];
}
function probeRun(probe, before) {
    const startedMs = Date.parse(probe.at);
    const endedMs = Date.parse(probe.endedAt ?? '');
    const took = endedMs >= startedMs ? `, took ${(0,moment/* lasting */.nS)(endedMs - startedMs)}` : '';
    const time = Number.isNaN(startedMs) ? probe.at : (0,moment/* clockTime */.qo)(startedMs);
    const output = probe.output.trim();
    const said = output !== '' && output === before?.output.trim() ? 'the same output' : outputOf(output);
    return `probe run: ${time}${took}, exit code ${String(probe.exitCode)}, ${said}`;
}
/** Lines after the first one are indented, so that they stay a part of this piece of evidence. */
function outputOf(output) {
    const lines = output.split('\n');
    const shown = lines.slice(0, PROBE_LINES).map(evidence/* evidenceLine */.OF);
    const cut = lines.length > shown.length ? [`\u2026 ${String(lines.length - shown.length)} more lines`] : [];
    return [...shown, ...cut].join('\n  ') || 'no output';
}

;// CONCATENATED MODULE: ./src/rules/runtime/service-failed.ts






const HEALTHCHECK = new Set(['healthcheck-fails', 'healthcheck-binary-missing']);
/** A container that exited, restarts over and over, or ran out of memory. */
const service_failed_rule = {
    scope: 'runtime',
    code: 'runtime/service-failed',
    severity: 'error',
    stage: 'wait',
    summary: 'a container exited, restarts over and over, or was killed for its memory',
    why: 'Its main process does not stay up, so no waiting helps.',
    remedy: 'read its last log lines, which are quoted',
    judge: (run) => failedServices(run)
        .filter(({ cause }) => !HEALTHCHECK.has(cause))
        .map((failed) => service_failed_problem(run, failed)),
};
/** The log line that most likely says why: the last one that speaks of a failure, or the last one. */
function lastWords(logs) {
    const lines = logs.map((line) => line.trim()).filter((line) => line !== '');
    const telling = lines.findLast((line) => /error|exception|fatal|panic|cannot|failed|denied|not found/i.test(line)) ?? lines.at(-1);
    return quoted(telling);
}
function quoted(telling) {
    if (telling === undefined)
        return undefined;
    // Of logfmt, as Prometheus writes it, the two that matter.
    const message = /\bmsg="([^"]+)"/.exec(telling)?.[1];
    const error = /\berr="((?:[^"\\]|\\.)+)"/.exec(telling)?.[1]?.replaceAll('\\"', '"');
    const words = message !== undefined && error !== undefined ? `${message}: ${error}` : telling;
    return shortened(words);
}
function shortened(telling) {
    return `it logged "${telling.length > 160 ? `${telling.slice(0, 157)}\u2026` : telling}"`;
}
/** Only of these more may be told by what the program said. */
const OPEN = new Set(['container-exited', 'crash-loop']);
function service_failed_problem(run, { service, container, cause: known, reason }) {
    const logs = run.observation.logs[service.name] ?? [];
    const told = OPEN.has(known) ? exitWords(logs, service, run.stack) : undefined;
    const cause = told?.cause ?? known;
    const words = quoted(told?.line) ?? lastWords(logs);
    const signal = signalOf(container.exitCode);
    const plain = cause === 'container-exited' || cause === 'stopped-from-outside';
    const what = plain ? (signal === undefined ? '' : ` (${signal})`) : `: ${model_cause/* CAUSES */.h[cause].title}`;
    const said = words === undefined ? (cause === 'container-exited' ? ' and logged nothing' : '') : `; ${words}`;
    return {
        message: `service "${service.name}" ${reason}${what}${said}`,
        cause,
        at: told?.at ?? place(service, cause),
        help: model_cause/* CAUSES */.h[cause].remedy,
        subject: { service: service.name },
        related: consequences(run, service.name),
        evidence: failureEvidence(run, service, container),
    };
}
/** The line that has to change: the command that is not there, the limit that is too low. */
function place(service, cause) {
    if (cause.startsWith('command-'))
        return programPlace(service);
    if (cause !== 'out-of-memory')
        return service.at;
    const limit = (0,yaml_node/* child */.jf)(service.node, 'mem_limit') ?? (0,yaml_node/* child */.jf)(service.node, 'deploy', 'resources', 'limits', 'memory') ?? service;
    return limit.at;
}
/** The program that the command names: in a shell's script, whose first words are there, the script. */
function programPlace({ command, entrypoint, at }) {
    const words = command.length > 0 ? command : entrypoint;
    const script = /(?:^|\/)(?:ba|da|a|z)?sh$/.test(words[0]?.value ?? '') && words[1]?.value.includes('c') ? words[2] : undefined;
    return script?.at ?? words[0]?.at ?? at;
}

;// CONCATENATED MODULE: ./src/rules/runtime/service-not-ready.ts



/** A service that was still on its way when the time was over. */
const service_not_ready_rule = {
    scope: 'runtime',
    code: 'runtime/service-not-ready',
    severity: 'error',
    stage: 'wait',
    summary: 'a service was not ready when the time was over',
    why: 'The service neither failed nor became ready before the deadline of the run.',
    remedy: 'raise --timeout, or find out what the service waits for',
    judge(run) {
        const { stack, plan, observation } = run;
        if (observation.interrupted !== 'deadline')
            return [];
        const explained = explainedServices(run);
        return stack.project.services.flatMap((service) => {
            const containers = observation.containers.filter((container) => container.service === service.name);
            const readiness = (0,rules_readiness/* readinessOf */.co)(service.name, containers, plan, observation.atMs);
            if (readiness.kind !== 'waiting' || explained.has(service.name))
                return [];
            const [first] = containers;
            return [
                {
                    message: `service "${service.name}" was not ready in time: still waiting for ${readiness.reason}`,
                    cause: first?.health === 'starting' ? 'healthcheck-slow' : 'deadline-passed',
                    at: service.healthcheck?.at ?? service.at,
                    subject: { service: service.name },
                    related: consequences(run, service.name),
                    ...(first ? { evidence: failureEvidence(run, service, first) } : {}),
                },
            ];
        });
    },
};

// EXTERNAL MODULE: ./src/rules/healthcheck-command.ts
var healthcheck_command = __webpack_require__(6041);
// EXTERNAL MODULE: ./src/rules/own-addresses.ts
var own_addresses = __webpack_require__(2030);
;// CONCATENATED MODULE: ./src/rules/probe-diagnosis.ts



/** Docker's embedded DNS server listens in every container, and serves none of its clients. */
const DOCKER_DNS = '127.0.0.11';
/**
 * Compares what the probe of a service asks and said with the sockets that its container listens on. Undefined when that tells nothing:
 * then the service is ill by its own words. Pure.
 */
function probeDiagnosis(stack, service, container) {
    const output = container.probes.at(-1)?.output ?? '';
    const { healthcheck } = service;
    if (!healthcheck)
        return undefined;
    if (/^Health check exceeded timeout/.test(output))
        return { cause: 'healthcheck-timeout', at: (0,yaml_node/* child */.jf)(service.node, 'healthcheck', 'timeout')?.at ?? healthcheck.at };
    const missing = missingProgram(service, output);
    if (missing)
        return missing;
    const asked = (0,own_addresses/* selfChecks */.uX)(stack).find((check) => check.service === service)?.asked ?? [];
    if (/\b404\b/.test(output)) {
        const [first] = asked;
        return first && { cause: 'healthcheck-wrong-path', at: first.pathAt ?? first.at };
    }
    if (container.listening === undefined || !container.pid)
        return undefined;
    const sockets = container.listening.filter(({ address }) => address !== DOCKER_DNS);
    return asked.flatMap((address) => againstSockets(address, sockets) ?? []).at(0);
}
/** A shell says 127 to whoever hides it behind `|| exit 1`, and names the program. */
function missingProgram(service, output) {
    const said = /^\S*sh: (?:(?:line )?\d+: )?([^\s:]+): (?:command )?not found/m.exec(output)?.[1];
    const engine = /exec: "([^"]+)": (?:executable file not found|stat )/.exec(output)?.[1];
    const name = said ?? engine;
    const command = name === undefined ? undefined : (0,healthcheck_command/* healthcheckCommand */._P)(service);
    if (!command)
        return undefined;
    const [program] = (0,healthcheck_command/* commandsOf */.Kf)(command).find(([first]) => first.value === name) ?? [];
    return { cause: 'healthcheck-binary-missing', at: program?.at ?? command.at };
}
function againstSockets(asked, sockets) {
    const { host, port, hostAt, portAt, at } = asked;
    const onPort = sockets.filter((socket) => socket.port === port);
    if (onPort.length === 0) {
        if (sockets.length === 0)
            return undefined;
        const ports = [...new Set(sockets.map((socket) => String(socket.port)))].join(', ');
        const because = `nothing listens on port ${String(port)}; the container listens on ${ports}`;
        return { cause: 'healthcheck-wrong-port', at: portAt ?? at, because };
    }
    if (onPort.some((socket) => reaches(socket, host)))
        return undefined;
    const addresses = [...new Set(onPort.map(({ address }) => address))].join(', ');
    return {
        cause: 'healthcheck-wrong-address',
        at: hostAt,
        because: `it asks ${host}, and port ${String(port)} is open on ${addresses} only`,
    };
}
/** A socket on `::` takes IPv4 as well, unless it says otherwise, which the kernel does not list. */
function reaches({ address, family }, host) {
    if (address === '::')
        return true;
    const six = host.includes(':');
    if (!six && !/^[\d.]+$/.test(host) && host !== 'localhost')
        return true;
    if (host === 'localhost')
        return address === '0.0.0.0' || address.startsWith('127.') || address === '::1';
    if (six)
        return family === 6 && address === host;
    return address === '0.0.0.0' || address === host || (host === '0.0.0.0' && address.startsWith('127.'));
}

;// CONCATENATED MODULE: ./src/rules/runtime/service-unhealthy.ts




/** A container whose healthcheck keeps failing. */
const service_unhealthy_rule = {
    scope: 'runtime',
    code: 'runtime/service-unhealthy',
    severity: 'error',
    stage: 'wait',
    summary: 'the healthcheck of a service fails',
    why: 'Docker gave the probe all its retries, and it never passed: either the service is ill or the probe is wrong.',
    remedy: "read the probe's own output, which is quoted",
    judge: (run) => failedServices(run)
        .filter(({ cause }) => cause === 'healthcheck-fails' || cause === 'healthcheck-binary-missing')
        .map((failed) => service_unhealthy_problem(run, failed)),
};
function service_unhealthy_problem(run, { service, container, cause: known }) {
    const told = probeDiagnosis(run.stack, service, container);
    const cause = told?.cause ?? known;
    const because = told?.because === undefined ? '' : `; ${told.because}`;
    return {
        message: `service "${service.name}" is unhealthy: ${said(container.probes.at(-1))}${because}`,
        cause,
        at: told?.at ?? service.healthcheck?.at ?? service.at,
        help: model_cause/* CAUSES */.h[cause].remedy,
        subject: { service: service.name },
        related: consequences(run, service.name),
        evidence: failureEvidence(run, service, container),
    };
}
/** What the last run of the probe says, in words. Docker gives -1 to a probe that it could not start or that took too long. */
function said(last) {
    const output = (last?.output ?? '').trim();
    const timeout = /^Health check exceeded timeout \(([^)]+)\)/.exec(output)?.[1];
    if (timeout !== undefined)
        return `its probe takes longer than its timeout of ${timeout}`;
    if (last?.exitCode === -1 && output !== '')
        return `its probe cannot be started: "${service_unhealthy_firstLine(output)}"`;
    const prints = output === '' ? 'and prints nothing' : `and prints "${service_unhealthy_firstLine(output)}"`;
    return `its probe exits with code ${String(last?.exitCode ?? 'unknown')} ${prints}`;
}
function service_unhealthy_firstLine(output) {
    // What runc could not do stands behind what it was doing.
    const line = (output.split('\n', 1)[0] ?? '').replace(/^OCI runtime exec failed: exec failed: (?:unable to start container process: )?/, '');
    return line.length > 120 ? `${line.slice(0, 117)}\u2026` : line;
}

// EXTERNAL MODULE: ./src/model/scrape-error.ts
var scrape_error = __webpack_require__(6726);
;// CONCATENATED MODULE: ./src/rules/target-places.ts

/** The line of a scrape job that sets one of the keys, the first that is there; the job itself when none is. */
function jobLine(job, ...keys) {
    for (const key of keys) {
        const at = lineOf(job?.node, key);
        if (at)
            return at;
    }
    return job?.name.at;
}
/** The same for keys that `global` may set for all jobs. */
function settingLine(stack, job, key) {
    const root = stack.prometheus?.config?.root;
    return lineOf(job?.node, key) ?? lineOf((0,yaml_node/* child */.jf)(root, 'global'), key) ?? job?.name.at;
}
/** Keys and values of one line are shown whole; of a mapping only the key. */
function lineOf(node, key) {
    const value = (0,yaml_node/* child */.jf)(node, key);
    return value?.kind === 'scalar' ? value.at : (0,yaml_node/* keyRange */.xA)(node, key);
}
/** A variable that tells a server where to listen. */
const BIND_NAME = /(?:^|_)(?:host|hostname|bind|addr|address|listen|interface|ip)(?:_|$)/i;
const BIND_FLAG = /^--?(?:[\w.-]*[.-])?(?:host|bind|addr|address|listen(?:-?addr(?:ess)?)?|listen|interface|ip)(?:[.-][\w.-]*)?(?:=|$)/i;
/**
 * Where a service is told to bind an address that `isBound` recognises: a word of its command or entry point, or a variable. Undefined
 * when its files do not say, as when it is the default of the program.
 */
function bindLine(service, isBound) {
    const words = [...service.entrypoint, ...service.command];
    const found = [];
    for (const [index, { value, at }] of words.entries()) {
        const previous = words[index - 1]?.value ?? '';
        const [, flagged] = /^-[^=]*=(.*)$/.exec(value) ?? [];
        const isFlag = BIND_FLAG.test(value) || BIND_FLAG.test(previous);
        if (hostsIn(flagged ?? value).some(isBound))
            found.push({ at, written: value, sure: isFlag });
    }
    for (const [name, located] of service.environment)
        if (located && hostsIn(located.value).some(isBound))
            found.push({ at: located.at, written: `${name}: ${located.value}`, sure: BIND_NAME.test(name) });
    return found.find(({ sure }) => sure) ?? (found.length === 1 ? found[0] : undefined);
}
/** Addresses that a value consists of: itself, or before its port. A URL names another server. */
function hostsIn(value) {
    if (value.includes('://'))
        return [];
    return value.split(/[\s,]+/).flatMap((word) => {
        const [, v6, plain] = /^(?:\[([0-9a-f:]+)\](?::\d+)?|([\w.-]+):\d+|.*)$/i.exec(word) ?? [];
        return [v6 ?? plain ?? word];
    });
}

;// CONCATENATED MODULE: ./src/rules/target-answer.ts


/** Keys of a job that give credentials. */
const CREDENTIALS = ['basic_auth', 'authorization', 'bearer_token', 'bearer_token_file', 'oauth2', 'sigv4'];
const LOGIN = /login|log-in|signin|sign-in|sso|oauth|auth|saml|session/i;
const target_answer_LONGEST = 120;
/** An error of Prometheus quotes what it could not read, and says behind it why. */
const LONGEST_ERROR = 200;
/** 401 and 403. */
function unauthorized({ job, answer, lastError }) {
    const status = statusOf(lastError) ?? answer?.status ?? 401;
    const given = CREDENTIALS.find((key) => (0,yaml_node/* child */.jf)(job?.node, key) !== undefined);
    const wanted = answer?.headers?.['www-authenticate'];
    const scheme = wanted === undefined ? '' : ` (${wanted.slice(0, target_answer_LONGEST)})`;
    const at = jobLine(job, ...CREDENTIALS);
    const says = given === undefined
        ? `it answers ${String(status)}${scheme}, and the job sends no credentials`
        : `it answers ${String(status)}${scheme} to the ${given} of the job`;
    if (status === 403)
        return { cause: 'forbidden', says, at };
    const help = given === undefined
        ? `give job "${job?.name.value ?? ''}" basic_auth or authorization`
        : `mend ${given} of the job`;
    return { cause: 'unauthorized', says, at, help };
}
/** 404, and where the metrics are when that was found out. */
function target_answer_notFound({ job, probe, answer, lastError }) {
    const status = statusOf(lastError) ?? answer?.status ?? 404;
    const path = job?.metricsPath.value ?? '/metrics';
    const [found] = metricsElsewhere(probe?.elsewhere ?? []);
    const other = found && new URL(found.url).pathname;
    return {
        cause: status === 404 ? 'not-found' : 'http-status',
        says: `${path} answers ${String(status)}${other === undefined ? '' : `; metrics are at ${other}`}`,
        at: jobLine(job, 'metrics_path'),
        help: other === undefined ? undefined : `write \`metrics_path: ${other}\``,
    };
}
/** 5xx, with what the body says first. */
function serverError({ target, answer, lastError, service }) {
    const status = statusOf(lastError) ?? answer?.status ?? 500;
    const line = answer?.status === status ? target_answer_firstLine(answer) : undefined;
    return {
        cause: 'server-error',
        says: `it answers ${String(status)}${line === undefined ? '' : `: ${line}`}`,
        at: target.expected.at,
        ...(service ? { help: `look at the log of service "${service.name}" for the request` } : {}),
    };
}
/** Where a redirect leads; undefined when the path does not redirect. */
function redirect({ job, probe, answer }) {
    const location = answer?.headers?.['location'];
    if (answer?.status === undefined || location === undefined || answer.status < 300 || answer.status >= 400)
        return undefined;
    const path = job?.metricsPath.value ?? '/metrics';
    const hops = probe?.answers.filter(({ status = 0 }) => status >= 300 && status < 400) ?? [];
    const urls = hops.map(({ url }) => url);
    const inCircle = new Set(urls).size < urls.length;
    const last = probe?.answers.at(-1);
    const end = last && last !== answer && !inCircle ? `, which is ${described(last)}` : '';
    const isLogin = LOGIN.test(location);
    return {
        cause: 'redirected',
        says: inCircle
            ? `${path} redirects to "${target_answer_shown(location)}" in a circle`
            : `${path} redirects to "${target_answer_shown(location)}"${end}`,
        at: jobLine(job, 'metrics_path'),
        help: isLogin
            ? `give job "${job?.name.value ?? ''}" credentials, or exempt ${path} from the login`
            : 'write the path that serves metrics as metrics_path',
    };
}
function described({ status, headers, step }) {
    if (status === undefined)
        return `an address that does not answer (${step})`;
    const type = headers?.['content-type'];
    return type === undefined || status !== 200 ? `a ${String(status)}` : `"${type}"`;
}
/** JSON, a web page, or no content type at all. */
function wrongContent(evidence, cause) {
    const { run, job, target, answer, probe, lastError } = evidence;
    const { address } = target.expected;
    const path = job?.metricsPath.value ?? '/metrics';
    if (/blank Content-Type|unsupported Content-Type ""/.test(lastError))
        return {
            cause: 'content-type-missing',
            says: `${path} answers without a Content-Type, which Prometheus 3 needs`,
            at: jobLine(job, 'fallback_scrape_protocol'),
            help: 'have it send `Content-Type: text/plain; version=0.0.4`, or write `fallback_scrape_protocol: PrometheusText0.0.4` in the job',
        };
    const what = cause === 'not-exposition-json' ? 'JSON' : kindOf(lastError, answer);
    const other = run.targets.find(({ expected, health }) => health === 'up' && expected.address === address && expected.job !== job?.name.value);
    if (other && job && cause === 'not-exposition-json')
        return {
            cause,
            at: job.name.at,
            help: `remove job "${job.name.value}": job "${other.expected.job}" already scrapes the metrics of this target; watch ${path} with a healthcheck or the blackbox exporter`,
            related: [{ message: `reads ${path}`, at: job.metricsPath.at }],
        };
    const [found] = metricsElsewhere(probe?.elsewhere ?? []);
    const there = found && new URL(found.url).pathname;
    return {
        cause,
        says: `${path} answers ${what}, not metrics${there === undefined ? '' : `; metrics are at ${there}`}`,
        at: jobLine(job, 'metrics_path'),
        help: there === undefined ? undefined : `write \`metrics_path: ${there}\``,
    };
}
/** Text that Prometheus cannot parse: at which place, when the answer was read here too, else in Prometheus' own words. */
function malformed({ lastError, probe, job }) {
    const cause = 'malformed-exposition';
    const fault = probe?.answers.at(-1)?.fault;
    if (!fault)
        return {
            cause,
            says: `its metrics cannot be parsed: ${target_answer_shown(lastError.replaceAll(/\s*\n\s*/g, ' '), LONGEST_ERROR)}`,
        };
    const place = `line ${String(fault.line)}, column ${String(fault.column)}`;
    return {
        cause,
        says: `its metrics cannot be parsed at ${place} of ${job?.metricsPath.value ?? '/metrics'}: ${fault.message}`,
        help: `mend ${place} of what the service writes there, with a client library of Prometheus or \`promtool check metrics\``,
    };
}
function kindOf(lastError, answer) {
    const type = /unsupported Content-Type "([^"]+)"/.exec(lastError)?.[1] ?? answer?.headers?.['content-type'];
    if (/html/i.test(type ?? '') || /^\s*<(?:!doctype|html)/i.test(answer?.bodyStart ?? ''))
        return 'a web page';
    return type === undefined ? 'something else' : `"${type}"`;
}
/** Answers that are metrics by their first line; a server of web pages answers 200 to everything. */
function metricsElsewhere(answers) {
    return answers.filter(({ status, bodyStart = '', headers }) => status === 200 &&
        !/json|html/i.test(headers?.['content-type'] ?? '') &&
        /^(?:# (?:HELP|TYPE|UNIT) |[a-zA-Z_:][\w:]*(?:\{[^}\n]*\})? [-+0-9NI.])/m.test(bodyStart));
}
/** The status in `server returned HTTP status 404 Not Found`. */
function statusOf(lastError) {
    const [, status] = /HTTP status (\d{3})/.exec(lastError) ?? [];
    return status === undefined ? undefined : Number(status);
}
function target_answer_firstLine({ bodyStart = '', headers }) {
    if (/html/i.test(headers?.['content-type'] ?? ''))
        return /<title>([^<]*)/i.exec(bodyStart)?.[1]?.trim();
    const line = bodyStart.split('\n').find((one) => one.trim() !== '');
    return line === undefined ? undefined : target_answer_shown(line.trim());
}
function target_answer_shown(text, most = target_answer_LONGEST) {
    return text.length > most ? `${text.slice(0, most)}\u2026` : text;
}

// EXTERNAL MODULE: ./src/model/resolve-name.ts
var resolve_name = __webpack_require__(2857);
;// CONCATENATED MODULE: ./src/rules/target-evidence.ts


/** Gathers what the observation has of a target. */
function evidenceOf(run, target) {
    const { stack, observation } = run;
    const { expected, lastError = '', scrapeUrl } = target;
    const job = stack.prometheus?.config?.jobs.find(({ name }) => name.value === expected.job);
    const { host, port } = asked(scrapeUrl ?? `${job?.scheme ?? 'http'}://${expected.address ?? ''}/`);
    const prometheus = observation.containers.find(({ service }) => service === stack.prometheus?.service.name);
    const containers = containersOf(host, lastError, prometheus, observation.containers);
    const named = containers[0]?.service ?? expected.service;
    const probe = observation.targetProbes?.find((one) => one.job === expected.job && one.address === expected.address);
    return {
        run,
        target,
        lastError,
        job,
        host,
        port,
        prometheus,
        containers,
        service: stack.project.services.find(({ name }) => name === named),
        probe,
        // Addresses that could not be connected to come before the one that could.
        answer: probe?.answers.find(({ step }) => step !== 'connect') ?? probe?.answers[0],
    };
}
function asked(url) {
    const [, scheme = '', authority = ''] = /^(\w+):\/\/([^/?#]*)/.exec(url) ?? [];
    const address = (0,model_address/* splitAddress */.lS)(authority);
    return { host: address?.host ?? '', port: address?.port ?? (scheme === 'https' ? 443 : 80) };
}
/** By the address that Prometheus' own words name, else by the name as Docker resolves it. */
function containersOf(host, lastError, prometheus, all) {
    const dialled = dialledAddress(lastError);
    const owners = all.filter(({ addresses, networks = [] }) => [...addresses, ...networks.map(({ address6 }) => address6)].includes(dialled ?? '-'));
    if (owners.length === 1)
        return owners;
    const found = prometheus ? (0,resolve_name/* resolveName */.q)(host, prometheus, all).containers : [];
    return found.length > 0 ? found : (0,resolve_name/* containersNamed */.k)(host, all);
}
/** The address in `dial tcp 172.18.0.3:8000: connect: \u2026`. */
function dialledAddress(lastError) {
    const [, v6, v4] = /dial tcp (?:\[([0-9a-f:.]+)\]|([\d.]+)):\d+/.exec(lastError) ?? [];
    return v6 ?? v4;
}

// EXTERNAL MODULE: ./src/model/kernel-sockets.ts
var kernel_sockets = __webpack_require__(7119);
;// CONCATENATED MODULE: ./src/rules/target-network.ts





/** Docker's DNS server, which listens in the network of each container. */
const target_network_DOCKER_DNS = '127.0.0.11';
const MOST_SOCKETS = 6;
/** A name without an address: of nobody, or of a service that Prometheus shares no network with. */
function unresolved(evidence) {
    const { host, prometheus, run, target } = evidence;
    const all = run.observation.containers;
    const [named] = (0,resolve_name/* containersNamed */.k)(host, all);
    if (!named || !prometheus || (0,resolve_name/* resolveName */.q)(host, prometheus, all).kind === 'networks')
        return { cause: 'name-does-not-resolve', says: `the name "${host}" does not resolve`, at: target.expected.at };
    const service = run.stack.project.services.find(({ name }) => name === named.service);
    const own = run.stack.prometheus?.service;
    const over = ended(named, service?.at ?? target.expected.at);
    if (over)
        return over;
    const [theirs, ours] = [networksOf(named), networksOf(prometheus)];
    return {
        cause: 'no-shared-network',
        says: `service "${named.service}" is on network ${theirs} and Prometheus on ${ours}, so its name does not resolve there`,
        at: (0,yaml_node/* keyRange */.xA)(service?.node, 'networks') ?? (0,yaml_node/* keyRange */.xA)(own?.node, 'networks') ?? service?.at ?? target.expected.at,
        help: `put "${named.service}" and "${prometheus.service}" on one network`,
        related: [{ message: `the target is "${host}"`, at: target.expected.at }],
    };
}
/** A container that ended has no name any more, also when it ended well: what is scraped has to stay. */
function ended({ state, exitCode, service }, at) {
    if (state !== 'exited')
        return undefined;
    return {
        cause: 'container-exited',
        says: `the container of service "${service}" ended with exit code ${String(exitCode)}, so its name does not resolve any more`,
        at,
        help: 'a service that is scraped has to run until it is stopped: see its command',
    };
}
/** Names as the compose file has them: without the project before them. */
function networksOf({ networks = [], networkMode, name, service }) {
    if (networkMode === 'host' || networkMode === 'none')
        return `"${networkMode}"`;
    const project = name.includes(`-${service}-`) ? name.slice(0, name.indexOf(`-${service}-`)) : '';
    return networks.map((one) => `"${one.name.replace(`${project}_`, '')}"`).join(', ') || 'none';
}
/** A refused connection: what the container listens on says why. */
function refused(evidence) {
    const { target, containers, port, service, lastError } = evidence;
    const { at } = target.expected;
    const container = containers.find(({ listening }) => listening !== undefined);
    if (!container)
        return { cause: 'connection-refused', at };
    const name = service ? `service "${service.name}"` : `container "${container.name}"`;
    const sockets = (container.listening ?? []).filter(({ address }) => address !== target_network_DOCKER_DNS);
    const seen = [`${name} listens on ${sockets.map(written).join(', ') || 'no port'}`];
    const onPort = sockets.filter((socket) => socket.port === port);
    if (onPort.length > 0)
        return { ...bound(evidence, name, onPort), evidence: seen };
    const others = sockets.filter(({ address }) => !(0,kernel_sockets/* isLoopback */.U9)(address));
    if (sockets.length === 0)
        return {
            cause: 'nothing-listens',
            says: `nothing in ${name} listens on any port, so ${dialled(lastError, port)} refuses connections`,
            at: service?.at ?? at,
            related: [{ message: 'the target', at }],
            evidence: seen,
        };
    const listed = (others.length > 0 ? others : sockets).slice(0, MOST_SOCKETS);
    return {
        cause: 'listens-on-another-port',
        says: `nothing listens on port ${String(port)} of ${name}, it listens on ${ports(listed)}`,
        at,
        help: suggestion(evidence, others),
        evidence: seen,
    };
}
/** Something listens on the port, but not where Prometheus asks; or only since. */
function bound({ service, target, lastError, port }, name, on) {
    const address = dialledAddress(lastError);
    const v6 = address?.includes(':') ?? false;
    const reached = on.some((socket) => (0,kernel_sockets/* isWildcard */.z2)(socket.address) ? socket.family === (v6 ? 6 : 4) : socket.address === address);
    const where = on.map(written).join(' and ');
    const asked = dialled(lastError, port);
    if (reached || address === undefined)
        return {
            cause: 'connection-refused',
            says: `${name} listens on ${where} now, but refused the connection when Prometheus asked`,
            at: target.expected.at,
            help: 'give the service a healthcheck on the port, so that the gate waits until it listens',
        };
    const onLoopback = on.every((socket) => (0,kernel_sockets/* isLoopback */.U9)(socket.address));
    const told = service && bindLine(service, (host) => on.some((socket) => names(host, socket.address)));
    const instead = on.every(({ family }) => family === 6) && !onLoopback ? '0.0.0.0 or both IP versions' : '0.0.0.0';
    return {
        cause: onLoopback ? 'listens-on-loopback' : 'listens-on-other-address',
        says: onLoopback
            ? `${name} listens on ${where} only, which no other container reaches; bind ${instead}`
            : `${name} listens on ${where} only, and Prometheus asks ${asked}; bind ${instead}`,
        at: told?.at ?? service?.at ?? target.expected.at,
        help: told
            ? `bind ${instead} in place of what "${told.written}" says`
            : `have the server in ${name} bind ${instead}: see its option or variable for the address to listen on`,
        related: [{ message: 'the target', at: target.expected.at }],
    };
}
function names(host, address) {
    const lower = host.toLowerCase();
    return lower === address || (lower === 'localhost' && (0,kernel_sockets/* isLoopback */.U9)(address));
}
function suggestion({ host }, [first, ...more]) {
    if (!first)
        return 'have the server listen on 0.0.0.0 and on the port that the target names';
    if (more.some(({ port }) => port !== first.port))
        return 'name the port that serves metrics, or have the process listen on the one that the target names';
    return `scrape "${host}:${String(first.port)}", or have the process listen on the port that the target names`;
}
function dialled(lastError, port) {
    const address = dialledAddress(lastError);
    return address === undefined
        ? `port ${String(port)}`
        : written({ address, port, family: address.includes(':') ? 6 : 4 });
}
function ports(sockets) {
    const all = sockets.map(({ address, port }) => (0,kernel_sockets/* isLoopback */.U9)(address) ? `${String(port)} (on loopback only)` : String(port));
    return [...new Set(all)].join(', ');
}
function written({ address, port, family }) {
    return family === 6 ? `[${address}]:${String(port)}` : `${address}:${String(port)}`;
}

;// CONCATENATED MODULE: ./src/rules/target-transport.ts

/** A scrape that took longer than scrape_timeout, against what was measured here. */
function timedOut({ run, job, answer, target, service }) {
    const limitMs = job?.scrapeTimeoutMs ?? 10_000;
    const limit = seconds(limitMs);
    const at = settingLine(run.stack, job, 'scrape_timeout');
    if (answer?.step === 'connect')
        return {
            cause: 'timeout',
            says: `no connection within scrape_timeout ${limit}: packets to it are dropped on the way`,
            at: target.expected.at,
            help: 'look at firewalls and at the networks of both containers',
        };
    const { firstByteMs, totalMs = 0, step } = answer ?? {};
    const took = step === 'done' && totalMs > limitMs ? totalMs : undefined;
    const name = service ? `"${service.name}"` : 'the target';
    const measured = took !== undefined
        ? `, ${name} takes ${seconds(took)}`
        : step !== undefined && totalMs > limitMs
            ? `, ${name} had not answered after ${seconds(totalMs)}`
            : '';
    const slowly = firstByteMs !== undefined && took !== undefined && firstByteMs < limitMs ? ' to send all of it' : '';
    const interval = job?.scrapeIntervalMs ?? 0;
    const raise = took === undefined
        ? undefined
        : took < interval
            ? `make the endpoint faster, or raise scrape_timeout above ${seconds(took)}`
            : `make the endpoint faster, or raise scrape_timeout above ${seconds(took)} and scrape_interval, now ${seconds(interval)}, with it`;
    return {
        cause: 'timeout',
        says: `no answer within scrape_timeout ${limit}${measured}${slowly}`,
        at,
        help: raise,
        related: [{ message: 'the target', at: target.expected.at }],
    };
}
function seconds(ms) {
    return ms < 1000 ? `${String(Math.round(ms))}ms` : `${String(Math.round(ms / 100) / 10)}s`;
}
/** Plain HTTP against TLS and back. */
function tlsMismatch({ job, answer, lastError, probe, target }) {
    if (/server gave HTTP response to HTTPS client/.test(lastError))
        return {
            cause: 'server-speaks-plain-http',
            says: 'the job says `scheme: https`, and the server speaks plain HTTP',
            at: jobLine(job, 'scheme'),
            help: 'remove `scheme: https` from the job, or have the server speak TLS',
        };
    const speaksTls = probe?.elsewhere.some(({ url, status }) => url.startsWith('https:') && status !== undefined);
    const saysSo = /to an HTTPS server|plain HTTP request was sent to HTTPS/i.test(answer?.bodyStart ?? '');
    const looksLikeTls = /malformed HTTP response "\\x15\\x03/.test(lastError);
    if (job?.scheme !== 'https' && (speaksTls === true || saysSo || looksLikeTls))
        return {
            cause: 'server-wants-tls',
            says: 'the server speaks TLS, and the job asks it in plain HTTP',
            at: jobLine(job, 'scheme'),
            help: 'write `scheme: https` in the job, with the ca_file of its certificate in tls_config',
        };
    if (!/tls:|first record does not look like/.test(lastError))
        return undefined;
    return {
        cause: 'tls-mismatch',
        says: lastError.replace(/^.*?(tls: )/, '$1'),
        at: jobLine(job, 'tls_config', 'scheme') ?? target.expected.at,
    };
}
/** Why the certificate is not accepted, in the words of Go's crypto/x509. */
function certificate({ job, lastError, target, service }) {
    const words = /x509: (.*)$/.exec(lastError)?.[1] ?? /tls: (.*)$/.exec(lastError)?.[1] ?? lastError;
    if (/has expired or is not yet valid/.test(words)) {
        const expired = /current time \S+ is after (\S+)/.exec(words)?.[1];
        return {
            cause: 'certificate-expired',
            says: expired === undefined ? 'its certificate is not valid yet' : `its certificate expired at ${expired}`,
            at: target.expected.at,
            ...(service ? { help: `renew the certificate of service "${service.name}"` } : {}),
        };
    }
    const [, valid, asked] = /certificate is valid for (.*), not (\S+)/.exec(words) ?? [];
    if (asked !== undefined ||
        /doesn't contain any IP SANs|relies on legacy Common Name|not valid for any names/.test(words))
        return {
            cause: 'certificate-name',
            says: asked === undefined
                ? `its certificate names nobody: ${words}`
                : `its certificate is for ${valid ?? ''}, not for ${asked}`,
            at: jobLine(job, 'tls_config', 'scheme'),
            help: asked === undefined
                ? undefined
                : `write \`server_name: ${valid?.split(', ')[0] ?? ''}\` in tls_config, or have the certificate made for "${asked}"`,
        };
    if (/unknown authority/.test(words))
        return {
            cause: 'certificate-authority',
            says: 'its certificate is of an authority that Prometheus does not know',
            at: jobLine(job, 'tls_config', 'scheme'),
        };
    return { cause: 'certificate', says: words, at: jobLine(job, 'tls_config', 'scheme') };
}
/** The connection ended before the answer did. */
function target_transport_closed({ target, answer, lastError, service }) {
    const at = target.expected.at;
    const whose = service ? `service "${service.name}"` : 'the server';
    if (/gzip|flate/.test(lastError))
        return { cause: 'bad-encoding', says: 'its answer says Content-Encoding: gzip, and is not', at };
    const { status, headers, bodyBytes = 0 } = answer ?? {};
    const promised = headers?.['content-length'];
    if (status === 200 || /unexpected EOF/.test(lastError))
        return {
            cause: 'truncated-body',
            says: promised === undefined
                ? 'its answer ends in the middle'
                : `its answer ends after ${String(bodyBytes)} of ${promised} bytes`,
            at,
        };
    return { cause: 'connection-closed', says: `${whose} closes the connection without an answer`, at };
}
/** Which limit of the job was passed, and by how much. */
function overLimit({ run, job, lastError, answer }) {
    const known = [
        ['sample_limit', /sample.?limit exceeded/],
        ['body_size_limit', /body.?size.?limit|body size/],
        ['target_limit', /target.?limit exceeded/],
        ['label_name_length_limit', /label.?name.?length.?limit/],
        ['label_value_length_limit', /label.?value.?length.?limit/],
        ['label_limit', /label.?limit exceeded/],
    ];
    const key = known.find(([, words]) => words.test(lastError))?.[0];
    if (key === undefined)
        return { cause: 'limit-exceeded', says: lastError, at: job?.name.at };
    const details = /\(([^)]*)\)/.exec(lastError)?.[1];
    const size = key === 'body_size_limit' && answer?.bodyBytes !== undefined
        ? `the body has ${String(answer.bodyBytes)} bytes`
        : undefined;
    const more = details ?? size;
    return {
        cause: 'limit-exceeded',
        says: `it is over ${key}${more === undefined ? '' : ` (${more})`}`,
        at: settingLine(run.stack, job, key),
        help: `raise ${key}, or expose less`,
    };
}

;// CONCATENATED MODULE: ./src/rules/target-diagnosis.ts





/** The longest part of a body or an error that a finding quotes. */
const target_diagnosis_LONGEST = 200;
/**
 * Why a target is down: Prometheus' own words tell the kind of failure, and what containers listen on, how names resolve and what the
 * target answers here tell why. Pure.
 */
function diagnoseTarget(run, target) {
    const evidence = evidenceOf(run, target);
    const cause = (0,scrape_error/* causeOfScrapeError */.v)(evidence.lastError);
    const diagnosis = DIAGNOSES[cause]?.(evidence, cause) ?? { cause };
    return {
        ...diagnosis,
        at: diagnosis.at ?? target.expected.at,
        evidence: [...target_diagnosis_said(evidence), ...(diagnosis.evidence ?? []), ...answerSeen(evidence)],
        service: evidence.service?.name,
    };
}
const ofStatus = (evidence) => badRequest(evidence) ?? redirect(evidence) ?? target_answer_notFound(evidence);
const ofCredentials = (evidence) => redirect(evidence) ?? unauthorized(evidence);
const ofTls = (evidence, cause) => tlsMismatch(evidence) ?? { cause };
const ofEnd = (evidence) => tlsMismatch(evidence) ?? target_transport_closed(evidence);
const ofContent = (evidence, cause) => redirect(evidence) ?? wrongContent(evidence, cause === 'not-exposition-json' ? cause : 'not-exposition');
/** By what Prometheus' words alone tell. */
const DIAGNOSES = {
    'name-does-not-resolve': unresolved,
    'connection-refused': refused,
    timeout: timedOut,
    unauthorized: ofCredentials,
    forbidden: ofCredentials,
    'not-found': ofStatus,
    'http-status': ofStatus,
    redirected: ofStatus,
    'server-error': serverError,
    'server-speaks-plain-http': ofTls,
    'tls-mismatch': ofTls,
    certificate: certificate,
    'certificate-authority': certificate,
    'certificate-name': certificate,
    'certificate-expired': certificate,
    'connection-closed': ofEnd,
    'truncated-body': ofEnd,
    'bad-encoding': ofEnd,
    'not-exposition': ofContent,
    'not-exposition-json': ofContent,
    'content-type-missing': ofContent,
    'malformed-exposition': malformed,
    'limit-exceeded': overLimit,
};
/** A TLS server of Go answers 400 to plain HTTP. */
function badRequest(evidence) {
    return evidence.lastError.includes('HTTP status 400') ? tlsMismatch(evidence) : undefined;
}
function target_diagnosis_said({ lastError, target }) {
    return [
        `Prometheus says: ${lastError || 'nothing'}`,
        ...(target.scrapeUrl ? [`it scrapes ${target.scrapeUrl}`] : []),
    ];
}
/** What was seen when the target was asked as Prometheus asks; nothing when it was not. */
function answerSeen({ probe, answer }) {
    if (!probe || !answer)
        return [];
    const { status, headers, bodyStart = '', bodyBytes, error, errorCode, totalMs, url, address } = answer;
    const where = `${url}${address === undefined ? '' : ` at ${address}`}`;
    if (status === undefined)
        return [`asked here, ${where}: ${errorCode || error || 'no answer'} after ${String(totalMs)} ms`];
    const type = headers?.['content-type'] ?? 'no content type';
    const [line] = bodyStart.split('\n').filter((one) => one.trim() !== '');
    return [
        `asked here, ${where}: ${String(status)}, ${type}, ${String(bodyBytes ?? 0)} bytes after ${String(totalMs)} ms`,
        ...(line === undefined ? [] : [`it begins with: ${target_diagnosis_short(line)}`]),
    ];
}
function target_diagnosis_short(text) {
    const line = text.replaceAll(/\s*\n\s*/g, ' ');
    return line.length > target_diagnosis_LONGEST ? `${line.slice(0, target_diagnosis_LONGEST)}\u2026` : line;
}

;// CONCATENATED MODULE: ./src/rules/runtime/target-down.ts



/** Causes that lie in the service as a whole: one explains all of its targets. */
const OF_THE_SERVICE = new Set([
    'no-shared-network',
    'nothing-listens',
    'listens-on-loopback',
    'listens-on-other-address',
]);
const OUTSIDE = 'the target is outside of the stack: have it up during the run, or let such targets be down with external-targets: ignore';
/** As many as a person reads; the report lists all targets anyway. */
const MOST_FOLDED = 20;
/** Targets that Prometheus tries to scrape in vain. */
const target_down_rule = {
    scope: 'runtime',
    code: 'runtime/target-down',
    severity: 'error',
    stage: 'verify',
    summary: 'Prometheus fails to scrape a target',
    why: 'Prometheus knows the target and tries, but every scrape fails, so there are no metrics and no alert can fire.',
    remedy: 'mend what the cause names',
    judge(run) {
        const explained = explainedServices(run);
        const down = run.targets
            .filter(({ health, expected, flaps }) => health === 'down' && !flaps && !explained.has(expected.service ?? ''))
            .map((target) => ({ target, diagnosis: diagnoseTarget(run, target) }));
        return rootsFirst(down).map((one) => target_down_problem(run, one));
    },
};
/**
 * What keeps all of a service from being scraped comes first. Targets that one line has to change for are one finding, be they two or a
 * thousand; those that are to be mended at their own lines stay apart.
 */
function rootsFirst(down) {
    const found = new Map();
    for (const one of down) {
        const { cause, at } = one.diagnosis;
        const key = `${cause} ${at?.file.path ?? ''} ${String(at?.start)}`;
        const first = found.get(key);
        found.set(key, first ? { ...first, folded: [...(first.folded ?? []), one.target] } : one);
    }
    const all = [...found.values()];
    const isRoot = ({ diagnosis }) => OF_THE_SERVICE.has(diagnosis.cause);
    return [...all.filter(isRoot), ...all.filter((one) => !isRoot(one))];
}
function target_down_problem(run, { target: { expected, scrapeUrl }, diagnosis, folded = [] }) {
    const { cause, says, at, help, related = [], evidence, service } = diagnosis;
    const target = expected.address ?? scrapeUrl ?? 'discovered';
    const own = service ?? expected.service;
    return {
        message: `target "${target}" of scrape job "${expected.job}" is down: ${says ?? model_cause/* CAUSES */.h[cause].title}${others(folded)}`,
        cause,
        at,
        help: expected.external ? OUTSIDE : (help ?? model_cause/* CAUSES */.h[cause].remedy),
        subject: { job: expected.job, target, ...(own === undefined ? {} : { service: own }) },
        related: [
            ...related.filter((one) => one.at.start !== at?.start || one.at.file !== at.file),
            ...folded.slice(0, MOST_FOLDED).map((other) => ({
                message: `target "${other.expected.address ?? ''}" of scrape job "${other.expected.job}" is down because of it`,
                at: other.expected.at,
            })),
        ],
        evidence: [
            ...evidence,
            ...(isConfirmed(run, expected.job, target) ? ['it was down again at the configured tempo'] : []),
        ],
    };
}
function isConfirmed({ observation }, job, target) {
    return (observation.confirmations ?? []).some((one) => one.confirmed && one.job === job && one.target === target);
}
function others({ length }) {
    if (length === 0)
        return '';
    return ` (and so ${length === 1 ? 'is another target' : `are ${String(length)} other targets`})`;
}

;// CONCATENATED MODULE: ./src/rules/runtime/target-dropped.ts


/** Discoveries that find targets, all of which relabelling drops. */
const target_dropped_rule = {
    scope: 'runtime',
    code: 'runtime/target-dropped',
    severity: 'error',
    stage: 'verify',
    summary: 'relabelling drops every target that a service discovery finds',
    why: 'A discovery promises at least one target. A filter that matches nothing leaves a job without any, and no query, no alert tells the difference.',
    remedy: 'mend the step of relabel_configs, or what the discovery looks for',
    judge(run) {
        const explained = explainedServices(run);
        // Where nothing else was seen either, that is said once, with every step.
        if (!run.targets.some((target) => (0,model_target/* isEvidence */.e)(target)))
            return [];
        return run.targets
            .filter(({ health, expected }) => health === 'dropped' && expected.found && !expected.droppedBy)
            .filter(({ expected }) => !explained.has(expected.service ?? ''))
            .map(({ expected: { job, found, at, service }, droppedBy }) => ({
            message: `relabelling drops every target that ${found?.discovery ?? ''} of scrape job "${job}" finds${found?.dnsName === undefined ? '' : ` for the name "${found.dnsName}"`}`,
            cause: 'target-dropped',
            at: droppedBy ?? at,
            subject: { job, ...(service ? { service } : {}) },
            related: droppedBy ? [{ message: 'the discovery', at }] : [],
        }));
    },
};

// EXTERNAL MODULE: ./src/model/empty-answer.ts
var empty_answer = __webpack_require__(335);
;// CONCATENATED MODULE: ./src/rules/runtime/target-empty.ts



/** Targets that are up and expose nothing. */
const target_empty_rule = {
    scope: 'runtime',
    code: 'runtime/target-empty',
    severity: 'error',
    stage: 'verify',
    summary: 'a target that Prometheus counts as up exposes no metric',
    why: 'Prometheus takes an empty answer for a good one, so the target is up and there is no data of it: no dashboard shows it, no alert fires.',
    remedy: model_cause/* CAUSES */.h['empty-body'].remedy,
    judge: (run) => run.targets.flatMap((target) => {
        if (target.health !== 'up')
            return [];
        const { expected, scrapeUrl } = target;
        const { probe, service } = evidenceOf(run, target);
        const answer = probe?.answers.at(-1);
        if (!answer || !(0,empty_answer/* isEmptyAnswer */.w)(answer))
            return [];
        const address = expected.address ?? scrapeUrl ?? 'discovered';
        const what = answer.bodyBytes === 0 ? 'nothing' : 'comments and no sample';
        return [
            {
                message: `target "${address}" of scrape job "${expected.job}" is up, but answers ${what}`,
                cause: 'empty-body',
                at: expected.at,
                subject: { job: expected.job, target: address, ...(service ? { service: service.name } : {}) },
                evidence: [`asked here, ${answer.url}: 200, ${String(answer.bodyBytes ?? 0)} bytes`],
            },
        ];
    }),
};

;// CONCATENATED MODULE: ./src/rules/runtime/target-flapping.ts

/** Targets that were up, went down, and perhaps came back. */
const target_flapping_rule = {
    scope: 'runtime',
    code: 'runtime/target-flapping',
    severity: 'error',
    stage: 'verify',
    summary: 'a target was up and then failed a scrape',
    why: 'One successful scrape proves little about a target that fails the next one: gaps in its metrics, alerts that come and go. It has to be up in three scrapes in a row to count again.',
    remedy: "look into the service's log at the time of the failed scrapes",
    judge(run) {
        const explained = explainedServices(run);
        return run.targets
            .filter(({ flaps = 0, health }) => flaps > 0 && health !== 'external')
            .filter(({ expected }) => !explained.has(expected.service ?? ''))
            .map(target_flapping_problem);
    },
};
function target_flapping_problem({ expected, flaps = 0, health, lastError, scrapeUrl }) {
    const target = expected.address ?? scrapeUrl ?? 'discovered';
    const times = flaps === 1 ? 'once' : `${String(flaps)} times`;
    const end = health === 'up' ? 'it is up now' : `it is ${health} now`;
    return {
        message: `target "${target}" of scrape job "${expected.job}" went down ${times} after it had been up; ${end}`,
        cause: 'target-flapping',
        // It convinced again, so that the run need not fail for it.
        ...(health === 'up' ? { severity: 'warning' } : {}),
        at: expected.at,
        subject: { job: expected.job, target, ...(expected.service ? { service: expected.service } : {}) },
        evidence: [
            ...(lastError === undefined ? [] : [`Prometheus says: ${lastError}`]),
            ...(scrapeUrl === undefined ? [] : [`it scrapes ${scrapeUrl}`]),
        ],
    };
}

;// CONCATENATED MODULE: ./src/rules/runtime/target-missing.ts


/** Targets that the configuration names and Prometheus does not know. */
const target_missing_rule = {
    scope: 'runtime',
    code: 'runtime/target-missing',
    severity: 'error',
    stage: 'verify',
    summary: 'Prometheus does not know a target that the configuration names',
    why: 'The running Prometheus has another configuration than the file on disk, or a discovery found nothing.',
    remedy: 'make sure that this file is the one that Prometheus runs; for a discovery, see that it finds something',
    judge(run) {
        const explained = explainedServices(run);
        // Another configuration has other targets, and a finding of its own.
        if (configDifferences(run).some(({ of }) => of === 'jobs'))
            return [];
        return run.targets
            .filter(({ health, expected }) => health === 'missing' && !explained.has(expected.service ?? ''))
            .map(({ expected, foundOnly }) => ({
            message: expected.address === undefined
                ? foundTooFew(expected, foundOnly)
                : `target "${expected.address}" of scrape job "${expected.job}" is unknown to the running Prometheus`,
            cause: 'target-missing',
            at: expected.at,
            subject: { job: expected.job, ...(expected.address ? { target: expected.address } : {}) },
        }));
    },
};
/** What a discovery was to find, in its own terms. */
function foundTooFew({ job, found, atLeast = 1 }, foundOnly = 0) {
    if (foundOnly > 0)
        return `scrape job "${job}" has ${String(foundOnly)} of ${String(atLeast)} targets${sought(found)}: its service discovery found no more`;
    return `scrape job "${job}" has no target${sought(found)}: its service discovery found none`;
}
function sought(found) {
    if (found?.dnsName !== undefined)
        return ` for the name "${found.dnsName}"`;
    return found?.containersOf === undefined ? '' : ` for service "${found.containersOf}"`;
}

;// CONCATENATED MODULE: ./src/rules/runtime/target-not-scraped.ts



/** Targets whose first scrape did not happen in time: neither up nor down. */
const target_not_scraped_rule = {
    scope: 'runtime',
    code: 'runtime/target-not-scraped',
    severity: 'error',
    stage: 'verify',
    summary: 'a target was not scraped before the time was over',
    why: 'Until the first scrape a target is neither up nor down, and the first scrape may take a whole scrape_interval. What is not proved does not pass.',
    remedy: 'raise --timeout above the scrape_interval, or lower scrape_interval',
    judge(run) {
        const explained = explainedServices(run);
        // When Prometheus or a service is the trouble, targets that nobody could look at are no finding of their own.
        if (explained.size > 0 || !run.observation.prometheus.ready)
            return [];
        return run.targets
            .filter(({ health }) => health === 'unknown')
            .map((seen) => {
            const { expected, doubt } = seen;
            const job = run.stack.prometheus?.config?.jobs.find(({ name }) => name.value === expected.job);
            const interval = job ? `; scrape_interval is ${String(job.scrapeIntervalMs / 1000)}s` : '';
            const target = `target "${expected.address ?? 'discovered'}" of scrape job "${expected.job}"`;
            return {
                ...(doubt === undefined
                    ? {
                        message: `${target} was not scraped before the time was over${interval}`,
                        cause: 'never-scraped',
                    }
                    : { message: `${target} is not proved: ${doubt}`, cause: causeOfDoubt(run) }),
                at: expected.at,
                subject: { job: expected.job, ...(expected.address ? { target: expected.address } : {}) },
                evidence: answerSeen(evidenceOf(run, seen)),
            };
        });
    },
};
/** A scrape that cannot be dated: by a clock that jumped, or one that stands still. */
function causeOfDoubt({ observation }) {
    return observation.prometheus.clockJumpMs === undefined ? 'never-scraped' : 'clock-jumped';
}

;// CONCATENATED MODULE: ./src/rules/runtime/unexplained.ts

/** Something is not proved, and no other rule says why. Asked last, and only then. */
const unexplained_rule = {
    scope: 'runtime',
    code: 'runtime/unexplained',
    severity: 'error',
    stage: 'verify',
    summary: 'the stack is not proved, and the evidence fits no known cause',
    why: 'A gate that fails without a word helps nobody, and one that passes without proof is none.',
    remedy: 'read the evidence, and please open an issue with report.json',
    judge({ stack, targets, observation }) {
        const unproved = targets.filter((target) => !(0,model_target/* isFine */.z)(target));
        if (unproved.length === 0 && observation.prometheus.ready)
            return [];
        return [
            {
                message: `${String(unproved.length)} of ${String(targets.length)} expected targets are not proved, and no known cause fits`,
                cause: 'unexplained',
                at: stack.prometheus?.service.at,
                evidence: [
                    `Prometheus: ${observation.prometheus.ready ? 'ready' : (observation.prometheus.lastError ?? 'never asked')}`,
                    ...observation.containers.map(({ service, state, health }) => `service ${service}: ${state}, health ${health}`),
                    ...unproved.map(({ expected, health }) => `target ${expected.address ?? '*'} of job ${expected.job}: ${health}`),
                ],
            },
        ];
    },
};

;// CONCATENATED MODULE: ./src/generated/runtime-rules.ts


























/** Every rule over a recorded run. */
const runtimeRules = [
    rule,
    authority_disagrees_rule,
    bring_up_failed_rule,
    config_not_on_disk_rule,
    datasource_broken_rule,
    dependency_unmet_rule,
    grafana_unhealthy_rule,
    interrupted_rule,
    metric_not_exposed_rule,
    no_evidence_rule,
    port_in_use_rule,
    prometheus_unreachable_rule,
    rule_failing_rule,
    rules_not_loaded_rule,
    samples_not_stored_rule,
    scarce_resources_rule,
    service_failed_rule,
    service_not_ready_rule,
    service_unhealthy_rule,
    target_down_rule,
    target_dropped_rule,
    target_empty_rule,
    target_flapping_rule,
    target_missing_rule,
    target_not_scraped_rule,
    unexplained_rule,
];

// EXTERNAL MODULE: ./src/rules/rule.ts
var rules_rule = __webpack_require__(281);
;// CONCATENATED MODULE: ./src/stages/judge.ts



/** Root causes first: what keeps a service down also keeps its targets down. */
const ORDER = [
    'runtime/port-in-use',
    'runtime/bring-up-failed',
    'runtime/service-failed',
    'runtime/service-unhealthy',
    'runtime/dependency-unmet',
    'runtime/service-not-ready',
    'runtime/prometheus-unreachable',
    'runtime/config-not-on-disk',
    'runtime/samples-not-stored',
];
/** What works without proof that it is told: after all that keeps Prometheus from scraping. */
const LATER = [
    'runtime/rules-not-loaded',
    'runtime/rule-failing',
    'runtime/alertmanager-unreachable',
    'runtime/grafana-unhealthy',
    'runtime/datasource-broken',
    'runtime/metric-not-exposed',
];
/** Speaks of Scrapegate itself, so that it explains nothing. */
const ABOUT_US = 'runtime/authority-disagrees';
/** Speaks only when no other rule does. */
const LAST_RESORT = 'runtime/unexplained';
/** The findings of a recorded run: whatever is not proved has at least one. Pure. */
function judge(run) {
    const rank = (code) => ORDER.includes(code) ? ORDER.indexOf(code) : ORDER.length + 1 + LATER.indexOf(code);
    const sorted = [...runtimeRules].sort((a, b) => rank(a.code) - rank(b.code));
    const findingsOf = (rules) => rules.flatMap((rule) => rule.judge(run).map((problem) => (0,rules_rule/* toFinding */.N)(rule, problem)));
    const explained = findingsOf(sorted.filter(({ code }) => code !== LAST_RESORT && code !== ABOUT_US));
    // A warning explains no failure.
    const found = explained.some(({ severity }) => severity === 'error')
        ? explained
        : [...findingsOf(sorted.filter(({ code }) => code === LAST_RESORT)), ...explained];
    return [...found, ...judgeAuthorities(run.observation)];
}
/** What is to be said of answers that differ from our own. Pure. */
function judgeAuthorities({ authorities = [] }) {
    return differences(authorities).map((problem) => (0,rules_rule/* toFinding */.N)(authority_disagrees_rule, problem));
}


/***/ }),

/***/ 9796:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ planBringUp)
});

// UNUSED EXPORTS: replicasOf

// EXTERNAL MODULE: ./src/model/yaml-node.ts
var yaml_node = __webpack_require__(2699);
// EXTERNAL MODULE: ./src/rules/one-shot.ts
var one_shot = __webpack_require__(2856);
;// CONCATENATED MODULE: ./src/stages/plan-images.ts

/** Values of pull_policy with which an image that is here is used as it is. */
const NO_BUILD = new Set(['never', 'missing', 'if_not_present', 'always']);
/** An image that exists from an earlier run is stale, so what the file says to build is built. */
function mustBuild(service) {
    return service.hasBuild && !NO_BUILD.has(service.pullPolicy ?? 'build');
}
/**
 * The images that have to be here, each once. A service that could build its image when it cannot be pulled is left to Compose,
 * which knows the order of the two.
 */
function plannedImages(services) {
    const images = new Map();
    for (const service of services) {
        const { image, hasBuild, name, pullPolicy } = service;
        if (!image || (hasBuild && pullPolicy !== 'always'))
            continue;
        const platform = (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(service.node, 'platform'));
        const key = `${image.value} ${platform ?? ''}`;
        const known = images.get(key);
        const pull = strictest(pullOf(pullPolicy), known?.pull);
        images.set(key, { image: image.value, platform, services: [...(known?.services ?? []), name], pull });
    }
    return [...images.values()];
}
/** `daily`, `weekly` and `every_\u2026` ask a registry again only when the image is old: then it is here. */
function pullOf(policy) {
    if (policy === 'always' || policy === 'never')
        return policy;
    return 'missing';
}
/** One service that may pull is enough for all that share the image. */
function strictest(a, b = a) {
    if (a === 'always' || b === 'always')
        return 'always';
    return a === 'never' && b === 'never' ? 'never' : 'missing';
}

;// CONCATENATED MODULE: ./src/stages/started-by-compose.ts

/** Keys whose work at the start of a container only Compose does. */
const KEYS = ['post_start', 'provider', 'models', 'use_api_socket'];
/** Their contents Compose copies into the container before it starts it, unless they are files, which are mounted. */
const INJECTED = ['configs', 'secrets'];
const SHARED = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'];
/** Services that an engine alone would start without what belongs to their start, and those that share something with one of them. */
function startedByCompose({ root }, services) {
    const injected = INJECTED.filter((key) => hasContents(root, key));
    const found = new Set(services.filter(({ node }) => [...KEYS, ...injected].some((key) => (0,yaml_node/* child */.jf)(node, key))).map(({ name }) => name));
    // A container that shares a namespace can only be created when the other one is there.
    for (const name of found)
        for (const service of services)
            if (sharesWith(service, name))
                found.add(service.name);
    return found;
}
function hasContents(root, key) {
    const defined = (0,yaml_node/* child */.jf)(root, key);
    if (defined?.kind !== 'mapping')
        return false;
    return (0,yaml_node/* entries */.jO)(defined).some(([, { value }]) => (0,yaml_node/* child */.jf)(value, 'content') ?? (0,yaml_node/* child */.jf)(value, 'environment'));
}
function sharesWith({ node }, name) {
    return (SHARED.some((key) => (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(node, key)) === `service:${name}`) ||
        (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(node, 'volumes_from')).some((item) => (0,yaml_node/* text */.Qq)(item)?.split(':')[0] === name));
}

;// CONCATENATED MODULE: ./src/stages/plan.ts




/**
 * In which order the stack comes up: Prometheus first, after what it depends on, since its target discovery takes 5 s
 * which then pass while the rest starts; the others as early as depends_on allows, and not before the stages that the
 * settings put above theirs.
 */
function planBringUp(stack, named = []) {
    const all = stack.project.services;
    const active = all.filter((service) => replicasOf(service) > 0);
    const services = new Map(active.map((service) => [service.name, service]));
    const prometheus = stack.prometheus && services.get(stack.prometheus.service.name);
    const before = prometheus ? withDependencies(prometheus, services) : new Set();
    return {
        stages: named.length > 0 ? asNamed(named, services) : stagesOf(services, prometheus, before),
        readyWhen: new Map(active.map((service) => [service.name, readyWhen(service, all)])),
        dependencies: new Map(active.map(({ name, dependsOn }) => [name, dependsOn])),
        builds: active.filter((service) => mustBuild(service)).map(({ name }) => name),
        images: plannedImages(active),
        replicas: new Map(active.map((service) => [service.name, replicasOf(service)])),
        // Where the settings have the say, nothing is known to be first.
        lead: named.length > 0 ? new Set() : before,
        byCompose: startedByCompose(stack.project, active),
    };
}
function stagesOf(services, prometheus, before) {
    const stages = [];
    const planned = new Set();
    const add = (name, names) => {
        stages.push({ name, services: names });
        for (const service of names)
            planned.add(service);
    };
    if (prometheus) {
        const others = new Set([...before].filter((name) => name !== prometheus.name));
        for (const level of levels(others, services, planned))
            add(`before prometheus ${String(stages.length + 1)}`, level);
        add('prometheus', [prometheus.name]);
    }
    const rest = new Set([...services.keys()].filter((name) => !planned.has(name)));
    for (const [index, level] of levels(rest, services, planned).entries())
        add(`stage ${String(index + 1)}`, level);
    return stages;
}
/** The stages of the settings, then what no stage names: that starts as soon as its dependencies allow. */
function asNamed(named, services) {
    const placed = new Set(named.flatMap((stage) => stage.services));
    const free = [...services.keys()].filter((name) => !placed.has(name));
    const stages = named.map(({ name, services: names }) => ({
        name,
        services: names.filter((service) => services.has(service)),
        waits: true,
    }));
    return [...stages, ...(free.length > 0 ? [{ name: 'any time', services: free }] : [])];
}
/** How many containers Compose makes of a service. `deploy.replicas` and `scale` are the same; Compose refuses two numbers. */
function replicasOf({ node }) {
    const written = (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(node, 'deploy', 'replicas') ?? (0,yaml_node/* child */.jf)(node, 'scale'));
    const count = Number(written ?? 1);
    return Number.isInteger(count) && count >= 0 ? count : 1;
}
function withDependencies(service, all) {
    const found = new Set([service.name]);
    for (const name of found)
        for (const { service: next } of all.get(name)?.dependsOn ?? [])
            if (all.has(next))
                found.add(next);
    return found;
}
/** Groups such that all that a service depends on stands in an earlier group. A circle, which check reports, ends up in the last. */
function levels(names, all, planned) {
    const left = new Set(names);
    const placed = new Set(planned);
    const result = [];
    while (left.size > 0) {
        const free = [...left].filter((name) => (all.get(name)?.dependsOn ?? []).every(({ service }) => placed.has(service) || !all.has(service)));
        const level = free.length > 0 ? free : [...left];
        for (const name of level) {
            left.delete(name);
            placed.add(name);
        }
        result.push(level);
    }
    return result;
}
/** A service that another one awaits as completed is a one-shot, and so is one whose command is known to end. */
function readyWhen(service, services) {
    const awaited = services.some(({ dependsOn }) => dependsOn.some((one) => one.service === service.name && one.condition === 'service_completed_successfully'));
    const ends = (0,one_shot/* oneShot */.n)(service) === 'certainly' && !(0,one_shot/* isAlwaysRestarted */.C)(service);
    return awaited || ends ? 'completed' : 'healthy-or-running';
}


/***/ })

};

return { id, ids, modules };
})()
